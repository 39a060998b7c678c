"""Dates as editors type them, in EDTF: "13 May 2024", "ca. 1890", "spring 2024", "after 1890"."""

from __future__ import annotations

import re
from collections.abc import Callable

from build_tools.model.dates import is_edtf
from build_tools.text.folding import fold
from build_tools.text.months import MONTHS, SEASONS
from build_tools.text.written_dates import read_written_dates

_NUMBERS = re.compile(r"(\d{4})[./-](\d{1,2})[./-](\d{1,2})\.?|(\d{4})(\d\d)(\d\d)")
_DAY_FIRST = re.compile(r"(\d{1,2})[./-](\d{1,2})[./-](\d{4})\.?")
_YEAR_AND_MONTH = re.compile(r"(\d{4})[./](\d{1,2})|(\d{1,2})[./](\d{4})")
_SEASONS = {**{name: number for number, name in SEASONS.items()}, "fall": 23}
_MONTHS_OF_A_YEAR = 12
_DECADE = re.compile(r"(?:the )?(\d{3})0'?s")
_CENTURY = re.compile(r"(?:the )?(\d{1,2})(?:st|nd|rd|th)? (?:c\.|cent\.|century)")
_BEFORE_CHRIST = re.compile(r"(\d{1,4}) ?(?:bce?|b\.c\.(?:e\.)?)")
_ABOUT = re.compile(r"(?:circa|ca?\.?|about|around|approx\.?|approximately|um|vers|env\.) ?(?=\d|\w)")
_DOUBT = re.compile(r"(?:probably|perhaps|possibly|maybe) (.+)|(.+?) ?\(\?\)|\[(.+?)\??\]")
_AFTER = re.compile(r"(?:after|from|not before|post) (.+)|(.+?),? or later")
_SINCE = re.compile(r"since (.+)|(.+?) ?(?:-|–) ?(?:present|today|now)?")
_BEFORE = re.compile(r"(?:before|until|by|pre|not after) (.+)|(.+?),? or earlier")
_SPANS = (
    re.compile(r"(?:between|from) (.+?) (?:and|to|until) (.+)"),
    re.compile(r"(.+?)(?: (?:-|–|—|to|until) |–|—)(.+)"),
    re.compile(r"(\d{4})-(\d{4})"),
)


def edtf_of(typed: str) -> str | None:
    """Return in EDTF a date that was typed in another form; None where it cannot be told.

    Args:
        typed: A date in words or figures. Of two numbers that could each be the month, the first is the day.
    """
    text = " ".join(fold(typed).split())
    for read in _READERS:
        if (found := read(text)) and is_edtf(found):
            return found
    return None


def _plain(text: str) -> str | None:
    """Return a date without doubts and spans."""
    if is_edtf(text.upper()):
        return text.upper()
    words, dates = read_written_dates(text)
    for written in dates:
        if written.year and written.start == 0 and written.end == len(words):
            day = f"-{written.day:02}" if written.day else ""
            return f"{written.year}-{written.month:02}{day}"
    return _in_figures(text) or _in_words(text)


def _in_figures(text: str) -> str | None:
    if match := _NUMBERS.fullmatch(text):
        year, month, day = (int(part) for part in match.groups() if part)
        return f"{year:04}-{month:02}-{day:02}"
    if match := _DAY_FIRST.fullmatch(text):
        day, month, year = map(int, match.groups())
        day, month = (month, day) if month > _MONTHS_OF_A_YEAR else (day, month)
        return f"{year:04}-{month:02}-{day:02}"
    if match := _YEAR_AND_MONTH.fullmatch(text):
        numbers = sorted((int(part) for part in match.groups() if part), reverse=True)
        return f"{numbers[0]:04}-{numbers[1]:02}"
    return None


def _in_words(text: str) -> str | None:
    if match := _DECADE.fullmatch(text):
        return f"{match[1]}X"
    if match := _CENTURY.fullmatch(text):
        return f"{int(match[1]) - 1:02}XX"
    if match := _BEFORE_CHRIST.fullmatch(text):
        return f"{'-' if int(match[1]) > 1 else ''}{int(match[1]) - 1:04}"  # year 0 is 1 BCE
    season, _, year = text.rpartition(" ")
    name = season.removesuffix(" of").removesuffix(",")
    if name in _SEASONS and year.isdecimal():
        return f"{year}-{_SEASONS[name]}"
    if year.isdecimal() and name.rstrip(".") in MONTHS:
        return f"{year}-{MONTHS[name.rstrip('.')]:02}"
    return None


def _one_of(pattern: re.Pattern[str], form: str) -> Callable[[str], str | None]:
    """Return a reader of dates that a pattern holds, written by a form such as "{}~"."""

    def read(text: str) -> str | None:
        match = pattern.fullmatch(text)
        inner = next(filter(None, match.groups()), "") if match else ""
        date = _plain(inner) if inner else None
        return form.format(date) if date else None

    return read


def _about(text: str) -> str | None:
    match = _ABOUT.match(text)
    date = _plain(text[match.end() :]) if match else None
    return f"{date}~" if date else None


def _span(text: str) -> str | None:
    for pattern in _SPANS:
        if match := pattern.fullmatch(text):
            end = _plain(match[2])
            # "March to June 2024", "13 to 15 May 2024"
            rest = (match[2].rpartition(" ")[2], match[2].partition(" ")[2])
            begin = next(filter(None, map(_plain, (match[1], *(f"{match[1]} {part}" for part in rest)))), None)
            if begin and end:
                return f"{begin}/{end}"
    return None


_READERS: tuple[Callable[[str], str | None], ...] = (
    _plain,
    _about,
    _one_of(_DOUBT, "{}?"),
    _span,
    _one_of(_AFTER, "{}/"),
    _one_of(_BEFORE, "../{}"),
    _one_of(_SINCE, "{}/.."),
)
