"""The dates a source page may give: a small part of EDTF (ISO 8601-2), enough for what is known of a text.

`2024`, `2024-05`, `2024-05-13`, `2024-05-13T17:02:00+09:00`; seasons (`2024-21` is spring); `?`, `~` or
`%` behind a date of doubt; `202X` for a digit not known; intervals `2024-02/2024-06`, open to one side
(`2024-06-20/`: not before that day, the end unknown; `..` says that there is none).
"""

from __future__ import annotations

import re
from datetime import date, datetime

_DAY = re.compile(r"(?P<year>\d{4})(?:-(?P<month>\d\d)(?:-(?P<day>\d\d))?)?[?~%]?")
_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:Z|[+-]\d\d:\d\d)?")
_UNSPECIFIED = re.compile(r"\d{2}XX|\d{3}X|\d{4}-XX(?:-XX)?|\d{4}-\d\d-XX")
_SEASONS = range(21, 25)
_OPEN = ("", "..")


def is_edtf(text: str) -> bool:
    """Whether a text is a date, a date with time, or an interval whose end is not before its beginning."""
    if not text.isascii():
        return False
    if "/" not in text:
        return _is_date(text) or _is_moment(text)
    begin, _, end = text.partition("/")
    known = [part for part in (begin, end) if part not in _OPEN]
    if not known or not all(map(_is_date, known)):
        return False
    return len(known) == 1 or begin[: len(end)].rstrip("?~%") <= end.rstrip("?~%")


def _is_moment(text: str) -> bool:
    if not _MOMENT.fullmatch(text):
        return False
    try:
        datetime.fromisoformat(text)
    except ValueError:
        return False
    return True


def _is_date(text: str) -> bool:
    if _UNSPECIFIED.fullmatch(text):
        return True
    found = _DAY.fullmatch(text)
    if not found:
        return False
    year, month, day = (int(found[name] or 0) for name in ("year", "month", "day"))
    if month in _SEASONS:
        return not day
    try:
        date(max(year, 1), month if found["month"] else 1, day if found["day"] else 1)
    except ValueError:
        return False
    return True
