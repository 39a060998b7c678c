"""Small charts of counts, which templates draw; the same number is always written beside them."""

from __future__ import annotations

from collections.abc import Mapping

from build_tools.website.survey.lookups import Places

_CHART_WIDTH = 100
_CHART_HEIGHT = 10
_BAR_BASE = 2
_BAR_STEP = 2


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
