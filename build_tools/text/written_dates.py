"""Find days and months as texts write them: 13 September 2023, Sept. 13, 2023, 2023-09-13, 13.09.2023, 2023年9月13日.

They are read from words, not from characters, so that search, which has only the words of a text, reads the same
dates as the command that begins a new page. Of three numbers that end with a year the day is the first, unless only the
second can be one: 9/13/2023. build_tools/website/static/search/dates.js does the same in the browser.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from build_tools.text.folding import fold
from build_tools.text.months import MONTHS

_WORD = re.compile(r"\d+(?:st|nd|rd|th|er)?|[年년月월日号일]|[^\W\d_º年년月월日号일]+")
_DAY = re.compile(r"([0-9]{1,2})(?:st|nd|rd|th|er)?$")
_YEAR = re.compile(r"(?:1[0-9]|20)[0-9]{2}$")
_TWO_DIGITS = re.compile(r"[0-9]{2}$")
_NUMBER = re.compile(r"[0-9]{1,2}$")
_YEAR_SIGNS, _MONTH_SIGNS, _DAY_SIGNS = "年년", "月월", "日号일"  # Chinese, Korean
_FILLERS = {"de", "of", "del", "the", "г"}
_MONTHS_OF_A_YEAR = 12
_LONGEST_MONTH = 31


class WrittenDate(NamedTuple):
    """A date among words; at least one of day and year is given.

    Attributes:
        start: The index of its first word.
        end: The index behind its last word.
        year: The year, 1000 to 2099, or None.
        month: The month, 1 to 12.
        day: The day of the month, 1 to 31, or None.
    """

    start: int
    end: int
    year: int | None
    month: int
    day: int | None


def read_written_dates(text: str) -> tuple[list[re.Match[str]], tuple[WrittenDate, ...]]:
    """Return the words of a text as they stand in it, and the dates among them."""
    words = list(_WORD.finditer(text))
    return words, tuple(find_written_dates([fold(word[0]).rstrip(".") for word in words]))


def find_written_dates(words: Sequence[str]) -> Iterator[WrittenDate]:
    """Yield the dates among the words of a text; they do not overlap.

    Args:
        words: Folded words. A character such as 年 is a word, or begins one.
    """
    end = 0
    for position in [place for place, word in enumerate(words) if word[0].isdigit() or word in MONTHS]:
        date = _read_date(words, position) if position >= end else None
        if date:
            yield date
            end = date.end


def _read_date(words: Sequence[str], start: int) -> WrittenDate | None:
    first = words[start]
    if _YEAR.match(first):
        return _year_first(words, start)
    if first in MONTHS:
        day, end = _day(words, start + 1)
        year, end = _year(words, end)
        return WrittenDate(start, end, year, MONTHS[first], day) if day or year else None
    if _is_sign(words, start + 1, _MONTH_SIGNS):
        return _with_signs(words, start, start, None)
    if date := _year_last(words, start):
        return date
    day, end = _day(words, start)
    end += _word(words, end) in _FILLERS
    month = MONTHS.get(_word(words, end))
    if not (day and month):
        return None
    year, end = _year(words, end + 1)
    return WrittenDate(start, end, year, month, day)


def _year_first(words: Sequence[str], start: int) -> WrittenDate | None:
    year = int(words[start])
    if _is_sign(words, start + 1, _YEAR_SIGNS):
        return _with_signs(words, start, start + 2, year)
    month, day = _number(words, start + 1), _number(words, start + 2)
    if _is_day(month, day):
        return WrittenDate(start, start + 3, year, month, day)
    if 1 <= month <= _MONTHS_OF_A_YEAR and _TWO_DIGITS.match(words[start + 1]):
        return WrittenDate(start, start + 2, year, month, None)
    return None


def _year_last(words: Sequence[str], start: int) -> WrittenDate | None:
    """Read a day in three numbers, the last of which is the year."""
    if not _YEAR.match(_word(words, start + 2)):
        return None
    first, second = _number(words, start), _number(words, start + 1)
    for month, day in ((second, first), (first, second)):
        if _is_day(month, day):
            return WrittenDate(start, start + 3, int(words[start + 2]), month, day)
    return None


def _is_day(month: int, day: int) -> bool:
    return 1 <= month <= _MONTHS_OF_A_YEAR and 1 <= day <= _LONGEST_MONTH


def _number(words: Sequence[str], position: int) -> int:
    """Return a number of one or two digits; 0 for anything else."""
    word = _word(words, position)
    return int(word) if _NUMBER.match(word) else 0


def _with_signs(words: Sequence[str], start: int, position: int, year: int | None) -> WrittenDate | None:
    """Read a month whose number, at `position`, is followed by a sign such as 月, and its day likewise."""
    month, _ = _day(words, position)
    if not month or month > _MONTHS_OF_A_YEAR or _first_letter(words, position + 1) not in _MONTH_SIGNS:
        return None
    day, end = _day(words, position + 2) if _is_sign(words, position + 1, _MONTH_SIGNS) else (None, position + 2)
    if day and _first_letter(words, end) in _DAY_SIGNS:
        return WrittenDate(start, end + 1, year, month, day)
    return WrittenDate(start, position + 2, year, month, None) if year else None


def _is_sign(words: Sequence[str], position: int, signs: str) -> bool:
    return len(_word(words, position)) == 1 and words[position] in signs


def _word(words: Sequence[str], position: int) -> str:
    return words[position] if position < len(words) else ""


def _first_letter(words: Sequence[str], position: int) -> str:
    return _word(words, position)[:1] or " "


def _day(words: Sequence[str], position: int) -> tuple[int | None, int]:
    match = _DAY.match(_word(words, position))
    day = int(match[1]) if match else 0
    return (day, position + 1) if 1 <= day <= _LONGEST_MONTH else (None, position)


def _year(words: Sequence[str], position: int) -> tuple[int | None, int]:
    year_position = position + (_word(words, position) in _FILLERS)
    return (
        (int(words[year_position]), year_position + 1) if _YEAR.match(_word(words, year_position)) else (None, position)
    )
