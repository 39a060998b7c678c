"""The years as a picture: lines of what happened and one of what was written, in inline SVG.

The picture repeats what the list below it says, so it is hidden from those who are read to.
"""

from __future__ import annotations

from collections.abc import Sequence

from build_tools.model.dates import CalendarDay, ExtendedDate, read_date
from build_tools.text import html

Mark = tuple[str | None, bool]
"""A date in EDTF, and whether the texts differ on it."""

Line = tuple[str, Sequence[Mark]]
"""A line of the picture: its name, and what is on it."""

MOST_YEARS = 3
"""How many years back from the last one the picture reaches; what is older stands in the list alone."""

DAYS_DRAWN = 31
"""How many days a month has in a picture."""

_WIDTH = 1200
_MONTHS = 12


def bands(lines: Sequence[Line]) -> str:
    """The picture of some lines, the texts' last; nothing where no date on them has a year."""
    dates = [date for _, marks in lines for edtf, _ in marks if (date := read_date(edtf))]
    years = [date.anchor.first.year for date in dates if date.anchor]
    if not years:
        return ""
    last = max(years)
    first = max(min(years), last - MOST_YEARS + 1)
    rows = [_band(name, marks, first, last) for name, marks in lines]
    names = "".join(html.element("span", str(year)) for year in range(first, last + 1))
    axis = html.element("p", names, "axis")
    return html.raw_block("div", [*rows, axis], "bands", aria_hidden="true")


def months_since_year_0(day: CalendarDay) -> float:
    """Return where a day begins, in months since the year 0; every month is drawn as one of 31 days."""
    return day.year * _MONTHS + day.month - 1 + (day.day - 1) / DAYS_DRAWN


def position(date: str, first: int, last: int) -> float | None:
    """Return where a date begins between the beginning of one year and the end of another, 0 to 1; None if outside."""
    value = read_date(date)
    return _fraction(value.earliest, first, last) if value and value.earliest else None


def _fraction(day: CalendarDay, first: int, last: int) -> float | None:
    if not first <= day.year <= last:
        return None
    return (months_since_year_0(day) / _MONTHS - first) / (last - first + 1)


def _band(name: str, marks: Sequence[Mark], first: int, last: int) -> str:
    drawn = [f'<path class="line" d="M0 10H{_WIDTH}"/>']
    for year in range(first, last + 1):
        at = (year - first) * _WIDTH // (last - first + 1)
        drawn.append(f'<path class="tick" d="M{at} 2V18"/>')
    drawn += [shape for date, disputed in marks if (shape := _shape(date, disputed, first, last))]
    svg = html.element("svg", "".join(drawn), viewBox=f"-8 0 {_WIDTH + 16} 20")
    return html.element("p", f"{html.element('span', name)}{svg}")


def _shape(edtf: str | None, disputed: bool, first: int, last: int) -> str:  # noqa: FBT001 - a mark's third part
    date = read_date(edtf)
    begin = _fraction(date.earliest, first, last) if date and date.earliest else None
    if date is None or begin is None:
        return ""
    if date.is_ongoing:
        return f'<path class="going" d="M{begin * _WIDTH:.0f} 10H{_WIDTH}"/>'
    length = _length(date, begin, first, last)
    classes = "mark disputed" if disputed else "mark"
    if length is None:
        return f'<circle class="{classes}" cx="{begin * _WIDTH:.0f}" cy="10" r="5"/>'
    return f'<rect class="{classes} vague" x="{begin * _WIDTH:.0f}" y="6" width="{max(length * _WIDTH, 10):.0f}" height="8" rx="4"/>'


def _length(date: ExtendedDate, begin: float, first: int, last: int) -> float | None:
    """How long a date may be, as a part of the picture; None for a day, and for an interval whose end is not known."""
    if date.end is None or (date.single and date.single.precision == "day"):
        return None
    if date.is_interval:
        end = _fraction(date.end.first, first, last)
        return (1.0 if end is None else end) - begin
    months = (date.end.last.year - date.end.first.year) * _MONTHS + date.end.last.month - date.end.first.month + 1
    return min(months / _MONTHS / (last - first + 1), 1.0 - begin)
