"""Zips: a site, to unpack and read without a server, and data with all their files."""

from __future__ import annotations

import shutil
import zipfile
from collections.abc import Iterable
from pathlib import Path

from build_tools.website.writing.destinations import DestinationError, check_file, real_path
from build_tools.website.writing.manifests import paths_below
from build_tools.website.writing.renewed_files import write_pieces
from build_tools.website.writing.staging import staging_folder

_NOT_FOUND_PAGE = "404.html"
_HOME = "index.html"
_NO_TIME = (1980, 1, 1, 0, 0, 0)  # the earliest time that a zip can express
_UNIX = 3  # the system that the archive names as its origin, on every machine
_MODE = 0o644 << 16  # permissions, where a zip keeps them
_PIECE = 1 << 20  # bytes
_USUAL = 6  # the level of compression
_FAST = 1  # takes half the time of the usual level, for a seventh more bytes


def pack_site(folder: Path, archive: Path) -> tuple[str, ...]:
    """Pack every file of a site into a zip, in a folder with the archive's name.

    The page for addresses that do not exist is left out, since only a server can answer with it. The same files give
    the same bytes: paths are sorted, and times and owners are not recorded. Links in the site are not followed.

    Returns:
        The sorted paths of the files, below the site's folder.

    Raises:
        DestinationError: If the archive would be part of the site, or there is a file that we did not pack.
        OSError: If the disk refuses.
    """
    _check_archive(folder, archive)
    named = {path: folder / path for path in paths_below(folder)}
    kept = {
        name: file
        for name, file in named.items()
        if file.is_file() and not file.is_symlink() and "/." not in f"/{name}" and name != _NOT_FOUND_PAGE
    }
    with staging_folder(archive) as staged:
        with zipfile.ZipFile(staged / archive.name, "w") as packed:
            for name in sorted(kept):
                _pack(kept[name], f"{archive.stem}/{name}", packed, _USUAL)
        (staged / archive.name).replace(archive)
    return tuple(sorted(kept))


def write_packed(
    pieces: Iterable[tuple[str, bytes]], folder: Path, archive: str, last: Path | None = None
) -> tuple[str, ...]:
    """Write files into a folder where they are new, and pack them into a zip beside them.

    Neither a whole file nor all files are ever in memory.

    Args:
        pieces: The path of a file below the folder, and its next bytes; those of several files may alternate.
        folder: The folder, which need not exist.
        archive: The name of the zip, in that folder; its files are in a folder with the same name.
        last: The folder whose place it will take, from which files with the same bytes are linked; None for none.

    Returns:
        The paths of the files in the zip, in its order: that in which they were begun.

    Raises:
        ValueError: If a path leads out of the folder.
        OSError: If the disk refuses.
    """
    paths = write_pieces(pieces, folder, last)
    with zipfile.ZipFile(folder / archive, "w") as packed:
        for path in paths:
            _pack(folder / path, f"{Path(archive).stem}/{path}", packed, _FAST)
    return paths


def _pack(file: Path, name: str, packed: zipfile.ZipFile, level: int) -> None:
    """Add a file under a name, without its times and its owner."""
    entry = zipfile.ZipInfo(name, _NO_TIME)
    entry.compress_type = zipfile.ZIP_DEFLATED
    entry.external_attr = _MODE
    entry.create_system = _UNIX
    entry._compresslevel = level  # type: ignore[attr-defined] # noqa: SLF001 - public from Python 3.13 on
    entry.file_size = file.stat().st_size
    with file.open("rb") as opened, packed.open(entry, "w") as written:
        shutil.copyfileobj(opened, written, _PIECE)


def _check_archive(folder: Path, archive: Path) -> None:
    place = real_path(archive)
    if real_path(folder) in place.parents:
        raise DestinationError(f'"{archive}" would be part of the site that it packs: name a file outside "{folder}".')
    check_file(archive)
    if archive.exists() and not _is_packed_by_us(archive):
        raise DestinationError(f'"{archive}" is not a packed site, and would be replaced: name another file.')


def _is_packed_by_us(archive: Path) -> bool:
    """Return whether a file is a zip of a site without times or owners, as we write them."""
    try:
        with zipfile.ZipFile(archive) as packed:
            entries = packed.infolist()
    except zipfile.BadZipFile:
        return False
    like_ours = all(
        (entry.date_time, entry.external_attr, entry.create_system) == (_NO_TIME, _MODE, _UNIX) for entry in entries
    )
    homes = [entry.filename for entry in entries if entry.filename.count("/") == 1 and entry.filename.endswith(_HOME)]
    return like_ours and len(homes) == 1
