"""When each text was written, as a picture beside its date: a dot is a day, a hollow bar the bounds, open ends stay open."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass

from build_tools.text import html
from build_tools.website.pages.parts.timeline_chart import position

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
    known = [bounds for date in dates if (bounds := _bounds(date or ""))]
    if not known:
        return None
    ends = [begin + 1 if end is None else end for begin, end in known]
    return Scale(math.floor(min(begin for begin, _ in known)), math.ceil(max(ends)))


def picture(date: str | None, scale: Scale | None) -> str:
    """The date on the scale; nothing where there is neither. It repeats the words beside it, so it is hidden from hearers."""
    bounds = _bounds(date or "")
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


def _bounds(date: str) -> tuple[float, float | None] | None:
    """Begin and end of a date in months since the year 0; the end is None where it is open."""
    start, slash, end = date.partition("/")
    begin = _months(start)
    if begin is None:
        return None
    if not slash:
        return begin, begin + _length(start)
    last = _months(end)
    return begin, None if last is None else last + _length(end)


def _months(date: str) -> float | None:
    day = date.partition("T")[0].rstrip("?~%")
    year = day[:4]
    at = position(day, int(year), int(year)) if year.isdigit() and len(year) == len("2024") else None
    return None if at is None else (int(year) + at) * _MONTHS


def _length(date: str) -> float:
    """How many months a date of this precision lasts."""
    return {4: _MONTHS, 7: 1.0}.get(len(date.partition("T")[0].rstrip("?~%")), 1 / 31)
