"""The numbers that the pages of collections have in the router: texts, then entries, each once, then registers."""

from __future__ import annotations

import heapq
from array import array
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from itertools import compress, groupby, pairwise
from pathlib import PurePosixPath

from build_tools.website.router.index.built_index import BuiltIndex
from build_tools.website.router.index.packed_numbers import IMPACT_BITS, unpack_postings
from build_tools.website.search.records import PAGE

_POSTING_BITS = IMPACT_BITS + PAGE.bit_length() - 1
"""The bits of a posting below its page number: the place in the page, and the impact."""


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

    def postings(self, packed: str) -> tuple[list[int], list[bool] | None]:
        """Return what the router has of the postings of a term.

        Args:
            packed: The postings of the collection.

        Returns:
            The postings with the numbers of the router; and for every posting of the collection whether it is of a
            text that the router has from here, or None where all are.
        """
        postings = unpack_postings(packed)
        limit = self.texts << _POSTING_BITS
        if not self.foreign and (not postings or postings[-1] < limit):
            shift = self.first_text << _POSTING_BITS
            return [posting + shift for posting in postings], None
        own = [posting >> _POSTING_BITS not in self.foreign for posting in postings]
        of_texts = [is_own and posting < limit for posting, is_own in zip(postings, own, strict=True)]
        return [self._number(posting) for posting in compress(postings, own)], of_texts

    def _number(self, posting: int) -> int:
        page = posting >> _POSTING_BITS
        behind = page - self.texts
        if behind < 0:
            there = page + self.first_text
        elif behind < len(self.entries):
            there = self.entries[behind]
        else:
            there = self.first_register + behind - len(self.entries)
        return posting + (there - page << _POSTING_BITS)


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
