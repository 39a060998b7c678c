"""Blocks of rows in few big files, so that a browser fetches the one it needs by a range of bytes.

A block is compressed by itself (zlib, whose last four bytes are a checksum of what is in it). Its name says where it
is: the number of the file, the offset, the length, and that checksum.
"""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Iterator

LARGEST_BLOCK = 64_000
"""Bytes before compression that a block may have, unless a single row has more."""

_FILE = 4_000_000  # bytes: a host that knows no ranges sends a whole file
_LEVEL = 9
_STRATEGIES = zlib.Z_DEFAULT_STRATEGY, zlib.Z_HUFFMAN_ONLY
_CHECKSUM = 4  # bytes


class BlockFiles:
    """Files that grow block by block; each is handed over when it is full.

    Attributes:
        names: The names of the files that are complete, in their order.
    """

    def __init__(self, folder: str) -> None:
        """Begin the first file.

        Args:
            folder: The folder of the files.
        """
        self.names: list[str] = []
        self._folder = folder
        self._blocks: list[bytes] = []
        self._size = 0
        self._full: list[tuple[str, bytes]] = []

    def add(self, text: str) -> str:
        """Add a block, and return its name."""
        data = text.encode("utf-8", "surrogatepass")
        # Numbers seldom repeat one another, and what repeats by chance costs more to point at than to write again.
        block = min((_compress(data, strategy) for strategy in _STRATEGIES), key=len)
        if self._size + len(block) > _FILE:
            self._close()
        name = f"{len(self.names)}.{self._size}.{len(block)}.{block[-_CHECKSUM:].hex()}"
        self._blocks.append(block)
        self._size += len(block)
        return name

    def take_full(self) -> Iterator[tuple[str, bytes]]:
        """Yield the path of each file that is complete, and what is in it; each once."""
        while self._full:
            yield self._full.pop(0)

    def take_last(self) -> Iterator[tuple[str, bytes]]:
        """Complete the last file, and yield what was not taken yet."""
        if self._blocks:
            self._close()
        yield from self.take_full()

    def _close(self) -> None:
        data = b"".join(self._blocks)
        name = f"{hashlib.sha256(data).hexdigest()[:16]}.bin"
        self.names.append(name)
        self._full.append((f"{self._folder}/{name}", data))
        self._blocks, self._size = [], 0


def _compress(data: bytes, strategy: int) -> bytes:
    packing = zlib.compressobj(_LEVEL, strategy=strategy)
    return packing.compress(data) + packing.flush()
