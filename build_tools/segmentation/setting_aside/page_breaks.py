"""Close a text up over its page breaks: take the furniture out, and let go on what goes on."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence

from build_tools.model import PageBreak
from build_tools.segmentation.lines import Line
from build_tools.segmentation.margins import WIDEST
from build_tools.segmentation.proto_blocks import Composer, ProtoBlock
from build_tools.segmentation.roles import line_classifiers, numbering
from build_tools.segmentation.setting_aside.page_lines import interrupts

_MOST_NOTES = 8  # at the foot of a page
_NOTE = re.compile(r"(?:[*†‡§¶]{1,3}|\d{1,3}[.)]?|\(\d{1,3}\)|\[\d{1,3}\]|[⁰¹²³⁴⁵⁶⁷⁸⁹]+[.)]?)\s?[^\W\d]")
_LEAST_OF_PARAGRAPH = 60  # characters
_FULL = 0.9  # of the longest line nearby
_LONG = 0.75
_MOSTLY_FULL = 0.6
_NEARBY = 20  # lines
_INDENT = 2  # columns
_PAGES = 2  # one page has no break


def carry_over(
    lines: Sequence[Line], furniture: Collection[int], breaks: Mapping[int, str], *, in_columns: bool
) -> tuple[list[Line], list[PageBreak], frozenset[int]]:
    """Return the lines of the text, where its numbered pages begin, and where the first lines of all pages do.

    Args:
        lines: The lines.
        furniture: The indexes of those to take out.
        breaks: The number of the page that begins at a line, by its index; "" where none is known.
        in_columns: Whether a blank line may also be where a column ends.
    """
    if not furniture and len(breaks) < _PAGES and not in_columns:
        return list(lines), [], frozenset()
    kept: list[Line] = []
    pages: list[PageBreak] = []
    starts: set[int] = set()
    gap = 0
    broken, label = False, ""
    for index, line in enumerate(lines):
        if index in breaks:
            broken, label = True, breaks[index] or label
        if index in furniture:
            broken = True
            gap += line.gap
            continue
        if label:
            pages.append(PageBreak(line.start, label))
        if in_columns and not broken and line.gap and kept and _ends_column(kept, line):
            broken = True
        if broken and kept:
            starts.add(line.start)
            kept.append(_after_break(kept, line, gap, lines[index + 1 : index + _NEARBY]))
        else:
            wraps_title = len(kept) == 1 and not line.gap and interrupts(kept[0], line)
            kept.append(line._replace(carries_on=True) if wraps_title else line)
        broken, label, gap = False, "", 0
    return kept, pages, frozenset(starts)


def _ends_column(before: Sequence[Line], line: Line) -> bool:
    """Return whether a full line is parted from the line with which its sentence goes on."""
    edge = max(other.edge for other in before[-_NEARBY:])
    return before[-1].edge >= _MOSTLY_FULL * edge and edge <= WIDEST and interrupts(before[-1], line)


def _after_break(before: Sequence[Line], line: Line, gap: int, following: Sequence[Line]) -> Line:
    """Return the first line of a page as it follows the last line of the page before."""
    last = before[-1]
    if interrupts(last, line) or line_classifiers.divides_word(last.text, line.text):
        return line._replace(gap=0, carries_on=True)
    if _reads_on(before, line, following) and (
        line.text[-1:].isalpha() or not line_classifiers.ends_sentence(last.text)
    ):
        return line._replace(gap=0)
    is_short = line.edge < _LONG * max(other.edge for other in (line, *before[-_NEARBY:]))
    return line._replace(gap=max(line.gap + gap, int(is_short)))


def _reads_on(before: Sequence[Line], line: Line, following: Sequence[Line]) -> bool:
    """Return whether a full line is followed by one that begins no paragraph: long itself, not indented, no item."""
    nearby = [other for other in (*before[-_NEARBY:], *following) if other.edge <= WIDEST]
    if not nearby or numbering.read_marker(line.text):
        return False
    edge = max(other.edge for other in nearby)
    indent = min(other.indent for other in nearby)
    caseless = not any(character.isupper() or character.islower() for character in line.text[:_LEAST_OF_PARAGRAPH])
    if caseless and before[-1].edge >= _FULL * edge and not line_classifiers.ends_sentence(before[-1].text):
        return line_classifiers.ends_sentence(line.text)
    return before[-1].edge >= _FULL * edge and line.edge >= _LONG * edge and line.indent < indent + _INDENT


def join_over_notes(composer: Composer, blocks: Sequence[ProtoBlock], breaks: Collection[int]) -> list[ProtoBlock]:
    """Join each sentence that goes on behind the notes at the foot of its page; the notes follow it.

    Args:
        composer: Composes the blocks.
        blocks: The blocks, in order.
        breaks: Where the first lines of pages begin.
    """
    joined: list[ProtoBlock] = []
    for block in blocks:
        notes = 0
        while block.start in breaks and notes < min(_MOST_NOTES, len(joined)) and _NOTE.match(joined[-1 - notes].text):
            notes += 1
        before = joined[-1 - notes] if notes and len(joined) > notes else None
        if before and _goes_on(before.text, block.text):
            joined[-1 - notes] = composer.merge((before, block))
        else:
            joined.append(block)
    return joined


def _goes_on(before: str, text: str) -> bool:
    """Return whether a text breaks off within a sentence that another goes on with."""
    if line_classifiers.ends_sentence(before) or len(before) < _LEAST_OF_PARAGRAPH:
        return False
    return line_classifiers.begins_small(text) or line_classifiers.divides_word(before, text)
