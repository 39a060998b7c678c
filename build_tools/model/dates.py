"""Read dates in EDTF (Extended Date/Time Format, ISO 8601-2): the only module that does.

Levels 0 and 1 are read, without years of more than four digits: `2024`, `2024-05`, `2024-05-13`,
`2024-05-13T17:02:00+09:00`; seasons (`2024-21` is spring); `?`, `~` or `%` after a doubtful date; `X` for an
unknown digit (`202X`, `2024-06-XX`); years before 1 (`-0044`); intervals (`2024-02/2024-06`), where an empty
end is unknown (`2024-06-20/`) and `..` means that there is none (`2022-02/..`).

The grammar and the bounds of a single date are those of the library `edtf`. Its mistakes are corrected here: it
invents an end for `2024-06-20/`, accepts 29 February in every year, mixes up the bounds of an unknown day before
year 1, and skips spaces. It takes milliseconds to read a date, so each is read once.
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import time
from functools import cache, lru_cache
from typing import TYPE_CHECKING, NamedTuple, cast

if TYPE_CHECKING:
    from edtf import Date
    from pyparsing import ParserElement

_OPEN = ("", "..")
_MARKS = "?~%"
_CHARACTERS = frozenset("0123456789-X")
_LONGEST = len("-2024-05-13")
_TIME = re.compile(r"(?P<clock>\d\d:\d\d):\d\d(?P<zone>Z|[+-]\d\d:\d\d)?", re.ASCII)
_UNKNOWN = "-XX"


class CalendarDay(NamedTuple):
    """A day of the proleptic Gregorian calendar; year 0 is 1 BCE. Days compare in order of time."""

    year: int
    month: int
    day: int

    def __str__(self) -> str:
        """Return the day as ISO 8601 writes it: `2024-05-13`."""
        sign = "-" if self.year < 0 else ""
        return f"{sign}{abs(self.year):04}-{self.month:02}-{self.day:02}"


@dataclass(frozen=True, slots=True)
class SingleDate:
    """A date that is not an interval, or one end of an interval.

    Attributes:
        text: The date as far as it is known, without time, mark and `XX`: `2024-06` for `2024-06-XX~`.
        first: The first day that it may mean.
        last: The last day that it may mean.
        precision: `millennium`, `century`, `decade`, `year`, `season`, `month` or `day`.
        season: The number of the season, 21 (spring) to 24 (winter), or 0.
        time: The time of day as written, `17:02:00+09:00`, or empty.
        approximate: Whether it is marked as approximate (`~`, `%`).
        uncertain: Whether it is marked as uncertain (`?`, `%`).
    """

    text: str
    first: CalendarDay
    last: CalendarDay
    precision: str
    season: int = 0
    time: str = ""
    approximate: bool = False
    uncertain: bool = False

    @property
    def is_doubtful(self) -> bool:
        """Return whether it is marked as approximate or uncertain."""
        return self.approximate or self.uncertain

    @property
    def clock(self) -> str:
        """Return hours and minutes, `17:02`, or the empty text."""
        match = _TIME.fullmatch(self.time)
        return match["clock"] if match else ""

    @property
    def zone(self) -> str:
        """Return the offset from UTC as written, `+09:00` or `Z`, or the empty text."""
        match = _TIME.fullmatch(self.time)
        return (match["zone"] or "") if match else ""

    @property
    def parts(self) -> tuple[int, ...]:
        """Return year, month and day, as many as are known; empty if the year is not."""
        counts = {"year": 1, "season": 1, "month": 2, "day": 3}
        return self.first[: counts.get(self.precision, 0)]


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
    single = date.single if date else None
    if not single or single.is_doubtful or single.season or not single.parts or single.first.year < 1:
        return None
    return f"{single.text}T{single.time}" if single.time else single.text


def without_time(text: str) -> str:
    """Return a date in EDTF without its time of day."""
    return re.sub(r"T[^/]*", "", text)


@lru_cache(maxsize=65536)
def _read(text: str) -> ExtendedDate | None:
    begin_text, slash, end_text = text.partition("/")
    begin = None if slash and begin_text in _OPEN else _read_single(begin_text)
    if not slash:
        return ExtendedDate(begin, begin) if begin else None
    end = None if end_text in _OPEN else _read_single(end_text)
    if (begin is None and begin_text not in _OPEN) or (end is None and end_text not in _OPEN):
        return None
    if begin and end and begin.first > end.last:
        return None
    return ExtendedDate(begin, end, is_interval=True, is_ongoing=end_text == "..")


def _read_single(text: str) -> SingleDate | None:
    day, separator, clock = text.partition("T")
    if separator:
        date = _read_day(day)
        is_moment = date and date.precision == "day" and not date.is_doubtful and _is_time(clock)
        return _with_time(date, clock) if date and is_moment else None
    return _read_day(text)


def _with_time(date: SingleDate, clock: str) -> SingleDate:
    return SingleDate(date.text, date.first, date.last, date.precision, time=clock)


def _is_time(text: str) -> bool:
    if not _TIME.fullmatch(text):
        return False
    try:
        time.fromisoformat(text)
    except ValueError:
        return False
    return True


def _read_day(text: str) -> SingleDate | None:
    mark = text[-1:] if text[-1:] in _MARKS else ""
    written = text.removesuffix(mark)
    short = written.removesuffix(_UNKNOWN).removesuffix(_UNKNOWN)
    parsed = _parse(short)
    if parsed is None or (short != written and not _parse(written)):
        return None
    first, last = (CalendarDay(*bound[:3]) for bound in (parsed.lower_strict(), parsed.upper_strict()))
    if last.day > monthrange(last.year, last.month)[1]:
        return None
    season = int(getattr(parsed, "season", 0))
    precision = "season" if season else str(parsed.precision).replace("millenium", "millennium")
    return SingleDate(
        short,
        first,
        last,
        precision,
        season,
        approximate=bool(mark) and mark in "~%",
        uncertain=bool(mark) and mark in "?%",
    )


def _parse(text: str) -> Date | None:
    """Parse a date with `edtf`, but not with its full grammar, which prints to the terminal when it fails."""
    if not text or len(text) > _LONGEST or not _CHARACTERS.issuperset(text) or not _grammar().matches(text):
        return None
    return cast("Date", _grammar().parse_string(text, parse_all=True)[0])


@cache
def _grammar() -> ParserElement:
    """Return the grammar of a date, whose import takes a tenth of a second; whoever reads no date does without."""
    from edtf.parser import grammar  # noqa: PLC0415

    return grammar.date ^ grammar.season ^ grammar.unspecified
