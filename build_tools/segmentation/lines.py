"""The lines of a text: what stands on each, where, how far from the margin and how far from the line before."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from build_tools.text.scripts import is_cjk

_TAB_STOP = 4
_UNSEEN = frozenset({"Cc", "Cf"})


@dataclass(frozen=True, slots=True)
class Line:
    """A line that has something to read: `text` is `seed[start:end]`, without the white space around it.

    `indent` and `width` are in columns (a Han or Kana character fills two), `gap` is the number of
    blank lines before the line, `cjk` whether it is written without blanks between words.
    """

    start: int
    end: int
    text: str
    indent: int
    width: int
    gap: int
    cjk: bool

    @property
    def edge(self) -> int:
        """The column in which the line ends."""
        return self.indent + self.width


def split(text: str) -> tuple[list[Line], list[tuple[int, int]]]:
    """The lines of a text, and the stretches without anything to read.

    Such a stretch is a byte order mark at the head of the text or a line of nothing but control and
    format characters; for the lines around it, it is a blank line.
    """
    lines: list[Line] = []
    unseen: list[tuple[int, int]] = []
    offset = gap = 0
    if text.startswith("\ufeff"):
        unseen.append((0, 1))
        text = " " + text[1:]
    for raw in text.splitlines(keepends=True):
        content = raw.strip()
        start = offset + (len(raw) - len(raw.lstrip()))
        offset += len(raw)
        if not content:
            gap += 1
        elif not _readable(content):
            unseen.append((start, start + len(content)))
            gap += 1
        else:
            indent = _columns(raw[: len(raw) - len(raw.lstrip())])
            cjk = is_cjk(content)
            lines.append(Line(start, start + len(content), content, indent, width(content), gap, cjk))
            gap = 0
    return lines, unseen


def width(text: str) -> int:
    """The columns a text fills: two for a wide character, none for a combining one."""
    if text.isascii():
        return len(text)
    return sum(map(_character_width, text))


def _readable(content: str) -> bool:
    return any(
        character.isalnum() or unicodedata.category(character) not in _UNSEEN
        for character in content
        if not character.isspace()
    )


@lru_cache(maxsize=65536)
def _character_width(character: str) -> int:
    if unicodedata.east_asian_width(character) in "WF":
        return 2
    return 0 if unicodedata.category(character) in {"Mn", "Me", "Cf"} else 1


def _columns(blank: str) -> int:
    column = 0
    for character in blank:
        column += _TAB_STOP - column % _TAB_STOP if character == "\t" else _character_width(character)
    return column
