"""Files of a folder that is put together beside the last one: what that has with the same bytes is not written again.

It is linked to, and where the disk has no links it is copied. So a site of which little has changed costs little to
write, and little to remove.
"""

from __future__ import annotations

import errno
import os
import shutil
import stat
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO

from build_tools.website.writing.manifests import is_inside, paths_below

_COPIED = 1 << 20  # bytes at a time


class RenewedFiles:
    """Files that come in pieces; those of several may alternate."""

    def __init__(self, folder: Path, last: Path | None = None) -> None:
        """Begin.

        Args:
            folder: The folder that is put together, which need not exist.
            last: The folder that it will take the place of; None where there is none.
        """
        self._folder = folder
        self._last = last if last is not None and last.is_dir() else None
        self._alike: dict[str, int] = {}
        self._begun: dict[str, None] = {}
        self._made: set[str] = set()

    def add(self, path: str, piece: bytes) -> None:
        """Add the next bytes of a file, which are written only if the last folder has others.

        Args:
            path: The path of the file below the folder.
            piece: The bytes.

        Raises:
            OSError: If the disk refuses.
        """
        is_new = path not in self._begun
        if is_new:
            self._begin(path)
        alike = self._alike.get(path)
        if alike is not None:
            if self._continues(path, alike, piece):
                self._alike[path] = alike + len(piece)
                return
            is_new = not alike
            if is_new:
                del self._alike[path]
            else:
                self._write_alike(path)
        with (self._folder / path).open("wb" if is_new else "ab") as file:
            file.write(piece)

    def finish(self) -> tuple[str, ...]:
        """End all files.

        Returns:
            Their paths, in the order in which they were begun.

        Raises:
            OSError: If the disk refuses.
        """
        for path in [*self._alike]:
            if not self._link(path, self._alike[path]):
                self._write_alike(path)
        self._alike, begun, self._begun = {}, tuple(self._begun), {}
        return begun

    def _begin(self, path: str) -> None:
        """Begin a file, in a folder that is made once for all the files in it."""
        self._begun[path] = None
        parent, _, _ = path.rpartition("/")
        if parent not in self._made:
            (self._folder / parent).mkdir(parents=True, exist_ok=True)
            self._made.add(parent)
        if self._last is not None:
            self._alike[path] = 0

    def _continues(self, path: str, alike: int, piece: bytes) -> bool:
        """Return whether the last folder's file goes on with these bytes after as many as were alike."""
        last = self._open_last(path)
        if last is None:
            return False
        with last:
            if alike:
                last.seek(alike)
            return last.read(len(piece)) == piece

    def _open_last(self, path: str) -> BinaryIO | None:
        """Open the file of the last folder, which is neither a link nor a device; None where it has no such file."""
        if self._last is None:
            return None
        try:
            opened = os.open(self._last / path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
        except OSError:
            return None
        file = os.fdopen(opened, "rb", buffering=0)
        if stat.S_ISREG(os.fstat(opened).st_mode):
            return file
        file.close()
        return None

    def _write_alike(self, path: str) -> None:
        """Write the bytes of a file that were alike so far."""
        left = self._alike.pop(path)
        with (self._folder / path).open("wb") as file:
            last = self._open_last(path) if left else None
            if last is not None:
                with last:
                    while left:
                        copied = last.read(min(left, _COPIED))
                        if not copied:
                            raise OSError(errno.ESTALE, "changed while it was read", str(self._last))
                        file.write(copied)
                        left -= len(copied)

    def _link(self, path: str, size: int) -> bool:
        """Let a file be that of the last folder, and return whether it is: it must have just as many bytes."""
        if self._last is None or not size:
            return False
        last = self._last / path
        if last.lstat().st_size != size:
            return False
        new = self._folder / path
        try:
            os.link(last, new, follow_symlinks=False)
        except OSError:  # another file is there, or the disk has no links
            new.unlink(missing_ok=True)
            link_or_copy(last, new)
        return True


def link_or_copy(old: Path, new: Path) -> None:
    """Let a file, a link or an empty folder be in the new folder as well, the same one where the disk can do that."""
    new.parent.mkdir(parents=True, exist_ok=True)
    if old.is_dir() and not old.is_symlink():
        new.mkdir(exist_ok=True)
        return
    try:
        os.link(old, new, follow_symlinks=False)
    except FileExistsError:
        return
    except OSError:
        with suppress(FileNotFoundError):  # removed by somebody since
            shutil.copy2(old, new, follow_symlinks=False)


def link_folder(folder: Path, place: Path) -> None:
    """Let the files of a folder be in another as well, the same ones where the disk can do that; links are left out.

    Args:
        folder: The folder.
        place: The other, which is being put together.

    Raises:
        OSError: If the disk refuses.
    """
    for path in sorted(paths_below(folder)):
        if not (folder / path).is_symlink():
            link_or_copy(folder / path, place / path)


def write_below(files: Iterable[tuple[str, bytes]], folder: Path, last: Path | None = None) -> None:
    """Write files below a folder that is being put together, each as it comes, so that memory holds one.

    Args:
        files: The path of each below the folder, and what is in it.
        folder: The folder.
        last: The folder whose place it will take, from which files with the same bytes are linked; None for none.

    Raises:
        OSError: If the disk refuses.
    """
    renewed = RenewedFiles(folder, last)
    for path, data in files:
        renewed.add(path, data)
        renewed.finish()


def write_pieces(pieces: Iterable[tuple[str, bytes]], folder: Path, last: Path | None = None) -> tuple[str, ...]:
    """Write files into a folder where they are new, a piece at a time, so that memory never holds a whole one.

    Args:
        pieces: The path of a file below the folder, and its next bytes; those of several files may alternate.
        folder: The folder, which need not exist.
        last: The folder whose place it will take, from which files with the same bytes are linked; None for none.

    Returns:
        The paths of the files, in the order in which they were begun.

    Raises:
        ValueError: If a path leads out of the folder.
        OSError: If the disk refuses.
    """
    renewed = RenewedFiles(folder, last)
    for path, piece in pieces:
        if not is_inside(path):
            raise ValueError(f"a file may not be written outside the folder: {path!r}")
        renewed.add(path, piece)
    return renewed.finish()


def remove_below(paths: Iterable[str], folder: Path) -> None:
    """Remove files from a folder that is being put together.

    Raises:
        OSError: If the disk refuses.
    """
    for path in paths:
        (folder / path).unlink()
