"""Values in one row of bytes, each decoded when it is asked for: most texts ask for few of a lexicon's."""

from __future__ import annotations

import json
from array import array
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Generic, TypeVar

Value = TypeVar("Value")

_OFFSETS = "Q"


class Rows(Mapping[str, Value], Generic[Value]):
    """A value for each key, in the order of the keys."""

    def __init__(self, keys: Sequence[bytes], packed: memoryview, decode: Callable[[str, object], Value]) -> None:
        """Take the keys in UTF-8, sorted, the packed values, and what makes a value of a key and of its JSON."""
        size = array(_OFFSETS).itemsize * (len(keys) + 1)
        self._keys = keys
        self._offsets = array(_OFFSETS, bytes(packed[:size]))
        self._values = packed[size:]
        self._decode = decode
        self._decoded: dict[str, Value] = {}

    def __getitem__(self, key: str) -> Value:
        """Return the value of a key."""
        if key not in self._decoded:
            row = self._row(key)
            if row is None:
                raise KeyError(key)
            packed = bytes(self._values[self._offsets[row] : self._offsets[row + 1]])
            self._decoded[key] = self._decode(key, json.loads(packed))
        return self._decoded[key]

    def __contains__(self, key: object) -> bool:
        """Whether a key has a value."""
        return isinstance(key, str) and self._row(key) is not None

    def _row(self, key: str) -> int | None:
        encoded = key.encode("utf-8", "surrogatepass")
        row = bisect_left(self._keys, encoded)
        return row if row < len(self._keys) and self._keys[row] == encoded else None

    def __iter__(self) -> Iterator[str]:
        """Yield the keys."""
        return (key.decode() for key in self._keys)

    def __len__(self) -> int:
        """Return how many there are."""
        return len(self._keys)


def pack_rows(values: Iterable[object]) -> bytes:
    """Return values as `Rows` reads them: where each begins, then each as JSON."""
    offsets, parts, offset = array(_OFFSETS, [0]), [], 0
    for value in values:
        part = json.dumps(value, separators=(",", ":")).encode()
        offset += len(part)
        offsets.append(offset)
        parts.append(part)
    return offsets.tobytes() + b"".join(parts)
