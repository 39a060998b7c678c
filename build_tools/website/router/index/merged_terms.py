"""The terms of collections merged: sorted streams in, a sorted stream out, never all of them at once."""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from operator import itemgetter

from build_tools.website.router.index.built_index import BuiltIndex
from build_tools.website.router.index.packed_numbers import IMPACT_BITS, select_positions
from build_tools.website.router.index.page_numbers import PartNumbers
from build_tools.website.search.base32 import base32_varints, browser_order
from build_tools.website.search.postings import MOST, STEPS, Term, encode_postings

_SCATTER = 2_654_435_761  # spreads records that have the same impact, so that no collection comes before the others
_MASK = 0xFFFFFFFF


@dataclass(frozen=True, slots=True)
class MergedTerm:
    """A term of several collections.

    Attributes:
        text: The token.
        frequency: How many records have it in all, however many the postings name.
        postings: The records that have it most, with their impacts, packed.
        positions: Where it is in those of texts, packed; empty where there are too many.
        counts: How many records of each collection have it, packed; empty where the postings name them all.
    """

    text: str
    frequency: int
    postings: str
    positions: str
    counts: str

    @property
    def line(self) -> str:
        """The term as a line of a block."""
        return " ".join((self.text, str(self.frequency), self.postings, *([self.counts] if self.counts else [])))


def merge_terms(indexes: Sequence[BuiltIndex], parts: Sequence[PartNumbers]) -> Iterator[MergedTerm]:
    """Yield the terms of all collections, as browsers sort them.

    Args:
        indexes: The indexes of the collections.
        parts: The numbers of their pages.
    """
    streams = (_keyed(index, place) for place, index in enumerate(indexes))
    merged = heapq.merge(*streams, key=itemgetter(0, 1))
    for _, holders in groupby(merged, key=itemgetter(0)):
        terms = [(place, term) for _, place, term in holders]
        frequency, postings, positions, counts = _merge(terms, parts)
        if frequency:
            yield MergedTerm(terms[0][1].text, frequency, postings, positions, counts)


def merge_records(packed: Iterable[tuple[int, int, str]], parts: Sequence[PartNumbers]) -> tuple[int, str]:
    """Return how many records name an entry, and those that name it most, packed.

    Args:
        packed: For each collection its place, its number of records, and these.
        parts: The numbers of their pages.
    """
    terms = [(place, Term("", frequency, postings, "")) for place, frequency, postings in packed if frequency]
    return _merge(terms, parts)[:2]


def _keyed(index: BuiltIndex, place: int) -> Iterator[tuple[bytes, int, Term]]:
    return ((browser_order(term.text), place, term) for term in index.terms())


def _merge(terms: Iterable[tuple[int, Term]], parts: Sequence[PartNumbers]) -> tuple[int, str, str, str]:
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
    is_cut = len(kept) < frequency or len(kept) > MOST
    if len(kept) > MOST:
        kept = sorted(sorted(kept, key=_by_impact)[:MOST])
    places = "".join(positions) if has_positions and not is_cut else ""
    return frequency, encode_postings(kept), places, base32_varints(counts) if is_cut else ""


def _strongest(postings: Sequence[int]) -> Iterator[int]:
    """Yield sorted postings, of each record one: an entry is in several collections, and the strongest comes last."""
    for posting, following in pairwise((*postings, -1)):
        if posting >> IMPACT_BITS != following >> IMPACT_BITS:
            yield posting


def _by_impact(posting: int) -> tuple[int, int]:
    return -(posting & STEPS), (posting >> IMPACT_BITS) * _SCATTER & _MASK
