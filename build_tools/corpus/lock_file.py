"""Read the lock of anchors, or say what is in its place, or that it was deleted."""

from __future__ import annotations

import stat
from dataclasses import dataclass
from pathlib import Path

from build_tools.corpus.history import read_last_version
from build_tools.corpus.regular_files import LARGEST

LOCK = "anchors.lock"
"""The file of locked anchors, at the root."""


@dataclass(frozen=True, slots=True)
class LockFile:
    """The lock of anchors as it lies on the disk.

    Attributes:
        text: The text, or None where there is no file to read.
        obstacle: What is in its place and is not read, such as "a link", or empty.
        committed: The text of its last committed version, where nothing is in its place; empty if there is none.
        revision: A revision that has that version.
    """

    text: str | None = None
    obstacle: str = ""
    committed: str = ""
    revision: str = ""


def read_lock(root: Path) -> LockFile:
    """Read the lock below a root; a link is not followed, and what would block the reader is not opened."""
    file = root / LOCK
    try:
        status = file.lstat()
    except OSError:
        revision, data = read_last_version(root, LOCK) or ("", b"")
        return LockFile(committed=data.decode("utf-8", "replace"), revision=revision)
    mode = status.st_mode
    if stat.S_ISLNK(mode):
        return LockFile(obstacle="a link")
    if not stat.S_ISREG(mode):
        return LockFile(obstacle="a folder" if stat.S_ISDIR(mode) else "no regular file")
    if status.st_size > LARGEST:
        return LockFile(obstacle=f"a file of {status.st_size:,} bytes")
    try:
        return LockFile(file.read_bytes().decode("utf-8", "replace"))
    except OSError:
        return LockFile(obstacle="a file that cannot be read")
