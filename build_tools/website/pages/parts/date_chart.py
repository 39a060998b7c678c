"""When each text was written, as a picture beside its date: a dot is a day, a hollow bar the bounds, open ends stay open."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass

from build_tools.model.dates import SingleDate, read_date
from build_tools.text import html
from build_tools.website.pages.parts.timeline_chart import DAYS_DRAWN, months_since_year_0

_WIDTH = 180
_MONTHS = 12
_LONGEST_BY_MONTH = 2
"""Years up to which months are ticked; a longer time has a tick for each year."""


@dataclass(frozen=True, slots=True)
class Scale:
    """The time that all pictures of a page share, in months since the year 0, the end exclusive."""

    begin: int
    end: int

    def at(self, months: float) -> float:
        """Where a time stands in the picture, in units of its width."""
        return round((months - self.begin) / (self.end - self.begin) * _WIDTH, 1)


def measure(dates: Iterable[str | None]) -> Scale | None:
    """The scale on which all these dates (EDTF) have room; None where none of them has a year."""
    drawn = [bounds for date in dates if (bounds := _bounds(date))]
    if not drawn:
        return None
    ends = [begin + 1 if end is None else end for begin, end in drawn]
    return Scale(math.floor(min(begin for begin, _ in drawn)), math.ceil(max(ends)))


def picture(date: str | None, scale: Scale | None) -> str:
    """The date on the scale; nothing where there is neither. It repeats the words beside it, so it is hidden from hearers."""
    bounds = _bounds(date)
    if scale is None or bounds is None:
        return ""
    step = 1 if scale.end - scale.begin <= _LONGEST_BY_MONTH * _MONTHS else _MONTHS
    first = scale.begin if step == 1 else -(-scale.begin // _MONTHS) * _MONTHS
    ticks = "".join(f"M{scale.at(month):g} 8v4" for month in range(first, scale.end + 1, step))
    drawn = html.element("path", None, "axis", d=f"M0 10H{_WIDTH}{ticks}")
    begin, end = bounds
    if end is None:
        drawn += html.element("path", None, "open", d=f"M{_WIDTH} 7H{scale.at(begin):g}V13H{_WIDTH}")
    elif end - begin < 1 / 20:
        drawn += html.element("circle", None, cx=f"{scale.at((begin + end) / 2):g}", cy="10", r="4")
    else:
        width = max(scale.at(end) - scale.at(begin), 6)
        drawn += html.element("rect", None, x=f"{scale.at(begin):g}", y="7", width=f"{width:g}", height="6", rx="3")
    return html.element("svg", drawn, "written", aria_hidden="true", viewBox=f"-5 4 {_WIDTH + 10} 12")


def _bounds(edtf: str | None) -> tuple[float, float | None] | None:
    """Begin and end of a date in months since the year 0; the end is None where it is open."""
    date = read_date(edtf)
    if not date or not date.begin:
        return None
    return months_since_year_0(date.begin.first), _end(date.end) if date.end else None


def _end(date: SingleDate) -> float:
    """The end of a date's last day, in months since the year 0."""
    if date.precision == "day":
        return months_since_year_0(date.last) + 1 / DAYS_DRAWN
    return date.last.year * _MONTHS + date.last.month
