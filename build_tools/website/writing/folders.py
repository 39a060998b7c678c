"""The only module that writes to disk: pages, data and assets; files that are unchanged are not written again."""

from __future__ import annotations

import shutil
import tempfile
import zipfile
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from build_tools.model import Data, Page

MANIFEST = ".written"
"""The file that lists what we wrote in the folder, one path a line; sites never publish dot files."""

_NOT_FOUND_PAGE = "404.html"
_NO_TIME = (1980, 1, 1, 0, 0, 0)  # the earliest time that a zip can express
_UNIX = 3  # the system that the archive names as its origin, on every machine
_MODE = 0o644 << 16  # permissions, where a zip keeps them


@dataclass(frozen=True, slots=True)
class Written:
    """The result of a run, as sorted paths below the folder."""

    written: tuple[str, ...]
    unchanged: tuple[str, ...]
    removed: tuple[str, ...]


def write(
    files: Iterable[Page | Data], folder: Path, assets: Path | None = None, static: Mapping[str, bytes] | None = None
) -> Written:
    """Write these files, a copy of the folder `assets` under its own name, and the static files.

    Files that have the right bytes already are left alone, so that nothing downstream rebuilds. Files of an earlier
    run that are no longer wanted are removed; files we did not write are never touched. Everything is written to a
    temporary folder beside the target before the first file is replaced; each file is replaced atomically.

    Args:
        files: Pages and data, with paths below the folder.
        folder: The folder to write to.
        assets: A folder to copy.
        static: Contents by path below the folder; a file of `assets` with the same path is used instead.

    Raises:
        ValueError: If a path is outside the folder, or two files have the same path.
        OSError: If the disk refuses.
    """
    wanted = _wanted(files, assets, static or {})
    earlier = _manifest(folder)
    changed = [path for path, data in wanted.items() if not _holds(folder / path, data)]
    stale = [path for path in earlier if path not in wanted and (folder / path).is_file()]
    if changed or stale or earlier != set(wanted):
        folder.mkdir(parents=True, exist_ok=True)
        # Until all is in place the manifest lists old and new files: an interrupted run leaves no file unlisted.
        _replace({MANIFEST: _listed(earlier | set(wanted))}, folder)
        _replace({path: wanted[path] for path in changed}, folder)
        for path in stale:
            _remove(folder, path)
        _replace({MANIFEST: _listed(wanted)}, folder)
    unchanged = set(wanted) - set(changed)
    return Written(tuple(sorted(changed)), tuple(sorted(unchanged)), tuple(sorted(stale)))


def write_file(path: Path, data: bytes) -> bool:
    """Write a file atomically.

    Returns:
        Whether the file was written; False if it had these bytes already.

    Raises:
        OSError: If the disk refuses.
    """
    if _holds(path, data):
        return False
    path.parent.mkdir(parents=True, exist_ok=True)
    _replace({path.name: data}, path.parent)
    return True


def unfold(files: Mapping[str, bytes], folder: Path) -> tuple[str, ...]:
    """Write files below a folder that nothing else uses.

    Returns:
        The sorted paths that were refused: those that lead out of the folder, or that the disk does not accept.
    """
    refused = []
    for path, data in files.items():
        if not _is_inside(path):
            refused.append(path)
            continue
        try:
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_bytes(data)
        except (OSError, ValueError):  # a name too long, a file where a folder should be, a zero byte
            refused.append(path)
    return tuple(sorted(refused))


def create(files: Mapping[Path, bytes], renewed: Mapping[Path, bytes] | None = None) -> None:
    """Write new files, all or none, and then replace others.

    Args:
        files: The contents of files that must not exist yet.
        renewed: The new contents of files that may exist.

    Raises:
        FileExistsError: If one of the new files exists already, even as a broken link.
        OSError: If the disk refuses.
    """
    created: list[Path] = []
    try:
        for path, data in files.items():
            path.parent.mkdir(parents=True, exist_ok=True)
            with path.open("xb") as file:
                created.append(path)
                file.write(data)
        for path, data in (renewed or {}).items():
            _replace({path.name: data}, path.parent)
    except OSError:
        for path in created:
            path.unlink()
        raise


def pack_site(folder: Path, archive: Path) -> tuple[str, ...]:
    """Pack every file of a site into a zip, in a folder with the archive's name.

    The page for addresses that do not exist is left out, since only a server can answer with it. The same files give
    the same bytes: paths are sorted, and times and owners are not recorded.

    Returns:
        The sorted paths of the files, below the site's folder.

    Raises:
        OSError: If the disk refuses.
    """
    paths = sorted(file for file in folder.rglob("*") if file.is_file() and not file.is_symlink())
    named = {file.relative_to(folder).as_posix(): file for file in paths}
    kept = {name: file for name, file in named.items() if "/." not in f"/{name}" and name != _NOT_FOUND_PAGE}
    archive.parent.mkdir(parents=True, exist_ok=True)
    staging = archive.with_name(f".{archive.name}")
    with zipfile.ZipFile(staging, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as packed:
        for name in sorted(kept):
            entry = zipfile.ZipInfo(f"{archive.stem}/{name}", _NO_TIME)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = _MODE
            entry.create_system = _UNIX
            packed.writestr(entry, kept[name].read_bytes())
    staging.replace(archive)
    return tuple(sorted(kept))


def _wanted(files: Iterable[Page | Data], assets: Path | None, static: Mapping[str, bytes]) -> dict[str, bytes]:
    wanted: dict[str, bytes] = {}
    for item in files:
        _add(wanted, item.path, (item.markdown if isinstance(item, Page) else item.text).encode())
    for file in sorted(assets.rglob("*")) if assets and assets.is_dir() else ():
        below = file.relative_to(assets.parent) if assets else file
        if file.is_file() and not any(part.startswith(".") for part in below.parts):
            _add(wanted, below.as_posix(), file.read_bytes())
    return {**static, **wanted}


def _add(wanted: dict[str, bytes], path: str, data: bytes) -> None:
    if not _is_inside(path):
        raise ValueError(f"a page may not be written outside the folder: {path!r}")
    if path in wanted:
        raise ValueError(f"two pages have the path {path!r}")
    wanted[path] = data


def _is_inside(path: str) -> bool:
    parts = PurePosixPath(path).parts
    return bool(parts) and not PurePosixPath(path).is_absolute() and ".." not in parts and parts[0] != MANIFEST


def _manifest(folder: Path) -> set[str]:
    file = folder / MANIFEST
    lines = file.read_text("utf-8").splitlines() if file.is_file() else []
    return {line for line in lines if _is_inside(line)}


def _listed(paths: Iterable[str]) -> bytes:
    return "".join(f"{path}\n" for path in sorted(paths)).encode()


def _holds(file: Path, data: bytes) -> bool:
    return file.is_file() and not file.is_symlink() and file.stat().st_size == len(data) and file.read_bytes() == data


def _replace(files: Mapping[str, bytes], folder: Path) -> None:
    """Write the files to a temporary folder, then move each into place, so that a half-written file never appears."""
    staging = Path(tempfile.mkdtemp(prefix=f".{folder.name}-", dir=folder.parent))
    try:
        for path, data in files.items():
            (staging / path).parent.mkdir(parents=True, exist_ok=True)
            (staging / path).write_bytes(data)
        for path in files:
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (staging / path).replace(folder / path)
    finally:
        shutil.rmtree(staging, ignore_errors=True)


def _remove(folder: Path, path: str) -> None:
    """Remove a file and the folders it leaves empty."""
    (folder / path).unlink()
    for parent in (folder / path).parents:
        if parent == folder or any(parent.iterdir()):
            return
        parent.rmdir()
