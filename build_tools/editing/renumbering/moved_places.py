"""Find where the words of a locked block are now, when its text is cut otherwise.

The lock knows the old blocks by a checksum of their words alone. Every block begins where a line of the seed begins,
or at a ruling, and blocks of one series follow one another: so each is looked for from where the one before it ended.
"""

from __future__ import annotations

import hashlib
import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from build_tools.model import Document
from build_tools.segmentation import locate

_ID = re.compile(r"(?P<series>[a-z][a-z-]*?)-?(?P<number>\d*)")
_MOST_STARTS = 600  # lines to skip before a block
_MOST_LINES = 400  # of a block
_LONGEST = 60_000  # code points of a block

Range = tuple[int, int]


def moved_places(document: Document, locked: Mapping[str, str]) -> tuple[dict[str, str], tuple[str, ...]]:
    """Find the new place of each locked block whose id is gone or has come to mean other words.

    Args:
        document: The text as it is cut now.
        locked: The checksum of the words of each locked block, by its id.

    Returns:
        The new id by the old one, and the old ids whose words are not found.
    """
    pieces = _Pieces(document)
    blocks = [block for block in document.blocks if block.spans]
    starts = [block.spans[0].start for block in blocks]
    moved: dict[str, str] = {}
    lost: list[str] = []
    for series in _series(locked):
        cursor = 0
        for old in series:
            place = pieces.find(locked[old], cursor)
            if place is None:
                lost.append(old)
                continue
            cursor = place[1]
            first = pieces.offset(place[0])
            index = bisect_right(starts, first) - 1
            inside = index >= 0 and first < blocks[index].end
            new = blocks[index if inside else min(index + 1, len(blocks) - 1)].id
            if new != old:
                moved[old] = new
    return moved, tuple(lost)


def _series(locked: Mapping[str, str]) -> Iterator[list[str]]:
    """Yield the ids of each series (paragraphs, headings, captions) in the order of their numbers."""
    by_name: dict[str, list[tuple[int, str]]] = {}
    for block in locked:
        if match := _ID.fullmatch(block):
            by_name.setdefault(match["series"], []).append((int(match["number"] or 1), block))
    for numbered in by_name.values():
        yield [block for _, block in sorted(numbered)]


class _Pieces:
    """The pieces of a seed that no block divides: its lines, cut where rulings cut, without white space."""

    def __init__(self, document: Document) -> None:
        text = document.source.text
        cuts = {
            places[0][0]
            for ruling in document.source.rulings
            if ruling.split and len(places := locate(ruling.quote, ruling.after, text)) == 1
        }
        self._ranges = list(_ranges(text, cuts))
        hidden = [(span.start, span.end) for span in document.set_aside]
        self._whole = [_words(text[start:end]) for start, end in self._ranges]
        self._shown = [_words(_without(text, start, end, hidden)) for start, end in self._ranges]

    def offset(self, index: int) -> int:
        """Return where a piece begins in the seed."""
        return self._ranges[index][0]

    def find(self, checksum: str, cursor: int) -> Range | None:
        """Return the first and the last piece, exclusive, of the words with a checksum, from a piece on."""
        for start in range(cursor, min(len(self._ranges), cursor + _MOST_STARTS)):
            for words in (self._whole, self._shown):
                end = _match(words, start, checksum)
                if end is not None:
                    return start, end
        return None


def _match(words: Sequence[bytes], start: int, checksum: str) -> int | None:
    if not words[start]:
        return None
    digest, length = hashlib.sha256(), 0
    for index in range(start, min(len(words), start + _MOST_LINES)):
        digest.update(words[index])
        length += len(words[index])
        if words[index] and digest.hexdigest()[:16] == checksum:
            return index + 1
        if length > _LONGEST:
            return None
    return None


def _words(text: str) -> bytes:
    return "".join(text.split()).encode("utf-8", "surrogatepass")


def _ranges(text: str, cuts: set[int]) -> Iterator[Range]:
    start = 0
    for line in text.splitlines(keepends=True):
        end = start + len(line)
        inner = sorted(cut for cut in cuts if start < cut < end)
        bounds = [start, *inner, end]
        yield from pairwise(bounds)
        start = end


def _without(text: str, start: int, end: int, hidden: Sequence[Range]) -> str:
    """Return a part of a text without what is set aside in it."""
    parts, written = [], start
    for first, last in hidden[max(0, bisect_right(hidden, (start, 0)) - 1) :]:
        if first >= end:
            break
        if last > written:
            parts.append(text[written : max(written, first)])
            written = max(written, min(last, end))
    return "".join([*parts, text[written:end]])
