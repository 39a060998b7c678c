"""Text prepared for scanning: case kept, everything else folded as in text/folding, with a map back to the original.

Most texts are ASCII or Latin-1, and of most each character becomes one character: these need no map, and that is what makes
scanning fast. A text in which a letter is written with several characters, or becomes several ("ß", "ﬁ"), gets one.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from build_tools.text.characters import APOSTROPHES, CLUSTER, HYPHENS, INVISIBLE, QUOTES, VOICED, combining_marks
from build_tools.text.folding import fold_letters
from build_tools.text.scripts import UNSPACED

BORDER = "\n"
"""What `normalise` leaves of a blank line, twice or more: no name runs over it. Other line breaks are spaces there."""

_HELD = "\x1d\x1e"  # stands for two line breaks while others are made spaces
_HAN = f"[{UNSPACED}\u30fb]"
_BREAKS = (
    rf"(?P<border>[^\S\n]*\n[^\S\n]*\n\s*)|(?<=[{re.escape(HYPHENS)}])\n[^\S\n]*|(?<={_HAN})\s*\n\s*(?={_HAN})"
    rf"|(?P<space>\s{{2,}})|[{INVISIBLE}]"
)
_RUNS = rf"(?P<border>(?!))|(?P<space>\s{{2,}})|[{QUOTES}{INVISIBLE}]"
_HAN_BREAK = re.compile(rf"{_HAN}[^\S\n]*\n[^\S\n]*{_HAN}|[{re.escape(HYPHENS)}]\n")
_NOT_ASCII = re.compile("[^\x00-\x7f]")
_UNSEEN = tuple("\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff")  # the characters of INVISIBLE, one by one
_MANY = re.compile(f"[{VOICED}\u1100-\u11ff\u3131-\u318e\uffa0-\uffdc]")
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
_MICRO, _SHARP_S = b"\xb5", b"\xdf"


class Folded(NamedTuple):
    """Folded text and the map back, in segments that begin at the offsets `breaks` of the folded text.

    In a segment of length 0 each character stands for one: original offset = folded offset + `shifts[i]`. Any other segment
    is one cluster, whose characters together stand for `lengths[i]` characters of the original.
    """

    text: str
    breaks: tuple[int, ...] = (0,)
    shifts: tuple[int, ...] = (0,)
    lengths: tuple[int, ...] = (0,)

    @property
    def is_mapped(self) -> bool:
        """Whether offsets differ from those of the original."""
        return len(self.breaks) > 1 or self.shifts != (0,) or self.lengths != (0,)

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return the original span of a folded one that is not empty: clusters whole, nothing left out after it."""
        first, last = bisect_right(self.breaks, start) - 1, bisect_right(self.breaks, end - 1) - 1
        begin = (self.breaks[first] if self.lengths[first] else start) + self.shifts[first]
        if self.lengths[last]:
            return begin, self.breaks[last] + self.shifts[last] + self.lengths[last]
        return begin, end + self.shifts[last]

    def cuts(self, start: int, end: int) -> bool:
        """Return whether a folded span begins or ends within what is one character in the original."""
        first, last = bisect_right(self.breaks, start) - 1, bisect_right(self.breaks, end - 1) - 1
        if self.lengths[first] and self.breaks[first] != start:
            return True
        return bool(self.lengths[last]) and end < (self.breaks[last + 1] if last + 1 < len(self.breaks) else end)


class _Change(NamedTuple):
    """What stands in place of a span of a text; `cluster` where the new characters stand for the old ones together."""

    start: int
    end: int
    kept: str
    cluster: bool = False


def normalise(text: str, *, thorough: bool = True) -> Folded:
    """Return a text with its letters folded and its typography made plain, case kept, and a map back to its offsets.

    Hyphens become spaces. A blank line becomes `BORDER`, and so does the end of the text; a line break inside a name is a
    space; after a hyphen, and between Han characters, it is nothing.

    Args:
        text: Any text.
        thorough: Whether to look for runs of spaces; who does not, and finds one, asks again.
    """
    plain = text if text.isascii() else _fold_lines(text)
    if plain is not None:
        plain, wrapped = _even_breaks(plain)
        broken = wrapped and "-\n" in text
        if not (broken or (thorough and "  " in plain) or _needs_map(text, plain, wrapped=wrapped)):
            return Folded(plain.replace("-", " ") + BORDER)
    mapped = _map(text, _changes(text, _BREAKS, uneven=plain is None))
    return mapped._replace(text=_even_spaces(_fold_rest(mapped.text)) + BORDER)


def fold_mapped(text: str) -> Folded:
    """Return a text folded, without quotation marks, runs of white space made one space, and a map back."""
    mapped = _map(text, _changes(text, _RUNS, uneven=not text.isascii() and _fold_lines(text) is None))
    return mapped._replace(text=_even_spaces(_fold_rest(mapped.text)).lower().replace("ς", "σ"))


def normalise_label(text: str) -> str:
    """Return a label as it is looked up in normalised text: letters folded, hyphens and spaces made plain, case kept."""
    return " ".join(normalise(text).text.replace(BORDER, " ").split())


def _map(text: str, changes: Iterable[_Change]) -> Folded:
    """Return a text with changes made, which come in order, line breaks made spaces, and the map back."""
    text = text.replace("\n", " ")
    pieces: list[str] = []
    segments: dict[int, tuple[int, int]] = {0: (0, 0)}
    done = length = 0
    for start, end, kept, cluster in changes:
        pieces += (text[done:start], kept)
        length += start - done
        if cluster:
            segments[length] = (start - length, end - start)
        length += len(kept)
        segments[length] = (end - length, 0)
        done = end
    pieces.append(text[done:])
    shifts, lengths = zip(*segments.values(), strict=True)
    return Folded("".join(pieces), tuple(segments), shifts, lengths)


def _changes(text: str, breaks: str, *, uneven: bool) -> Iterator[_Change]:
    """Yield what changes the length of a text: white space, invisible characters, and clusters where there are any."""
    others = (
        "".join(sorted({one for one in _NOT_ASCII.findall(text) if len(_fold_character(one)) > 1})) if uneven else ""
    )
    for match in _pattern(breaks, others, uneven=uneven).finditer(text):
        group = match.lastgroup
        if group == "cluster":
            folded = _fold_cluster(match[0], before_small=text[match.end() : match.end() + 1].islower())
            if folded != match[0]:
                yield _Change(*match.span(), folded, cluster=True)
        else:
            yield _Change(*match.span(), {"border": BORDER, "space": " "}.get(group or "", ""))


@lru_cache(maxsize=64)
def _pattern(breaks: str, others: str, *, uneven: bool) -> re.Pattern[str]:
    if not uneven:
        return re.compile(breaks)
    marks = combining_marks() + VOICED
    single = f"|[{others}]" if others else ""
    return re.compile(rf"{breaks}|(?P<cluster>{CLUSTER}|[^\s{marks}{INVISIBLE}][{marks}]+{single})")


def _even_breaks(plain: str) -> tuple[str, bool]:
    """Line breaks made spaces but for those of blank lines, and whether there were any.

    Most texts break lines only between paragraphs; their lines show that sooner than a search for two breaks in a row.
    """
    lines = plain.split("\n")
    if len(lines) % 2 and not any(lines[1::2]):
        return plain, False
    marked = plain.replace("\n\n", _HELD)
    return marked.replace("\n", " ").replace(_HELD, BORDER + BORDER), "\n" in marked


def _needs_map(text: str, plain: str, *, wrapped: bool) -> bool:
    """Whether the length changes: white space other than the space, broken names, characters nobody sees."""
    if "\t" in plain or "\r" in plain:
        return True
    if plain.isascii():
        return False
    return any(mark in text for mark in _UNSEEN) or (wrapped and _HAN_BREAK.search(text) is not None)


def _even_spaces(text: str) -> str:
    return text.replace("-", " ").replace("\t", " ").replace("\r", " ")


def _fold_lines(text: str) -> str | None:
    """Return a text with each character folded to one, or None where that cannot be."""
    for mark, plain in _TYPOGRAPHIC.items():
        text = text.replace(mark, plain)
    if text.isascii():
        return text
    # Seldom does a line mix scripts; most lines of a text in several languages are of Latin letters alone.
    lines = [line if line.isascii() else _fold_line(line) for line in text.split("\n")]
    return None if None in lines else "\n".join(lines)  # type: ignore[arg-type]


def _fold_rest(text: str) -> str:
    """Return a text with each character folded that becomes one; the others are folded already."""
    for mark, plain in _TYPOGRAPHIC.items():
        text = text.replace(mark, plain)
    for character in () if text.isascii() else set(_NOT_ASCII.findall(text)):
        text = text.replace(character, _fold_even(character) or character)
    return text


def _fold_line(line: str) -> str | None:
    try:
        western = line.encode("latin-1")
    except UnicodeEncodeError:
        western = _MICRO
    if _MICRO not in western:
        western = western.translate(_western_table())
        return None if _SHARP_S in western else western.decode("latin-1")
    for character in set(_NOT_ASCII.findall(line)):
        plain = _fold_even(character)
        if plain is None:
            return None
        if plain != character:
            line = line.replace(character, plain)
    return line


@lru_cache(maxsize=1)
def _western_table() -> bytes:
    """What becomes of each character of Latin-1, but for the micro sign: that becomes a Greek letter.

    "ß" stands for all that become several.
    """
    kept = (code if code < _ASCII else ord(_fold_even(chr(code)) or "ß") for code in range(256))
    return bytes(code if code < 256 else _MICRO[0] for code in kept)  # noqa: PLR2004


@lru_cache(maxsize=20_000)
def _fold_even(character: str) -> str | None:
    """Return the character that another becomes; None where it becomes several or may be part of a cluster."""
    folded = _fold_character(character)
    several = len(folded) != 1 or unicodedata.category(character).startswith("M") or _MANY.match(character)
    return None if several else folded


@lru_cache(maxsize=20_000)
def _fold_character(character: str) -> str:
    if character in QUOTES:
        return '"'
    if character in HYPHENS or character in APOSTROPHES:
        return "-" if character in HYPHENS else "'"
    if character.isspace():
        return " "
    if "\ud800" <= character <= "\udfff":
        return "\ufffd"
    folded = fold_letters(unicodedata.normalize("NFKC", character))
    # Symbols and signs of several letters ("™", "…") are no letters of the word they stand at.
    return folded if character.isalnum() or len(folded) == 1 else character


@lru_cache(maxsize=20_000)
def _fold_cluster(cluster: str, *, before_small: bool) -> str:
    """Return what becomes of a letter with its marks, or of a letter that becomes several: "Æ" is "Ae" in "Ærø"."""
    if not cluster[0].isalnum():
        return _fold_character(cluster[0]) + fold_letters(unicodedata.normalize("NFKC", cluster[1:]))
    folded = fold_letters(unicodedata.normalize("NFKC", cluster + ("x" if before_small else "")))
    return folded[:-1] if before_small else folded
