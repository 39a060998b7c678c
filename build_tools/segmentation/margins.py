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
from build_tools.text.scripts import is_cjk

Group = tuple[Line, ...]
"""Lines that follow one another."""

WIDEST = 120
"""The widest a wrapped line may be, in columns; a longer line is a paragraph."""

FULL_WITHIN_SENTENCE = 0.8
"""How full a line must be, as a fraction of the margin, for its break within a sentence to be a wrap."""

_NARROWEST = 30  # columns; shorter lines are verse, names, numbers
_RAGGED = 30  # one line in this many may stick out of the margin
_NARROW_BLOCK = 0.8  # a block narrower than this fraction of the text's margin has a margin of its own
_CAPITALS = 1.5  # capitals are about half as wide again in the type such texts were taken from

_COLUMNS = re.compile(r"\t| {3,}")

_NARROW = 50  # columns; shorter lines may be verse that begins its lines with small letters
_CLEAR = 3  # this many wraps make a paragraph clearly wrapped
_CLEAR_IF_NARROW = 5
_SURE = 3  # a wrapped region has more than this many times as many wraps as plain breaks


@dataclass(frozen=True, slots=True)
class BreakCounts:
    """How many line breaks of a region look like wraps, and how many certainly are none."""

    wraps: int
    plain: int
    margin: int

    def show_wrapping(self, least: int) -> bool:
        """Return whether there are at least `least` wraps and hardly a plain break; narrow regions need more."""
        needed = least if self.margin >= _NARROW else max(least, _CLEAR_IF_NARROW)
        return self.wraps >= needed and self.wraps > _SURE * self.plain


def is_mostly_cjk(lines: Sequence[Line]) -> bool:
    """Return whether most lines are written without spaces between words."""
    return sum(line.cjk for line in lines) * 2 > len(lines)


def text_margin(chunks: Sequence[Group], *, cjk: bool) -> int:
    """Return the margin at which a text is wrapped, 0 where it is not.

    Clearly wrapped paragraphs decide, whatever lists and tables stand between them; in a text of short
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
    return edge if count_breaks(pairwise(chunk), edge).show_wrapping(least) else margin_of_text


def right_edge(lines: Sequence[Line]) -> int:
    """Return the column that all but the few longest lines keep within; 0 without lines."""
    edges = sorted((line.edge for line in lines if line.edge <= WIDEST), reverse=True)
    return edges[len(edges) // _RAGGED] if edges else 0


def count_breaks(pairs: Iterable[tuple[Line, Line]], margin: int) -> BreakCounts:
    """Count the breaks within sentences; those before a capital only if as many come before a small letter."""
    small = capital = plain = 0
    for line, following in pairs:
        if margin < _NARROWEST or line_classifiers.ends_sentence(line.text) or line.text == following.text:
            continue
        if fullness(line, following, margin) < FULL_WITHIN_SENTENCE or are_rows(line, following):
            plain += 1
        elif line_classifiers.begins_capital(following.text) and not line_classifiers.is_capitals(line.text):
            capital += 1
        else:
            small += 1
    return BreakCounts(small + (capital if small >= capital else 0), plain, margin)


def fullness(line: Line, following: Line, margin: int) -> float:
    """Return the width a line would have with the next word on it, as a fraction of the margin."""
    word = following.text[:2] if is_cjk(following.text[:2]) else following.text.split(maxsplit=1)[0]
    needed = line.edge + (0 if is_cjk(word) else 1) + width(word)
    if (
        line_classifiers.is_capitals(line.text)
        and line_classifiers.is_capitals(following.text)
        and not line_classifiers.ends_sentence(line.text)
    ):
        return needed * _CAPITALS / margin
    return needed / margin


def are_rows(line: Line, following: Line) -> bool:
    """Return whether two lines are rows of a table, with columns that tabs or wide spaces keep apart."""
    return all(_COLUMNS.search(row.text) for row in (line, following))
