"""Where nothing is written: over the sources of an edition, over the program, and over what a person put there."""

from __future__ import annotations

import os
from pathlib import Path

import build_tools

_SOURCES = ("docs", "seeds", ".git")


class DestinationError(Exception):
    """A place where we may not write; the message is a sentence for whoever named it, with what to do."""


def describe_disk_error(error: OSError) -> str:
    """Return what the disk refused and why, as a sentence."""
    place = f' "{os.fsdecode(error.filename)}"' if isinstance(error.filename, str | bytes) else ""
    return f"The disk refused{place}: {error.strerror or error}."


def check_destination(folder: Path, root: Path) -> None:
    """Refuse a folder that is, contains or lies in the sources of an edition or the program.

    Args:
        folder: The folder to write to, which need not exist.
        root: The folder that holds seeds/ and docs/.

    Raises:
        DestinationError: If the folder may not be written to.
    """
    place, top = real_path(folder), real_path(root)
    sources = [(f"{name}/", real_path(top / name)) for name in _SOURCES]
    sources.append(("the program", real_path(Path(build_tools.__file__).parent)))
    for name, source in sources:
        if source == place or source in place.parents:
            raise DestinationError(f'"{folder}" is part of {name}: name another folder to write to.')
        if place in source.parents:
            raise DestinationError(f'"{folder}" contains {name}: name another folder to write to.')
    if place == top or place in top.parents:
        raise DestinationError(f'"{folder}" contains the edition itself: name another folder to write to.')


def real_path(path: Path) -> Path:
    """Return a path without links; unlike `Path.resolve` it answers for links that lead to themselves as well."""
    return Path(os.path.realpath(path))


def check_file(file: Path) -> None:
    """Refuse a file in whose place there is something else, such as a link that leads to another file.

    Raises:
        DestinationError: If there is something that is not a file.
    """
    if file.is_symlink() or (file.exists() and not file.is_file()):
        raise DestinationError(f'"{file}" is not a file of its own: move away what is there, or name another file.')


def check_renewable(file: Path, first_line: str) -> None:
    """Refuse a file that a person wrote in the place of one of ours.

    Args:
        file: A file, which need not exist.
        first_line: How ours begins.

    Raises:
        DestinationError: If there is a file that begins otherwise, or something that is not a file.
    """
    check_file(file)
    if file.exists() and not file.read_bytes().startswith(first_line.encode()):
        raise DestinationError(f'"{file}" is not as a build writes it: move it away, or name another folder.')


def check_way(file: Path, root: Path) -> None:
    """Refuse a file to which a link below the root leads.

    Args:
        file: A file below the root, which need not exist.
        root: The folder that holds seeds/ and docs/.

    Raises:
        DestinationError: If a folder between the two is a link, other than seeds/ itself.
    """
    for folder in file.parents:
        if folder == root:
            return
        if folder.is_symlink() and folder != root / "seeds":
            raise DestinationError(f'"{folder}" is a link to another folder: put the folder itself in its place.')
