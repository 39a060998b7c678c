"""Files that people put below docs/ and seeds/: each is a file of its own, of a size that a person writes.

A link may lead out of the edition, and reading a pipe may never end: both are named in a finding, and neither is
opened. Only `seeds` itself may be a link to a folder, for texts that are kept elsewhere.
"""

from __future__ import annotations

import os
import stat
import unicodedata
from collections.abc import Iterator
from pathlib import Path

from build_tools.model.findings import Finding

FOLDERS = ("docs", "seeds")
"""The folders below the root that hold what people wrote."""

LARGEST = 20_000_000
"""Bytes; a larger file is not read, whatever it is."""

LARGEST_PAGE = 1_000_000
"""Bytes; a larger Markdown file is not read. The longest page of a person has a tenth of it."""

_EDITOR_LOCK = ".#"
"""How the names of the dangling links begin with which Emacs marks a file that is open in it; nothing reads them."""

_KINDS = (
    (stat.S_ISFIFO, "is a named pipe"),
    (stat.S_ISSOCK, "is a socket"),
    (stat.S_ISCHR, "is a device"),
    (stat.S_ISBLK, "is a device"),
)
_INSTEAD = "Put the file itself in its place."
_READABLE = "Put a readable file in its place."
_UNSPELLABLE = ("Cc", "Cs")  # categories of controls, and of the code points that stand for bytes that are not UTF-8


def read_regular_file(file: Path, path: str, most: int = LARGEST) -> tuple[bytes | None, list[Finding]]:
    """Read a file that is neither a link nor a device.

    Args:
        file: The file.
        path: How findings name it.
        most: The most bytes to read.

    Returns:
        The bytes, and no finding; or None and a finding that says why the file was not read.
    """
    try:
        status = file.lstat()
        if fault := _strange_kind(file, status.st_mode):
            return None, [_unreadable(path, fault, _INSTEAD)]
        if stat.S_ISREG(status.st_mode) and status.st_size > most:
            return None, [_too_large(path, status.st_size, most)]
        return file.read_bytes(), []
    except OSError as error:
        return None, [_unreadable(path, f"cannot be read: {error.strerror}", _READABLE)]


def list_pages(folder: Path, root: Path, pattern: str = "*.md") -> list[Path]:
    """Return what is in a folder and has a name like a pattern, sorted; nothing where a link leads to the folder.

    Args:
        folder: A folder below the root.
        root: The folder that holds docs/.
        pattern: A pattern of `Path.glob`.
    """
    ways = (folder, *folder.parents)
    if any(way.is_symlink() for way in ways[: len(folder.relative_to(root).parts)]):
        return []
    pages = (file for file in folder.glob(pattern) if not file.name.startswith(_EDITOR_LOCK))
    return sorted(pages, key=lambda file: file.parts)  # as paths compare, but sooner


def check_files(root: Path) -> list[Finding]:
    """Return a finding for whatever below docs/ and seeds/ is no file or folder of its own, or cannot be read."""
    findings = []
    for top in FOLDERS:
        place = root / top
        if place.is_symlink() and top != "seeds":
            findings.append(_unreadable(top, "is a link to another folder", _INSTEAD, "folder"))
        elif place.is_dir():
            findings += _check_folder(place, top)
    return findings


def _unreadable(path: str, fault: str, hint: str, noun: str = "file") -> Finding:
    """Return the finding on a file or a seed; the fault is the predicate of a sentence."""
    if path.startswith("seeds/"):
        subject = "seed" if path.lower().endswith(".txt") else noun
        return Finding(path, 1, "seed-unreadable", f"the {subject} {fault}", hint)
    return Finding(path, 1, "file-unreadable", f"the {noun} {fault}", hint)


def _too_large(path: str, size: int, most: int) -> Finding:
    message = f'"{size:,}" bytes are more than a file may have ({most:,})'
    return Finding(path, 1, "file-too-large", message, "Split it into several files, or remove what no person wrote.")


def _check_folder(folder: Path, path: str) -> Iterator[Finding]:
    try:
        with os.scandir(folder) as found:
            entries = sorted(found, key=lambda entry: entry.name)
    except OSError as error:
        yield _unreadable(path, f"cannot be read: {error.strerror}", _READABLE, "folder")
        return
    for entry in entries:
        below = f"{path}/{entry.name}"
        printable = entry.name.isprintable()  # which most names are, and none with such a character
        if not printable and any(unicodedata.category(character) in _UNSPELLABLE for character in entry.name):
            yield _unreadable(
                below, f'has the name "{entry.name}", which is not text', "Name it in letters, digits and hyphens."
            )
        if entry.is_dir(follow_symlinks=False):
            yield from _check_folder(Path(entry), below)
        elif not entry.name.startswith(_EDITOR_LOCK):
            yield from _check_file(entry, below)


def _check_file(file: os.DirEntry[str], path: str) -> Iterator[Finding]:
    if not os.access(file, os.R_OK, follow_symlinks=False):
        yield _unreadable(path, "cannot be read: Permission denied", _READABLE)
        return
    status = file.stat(follow_symlinks=False)
    if fault := _strange_kind(file, status.st_mode):
        yield _unreadable(path, fault, _INSTEAD)
    elif status.st_size > LARGEST and not file.name.endswith(
        ".md"
    ):  # who reads a page finds that out, by a limit of its own
        yield _too_large(path, status.st_size, LARGEST)


def _strange_kind(file: os.PathLike[str], mode: int) -> str | None:
    """Return what a path is that is neither a file nor a folder, as the predicate of a sentence."""
    if stat.S_ISLNK(mode):
        is_folder = os.path.isdir(file)  # noqa: PTH112 - where Path raises, it answers no
        return "is a link to a folder" if is_folder else "is a link to another file"
    return next((kind for is_kind, kind in _KINDS if is_kind(mode)), None)
