"""Rejoin wrapped lines: find the line breaks at which a sentence goes on in the next line.

A break is a wrap where the next line's first word would not have fitted into the margin of its region
(margins.py). The figures below are rules of thumb; tests/golden/segmentation shows what they do.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from itertools import pairwise

from build_tools.segmentation.lines import Line
from build_tools.segmentation.margins import (
    FULL_WITHIN_SENTENCE,
    WIDEST,
    Group,
    are_rows,
    chunk_margin,
    count_breaks,
    find_heads,
    fullness,
    is_mostly_cjk,
    right_edge,
    text_margin,
)
from build_tools.segmentation.roles import line_classifiers, numbering
from build_tools.segmentation.roles.line_classifiers import divides_word
from build_tools.segmentation.roles.speakers import Speakers
from build_tools.segmentation.stanzas import find_stanzas

_SHORT = 20  # columns; a line this short does not show in which script its paragraph is
_INDENT = 2  # columns that make a new paragraph; one is a slip

# How full a line must be, as a fraction of the margin, for its break to be a wrap.
_FULL = 1.0
_FULL_AFTER_SENTENCE = 0.9
_FULL_AFTER_SENTENCE_WITHOUT_BLANK_LINES = 0.98
_SHORT_END = 0.7  # the same for the last line of a paragraph that shows where it ends
_FULL_BEFORE_SMALL_LETTER = 0.6


def rejoin(lines: Sequence[Line]) -> tuple[list[Group], frozenset[int]]:
    """Rejoin wrapped lines.

    Returns:
        The lines in groups, each of them one block (a paragraph, a heading, a list item, a stanza), and the starts of
        those that are stanzas.
    """
    speakers = Speakers(line.text for line in lines)
    runs = list(_runs(lines, speakers))
    stanzas = find_stanzas(runs)
    chunks = [(run,) if run[0].start in stanzas else tuple(_chunks(run)) for run in runs]
    prose = [chunk for run in chunks if run[0][0].start not in stanzas for chunk in run]
    scripts = {False, *(line.cjk for line in lines)}
    margins = {cjk: text_margin(prose, cjk=cjk) if cjk in scripts else 0 for cjk in (False, True)}
    openings = _openings(lines, margins, speakers) | stanzas
    groups: list[Group] = []
    for run in chunks:
        if run[0][0].start in stanzas:
            groups.extend(run)
            continue
        for chunk in run:
            margin = chunk_margin(chunk, margins[is_mostly_cjk(chunk)])
            groups.extend(_single_spaced(chunk, margin, openings))
    return _double_spaced(groups, openings), stanzas


def _openings(lines: Sequence[Line], margins: Mapping[bool, int], speakers: Speakers) -> frozenset[int]:
    """Return the starts of the lines that always open a block: items, speakers, repeated lines, entries of contents."""
    markers = [numbering.read_marker(line.text) for line in lines]
    numbers = numbering.NumberingContext(markers)
    opening = set()
    before: Line | None = None
    closed = False
    for line, marker in zip(lines, markers, strict=True):
        text = line.text
        alone = line_classifiers.is_ornament(text) or line_classifiers.has_leaders(text)
        opens = alone or closed or (before is not None and before.text == text)
        if marker or speakers.may_open(text):
            apart = _is_apart(before, line, margins[line.cjk])
            opens = bool(marker and numbers.accepts(marker, apart=apart)) or speakers.opens(text, apart=apart) or opens
        if opens:
            opening.add(line.start)
        before, closed = line, alone
    return frozenset(opening)


def _is_apart(before: Line | None, line: Line, margin: int) -> bool:
    """Return whether the line before a line is certainly complete."""
    return (
        before is None
        or line.gap > 0
        or line_classifiers.ends_sentence(before.text)
        or not margin
        or fullness(before, line, margin) < _FULL_AFTER_SENTENCE
    )


def _runs(lines: Sequence[Line], speakers: Speakers) -> Iterator[Group]:
    """Yield runs of lines without a blank line between them, in a play without another speaker."""
    run: list[Line] = []
    for line in lines:
        if run and not line.carries_on and (line.gap or speakers.part(line.text, run[-1].text)):
            yield tuple(run)
            run = []
        run.append(line)
    if run:
        yield tuple(run)


def _chunks(run: Group) -> Iterator[Group]:
    """Yield the parts of a run whose lines may be wrapped: none too long for it, none indented anew."""
    if len(run) == 1:
        yield run
        return
    chunk = [run[0]]
    wide = run[0].edge > WIDEST
    for line in run[1:]:
        before_wide, wide = wide, line.edge > WIDEST
        if not line.carries_on and (wide or before_wide or _changes_indent(chunk, line)):
            yield tuple(chunk)
            chunk = []
        chunk.append(line)
    yield tuple(chunk)


def _changes_indent(chunk: Sequence[Line], line: Line) -> bool:
    """Return whether a line is indented otherwise than the complete lines before it."""
    before = chunk[-1]
    step = abs(line.indent - before.indent)
    if not step:
        return False
    if before.text.endswith(":"):
        return True
    return step >= _INDENT and len(chunk) > 1 and line_classifiers.ends_sentence(before.text)


def _single_spaced(chunk: Group, margin: int, openings: frozenset[int]) -> Iterator[Group]:
    group = [chunk[0]]
    measured = _MeasuredChunk(chunk, margin)
    heads = find_heads(chunk, margin)
    for line in chunk[1:]:
        opens = line.start in openings or line.start in heads
        if line.carries_on or (not opens and _continues(group, line, measured)):
            group.append(line)
        else:
            yield tuple(group)
            group = [line]
    yield tuple(group)


class _MeasuredChunk:
    """Lines without a blank line between them, and the margin at which they are wrapped."""

    def __init__(self, lines: Sequence[Line], margin: int) -> None:
        self.lines = lines
        self.margin = margin

    @cached_property
    def full_after_sentence(self) -> float:
        """Return how full a line is that ends with a sentence, for the next to go on with the same paragraph.

        Where short lines end sentences within the chunk, paragraphs follow one another without a blank line, and a line
        that had room for the next word ends one.
        """
        several = any(
            line_classifiers.ends_sentence(before.text)
            and line_classifiers.begins_capital(line.text)
            and fullness(before, line, self.margin) < _SHORT_END
            for before, line in pairwise(self.lines)
        )
        return _FULL_AFTER_SENTENCE_WITHOUT_BLANK_LINES if several else _FULL_AFTER_SENTENCE


def _continues(group: Sequence[Line], line: Line, chunk: _MeasuredChunk) -> bool:
    """Return whether a line continues the group before it."""
    before, margin = group[-1], chunk.margin
    if divides_word(before.text, line.text) and line_classifiers.begins_small(line.text):
        return True
    if not margin or are_rows(before, line):
        return False
    filled = fullness(before, line, margin)
    finished = line_classifiers.ends_sentence(before.text)
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
    if filled <= _FULL_AFTER_SENTENCE or (line is chunk.lines[-1] and not line_classifiers.is_closed(line.text)):
        return False
    return filled > chunk.full_after_sentence


def _double_spaced(groups: Sequence[Group], openings: frozenset[int]) -> list[Group]:
    """Rejoin lines with a blank line between every two, as some converters leave them."""
    rejoined: list[Group] = []
    run: list[Line] = []
    for group in [*groups, ()]:
        line = group[0] if len(group) == 1 else None
        if (
            line
            and not line.carries_on
            and (not run or line.cjk == run[-1].cjk or min(line.width, run[-1].width) < _SHORT)
        ):
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
    double_spaced = _MeasuredChunk((*lines[:1], *lines[:1]), margin)
    group: list[Line] = []
    for line in lines:
        if (
            group
            and margin
            and line.gap == 1
            and line.start not in openings
            and max(line.edge, group[-1].edge) <= WIDEST
            and _continues(group, line, double_spaced)
        ):
            group.append(line)
            continue
        if group:
            yield tuple(group)
        group = [line]
    if group:
        yield tuple(group)
