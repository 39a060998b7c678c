"""Numbers of an index read again: the reverse of `search.base32`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import accumulate, compress

_DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_"
_LAST = 32
_NUMBER = re.compile(r"[W-Za-z_-]*[0-9A-V]")
_KEPT = 3  # digits of the numbers that are kept once they were read, since most numbers are small and come again
_STEP_BITS, _IMPACT = 4, 15


class _Values(dict[str, int]):
    def __missing__(self, digits: str) -> int:
        value = 0
        for digit in reversed(digits):
            value = value << 5 | _DIGITS.index(digit) % _LAST
        if len(digits) <= _KEPT:
            self[digits] = value
        return value


_VALUES = _Values()


def unpack_numbers(packed: str) -> list[int]:
    """Return numbers that `base32_varints` encoded."""
    return [_VALUES[digits] for digits in _NUMBER.findall(packed)]


def unpack_postings(packed: str) -> tuple[list[int], list[int]]:
    """Return the records of a term, and its impact in each."""
    values = unpack_numbers(packed)
    return list(accumulate(value >> _STEP_BITS for value in values)), [value & _IMPACT for value in values]


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
