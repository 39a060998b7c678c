"""How deep a list item or heading is nested, 0 outermost."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from build_tools.segmentation.proto_blocks import Draft
from build_tools.segmentation.roles.numbering import Marker

_SLIP = 1  # columns by which siblings may be out of line
_ALIGNED = 6  # columns by which they may be if their numbers follow one another: "ix." and "x." set flush right
_BULLETS = "-–*+•·‣◦▪■●○◆◇□▶►"


@dataclass(frozen=True, slots=True)
class _List:
    """A list that is still open: the column of its last item and that item's marker."""

    column: int
    last: Marker

    def holds(self, column: int, item: Marker) -> bool:
        return item.style == self.last.style and abs(column - self.column) <= _SLIP

    def goes_on(self, column: int, item: Marker) -> bool:
        follows = any((series, number - 1) in self.last.numbers for series, number in item.numbers)
        return item.style == self.last.style and follows and abs(column - self.column) <= _ALIGNED


def assign_levels(drafts: Sequence[Draft], roles: Sequence[str], items: Sequence[Marker | None]) -> list[int]:
    """The level of each draft: of items by indentation and kind of number, of headings by the dots in "1.2.3"."""
    levels = []
    lists: list[_List] = []
    for draft, role, item in zip(drafts, roles, items, strict=True):
        if role == "list-item" and item:
            lists = _nest(lists, draft.indent, item)
            levels.append(len(lists) - 1)
            continue
        levels.append(item.depth if role == "heading" and item else 0)
        if role == "heading" or (lists and draft.indent <= lists[0].column):
            lists = []
    return levels


def _nest(lists: list[_List], column: int, item: Marker) -> list[_List]:
    """The lists that are open once an item stands in a column."""
    here = _List(column, item)
    for fits in (_List.holds, _List.goes_on):
        for at in reversed(range(len(lists))):
            if fits(lists[at], column, item):
                return [*lists[:at], here]
    while lists and column < lists[-1].column - _SLIP:
        lists = lists[:-1]
    if not lists or column > lists[-1].column + _SLIP:
        return [*lists, here]
    begins = item.is_bullet or any(number == 1 for _, number in item.numbers)
    inside_number = lists[-1].last.style not in _BULLETS
    return [*lists, here] if begins and inside_number else [*lists[:-1], here]
