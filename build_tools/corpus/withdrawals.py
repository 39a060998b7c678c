"""What was withdrawn, as the page that lists it says: the address, the day, the reason, what to read instead."""

from __future__ import annotations

from dataclasses import dataclass

from build_tools.corpus.front_matter.declarations import Field
from build_tools.corpus.front_matter.list_types import ids
from build_tools.corpus.front_matter.map_types import Map, Maps, value_of
from build_tools.corpus.front_matter.text_types import Date, Text


@dataclass(frozen=True, slots=True)
class Withdrawal:
    """A page that was withdrawn.

    Attributes:
        page: Its folder and id: "glossary/no", "sources/letter".
        on: The day, in EDTF.
        reason: Why, in a sentence.
        to: The folder and id of the page to read instead, or empty.
        former_ids: Ids that it had, whose addresses lead to what is said of it.
        line: The line of the file.
    """

    page: str
    on: str
    reason: str
    to: str = ""
    former_ids: tuple[str, ...] = ()
    line: int = 1

    @property
    def folder(self) -> str:
        """Return its folder below docs/."""
        return self.page.partition("/")[0]

    @property
    def id(self) -> str:
        """Return the id that no other item of the folder may have."""
        return self.page.partition("/")[2]

    @property
    def is_text(self) -> bool:
        """Return whether it is a text, whose page stays, without its words."""
        return self.folder == "sources"


WITHDRAWN = "withdrawn.md"
"""The page that lists what was withdrawn, below docs/."""

FOLDERS = ("glossary", "sources", "discrepancies", "quotations")
"""The folders below docs/ of which a page can be withdrawn."""

_PAGE = Text(label="folder and id")
_FIELDS = (
    Field("page", _PAGE, "The folder and the id of the page.", "glossary/envoy", required=True),
    Field("on", Date(), "The day, in EDTF.", '"2026-03-01"', required=True),
    Field("reason", Text(), "Why, in a sentence that readers see.", "It is about a private person.", required=True),
    Field("to", _PAGE, "The page to read instead.", "glossary/embassy"),
    Field("former_ids", ids("former id"), "Earlier ids of it; their addresses lead there too.", "[ambassador]"),
)

WITHDRAWALS = Field(
    "withdrawn",
    Maps(Map(_FIELDS, value_of(Withdrawal, "page", "on", "reason", line_of="page"))),
    "What was withdrawn; the command withdraw writes it.",
    '[{page: glossary/envoy, on: "2026-03-01", reason: It is about a private person.}]',
    only_on=f"docs/{WITHDRAWN}",
)
