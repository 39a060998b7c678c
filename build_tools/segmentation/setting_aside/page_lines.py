"""Read a line as page furniture: the number of a page that it has, and the words it shares with other pages' heads."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from build_tools.segmentation.lines import Line
from build_tools.segmentation.roles import line_classifiers
from build_tools.segmentation.roles.cue_words import any_word

WIDEST_HEAD = 90
"""The most columns that a running head or foot has."""

_NUMBER = r"\d{1,4}|[ivxlc]{1,7}|[IVXLC]{1,7}"
_LONE = re.compile(
    rf"(?:{line_classifiers.PAGE_DASHES}|[~\[({{.])?\s?(?:page\s|p\.\s|s\.\s|стр\.\s|第)?(?P<number>{_NUMBER})\s?"
    rf"(?:(?:of|/)\s?\d+|[頁页])?\s?(?:{line_classifiers.PAGE_DASHES}|[~\])}}.])?",
    re.IGNORECASE,
)
_FIRST = re.compile(r"[\[(]?(?P<number>\d{1,4})[\])]?[.\s|·•—–-]+(?=[^\W\d])")
_LAST = re.compile(r"(?<=[^\d\s])[.,\s|·•—–-]*\s[\[(]?(?P<number>\d{1,4})[\])]?\.?$")
_YEAR = re.compile(r"\[\s?1\d{3}\b|\b1\d{3}\s?\]|\b1\d{3}[-–—]\d{2,4}\b")
_NOT_LETTERS = re.compile(r"[\W\d_]+")
_SECTION = re.compile(
    rf"{any_word('numbered sections')}\.?\s*(?:\d{{1,4}}|[ivxlc]{{1,7}}|[一二三四五六七八九十百]{{1,4}})(?![^\W_])",
    re.IGNORECASE,
)
_STOPS = ",.;:"
_LONGEST_FOOT_MARK = 24
_FOOT_MARK = re.compile(
    r"\*?\s?[A-Z]{1,2}\s?(?:\d{1,2}|[ivx]{1,3})?"
    rf"|{any_word('volumes')}\.?\s*(?:[IVXLC]{{1,6}}|\d{{1,2}})[\s.,—–-]+[\dA-Z]{{1,3}}",
    re.IGNORECASE,
)
_CATCHWORD = re.compile(r"[\w'’-]{2,24}[,.;:]?")
_WIDE_GAP = re.compile(r"^[\[(]?\d{1,4}[\])]?\.?[^\S\n]{3,}\S|\S[^\S\n]{3,}[\[(]?\d{1,4}[\])]?\.?$")
_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}
_CAPITALS = 0.7  # of the letters of a running head in capitals; the rest may be misread


@dataclass(frozen=True, slots=True)
class PageLine:
    """A line that may be page furniture.

    Attributes:
        number: The number of a page that it has, as written; "" without one.
        words: Its letters, folded, without numbers; "" where it is a number and nothing else.
        is_roman: Whether the number is a Roman one.
        shape: How a number is written that stands alone: "- # -"; "" where it does not.
    """

    number: str
    words: str
    is_roman: bool = False
    shape: str = ""

    @property
    def value(self) -> int:
        """Return the number."""
        return read_roman(self.number) if self.is_roman else int(self.number or 0)


@lru_cache(maxsize=4096)
def read_page_line(text: str) -> PageLine | None:
    """Return what a line has of a page's furniture; None where it is too long or begins a numbered section."""
    section = _SECTION.match(text)
    if len(text) > WIDEST_HEAD or (section and not _LAST.search(text, section.end())):
        return None
    lone = _LONE.fullmatch(text)
    if lone:
        number = lone["number"]
        roman = not number.isdecimal()
        return PageLine(number, "", roman, text.replace(number, "#")) if not roman or read_roman(number) else None
    plain = _YEAR.sub(" ", text).strip()
    match = _FIRST.match(plain) or _LAST.search(plain)
    words = _NOT_LETTERS.sub(" ", plain).strip().casefold()
    return PageLine(match["number"] if match else "", words) if words else None


def is_foot_mark(text: str) -> bool:
    """Return whether a line is such as binders need at the foot of a sheet: a letter and a number, "VOL. II.—9"."""
    return len(text) <= _LONGEST_FOOT_MARK and _FOOT_MARK.fullmatch(text) is not None


def is_catchword(text: str, following: str) -> bool:
    """Return whether a line is nothing but the word with which the text goes on on the next page."""
    return _CATCHWORD.fullmatch(text) is not None and following.split(maxsplit=1)[0].rstrip(",.;:") == text.rstrip(
        ",.;:"
    )


def has_wide_gap(text: str) -> bool:
    """Return whether a number at one end of a line is set off by a wide gap, as in a running head."""
    return _WIDE_GAP.search(text) is not None


def is_in_capitals(text: str) -> bool:
    """Return whether most letters are capitals, as in a running head that was misread here and there."""
    letters = [character for character in text if character.isalpha()]
    return len(letters) > 1 and sum(map(str.isupper, letters)) >= _CAPITALS * len(letters)


def read_roman(number: str) -> int:
    """Return the value of a Roman number; 0 where the letters are none."""
    values = [_ROMAN.get(letter, 0) for letter in number.lower()]
    following = [*values[1:], 0]
    value = sum(-one if one < after else one for one, after in zip(values, following, strict=True))
    return value if all(values) and value > 0 else 0


def interrupts(before: Line | None, after: Line | None) -> bool:
    """Return whether what stands between two lines breaks a sentence that goes on."""
    if before is None or after is None or line_classifiers.ends_sentence(before.text):
        return False
    return line_classifiers.begins_small(after.text) or line_classifiers.divides_word(before.text, after.text)


def neighbours(lines: Sequence[Line], index: int, is_aside: Callable[[int], bool]) -> tuple[Line | None, Line | None]:
    """Return the nearest lines of the text before and after a line."""
    before = next((lines[i] for i in range(index - 1, max(-1, index - 8), -1) if not is_aside(i)), None)
    after = next((lines[i] for i in range(index + 1, min(len(lines), index + 8)) if not is_aside(i)), None)
    return before, after
