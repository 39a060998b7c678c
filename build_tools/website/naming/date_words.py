"""Dates of the Extended Date/Time Format (EDTF) in words, and their order.

A date is shown with the precision it is known with: "June 2024", "Feb–June 2024", "20 June 2024 or later" for an
interval without an end, "about 1990" for an approximate date. Times give their offset from UTC, since the names of
zones are not in the data. A date that cannot be read is shown as written.
"""

from __future__ import annotations

from collections.abc import Sequence

from build_tools.model.dates import CalendarDay, ExtendedDate, SingleDate, read_date, without_time
from build_tools.text.months import ENGLISH, ENGLISH_SHORT, SEASONS
from build_tools.website.localisation import as_said, speaks_english, translate
from build_tools.website.localisation.calendar_words import write_day, write_interval, write_month

_PRECISIONS = ("millennium", "century", "decade", "year", "season", "month", "day")
_FAR_AWAY = CalendarDay(10_000, 1, 1)

DateOrder = tuple[bool, CalendarDay, int, str, bool, CalendarDay]
"""A sorting key; see `date_order`."""


def day_in_words(edtf: str) -> str:
    """Return the date in words, without its time of day."""
    return date_in_words(without_time(edtf))


def time_in_words(edtf: str) -> str:
    """Return the dates of a state in words, to the day: "since February 2022" where it lasts."""
    date = read_date(edtf)
    if date and date.is_ongoing and date.begin:
        return translate("since {date}", date=_single(date.begin))
    return day_in_words(edtf)


def date_in_words(edtf: str) -> str:
    """Return the date in words, with its time of day where it has one."""
    date = read_date(edtf)
    return as_said(_in_words(date)) if date else edtf


def year_in_words(edtf: str | None) -> str:
    """Return the year or years a date is filed under, by its beginning, else its end; empty if it has neither."""
    date = read_date(edtf)
    return as_said(_years(date.anchor)) if date and date.anchor else ""


def month_in_words(edtf: str | None) -> str:
    """Return the month in which a date begins, with its year; only the year where no month is known."""
    date = read_date(edtf)
    if date and date.begin and date.begin.precision in ("month", "day"):
        day = date.begin.first
        return as_said(_day(SingleDate(f"{day.year:04}-{day.month:02}", day, day, "month"), ENGLISH))
    return year_in_words(edtf)


def month_name(number: int) -> str:
    """Return the short name of a month, from 1 to 12."""
    return as_said(ENGLISH_SHORT[number - 1] if speaks_english() else write_month(number))


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


def _in_words(date: ExtendedDate) -> str:
    if date.single:
        return _single(date.single, with_time=True)
    if date.begin and date.end:
        return _interval(date.begin, date.end)
    if date.begin:
        return translate("{date} or later", date=_single(date.begin, with_time=True))
    if date.end:
        return translate("{date} or earlier", date=_single(date.end, with_time=True))
    return translate("not known")


def _single(date: SingleDate, *, with_time: bool = False) -> str:
    clock = f", {date.clock}{_zone(date.zone)}" if with_time and date.time else ""
    words = f"{_day(date, ENGLISH)}{clock}"
    if date.approximate:
        words = translate("about {date}", date=words)
    return translate("{date}, uncertain", date=words) if date.uncertain else words


def _interval(begin: SingleDate, end: SingleDate) -> str:
    if begin.is_doubtful or end.is_doubtful:
        return translate("{begin} to {end}", begin=_single(begin), end=_single(end))
    if not speaks_english() and (interval := write_interval(begin, end)):
        return interval
    left, right = _day(begin, ENGLISH_SHORT), _day(end, ENGLISH_SHORT)
    years = _years(begin)
    if years == _years(end) and left != years != right:
        if begin.precision == end.precision == "day" and begin.first.month == end.first.month:
            return f"{begin.first.day}–{_day(end, ENGLISH)}"
        left = left.removesuffix(f" {years}")
    return f"{left} – {right}" if " " in left else f"{left}–{right}"


def _day(date: SingleDate, months: Sequence[str]) -> str:
    if not speaks_english():
        return write_day(date, _years(date))
    if date.season:
        return f"{SEASONS[date.season]} {_years(date)}"
    month = f"{months[date.first.month - 1]} {_years(date)}"
    return {"month": month, "day": f"{date.first.day} {month}"}.get(date.precision) or _years(date)


def _years(date: SingleDate) -> str:
    first, last = _year(date.first.year), _year(date.last.year)
    if first == last:
        return first
    if date.precision == "decade" and date.first.year > 0:
        return translate("{year}s", year=first)
    return f"{first}–{last}" if date.last.year > 0 else f"{1 - date.first.year}–{last}"


def _year(year: int) -> str:
    """Return a year as historians count them: EDTF's year 0 is 1 BCE."""
    return f"{year:04}" if year > 0 else translate("{year} BCE", year=1 - year)


def _zone(zone: str) -> str:
    if not zone:
        return ""
    if zone == "Z":
        return " UTC"
    hours, minutes = int(zone[1:3]), zone[4:]
    offset = f"{hours}:{minutes}" if minutes != "00" else f"{hours}"
    return f" (UTC{'+' if zone[0] == '+' else '−'}{offset})" if offset != "0" else " UTC"
