"""Dates in the words of citations: those that CSL cannot express, and those that editors infer, in brackets.

Only what is not known at all is undated: a decade, an open interval and an unknown month are said in words.
"""

from __future__ import annotations

from build_tools.model.dates import SingleDate, read_date
from build_tools.text.months import ENGLISH, SEASONS


def bracketed_date(edtf: str | None) -> str:
    """Return a date in words as American styles write it: "[between March 17 and April 9, 2024]"; "" for none."""
    words = date_in_citations(edtf, is_bracketed=True)
    return f"[{words}]" if words else ""


def date_in_citations(edtf: str | None, *, is_bracketed: bool = False) -> str:
    """Return a date in words as American styles write it: "November 2023–", "1860s"; "" for none.

    Args:
        edtf: The date.
        is_bracketed: Whether brackets around it say that it is a guess, so that what lasts has no dash.
    """
    date = read_date(edtf)
    if not date or not (date.begin or date.end):
        return ""
    if date.begin and date.end:
        if not date.is_interval:
            return _single(date.begin)
        return _between(date.begin, date.end) if is_bracketed else f"{_single(date.begin)}–{_single(date.end)}"
    if date.begin and date.is_ongoing and not is_bracketed:
        return f"{_single(date.begin)}–"
    if date.begin:
        return f"{_with_comma(_single(date.begin))} or later"
    return f"{_with_comma(_single(date.end))} or earlier" if date.end else ""


def years_in_citations(edtf: str | None) -> str:
    """Return the year or years of a date, as citations within a text have it: "2023–", "1860s"; "" for none."""
    date = read_date(edtf)
    if not date or not (date.begin or date.end):
        return ""
    first, last = (_years(end) if end else "" for end in (date.begin, date.end))
    if first and last:
        return first if first == last else f"{first}–{last}"
    if first and date.is_ongoing:
        return f"{first}–"
    return f"{first} or later" if first else f"{last} or earlier"


UNDATED = "n.d."
"""What citations have in the place of a date that is not known."""


def with_letter(years: str, letter: str) -> str:
    """Return the years of a date with the letter that tells texts of one author apart: "2024a", "n.d.-a"."""
    hyphen = "-" if letter and not years.isdecimal() else ""
    return f"{years or UNDATED}{hyphen}{letter}"


def _between(begin: SingleDate, end: SingleDate) -> str:
    first, last = _single(begin), _single(end)
    year = _year(end.first.year)
    if begin.first.year == end.first.year and not begin.is_doubtful and first != year:
        return f"between {first.removesuffix(year).rstrip(', ')} and {last}"
    return f"between {_with_comma(first)} and {last}"


def _with_comma(words: str) -> str:
    """Return a date before other words: the year of a full date stands between commas."""
    return f"{words}," if "," in words else words


def _single(date: SingleDate) -> str:
    years = _years(date)
    month = ENGLISH[date.first.month - 1]
    if date.season:
        words = f"{SEASONS[date.season]} {years}"
    elif date.precision == "day":
        words = f"{month} {date.first.day}, {years}"
    elif date.precision == "month":
        words = f"{month} {years}"
    else:
        words = years
    return f"{'ca. ' if date.approximate else ''}{words}{'?' if date.uncertain else ''}"


def _years(date: SingleDate) -> str:
    first, last = date.first.year, date.last.year
    if date.precision == "decade" and first > 0:
        return f"{first}s"
    if first == last:
        return _year(first)
    return f"{_year(first)}–{_year(last)}" if first > 0 else f"{1 - first}–{_year(last)}"


def _year(year: int) -> str:
    return str(year) if year > 0 else f"{1 - year} BCE"
