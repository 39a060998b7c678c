"""Read one discrepancy: the claim on which texts differ, what each says, how the editors read it."""

from __future__ import annotations

from pathlib import Path

from build_tools.corpus.front_matter import FieldReader, FrontMatter
from build_tools.corpus.registers.passages import one_of, testimonies
from build_tools.model.findings import Finding
from build_tools.model.registers import CONFIDENCES, DISCREPANCY_KINDS, Discrepancy

KEYS = (
    "title",
    "claim",
    "kind",
    "about",
    "says",
    "outside",
    "known",
    "reading",
    "confidence",
    "former_ids",
)
"""The fields of a discrepancy's front matter."""

FEWEST = 2
"""Fewer places than this cannot differ."""


def read_discrepancy(parsed: FrontMatter) -> tuple[Discrepancy | None, list[Finding]]:
    """The discrepancy of a file; None where it has no title. Its id is the file's stem."""
    reader = FieldReader(parsed.fields, parsed.path, KEYS)
    title = reader.text("title", required=True)
    says = testimonies(reader, "says", "gloss", "by")
    if len({(one.source, one.block, one.quote) for one in says}) < FEWEST and not reader.findings:
        message = f"a discrepancy needs {FEWEST} passages that differ; this one has {len(says)}"
        hint = 'Add to "says" an item {source: id, block: p4, quote: "words of it", gloss: what it says}.'
        reader.add(reader.line("says"), "discrepancy-one-passage", message, hint)
    item = Discrepancy(
        id=Path(parsed.path).stem,
        title=title or "",
        claim=reader.text("claim", required=True) or "",
        kind=one_of(reader, "kind", DISCREPANCY_KINDS),
        about=tuple(one.text for one in reader.scalars("about", "entry")),
        says=says,
        outside=tuple(one.text for one in reader.scalars("outside", "outside work")),
        known=reader.text("known") or "",
        reading=reader.text("reading", required=True) or "",
        confidence=one_of(reader, "confidence", CONFIDENCES),
        former_ids=tuple(one.text for one in reader.scalars("former_ids", "former id")),
        notes=parsed.notes,
        notes_line=parsed.notes_line,
        path=parsed.path,
        lines=dict(parsed.fields.key_lines),
    )
    return (item if title else None), reader.findings
