"""An inverted index: for each term the records that contain it, and its weight in each.

The weight is the frequency part of BM25 (S. Robertson, H. Zaragoza, "The Probabilistic Relevance Framework: BM25 and
Beyond", 2009) with k1 = 1.2 and b = 0.6; the browser multiplies it by the rarity of the term.
"""

from __future__ import annotations

import re
from array import array
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from build_tools.website.search.base32 import ENCODED, base32_varint, browser_order
from build_tools.website.search.date_tokens import find_dates
from build_tools.website.search.records import Record
from build_tools.website.search.tokens import tokenize

# BM25 (Robertson and Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond", 2009, who take k1 from 1.2 to
# 2 and b from 0.5 to 0.8). Of the 148 judged queries 146 find a right page and 143 a right paragraph among the first
# three.
# k1: how soon a repeated word tells nothing more; near 0, where repeating tells nothing at all: 145 and 141.
_SATURATION = 1.2
_LENGTH_PENALTY = 0.6  # b: how much less a word tells in a long record; 147 and 141 without it
STEPS = 15
"""The highest impact (quantised weight) of a posting: four bits."""

MOST = 8192
"""The most postings that a term keeps: the strongest. Positions are left out where some postings are."""

CONCEPT = "\u00a7"
"""The first character of a term that stands for an entry named in a record; no word of a text has it."""

_GAP = 8  # between two fields of a record, so that no phrase runs over them
_TIMES = 255  # the most times that are counted of a term in a record: more tells nothing more
_MAY_DATE = re.compile(r"[^\x00-/:-\x7f]")  # a digit, or a character that may fold to one
_ONCE = tuple(f"{base32_varint(1)}{place}" for place in ENCODED[:4096])  # most words stand once in a record


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


@dataclass(frozen=True, slots=True)
class _Words:
    """The tokens of a record: each with its count and its packed positions, the date tokens, the number of tokens."""

    tokens: tuple[tuple[str, int, str], ...]
    dates: tuple[str, ...]
    length: int


@dataclass(slots=True)
class _Postings:
    """The postings of a term while they are collected.

    An element of `counts` is a record number, shifted left by eight bits, plus the count of the term in the record;
    `positions` are packed.
    """

    counts: array[int] = field(default_factory=lambda: array("Q"))
    positions: list[str] = field(default_factory=list)


Norms = Mapping[int, tuple[float, float, int]]
"""For each record the norm of its length, its weight, and the impact of a term that it contains once."""


def index(records: Iterable[Record]) -> tuple[Term, ...]:
    """Return the terms of all records, sorted as browsers compare them."""
    lengths: dict[int, tuple[int, float]] = {}
    terms: dict[str, _Postings] = {}
    for record in records:
        words = _read(record.words or (record.text,))
        base = record.number << 8
        lengths[record.number] = (words.length, record.weight)
        for text, count, positions in words.tokens:
            if (postings := terms.get(text)) is None:
                postings = terms[text] = _Postings()
            postings.counts.append(base + count)
            postings.positions.append(positions)
        for text, count in _terms_without_position(record, words).items():
            terms.setdefault(text, _Postings()).counts.append(base + min(count, _TIMES))
    norms = _norms(lengths)
    return tuple(_term(text, terms.pop(text), norms) for text in sorted(terms, key=browser_order))


def _norms(lengths: Mapping[int, tuple[int, float]]) -> Norms:
    mean = sum(length for length, _ in lengths.values()) / (len(lengths) or 1) or 1
    norms = {}
    for number, (length, weight) in lengths.items():
        norm = _SATURATION * (1 - _LENGTH_PENALTY + _LENGTH_PENALTY * length / mean)
        norms[number] = norm, weight, _impact(1, norm, weight)
    return norms


def _impact(count: int, norm: float, weight: float) -> int:
    return max(1, round(weight * count / (count + norm) * STEPS))  # the factor k1 + 1 is the same for all


@lru_cache(maxsize=20_000)
def _read(words: tuple[str, ...]) -> _Words:
    """Return the words of a record; cached, so that an unchanged record is not read again while the site is served."""
    positions: dict[str, list[int]] = {}
    dates: dict[str, None] = {}
    start = length = 0
    for text in words:
        tokens = tokenize(text)
        for position, token in enumerate(tokens, start):
            if token in positions:
                positions[token].append(position)
            else:
                positions[token] = [position]
        start += len(tokens) + _GAP
        length += len(tokens)
        if _MAY_DATE.search(text):
            dates |= {name: None for _, _, names in find_dates(tokens) for name in names}
    packed = tuple((token, min(len(listed), _TIMES), _packed(listed)) for token, listed in positions.items())
    return _Words(packed, tuple(dates), length)


def _packed(positions: list[int]) -> str:
    """Encode the number of positions and the step from each to the next."""
    if len(positions) == 1 and positions[0] < len(_ONCE):
        return _ONCE[positions[0]]
    parts, before = [base32_varint(len(positions))], 0
    for position in positions:
        parts.append(base32_varint(position - before))
        before = position
    return "".join(parts)


def _terms_without_position(record: Record, words: _Words) -> Counter[str]:
    """Count the entries named and the dates, which have no position among the words."""
    terms = Counter(f"{CONCEPT}{entry}" for entry in record.concepts)
    terms.update(words.dates)
    return terms


def _term(text: str, collected: _Postings, norms: Norms) -> Term:
    impacts = []
    for packed in collected.counts:
        number, count = packed >> 8, packed & _TIMES
        norm, weight, once = norms[number]
        impacts.append(number << 4 | (once if count == 1 else _impact(count, norm, weight)))
    frequency, positions = len(impacts), collected.positions
    if frequency > MOST:
        impacts = sorted(sorted(impacts, key=lambda impact: (-(impact & STEPS), impact))[:MOST])
        positions = []
    return Term(text, frequency, _postings(impacts), "".join(positions))


def _postings(impacts: Iterable[int]) -> str:
    """Encode record numbers and impacts as steps from one number to the next, times sixteen, plus the impact."""
    parts, before, small = [], 0, len(ENCODED)
    for impact in impacts:
        step = impact - before
        parts.append(ENCODED[step] if step < small else base32_varint(step))
        before = impact & ~STEPS
    return "".join(parts)
