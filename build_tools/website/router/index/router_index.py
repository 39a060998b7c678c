"""The index of a router as files: big ones with blocks, and a manifest that says where to begin.

The manifest names the first row of each block of words, labels, entries and groups of passages. There are many more
blocks of terms, so that it names blocks which name those. Passages stay in the collections.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from itertools import pairwise
from typing import TypeVar

from build_tools.website.data.data_scripts import compact_json
from build_tools.website.router.index.block_files import LARGEST_BLOCK, BlockFiles
from build_tools.website.router.index.built_index import BuiltIndex
from build_tools.website.router.index.merged_names import MergedEntry, merge_labels
from build_tools.website.router.index.merged_terms import MergedTerm, merge_terms
from build_tools.website.router.index.page_numbers import Numbering
from build_tools.website.router.index.row_blocks import cut_rows
from build_tools.website.router.index.sorted_numbers import SortedNumbers
from build_tools.website.router.index.word_pairs import MOST_OF_PAIR, PairRow, find_pairs, pair_rows
from build_tools.website.search.base32 import base32_varint
from build_tools.website.search.index_scripts.index_words import WordLists

FOLDER_OF_INDEX = "data/search"
_TERMS = 8_000  # characters of a block: a query needs one to three for each of its words
_WORDS = 32_000  # of a list: a misspelled word needs all that begin as it does
_LABELS = _PAIRS = 8_000
_ENTRIES = 16_000  # the manifest, which every first query fetches, names all these blocks
_GROUPS = 2_000
# Every first query fetches what names the tables, and one table for each of its words or pairs, which are more.
_ROWS_OF_TABLE, _ROWS_OF_PAIRS = 64, 128
COLLECTION_STEP = 1 << 40
"""The place of a collection times this, plus a record number there, is the key of a group of passages."""

_Row = TypeVar("_Row")
_Made = TypeVar("_Made")
_Adding = Generator[tuple[str, bytes], None, _Made]
"""Files as they fill, and at the end what the manifest says of them."""

NamedPage = tuple[MergedEntry, int]
"""An entry, and the number of the page of the router's glossary that has it."""


class RouterIndex:
    """Writes the index part by part, so that whoever needs the same values can have them on the way."""

    def __init__(self, indexes: Sequence[BuiltIndex], numbering: Numbering, collections: Sequence[object]) -> None:
        """Take the indexes of the collections, their numbers, and what the manifest says of each."""
        self._indexes = indexes
        self._numbering = numbering
        self._collections = collections
        self._files = BlockFiles(FOLDER_OF_INDEX)
        self._words = WordLists(_WORDS, self._files.add)
        self._frequent: set[str] = set()

    def files(self, entries: Iterable[NamedPage]) -> Iterator[tuple[str, bytes]]:
        """Yield the path of each file and what is in it, the manifest last.

        Args:
            entries: The entries of all collections by id.
        """
        tables: list[list[object]] = []
        for table in self._tables():
            named = yield from self._add_table(table)
            tables.append(named)
        self._words.end()
        pairs = (yield from self._add_pairs()) if self._frequent else []
        labels = yield from self._add(merge_labels(self._indexes, self._numbering), _LABELS, "\n".join, _key_of_label)
        numbered = enumerate(map(_entry_row, entries))
        pieces = yield from self._add(numbered, _ENTRIES, _values_as_json, lambda row: row[0])
        groups = yield from self._add(self._groups(), _GROUPS, _as_json, lambda row: row[0])
        yield from self._files.take_last()
        parts = zip(self._collections, self._numbering.parts, strict=True)
        manifest = {
            "records": sum(index.records for index in self._indexes),
            "entryPage": self._numbering.first_entry,
            "entryCount": self._numbering.entry_count,
            "files": self._files.names,
            "tables": tables,
            "words": self._words.named,
            "pairs": pairs,
            "mostOfPair": MOST_OF_PAIR,
            "collectionStep": COLLECTION_STEP,
            "labels": labels,
            "entries": pieces,
            "groups": groups,
            "collections": [
                [collection, part.first_text, part.texts, len(part.entries), part.first_register]
                for collection, part in parts
            ],
        }
        yield f"{FOLDER_OF_INDEX}/manifest.json", compact_json(manifest).encode("utf-8", "surrogatepass")

    def _tables(self) -> Iterator[Iterator[list[MergedTerm]]]:
        """Yield the blocks of terms, as many together as one table names."""
        blocks = cut_rows(
            merge_terms(self._indexes, self._numbering.parts), _TERMS, lambda term: len(term.text) + len(term.postings)
        )
        while first := next(blocks, None):
            yield _first_and_next(first, blocks, _ROWS_OF_TABLE)

    def _add_table(self, blocks: Iterable[list[MergedTerm]]) -> _Adding[list[object]]:
        rows = []
        for block in blocks:
            for term in block:
                self._words.add(term.text, term.frequency)
                if term.is_cut:
                    self._frequent.add(term.text)
            tiers = [[self._files.add(tier.records) for tier in term.tiers] for term in block]
            terms = self._files.add("\n".join(map(MergedTerm.line, block, tiers)))
            places = self._files.add("\n".join(_positions(block)))
            rows.append([block[0].text, terms, places])
            yield from self._files.take_full()
        return [rows[0][0], self._files.add(compact_json(rows))]

    def _add(
        self,
        rows: Iterable[_Row],
        most: int,
        pack: Callable[[list[_Row]], str],
        key_of: Callable[[_Row], object],
    ) -> _Adding[list[list[object]]]:
        named: list[list[object]] = []
        for block in cut_rows(rows, most, lambda row: len(str(row)) + 1):
            named.append([key_of(block[0]), self._files.add(pack(block))])
            yield from self._files.take_full()
        return named

    def _add_pairs(self) -> _Adding[list[list[object]]]:
        """Add the pairs of words, in blocks that tables name."""
        tables: list[list[object]] = []
        with SortedNumbers() as numbers:
            find_pairs(self._indexes, self._numbering.parts, self._frequent, numbers)
            blocks = cut_rows(pair_rows(numbers), _PAIRS, lambda row: len(row[1]) + 1)
            while first := next(blocks, None):
                rows: list[list[object]] = []
                for block in _first_and_next(first, blocks, _ROWS_OF_PAIRS):
                    rows.append([block[0][0], self._files.add(_pack_pairs(block))])
                    yield from self._files.take_full()
                tables.append([rows[0][0], self._files.add(compact_json(rows))])
        return tables

    def _groups(self) -> Iterator[list[object]]:
        for place, index in enumerate(self._indexes):
            for first, digest, steps in index.blocks:
                yield [place * COLLECTION_STEP + first, digest, steps]


def _positions(block: Sequence[MergedTerm]) -> Iterator[str]:
    """Yield the positions of terms, but for those that would fill a block alone."""
    left = LARGEST_BLOCK
    for term in block:
        fits = len(term.positions) < left
        left -= len(term.positions) if fits else 0
        yield term.positions if fits else ""


def _pack_pairs(block: Sequence[PairRow]) -> str:
    """Return the step from each pair to the next, from 0 at the first, with its records behind it."""
    steps = (pair - before for (before, _), (pair, _) in pairwise((block[0], *block)))
    return "".join(base32_varint(step) + records for step, (_, records) in zip(steps, block, strict=True))


def _entry_row(named: NamedPage) -> list[object]:
    entry, page = named
    holders = [[holder.place, holder.page.mentions, holder.page.texts] for holder in entry.holders]
    own_pages = entry.holders[0].page.number
    row = [entry.id, entry.kind, entry.label, list(entry.labels), entry.frequency, entry.postings]
    return [*row, holders, page, own_pages]


def _key_of_label(row: str) -> str:
    return row.partition("\t")[0]


def _as_json(rows: list[list[object]]) -> str:
    return compact_json(rows)


def _values_as_json(rows: list[tuple[int, list[object]]]) -> str:
    return json.dumps([row for _, row in rows], ensure_ascii=False, separators=(",", ":"))


def _first_and_next(first: _Row, others: Iterator[_Row], count: int) -> Iterator[_Row]:
    yield first
    for _, row in zip(range(count - 1), others, strict=False):
        yield row
