"""The entries of collections and their labels merged, each entry once, with the collections that have it."""

from __future__ import annotations

import heapq
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter

from build_tools.website.router.index.built_index import BuiltIndex, NameRow, PageRow
from build_tools.website.router.index.merged_terms import merge_records
from build_tools.website.router.index.page_numbers import Numbering
from build_tools.website.search.base32 import browser_order

_LABELS = 3  # the place of the labels in the row of an entry


@dataclass(frozen=True, slots=True)
class Holder:
    """A collection that has an entry: its place, and the page there."""

    place: int
    page: PageRow


@dataclass(frozen=True, slots=True)
class MergedEntry:
    """An entry of one or several collections.

    Attributes:
        id: Its id.
        kind: Its kind.
        label: Its preferred label.
        labels: Its other labels, each followed by its language.
        frequency: How many records name it.
        postings: These records, packed.
        holders: The collections that have it, the one first whose texts name it most.
    """

    id: str
    kind: str
    label: str
    labels: tuple[str, ...]
    frequency: int
    postings: str
    holders: tuple[Holder, ...]

    @property
    def mentions(self) -> int:
        """How often texts name it, in all collections."""
        return sum(holder.page.mentions for holder in self.holders)

    @property
    def texts(self) -> int:
        """How many texts name it."""
        return sum(holder.page.texts for holder in self.holders)


def merge_entries(indexes: Sequence[BuiltIndex], numbering: Numbering) -> Iterator[MergedEntry]:
    """Yield the entries of all collections by id."""
    streams = (_rows(index, place, len(numbering.parts[place].entries)) for place, index in enumerate(indexes))
    for _, group in groupby(heapq.merge(*streams, key=itemgetter(0, 1)), key=itemgetter(0)):
        held = list(group)
        rows = [row for _, _, row, _ in held]
        frequency, postings = merge_records(((place, row[4], row[5]) for _, place, row, _ in held), numbering.parts)
        labels = [(row[2], "") for row in rows if row[2] != rows[0][2]]  # what other collections call it
        labels += [pair for row in rows for pair in zip(row[_LABELS][::2], row[_LABELS][1::2], strict=True)]
        holders = sorted(
            (Holder(place, page) for _, place, _, page in held),
            key=lambda holder: (-holder.page.mentions, holder.place),
        )
        identifier, kind, label, *_ = rows[0]
        flat = tuple(part for pair in dict.fromkeys(labels) for part in pair)
        yield MergedEntry(identifier, kind, label, flat, frequency, postings, tuple(holders))


def merge_labels(indexes: Sequence[BuiltIndex], numbering: Numbering) -> Iterator[str]:
    """Yield a row for each label: its units, a tab, and the positions of its entries, as in an index."""
    streams = (_labels(index, place) for place, index in enumerate(indexes))
    for _, group in groupby(heapq.merge(*streams, key=itemgetter(0, 1)), key=itemgetter(0)):
        owners: dict[int, str] = {}
        key = ""
        for _, place, units, entries in group:
            key = units
            for entry in entries.split(" "):
                position = numbering.parts[place].entries[int(entry.rstrip("?"))] - numbering.first_entry
                mark = "?" if entry.endswith("?") else ""
                owners[position] = min(owners.get(position, mark), mark)
        yield f"{key}\t{' '.join(f'{position}{mark}' for position, mark in sorted(owners.items()))}"


def _rows(index: BuiltIndex, place: int, count: int) -> Iterator[tuple[str, int, NameRow, PageRow]]:
    pages = index.pages(index.first_entry, index.first_entry + count)
    return ((row[0], place, row, page) for row, page in zip(index.entries(), pages, strict=True))


def _labels(index: BuiltIndex, place: int) -> Iterator[tuple[bytes, int, str, str]]:
    return ((browser_order(key), place, key, entries) for key, entries in index.labels())
