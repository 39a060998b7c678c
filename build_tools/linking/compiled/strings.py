"""Sequences that are ready at once, however long: of what is in them, only what is asked for is made."""

from __future__ import annotations

from array import array
from collections.abc import Mapping, Sequence
from typing import Generic, TypeVar, overload

Value = TypeVar("Value")


class Strings(Sequence[str]):
    """Strings that are kept in UTF-8, but for a few that are others."""

    def __init__(self, encoded: Sequence[bytes], others: Mapping[int, str]) -> None:
        """Take all of them encoded, and those that are others, by their number."""
        self._encoded = encoded
        self._others = others

    @overload
    def __getitem__(self, index: int) -> str: ...

    @overload
    def __getitem__(self, index: slice) -> list[str]: ...

    def __getitem__(self, index: int | slice) -> str | list[str]:
        """Return one of them, or some."""
        if isinstance(index, slice):
            return [self[number] for number in range(*index.indices(len(self)))]
        number = index if index >= 0 else len(self) + index
        return self._others[number] if number in self._others else self._encoded[number].decode()

    def __len__(self) -> int:
        """Return how many there are."""
        return len(self._encoded)


class Chosen(Sequence[Value], Generic[Value]):
    """A few values, of which each place of a long sequence has one."""

    def __init__(self, values: Sequence[Value], numbers: array[int]) -> None:
        """Take the values, and for each place the number of its value."""
        self._values = values
        self._numbers = numbers

    @overload
    def __getitem__(self, index: int) -> Value: ...

    @overload
    def __getitem__(self, index: slice) -> list[Value]: ...

    def __getitem__(self, index: int | slice) -> Value | list[Value]:
        """Return the value at a place, or at some."""
        if isinstance(index, slice):
            return [self._values[number] for number in self._numbers[index]]
        return self._values[self._numbers[index]]

    def __len__(self) -> int:
        """Return how many places there are."""
        return len(self._numbers)
