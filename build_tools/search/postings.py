"""An inverted index: for each term the records that hold it, and how much it tells about each (BM25)."""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from build_tools.search.dates import find_dates
from build_tools.search.order import browser_order, encode
from build_tools.search.records import Record
from build_tools.search.tokens import tokenize

_K1, _B = 1.2, 0.6
STEPS = 15
"""The highest impact of a posting: four bits."""

MOST = 8192
"""How many postings a term keeps, the strongest; their places are not kept then."""

_GAP = 8  # between two fields of a record, so that no phrase runs over them


@dataclass(frozen=True, slots=True)
class Term:
    """A term as it is written down: how many records hold it, which and how strongly, and where in them."""

    text: str
    frequency: int
    postings: str
    places: str


@dataclass(frozen=True, slots=True)
class _Words:
    """The words of a record read: each token with its places, the dates among them, how many tokens there are."""

    places: tuple[tuple[str, tuple[int, ...]], ...]
    dates: tuple[str, ...]
    length: int


def index(records: Iterable[Record]) -> tuple[Term, ...]:
    """The terms of all records, sorted as browsers compare them."""
    lengths: dict[int, tuple[float, float]] = {}
    placed: dict[str, array[int]] = {}
    counted: dict[str, array[int]] = {}
    for record in records:
        words = _read(record.words or (record.text,))
        lengths[record.number] = (words.length, record.weight)
        for text, at in words.places:
            placed.setdefault(text, array("I")).extend((record.number, len(at), *at))
        for text, times in _named(record, words).items():
            counted.setdefault(text, array("I")).extend((record.number, times))
    mean = sum(length for length, _ in lengths.values()) / (len(lengths) or 1)
    norms = {
        number: (_K1 * (1 - _B + _B * length / (mean or 1)), weight) for number, (length, weight) in lengths.items()
    }
    return tuple(
        _term(text, norms, placed.pop(text, None), counted.get(text))
        for text in sorted(placed.keys() | counted.keys(), key=browser_order)
    )


@lru_cache(maxsize=20_000)
def _read(words: tuple[str, ...]) -> _Words:
    """The words of a record; an unchanged one is not read again while the site is served."""
    places: dict[str, list[int]] = {}
    dates: dict[str, None] = {}
    start = length = 0
    for text in words:
        tokens = tokenize(text)
        for at, token in enumerate(tokens, start):
            places.setdefault(token, []).append(at)
        start += len(tokens) + _GAP
        length += len(tokens)
        for _, _, names in find_dates(tokens):
            dates |= dict.fromkeys(names)
    return _Words(tuple((token, tuple(at)) for token, at in places.items()), tuple(dates), length)


def _named(record: Record, words: _Words) -> Counter[str]:
    """The terms without a place in the words: entries named, and dates."""
    found = Counter(f"\u00a7{entry}" for entry in record.concepts)
    found.update(words.dates)
    return found


def _term(
    text: str,
    norms: Mapping[int, tuple[float, float]],
    placed: array[int] | None,
    counted: array[int] | None,
) -> Term:
    found: list[tuple[int, int]] = []
    places: list[str] = []
    flat, step = (placed, 0) if placed is not None else (counted or array("I"), 2)
    at = 0
    while at < len(flat):
        number, times = flat[at], flat[at + 1]
        norm, weight = norms[number]
        impact = weight * times / (times + norm)  # below 1; the factor k1 + 1 is the same for all
        found.append((number, max(1, round(impact * STEPS))))
        if step:
            at += step
        else:
            places.append(_stream(flat[at + 2 : at + 2 + times]))
            at += 2 + times
    frequency = len(found)
    if frequency > MOST:
        found = sorted(sorted(found, key=lambda one: (-one[1], one[0]))[:MOST])
        places = []
    return Term(text, frequency, _postings(found), "".join(places))


def _postings(found: Iterable[tuple[int, int]]) -> str:
    parts, before = [], 0
    for number, impact in found:
        step = (number - before) * 16 + impact
        parts.append(encode(step))
        before = number
    return "".join(parts)


def _stream(places: array[int]) -> str:
    parts, before = [encode(len(places))], 0
    for place in places:
        step = place - before
        parts.append(encode(step))
        before = place
    return "".join(parts)
