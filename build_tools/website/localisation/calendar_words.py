"""Days, months and intervals in the words of a language other than English, as CLDR has them."""

from __future__ import annotations

from datetime import date

from babel.dates import format_date, format_interval, format_skeleton

from build_tools.model.dates import CalendarDay, SingleDate
from build_tools.website.localisation.locales import spoken_locale
from build_tools.website.localisation.translation import for_translation, translate

_SKELETONS = {"day": "yMMMd", "month": "yMMM", "year": "y"}
_SEASON_NAMES = {
    21: for_translation("spring {year}"),
    22: for_translation("summer {year}"),
    23: for_translation("autumn {year}"),
    24: for_translation("winter {year}"),
}


def write_day(day: SingleDate, years: str) -> str:
    """Return a date with the precision that it is known with.

    Args:
        day: The date.
        years: Its year or years, in words, for a date that no calendar can write.
    """
    if day.season:
        return translate(_SEASON_NAMES[day.season], year=years)
    first = _written(day.first)
    if first is None or day.precision not in _SKELETONS:
        return years
    if day.precision == "day":
        return format_date(first, "long", locale=spoken_locale())
    return format_skeleton("yMMMM" if day.precision == "month" else "y", first, locale=spoken_locale())


def write_month(number: int) -> str:
    """Return the short name of a month, from 1 to 12."""
    return format_skeleton("MMM", date(2000, number, 1), locale=spoken_locale())


def write_interval(begin: SingleDate, end: SingleDate) -> str | None:
    """Return an interval; None where its ends are not known alike, or no calendar can write them."""
    first, last = _written(begin.first), _written(end.first)
    skeleton = _SKELETONS.get(begin.precision)
    if begin.precision != end.precision or begin.season or end.season or not (skeleton and first and last):
        return None
    return str(format_interval(first, last, skeleton, locale=spoken_locale()))


def _written(day: CalendarDay) -> date | None:
    return date(day.year, day.month, day.day) if 1 <= day.year <= date.max.year else None
