"""An inverted index: for each term the records that contain it, and its weight in each.

The weight is the frequency part of BM25 (S. Robertson, H. Zaragoza, "The Probabilistic Relevance Framework: BM25 and
Beyond", 2009) with k1 = 1.2 and b = 0.6; the browser multiplies it by the rarity of the term.
"""

from __future__ import annotations

from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from operator import sub

from build_tools.website.caching import NO_CACHE, Cache
from build_tools.website.search.base32 import base32_varints, browser_order
from build_tools.website.search.records import PAGE, Record
from build_tools.website.search.word_rows import COUNT_BITS, MOST_COUNTED, read_rows

# BM25 (Robertson and Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond", 2009, who take k1 from 1.2 to
# 2 and b from 0.5 to 0.8). Of the 148 judged queries 146 find a right page and 143 a right paragraph among the first
# three.
# k1: how soon a repeated word tells nothing more; near 0, where repeating tells nothing at all: 145 and 141.
_SATURATION = 1.2
_LENGTH_PENALTY = 0.6  # b: how much less a word tells in a long record; 147 and 141 without it
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
class _Postings:
    """The postings of a term while they are collected.

    An element of `counts` is a record number, shifted left by COUNT_BITS, plus the count of the term in the record;
    `positions` are packed.
    """

    counts: array[int] = field(default_factory=lambda: array("Q"))
    positions: list[str] = field(default_factory=list)


_READ_TOGETHER = 64 * PAGE
"""Record numbers whose words are kept together: few answers are soon merged, and an edit reads few pages again."""


class _Impacts(dict[int, int]):
    """The impact of a term for a record number with a count, behind the record number; each worked out once."""

    def __init__(self, lengths: Mapping[int, tuple[int, float]]) -> None:
        super().__init__()
        mean = sum(length for length, _ in lengths.values()) / (len(lengths) or 1) or 1
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


def index(records: Iterable[Record], cache: Cache = NO_CACHE) -> tuple[Term, ...]:
    """Return the terms of all records, sorted as browsers compare them.

    Args:
        records: The records, in the order of their numbers.
        cache: Keeps the words of the records.
    """
    lengths: dict[int, tuple[int, float]] = {}
    terms: defaultdict[str, _Postings] = defaultdict(_Postings)
    for _, group in groupby(records, key=lambda record: record.number // _READ_TOGETHER):
        _collect(list(group), cache, terms, lengths)
    impacts = _Impacts(lengths)
    return tuple(_term(text, terms.pop(text), impacts) for text in sorted(terms, key=browser_order))


def _collect(
    records: Sequence[Record], cache: Cache, terms: dict[str, _Postings], lengths: dict[int, tuple[int, float]]
) -> None:
    """Add records to the terms, and their lengths and weights."""
    words = read_rows(records, cache)
    base = records[0].number << COUNT_BITS
    counts = array("Q", [base + count for count in words.counts])
    start = 0
    for text, size, positions in zip(words.terms, words.sizes, words.positions, strict=True):
        postings = terms[text]
        postings.counts += counts[start : start + size]
        postings.positions.append(positions)
        start += size
    for record, length in zip(records, words.lengths, strict=True):
        lengths[record.number] = length, record.weight
        for entry, count in Counter(record.concepts).items() if record.concepts else ():
            terms[CONCEPT + entry].counts.append((record.number << COUNT_BITS) + min(count, MOST_COUNTED))


def _term(text: str, collected: _Postings, known: Mapping[int, int]) -> Term:
    impacts = list(map(known.__getitem__, collected.counts))
    frequency, positions = len(impacts), collected.positions
    if frequency > MOST:
        impacts = sorted(sorted(impacts, key=lambda impact: (-(impact & STEPS), impact))[:MOST])
        positions = []
    return Term(text, frequency, _postings(impacts), "".join(positions))


def _postings(impacts: Sequence[int]) -> str:
    """Encode record numbers and impacts as steps from one number to the next, times sixteen, plus the impact."""
    return base32_varints(map(sub, impacts, [0, *[impact & ~STEPS for impact in impacts]]))
