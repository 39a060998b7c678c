"""Read a date that is no interval.

The grammar and the bounds of a single date are those of the library `edtf`. Its mistakes are corrected here: it
invents an end for `2024-06-20/`, accepts 29 February in every year, mixes up the bounds of an unknown day before
year 1, and skips spaces. It takes milliseconds to read a date, so each is read once, and a plain one (`2024`,
`2024-05`, `2024-05-13`) without it.
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import time
from functools import cache
from typing import TYPE_CHECKING, NamedTuple, cast

if TYPE_CHECKING:
    from edtf import Date
    from pyparsing import ParserElement

_MARKS = "?~%"
_CHARACTERS = frozenset("0123456789-X")
_LONGEST = len("-2024-05-13")
_TIME = re.compile(r"(?P<clock>\d\d:\d\d):\d\d(?P<zone>Z|[+-]\d\d:\d\d)?", re.ASCII)
_UNKNOWN = "-XX"
_PLAIN = re.compile(r"(\d{4})(?:-(0[1-9]|1[0-2])(?:-(0[1-9]|[12]\d|3[01]))?)?", re.ASCII)


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


def read_single(text: str) -> SingleDate | None:
    """Return the date that a text gives in EDTF; None if the text is none, or is an interval."""
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
    plain = _PLAIN.fullmatch(text)
    return _plain_date(text, *plain.groups()) if plain else read_with_grammar(text)


def _plain_date(text: str, year: str, month: str | None, day: str | None) -> SingleDate | None:
    first = CalendarDay(int(year), int(month or 1), int(day or 1))
    last_month = int(month or 12)
    last_day = monthrange(first.year, last_month)[1]
    if first.day > last_day:
        return None
    last = CalendarDay(first.year, last_month, first.day if day else last_day)
    return SingleDate(text, first, last, "day" if day else "month" if month else "year")


def read_with_grammar(text: str) -> SingleDate | None:
    """Return a date without a time of day, read by the grammar of the library; None if the text is none."""
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
