"""A block before it has a role: its stretches of the seed, and its text with the white space made one blank or none."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from build_tools.model import Span
from build_tools.segmentation.lines import width
from build_tools.segmentation.wrapping import Group
from build_tools.text.scripts import UNSPACED, is_cjk_character

Stretch = tuple[int, int]

# A single blank stays what it is, be it a no-break space or an ideographic one; tabs and runs become one blank.
_WHITE = re.compile(r"\s{2,}|[\t\n\v\f\r\x1c-\x1f\x85\u2028\u2029]")
_JOINS_TIGHT = "-‐‑–—\u00ad"
_SUSPENDED = re.compile(r"(?:and|or|to|und|oder|bis|et|ou|y|o|i|и|или)\b", re.IGNORECASE)
_SPACED = re.compile(rf"[{UNSPACED}] [A-Za-z0-9]|[A-Za-z0-9] [{UNSPACED}]")
_TIGHT = re.compile(rf"[{UNSPACED}][A-Za-z0-9]|[A-Za-z0-9][{UNSPACED}]")


@dataclass(frozen=True, slots=True)
class Draft:
    """A stretch of text that will be one block or set aside: how it reads, and how it stands on the page.

    `stretches` are its lines in the seed, `indent` the column of its first line, `gap` the blank lines
    before it, `width` the columns of its text.
    """

    stretches: tuple[Stretch, ...]
    text: str
    spans: tuple[Span, ...]
    indent: int
    gap: int
    width: int

    @property
    def start(self) -> int:
        """Where the draft begins in the seed."""
        return self.stretches[0][0]

    @property
    def end(self) -> int:
        """Where the draft ends in the seed."""
        return self.stretches[-1][1]


def draft(seed: str, group: Group) -> Draft:
    """The draft of a group of lines."""
    return _compose(seed, tuple((line.start, line.end) for line in group), group[0].indent, group[0].gap)


def cut(seed: str, whole: Draft, at: int) -> tuple[Draft, ...]:
    """A draft in two, the second beginning at `at`; as it was where nothing would stand before `at`."""
    left = tuple(_trimmed(seed, ((a, min(b, at)) for a, b in whole.stretches if a < at)))
    right = tuple(_trimmed(seed, ((max(a, at), b) for a, b in whole.stretches if b > at)))
    if not (left and right):
        return (whole,)
    return _compose(seed, left, whole.indent, whole.gap), _compose(seed, right, whole.indent, 0)


def merge(seed: str, parts: Sequence[Draft]) -> Draft:
    """Several drafts as one."""
    if len(parts) == 1:
        return parts[0]
    stretches = tuple(stretch for part in parts for stretch in part.stretches)
    return _compose(seed, stretches, parts[0].indent, parts[0].gap)


def _trimmed(seed: str, stretches: Iterable[Stretch]) -> Iterator[Stretch]:
    for start, end in stretches:
        content = seed[start:end]
        first = start + len(content) - len(content.lstrip())
        last = end - (len(content) - len(content.rstrip()))
        if first < last:
            yield first, last


def _compose(seed: str, stretches: tuple[Stretch, ...], indent: int, gap: int) -> Draft:
    pieces: list[str] = []
    spans: list[Span] = []
    at = 0
    tight = _writes_tight("".join(seed[start:end] for start, end in stretches)) if len(stretches) > 1 else True
    for number, (start, end) in enumerate(stretches):
        if number and _blank_between(seed[stretches[number - 1][0] : stretches[number - 1][1]], seed[start:end], tight):
            pieces.append(" ")
            at += 1
        for first, last in _runs(seed, start, end):
            if first > start:
                pieces.append(" ")
                at += 1
            pieces.append(seed[first:last])
            spans.append(Span(at, first, last))
            at += last - first
    text = "".join(pieces)
    return Draft(stretches, text, tuple(spans), indent, gap, width(text))


def _runs(seed: str, start: int, end: int) -> Iterator[Stretch]:
    """The runs of a line that are shown unchanged, between its tabs and longer white space."""
    for white in _WHITE.finditer(seed, start, end):
        yield start, white.start()
        start = white.end()
    yield start, end


def _writes_tight(text: str) -> bool:
    """Whether a text puts no blank between Han and Latin letters or digits, judged by its own habit."""
    return text.isascii() or len(_SPACED.findall(text)) <= len(_TIGHT.findall(text))


def _blank_between(line: str, following: str, tight: bool) -> bool:  # noqa: FBT001
    """Whether a wrap stands for a blank: not between Han or Kana, nor after a hyphen, which is kept as it is."""
    last, first = line[-1], following[0]
    wide = is_cjk_character(last), is_cjk_character(first)
    if all(wide):
        return False
    if any(wide):
        other = first if wide[0] else last
        return not tight and other.isalnum()
    if last in _JOINS_TIGHT and len(line) > 1 and not line[-2].isspace():
        return bool(_SUSPENDED.match(following)) and last == "-"
    return True
