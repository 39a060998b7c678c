"""Numbers of an index read again, the reverse of `search.base32`, and lists of records packed smaller."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate, compress
from operator import sub

from build_tools.website.search.base32 import DIGITS, base32_varints
from build_tools.website.search.postings import STEPS
from build_tools.website.search.records import PAGE

_LAST = 32
_NUMBER = re.compile(r"[W-Za-z_-]*[0-9A-V]")
_KEPT = 3  # digits of the numbers that are kept once they were read, since most numbers are small and come again
IMPACT_BITS = STEPS.bit_length()
"""The bits of a posting for the impact, below those of the record."""


_IN_BASE_32 = str.maketrans(DIGITS, "0123456789abcdefghijklmnopqrstuv" * 2)


class _Values(dict[str, int]):
    def __missing__(self, digits: str) -> int:
        value = int(digits.translate(_IN_BASE_32)[::-1], _LAST)
        if len(digits) <= _KEPT:
            self[digits] = value
        return value


_VALUES = _Values()


def unpack_numbers(packed: str) -> list[int]:
    """Return numbers that `base32_varints` encoded."""
    return [_VALUES[digits] for digits in _NUMBER.findall(packed)]


def unpack_postings(packed: str) -> list[int]:
    """Return the records of a term, each times sixteen, plus the impact of the term there."""
    values = unpack_numbers(packed)
    records = accumulate(value >> IMPACT_BITS for value in values)
    return [record << IMPACT_BITS | value & STEPS for record, value in zip(records, values, strict=True)]


def pack_records(records: Sequence[int]) -> str:
    """Encode sorted records so that they compress well.

    First the steps between their page numbers, then their places in the pages, counted from the record before if that
    is of the same page. Each sort of number has few values that are frequent.
    """
    pages = [record // PAGE for record in records]
    steps = list(map(sub, pages, (0, *pages)))
    places = [
        record % PAGE if step else record - before
        for step, record, before in zip((1, *steps[1:]), records, (0, *records), strict=False)
    ]
    return base32_varints([*steps, *places])


def select_positions(packed: str, kept: Iterable[bool]) -> str:
    """Return the positions of a term in some of its records.

    Args:
        packed: For each record the number of positions, and the steps to each.
        kept: Whether each record is one of them.
    """
    return "".join(compress(_positions_by_record(packed), kept))


def _positions_by_record(packed: str) -> Iterator[str]:
    numbers = _NUMBER.findall(packed)
    start = 0
    while start < len(numbers):
        end = start + 1 + _VALUES[numbers[start]]
        yield "".join(numbers[start:end])
        start = end
