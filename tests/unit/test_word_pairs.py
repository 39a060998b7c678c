"""The pairs of words of a router: which there are, in which records, and their numbers in order."""

from __future__ import annotations

import random
from collections import defaultdict
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.search_corpus import Corpus, make_corpus
from build_tools.website.router.index import sorted_numbers, word_pairs
from build_tools.website.router.index.merged_terms import scatter
from build_tools.website.router.index.packed_numbers import pack_records
from build_tools.website.router.index.page_numbers import number_pages
from build_tools.website.router.index.sorted_numbers import SortedNumbers
from build_tools.website.router.index.word_pairs import find_pairs, pair_rows
from build_tools.website.search.base32 import base32_varint
from build_tools.website.search.tokens import tokenize
from tests.unit.test_router_index import built, unpack_records

FREQUENT = frozenset({"the", "of", "a"})


def pair_of(before: str, after: str) -> int:
    """The number of two words side by side, from the hash FNV-1a of each."""
    hashes = []
    for word in (before, after):
        hashes.append(0x811C9DC5)
        for byte in word.encode():
            hashes[-1] = (hashes[-1] ^ byte) * 0x01000193 % 2**32
    return (hashes[0] * 0x9E3779B1 + hashes[1]) % 2**32


@pytest.fixture(scope="module")
def corpus() -> Corpus:
    return make_corpus(12)


def sort_pairs(corpus: Corpus, foreign: frozenset[str] = frozenset()) -> list[int]:
    """The pairs of the texts of a corpus in two parts, of which the second only cites some."""
    indexes = [built(corpus, corpus.documents[:6]), built(corpus, corpus.documents[6:])]
    numbering = number_pages(indexes, [frozenset(), foreign])
    with SortedNumbers() as numbers:
        find_pairs(indexes, numbering.parts, FREQUENT, numbers)
        return list(numbers)


def expected(corpus: Corpus) -> dict[int, set[int]]:
    """The records of each pair of which one word is frequent."""
    found: defaultdict[int, set[int]] = defaultdict(set)
    for page, document in enumerate(corpus.documents):
        for place, block in enumerate(document.blocks, 1):
            for before, after in pairwise(tokenize(block.text)):
                if FREQUENT & {before, after}:
                    found[pair_of(before, after)].add(page * 256 + place)
    return found


def test_every_pair_with_a_frequent_word_has_its_records(corpus: Corpus) -> None:
    pairs = expected(corpus)
    assert len(pairs) > 100
    assert sort_pairs(corpus) == sorted(pair << 32 | record for pair, found in pairs.items() for record in found)


def test_a_text_that_a_collection_only_cites_has_no_pairs_there(corpus: Corpus) -> None:
    cited = corpus.documents[8].source.id
    pages = {(number & 0xFFFFFFFF) // 256 for number in sort_pairs(corpus, frozenset({cited}))}
    assert 8 not in pages
    assert {7, 9} <= pages


def test_a_pair_with_too_many_records_keeps_those_with_the_least_scattered_numbers(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(word_pairs, "MOST_OF_PAIR", 3)
    rows = dict(pair_rows([*(7 << 32 | record for record in range(256, 266)), 9 << 32 | 300]))
    assert rows[9] == base32_varint(1) + pack_records([300])
    frequency, kept = rows[7][0], unpack_records(rows[7][1:])
    assert (frequency, kept) == ("A", sorted(sorted(range(256, 266), key=scatter)[:3]))


@given(st.lists(st.integers(0, 2**64 - 1)))
def test_numbers_come_in_their_order(values: list[int]) -> None:
    with SortedNumbers() as numbers:
        numbers.add(values)
        assert list(numbers) == sorted(values)


def test_more_numbers_than_a_run_has_come_in_their_order(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sorted_numbers, "_RUN", 100)
    dice = random.Random(1)  # noqa: S311 - nothing here is secret
    values = [dice.randrange(2**64) for _ in range(1000)]
    with SortedNumbers() as numbers:
        for start in range(0, 1000, 30):
            numbers.add(values[start : start + 30])
        assert list(numbers) == sorted(values)
