"""Rejoin wrapped lines: find the line breaks at which a sentence goes on in the next line.

A break is a wrap where the next line's first word would not have fitted into the margin of its region
(margins.py). The figures below are rules of thumb; tests/golden/segmentation shows what they do.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from build_tools.segmentation.lines import Line
from build_tools.segmentation.margins import (
    FULL_WITHIN_SENTENCE,
    WIDEST,
    Group,
    are_rows,
    chunk_margin,
    count_breaks,
    fullness,
    is_mostly_cjk,
    right_edge,
    text_margin,
)
from build_tools.segmentation.roles import line_classifiers, numbering

_SHORT = 20  # columns; a line this short does not show in which script its paragraph is
_INDENT = 2  # columns that make a new paragraph; one is a slip

# How full a line must be, as a fraction of the margin, for its break to be a wrap.
_FULL = 1.0
_FULL_AFTER_SENTENCE = 0.9
_FULL_BEFORE_SMALL_LETTER = 0.6


def rejoin(lines: Sequence[Line]) -> list[Group]:
    """Return the lines in groups, each of them one block: a paragraph, a heading, a list item."""
    chunks = list(_chunks(lines))
    margins = {cjk: text_margin(chunks, cjk=cjk) for cjk in (False, True)}
    openings = _openings(lines, margins)
    groups: list[Group] = []
    for chunk in chunks:
        margin = chunk_margin(chunk, margins[is_mostly_cjk(chunk)])
        groups.extend(_single_spaced(chunk, margin, openings))
    return _double_spaced(groups, openings)


def _openings(lines: Sequence[Line], margins: Mapping[bool, int]) -> frozenset[int]:
    """Return the starts of the lines that always open a block: items, speakers, repeated lines."""
    numbers = numbering.NumberingContext(line.text for line in lines)
    speakers = line_classifiers.Speakers(line.text for line in lines)
    opening = set()
    before: Line | None = None
    for line in lines:
        marker = numbering.read_marker(line.text)
        apart = (
            before is None
            or line.gap > 0
            or line_classifiers.ends_sentence(before.text)
            or not margins[line.cjk]
            or fullness(before, line, margins[line.cjk]) < _FULL_AFTER_SENTENCE
        )
        if (
            (marker and numbers.accepts(marker, apart=apart))
            or speakers.opens(line.text, apart=apart)
            or line_classifiers.is_ornament(line.text)
            or (before and (before.text == line.text or line_classifiers.is_ornament(before.text)))
        ):
            opening.add(line.start)
        before = line
    return frozenset(opening)


def _chunks(lines: Sequence[Line]) -> Iterator[Group]:
    """Yield runs of lines without a blank line between them, none too long to be wrapped."""
    chunk: list[Line] = []
    for line in lines:
        if chunk and (line.gap or max(line.edge, chunk[-1].edge) > WIDEST or _changes_indent(chunk, line)):
            yield tuple(chunk)
            chunk = []
        chunk.append(line)
    if chunk:
        yield tuple(chunk)


def _changes_indent(chunk: Sequence[Line], line: Line) -> bool:
    """Return whether a line is indented otherwise than the complete lines before it."""
    before = chunk[-1]
    step = abs(line.indent - before.indent)
    if before.text.endswith(":"):
        return step > 0
    return step >= _INDENT and len(chunk) > 1 and line_classifiers.ends_sentence(before.text)


def _single_spaced(chunk: Group, margin: int, openings: frozenset[int]) -> Iterator[Group]:
    group = [chunk[0]]
    for index, line in enumerate(chunk[1:], 2):
        last = index == len(chunk)
        if margin and line.start not in openings and _continues(group, line, margin, last=last):
            group.append(line)
        else:
            yield tuple(group)
            group = [line]
    yield tuple(group)


def _continues(group: Sequence[Line], line: Line, margin: int, *, last: bool) -> bool:
    """Return whether a line continues the group before it."""
    before = group[-1]
    filled = fullness(before, line, margin)
    finished = line_classifiers.ends_sentence(before.text)
    if are_rows(before, line):
        return False
    if line.indent >= before.indent + _INDENT and finished and not numbering.read_marker(group[0].text):
        return False
    if len(group) > 1 and line.indent <= before.indent - _INDENT:
        return False
    if filled > _FULL:
        return True
    if not finished:
        small = not line_classifiers.begins_capital(line.text) and not line.cjk
        return filled > (_FULL_BEFORE_SMALL_LETTER if small else FULL_WITHIN_SENTENCE)
    # A paragraph ends with a sentence; a last line that does not is a heading or a label.
    return filled > _FULL_AFTER_SENTENCE and not (last and not line_classifiers.is_closed(line.text))


def _double_spaced(groups: Sequence[Group], openings: frozenset[int]) -> list[Group]:
    """Rejoin lines with a blank line between every two, as some converters leave them."""
    rejoined: list[Group] = []
    run: list[Line] = []
    for group in [*groups, ()]:
        line = group[0] if len(group) == 1 else None
        if line and (not run or line.cjk == run[-1].cjk or min(line.width, run[-1].width) < _SHORT):
            run.append(line)
            continue
        rejoined.extend(_rejoin_run(run, openings))
        run = [line] if line else []
        if len(group) > 1:
            rejoined.append(group)
    rejoined.extend(_rejoin_run(run, openings))
    return rejoined


def _rejoin_run(lines: Sequence[Line], openings: frozenset[int]) -> Iterator[Group]:
    pairs = [
        (line, following)
        for line, following in pairwise(lines)
        if following.gap == 1 and following.start not in openings
    ]
    margin = right_edge(lines)
    if not count_breaks(pairs, margin).show_wrapping(least=3):
        margin = 0
    group: list[Line] = []
    for line in lines:
        if (
            group
            and margin
            and line.gap == 1
            and line.start not in openings
            and max(line.edge, group[-1].edge) <= WIDEST
            and _continues(group, line, margin, last=False)
        ):
            group.append(line)
            continue
        if group:
            yield tuple(group)
        group = [line]
    if group:
        yield tuple(group)
