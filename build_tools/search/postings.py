"""An inverted index: for each term the records that hold it, and how much it tells about each (BM25)."""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from build_tools.search.dates import find_dates
from build_tools.search.records import Record
from build_tools.search.tokens import tokenize

_K1, _B = 1.2, 0.6
STEPS = 15
"""The highest impact of a posting: four bits."""

MOST = 8192
"""How many postings a term keeps, the strongest; their places are not kept then."""

_DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_"
_GAP = 8  # between two fields of a record, so that no phrase runs over them


@dataclass(frozen=True, slots=True)
class Term:
    """A term as it is written down: how many records hold it, which and how strongly, and where in them."""

    text: str
    frequency: int
    postings: str
    places: str


def index(records: Iterable[Record]) -> tuple[Term, ...]:
    """The terms of all records, sorted as browsers compare them."""
    lengths: dict[int, tuple[float, float]] = {}
    placed: dict[str, array[int]] = {}
    counted: dict[str, array[int]] = {}
    for record in records:
        places, length = _places(record)
        lengths[record.number] = (length, record.weight)
        for text, times in _unplaced(record, places).items():
            counted.setdefault(text, array("L")).extend((record.number, times))
        for text, at in places.items():
            placed.setdefault(text, array("L")).extend((record.number, len(at), *at))
    mean = sum(length for length, _ in lengths.values()) / (len(lengths) or 1)
    norms = {
        number: (_K1 * (1 - _B + _B * length / (mean or 1)), weight) for number, (length, weight) in lengths.items()
    }
    return tuple(
        _term(text, norms, placed.get(text), counted.get(text))
        for text in sorted(placed.keys() | counted.keys(), key=_browser_order)
    )


def _browser_order(text: str) -> bytes:
    return text.encode("utf-16-be", "surrogatepass")


def _places(record: Record) -> tuple[dict[str, list[int]], float]:
    """Where each token stands in a record, and its length in tokens."""
    places: dict[str, list[int]] = {}
    start = length = 0
    for words in record.words or (record.text,):
        tokens = tokenize(words)
        for at, text in enumerate(tokens, start):
            places.setdefault(text, []).append(at)
        start += len(tokens) + _GAP
        length += len(tokens)
        for _, _, dates in find_dates(tokens):
            for date in dates:
                places.setdefault(date, [])
    return places, length


def _unplaced(record: Record, places: dict[str, list[int]]) -> Counter[str]:
    """The terms without a place in the words: entries named, and dates, which `places` gives up here."""
    found = Counter(f"\u00a7{entry}" for entry in record.concepts)
    for text in [text for text in places if text.startswith("@")]:
        del places[text]
        found[text] = 1
    return found


def _term(
    text: str,
    norms: Mapping[int, tuple[float, float]],
    placed: array[int] | None,
    counted: array[int] | None,
) -> Term:
    found: list[tuple[int, int]] = []
    places: list[str] = []
    flat, step = (placed, 0) if placed is not None else (counted or array("L"), 2)
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
        parts.append(_ENCODED[step] if step < _SMALL else encode(step))
        before = number
    return "".join(parts)


def _stream(places: array[int]) -> str:
    parts, before = [encode(len(places))], 0
    for place in places:
        step = place - before
        parts.append(_ENCODED[step] if step < _SMALL else encode(step))
        before = place
    return "".join(parts)


def encode(number: int) -> str:
    """A number in digits of five bits, the lowest first; a sixth bit says that another follows."""
    digits = []
    while number > 31:  # noqa: PLR2004 - five bits
        digits.append(_DIGITS[number & 31 | 32])
        number >>= 5
    return "".join([*digits, _DIGITS[number]])


_SMALL = 4096
_ENCODED = tuple(map(encode, range(_SMALL)))  # nearly all numbers are small, and there are millions of them
