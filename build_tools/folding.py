"""Text made comparable, position by position: case, accents, quotation marks, hyphens and blanks folded.

`fold` keeps a map back to the text it was given, so that a match in folded text is a span of the real one.
Case is folded one character to one character (İ and ß stay as they are), which keeps the map simple.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from dataclasses import dataclass
from functools import lru_cache

HYPHENS = "-\u2010\u2011\u2012\u2013\u2212\ufe63\uff0d"
"""The characters that may stand for a blank inside a name: hyphens, the en dash, the minus sign."""

APOSTROPHES = "'\u2019\u2018\u02bc\uff07`\u00b4"
"""The characters that may stand for an apostrophe."""

_QUOTES = '"\u201c\u201d\u201e\u201f\u00ab\u00bb\u300c\u300d\u300e\u300f\uff02'
_DROPPED = re.compile(f"[{_QUOTES}\u00ad\u200b-\u200f\u2060\ufeff]")
_CHANGED = re.compile(rf"\s{{2,}}|{_DROPPED.pattern}")
_HAN = re.compile(
    r"[\u2e80-\u2fdf\u3005-\u3007\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]"
)


@dataclass(frozen=True, slots=True)
class Folded:
    """Folded text and the map back: from each `breaks[i]` on, real offset = folded offset + `shifts[i]`."""

    text: str
    breaks: tuple[int, ...]
    shifts: tuple[int, ...]

    def real(self, offset: int) -> int:
        """The offset in the real text of the folded character at `offset`."""
        return offset + self.shifts[bisect_right(self.breaks, offset) - 1]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The real span of the folded span, its last character included and nothing dropped after it."""
        return self.real(start), self.real(end - 1) + 1


def fold(text: str) -> Folded:
    """Fold a text: quotation marks and invisible characters dropped, runs of white space made one blank."""
    pieces: list[str] = []
    breaks, shifts = [0], [0]
    at = length = 0
    for change in _CHANGED.finditer(text):
        kept = " " if change[0].isspace() else ""
        pieces.append(text[at : change.start()] + kept)
        length += len(pieces[-1])
        at = change.end()
        if breaks[-1] == length:
            shifts[-1] = at - length
        else:
            breaks.append(length)
            shifts.append(at - length)
    pieces.append(text[at:])
    return Folded(_fold_characters("".join(pieces)), tuple(breaks), tuple(shifts))


def fold_label(text: str) -> str:
    """A label as it is looked up: folded, without blanks at its ends."""
    return " ".join(fold(text).text.split())


def is_unspaced(character: str) -> bool:
    """Whether the character belongs to a script written without blanks between words (Han, Kana)."""
    return _HAN.match(character) is not None


def _fold_characters(text: str) -> str:
    if text.isascii():
        return text.lower().translate(_ascii_table())
    return "".join(map(_fold_character, text))


@lru_cache(maxsize=1)
def _ascii_table() -> dict[int, str]:
    return {ord(character): " " for character in "-\t\n\r\v\f"} | {ord("`"): "'"}


@lru_cache(maxsize=20_000)
def _fold_character(character: str) -> str:
    if character in HYPHENS or character.isspace():
        return " "
    if character in APOSTROPHES:
        return "'"
    if "\uac00" <= character <= "\ud7a3":
        return character
    if "\ud800" <= character <= "\udfff":
        return "\ufffd"
    base = unicodedata.normalize("NFKD", character)
    bare = "".join(mark for mark in base if not unicodedata.combining(mark))
    lower = (bare if len(bare) == 1 else character).lower()
    return lower if len(lower) == 1 else character
