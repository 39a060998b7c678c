"""Assign levels of nesting to list items and headings, 0 outermost."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from build_tools.segmentation.proto_blocks import ProtoBlock
from build_tools.segmentation.roles.numbering import Marker

_SLIP = 1  # columns by which siblings may be misaligned
_FLUSH_RIGHT_SLIP = 6  # the same where their numbers are consecutive: "ix." and "x." are set flush right
_BULLETS = "-–*+•·‣◦▪■●○◆◇□▶►"


@dataclass(frozen=True, slots=True)
class _List:
    """A list that is still open: the column of its last item and that item's marker."""

    column: int
    last: Marker

    def holds(self, column: int, item: Marker) -> bool:
        return item.style == self.last.style and abs(column - self.column) <= _SLIP

    def continues(self, column: int, item: Marker) -> bool:
        follows = any((series, number - 1) in self.last.numbers for series, number in item.numbers)
        return item.style == self.last.style and follows and abs(column - self.column) <= _FLUSH_RIGHT_SLIP


def assign_levels(blocks: Sequence[ProtoBlock], roles: Sequence[str], items: Sequence[Marker | None]) -> list[int]:
    """Return the level of each block: of items by indent and style of number, of headings by the dots in "1.2.3".

    Args:
        blocks: The blocks of one text, in order.
        roles: The role of each.
        items: The list marker of each, or None.
    """
    levels = []
    lists: list[_List] = []
    for block, role, item in zip(blocks, roles, items, strict=True):
        if role == "list-item" and item:
            lists = _nest(lists, block.indent, item)
            levels.append(len(lists) - 1)
            continue
        levels.append(item.depth if role == "heading" and item else 0)
        if role == "heading" or (lists and block.indent <= lists[0].column):
            lists = []
    return levels


def marked_levels(
    blocks: Sequence[ProtoBlock], roles: Sequence[str], levels: Sequence[int], marked: Mapping[int, int]
) -> list[int]:
    """Return the levels of blocks, of headings as they are marked: the least mark but the title's is the outermost."""
    given = {
        index: marked[block.start]
        for index, block in enumerate(blocks)
        if roles[index] == "heading" and block.start in marked
    }
    outermost = min(given.values(), default=0)
    return [given[index] - outermost if index in given else level for index, level in enumerate(levels)]


def _nest(lists: list[_List], column: int, item: Marker) -> list[_List]:
    """Return the lists that are open after an item in a column."""
    opened = _List(column, item)
    for fits in (_List.holds, _List.continues):
        for depth in reversed(range(len(lists))):
            if fits(lists[depth], column, item):
                return [*lists[:depth], opened]
    while lists and column < lists[-1].column - _SLIP:
        lists = lists[:-1]
    if not lists or column > lists[-1].column + _SLIP:
        return [*lists, opened]
    begins = item.is_bullet or any(number == 1 for _, number in item.numbers)
    inside_number = lists[-1].last.style not in _BULLETS
    return [*lists, opened] if begins and inside_number else [*lists[:-1], opened]
