"""Which line breaks are wraps: the places where a line was full and its sentence goes on in the next.

A break is a wrap where the next line's first word would not have fitted into the width of its
region. Only lines that show themselves to be wrapped have such a width: most of them are full and
break off within a sentence. Verse, addresses and lists of names do not, so their lines stay lines.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from build_tools.segmentation.lines import Line, width
from build_tools.segmentation.roles import line_classifiers, numbering
from build_tools.text.scripts import is_cjk

Group = tuple[Line, ...]

_WIDEST = 120  # no one wraps lines wider than this; a longer line is a paragraph
_NARROWEST = 30  # lines shorter than this are verse, names, numbers
_RAGGED = 30  # one line in so many may stick out of the margin
_NARROW_BLOCK = 0.8  # a block this much narrower than the text has a margin of its own
_CAPITALS = 1.5  # capitals are about half as wide again in the type such texts were taken from
_SHORT = 20  # a line this short does not show in which script its paragraph is
_INDENT = 2  # columns that make a new paragraph; one is a slip

_COLUMNS = re.compile(r"\t| {3,}")

# How full a line must be, in parts of the margin, for its break to be a wrap.
_FULL = 1.0
_FULL_AFTER_SENTENCE = 0.9
_FULL_WITHIN_SENTENCE = 0.8
_FULL_BEFORE_SMALL_LETTER = 0.6

_NARROW = 50  # lines no longer than this may be verse that begins its lines with small letters
_CLEAR = 3  # so many wraps make a paragraph clearly wrapped
_CLEAR_IF_NARROW = 5
_SURE = 3  # times as many wraps as plain breaks make a region wrapped


@dataclass(frozen=True, slots=True)
class _Evidence:
    """How many breaks of a region look like wraps, and how many surely are none."""

    wraps: int
    plain: int
    margin: int

    def wrapped(self, least: int) -> bool:
        """Whether at least so many wraps, and hardly a plain break, show a region to be wrapped; verse is narrow."""
        needed = least if self.margin >= _NARROW else max(least, _CLEAR_IF_NARROW)
        return self.wraps >= needed and self.wraps > _SURE * self.plain


def rejoin(lines: Sequence[Line]) -> list[Group]:
    """The lines in groups, each of them one block: a paragraph, a heading, a list item."""
    chunks = list(_chunks(lines))
    margins = {cjk: _text_margin(chunks, cjk=cjk) for cjk in (False, True)}
    openings = _openings(lines, margins)
    groups: list[Group] = []
    for chunk in chunks:
        margin = _chunk_margin(chunk, margins[_is_cjk(chunk)])
        groups.extend(_single_spaced(chunk, margin, openings))
    return _double_spaced(groups, openings)


def _openings(lines: Sequence[Line], margins: Mapping[bool, int]) -> frozenset[int]:
    """Where the lines begin that open a block whatever stands before them: items, speakers, repeated lines."""
    company = numbering.NumberingContext(line.text for line in lines)
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
            or _fullness(before, line, margins[line.cjk]) < _FULL_AFTER_SENTENCE
        )
        if (
            (marker and company.accepts(marker, apart=apart))
            or speakers.opens(line.text, apart=apart)
            or line_classifiers.is_ornament(line.text)
            or (before and (before.text == line.text or line_classifiers.is_ornament(before.text)))
        ):
            opening.add(line.start)
        before = line
    return frozenset(opening)


def _chunks(lines: Sequence[Line]) -> Iterator[Group]:
    """Runs of lines without a blank line between them, none of them too long to be wrapped."""
    chunk: list[Line] = []
    for line in lines:
        if chunk and (line.gap or max(line.edge, chunk[-1].edge) > _WIDEST or _steps(chunk, line)):
            yield tuple(chunk)
            chunk = []
        chunk.append(line)
    if chunk:
        yield tuple(chunk)


def _steps(chunk: Sequence[Line], line: Line) -> bool:
    """Whether a line begins at another margin than the complete lines before it."""
    before = chunk[-1]
    step = abs(line.indent - before.indent)
    if before.text.endswith(":"):
        return step > 0
    return step >= _INDENT and len(chunk) > 1 and line_classifiers.ends_sentence(before.text)


def _is_cjk(lines: Sequence[Line]) -> bool:
    return sum(line.cjk for line in lines) * 2 > len(lines)


def _text_margin(chunks: Sequence[Group], *, cjk: bool) -> int:
    """The margin at which a text is wrapped, 0 where it is not.

    Paragraphs that are clearly wrapped tell it, whatever lists and tables stand between them; in a
    text of short ones, all together do.
    """
    several = [chunk for chunk in chunks if len(chunk) > 1 and _is_cjk(chunk) == cjk]
    clear = [chunk for chunk in several if _weigh(pairwise(chunk), _margin(chunk)).wrapped(_CLEAR)]
    if clear:
        return _margin([line for chunk in clear for line in chunk])
    margin = _margin([line for chunk in several for line in chunk])
    evidence = _weigh([pair for chunk in several for pair in pairwise(chunk)], margin)
    return margin if evidence.wrapped(least=1) else 0


def _chunk_margin(chunk: Group, text_margin: int) -> int:
    own = _margin(chunk)
    if text_margin and own > _NARROW_BLOCK * text_margin:
        return text_margin
    least = 1 if len(chunk) == 2 and not text_margin else 2  # noqa: PLR2004
    return own if _weigh(pairwise(chunk), own).wrapped(least) else text_margin


def _margin(lines: Sequence[Line]) -> int:
    edges = sorted((line.edge for line in lines if line.edge <= _WIDEST), reverse=True)
    return edges[len(edges) // _RAGGED] if edges else 0


def _weigh(pairs: Iterable[tuple[Line, Line]], margin: int) -> _Evidence:
    """What the breaks within sentences say; before a capital one counts only where small letters are as common."""
    small = capital = plain = 0
    for line, following in pairs:
        if margin < _NARROWEST or line_classifiers.ends_sentence(line.text) or line.text == following.text:
            continue
        if _fullness(line, following, margin) < _FULL_WITHIN_SENTENCE or _are_rows(line, following):
            plain += 1
        elif line_classifiers.begins_capital(following.text) and not line_classifiers.is_capitals(line.text):
            capital += 1
        else:
            small += 1
    return _Evidence(small + (capital if small >= capital else 0), plain, margin)


def _fullness(line: Line, following: Line, margin: int) -> float:
    """The width a line would have had with the next word on it, in parts of the margin."""
    word = following.text[:2] if is_cjk(following.text[:2]) else following.text.split(maxsplit=1)[0]
    needed = line.edge + (0 if is_cjk(word) else 1) + width(word)
    if (
        line_classifiers.is_capitals(line.text)
        and line_classifiers.is_capitals(following.text)
        and not line_classifiers.ends_sentence(line.text)
    ):
        return needed * _CAPITALS / margin
    return needed / margin


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
    """Whether a line goes on from the group before it."""
    before = group[-1]
    fullness = _fullness(before, line, margin)
    finished = line_classifiers.ends_sentence(before.text)
    if _are_rows(before, line):
        return False
    if line.indent >= before.indent + _INDENT and finished and not numbering.read_marker(group[0].text):
        return False
    if len(group) > 1 and line.indent <= before.indent - _INDENT:
        return False
    if fullness > _FULL:
        return True
    if not finished:
        small = not line_classifiers.begins_capital(line.text) and not line.cjk
        return fullness > (_FULL_BEFORE_SMALL_LETTER if small else _FULL_WITHIN_SENTENCE)
    # What ends a paragraph ends a sentence; a last line that does not is a heading or a label.
    return fullness > _FULL_AFTER_SENTENCE and not (last and not line_classifiers.is_closed(line.text))


def _are_rows(line: Line, following: Line) -> bool:
    """Whether two lines are rows of a table, with columns that tabs or wide blanks keep apart."""
    return all(_COLUMNS.search(row.text) for row in (line, following))


def _double_spaced(groups: Sequence[Group], openings: frozenset[int]) -> list[Group]:
    """Rejoin lines that have a blank line between every two of them, as some converters leave them."""
    result: list[Group] = []
    stretch: list[Line] = []
    for group in [*groups, ()]:
        line = group[0] if len(group) == 1 else None
        if line and (not stretch or line.cjk == stretch[-1].cjk or min(line.width, stretch[-1].width) < _SHORT):
            stretch.append(line)
            continue
        result.extend(_stretch(stretch, openings))
        stretch = [line] if line else []
        if len(group) > 1:
            result.append(group)
    result.extend(_stretch(stretch, openings))
    return result


def _stretch(lines: Sequence[Line], openings: frozenset[int]) -> Iterator[Group]:
    pairs = [
        (line, following)
        for line, following in pairwise(lines)
        if following.gap == 1 and following.start not in openings
    ]
    margin = _margin(lines)
    if not _weigh(pairs, margin).wrapped(least=3):
        margin = 0
    group: list[Line] = []
    for line in lines:
        if (
            group
            and margin
            and line.gap == 1
            and line.start not in openings
            and max(line.edge, group[-1].edge) <= _WIDEST
            and _continues(group, line, margin, last=False)
        ):
            group.append(line)
            continue
        if group:
            yield tuple(group)
        group = [line]
    if group:
        yield tuple(group)
