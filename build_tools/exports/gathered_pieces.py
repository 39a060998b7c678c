"""Files that grow a little at a time, in pieces that are worth the writing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

Piece = tuple[str, bytes]
"""The path of a file below a folder, and the next bytes of it; a file's pieces come in order."""

_ENOUGH = 1 << 18  # characters of a file that are gathered before they are written


class GatheredPieces:
    """Texts of several files, gathered until there is enough of one to be written."""

    def __init__(self) -> None:
        """Start without any."""
        self._texts: dict[str, list[str]] = defaultdict(list)
        self._lengths: dict[str, int] = defaultdict(int)

    def add(self, path: str, text: str) -> Iterator[Piece]:
        """Take the next text of a file, and yield what is to be written now."""
        self._texts[path].append(text)
        self._lengths[path] += len(text)
        if self._lengths[path] >= _ENOUGH:
            yield path, self._take(path)

    def rest(self) -> Iterator[Piece]:
        """Yield what is still to be written, file by file."""
        for path in sorted(self._texts):
            yield path, self._take(path)

    def _take(self, path: str) -> bytes:
        self._lengths[path] = 0
        return "".join(self._texts.pop(path)).encode()
