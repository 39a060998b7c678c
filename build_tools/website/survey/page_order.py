"""The order in which a reader goes from page to page: texts by date, entries by label, differences by title."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from itertools import pairwise

from build_tools.model import Entry
from build_tools.model.remembering import remembered
from build_tools.text.folding import fold_label
from build_tools.website.naming.date_words import date_order

_NUMBER = re.compile(r"([0-9]+)")

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


def time_order(date: str | None, identifier: str) -> tuple[object, ...]:
    """Return a sorting key: by date (EDTF), then by id, its numbers as numbers, so that "d2" comes before "d10"."""
    parts = tuple(int(part) if part.isdecimal() else part for part in _NUMBER.split(identifier))
    return date_order(date), parts


@remembered
def label_order(entry: Entry) -> str:
    """Return an entry's label for sorting: without accents, in one case, without leading quotation marks."""
    return fold_label(entry.pref_label).lstrip("'([")


OTHER = "Other"
"""The heading of the entries that begin with no Latin letter and no digit, in an alphabetical list."""


def initial(entry: Entry) -> str:
    """Return the heading of an entry in an alphabetical list: A to Z, "0–9" or "Other"."""
    first = label_order(entry)[:1]
    return first.upper() if "a" <= first <= "z" else "0–9" if first.isdecimal() else OTHER
