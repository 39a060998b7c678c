"""Split a text into lines, each with its place in the seed, its indent and the blank lines before it."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

from build_tools.text.scripts import is_cjk

_TAB_STOP = 4
_WIDE_SPACE = re.compile(r"(?<! )  (?! )")  # between the words of a justified line; three spaces part columns
_OUTSIDE_ASCII = re.compile(r"[^\x00-\x7f]")
_UNSEEN = frozenset({"Cc", "Cf"})


class Line(NamedTuple):
    """A line with readable characters; a named tuple, because a text has thousands and these are made quickest.

    Attributes:
        start: Offset in the seed, in code points, of its first character that is not white space.
        end: Offset behind its last such character.
        text: `seed[start:end]`.
        indent: Columns of white space before it.
        width: Columns of its text; a Han or Kana character fills two.
        gap: The number of blank lines before it.
        cjk: Whether it is written without spaces between words.
        carries_on: Whether it goes on with the sentence of the line before it, over a page break.
    """

    start: int
    end: int
    text: str
    indent: int
    width: int
    gap: int
    cjk: bool
    carries_on: bool = False

    @property
    def edge(self) -> int:
        """Return the column in which the line ends."""
        return self.indent + self.width


def split(text: str) -> tuple[list[Line], list[tuple[int, int]]]:
    """Split a text into its readable lines.

    Returns:
        The lines, and the spans (start, end) that hold nothing to read: a byte order mark at the head of
        the text, a line of control and format characters only. For the lines around it, such a span
        counts as a blank line.
    """
    lines: list[Line] = []
    unseen: list[tuple[int, int]] = []
    offset = gap = 0
    if text.startswith("\ufeff"):
        unseen.append((0, 1))
        text = " " + text[1:]
    for raw in text.splitlines(keepends=True):
        content = raw.strip()
        before = len(raw) - len(raw.lstrip()) if raw[0].isspace() else 0
        start = offset + before
        offset += len(raw)
        if not content:
            gap += 1
        elif not _readable(content):
            unseen.append((start, start + len(content)))
            gap += 1
        else:
            plain = _WIDE_SPACE.sub(" ", content) if "  " in content else content
            columns, cjk = (len(plain), False) if content.isascii() else (width(plain), is_cjk(content))
            indent = _columns(raw[:before]) if before else 0
            lines.append(Line(start, start + len(content), content, indent, columns, gap, cjk))
            gap = 0
    return lines, unseen


def width(text: str) -> int:
    """Return the columns that a text fills: two for a wide character, none for a combining one.

    Widths are those of Unicode Standard Annex #11, East Asian Width.
    """
    if text.isascii():
        return len(text)
    others = _OUTSIDE_ASCII.findall(text)
    return len(text) - len(others) + sum(map(_character_width, others))


def _readable(content: str) -> bool:
    return (content[0].isalnum() or content[-1].isalnum()) or any(
        character.isalnum() or unicodedata.category(character) not in _UNSEEN
        for character in content
        if not character.isspace()
    )


@lru_cache(maxsize=65536)
def _character_width(character: str) -> int:
    if unicodedata.east_asian_width(character) in "WF":
        return 2
    return 0 if unicodedata.category(character) in {"Mn", "Me", "Cf"} else 1


def _columns(white_space: str) -> int:
    column = 0
    for character in white_space:
        column += _TAB_STOP - column % _TAB_STOP if character == "\t" else _character_width(character)
    return column
