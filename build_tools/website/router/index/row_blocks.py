"""Rows divided into blocks, or into pages, of a bounded size."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

_Row = TypeVar("_Row")


def cut_rows(rows: Iterable[_Row], most: int, size_of: Callable[[_Row], int]) -> Iterator[list[_Row]]:
    """Yield rows in blocks; a row that is larger than a block is one by itself.

    Args:
        rows: The rows.
        most: The largest size of a block.
        size_of: Returns the size of a row.
    """
    block: list[_Row] = []
    filled = 0
    for row in rows:
        size = size_of(row)
        if block and filled + size > most:
            yield block
            block, filled = [], 0
        block.append(row)
        filled += size
    if block:
        yield block
