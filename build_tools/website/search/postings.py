"""An inverted index: for each term the records that contain it, and its weight in each.

The weight is the frequency part of BM25 (S. Robertson, H. Zaragoza, "The Probabilistic Relevance Framework: BM25 and
Beyond", 2009) with k1 = 1.2 and b = 0.6; the browser multiplies it by the rarity of the term.
"""

from __future__ import annotations

from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from itertools import groupby
from operator import sub

from build_tools.website.caching import NO_CACHE, Cache
from build_tools.website.search.base32 import base32_varints, browser_order
from build_tools.website.search.records import PAGE, Record
from build_tools.website.search.word_rows import COUNT_BITS, MOST_COUNTED, WordRows, read_rows

# BM25 (Robertson and Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond", 2009, who take k1 from 1.2 to
# 2 and b from 0.5 to 0.8). Of the 148 judged queries 146 find a right page and 143 a right paragraph among the first
# three.
# k1: how soon a repeated word adds nothing; near 0, where repeating adds nothing at all: 145 and 141.
_SATURATION = 1.2
_LENGTH_PENALTY = 0.6  # b: how much less a word counts in a long record; 147 and 141 without it
_STEP_BITS = 4
STEPS = (1 << _STEP_BITS) - 1
"""The highest impact (quantised weight) of a posting: four bits."""

MOST = 8192
"""The most postings that a term keeps: the strongest. Positions are left out where some postings are."""

CONCEPT = "\u00a7"
"""The first character of a term that stands for an entry named in a record; no word of a text has it."""


@dataclass(frozen=True, slots=True)
class Term:
    """A term of the index, encoded.

    Attributes:
        text: The token.
        frequency: The number of records that contain it.
        postings: Those records with their impacts, as steps in base 32.
        positions: Where the term is in each record, in the order of the postings; empty if there are too many.
    """

    text: str
    frequency: int
    postings: str
    positions: str


@dataclass(slots=True)
class TermPostings:
    """The postings of a term while they are collected.

    An element of `counts` is a record number, shifted left by COUNT_BITS, plus the count of the term in the record;
    `positions` are packed.
    """

    counts: array[int] = field(default_factory=lambda: array("Q"))
    positions: list[str] = field(default_factory=list)


_READ_TOGETHER = 64 * PAGE
"""Record numbers whose words are kept together: few answers are soon merged, and an edit reads few pages again."""


class Impacts(dict[int, int]):
    """The impact of a term for a record number with a count, behind the record number; each worked out once.

    Attributes:
        mean: The mean number of words of a record, a whole number: an edit hardly ever changes it, and with it all
            impacts.
    """

    def __init__(self, lengths: Mapping[int, tuple[int, float]]) -> None:
        super().__init__()
        self.mean = mean = max(1, round(sum(length for length, _ in lengths.values()) / (len(lengths) or 1)))
        self._norms = {
            number: (_SATURATION * (1 - _LENGTH_PENALTY + _LENGTH_PENALTY * length / mean), weight)
            for number, (length, weight) in lengths.items()
        }

    def __missing__(self, packed: int) -> int:
        number, count = packed >> COUNT_BITS, packed & MOST_COUNTED
        norm, weight = self._norms[number]
        impact = max(1, round(weight * count / (count + norm) * STEPS))  # the factor k1 + 1 is the same for all
        self[packed] = number << _STEP_BITS | impact
        return self[packed]


@dataclass(frozen=True, slots=True)
class RecordGroup:
    """Records that follow one another, their words, and the terms that they contain."""

    records: list[Record]
    rows: WordRows
    terms: frozenset[str]


def index(records: Iterable[Record], cache: Cache = NO_CACHE) -> tuple[Term, ...]:
    """Return the terms of all records, sorted as browsers compare them.

    Args:
        records: The records, in the order of their numbers.
        cache: Keeps the words of the records.
    """
    lengths: dict[int, tuple[int, float]] = {}
    groups = (read_group(group, cache) for group in records_together(records))
    terms = collect_postings(_noting_lengths(groups, lengths), None)
    impacts = Impacts(lengths)
    return tuple(encode_term(text, terms.pop(text), impacts) for text in sorted(terms, key=browser_order))


def records_together(records: Iterable[Record]) -> Iterator[list[Record]]:
    """Yield the records whose words are kept together."""
    for _, group in groupby(records, key=lambda record: record.number // _READ_TOGETHER):
        yield list(group)


def _noting_lengths(groups: Iterable[RecordGroup], lengths: dict[int, tuple[int, float]]) -> Iterator[RecordGroup]:
    """Yield groups and note the lengths of their records, so that memory holds the words of one group at a time."""
    for group in groups:
        lengths.update(lengths_of(group))
        yield group


def lengths_of(group: RecordGroup) -> Iterator[tuple[int, tuple[int, float]]]:
    """Yield the number of each record, with the number of its words and its weight."""
    for record, length in zip(group.records, group.rows.lengths, strict=True):
        yield record.number, (length, record.weight)


def read_group(records: list[Record], cache: Cache) -> RecordGroup:
    """Return records with their words, which the cache keeps."""
    rows = read_rows(records, cache)
    concepts = {CONCEPT + entry for record in records for entry in record.concepts}
    return RecordGroup(records, rows, frozenset(concepts.union(rows.terms)))


def collect_postings(groups: Iterable[RecordGroup], wanted: AbstractSet[str] | None) -> dict[str, TermPostings]:
    """Return the postings of the terms that are wanted, or of all."""
    terms: defaultdict[str, TermPostings] = defaultdict(TermPostings)
    for group in groups:
        base = group.records[0].number << COUNT_BITS
        for text, counts, positions in postings_in(group):
            if wanted is None or text in wanted:
                terms[text].counts.extend([base + count for count in counts])
                terms[text].positions.append(positions)
        _collect_concepts(group, wanted, terms)
    return terms


def postings_in(group: RecordGroup) -> Iterator[tuple[str, list[int], str]]:
    """Yield each term of a group that is no concept, with its counts, counted from the first record, and positions."""
    rows, start = group.rows, 0
    for text, size, positions in zip(rows.terms, rows.sizes, rows.positions, strict=True):
        yield text, rows.counts[start : start + size], positions
        start += size


def _collect_concepts(group: RecordGroup, wanted: AbstractSet[str] | None, terms: Mapping[str, TermPostings]) -> None:
    sought = None if wanted is None else {term[1:] for term in wanted & group.terms if term[0] == CONCEPT}
    if sought is not None and not sought:
        return
    for record in group.records:
        for entry, count in Counter(record.concepts).items() if record.concepts else ():
            if sought is None or entry in sought:
                terms[CONCEPT + entry].counts.append((record.number << COUNT_BITS) + min(count, MOST_COUNTED))


def encode_term(text: str, collected: TermPostings, impacts_of: Mapping[int, int]) -> Term:
    """Return a term encoded, its postings in order and with their impacts."""
    impacts = list(map(impacts_of.__getitem__, collected.counts))
    frequency, positions = len(impacts), collected.positions
    if frequency > MOST:
        impacts = sorted(sorted(impacts, key=lambda impact: (-(impact & STEPS), impact))[:MOST])
        positions = []
    return Term(text, frequency, encode_postings(impacts), "".join(positions))


def encode_postings(impacts: Sequence[int]) -> str:
    """Encode record numbers and impacts as steps from one number to the next, times sixteen, plus the impact."""
    return base32_varints(map(sub, impacts, [0, *[impact & ~STEPS for impact in impacts]]))
