"""The days a text names, as it writes them in several languages."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from build_tools.text.written_dates import WrittenDate, read_written_dates

_BETWEEN_WORDS = re.compile(r"[.,º]?\s?|[-/]")


@dataclass(frozen=True, slots=True, order=True)
class Day:
    """A day named in a text: where its words begin, the words, and the day in EDTF (YYYY-MM-DD)."""

    start: int
    words: str
    edtf: str


def find_days(text: str) -> tuple[Day, ...]:
    """Return every day a text names with its year, in order; what is no day of the calendar is left out."""
    words, dates = read_written_dates(text)
    return tuple(day for written in dates if (day := _day(written, text, words)))


def _day(written: WrittenDate, text: str, words: list[re.Match[str]]) -> Day | None:
    if not written.year or not written.day:
        return None
    try:
        day = date(written.year, written.month, written.day)
    except ValueError:
        return None
    day_words = words[written.start : written.end]
    gaps = (text[before.end() : after.start()] for before, after in pairwise(day_words))
    if not all(map(_BETWEEN_WORDS.fullmatch, gaps)):
        return None
    start, end = day_words[0].start(), day_words[-1].end()
    return Day(start, text[start:end], day.isoformat())
