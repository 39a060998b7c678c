"""The numbers that the pages of collections have in the router: texts, then entries, each once, then registers."""

from __future__ import annotations

import heapq
from array import array
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from itertools import groupby, pairwise
from pathlib import PurePosixPath

from build_tools.website.router.index.built_index import BuiltIndex
from build_tools.website.router.index.packed_numbers import unpack_postings
from build_tools.website.search.records import PAGE


@dataclass(frozen=True, slots=True)
class PartNumbers:
    """The page numbers of a collection in the router.

    Attributes:
        first_text: The number of its first text.
        texts: How many page numbers its texts have.
        entries: The number of each of its entries, in their order.
        first_register: The number of its first page of a register.
        foreign: Its own numbers of the pages of texts that are in another collection.
    """

    first_text: int
    texts: int
    entries: array[int]
    first_register: int
    foreign: AbstractSet[int]

    def records(self, packed: str) -> tuple[list[int], list[int], list[bool]]:
        """Return where the router has the records of a term.

        Args:
            packed: The postings of the collection.

        Returns:
            The numbers of the records in the router, the impact in each, and for every record of the collection
            whether it is one of a text that the router has from here.
        """
        records, impacts = unpack_postings(packed)
        limit, shift = self.texts * PAGE, self.first_text * PAGE
        if not self.foreign and (not records or records[-1] < limit):
            return [record + shift for record in records], impacts, [True] * len(records)
        own = [record // PAGE not in self.foreign for record in records]
        numbered = [
            (self._number(record), impact)
            for record, impact, is_own in zip(records, impacts, own, strict=True)
            if is_own
        ]
        of_texts = [is_own and record < limit for record, is_own in zip(records, own, strict=True)]
        return [record for record, _ in numbered], [impact for _, impact in numbered], of_texts

    def _number(self, record: int) -> int:
        page, place = divmod(record, PAGE)
        if page < self.texts:
            return record + self.first_text * PAGE
        behind = page - self.texts
        if behind < len(self.entries):
            return self.entries[behind] * PAGE + place
        return (self.first_register + behind - len(self.entries)) * PAGE + place


@dataclass(frozen=True, slots=True)
class Numbering:
    """The numbers of all collections.

    Attributes:
        first_entry: The number of the first entry, behind all texts.
        entry_count: How many entries there are, each counted once.
        parts: The numbers of each collection.
    """

    first_entry: int
    entry_count: int
    parts: tuple[PartNumbers, ...]


def number_pages(indexes: Sequence[BuiltIndex], elsewhere: Sequence[AbstractSet[str]]) -> Numbering:
    """Give the pages of collections their numbers.

    Args:
        indexes: Their indexes.
        elsewhere: For each the ids of the texts that it only cites.
    """
    first_texts = [sum(index.first_entry for index in indexes[:place]) for place in range(len(indexes))]
    first_entry = sum(index.first_entry for index in indexes)
    entries: list[array[int]] = [array("Q") for _ in indexes]
    ids = heapq.merge(*(_entry_ids(index, place) for place, index in enumerate(indexes)))
    count = 0
    for _, holders in groupby(ids, key=lambda pair: pair[0]):
        for _, place in holders:
            entries[place].append(first_entry + count)
        count += 1
    registers = [_registers(index, len(of_part)) for index, of_part in zip(indexes, entries, strict=True)]
    parts = tuple(
        PartNumbers(
            first_texts[place],
            index.first_entry,
            entries[place],
            first_entry + count + sum(registers[:place]),
            frozenset(_foreign_pages(index, elsewhere[place])),
        )
        for place, index in enumerate(indexes)
    )
    return Numbering(first_entry, count, parts)


def _entry_ids(index: BuiltIndex, place: int) -> Iterator[tuple[str, int]]:
    return ((row[0], place) for row in index.entries())


def _registers(index: BuiltIndex, entries: int) -> int:
    """Return how many page numbers the registers of a collection have."""
    last = max((page.number + 1 for page in index.pages(index.first_entry + entries)), default=0)
    return max(0, last - index.first_entry - entries)


def _foreign_pages(index: BuiltIndex, elsewhere: AbstractSet[str]) -> Iterator[int]:
    """Yield the page numbers of the texts that a collection only cites."""
    if not elsewhere:
        return
    pages = [(page.number, PurePosixPath(page.path).name) for page in index.pages(0, index.first_entry)]
    for (first, text), (end, _) in pairwise((*pages, (index.first_entry, ""))):
        if text in elsewhere:
            yield from range(first, end)
