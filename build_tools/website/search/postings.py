"""An inverted index: for each term the records that hold it, and how much it tells about each (BM25)."""

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

# BM25 (Robertson and Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond", 2009, who take k1 from 1.2 to 2
# and b from 0.5 to 0.8). Of the 148 judged queries 146 find a right page and 143 a right paragraph among the first three.
_SATURATION = (
    1.2  # k1: how soon a repeated word tells nothing more; near 0, where repeating tells nothing at all: 145 and 141
)
_LENGTH_PENALTY = 0.6  # b: how much less a word tells in a long record; 147 and 141 without it
STEPS = 15
"""The highest impact of a posting: four bits."""

MOST = 8192
"""How many postings a term keeps, the strongest; their places are not kept then."""

CONCEPT = "\u00a7"
"""What the terms begin with that stand for an entry named in a record; no word of a text does."""

_GAP = 8  # between two fields of a record, so that no phrase runs over them
_TIMES = 255  # the most times that are counted of a term in a record: more tells nothing more
_MAY_DATE = re.compile(r"[^\x00-/:-\x7f]")  # a digit, or a character that may fold to one
_ONCE = tuple(f"{base32_varint(1)}{place}" for place in ENCODED[:4096])  # most words stand once in a record


@dataclass(frozen=True, slots=True)
class Term:
    """A term as it is written down: how many records hold it, which and how strongly, and where in them."""

    text: str
    frequency: int
    postings: str
    places: str


@dataclass(frozen=True, slots=True)
class _Words:
    """The words of a record read: each token, how often, where (packed); the dates among them; how many tokens."""

    places: tuple[tuple[str, int, str], ...]
    dates: tuple[str, ...]
    length: int


@dataclass(slots=True)
class _Postings:
    """The records of a term while they are gathered: number and times in one, and the packed places beside."""

    found: array[int] = field(default_factory=lambda: array("Q"))
    places: list[str] = field(default_factory=list)


Norms = Mapping[int, tuple[float, float, int]]
"""For each record the norm of its length, its weight, and the impact of a term that it holds once."""


def index(records: Iterable[Record]) -> tuple[Term, ...]:
    """The terms of all records, sorted as browsers compare them."""
    lengths: dict[int, tuple[int, float]] = {}
    terms: dict[str, _Postings] = {}
    for record in records:
        words = _read(record.words or (record.text,))
        base = record.number << 8
        lengths[record.number] = (words.length, record.weight)
        for text, times, places in words.places:
            if (one := terms.get(text)) is None:
                one = terms[text] = _Postings()
            one.found.append(base + times)
            one.places.append(places)
        for text, times in _named(record, words).items():
            terms.setdefault(text, _Postings()).found.append(base + min(times, _TIMES))
    norms = _norms(lengths)
    return tuple(_term(text, terms.pop(text), norms) for text in sorted(terms, key=browser_order))


def _norms(lengths: Mapping[int, tuple[int, float]]) -> Norms:
    mean = sum(length for length, _ in lengths.values()) / (len(lengths) or 1) or 1
    norms = {}
    for number, (length, weight) in lengths.items():
        norm = _SATURATION * (1 - _LENGTH_PENALTY + _LENGTH_PENALTY * length / mean)
        norms[number] = norm, weight, _impact(1, norm, weight)
    return norms


def _impact(times: int, norm: float, weight: float) -> int:
    return max(1, round(weight * times / (times + norm) * STEPS))  # the factor k1 + 1 is the same for all


@lru_cache(maxsize=20_000)
def _read(words: tuple[str, ...]) -> _Words:
    """The words of a record; an unchanged one is not read again while the site is served."""
    places: dict[str, list[int]] = {}
    dates: dict[str, None] = {}
    start = length = 0
    for text in words:
        tokens = tokenize(text)
        for at, token in enumerate(tokens, start):
            if token in places:
                places[token].append(at)
            else:
                places[token] = [at]
        start += len(tokens) + _GAP
        length += len(tokens)
        if _MAY_DATE.search(text):
            dates |= {name: None for _, _, names in find_dates(tokens) for name in names}
    packed = tuple((token, min(len(at), _TIMES), _packed(at)) for token, at in places.items())
    return _Words(packed, tuple(dates), length)


def _packed(places: list[int]) -> str:
    """How many places there are, and the steps from one to the next."""
    if len(places) == 1 and places[0] < len(_ONCE):
        return _ONCE[places[0]]
    parts, before = [base32_varint(len(places))], 0
    for place in places:
        parts.append(base32_varint(place - before))
        before = place
    return "".join(parts)


def _named(record: Record, words: _Words) -> Counter[str]:
    """The terms without a place in the words: entries named, and dates."""
    found = Counter(f"{CONCEPT}{entry}" for entry in record.concepts)
    found.update(words.dates)
    return found


def _term(text: str, gathered: _Postings, norms: Norms) -> Term:
    impacts = []
    for packed in gathered.found:
        number, times = packed >> 8, packed & _TIMES
        norm, weight, once = norms[number]
        impacts.append(number << 4 | (once if times == 1 else _impact(times, norm, weight)))
    frequency, places = len(impacts), gathered.places
    if frequency > MOST:
        impacts = sorted(sorted(impacts, key=lambda one: (-(one & STEPS), one))[:MOST])
        places = []
    return Term(text, frequency, _postings(impacts), "".join(places))


def _postings(impacts: Iterable[int]) -> str:
    """Numbers and impacts as steps: from one number to the next, times sixteen, and the impact."""
    parts, before, small = [], 0, len(ENCODED)
    for one in impacts:
        step = one - before
        parts.append(ENCODED[step] if step < small else base32_varint(step))
        before = one & ~STEPS
    return "".join(parts)
