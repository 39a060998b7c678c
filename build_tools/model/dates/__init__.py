"""Read dates in EDTF (Extended Date/Time Format, ISO 8601-2): the only package that does.

Levels 0 and 1 are read, without years of more than four digits: `2024`, `2024-05`, `2024-05-13`,
`2024-05-13T17:02:00+09:00`; seasons (`2024-21` is spring); `?`, `~` or `%` after a doubtful date; `X` for an
unknown digit (`202X`, `2024-06-XX`); years before 1 (`-0044`); intervals (`2024-02/2024-06`), where an empty
end is unknown (`2024-06-20/`) and `..` means that there is none (`2022-02/..`).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from build_tools.model.dates.single_dates import CalendarDay, SingleDate, read_single

__all__ = [
    "CalendarDay",
    "ExtendedDate",
    "SingleDate",
    "is_edtf",
    "iso_date",
    "iso_single",
    "read_date",
    "without_time",
]

_OPEN = ("", "..")


@dataclass(frozen=True, slots=True)
class ExtendedDate:
    """A date or an interval.

    Attributes:
        begin: The date, or the beginning of the interval; None where it is open.
        end: The same date, or the end of the interval; None where it is open.
        is_interval: Whether it is written as an interval.
        is_ongoing: Whether it is written as an interval that has no end (`..`).
    """

    begin: SingleDate | None
    end: SingleDate | None
    is_interval: bool = False
    is_ongoing: bool = False

    @property
    def earliest(self) -> CalendarDay | None:
        """Return the first day that it may mean; None if the beginning is open."""
        return self.begin.first if self.begin else None

    @property
    def latest(self) -> CalendarDay | None:
        """Return the last day that it may mean; None if the end is open."""
        return self.end.last if self.end else None

    @property
    def is_doubtful(self) -> bool:
        """Return whether either end is marked as approximate or uncertain."""
        return any(date.is_doubtful for date in (self.begin, self.end) if date)

    @property
    def single(self) -> SingleDate | None:
        """Return the date, or None if it is an interval."""
        return None if self.is_interval else self.begin

    @property
    def anchor(self) -> SingleDate | None:
        """Return the date to sort it by: the beginning, or else the end."""
        return self.begin or self.end


def is_edtf(text: str) -> bool:
    """Return whether a text is a date of EDTF, or an interval of which at least one end is known."""
    date = read_date(text)
    return date is not None and date.anchor is not None


def read_date(text: str | None) -> ExtendedDate | None:
    """Return the date that a text gives in EDTF.

    Args:
        text: The date as written; None and the empty text are no date.

    Returns:
        The date; None if the text is not EDTF, or is an interval that ends before it begins. Both ends of `../..`
        are open.
    """
    return _read(text) if text else None


def iso_date(text: str | None) -> str | None:
    """Return a date in ISO 8601.

    Args:
        text: A date in EDTF.

    Returns:
        A year, a month, a day, or a day with its time. None for doubtful dates, seasons, decades, intervals and years
        before 1, which have no form in ISO 8601 that is widely read.
    """
    date = read_date(text)
    return iso_single(date.single if date else None)


def iso_single(single: SingleDate | None) -> str | None:
    """Return a date that is no interval, or an end of one, in ISO 8601; None where `iso_date` has none either."""
    if not single or single.is_doubtful or single.season or not single.parts or single.first.year < 1:
        return None
    return f"{single.text}T{single.time}" if single.time else single.text


def without_time(text: str) -> str:
    """Return a date in EDTF without its time of day."""
    return re.sub(r"T[^/]*", "", text)


@lru_cache(maxsize=65536)
def _read(text: str) -> ExtendedDate | None:
    begin_text, slash, end_text = text.partition("/")
    begin = None if slash and begin_text in _OPEN else read_single(begin_text)
    if not slash:
        return ExtendedDate(begin, begin) if begin else None
    end = None if end_text in _OPEN else read_single(end_text)
    if (begin is None and begin_text not in _OPEN) or (end is None and end_text not in _OPEN):
        return None
    if begin and end and begin.first > end.last:
        return None
    return ExtendedDate(begin, end, is_interval=True, is_ongoing=end_text == "..")
