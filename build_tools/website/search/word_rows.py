"""The words of records that follow one another: read once, and kept between builds, since few of them change."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from operator import sub
from typing import NamedTuple

from build_tools.website.caching import Cache
from build_tools.website.search.base32 import ENCODED, base32_varint, base32_varints
from build_tools.website.search.date_tokens import find_dates
from build_tools.website.search.records import Record
from build_tools.website.search.tokens import tokenize

COUNT_BITS = 8
"""A number and a count in one: the number is shifted left by as many bits."""

MOST_COUNTED = (1 << COUNT_BITS) - 1
"""The most times that are counted of a term in a record: more would add nothing."""

_GAP = 8  # between two fields of a record, so that no phrase runs over them
_MAY_DATE = re.compile(r"[^\x00-/:-\x7f]")  # a digit, or a character that may fold to one
_ONCE = tuple(f"{base32_varint(1)}{place}" for place in ENCODED[:4096])  # most words occur once in a record

_Fields = tuple[str, ...]
_Places = int | list[int]


class WordRows(NamedTuple):
    """The terms of some records: their tokens, and the dates among them.

    Attributes:
        terms: Each term once.
        sizes: For each term, how many records have it.
        counts: Those records, one term after another: a record's number, counted from that of the first one and shifted
            by COUNT_BITS, plus how often the term is in it.
        positions: For each term, where it is in those records, packed; empty for a date.
        lengths: For each record, the number of its tokens.
    """

    terms: list[str]
    sizes: list[int]
    counts: list[int]
    positions: list[str]
    lengths: list[int]


def read_rows(records: Sequence[Record], cache: Cache) -> WordRows:
    """Return the words of records.

    Args:
        records: At least one record, in the order of their numbers.
        cache: Keeps the words.
    """
    first = records[0].number
    fields = [(record.number - first, record.words or (record.text,)) for record in records]
    key = json.dumps(fields).encode()
    kept = cache.recall("words", key)
    if kept is not None:
        return WordRows(*json.loads(kept))
    rows = _read(fields)
    cache.keep("words", key, json.dumps(rows, separators=(",", ":")).encode())
    return rows


def _read(fields: Iterable[tuple[int, _Fields]]) -> WordRows:
    counts: defaultdict[str, list[int]] = defaultdict(list)
    positions: defaultdict[str, list[str]] = defaultdict(list)
    lengths = []
    for number, texts in fields:
        base = number << COUNT_BITS
        found, dates, length = find_places(texts)
        lengths.append(length)
        for token, places in found.items():
            if isinstance(places, int):
                counts[token].append(base + 1)
                positions[token].append(_ONCE[places] if places < len(_ONCE) else _pack([places]))
            else:
                counts[token].append(base + min(len(places), MOST_COUNTED))
                positions[token].append(_pack(places))
        for date in dates:
            counts[date].append(base + 1)
    return WordRows(
        list(counts),
        [len(listed) for listed in counts.values()],
        [count for listed in counts.values() for count in listed],
        ["".join(positions.get(token, ())) for token in counts],
        lengths,
    )


def find_places(texts: _Fields) -> tuple[dict[str, _Places], dict[str, None], int]:
    """Read the words of one record.

    Args:
        texts: The fields of the record.

    Returns:
        The place of each token, or its places; the tokens of dates; and the number of tokens.
    """
    places: dict[str, _Places] = {}
    dates: dict[str, None] = {}
    start = length = 0
    for text in texts:
        tokens = tokenize(text)
        for place, token in enumerate(tokens, start):
            if token not in places:
                places[token] = place
            elif isinstance(before := places[token], int):
                places[token] = [before, place]
            else:
                before.append(place)
        start += len(tokens) + _GAP
        length += len(tokens)
        if _MAY_DATE.search(text):
            dates |= {name: None for _, _, names in find_dates(tokens) for name in names}
    return places, dates, length


def _pack(places: Sequence[int]) -> str:
    """Encode the number of places and the step from each to the next."""
    return base32_varints([len(places), *map(sub, places, (0, *places))])
