"""The terms of collections merged: sorted streams in, a sorted stream out, never all of them at once."""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from operator import itemgetter

from build_tools.website.router.index.built_index import BuiltIndex
from build_tools.website.router.index.packed_numbers import IMPACT_BITS, pack_records, select_positions
from build_tools.website.router.index.page_numbers import PartNumbers
from build_tools.website.search.base32 import browser_order
from build_tools.website.search.postings import MOST, STEPS, Term, encode_postings

_SCATTER = 2_654_435_761  # near 2**32 divided by the golden ratio
_MASK = 0xFFFFFFFF

STRONGEST = 2048
"""The most records that a term keeps with the impact of each, if more than MOST have it."""

MOST_OF_TIER, MOST_TIERS = 49_152, 5
"""The most records of a tier, in which all have one impact, and the most tiers of a term."""


@dataclass(frozen=True, slots=True)
class Tier:
    """Records that have a term less than others.

    Attributes:
        impact: The mean impact of the term in them.
        records: These records, packed.
    """

    impact: int
    records: str


@dataclass(frozen=True, slots=True)
class MergedTerm:
    """A term of several collections.

    Attributes:
        text: The token.
        frequency: How many records have it in all, however many the postings name.
        postings: The records that have it, or those that have it most, with their impacts, packed.
        positions: Where it is in those of texts, packed; empty where there are too many.
        tiers: Further records that have it, those first that have it more.
        is_cut: Whether more than MOST records have it.
    """

    text: str
    frequency: int
    postings: str
    positions: str
    tiers: tuple[Tier, ...] = ()
    is_cut: bool = False

    def line(self, tiers: Iterable[str]) -> str:
        """Return the term as a line of a block.

        Args:
            tiers: The names of the blocks that have the tiers.
        """
        named = (f"{tier.impact}:{name}" for tier, name in zip(self.tiers, tiers, strict=True))
        return " ".join((self.text, str(self.frequency), self.postings, *(("cut", *named) if self.is_cut else ())))


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
    postings, frequency, _ = _gather(terms, parts)
    return frequency, encode_postings(sorted(sorted(postings, key=_by_impact)[:MOST]))


def _keyed(index: BuiltIndex, place: int) -> Iterator[tuple[bytes, int, Term]]:
    return ((browser_order(term.text), place, term) for term in index.terms())


def _merge(text: str, terms: Iterable[tuple[int, Term]], parts: Sequence[PartNumbers]) -> MergedTerm:
    postings, frequency, positions = _gather(terms, parts)
    if len(postings) == frequency <= MOST:
        return MergedTerm(text, frequency, encode_postings(postings), positions)
    ranked = sorted(postings, key=_by_impact)
    rest = ranked[STRONGEST : STRONGEST + MOST_OF_TIER * MOST_TIERS]
    tiers = tuple(_tier(rest[start : start + MOST_OF_TIER]) for start in range(0, len(rest), MOST_OF_TIER))
    return MergedTerm(text, frequency, encode_postings(sorted(ranked[:STRONGEST])), "", tiers, is_cut=True)


def _gather(terms: Iterable[tuple[int, Term]], parts: Sequence[PartNumbers]) -> tuple[list[int], int, str]:
    """Return the postings of a term in all collections, how many records have it, and its positions."""
    found: list[int] = []
    positions: list[str] = []
    frequency = 0
    has_positions = True
    for place, term in terms:
        postings, of_texts = parts[place].postings(term.postings)
        found += postings
        frequency += term.frequency - (len(of_texts) if of_texts else len(postings))
        has_positions = has_positions and bool(term.positions)
        if has_positions:
            positions.append(select_positions(term.positions, of_texts) if of_texts else term.positions)
    found.sort()
    kept = list(_strongest(found))
    return kept, frequency + len(kept), "".join(positions) if has_positions else ""


def _tier(postings: Sequence[int]) -> Tier:
    records = [posting >> IMPACT_BITS for posting in sorted(postings)]
    return Tier(round(sum(posting & STEPS for posting in postings) / len(postings)), pack_records(records))


def _strongest(postings: Sequence[int]) -> Iterator[int]:
    """Yield sorted postings, of each record one: an entry is in several collections, and the strongest comes last."""
    for posting, following in pairwise((*postings, -1)):
        if posting >> IMPACT_BITS != following >> IMPACT_BITS:
            yield posting


def _by_impact(posting: int) -> tuple[int, int]:
    return -(posting & STEPS), scatter(posting >> IMPACT_BITS)


def scatter(record: int) -> int:
    """Return a number by which records that count the same are chosen, so that no collection comes before another."""
    return record * _SCATTER & _MASK
