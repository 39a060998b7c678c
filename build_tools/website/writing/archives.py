"""A site packed into a zip, to unpack and read without a server."""

from __future__ import annotations

import zipfile
from pathlib import Path

from build_tools.website.writing.destinations import DestinationError, check_file, real_path
from build_tools.website.writing.manifests import paths_below
from build_tools.website.writing.staging import staging_folder

_NOT_FOUND_PAGE = "404.html"
_HOME = "index.html"
_NO_TIME = (1980, 1, 1, 0, 0, 0)  # the earliest time that a zip can express
_UNIX = 3  # the system that the archive names as its origin, on every machine
_MODE = 0o644 << 16  # permissions, where a zip keeps them


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
        with zipfile.ZipFile(staged / archive.name, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as packed:
            for name in sorted(kept):
                entry = zipfile.ZipInfo(f"{archive.stem}/{name}", _NO_TIME)
                entry.compress_type = zipfile.ZIP_DEFLATED
                entry.external_attr = _MODE
                entry.create_system = _UNIX
                packed.writestr(entry, kept[name].read_bytes())
        (staged / archive.name).replace(archive)
    return tuple(sorted(kept))


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
