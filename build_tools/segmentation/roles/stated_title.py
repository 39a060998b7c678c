"""Find the block that states the title which the page of a text gives.

Words and figures are compared, without case, accents, punctuation and white space. A block may have a rubric in square
brackets before the title ("[Column]"), and the sign of a note behind it.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import cache

from build_tools.text.folding import fold

ZONE = 20
"""The first blocks of a text, among which its title stands."""

_LONGER = 3  # times: a block so much longer than the title has other words besides
_QUOTED = 6  # words
_MARKS = 40  # characters of punctuation that a short title may have around it


_RUBRIC = re.compile(r"^\[[^\[\]]{1,30}\]\s*(?=\S)")
_NOTE_SIGN = re.compile(r"\s*(?:\[\w{1,3}\]|\(\d{1,3}\)|[¹²³⁴-⁹]+)$")


def state_same_title(text: str, title: str) -> bool:
    """Return whether a text has the words of a title and no others, but for a rubric and the sign of a note."""
    if len(text) > _LONGER * len(title) + _MARKS:
        return False
    wanted = letters_of(title)
    if letters_of(text) == wanted:
        return True
    without_sign = _NOTE_SIGN.sub("", text)
    return wanted in {letters_of(without_sign), letters_of(_RUBRIC.sub("", without_sign, count=1))}


def letters_of(text: str) -> str:
    """Return the letters and digits of a text, folded; the text itself if it has none."""
    return "".join(filter(_is_letter, fold(text))) or text.strip()


@cache
def _is_letter(character: str) -> bool:
    return unicodedata.category(character)[0] in "LNM"


def find_stated_title(texts: Sequence[str], roles: Sequence[str | None], title: str) -> int | None:
    """Return the index of the first block that is the title, or None.

    Args:
        texts: The texts of the blocks.
        roles: Their roles so far.
        title: The title that the page gives.
    """
    for index, text in enumerate(texts[:ZONE]):
        if roles[index] not in _NEVER_TITLE and state_same_title(text, title):
            return index
    return None


_NEVER_TITLE = frozenset({"navigation", "boilerplate", "duplicate", "rights", "contents"})


def rulings_for_title(texts: Sequence[str], title: str) -> tuple[str, ...]:
    """Return rulings that make a block with the words of a title and no others; none where no block can be made.

    Args:
        texts: The texts of the blocks of a text, in order.
        title: The title that its page gives.
    """
    wanted = letters_of(title)
    letters = [letters_of(text[: _LONGER * len(title) + _MARKS]) for text in texts]
    for index, beginning in enumerate(letters):
        if beginning == wanted:
            return (f'{{quote: "{_quotable(texts[index])}", role: title}}',)
        if beginning.startswith(wanted) and (rest := _behind(texts[index], wanted)):
            return (f'{{quote: "{rest}", split: here}}',)
        if index < ZONE and beginning and wanted.startswith(beginning):
            count = _joined(letters[index : index + ZONE], wanted)
            if count:
                parts = texts[index : index + count - 1]
                return tuple(f'{{quote: "{_quotable(part)}", join: next}}' for part in parts)
    return ()


def _joined(letters: Sequence[str], wanted: str) -> int:
    """Return how many blocks have the letters of a title together, 0 if no number of them has."""
    together = ""
    for count, part in enumerate(letters, 1):
        together += part
        if together == wanted:
            return count
        if not wanted.startswith(together):
            break
    return 0


def _behind(text: str, wanted: str) -> str:
    """Return the first words of a text behind those that are a title; "" if the title ends within a word."""
    words = text.split()
    for count in range(1, len(words)):
        if letters_of(" ".join(words[:count])) == wanted:
            return _quotable(" ".join(words[count : count + _QUOTED]))
    return ""


def _quotable(text: str) -> str:
    return " ".join(text.split()).replace("\\", "\\\\").replace('"', '\\"')
