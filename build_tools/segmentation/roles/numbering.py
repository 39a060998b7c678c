"""Read the numbers and bullets with which list items begin, and decide which of them open an item.

A line may begin with "10. " because a sentence ends there. A number opens an item only in a series:
it is the first of its kind, or the text has the number before it or the one after it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

_BULLET = re.compile(r"(?:[-*–+](?=\s)|[•·‣◦▪■●○◆◇□▶►](?=\s*\S))\s*(?=\S)")
_NUMBER = re.compile(
    r"(?P<open>[(\[（]?)"
    r"(?P<number>\d{1,3}(?:\.\d{1,3}){0,4}|[ivxlc]{1,6}|[IVXLC]{1,6}|[^\W\d_]|[一二三四五六七八九十]{2,3})"
    r"(?P<close>[.)\]）、．]?)(?P<space>\s*)(?=\S)"
)
_CIRCLED = re.compile(r"[①-⑳]\s*(?=\S)")
_CLOSERS = frozenset(".)]）、．")
_LONGEST_IN_LETTERS = 6
_PAIRS = {"(": ")", "[": "]", "（": "）"}
_NO_SPACE_NEEDED = frozenset("）、．")
_ALPHABETS = {
    "latin": "abcdefghijklmnopqrstuvwxyz",
    "cyrillic": "абвгдежзиклмнопрст",
    "hangul": "가나다라마바사아자차카타파하",
    "han": "一二三四五六七八九十",
}
_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}
_HAN_TEN = 10


@dataclass(frozen=True, slots=True)
class Marker:
    """The number or bullet with which an item begins.

    Attributes:
        style: The form it shares with its siblings, such as "(xa)" for "(i)" and "(b)".
        numbers: Every (series, number) it can be read as: "(i)" is the first Roman number and the ninth
            letter; a bullet has none.
        depth: The dots inside "1.2.3".
        length: The code points of the marker with the white space behind it.
        closed: Whether a full stop or bracket closes the number.
    """

    style: str
    numbers: tuple[tuple[str, int], ...]
    depth: int
    length: int
    closed: bool = True

    @property
    def is_bullet(self) -> bool:
        """Return whether the marker is a bullet or dash, which has no number."""
        return not self.numbers


def read_marker(text: str) -> Marker | None:
    """Return the marker with which a line begins, or None if it does not begin like an item."""
    if text[:1].isalpha() and _CLOSERS.isdisjoint(text[1 : _LONGEST_IN_LETTERS + 1]):
        return None
    return _read_marker(text)


@lru_cache(maxsize=2048)  # a line is asked about again as a block
def _read_marker(text: str) -> Marker | None:
    if bullet := _BULLET.match(text):
        return Marker(text[0], (), 0, bullet.end())
    if circled := _CIRCLED.match(text):
        return Marker("①", (("①", ord(text[0]) - ord("①") + 1),), 0, circled.end())
    match = _NUMBER.match(text)
    if not match:
        return None
    number, close = match["number"], match["close"]
    dotted = "." in number
    if match["open"]:
        if close != _PAIRS[match["open"]] or (match["open"] == "[" and not number.isdecimal()):
            return None
    elif close in {"]", "）"} or not (close or dotted):
        return None
    if not match["space"] and close not in _NO_SPACE_NEEDED and not (match["open"] == "(" and number.isalpha()):
        return None
    shape = f"{match['open']}x{close}" if not dotted else "x.x"
    return Marker(shape + _case(number), _readings(number), number.count("."), match.end(), bool(close))


class NumberingContext:
    """Decide for the lines of one text, from the first to the last, which markers open an item."""

    def __init__(self, markers: Iterable[Marker | None]) -> None:
        """Note every marker with which a line of the text begins."""
        self._present = {(marker.style, *number) for marker in markers if marker for number in marker.numbers}
        self._accepted: set[tuple[str, str, int]] = set()

    def accepts(self, marker: Marker, *, apart: bool) -> bool:
        """Return whether a marker opens an item.

        Args:
            marker: The marker of the line.
            apart: Whether the line before it is certainly complete.
        """
        if marker.is_bullet:
            opens = apart or marker.style not in "-–*+" or (marker.style, "", 0) in self._accepted
            if opens:
                self._accepted.add((marker.style, "", 0))
            return opens
        for series, number in marker.numbers:
            before = (marker.style, series, number - 1) in self._accepted
            after = (marker.style, series, number + 1) in self._present
            plain = series == "digit" or (marker.depth > 0 and marker.closed)
            first = number <= 1 and (plain or after)
            if before or (apart and (first or after or (plain and marker.depth))):
                self._accepted.update((marker.style, *reading) for reading in marker.numbers)
                return True
        return False


def _case(number: str) -> str:
    return "" if not number.isalpha() else "A" if number.isupper() else "a"


@lru_cache(maxsize=4096)
def _readings(number: str) -> tuple[tuple[str, int], ...]:
    return tuple(_read_number(number))


def _read_number(number: str) -> Iterator[tuple[str, int]]:
    if "." in number:
        parent, _, last = number.rpartition(".")
        yield f"{parent}.", int(last)
    elif number.isdecimal():
        yield "digit", int(number)
    low = number.lower()
    if low and set(low) <= set(_ROMAN):
        values = [_ROMAN[letter] for letter in low]
        following = [*values[1:], 0]
        yield "roman", sum(-value if value < after else value for value, after in zip(values, following, strict=True))
    for name, letters in _ALPHABETS.items():
        if len(low) == 1 and low in letters:
            yield name, letters.index(low) + 1
    if len(low) > 1 and set(low) <= set(_ALPHABETS["han"]):
        tens, _, ones = low.partition("十")
        digits = _ALPHABETS["han"]
        yield "han", (digits.find(tens) + 1 or 1) * _HAN_TEN + digits.find(ones or "x") + 1
