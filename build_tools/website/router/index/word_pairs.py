"""Words side by side, where very many records have one of the two: the index keeps no places of such a word.

By these pairs a phrase of frequent words is found without their lists, as with the common grams of Lucene
(CommonGramsFilter). A pair is a number here, the hash of its words: two pairs with one hash are told apart by their
texts, which are read anyway. static/word_pairs.js computes the same.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from itertools import groupby, pairwise

from build_tools.website.router.index.built_index import BuiltIndex
from build_tools.website.router.index.merged_terms import scatter
from build_tools.website.router.index.packed_numbers import pack_records
from build_tools.website.router.index.page_numbers import PartNumbers
from build_tools.website.router.index.sorted_numbers import SortedNumbers
from build_tools.website.search.base32 import base32_varint
from build_tools.website.search.records import PAGE
from build_tools.website.search.tokens import forget_tokens, tokenize

MOST_OF_PAIR = 4096
"""The most records that a pair keeps: those whose scattered numbers are the least.

So the records that two such pairs both keep are all that have both, up to the lesser of the greatest numbers kept.
"""

_PAIR_BITS = _RECORD_BITS = 32
_MASK = (1 << _PAIR_BITS) - 1
_OFFSET, _PRIME = 0x811C9DC5, 0x01000193  # of the hash FNV-1a (Fowler, Noll and Vo)
_FACTOR = 0x9E3779B1  # so that two words in the other order are another pair

PairRow = tuple[int, str]
"""A pair, and what is packed: the number of records that have it, and those that are kept."""


def find_pairs(
    indexes: Sequence[BuiltIndex], parts: Sequence[PartNumbers], frequent: AbstractSet[str], into: SortedNumbers
) -> None:
    """Add the pairs in the texts of collections, each with a record that has it.

    Args:
        indexes: The indexes of the collections.
        parts: The numbers of their pages.
        frequent: The words of which the index keeps no places.
        into: Takes a number for each pair and record.
    """
    for index, part in zip(indexes, parts, strict=True):
        hashes = _Hashes()
        for record, text in index.passages_of_texts():
            if record // PAGE not in part.foreign:
                number = record + part.first_text * PAGE
                into.add([pair << _RECORD_BITS | number for pair in _pairs_in(tokenize(text), frequent, hashes)])
    forget_tokens()


def pair_rows(numbers: Iterable[int]) -> Iterator[PairRow]:
    """Yield each pair with its records.

    Args:
        numbers: What `find_pairs` added, in order.
    """
    for pair, group in groupby(numbers, key=lambda number: number >> _RECORD_BITS):
        records = [number & _MASK for number in group]
        kept = records if len(records) <= MOST_OF_PAIR else sorted(sorted(records, key=scatter)[:MOST_OF_PAIR])
        yield pair, base32_varint(len(records)) + pack_records(kept)


def _pairs_in(tokens: Sequence[str], frequent: AbstractSet[str], hashes: _Hashes) -> set[int]:
    return {
        (hashes[before] * _FACTOR + hashes[after]) & _MASK
        for before, after in pairwise(tokens)
        if before in frequent or after in frequent
    }


class _Hashes(dict[str, int]):
    """The hashes of words, each worked out once."""

    def __missing__(self, word: str) -> int:
        found = _OFFSET
        for byte in word.encode("utf-8", "surrogatepass"):
            found = (found ^ byte) * _PRIME & _MASK
        self[word] = found
        return found
