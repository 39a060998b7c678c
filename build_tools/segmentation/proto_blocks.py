"""Build blocks that have no role yet: their lines in the seed, and their text with its white space normalised."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from build_tools.model import Span
from build_tools.segmentation.divided_words import HYPHENS, JOINED, OPEN, DividedWords
from build_tools.segmentation.lines import width
from build_tools.segmentation.margins import Group
from build_tools.text.scripts import UNSPACED, is_cjk_character

Range = tuple[int, int]
"""A range of the seed in code points: start, end (exclusive)."""

# A single space is kept, be it a no-break or an ideographic one; tabs and runs of spaces become one space.
_WHITE = re.compile(r"\s(?:\s+|(?<=[\t\n\v\f\r\x1c-\x1f\x85\u2028\u2029]))")
_JOINS_TIGHT = "-‐‑–—\u00ad"
_SUSPENDED = re.compile(r"(?:and|or|to|und|oder|bis|et|ou|y|o|i|и|или)\b", re.IGNORECASE)
_SPACED = re.compile(rf"[{UNSPACED}] [A-Za-z0-9]|[A-Za-z0-9] [{UNSPACED}]")
_TIGHT = re.compile(rf"[{UNSPACED}][A-Za-z0-9]|[A-Za-z0-9][{UNSPACED}]")


class ProtoBlock(NamedTuple):
    """A piece of text that will be one block or set aside.

    Attributes:
        line_ranges: Its lines in the seed.
        text: The text as it will be shown.
        spans: The parts of `text` that are unchanged from the seed.
        indent: The column of its first line.
        gap: The number of blank lines before it.
        width: The columns of its text.
        is_interrupted: Whether lines that are set aside stand between its lines.
        dropped: The hyphens of the seed that divide a word of it at a line's end and are not shown.
        doubtful: Those of which nobody can tell; they are shown.
        marks: The marks of Markdown in it, which are not shown.
    """

    line_ranges: tuple[Range, ...]
    text: str
    spans: tuple[Span, ...]
    indent: int
    gap: int
    width: int
    is_interrupted: bool = False
    dropped: tuple[Range, ...] = ()
    doubtful: tuple[Range, ...] = ()
    marks: tuple[Range, ...] = ()

    @property
    def start(self) -> int:
        """Return where the block begins in the seed."""
        return self.line_ranges[0][0]

    @property
    def end(self) -> int:
        """Return where the block ends in the seed."""
        return self.line_ranges[-1][1]

    @property
    def stretches(self) -> tuple[Range, ...]:
        """Return its lines in the seed, one stretch where nothing is set aside between them."""
        if not self.is_interrupted:
            return ((self.start, self.end),)
        return self.line_ranges


class Composer:
    """Composes the blocks of one text."""

    def __init__(self, seed: str, divided_words: DividedWords, marks: Sequence[Range] = ()) -> None:
        """Begin a text, whose divided words are decided by `divided_words`; `marks`, in order, are not shown."""
        self._seed = seed
        self._marks = marks
        self._divided_words = divided_words
        self._is_ascii = seed.isascii()

    def to_proto_block(self, group: Group) -> ProtoBlock:
        """Return the block that a group of lines makes."""
        return self._compose(tuple((line.start, line.end) for line in group), group[0].indent, group[0].gap)

    def cut(self, block: ProtoBlock, offset: int) -> tuple[ProtoBlock, ...]:
        """Cut a block in two, the second beginning at `offset` of the seed; leave it whole if one would be empty."""
        seed, ranges = self._seed, block.line_ranges
        left = tuple(_trimmed(seed, ((start, min(end, offset)) for start, end in ranges if start < offset)))
        right = tuple(_trimmed(seed, ((max(start, offset), end) for start, end in ranges if end > offset)))
        if not (left and right):
            return (block,)
        return self._compose(left, block.indent, block.gap), self._compose(right, block.indent, 0)

    def merge(self, parts: Sequence[ProtoBlock]) -> ProtoBlock:
        """Join blocks that follow one another into one."""
        if len(parts) == 1:
            return parts[0]
        line_ranges = tuple(stretch for part in parts for stretch in part.line_ranges)
        return self._compose(line_ranges, parts[0].indent, parts[0].gap)

    def _compose(self, line_ranges: tuple[Range, ...], indent: int, gap: int) -> ProtoBlock:
        seed = self._seed
        if len(line_ranges) == 1:
            ((start, end),) = line_ranges
            content = seed[start:end]
            if not self._marks and _is_even(content):
                return ProtoBlock(line_ranges, content, (Span(0, start, end),), indent, gap, width(content))
            text = _Text(seed, self._marks)
            text.add_line(start, end)
            return text.as_block(line_ranges, indent, gap)
        text = _Text(seed, self._marks)
        tight = self._is_ascii or _writes_tight("".join(seed[start:end] for start, end in line_ranges))
        last = len(line_ranges) - 1
        for number, (start, end) in enumerate(line_ranges):
            following = line_ranges[number + 1] if number < last else None
            divided = None
            if following and seed[end - 1] in HYPHENS and end - start > 1:
                divided = self._divided_words.decide(end - 1, following[0])
            text.add_line(start, end - 1 if divided == JOINED else end)
            if divided == JOINED:
                text.dropped.append((end - 1, end))
            elif following and (
                (self._is_ascii and seed[end - 1] != "-")
                or _space_between(seed[start:end], seed[following[0] : following[1]], tight=tight)
            ):
                text.add_space()
            elif divided == OPEN:
                text.doubtful.append((end - 1, end))
        return text.as_block(line_ranges, indent, gap)


class _Text:
    """The text of a block while it is composed."""

    def __init__(self, seed: str, marks: Sequence[Range]) -> None:
        self._seed = seed
        self._all_marks = marks
        self._pieces: list[str] = []
        self._spans: list[Span] = []
        self._length = 0
        self.dropped: list[Range] = []
        self.doubtful: list[Range] = []
        self.marks: list[Range] = []

    def add_line(self, start: int, end: int) -> None:
        """Add a line of the seed, its tabs and longer white space as single spaces, without the marks in it."""
        if not self._all_marks:
            content = self._seed[start:end]
            if _is_even(content):
                self._add_run(content, start)
            else:
                self._add_words(start, end)
            return
        for number in range(bisect_left(self._all_marks, (start, start)), len(self._all_marks)):
            first, last = self._all_marks[number]
            if first >= end:
                break
            self._add_words(start, first, trims=True)
            self.marks.append((first, min(last, end)))
            start = min(last, end)
        self._add_words(start, end, trims=True)

    def _add_words(self, start: int, end: int, *, trims: bool = False) -> None:
        """Add a part of a line; beside a mark, white space is added only between words."""
        space = False
        if trims:
            content = self._seed[start:end]
            inner = start + len(content) - len(content.lstrip())
            if inner > start:
                self.add_space()
            start, space = inner, content.rstrip() != content
            end = max(start, end - (len(content) - len(content.rstrip())))
        for first, last in _runs(self._seed, start, end) if start < end else ():
            if first > start:
                self.add_space()
            self._add_run(self._seed[first:last], first)
        if space and start < end:
            self.add_space()

    def _add_run(self, content: str, start: int) -> None:
        size = len(content)
        self._pieces.append(content)
        self._spans.append(Span(self._length, start, start + size))
        self._length += size

    def add_space(self) -> None:
        """Add a space for white space of the seed, unless there is one or nothing before it."""
        if self._pieces and self._pieces[-1] != " ":
            self._pieces.append(" ")
            self._length += 1

    def as_block(self, line_ranges: tuple[Range, ...], indent: int, gap: int) -> ProtoBlock:
        """Return the block."""
        if self._pieces and self._pieces[-1] == " ":
            self._pieces.pop()
        text = "".join(self._pieces)
        spans, dropped, doubtful = tuple(self._spans), tuple(self.dropped), tuple(self.doubtful)
        interrupted = False
        if len(line_ranges) > 1:
            between = "".join([self._seed[end:start] for (_, end), (start, _) in pairwise(line_ranges)])
            interrupted = bool(between) and not between.isspace()
        return ProtoBlock(
            line_ranges, text, spans, indent, gap, width(text), interrupted, dropped, doubtful, tuple(self.marks)
        )


def _trimmed(seed: str, line_ranges: Iterable[Range]) -> Iterator[Range]:
    for start, end in line_ranges:
        content = seed[start:end]
        first = start + len(content) - len(content.lstrip())
        last = end - (len(content) - len(content.rstrip()))
        if first < last:
            yield first, last


def _is_even(content: str) -> bool:
    """Return whether a line is shown unchanged for certain: nothing but single spaces parts its words."""
    return "  " not in content and content.isprintable()


def _runs(seed: str, start: int, end: int) -> Iterator[Range]:
    """Yield the runs of a line that are shown unchanged, between its tabs and longer white space."""
    for white in _WHITE.finditer(seed, start, end):
        yield start, white.start()
        start = white.end()
    yield start, end


def _writes_tight(text: str) -> bool:
    """Return whether a text mostly writes Han next to Latin letters or digits without a space."""
    return text.isascii() or len(_SPACED.findall(text)) <= len(_TIGHT.findall(text))


def _space_between(line: str, following: str, *, tight: bool) -> bool:
    """Return whether a wrap stands for a space: not between Han or Kana, nor after a hyphen, which is kept."""
    last, first = line[-1], following[0]
    if last.isalnum() and last.isascii() and first.isascii():
        return True
    wide = is_cjk_character(last), is_cjk_character(first)
    if all(wide):
        return False
    if any(wide):
        narrow = first if wide[0] else last
        return not tight and narrow.isalnum()
    if last in _JOINS_TIGHT and len(line) > 1 and not line[-2].isspace():
        return bool(_SUSPENDED.match(following)) and last == "-"
    return True
