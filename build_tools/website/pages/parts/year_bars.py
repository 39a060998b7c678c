"""Bars for years, each a link: the one way through time on pages that list much."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from build_tools.website.localisation import write_number
from build_tools.website.markup.body_nodes import Bullets, Content, Division, Drawing, Inline, Link, Phrase
from build_tools.website.survey.periods import MOST_PERIODS, empty_periods

_HIGHEST = 64
_LEAST = 2  # so that a year with a text among hundreds is seen
_FEW = 15  # beside each other on a phone of 360 pixels, each wide enough for a finger
_LONGEST_COUNT = 999  # that has room above such a bar
_YEAR = re.compile(r"(\d\d)(\d\d)")


@dataclass(frozen=True, slots=True)
class YearBar:
    """A year or other period of which there is something.

    Attributes:
        id: The id of the period.
        name: What the page calls it.
        number: How much there is of it.
        to: Where its bar leads, as that of a `Link`; "" for the one that is shown.
    """

    id: str
    name: str
    number: int
    to: str


def linked_bars(bars: Sequence[YearBar], label: str, *more_classes: str) -> Division:
    """Return bars as a list of links: heights are attributes of drawings, since no style may stand in a page.

    Years between them of which there is nothing have a place without a bar, or are one gap where they are many.

    Args:
        bars: The bars in order.
        label: What they count, the name of the region.
        more_classes: Further classes of the region.
    """
    most = max((bar.number for bar in bars), default=1)
    empty = empty_periods([bar.id for bar in bars])
    number = len(bars) + sum(map(len, empty))
    items = [
        item
        for bar, names in zip(bars, empty, strict=True)
        for item in (*_places(names, is_roomy=number <= MOST_PERIODS), _item(bar, most))
    ]
    is_few = number <= _FEW and most <= _LONGEST_COUNT and all(_YEAR.fullmatch(bar.name) for bar in bars)
    classes = ("year-bars", *(("few",) if is_few else ()), *more_classes)
    return Division((Bullets(tuple(items)),), classes, "nav", (("aria-label", label),))


def _places(names: Sequence[str], *, is_roomy: bool) -> Iterator[Content]:
    """Yield a place for each year of which there is nothing, or one for all of them."""
    if names and not is_roomy:
        yield (Phrase(("…",), ("none",), is_hidden=True),)
        return
    for name in names:
        yield (Phrase((_year(name), " ", Phrase((write_number(0),), ("count",))), ("none",)),)


def _year(name: str) -> Phrase:
    """Return the name of a period, the century of a year apart: a narrow window has no room for it."""
    year = _YEAR.fullmatch(name)
    return Phrase((Phrase((year[1],), ("century",)), year[2]) if year else (name,), ("year",))


def _item(bar: YearBar, most: int) -> Content:
    content: tuple[Inline, ...] = (
        _year(bar.name),
        " ",
        bar_drawing(bar.number, most),
        Phrase((write_number(bar.number),), ("count",)),
    )
    return (Link(content, bar.to),) if bar.to else (Phrase(content, ("here",), "strong"),)


def bar_drawing(number: int, most: int) -> Drawing:
    """Return the upright bar of a number.

    Args:
        number: The number.
        most: The greatest number among the bars.
    """
    height = max(round(number / most * _HIGHEST), _LEAST)
    return Drawing(f"0 0 10 {height}", (("path", (("d", f"M0 0H10V{height}H0z"),)),), height=height)


def lying_bar(number: int, most: int) -> Drawing:
    """Return a bar that lies, with the line that the longest would fill.

    Args:
        number: The number.
        most: The greatest number among the bars.
    """
    width = max(round(number / most * 100), 1) if number else 0
    line = ("path", (("class", "line"), ("d", "M0 9.5H100")))
    return Drawing("0 0 100 10", (line, ("path", (("d", f"M0 0H{width}V8H0z"),))), ("bar",), height=10)
