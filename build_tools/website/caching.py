"""What was computed before need not be computed again: answers kept by all that they depend on.

Whoever asks puts everything that can change an answer into the key, except the program itself, which is part of every
key. An answer is bytes, so that it can be kept outside the process, and no code is in it.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import cache
from hashlib import blake2b
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

_DIGEST_SIZE = 20
_COMPILED = "__pycache__"


class Cache:
    """Keeps nothing: every answer is made. Others keep answers, and give the same ones."""

    def recall(self, kind: str, key: bytes) -> bytes | None:  # noqa: ARG002 - others need them
        """Return the answer that was kept, or None.

        Args:
            kind: What is asked, such as "citation".
            key: Everything that the answer depends on, besides the program.
        """
        return None

    def keep(self, kind: str, key: bytes, answer: bytes) -> None:
        """Keep an answer, if that can be done."""

    def remember(self, kind: str, key: bytes, make: Callable[[], bytes]) -> bytes:
        """Return the answer that was kept, or make it and keep it.

        Args:
            kind: What is asked, such as "citation".
            key: Everything that the answer depends on, besides the program.
            make: What makes the answer; whatever it raises is raised.
        """
        kept = self.recall(kind, key)
        if kept is None:
            kept = make()
            self.keep(kind, key, kept)
        return kept


class MemoryCache(Cache):
    """Keeps answers as long as the process that asks."""

    def __init__(self) -> None:
        """Start without any."""
        self._answers: dict[tuple[str, bytes], bytes] = {}

    def recall(self, kind: str, key: bytes) -> bytes | None:
        """Return the answer that was kept, or None."""
        return self._answers.get((kind, key))

    def keep(self, kind: str, key: bytes, answer: bytes) -> None:
        """Keep an answer."""
        self._answers[kind, key] = answer


NO_CACHE = Cache()


def digest(*parts: bytes | memoryview) -> bytes:
    """Return a short digest of these parts; other parts have another, even where all their bytes in a row agree."""
    hashed = blake2b(digest_size=_DIGEST_SIZE)
    for part in parts:
        hashed.update(len(part).to_bytes(8, "big"))
        hashed.update(part)
    return hashed.digest()


@cache
def program_version() -> bytes:
    """Return a digest of all that makes pages: this package, Python, and every package that is installed beside it."""
    package = sorted(_contents(files("build_tools"), ""))
    return digest(sys.version.encode(), *(part for item in package for part in item), *_installed())


def _contents(folder: Traversable, path: str) -> list[tuple[bytes, bytes]]:
    contents = []
    for entry in folder.iterdir():
        below = f"{path}/{entry.name}"
        if entry.is_dir():
            contents += _contents(entry, below) if entry.name != _COMPILED else []
        else:
            contents.append((below.encode(), entry.read_bytes()))
    return contents


def _installed() -> list[bytes]:
    """Return the name and version of each package, as the folder of its metadata gives them."""
    return sorted(
        metadata.name.encode()
        for place in {Path(folder) for folder in sys.path if folder}
        for metadata in place.glob("*.dist-info")
    )
