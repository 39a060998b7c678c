"""Folders of what we make: the tree of pages, data and assets, and the site that MkDocs builds."""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from build_tools.model import Data
from build_tools.website.markup.composed_page import SiteFile
from build_tools.website.writing.destinations import DestinationError, real_path
from build_tools.website.writing.manifests import (
    MANIFEST,
    Contents,
    checksum,
    file_checksum,
    is_inside,
    list_as_manifest,
    paths_below,
    survey_folder,
)
from build_tools.website.writing.renewed_files import link_or_copy, write_pieces
from build_tools.website.writing.staging import remove_leftovers, staging_folder
from build_tools.website.writing.swapping import put_in_place

_OF_EARLIER_SITES = ("404.html", "index.html", "sitemap.xml", "assets/reader.css", "assets/reader.js")
"""The files by which a site is known that was built before sites had a manifest."""


_Content = str | bytes | Path
"""What a file will hold: a text, bytes, or what another file holds. Its bytes are made when they are written."""


@dataclass(frozen=True, slots=True)
class Written:
    """The result of a run, as sorted paths below the folder."""

    written: tuple[str, ...]
    unchanged: tuple[str, ...]
    removed: tuple[str, ...]


def write(files: Iterable[SiteFile], folder: Path, static: Mapping[str, bytes | Path] | None = None) -> Written:
    """Write these files, and the static ones.

    Files that have the right bytes already are left alone, so that nothing downstream rebuilds. Files of an earlier
    run that are no longer wanted are removed; what a person put into the folder stays. All of it is put together in a
    folder beside the target, which then takes its place in one step.

    Args:
        files: Pages and data, with paths below the folder.
        folder: The folder to write to.
        static: Contents, or files that have them, by path below the folder; a page or data with the same path is used
            instead.

    Raises:
        ValueError: If a path is outside the folder, or two files have the same path.
        DestinationError: If the folder holds files and no list of ours, or a file must go where a person's is.
        OSError: If the disk refuses.
    """
    wanted = _wanted(files, static or {})
    target = _find_target(folder)
    contents = survey_folder(target)
    if contents.others and not contents.listed:
        raise DestinationError(_foreign(folder, contents.others))
    checksums = {path: checksum(_read(content)) for path, content in wanted.items()}
    unchanged = {path for path in wanted if file_checksum(target / path) == checksums[path]}
    _refuse_to_replace(folder, wanted.keys() - unchanged, contents)
    removed = contents.ours - wanted.keys()
    manifest = list_as_manifest(checksums)
    if len(unchanged) < len(wanted) or removed or not _holds(target / MANIFEST, manifest):
        with staging_folder(target) as staged:
            for path in (*unchanged, *sorted(contents.others - unchanged)):
                link_or_copy(target / path, staged / path)
            for path in sorted(wanted.keys() - unchanged):
                (staged / path).parent.mkdir(parents=True, exist_ok=True)
                (staged / path).write_bytes(_read(wanted[path]))
            (staged / MANIFEST).write_bytes(manifest)
            put_in_place(staged, target)
    return Written(tuple(sorted(wanted.keys() - unchanged)), tuple(sorted(unchanged)), tuple(sorted(removed)))


@contextmanager
def stage_site(folder: Path) -> Iterator[Path]:
    """Give a folder in which to build a site, and remove it at the end; `put_site` puts the site into its place.

    Args:
        folder: The place of the site, which need not exist.

    Yields:
        The folder to build in, which is empty.

    Raises:
        DestinationError: If the place holds anything but a site of ours; hidden files may be a person's.
        OSError: If the disk refuses.
    """
    target = _find_target(folder)
    _check_site(folder, target, survey_folder(target, trusts_list=True))  # `put_site` reads the files
    with staging_folder(target) as staged:
        yield staged


def put_site(staged: Path, folder: Path) -> None:
    """Put a site that was built in a staging folder into its place, with a list of its files.

    Hidden files of a person that were there stay.

    Args:
        staged: The folder that `stage_site` gave.
        folder: The place of the site.

    Raises:
        DestinationError: If the place holds anything but a site of ours; hidden files may be a person's.
        OSError: If the disk refuses.
    """
    target = _find_target(folder)
    contents = survey_folder(target)
    _check_site(folder, target, contents)
    checksums = {path: _checksum(path, staged, target, contents) for path in paths_below(staged) if path != MANIFEST}
    for path in contents.others - checksums.keys():
        if _may_stay(path):
            link_or_copy(target / path, staged / path)
    (staged / MANIFEST).write_bytes(list_as_manifest({path: value for path, value in checksums.items() if value}))
    put_in_place(staged, target)


def write_marked(
    pieces: Iterable[tuple[str, bytes]],
    folder: Path,
    make_mark: Callable[[Mapping[str, str]], tuple[str, bytes]],
    earlier: Collection[str] = (),
) -> None:
    """Write files that count only together and a mark that says so, and put them into their place as one.

    Args:
        pieces: As for `write_pieces`.
        folder: The folder, which is replaced.
        make_mark: Returns the name of the mark and what is in it, given the checksum of each file.
        earlier: The names of files of an earlier result, which go.

    Raises:
        DestinationError: If the place holds files of other names, or is no folder.
    """
    target = _find_target(folder)
    with staging_folder(target) as staged:
        checksums = {path: file_checksum(staged / path) for path in write_pieces(pieces, staged)}
        mark, data = make_mark(checksums)
        (staged / mark).write_bytes(data)
        if foreign := set(paths_below(target)) - {*checksums, *earlier, mark}:
            raise DestinationError(_foreign(folder, foreign))
        put_in_place(staged, target)


def _checksum(path: str, staged: Path, target: Path, contents: Contents) -> str:
    """Return the checksum of a new file, which is that of the last one where it is linked to that."""
    file = staged / path
    is_linked = path in contents.ours and os.path.samestat(file.lstat(), (target / path).lstat())
    return contents.checksums[path] if is_linked else file_checksum(file)


def _check_site(folder: Path, target: Path, contents: Contents) -> None:
    """Refuse a place that is not for a site; one that was built before there was a manifest is taken for ours."""
    foreign = {path for path in contents.others if not _may_stay(path)}
    if foreign and (contents.listed or not _is_earlier_site(target)):
        raise DestinationError(_foreign(folder, foreign))


def _find_target(folder: Path) -> Path:
    """Return the real folder, as it was before any run that was killed; a link to a folder is followed."""
    target = real_path(folder)
    if target.exists() and not target.is_dir():
        raise DestinationError(f'"{folder}" is not a folder: name another one to write to.')
    if os.path.ismount(target):
        raise DestinationError(f'"{folder}" is a disk of its own, which cannot be replaced: name a folder in it.')
    if target.parent.is_dir():
        remove_leftovers(target)
    return target


def _wanted(files: Iterable[SiteFile], static: Mapping[str, bytes | Path]) -> dict[str, _Content]:
    wanted: dict[str, _Content] = {}
    for item in files:
        _add(wanted, item.path, item.text if isinstance(item, Data) else item.markdown)
    return {**static, **wanted}


def _read(content: _Content) -> bytes:
    if isinstance(content, str):
        return content.encode()
    return content.read_bytes() if isinstance(content, Path) else content


def _add(wanted: dict[str, _Content], path: str, content: _Content) -> None:
    if not is_inside(path):
        raise ValueError(f"a page may not be written outside the folder: {path!r}")
    if path in wanted:
        raise ValueError(f"two pages have the path {path!r}")
    wanted[path] = content


def _refuse_to_replace(folder: Path, paths: Collection[str], contents: Contents) -> None:
    """Refuse a file where something else is, a folder of ours where a file is, and a file where a folder is.

    Raises:
        DestinationError: If one of the paths cannot be written without touching what a person put there.
    """
    folders = {str(parent) for path in contents.others for parent in PurePosixPath(path).parents}
    for path in sorted(paths):
        ways = {path, *map(str, PurePosixPath(path).parents)} & contents.others
        if ways or path in folders:
            raise DestinationError(
                f'"{folder / min(ways, default=path)}" is not as the last build wrote it, and would be replaced: '
                "move it away, or name another folder to write to."
            )


def _foreign(folder: Path, paths: Collection[str]) -> str:
    return (
        f'"{folder}" has files that no build wrote, such as "{min(paths)}": name an empty folder, '
        "or move away what is yours and delete the rest."
    )


def _is_earlier_site(folder: Path) -> bool:
    return all((folder / path).is_file() for path in _OF_EARLIER_SITES)


def _is_hidden(path: str) -> bool:
    return any(part.startswith(".") for part in PurePosixPath(path).parts)


def _may_stay(path: str) -> bool:
    """Return whether a site may be put around a path of a person: a hidden one, where our own list does not go."""
    return _is_hidden(path) and PurePosixPath(path).parts[0] != MANIFEST


def _holds(file: Path, data: bytes) -> bool:
    return file_checksum(file) == checksum(data)
