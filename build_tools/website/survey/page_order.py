"""The order in which a reader goes from page to page: texts by date, entries by label, differences by title."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import pairwise

Neighbours = tuple[str | None, str | None]
"""The paths of the pages before and after a page, below docs/; None at an end."""


def order_pages(*rows: Iterable[str]) -> Mapping[str, Neighbours]:
    """Return the neighbours of each page, by its path.

    Args:
        rows: The paths of pages in the order in which they are read, one row for each kind of page.
    """
    neighbours: dict[str, Neighbours] = {}
    for row in rows:
        paths = [None, *row, None]
        for (before, path), (_, after) in pairwise(pairwise(paths)):
            if path is not None:
                neighbours[path] = (before, after)
    return neighbours
