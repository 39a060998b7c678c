"""Dates of the Extended Date/Time Format (EDTF) in words, and their order.

A date is shown as exactly as it is known and no more: "June 2024", "Feb–June 2024", "20 June 2024 or
later" for an interval without an end, "about 1990" for an approximate date. Times name their distance
from UTC, since the names of zones are not in the data. What cannot be read is shown as it is written.
"""

from __future__ import annotations

import re

_MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
_SHORT = ["Jan", "Feb", "Mar", "Apr", "May", "June", "July", "Aug", "Sept", "Oct", "Nov", "Dec"]
_SEASONS = {"21": "spring", "22": "summer", "23": "autumn", "24": "winter"}
_DATE = re.compile(
    r"(?P<year>\d{4}|\d{3}X|\d{2}XX)(?:-(?P<month>\d\d|XX)(?:-(?P<day>\d\d|XX))?)?"
    r"(?:T(?P<time>\d\d:\d\d)(?::\d\d(?:\.\d+)?)?(?P<zone>Z|[+-]\d\d(?::?\d\d)?)?)?(?P<mark>[?~%])?$"
)
_MARKS = {None: ("", ""), "?": ("", ", uncertain"), "~": ("about ", ""), "%": ("about ", ", uncertain")}
_OPEN = ("", "..")


def day_in_words(edtf: str) -> str:
    """The date in words, without its time of day."""
    return date_in_words(re.sub(r"T[^/]*", "", edtf))


def time_in_words(edtf: str) -> str:
    """When something was so, to the day: "since February 2022" where it still is."""
    start, _, end = edtf.partition("/")
    return f"since {day_in_words(start)}" if end == ".." and start not in _OPEN else day_in_words(edtf)


def date_in_words(edtf: str) -> str:
    """The date in words, with its time of day where it has one."""
    start, slash, end = edtf.partition("/")
    if not slash:
        return _single(edtf)
    if start in _OPEN and end in _OPEN:
        return "not known"
    if end in _OPEN:
        return f"{_single(start)} or later"
    if start in _OPEN:
        return f"{_single(end)} or earlier"
    return _interval(start, end)


def date_order(edtf: str | None) -> tuple[str, str]:
    """A sorting key: by the earliest day, then the latest; undated last, an open beginning before its end."""
    start, _, end = (edtf or "").partition("/")
    if start in _OPEN:
        start = end
    if start in _OPEN:
        return "~", "~"
    return start, start if "/" not in (edtf or "") else "~" if end in _OPEN else end


def _single(edtf: str) -> str:
    match = _DATE.match(edtf)
    words = match and _day(match, _MONTHS)
    if not match or not words:
        return edtf
    before, after = _MARKS[match["mark"]]
    clock = f", {match['time']}{_zone(match['zone'])}" if match["time"] else ""
    return f"{before}{words}{clock}{after}"


def _interval(start: str, end: str) -> str:
    first, last = _DATE.match(start), _DATE.match(end)
    left, right = (first and _day(first, _SHORT)), (last and _day(last, _SHORT))
    if not first or not last or not left or not right or first["mark"] or last["mark"]:
        return f"{day_in_words(start)} to {day_in_words(end)}"
    if first["year"] == last["year"] and first["month"] and last["month"]:
        if first["month"] == last["month"] and first["day"] and last["day"]:
            return f"{int(first['day'])}–{_day(last, _MONTHS)}"
        left = left.removesuffix(f" {first['year']}")
    return f"{left} – {right}" if " " in left else f"{left}–{right}"


def _day(match: re.Match[str], months: list[str]) -> str | None:
    year, month, day = match["year"], match["month"], match["day"]
    if "X" in year:
        year = f"{year[:3]}0s" if year.endswith("X") and year[2] != "X" else f"{year[:2]}00–{year[:2]}99"
    if not month or month == "XX":
        return year
    if month in _SEASONS:
        return f"{_SEASONS[month]} {year}"
    if not 1 <= int(month) <= len(_MONTHS):
        return None
    if not day or day == "XX":
        return f"{months[int(month) - 1]} {year}"
    return f"{int(day)} {months[int(month) - 1]} {year}"


def _zone(zone: str | None) -> str:
    if zone is None:
        return ""
    if zone == "Z":
        return " UTC"
    hours, minutes = int(zone[1:3]), zone[3:].lstrip(":")
    offset = f"{hours}:{minutes}" if minutes not in ("", "00") else f"{hours}"
    return f" (UTC{'+' if zone[0] == '+' else '−'}{offset})" if offset != "0" else " UTC"
