"""Draw counts as small inline SVG charts; the same number is always written beside them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from build_tools.text import html
from build_tools.website.survey.lookups import Places

MOST_BOXES = 12
"""The largest number of texts that `texts_chart` is used for."""

_CHART_WIDTH = 100
_CHART_HEIGHT = 10
_BAR_BASE = 2
_BAR_STEP = 2
_BOX_PITCH = 10
_BOX_WIDTH = 7
_BOX_HEIGHT = 5
_BOX_MARGIN = 1


def mention_bars(places: Places, paragraphs: Mapping[str, int]) -> str:
    """Return the path of a bar for each paragraph that mentions an entry; the more mentions, the higher the bar.

    One mention is drawn 4 units high, two 6, three 8, more 10. The chart is always 100 units wide, so
    in a long text several paragraphs may share a bar; the highest of them is drawn.

    Args:
        places: The number of mentions by block id.
        paragraphs: The position (0, 1, …) of each numbered block in the text, by block id.

    Returns:
        The `d` of a `path` in a box of 100 by 10 units; "" if nothing is to be drawn.
    """
    bars: dict[int, int] = {}
    for block, count in places.items():
        if block in paragraphs:
            middle = (2 * paragraphs[block] + 1) * _CHART_WIDTH // (2 * len(paragraphs))
            height = min(_BAR_BASE + _BAR_STEP * count, _CHART_HEIGHT)
            bars[middle] = max(bars.get(middle, 0), height)
    return "".join(f"M{x} {_CHART_HEIGHT}V{_CHART_HEIGHT - height}" for x, height in sorted(bars.items()))


def mention_chart(places: Places, paragraphs: Mapping[str, int], kind: str) -> str:
    """Draw the bars of `mention_bars`, with the kind of the entry as a class."""
    drawing = mention_bars(places, paragraphs)
    path = html.element("path", None, d=drawing) if drawing else ""
    return _svg(path, "strip", kind, box=f"0 0 {_CHART_WIDTH} {_CHART_HEIGHT}")


def texts_chart(named: Iterable[bool]) -> str:
    """Draw a box for each text, filled where the text mentions the entry."""
    texts = list(named)
    rectangles = (
        html.element(
            "rect",
            None,
            "on" if is_named else "",
            x=str(_BOX_PITCH * number + _BOX_MARGIN),
            y=str(_BOX_MARGIN),
            width=str(_BOX_WIDTH),
            height=str(_BOX_HEIGHT),
        )
        for number, is_named in enumerate(texts)
    )
    return _svg("".join(rectangles), "boxes", "", box=f"0 0 {_BOX_PITCH * len(texts)} {_BOX_HEIGHT + 2 * _BOX_MARGIN}")


def swatch(kind: str) -> str:
    """Return a sample of the underline of a kind of entry: decoration, since the kind is always named beside it."""
    return html.element("span", "", "swatch", kind, aria_hidden="true")


def _svg(content: str, name: str, kind: str, box: str) -> str:
    ratio = "none" if name == "strip" else None
    return html.element("svg", content, name, kind, aria_hidden="true", viewBox=box, preserveAspectRatio=ratio)
