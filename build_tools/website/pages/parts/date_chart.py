"""Draw when a text was written: a dot for a day, a hollow bar for a longer span, an open bar for an open end."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass

from build_tools.model.dates import SingleDate, read_date
from build_tools.website.markup.body_nodes import Content, Drawing
from build_tools.website.pages.parts.timeline_chart import DAYS_DRAWN, months_since_year_0

_WIDTH = 180
_MARGIN = 5
_MONTHS = 12
_MOST_YEARS_BY_MONTH = 2
"""The longest scale, in years, with a tick for each month; a longer one has a tick for each year."""

_DOT_MONTHS = 1 / 20
"""A date shorter than this, in months, is drawn as a dot: longer than a day (1/31), shorter than two."""

_LEAST_BAR_WIDTH = 6


@dataclass(frozen=True, slots=True)
class Scale:
    """The time span that all charts of a page share, in months since the year 0, the end exclusive."""

    begin: int
    end: int

    def x(self, months: float) -> float:
        """Return the x coordinate of a time, in SVG units, 0 to the width of the chart.

        Args:
            months: The time in months since the year 0.
        """
        return round((months - self.begin) / (self.end - self.begin) * _WIDTH, 1)


def common_scale(dates: Iterable[str | None]) -> Scale | None:
    """Return the scale that covers all these dates (EDTF), or None if none of them has a year."""
    spans = [bounds for date in dates if (bounds := _bounds(date))]
    if not spans:
        return None
    ends = [begin + 1 if end is None else end for begin, end in spans]
    return Scale(math.floor(min(begin for begin, _ in spans)), math.ceil(max(ends)))


def draw_date(date: str | None, scale: Scale | None) -> Content:
    """Draw a date (EDTF) on the scale; return nothing if either is missing."""
    bounds = _bounds(date)
    if scale is None or bounds is None:
        return ()
    step = 1 if scale.end - scale.begin <= _MOST_YEARS_BY_MONTH * _MONTHS else _MONTHS
    first = scale.begin if step == 1 else -(-scale.begin // _MONTHS) * _MONTHS
    ticks = "".join(f"M{scale.x(month):g} 8v4" for month in range(first, scale.end + 1, step))
    axis = ("path", (("class", "axis"), ("d", f"M0 10H{_WIDTH}{ticks}")))
    view = f"-{_MARGIN} 4 {_WIDTH + 2 * _MARGIN} 12"
    return (Drawing(view, (axis, _shape(*bounds, scale)), ("written",)),)


def _shape(begin: float, end: float | None, scale: Scale) -> tuple[str, tuple[tuple[str, str], ...]]:
    """Return the shape of a span of time: its element and its attributes."""
    start = f"{scale.x(begin):g}"
    if end is None:
        return "path", (("class", "open"), ("d", f"M{_WIDTH} 7H{start}V13H{_WIDTH}"))
    if end - begin < _DOT_MONTHS:
        return "circle", (("cx", f"{scale.x((begin + end) / 2):g}"), ("cy", "10"), ("r", "4"))
    width = max(scale.x(end) - scale.x(begin), _LEAST_BAR_WIDTH)
    return "rect", (("x", start), ("y", "7"), ("width", f"{width:g}"), ("height", "6"), ("rx", "3"))


def _bounds(edtf: str | None) -> tuple[float, float | None] | None:
    """Return the begin and end of a date in months since the year 0; an open end is None."""
    date = read_date(edtf)
    if not date or not date.begin:
        return None
    return months_since_year_0(date.begin.first), _end(date.end) if date.end else None


def _end(date: SingleDate) -> float:
    """Return the end of a date's last day, in months since the year 0."""
    if date.precision == "day":
        return months_since_year_0(date.last) + 1 / DAYS_DRAWN
    return date.last.year * _MONTHS + date.last.month
