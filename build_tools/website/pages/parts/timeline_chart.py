"""Draw the years as a chart in inline SVG: lines of events, and one line of texts.

The chart repeats the list below it, so it is hidden from screen readers.
"""

from __future__ import annotations

from collections.abc import Sequence

from build_tools.model.dates import CalendarDay, ExtendedDate, read_date
from build_tools.text import html, markdown

Mark = tuple[str | None, bool]
"""A date in EDTF, and whether the texts differ on it."""

Line = tuple[str, Sequence[Mark]]
"""A line of the chart: its name, and its marks."""

MOST_YEARS = 3
"""How many years the chart covers, the last one included; older dates are only in the list below it."""

DAYS_DRAWN = 31
"""How many days a month has in a chart."""

_WIDTH = 1200
_MARGIN = 8
_LEAST_BAR_WIDTH = 10
_MONTHS = 12


def draw_timeline(lines: Sequence[Line]) -> str:
    """Draw some lines, that of the texts last; return an empty string if no date on them has a year."""
    dates = [date for _, marks in lines for edtf, _ in marks if (date := read_date(edtf))]
    years = [date.anchor.first.year for date in dates if date.anchor]
    if not years:
        return ""
    last = max(years)
    first = max(min(years), last - MOST_YEARS + 1)
    rows = [_draw_line(name, marks, first, last) for name, marks in lines]
    names = "".join(html.element("span", str(year)) for year in range(first, last + 1))
    axis = html.element("p", names, "axis")
    return html.raw_block("div", [*rows, axis], "bands", aria_hidden="true")


def months_since_year_0(day: CalendarDay) -> float:
    """Return the start of a day in months since the year 0; every month is drawn with 31 days."""
    return day.year * _MONTHS + day.month - 1 + (day.day - 1) / DAYS_DRAWN


def fraction_of_span(date: str, first: int, last: int) -> float | None:
    """Return the start of a date as a fraction (0–1) of the years shown, or None if it is outside them.

    Args:
        date: The date in EDTF.
        first: The first year shown.
        last: The last year shown, inclusive.
    """
    value = read_date(date)
    return _fraction(value.earliest, first, last) if value and value.earliest else None


def _fraction(day: CalendarDay, first: int, last: int) -> float | None:
    if not first <= day.year <= last:
        return None
    return (months_since_year_0(day) / _MONTHS - first) / (last - first + 1)


def _draw_line(name: str, marks: Sequence[Mark], first: int, last: int) -> str:
    shapes = [f'<path class="line" d="M0 10H{_WIDTH}"/>']
    for year in range(first, last + 1):
        x = (year - first) * _WIDTH // (last - first + 1)
        shapes.append(f'<path class="tick" d="M{x} 2V18"/>')
    shapes += [shape for date, disputed in marks if (shape := _shape(date, disputed, first, last))]
    svg = html.element("svg", "".join(shapes), viewBox=f"-{_MARGIN} 0 {_WIDTH + 2 * _MARGIN} 20")
    return html.element("p", f"{html.element('span', markdown.escape(name))}{svg}")


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
    x, width = begin * _WIDTH, max(length * _WIDTH, _LEAST_BAR_WIDTH)
    return f'<rect class="{classes} vague" x="{x:.0f}" y="6" width="{width:.0f}" height="8" rx="4"/>'


def _length(date: ExtendedDate, begin: float, first: int, last: int) -> float | None:
    """Return the length of a date as a fraction (0–1) of the chart; None for a day or an interval with no known end."""
    if date.end is None or (date.single and date.single.precision == "day"):
        return None
    if date.is_interval:
        end = _fraction(date.end.first, first, last)
        return (1.0 if end is None else end) - begin
    months = (date.end.last.year - date.end.first.year) * _MONTHS + date.end.last.month - date.end.first.month + 1
    return min(months / _MONTHS / (last - first + 1), 1.0 - begin)
