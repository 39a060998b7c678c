"""Change a text and keep a map back to its offsets. Offsets are in Unicode code points, ends exclusive."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from typing import NamedTuple


class Folded(NamedTuple):
    """Folded text and the map back to the original, in segments.

    In a segment of length 0 each character stands for one: original offset = folded offset + shift. Any other segment
    is one cluster, whose characters together stand for that many characters of the original.

    Attributes:
        text: The folded text.
        breaks: The offset in `text` at which each segment begins.
        shifts: The shift of each segment.
        lengths: The length of each segment in the original if it is a cluster, else 0.
    """

    text: str
    breaks: tuple[int, ...] = (0,)
    shifts: tuple[int, ...] = (0,)
    lengths: tuple[int, ...] = (0,)

    @property
    def is_mapped(self) -> bool:
        """Return whether offsets differ from those of the original."""
        return len(self.breaks) > 1 or self.shifts != (0,) or self.lengths != (0,)

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return the span of the original for a non-empty span of `text`; it includes each cluster it touches."""
        first, last = bisect_right(self.breaks, start) - 1, bisect_right(self.breaks, end - 1) - 1
        begin = (self.breaks[first] if self.lengths[first] else start) + self.shifts[first]
        if self.lengths[last]:
            return begin, self.breaks[last] + self.shifts[last] + self.lengths[last]
        return begin, end + self.shifts[last]

    def whole_span(self, start: int, end: int) -> tuple[int, int] | None:
        """Return the span of the original, or None where the span of `text` begins or ends inside a cluster."""
        breaks, shifts, lengths = self.breaks, self.shifts, self.lengths
        first = bisect_right(breaks, start) - 1
        last = bisect_right(breaks, end - 1, first) - 1
        if lengths[first] and breaks[first] != start:
            return None
        begin = start + shifts[first]
        if not lengths[last]:
            return begin, end + shifts[last]
        if end < (breaks[last + 1] if last + 1 < len(breaks) else end):
            return None
        return begin, breaks[last] + shifts[last] + lengths[last]


class Change(NamedTuple):
    """A replacement for the span from `start` to `end`; those of a `cluster` stand for the old characters together."""

    start: int
    end: int
    replacement: str
    cluster: bool = False


def map_changes(text: str, changes: Iterable[Change]) -> Folded:
    """Make changes, given in order, to a text, and return it with the map back."""
    pieces: list[str] = []
    segments: dict[int, tuple[int, int]] = {0: (0, 0)}
    copied = length = 0
    for start, end, replacement, cluster in changes:
        pieces += (text[copied:start], replacement)
        length += start - copied
        if cluster:
            segments[length] = (start - length, end - start)
        length += len(replacement)
        segments[length] = (end - length, 0)
        copied = end
    pieces.append(text[copied:])
    shifts, lengths = zip(*segments.values(), strict=True)
    return Folded("".join(pieces), tuple(segments), shifts, lengths)
