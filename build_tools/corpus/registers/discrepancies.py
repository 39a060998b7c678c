"""The fields of a discrepancy and their reader: the claim on which texts differ, what each says, our reading."""

from __future__ import annotations

from build_tools.corpus.front_matter import FrontMatter
from build_tools.corpus.front_matter.declarations import Field, FileKind
from build_tools.corpus.front_matter.list_types import Texts, ids
from build_tools.corpus.front_matter.map_types import Maps
from build_tools.corpus.front_matter.text_types import Choice, Text
from build_tools.corpus.registers.passages import STATEMENTS
from build_tools.model.findings import Finding
from build_tools.model.registers import CONFIDENCES, DISCREPANCY_KINDS, Discrepancy

FEWEST = 2
"""Fewer places than this cannot differ."""

DISCREPANCY = FileKind(
    "discrepancy",
    "docs/discrepancies",
    "A point on which texts differ",
    (
        Field("title", Text(), "The question.", "When did Anna Vane visit Lumen?", required=True),
        Field(
            "claim",
            Text(),
            "How the texts differ, in one sentence.",
            "The talks are put in two months.",
            required=True,
        ),
        Field("kind", Choice(DISCREPANCY_KINDS), "The kind of difference.", "date", required=True),
        Field("about", ids("entry"), "The entries that it concerns.", "[visit-to-lumen]", refers_to=("entry",)),
        Field(
            "says",
            Maps(STATEMENTS, FEWEST),
            "What each passage says; at least two.",
            '[{source: letter, block: p6, quote: "in early February", gloss: early February},'
            ' {source: preface, block: p7, quote: "On March 2", gloss: 2 March}]',
            required=True,
            checked_later=True,
        ),
        Field("outside", Texts("outside source"), "Outside sources.", '["[outside: gazette-2024-02-04]"]'),
        Field(
            "known", Text(), "What is known from outside the corpus, with evidence.", "The visit began on 1 February."
        ),
        Field("reading", Text(), "The editors’ reading.", "The month of the earlier report is right.", required=True),
        Field(
            "confidence",
            Choice(CONFIDENCES),
            "How confident they are; open: they do not decide.",
            "high",
            required=True,
        ),
        Field("former_ids", ids("former id"), "Earlier ids; their addresses redirect to this one.", "[visit-date]"),
    ),
)


def read_discrepancy(parsed: FrontMatter) -> tuple[Discrepancy | None, list[Finding]]:
    """Read a discrepancy from its file; None where it has no title. Its id is the file's stem."""
    reader, values = DISCREPANCY.read(parsed)
    says = values["says"]
    every_item_read = len(says) == reader.count("says")
    if every_item_read and len({(place.source, place.block, place.quote) for place in says}) < FEWEST:
        message = f"a difference needs {FEWEST} different passages; this one has {len(says)}"
        hint = 'Add to "says" an item {source: id, block: p4, quote: "words of it", gloss: what it says}.'
        reader.add(reader.line("says"), "discrepancy-one-passage", message, hint)
    return (Discrepancy(**parsed.identity, **values) if values["title"] else None), reader.findings
