"""Read one quotation: who said it, on which occasion, when, and every version the texts have of it."""

from __future__ import annotations

from pathlib import Path

from build_tools.corpus.front_matter import FieldReader, FrontMatter
from build_tools.corpus.registers.passages import versions
from build_tools.corpus.sources.bibliography import date
from build_tools.model.findings import Finding
from build_tools.model.registers import Quotation

KEYS = (
    "title",
    "speaker",
    "speaker_name",
    "occasion",
    "date",
    "derivation",
    "chain",
    "about",
    "versions",
    "former_ids",
)
"""The fields of a quotation's front matter."""


def read_quotation(parsed: FrontMatter) -> tuple[Quotation | None, list[Finding]]:
    """The quotation of a file; None where it has no title. Its id is the file's stem."""
    reader = FieldReader(parsed.fields, parsed.path, KEYS)
    title = reader.text("title", required=True)
    found = versions(reader, "versions")
    if not found and not reader.findings:
        hint = 'Add versions: [{source: id, block: p4, quote: "words of it", lang: en}].'
        reader.add(reader.line("versions"), "field-missing", "the quotation has no version", hint)
    speaker, name = reader.text("speaker"), reader.text("speaker_name") or ""
    if not speaker and not name:
        hint = 'Add a line "speaker: an-entry-id", or "speaker_name: …" where there is no entry.'
        reader.add(1, "speaker-missing", "the quotation has no speaker", hint)
    item = Quotation(
        id=Path(parsed.path).stem,
        title=title or "",
        speaker=speaker,
        speaker_name=name,
        occasion=reader.text("occasion") or "",
        date=date(reader, "date"),
        derivation=reader.text("derivation") or "",
        chain=reader.text("chain") or "",
        about=tuple(one.text for one in reader.scalars("about", "entry")),
        versions=found,
        former_ids=tuple(one.text for one in reader.scalars("former_ids", "former id")),
        notes=parsed.notes,
        notes_line=parsed.notes_line,
        path=parsed.path,
        lines=dict(parsed.fields.key_lines),
    )
    return (item if title else None), reader.findings
