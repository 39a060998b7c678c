"""Text made comparable, position by position: accents, quotation marks, hyphens, blanks, and case where asked.

`fold` and `normalise` keep a map back to the text they were given, so that a match is a span of the real one.
`fold` makes case equal too and drops quotation marks. `normalise` keeps case, and makes one character of one
character wherever it can, so that most texts need no map: that is what makes scanning fast.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

HYPHENS = "-\u2010\u2011\u2012\u2013\u2212\ufe63\uff0d"
"""The characters that may stand for a blank inside a name: hyphens, the en dash, the minus sign."""

APOSTROPHES = "'\u2019\u2018\u02bc\uff07`\u00b4"
"""The characters that may stand for an apostrophe."""

_QUOTES = '"\u201c\u201d\u201e\u201f\u00ab\u00bb\u300c\u300d\u300e\u300f\uff02'
_DROPPED = re.compile(f"[{_QUOTES}\u00ad\u200b-\u200f\u2060\ufeff]")
_NOT_ASCII = re.compile("[^\x00-\x7f]")
_CHANGED = re.compile(rf"\s{{2,}}|{_DROPPED.pattern}")
_HAN = re.compile(
    r"[\u2e80-\u2fdf\u3005-\u3007\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]"
)


BORDER = "\n"
"""What `normalise` leaves of a blank line, twice or more: no name runs over it. Other line breaks are blanks there."""

_PUT_BY = "\x1d\x1e"  # stands for two line breaks while others are made blanks
_EVENED = re.compile(
    rf"(?P<border>[^\S\n]*\n[^\S\n]*\n\s*)|(?<=[{re.escape(HYPHENS)}])\n[^\S\n]*|(?<={_HAN.pattern})\s*\n\s*(?={_HAN.pattern})"
    r"|(?P<blank>\s{2,})|[\u00ad\u200b-\u200f\u2060\ufeff]"
)
_HAN_BREAK = re.compile(rf"{_HAN.pattern}[^\S\n]*\n[^\S\n]*{_HAN.pattern}|[{re.escape(HYPHENS)}]\n")
_INVISIBLE = "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"
_TYPOGRAPHIC = {
    "\u2019": "'",
    "\u2018": "'",
    "\u201c": '"',
    "\u201d": '"',
    "\u2013": "-",
    "\u2014": "\x1f",
    "\u2026": "\x1f",
    "\u00a0": " ",
}
_ASCII = 128
_MICRO = b"\xb5"


class Folded(NamedTuple):
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
    changes = ((*change.span(), " " if change[0].isspace() else "") for change in _CHANGED.finditer(text))
    folded = _splice(text, changes)
    return folded._replace(text=_fold_characters(folded.text))


def _splice(text: str, changes: Iterable[tuple[int, int, str]]) -> Folded:
    """The text with other words in place of some of its spans, which come in order, and the map back."""
    pieces: list[str] = []
    breaks, shifts = [0], [0]
    at = length = 0
    for start, end, kept in changes:
        pieces += (text[at:start], kept)
        length += start - at + len(kept)
        at = end
        if breaks[-1] == length:
            shifts[-1] = at - length
        else:
            breaks.append(length)
            shifts.append(at - length)
    pieces.append(text[at:])
    return Folded("".join(pieces), tuple(breaks), tuple(shifts))


def normalise(text: str, *, thorough: bool = True) -> Folded:
    """Even a text out, case kept: a blank line is a border, and the text ends with one.

    A line break inside a name is a blank; after a hyphen, and between Han characters, it is nothing. Without `thorough`,
    runs of blanks are not looked for: who finds one asks again.
    """
    plain = text if text.isascii() else _even_characters(text)
    plain, wrapped = _even_breaks(plain)
    broken = wrapped and "-\n" in text
    if not (broken or (thorough and "  " in plain) or _needs_map(text, plain, wrapped=wrapped)):
        return Folded(plain.replace("-", " ") + BORDER, (0,), (0,))
    changes = (
        (*change.span(), BORDER if change["border"] else " " if change["blank"] else "")
        for change in _EVENED.finditer(text)
    )
    evened = _splice(text.replace("\n", " "), changes)
    return evened._replace(text=_even_blanks(_even_characters(evened.text)) + BORDER)


def _even_breaks(plain: str) -> tuple[str, bool]:
    """Line breaks made blanks but for those of blank lines, and whether there were any.

    Most texts break lines only between paragraphs; their lines show that sooner than a search for two breaks in a row.
    """
    lines = plain.split("\n")
    if len(lines) % 2 and not any(lines[1::2]):
        return plain, False
    marked = plain.replace("\n\n", _PUT_BY)
    return marked.replace("\n", " ").replace(_PUT_BY, BORDER + BORDER), "\n" in marked


def normalise_label(text: str) -> str:
    """A label as it is looked up in evened text: accents, hyphens and blanks evened, case kept."""
    return " ".join(normalise(text).text.replace(BORDER, " ").split())


def _needs_map(text: str, plain: str, *, wrapped: bool) -> bool:
    """Whether evening changes the length: blanks other than the blank, broken names, characters nobody sees."""
    if "\t" in plain or "\r" in plain:
        return True
    if plain.isascii():
        return False
    return any(mark in text for mark in _INVISIBLE) or (wrapped and _HAN_BREAK.search(text) is not None)


def _even_blanks(text: str) -> str:
    return text.replace("-", " ").replace("\t", " ").replace("\r", " ")


def _even_characters(text: str) -> str:
    for mark, plain in _TYPOGRAPHIC.items():
        text = text.replace(mark, plain)
    if text.isascii():
        return text
    # Seldom does a line mix scripts; most lines of a text in several languages are of Latin letters alone.
    return "\n".join([line if line.isascii() else _even_line(line) for line in text.split("\n")])


def _even_line(line: str) -> str:
    try:
        western = line.encode("latin-1")
    except UnicodeEncodeError:
        western = _MICRO
    if _MICRO not in western:
        return western.translate(_western_table()).decode("latin-1")
    for character in set(_NOT_ASCII.findall(line)):
        plain = _even_character(character)
        if plain != character:
            line = line.replace(character, plain)
    return line


@lru_cache(maxsize=1)
def _western_table() -> bytes:
    """What becomes of each character of Latin-1, but for the micro sign: that becomes a Greek letter."""
    return bytes(code if code < _ASCII or code == _MICRO[0] else ord(_even_character(chr(code))) for code in range(256))


@lru_cache(maxsize=20_000)
def _even_character(character: str) -> str:
    if character in _QUOTES:
        return '"'
    if character in HYPHENS or character in APOSTROPHES:
        return "-" if character in HYPHENS else "'"
    lower = _fold_character(character)
    if lower == " " or not lower.isalpha() or lower == character:
        return lower
    return lower.upper() if character.isupper() and len(lower.upper()) == 1 else lower


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
