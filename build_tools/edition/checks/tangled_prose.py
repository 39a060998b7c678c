"""Check that what editors write can be made into a page in reasonable time."""

from __future__ import annotations

from collections.abc import Iterator

from build_tools.edition.checks.material import Check, Material
from build_tools.model.findings import Finding
from build_tools.text.prose.tangles import find_tangle

_SHOWN = 30  # code points of the paragraph at fault


def check_tangles(material: Material) -> Iterator[Finding]:
    """Report prose that would take the converter of Markdown minutes or hours."""
    for path, line, text in material.bodies:
        offset = find_tangle(text)
        if offset is not None:
            begins = " ".join(text[offset : offset + 2 * _SHOWN].split())[:_SHOWN]
            message = f'"{begins}" begins a paragraph with too many marks for a page to be made of it'
            hint = "Divide it by blank lines, close each bracket, backtick and tag, and delete runs of spaces or signs."
            line_of_paragraph = line + text[:offset].count("\n") + text[offset:].startswith("\n")
            yield Finding(path, line_of_paragraph, "prose-tangled", message, hint)


CHECKS = (Check(("prose-tangled",), check_tangles),)
