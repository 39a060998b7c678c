"""Days and months in tokens, whatever way they are written: 13 September 2023, Sept. 13, 2023, 2023年9月13日, 2023년 9월 13일.

The twin of docs/assets/search/dates.js. A day gives three tokens: `@09-13` always, `@2023-09-13` and
`@2023-09` where the year is named, `@?09-13` where it is not. A month with its year gives `@2023-09`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from build_tools.text.folding import fold

_NAMES = (
    "january jan janvier enero января январь",
    "february feb fevrier febrero февраля февраль",
    "march mar mars marzo марта март",
    "april apr avril abril апреля апрель",
    "may mai mayo мая май",
    "june jun juin junio июня июнь",
    "july jul juillet julio июля июль",
    "august aug aout agosto августа август",
    "september sept sep septembre septiembre setiembre сентября сентябрь",
    "october oct octobre octubre октября октябрь",
    "november nov novembre noviembre ноября ноябрь",
    "december dec decembre diciembre декабря декабрь",
)
_MONTHS = {name: number for number, names in enumerate(_NAMES, 1) for name in fold(names).split()}
_DAY = re.compile(r"([0-9]{1,2})(?:st|nd|rd|th|er)?$")
_YEAR = re.compile(r"(?:1[0-9]|20)[0-9]{2}$")
_YEAR_SIGNS, _MONTH_SIGNS, _DAY_SIGNS = "年년", "月월", "日号일"  # Chinese, Korean
_FILLERS = {"de", "of", "del", "the", "г"}

Found = tuple[int, int, tuple[str, ...]]
"""A date: its first token, the one after its last, and the tokens that stand for it."""


def find_dates(tokens: Sequence[str]) -> list[Found]:
    """The dates among tokens, none within another."""
    found: list[Found] = []
    at = 0
    while at < len(tokens):
        first = tokens[at]
        date = _date_at(tokens, at) if first[0].isdigit() or first in _MONTHS else None
        if date:
            found.append(date)
        at = date[1] if date else at + 1
    return found


def _date_at(tokens: Sequence[str], at: int) -> Found | None:
    first = tokens[at]
    if _YEAR.match(first):
        return _year_first(tokens, at)
    if first in _MONTHS:
        day, end = _day(tokens, at + 1)
        year, end = _year(tokens, end)
        return (at, end, date_tokens(year, _MONTHS[first], day)) if day or year else None
    if _is_sign(tokens, at + 1, _MONTH_SIGNS):
        return _with_signs(tokens, at, None)
    day, end = _day(tokens, at)
    end += _token(tokens, end) in _FILLERS
    month = _MONTHS.get(_token(tokens, end))
    if not (day and month):
        return None
    year, end = _year(tokens, end + 1)
    return at, end, date_tokens(year, month, day)


def _year_first(tokens: Sequence[str], at: int) -> Found | None:
    if _is_sign(tokens, at + 1, _YEAR_SIGNS):
        found = _with_signs(tokens, at + 2, int(tokens[at]))
        return (at, *found[1:]) if found else None
    month, day = _token(tokens, at + 1), _token(tokens, at + 2)
    if not re.match(r"(0[1-9]|1[0-2])$", month):
        return None
    is_day = re.match(r"(0[1-9]|[12][0-9]|3[01])$", day)
    return at, at + 2 + bool(is_day), date_tokens(int(tokens[at]), int(month), int(day) if is_day else None)


def _is_sign(tokens: Sequence[str], at: int, signs: str) -> bool:
    return len(_token(tokens, at)) == 1 and tokens[at] in signs


def _with_signs(tokens: Sequence[str], at: int, year: int | None) -> Found | None:
    month, _ = _day(tokens, at)
    if not month or month > 12 or _first(tokens, at + 1) not in _MONTH_SIGNS:  # noqa: PLR2004 - a year has twelve
        return None
    day, end = _day(tokens, at + 2) if _is_sign(tokens, at + 1, _MONTH_SIGNS) else (None, at + 2)
    if day and _first(tokens, end) in _DAY_SIGNS:
        return at, end + 1, date_tokens(year, month, day)
    return (at, at + 2, date_tokens(year, month, None)) if year else None


def date_tokens(year: int | None, month: int, day: int | None) -> tuple[str, ...]:
    """The tokens of a day or, without a day, of a month."""
    if not day:
        return (f"@{year}-{month:02}",)
    if year:
        return f"@{year}-{month:02}-{day:02}", f"@{month:02}-{day:02}", f"@{year}-{month:02}"
    return f"@{month:02}-{day:02}", f"@?{month:02}-{day:02}"


def _token(tokens: Sequence[str], at: int) -> str:
    return tokens[at] if at < len(tokens) else ""


def _first(tokens: Sequence[str], at: int) -> str:
    return _token(tokens, at)[:1] or " "


def _day(tokens: Sequence[str], at: int) -> tuple[int | None, int]:
    match = _DAY.match(_token(tokens, at))
    day = int(match[1]) if match else 0
    return (day, at + 1) if 1 <= day <= 31 else (None, at)  # noqa: PLR2004 - the longest month


def _year(tokens: Sequence[str], at: int) -> tuple[int | None, int]:
    at_year = at + (_token(tokens, at) in _FILLERS)
    return (int(tokens[at_year]), at_year + 1) if _YEAR.match(_token(tokens, at_year)) else (None, at)
