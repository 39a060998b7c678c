"""The years as a chart: lines of events, and one line of texts; a template draws it."""

from __future__ import annotations

from collections.abc import Sequence

from build_tools.model.dates import CalendarDay, ExtendedDate, read_date

Mark = tuple[str | None, bool]
"""A date in EDTF, and whether the texts differ on it."""

Line = tuple[str, Sequence[Mark]]
"""A line of the chart: its name, and its marks."""

MOST_YEARS = 3
"""How many years the chart covers, the last one included; older dates are only in the list below it."""

DAYS_DRAWN = 31
"""How many days a month has in a chart."""

_WIDTH = 1200
_LEAST_BAR_WIDTH = 10
_MONTHS = 12


def timeline_chart(lines: Sequence[Line]) -> dict[str, object] | None:
    """Return the chart of some lines, that of the texts last, for the template; None if no date on them has a year.

    Returns:
        The `years` shown; the `width` of a line, in units of SVG, and the `ticks` on it, one at the start of each year;
        and the `lines`, each with its name and its marks.
    """
    dates = [date for _, marks in lines for edtf, _ in marks if (date := read_date(edtf))]
    years = [date.anchor.first.year for date in dates if date.anchor]
    if not years:
        return None
    last = max(years)
    first = max(min(years), last - MOST_YEARS + 1)
    shown = range(first, last + 1)
    return {
        "years": list(shown),
        "width": _WIDTH,
        "ticks": [number * _WIDTH // len(shown) for number in range(len(shown))],
        "lines": [
            {"name": name, "marks": [drawn for mark in marks if (drawn := _drawn(*mark, first, last))]}
            for name, marks in lines
        ],
    }


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


def _drawn(edtf: str | None, disputed: bool, first: int, last: int) -> dict[str, object] | None:  # noqa: FBT001 - a mark's part
    """Return where a mark begins, `x`, and how wide it is if it is no day; None if it is not on the chart.

    It `is_ongoing` if it has no end, to the end of the line.
    """
    date = read_date(edtf)
    begin = _fraction(date.earliest, first, last) if date and date.earliest else None
    if date is None or begin is None:
        return None
    mark = {"x": f"{begin * _WIDTH:.0f}", "is_ongoing": date.is_ongoing, "is_disputed": disputed}
    length = None if date.is_ongoing else _length(date, begin, first, last)
    return mark if length is None else {**mark, "width": f"{max(length * _WIDTH, _LEAST_BAR_WIDTH):.0f}"}


def _length(date: ExtendedDate, begin: float, first: int, last: int) -> float | None:
    """Return the length of a date as a fraction (0–1) of the chart; None for a day or an interval with no known end."""
    if date.end is None or (date.single and date.single.precision == "day"):
        return None
    if date.is_interval:
        end = _fraction(date.end.first, first, last)
        return (1.0 if end is None else end) - begin
    months = (date.end.last.year - date.end.first.year) * _MONTHS + date.end.last.month - date.end.first.month + 1
    return min(months / _MONTHS / (last - first + 1), 1.0 - begin)
