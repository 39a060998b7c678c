"""The records of the search index: one for each block of a text and for each entry, and a head for each page.

Records are numbered page by page, 256 to a page number; a longer text has several page numbers. Record 0 of a page
number is its head: the title, creators and publisher, whose words also count for the page's other records.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from build_tools.corpus.evidence import replace_evidence
from build_tools.text.prose.links import drop_addresses

PAGE = 256
"""The number of records to a page number, its head included."""

_SIGN = "\0"
_SIGN_AND_SPACE = re.compile(rf"\s*{_SIGN}(?!\w)")
"""Where evidence stood, with the space before it, unless that alone divides two words."""

Span = tuple[int, int, str]
"""A mention within a record: start and end (UTF-16 code units, as browsers count; end exclusive), and entry id."""


@dataclass(frozen=True, slots=True)
class Record:
    """A search result that is possible: its address, the text shown, the words searched and their weight.

    Attributes:
        number: The page number times PAGE, plus the position in the page.
        block: The block's id, empty for the page itself.
        place: The block as it is cited, "¶4".
        lang: The language of the text (BCP 47), empty for an entry and for the head of a page.
        text: The text that is shown.
        weight: A factor of the record's score, 0 to 1.
        words: The fields that are searched, where they are not the text that is shown.
        spans: The mentions in the text.
        concepts: The entries named in the record, each as often as it is named, and those whose evidence it is.
    """

    number: int
    block: str
    place: str
    lang: str
    text: str
    weight: float
    words: tuple[str, ...] = ()
    spans: tuple[Span, ...] = ()
    concepts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PageHead:
    """A page as results name it, with its facets.

    `kind` is "text", the kind of the entry, "difference", "precision", "quotation", "outside source" or "question";
    `count` is how often texts speak of an entry, and in how many texts; `issued` is the date of a text (EDTF), `date`
    the same in words.
    """

    path: str
    kind: str
    name: str
    title: str
    date: str = ""
    maker: str = ""
    publisher: str = ""
    genre: str = ""
    year: str = ""
    numbers: tuple[int, ...] = ()
    count: tuple[int, int] = (0, 0)
    issued: str = ""


@dataclass(frozen=True, slots=True)
class Gathered:
    """The pages and records of an edition: texts by id, entries by id, then the registers.

    `first_entry` is the page number of the first entry; each entry has one page number.
    """

    heads: list[PageHead]
    records: list[Record]
    first_entry: int

    @property
    def texts(self) -> list[PageHead]:
        """The pages of texts, in their order."""
        return [head for head in self.heads if head.kind == "text"]

    @property
    def continued(self) -> list[int]:
        """The page numbers that continue the text of the page number before."""
        return [number for head in self.texts for number in head.numbers[1:]]


def prose_in_words(markdown: str) -> str:
    """Return an editor's Markdown as text, without links, and without evidence and the space before it."""
    bare = _SIGN_AND_SPACE.sub("", replace_evidence(markdown, lambda _: _SIGN)).replace(_SIGN, " ")
    return " ".join(drop_addresses(bare).split())
