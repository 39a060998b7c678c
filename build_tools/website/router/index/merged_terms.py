"""The terms of collections merged: sorted streams in, a sorted stream out, never all of them at once."""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from operator import itemgetter, sub

from build_tools.website.router.index.built_index import BuiltIndex
from build_tools.website.router.index.packed_numbers import IMPACT_BITS, select_positions
from build_tools.website.router.index.page_numbers import PartNumbers
from build_tools.website.search.base32 import base32_varints, browser_order
from build_tools.website.search.postings import MOST, STEPS, Term, encode_postings

_SCATTER = 2_654_435_761  # spreads records that have the same impact, so that no collection comes before the others
_MASK = 0xFFFFFFFF

MOST_OF_REST = 65_536
"""The most records that a term has besides those of its postings, with one impact for all."""


@dataclass(frozen=True, slots=True)
class MergedTerm:
    """A term of several collections.

    Attributes:
        text: The token.
        frequency: How many records have it in all, however many the postings name.
        postings: The records that have it most, with their impacts, packed.
        positions: Where it is in those of texts, packed; empty where there are too many.
        counts: How many records of each collection have it, packed; empty where the postings name them all.
        rest: Further records that have it, packed; empty where the postings name them all.
        rest_impact: The mean impact in those.
    """

    text: str
    frequency: int
    postings: str
    positions: str
    counts: str
    rest: str = ""
    rest_impact: int = 0

    def line(self, rest: str) -> str:
        """Return the term as a line of a block.

        Args:
            rest: The name of the block that has the rest, or empty.
        """
        more = (self.counts, str(self.rest_impact), rest) if self.counts else ()
        return " ".join((self.text, str(self.frequency), self.postings, *more))


def merge_terms(indexes: Sequence[BuiltIndex], parts: Sequence[PartNumbers]) -> Iterator[MergedTerm]:
    """Yield the terms of all collections, as browsers sort them.

    Args:
        indexes: The indexes of the collections.
        parts: The numbers of their pages.
    """
    streams = (_keyed(index, place) for place, index in enumerate(indexes))
    for _, holders in groupby(heapq.merge(*streams, key=itemgetter(0, 1)), key=itemgetter(0)):
        terms = [(place, term) for _, place, term in holders]
        merged = _merge(terms[0][1].text, terms, parts)
        if merged.frequency:
            yield merged


def merge_records(packed: Iterable[tuple[int, int, str]], parts: Sequence[PartNumbers]) -> tuple[int, str]:
    """Return how many records name an entry, and those that name it most, packed.

    Args:
        packed: For each collection its place, its number of records, and these.
        parts: The numbers of their pages.
    """
    terms = [(place, Term("", frequency, postings, "")) for place, frequency, postings in packed if frequency]
    merged = _merge("", terms, parts)
    return merged.frequency, merged.postings


def _keyed(index: BuiltIndex, place: int) -> Iterator[tuple[bytes, int, Term]]:
    return ((browser_order(term.text), place, term) for term in index.terms())


def _merge(text: str, terms: Iterable[tuple[int, Term]], parts: Sequence[PartNumbers]) -> MergedTerm:
    found: list[int] = []
    positions: list[str] = []
    counts = [0] * len(parts)
    has_positions = True
    for place, term in terms:
        postings, of_texts = parts[place].postings(term.postings)
        found += postings
        counts[place] = term.frequency - (len(of_texts) - len(postings) if of_texts else 0)
        has_positions = has_positions and bool(term.positions)
        if has_positions:
            positions.append(select_positions(term.positions, of_texts) if of_texts else term.positions)
    frequency = sum(counts) - len(found)
    found.sort()
    kept = list(_strongest(found))
    frequency += len(kept)
    if len(kept) == frequency <= MOST:
        return MergedTerm(text, frequency, encode_postings(kept), "".join(positions) if has_positions else "", "")
    ranked = sorted(kept, key=_by_impact) if len(kept) > MOST else kept
    strongest, others = sorted(ranked[:MOST]), sorted(ranked[MOST : MOST + MOST_OF_REST])
    records = [posting >> IMPACT_BITS for posting in others]
    rest = base32_varints(map(sub, records, (0, *records)))
    mean = round(sum(posting & STEPS for posting in others) / (len(others) or 1))
    return MergedTerm(text, frequency, encode_postings(strongest), "", base32_varints(counts), rest, mean)


def _strongest(postings: Sequence[int]) -> Iterator[int]:
    """Yield sorted postings, of each record one: an entry is in several collections, and the strongest comes last."""
    for posting, following in pairwise((*postings, -1)):
        if posting >> IMPACT_BITS != following >> IMPACT_BITS:
            yield posting


def _by_impact(posting: int) -> tuple[int, int]:
    return -(posting & STEPS), (posting >> IMPACT_BITS) * _SCATTER & _MASK
