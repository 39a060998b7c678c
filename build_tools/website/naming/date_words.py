"""Dates of the Extended Date/Time Format (EDTF) in words, and their order.

A date is shown with the precision it is known with: "June 2024", "Feb–June 2024", "20 June 2024 or later" for an
interval without an end, "about 1990" for an approximate date. Times give their offset from UTC, since the names of
zones are not in the data. A date that cannot be read is shown as written.
"""

from __future__ import annotations

from collections.abc import Sequence

from build_tools.model.dates import CalendarDay, ExtendedDate, SingleDate, read_date, without_time
from build_tools.text.months import ENGLISH, ENGLISH_SHORT

_SEASONS = {21: "spring", 22: "summer", 23: "autumn", 24: "winter"}
_PRECISIONS = ("millennium", "century", "decade", "year", "season", "month", "day")
_BEFORE = " BCE"
_FAR_AWAY = CalendarDay(10_000, 1, 1)

DateOrder = tuple[bool, CalendarDay, int, str, bool, CalendarDay]
"""A sorting key; see `date_order`."""


def day_in_words(edtf: str) -> str:
    """Return the date in words, without its time of day."""
    return date_in_words(without_time(edtf))


def time_in_words(edtf: str) -> str:
    """Return the dates of a state in words, to the day: "since February 2022" where it lasts."""
    date = read_date(edtf)
    return f"since {_single(date.begin)}" if date and date.is_ongoing and date.begin else day_in_words(edtf)


def date_in_words(edtf: str) -> str:
    """Return the date in words, with its time of day where it has one."""
    date = read_date(edtf)
    if date is None:
        return edtf
    if date.single:
        return _single(date.single, with_time=True)
    if date.begin and date.end:
        return _interval(date.begin, date.end)
    if date.begin:
        return f"{_single(date.begin, with_time=True)} or later"
    return f"{_single(date.end, with_time=True)} or earlier" if date.end else "not known"


def year_in_words(edtf: str | None) -> str:
    """Return the year or years a date is filed under, by its beginning, else its end; empty if it has neither."""
    date = read_date(edtf)
    return _years(date.anchor) if date and date.anchor else ""


def date_order(edtf: str | None) -> DateOrder:
    """Return a sorting key: by the earliest day, the less precise date first, then by the latest day; undated last.

    Where the beginning is open, the end is used. A certain date goes before a doubtful one.
    """
    date = read_date(edtf) or ExtendedDate(None, None)
    if not date.anchor:
        return True, _FAR_AWAY, 0, "", False, _FAR_AWAY
    start = date.anchor
    rank = _PRECISIONS.index(start.precision)
    return False, start.first, rank, start.time, start.is_doubtful, date.latest or _FAR_AWAY


def _single(date: SingleDate, *, with_time: bool = False) -> str:
    clock = f", {date.clock}{_zone(date.zone)}" if with_time and date.time else ""
    before, after = "about " if date.approximate else "", ", uncertain" if date.uncertain else ""
    return f"{before}{_day(date, ENGLISH)}{clock}{after}"


def _interval(begin: SingleDate, end: SingleDate) -> str:
    if begin.is_doubtful or end.is_doubtful:
        return f"{_single(begin)} to {_single(end)}"
    left, right = _day(begin, ENGLISH_SHORT), _day(end, ENGLISH_SHORT)
    years = _years(begin)
    if years == _years(end) and left != years != right:
        if begin.precision == end.precision == "day" and begin.first.month == end.first.month:
            return f"{begin.first.day}–{_day(end, ENGLISH)}"
        left = left.removesuffix(f" {years}")
    return f"{left} – {right}" if " " in left else f"{left}–{right}"


def _day(date: SingleDate, months: Sequence[str]) -> str:
    if date.season:
        return f"{_SEASONS[date.season]} {_years(date)}"
    month = f"{months[date.first.month - 1]} {_years(date)}"
    return {"month": month, "day": f"{date.first.day} {month}"}.get(date.precision) or _years(date)


def _years(date: SingleDate) -> str:
    first, last = _year(date.first.year), _year(date.last.year)
    if first == last:
        return first
    if date.precision == "decade" and date.first.year > 0:
        return f"{first}s"
    return f"{first}–{last}" if date.last.year > 0 else f"{first.removesuffix(_BEFORE)}–{last}"


def _year(year: int) -> str:
    """Return a year as historians count them: EDTF's year 0 is 1 BCE."""
    return f"{year:04}" if year > 0 else f"{1 - year}{_BEFORE}"


def _zone(zone: str) -> str:
    if not zone:
        return ""
    if zone == "Z":
        return " UTC"
    hours, minutes = int(zone[1:3]), zone[4:]
    offset = f"{hours}:{minutes}" if minutes != "00" else f"{hours}"
    return f" (UTC{'+' if zone[0] == '+' else '−'}{offset})" if offset != "0" else " UTC"
