"""The list of the files that we wrote into a folder, with their checksums, and what it says about the folder now.

A file is ours if the list has its path and its checksum. So a list that somebody bent names no file whose bytes it does
not know, and a file that a person edited after us is that person's.
"""

from __future__ import annotations

import errno
import hashlib
import os
import stat
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from build_tools.corpus.regular_files import LARGEST, read_regular_file

MANIFEST = ".written"
"""The file that has the list, which says no more than the site does to whoever is sent it."""

_NOTHING_THERE = (errno.ENOENT, errno.ENOTDIR, errno.ELOOP, errno.EBADF)
_HEADER = "# The files that a build wrote here, with SHA-256 checksums. The next build replaces or removes these alone."


@dataclass(frozen=True, slots=True)
class Contents:
    """What is in a folder.

    Attributes:
        ours: The paths of files that we wrote and nobody changed since.
        others: The paths of all other files, links and the like, and of folders with nothing in them. What has the name
            of our list and is no list of ours is one of them.
        listed: Whether the folder has a list of ours.
        checksums: What the list says of each path.
    """

    ours: frozenset[str] = frozenset()
    others: frozenset[str] = frozenset()
    listed: bool = False
    checksums: Mapping[str, str] = field(default_factory=dict)


def survey_folder(folder: Path, *, trusts_list: bool = False) -> Contents:
    """Return what is in a folder; nothing if there is none. No link is followed.

    Args:
        folder: The folder.
        trusts_list: Whether what has the path of a listed file is taken for it unread, which a later look may correct.

    Raises:
        OSError: If the disk refuses.
    """
    checksums = _read_manifest(folder)
    ours: set[str] = set()
    others: set[str] = set()
    for path in paths_below(folder):
        expected = (checksums or {}).get(path)
        if expected is not None and (trusts_list or file_checksum(folder / path) == expected):
            ours.add(path)
        elif path != MANIFEST or checksums is None:
            others.add(path)
    return Contents(frozenset(ours), frozenset(others), checksums is not None, checksums or {})


def list_as_manifest(checksums: Mapping[str, str]) -> bytes:
    """Return the list of these files, given by path with the checksum of each."""
    lines = (f"{checksum}  {path}\n" for path, checksum in sorted(checksums.items()))
    return f"{_HEADER}\n{''.join(lines)}".encode()


def checksum(data: bytes) -> str:
    """Return the SHA-256 checksum of some bytes, in hexadecimal."""
    return hashlib.sha256(data).hexdigest()


def file_checksum(file: Path) -> str:
    """Return the SHA-256 checksum of a file, or an empty text for a link, a device or a folder."""
    if not stat.S_ISREG(_mode(file)):
        return ""
    with file.open("rb", buffering=0) as opened:
        return hashlib.file_digest(opened, "sha256").hexdigest()


def _mode(file: Path) -> int:
    """Return what a path is, as the system reports it; 0 if it is nothing."""
    try:
        return os.lstat(file).st_mode
    except OSError as error:
        if error.errno in _NOTHING_THERE:
            return 0
        raise


def is_inside(path: str) -> bool:
    """Return whether a path leads to a file below the folder it is relative to, in the one way to spell it."""
    pure = PurePosixPath(path)
    is_plain = bool(pure.parts) and str(pure) == path and not pure.is_absolute() and ".." not in pure.parts
    return is_plain and pure.parts[0] != MANIFEST


def _read_manifest(folder: Path) -> Mapping[str, str] | None:
    """Return the checksum of each path on the list; None where the folder has no list of ours."""
    data, _ = read_regular_file(folder / MANIFEST, MANIFEST, LARGEST)
    header, *lines = (data or b"").decode("utf-8", "replace").split("\n")
    if header != _HEADER:
        return None
    pairs = (line.split("  ", 1) for line in lines if "  " in line)
    return {path: checksum for checksum, path in pairs}


def paths_below(folder: Path) -> list[str]:
    """Return the paths of whatever is below a folder and of folders with nothing in them; no link is followed.

    Raises:
        OSError: If the disk refuses.
    """
    paths = []
    start = len(os.path.join(folder, ""))  # noqa: PTH118 - thousands of paths, as texts
    for top, folders, files in os.walk(folder, onerror=_refuse):
        below = top[start:] + "/" if len(top) > start else ""
        paths += [below + name for name in folders if os.path.islink(f"{top}/{name}")]  # noqa: PTH114 - the same
        paths += [below + name for name in files]
        if not folders and not files and below:
            paths.append(below[:-1])
    return paths


def _refuse(error: OSError) -> None:
    if not isinstance(error, FileNotFoundError):
        raise error
