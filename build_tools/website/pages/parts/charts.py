"""Counts as small pictures, in inline SVG; the number always stands beside them in words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from build_tools.text import html
from build_tools.website.survey.lookups import Places

MOST_BOXES = 12
"""More texts than this are not drawn as boxes."""


def strip(places: Places, paragraphs: Mapping[str, int], kind: str) -> str:
    """A bar for each paragraph that names something, left to right, higher the oftener: 4, 6, 8, 10 of 10.

    The picture is 100 wide whatever the length of the text, so that the paragraphs of a long one may
    share a bar; then the highest stands. `paragraphs` are the positions of numbered blocks.
    """
    bars: dict[int, int] = {}
    for block, count in places.items():
        if block in paragraphs:
            at = (2 * paragraphs[block] + 1) * 50 // len(paragraphs)
            bars[at] = max(bars.get(at, 0), min(2 + 2 * count, 10))
    drawing = "".join(f"M{at} 10V{10 - height}" for at, height in sorted(bars.items()))
    return _svg(html.element("path", None, d=drawing) if drawing else "", "strip", kind, box="0 0 100 10")


def boxes(named: Iterable[bool]) -> str:
    """A box for each text, filled where it names the entry."""
    texts = list(named)
    drawn = (
        html.element("rect", None, "on" if on else "", x=str(10 * at + 1), y="1", width="7", height="5")
        for at, on in enumerate(texts)
    )
    return _svg("".join(drawn), "boxes", "", box=f"0 0 {10 * len(texts)} 7")


def swatch(kind: str) -> str:
    """A sample of the line under a kind of entry; decoration, the kind is always named beside it."""
    return html.element("span", "", "swatch", kind, aria_hidden="true")


def _svg(content: str, name: str, kind: str, box: str) -> str:
    ratio = "none" if name == "strip" else None
    return html.element("svg", content, name, kind, aria_hidden="true", viewBox=box, preserveAspectRatio=ratio)
