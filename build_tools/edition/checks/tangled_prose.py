"""Check that what editors write can be made into a page in reasonable time."""

from __future__ import annotations

from collections.abc import Iterator

from build_tools.edition.checks.material import Check, Material
from build_tools.model.findings import Finding
from build_tools.text.prose.tangles import find_tangle

_SHOWN = 30  # code points of the paragraph at fault


def check_tangles(material: Material) -> Iterator[Finding]:
    """Report prose that would take the converter of Markdown minutes or hours."""
    for path, line, text in _written(material):
        offset = find_tangle(text)
        if offset is not None:
            begins = " ".join(text[offset : offset + 2 * _SHOWN].split())[:_SHOWN]
            message = f'"{begins}" begins a paragraph with too many marks for a page to be made of it'
            hint = "Divide it by blank lines, close each bracket, backtick and tag, and delete runs of spaces or signs."
            line_of_paragraph = line + text[:offset].count("\n") + text[offset:].startswith("\n")
            yield Finding(path, line_of_paragraph, "prose-tangled", message, hint)


def _written(material: Material) -> Iterator[tuple[str, int, str]]:
    """Yield each text that becomes part of a page as Markdown: its file, its first line and itself."""
    for entry in material.entries:
        yield entry.path, entry.notes_line, entry.notes
    for item in material.registers.items:
        yield item.path, item.notes_line, item.notes
    for source in material.sources:
        yield source.path, source.headnote_line, source.headnote
    for page in material.pages:
        yield f"docs/{page.path}", page.body_line, page.body


CHECKS = (Check(("prose-tangled",), check_tangles),)
