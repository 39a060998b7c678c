"""Measure the margin at which a text is wrapped, and judge from its line breaks whether it is wrapped at all.

Only lines that show themselves to be wrapped have a margin: most of them are full and break off within
a sentence. Verse, addresses and lists of names do not. The figures below are rules of thumb;
tests/golden/segmentation shows what they do. Widths and margins are in columns.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from build_tools.segmentation.lines import Line, width
from build_tools.segmentation.roles import line_classifiers
from build_tools.text.scripts import SPACELESS, is_cjk

Group = tuple[Line, ...]
"""Lines that follow one another."""

WIDEST = 120
"""The widest a wrapped line may be, in columns; a longer line is a paragraph."""

FULL_WITHIN_SENTENCE = 0.8
"""How full a line must be, as a fraction of the margin, for its break within a sentence to be a wrap."""

_NARROWEST = 30  # columns; shorter lines are verse, names, numbers, or
_NARROWEST_COLUMN = 22  # the columns of a page, in long paragraphs
_RAGGED = 30  # one line in this many may stick out of the margin
_NARROW_BLOCK = 0.8  # a block narrower than this fraction of the text's margin has a margin of its own
_CAPITALS = 1.5  # capitals are about half as wide again in the type such texts were taken from


_SPACELESS = re.compile(f"[{SPACELESS}]")
_SPACELESS_WORD = 8  # characters that a word of Thai and the like has at most, mostly
_NARROW = 50  # columns; shorter lines may be verse that begins its lines with small letters
_LETTERS_OF_HAN = 1.5  # as many letters of an alphabet say what a column of Han says
_HEAD = 0.6  # of the margin at most, for a heading within a run of lines
_CLEAR = 3  # this many wraps make a paragraph clearly wrapped
_CLEAR_IF_NARROW = 5
_CLEAR_IF_COLUMN = 8
_SURE = 3  # a wrapped region has more than this many times as many wraps as plain breaks


@dataclass(frozen=True, slots=True)
class BreakCounts:
    """How many line breaks of a region look like wraps, and how many certainly are none."""

    wraps: int
    plain: int
    margin: float

    def show_wrapping(self, least: int) -> bool:
        """Return whether there are at least `least` wraps and hardly a plain break; narrow regions need more."""
        needed = least if self.margin >= _NARROW else max(least, _CLEAR_IF_NARROW)
        if self.margin < _NARROWEST:
            needed = _CLEAR_IF_COLUMN
        return self.wraps >= needed and self.wraps > _SURE * self.plain


def is_mostly_cjk(lines: Sequence[Line]) -> bool:
    """Return whether most lines are written without spaces between words."""
    return [line.cjk for line in lines].count(True) * 2 > len(lines)


def text_margin(chunks: Sequence[Group], *, cjk: bool) -> int:
    """Return the margin at which a text is wrapped, 0 where it is not.

    Clearly wrapped paragraphs decide, whatever lists and tables come between them; in a text of short
    paragraphs, all of them together do.

    Args:
        chunks: The runs of lines of the text.
        cjk: Whether to measure the lines in Chinese or Japanese, or the others.
    """
    several = [chunk for chunk in chunks if len(chunk) > 1 and is_mostly_cjk(chunk) == cjk]
    clear = [chunk for chunk in several if count_breaks(pairwise(chunk), right_edge(chunk)).show_wrapping(_CLEAR)]
    if clear:
        return right_edge([line for chunk in clear for line in chunk])
    margin = right_edge([line for chunk in several for line in chunk])
    breaks = count_breaks([pair for chunk in several for pair in pairwise(chunk)], margin)
    return margin if breaks.show_wrapping(least=1) else 0


def chunk_margin(chunk: Group, margin_of_text: int) -> int:
    """Return the margin of a run of lines: that of the text, or its own where it is set narrower."""
    edge = right_edge(chunk)
    if margin_of_text and edge > _NARROW_BLOCK * margin_of_text:
        return margin_of_text
    least = 1 if len(chunk) == 2 and not margin_of_text else 2  # noqa: PLR2004
    breaks = count_breaks(pairwise(chunk), edge)
    return edge if breaks.show_wrapping(least) or _is_one_sentence(chunk, breaks) else margin_of_text


def _is_one_sentence(chunk: Group, breaks: BreakCounts) -> bool:
    """Return whether a few narrow lines are one paragraph: each is full, and all but the first begin small."""
    return (
        breaks.wraps == len(chunk) - 1 > 1
        and line_classifiers.begins_capital(chunk[0].text)
        and all(line_classifiers.begins_small(line.text) for line in chunk[1:])
        and line_classifiers.ends_sentence(chunk[-1].text)
    )


def right_edge(lines: Sequence[Line]) -> int:
    """Return the column that all but the few longest lines keep within; 0 without lines."""
    edges = [edge for line in lines if (edge := line.indent + line.width) <= WIDEST]
    if len(edges) < _RAGGED:
        return max(edges, default=0)
    return sorted(edges, reverse=True)[len(edges) // _RAGGED]


def count_breaks(pairs: Iterable[tuple[Line, Line]], margin: int) -> BreakCounts:
    """Count the breaks within sentences; those before a capital only if as many come before a small letter."""
    small = capital = plain = east_asian = 0
    for line, following in pairs if margin >= _NARROWEST_COLUMN else ():
        if line_classifiers.ends_sentence(line.text) or line.text == following.text:
            continue
        east_asian += line.cjk
        if fullness(line, following, margin) < FULL_WITHIN_SENTENCE or are_rows(line, following):
            plain += 1
        elif line_classifiers.begins_capital(following.text) and not line_classifiers.is_capitals(line.text):
            capital += 1
        else:
            small += 1
    letters = margin * _LETTERS_OF_HAN if east_asian * 2 > small + capital + plain else margin
    return BreakCounts(small + (capital if small >= capital else 0), plain, letters)


def fullness(line: Line, following: Line, margin: int) -> float:
    """Return the width a line would have with the next word on it, as a fraction of the margin."""
    head = following.text[:2]
    if head.isascii() or not _SPACELESS.match(head):
        needed = line.indent + line.width + 1 + width(following.text.split(maxsplit=1)[0])
    else:
        needed = line.indent + line.width + width(head if is_cjk(head) else following.text[:_SPACELESS_WORD])
    if (
        line.text.isupper()
        and line_classifiers.is_capitals(line.text)
        and line_classifiers.is_capitals(following.text)
        and not line_classifiers.ends_sentence(line.text)
    ):
        return needed * _CAPITALS / margin
    return needed / margin


def are_rows(line: Line, following: Line) -> bool:
    """Return whether two lines are rows of a table, with columns that tabs or wide spaces keep apart."""
    return _has_columns(line.text) and _has_columns(following.text)


def _has_columns(text: str) -> bool:
    return "   " in text or "\t" in text


def find_heads(chunk: Group, margin: int) -> frozenset[int]:
    """Return the starts of short lines between a complete sentence and a new one: headings without blank lines."""
    if not margin:
        return frozenset()
    return frozenset(
        line.start
        for before, line, following in zip(chunk, chunk[1:], chunk[2:], strict=False)
        if line_classifiers.begins_capital(line.text)
        and line_classifiers.begins_capital(following.text)
        and not line_classifiers.is_closed(line.text)
        and line_classifiers.ends_sentence(before.text)
        and fullness(line, following, margin) < _HEAD
    )
