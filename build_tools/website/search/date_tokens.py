"""The tokens that stand for a date in the index, however a text writes it.

A day gives three tokens: `@09-13` always, `@2023-09-13` and `@2023-09` where the year is named, `@?09-13` where it
is not. A month with its year gives `@2023-09`. The twin of build_tools/website/static/search/dates.js.
"""

from __future__ import annotations

from collections.abc import Sequence

from build_tools.text.written_dates import find_written_dates

DateTokens = tuple[int, int, tuple[str, ...]]
"""A date: its first token, the one after its last, and the tokens that stand for it."""


def find_dates(tokens: Sequence[str]) -> list[DateTokens]:
    """Return the dates among tokens, none within another."""
    return [(date.start, date.end, date_tokens(date.year, date.month, date.day)) for date in find_written_dates(tokens)]


def date_tokens(year: int | None, month: int, day: int | None) -> tuple[str, ...]:
    """Return the tokens of a day or, without a day, of a month."""
    if not day:
        return (f"@{year}-{month:02}",)
    if year:
        return f"@{year}-{month:02}-{day:02}", f"@{month:02}-{day:02}", f"@{year}-{month:02}"
    return f"@{month:02}-{day:02}", f"@?{month:02}-{day:02}"
