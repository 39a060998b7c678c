"""Whether two dates in EDTF may be one and the same."""

from __future__ import annotations

from build_tools.model.dates import CalendarDay, ExtendedDate, read_date

_SLACK = 1
"""The years by which a doubtful date may be off."""


def may_be_same(left: str, right: str) -> bool:
    """Return whether two dates or intervals have a day in common; a doubtful one may be off by a year.

    What is open at one end goes on, and what cannot be read excludes nothing.
    """
    first, second = read_date(left), read_date(right)
    if first is None or second is None:
        return True
    slack = _SLACK if first.is_doubtful or second.is_doubtful else 0
    return not (_is_before(first, second, slack) or _is_before(second, first, slack))


def lies_between(term: str, left: str, right: str) -> bool:
    """Return whether an interval has a day between the first and the last day of two dates, these included."""
    dates = [date for text in (left, right) if (date := read_date(text))]
    between = read_date(term)
    days = [day for date in dates for day in (date.earliest, date.latest) if day]
    if between is None or not days:
        return False
    begins_before_last = between.earliest is None or between.earliest <= max(days)
    ends_after_first = between.latest is None or between.latest >= min(days)
    return begins_before_last and ends_after_first


def _is_before(first: ExtendedDate, second: ExtendedDate, slack: int) -> bool:
    if first.latest is None or second.earliest is None:
        return False
    return _later(first.latest, slack) < second.earliest


def _later(day: CalendarDay, years: int) -> CalendarDay:
    return CalendarDay(day.year + years, day.month, day.day)
