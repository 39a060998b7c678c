"""Find the page furniture of a text whose form feeds show where its pages begin.

At the edges of pages, lines that return on many of them are running heads and feet; numbers that count the pages are
page numbers; a word that the next page begins with is a catchword; a letter with a number, at the feet of several
pages, is a signature. Lines are taken from the edge inwards, so that no line of the text between is.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from build_tools.segmentation.lines import Line
from build_tools.segmentation.roles import line_classifiers
from build_tools.segmentation.setting_aside.page_lines import (
    PageLine,
    interrupts,
    is_catchword,
    is_foot_mark,
    read_page_line,
)

Leaf = range
"""The indexes of the lines of one page."""

Offset = tuple[bool, int, str]
"""Whether a number is Roman, by how much it differs from the count of the pages, and how it is written if alone."""

_DEPTH = 4  # lines at an edge of a page that may be furniture
_SHARE = 0.25  # of the pages; heads of left and right pages differ, and pages without text have none
_LEAST = 2
_SEVERAL = 4  # pages; of so many, one more must agree
_FOOT = 3  # lines at the foot of a page among which a signature may stand
_FULL = 0.9  # of the longest line of a page
_ENOUGH = 12  # pages that agree are enough, however many there are


def split_leaves(text: str, lines: Sequence[Line]) -> list[Leaf]:
    """Return the pages that form feeds show, those without a line left out; one page where there are none."""
    leaves: list[Leaf] = []
    first = 0
    for index, (before, line) in enumerate(pairwise(lines), 1):
        if "\f" in text[before.end : line.start]:
            leaves.append(range(first, index))
            first = index
    return [*leaves, range(first, len(lines))] if lines else []


def find_on_leaves(lines: Sequence[Line], leaves: Sequence[Leaf]) -> tuple[frozenset[int], dict[int, str]]:
    """Find the furniture of pages.

    Returns:
        The indexes of the lines that are furniture, and the number of each page that has one, by the page's index.
    """
    offsets = _offsets(lines, leaves)
    signed = _have_signatures(lines, leaves)
    fronts = [_Front(page, leaf, at_foot) for page, leaf in enumerate(leaves) for at_foot in (False, True)]
    furniture: set[int] = set()
    returning: Counter[tuple[bool, str]] = Counter()
    numbers: dict[int, str] = {}
    for _ in range(2 * _DEPTH):
        open_fronts = [front for front in fronts if front.index not in furniture and front.is_open]
        words = {front: _words(lines, front, leaves) for front in open_fronts}
        tally = returning + Counter((front.at_foot, word) for front, word in words.items() if word)
        accepted = {key for key, count in tally.items() if count >= _least(len(leaves))}
        moved = False
        for front in open_fronts:
            number = _page_number(lines[front.index].text, front.page, offsets)
            key = (front.at_foot, words[front])
            if number is None and key not in accepted and not _is_foot_mark(lines, front, leaves, signed=signed):
                continue
            if key in accepted:
                returning[key] += 1
            if number or (number := _number_in(lines[front.index].text, front.page, offsets)):
                numbers.setdefault(front.page, number)
            furniture.add(front.index)
            front.advance()
            moved = True
        if not moved:
            break
    return frozenset(furniture), numbers


class _Front:
    """The line at an edge of a page from which furniture is taken next."""

    def __init__(self, page: int, leaf: Leaf, at_foot: bool) -> None:  # noqa: FBT001
        self.page = page
        self.at_foot = at_foot
        self._leaf = leaf
        self._taken = 0

    @property
    def index(self) -> int:
        """Return the index of the line."""
        return self._leaf.stop - 1 - self._taken if self.at_foot else self._leaf.start + self._taken

    @property
    def is_open(self) -> bool:
        """Return whether there is such a line."""
        return self._taken < min(_DEPTH, len(self._leaf))

    def advance(self) -> None:
        """Go on to the line behind it."""
        self._taken += 1


def _least(pages: int) -> float:
    """Return on how many pages a line must return."""
    return max(_LEAST if pages < _SEVERAL else _LEAST + 1, min(pages * _SHARE, _ENOUGH))


def _words(lines: Sequence[Line], front: _Front, leaves: Sequence[Leaf]) -> str:
    """Return the words by which a line may return on other pages; "" where it is a line of a sentence."""
    line = lines[front.index]
    read = read_page_line(line.text)
    if not read or not read.words or not (read.number or _stands_alone(line.text)):
        return ""
    leaf = leaves[front.page]
    behind = front.index + 1
    if not front.at_foot and behind < leaf.stop and not lines[behind].gap and interrupts(line, lines[behind]):
        edge = max(lines[index].edge for index in leaf)
        return "" if line.edge >= _FULL * edge else read.words
    return read.words


def _page_number(text: str, page: int, offsets: frozenset[Offset]) -> str | None:
    """Return the number of a page where a line has nothing else."""
    read = read_page_line(text)
    return _number_in(text, page, offsets) if read and not read.words else None


def _number_in(text: str, page: int, offsets: frozenset[Offset]) -> str | None:
    """Return the number in a line that counts the pages."""
    read = read_page_line(text)
    counts = read is not None and read.number and (read.is_roman, read.value - page, read.shape) in offsets
    return read.number if read and counts else None


def _top(leaf: Leaf) -> range:
    return range(leaf.start, min(leaf.start + _DEPTH, leaf.stop))


def _bottom(leaf: Leaf) -> range:
    return range(leaf.stop - 1, max(leaf.stop - 1 - _DEPTH, leaf.start - 1), -1)


def _edges(lines: Sequence[Line], leaves: Sequence[Leaf]) -> Iterator[tuple[int, bool, str, PageLine]]:
    """Yield the page, whether at its foot, the text, and what the line has, of every line at an edge."""
    for page, leaf in enumerate(leaves):
        for edge in (_top(leaf), _bottom(leaf)):
            for index in edge:
                line = read_page_line(lines[index].text)
                if line:
                    yield page, edge.step < 0, lines[index].text, line


def _stands_alone(text: str) -> bool:
    """Return whether a line can be no part of a sentence: no small letter first, no comma or stop last."""
    return not line_classifiers.begins_small(text) and not line_classifiers.is_closed(text)


def _have_signatures(lines: Sequence[Line], leaves: Sequence[Leaf]) -> bool:
    """Return whether the feet of several pages have such letters as binders need."""
    signed = [leaf for leaf in leaves if any(is_foot_mark(lines[index].text) for index in [*_bottom(leaf)][:_FOOT])]
    return len(signed) >= _LEAST


def _offsets(lines: Sequence[Line], leaves: Sequence[Leaf]) -> frozenset[Offset]:
    """Return by how much printed numbers differ from the count of the pages, where several pages agree in it.

    Numbers that stand alone agree only with those that are written like them: "261." numbers a letter, "- 26 -" a page.
    """
    counts: Counter[Offset] = Counter()
    seen: set[tuple[int, Offset]] = set()
    for page, _, _, line in _edges(lines, leaves):
        offset = (line.is_roman, line.value - page, line.shape)
        if line.number and (page, offset) not in seen:
            seen.add((page, offset))
            counts[offset] += 1
    alone = max((count for offset, count in counts.items() if offset[2]), default=0)
    of_shape: dict[str, int] = {}
    for (_, _, shape), count in counts.items():
        of_shape[shape] = max(count, of_shape.get(shape, 0))
    return frozenset(
        offset
        for offset, count in counts.items()
        if count >= max(_LEAST, min(of_shape[offset[2]] * _SHARE, 4))
        and (not offset[2] or of_shape[offset[2]] >= alone * _SHARE)
    )


def _is_foot_mark(lines: Sequence[Line], front: _Front, leaves: Sequence[Leaf], *, signed: bool) -> bool:
    """Return whether a line at the foot of a page is a signature, or the first word of the next page."""
    text = lines[front.index].text
    if not front.at_foot:
        return False
    if signed and is_foot_mark(text):
        return True
    following = leaves[front.page + 1] if front.page + 1 < len(leaves) else ()
    heads = [lines[index].text for index in [*following][:_DEPTH]]
    return any(is_catchword(text, head) for head in heads if len(head.split()) > 1)
