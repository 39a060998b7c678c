"""Changed text with a map back to the offsets of the original. Offsets are in Unicode code points, ends exclusive."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from typing import NamedTuple


class Folded(NamedTuple):
    """Folded text and the map back, in segments that begin at the offsets `breaks` of the folded text.

    In a segment of length 0 each character stands for one: original offset = folded offset + `shifts[i]`. Any other segment
    is one cluster, whose characters together stand for `lengths[i]` characters of the original.
    """

    text: str
    breaks: tuple[int, ...] = (0,)
    shifts: tuple[int, ...] = (0,)
    lengths: tuple[int, ...] = (0,)

    @property
    def is_mapped(self) -> bool:
        """Whether offsets differ from those of the original."""
        return len(self.breaks) > 1 or self.shifts != (0,) or self.lengths != (0,)

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return the original span of a folded one that is not empty: clusters whole, nothing left out after it."""
        first, last = bisect_right(self.breaks, start) - 1, bisect_right(self.breaks, end - 1) - 1
        begin = (self.breaks[first] if self.lengths[first] else start) + self.shifts[first]
        if self.lengths[last]:
            return begin, self.breaks[last] + self.shifts[last] + self.lengths[last]
        return begin, end + self.shifts[last]

    def cuts(self, start: int, end: int) -> bool:
        """Return whether a folded span begins or ends within what is one character in the original."""
        first, last = bisect_right(self.breaks, start) - 1, bisect_right(self.breaks, end - 1) - 1
        if self.lengths[first] and self.breaks[first] != start:
            return True
        return bool(self.lengths[last]) and end < (self.breaks[last + 1] if last + 1 < len(self.breaks) else end)


class Change(NamedTuple):
    """What stands in place of a span of a text; `cluster` where the new characters stand for the old ones together."""

    start: int
    end: int
    kept: str
    cluster: bool = False


def map_changes(text: str, changes: Iterable[Change]) -> Folded:
    """Return a text with changes made, which come in order, and the map back."""
    pieces: list[str] = []
    segments: dict[int, tuple[int, int]] = {0: (0, 0)}
    done = length = 0
    for start, end, kept, cluster in changes:
        pieces += (text[done:start], kept)
        length += start - done
        if cluster:
            segments[length] = (start - length, end - start)
        length += len(kept)
        segments[length] = (end - length, 0)
        done = end
    pieces.append(text[done:])
    shifts, lengths = zip(*segments.values(), strict=True)
    return Folded("".join(pieces), tuple(segments), shifts, lengths)
