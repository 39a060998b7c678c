"""Build blocks that have no role yet: their lines in the seed, and their text with its white space normalised."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from build_tools.model import Span
from build_tools.segmentation.lines import width
from build_tools.segmentation.margins import Group
from build_tools.text.scripts import UNSPACED, is_cjk_character

Range = tuple[int, int]
"""A range of the seed in code points: start, end (exclusive)."""

# A single space is kept, be it a no-break or an ideographic one; tabs and runs of spaces become one space.
_WHITE = re.compile(r"\s{2,}|[\t\n\v\f\r\x1c-\x1f\x85\u2028\u2029]")
_JOINS_TIGHT = "-‐‑–—\u00ad"
_SUSPENDED = re.compile(r"(?:and|or|to|und|oder|bis|et|ou|y|o|i|и|или)\b", re.IGNORECASE)
_SPACED = re.compile(rf"[{UNSPACED}] [A-Za-z0-9]|[A-Za-z0-9] [{UNSPACED}]")
_TIGHT = re.compile(rf"[{UNSPACED}][A-Za-z0-9]|[A-Za-z0-9][{UNSPACED}]")


@dataclass(frozen=True, slots=True)
class ProtoBlock:
    """A piece of text that will be one block or set aside.

    Attributes:
        line_ranges: Its lines in the seed.
        text: The text as it will be shown.
        spans: The parts of `text` that stand unchanged in the seed.
        indent: The column of its first line.
        gap: The number of blank lines before it.
        width: The columns of its text.
    """

    line_ranges: tuple[Range, ...]
    text: str
    spans: tuple[Span, ...]
    indent: int
    gap: int
    width: int

    @property
    def start(self) -> int:
        """Return where the block begins in the seed."""
        return self.line_ranges[0][0]

    @property
    def end(self) -> int:
        """Return where the block ends in the seed."""
        return self.line_ranges[-1][1]


def to_proto_block(seed: str, group: Group) -> ProtoBlock:
    """Return the block that a group of lines makes."""
    return _compose(seed, tuple((line.start, line.end) for line in group), group[0].indent, group[0].gap)


def cut(seed: str, block: ProtoBlock, offset: int) -> tuple[ProtoBlock, ...]:
    """Cut a block in two, the second beginning at `offset` of the seed; leave it whole if one would be empty."""
    left = tuple(_trimmed(seed, ((start, min(end, offset)) for start, end in block.line_ranges if start < offset)))
    right = tuple(_trimmed(seed, ((max(start, offset), end) for start, end in block.line_ranges if end > offset)))
    if not (left and right):
        return (block,)
    return _compose(seed, left, block.indent, block.gap), _compose(seed, right, block.indent, 0)


def merge(seed: str, parts: Sequence[ProtoBlock]) -> ProtoBlock:
    """Join blocks that follow one another into one."""
    if len(parts) == 1:
        return parts[0]
    line_ranges = tuple(stretch for part in parts for stretch in part.line_ranges)
    return _compose(seed, line_ranges, parts[0].indent, parts[0].gap)


def _trimmed(seed: str, line_ranges: Iterable[Range]) -> Iterator[Range]:
    for start, end in line_ranges:
        content = seed[start:end]
        first = start + len(content) - len(content.lstrip())
        last = end - (len(content) - len(content.rstrip()))
        if first < last:
            yield first, last


def _compose(seed: str, line_ranges: tuple[Range, ...], indent: int, gap: int) -> ProtoBlock:
    pieces: list[str] = []
    spans: list[Span] = []
    position = 0
    tight = _writes_tight("".join(seed[start:end] for start, end in line_ranges)) if len(line_ranges) > 1 else True
    for number, (start, end) in enumerate(line_ranges):
        if number and _space_between(
            seed[line_ranges[number - 1][0] : line_ranges[number - 1][1]], seed[start:end], tight
        ):
            pieces.append(" ")
            position += 1
        for first, last in _runs(seed, start, end):
            if first > start:
                pieces.append(" ")
                position += 1
            pieces.append(seed[first:last])
            spans.append(Span(position, first, last))
            position += last - first
    text = "".join(pieces)
    return ProtoBlock(line_ranges, text, tuple(spans), indent, gap, width(text))


def _runs(seed: str, start: int, end: int) -> Iterator[Range]:
    """Yield the runs of a line that are shown unchanged, between its tabs and longer white space."""
    for white in _WHITE.finditer(seed, start, end):
        yield start, white.start()
        start = white.end()
    yield start, end


def _writes_tight(text: str) -> bool:
    """Return whether a text mostly writes Han next to Latin letters or digits without a space."""
    return text.isascii() or len(_SPACED.findall(text)) <= len(_TIGHT.findall(text))


def _space_between(line: str, following: str, tight: bool) -> bool:  # noqa: FBT001
    """Return whether a wrap stands for a space: not between Han or Kana, nor after a hyphen, which is kept."""
    last, first = line[-1], following[0]
    wide = is_cjk_character(last), is_cjk_character(first)
    if all(wide):
        return False
    if any(wide):
        narrow = first if wide[0] else last
        return not tight and narrow.isalnum()
    if last in _JOINS_TIGHT and len(line) > 1 and not line[-2].isspace():
        return bool(_SUSPENDED.match(following)) and last == "-"
    return True
