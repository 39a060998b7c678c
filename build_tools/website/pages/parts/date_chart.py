"""Draw when a text was written: a dot for a day, a hollow bar for a longer span, an open bar for an open end."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass

from build_tools.model.dates import CalendarDay, SingleDate, read_date
from build_tools.website.markup.body_nodes import Content, Drawing
from build_tools.website.naming.date_words import month_name, year_in_words

_WIDTH = 180
_MARGIN = 5
_MONTHS = 12
_MOST_YEARS_BY_MONTH = 2
"""The longest scale, in years, with a tick for each month; a longer one has a tick for each year."""

_MOST_LABELS = 5

_DOT_MONTHS = 1 / 20
"""A date shorter than this, in months, is drawn as a dot: longer than a day (1/31), shorter than two."""

_LEAST_BAR_WIDTH = 6

DAYS_DRAWN = 31
"""How many days a month has in a chart."""


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

    def labels(self) -> tuple[str, ...]:
        """Return the names of its months, some empty that have no room, or of its first and last year if it is long."""
        if self.step == 1:
            every = -(-(self.end - self.begin) // _MOST_LABELS)
            months = range(self.begin, self.end)
            return tuple("" if (month - self.begin) % every else month_name(month % _MONTHS + 1) for month in months)
        first, last = self.begin // _MONTHS, (self.end - 1) // _MONTHS
        return tuple(dict.fromkeys(year_in_words(f"{year:04}") for year in (first, last) if year > 0))

    @property
    def step(self) -> int:
        """Return the months from one tick to the next."""
        return 1 if self.end - self.begin <= _MOST_YEARS_BY_MONTH * _MONTHS else _MONTHS


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
    step = scale.step
    first = scale.begin if step == 1 else -(-scale.begin // _MONTHS) * _MONTHS
    ticks = "".join(f"M{scale.x(month):g} 8v4" for month in range(first, scale.end + 1, step))
    axis = ("path", (("class", "axis"), ("d", f"M0 10H{_WIDTH}{ticks}")))
    view = f"-{_MARGIN} 4 {_WIDTH + 2 * _MARGIN} 12"
    return (Drawing(view, (axis, _shape(*bounds, scale)), ("date-drawing",)),)


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


def months_since_year_0(day: CalendarDay) -> float:
    """Return the start of a day in months since the year 0; every month is drawn with 31 days."""
    return day.year * _MONTHS + day.month - 1 + (day.day - 1) / DAYS_DRAWN


def _end(date: SingleDate) -> float:
    """Return the end of a date's last day, in months since the year 0."""
    if date.precision == "day":
        return months_since_year_0(date.last) + 1 / DAYS_DRAWN
    return date.last.year * _MONTHS + date.last.month
