"""The only room that writes to disk: pages, data and assets, no more than what changed."""

from __future__ import annotations

import shutil
import tempfile
import zipfile
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from build_tools.model import Data, Page

MANIFEST = ".written"
"""The file in the folder that lists what we wrote, one path a line; sites never publish dot files."""

_MISSING = "404.html"
_NO_TIME = (1980, 1, 1, 0, 0, 0)  # the earliest a zip can name
_UNIX = 3  # who made the archive, whatever the machine


@dataclass(frozen=True, slots=True)
class Written:
    """What a run did, as sorted paths below the folder."""

    written: tuple[str, ...]
    unchanged: tuple[str, ...]
    removed: tuple[str, ...]


def write(
    files: Iterable[Page | Data], folder: Path, assets: Path | None = None, static: Mapping[str, bytes] | None = None
) -> Written:
    """Make the folder hold these files, a copy of the folder `assets` under its own name, and the `static` files.

    A file in `assets` takes the place of the static file of the same path.

    Files that already hold the right bytes are left alone, so that nothing downstream rebuilds. Files
    of an earlier run that are no longer wanted are removed; files we did not write are never touched.
    Everything is rendered into a folder beside it before the first file is replaced, each at one
    stroke. Raises ValueError for a path outside the folder or written twice, OSError if the disk refuses.
    """
    wanted = _wanted(files, assets, static or {})
    earlier = _manifest(folder)
    changed = [path for path, data in wanted.items() if not _holds(folder / path, data)]
    stale = [path for path in earlier if path not in wanted and (folder / path).is_file()]
    if changed or stale or earlier != set(wanted):
        folder.mkdir(parents=True, exist_ok=True)
        # Until all is in place the manifest names old and new: a run cut short leaves nothing unowned.
        _replace({MANIFEST: _listed(earlier | set(wanted))}, folder)
        _replace({path: wanted[path] for path in changed}, folder)
        for path in stale:
            _remove(folder, path)
        _replace({MANIFEST: _listed(wanted)}, folder)
    unchanged = set(wanted) - set(changed)
    return Written(tuple(sorted(changed)), tuple(sorted(unchanged)), tuple(sorted(stale)))


def write_file(path: Path, data: bytes) -> bool:
    """Put bytes into a file at one stroke; false where it held them already. Raises OSError if the disk refuses."""
    if _holds(path, data):
        return False
    path.parent.mkdir(parents=True, exist_ok=True)
    _replace({path.name: data}, path.parent)
    return True


def unfold(files: Mapping[str, bytes], folder: Path) -> tuple[str, ...]:
    """Write files below a folder that is ours alone; the paths that lead out of it, or that no disk takes, are refused."""
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
    """Write files that do not exist yet, all or none, and then put `renewed` in the place of what they were.

    Raises FileExistsError where a file is there already, a link that leads nowhere included; OSError if the disk refuses.
    """
    done: list[Path] = []
    try:
        for path, data in files.items():
            path.parent.mkdir(parents=True, exist_ok=True)
            with path.open("xb") as file:
                done.append(path)
                file.write(data)
        for path, data in (renewed or {}).items():
            _replace({path.name: data}, path.parent)
    except OSError:
        for path in done:
            path.unlink()
        raise


def pack_site(folder: Path, archive: Path) -> tuple[str, ...]:
    """Put every file of a site into a zip, below the archive's own name, and return their paths, sorted.

    The page for addresses that do not exist stays out: only a server answers with it. The same files make the same bytes: paths are in order, no time and no owner is noted. Raises
    OSError if the disk refuses.
    """
    paths = sorted(file for file in folder.rglob("*") if file.is_file() and not file.is_symlink())
    named = {file.relative_to(folder).as_posix(): file for file in paths}
    kept = {name: file for name, file in named.items() if "/." not in f"/{name}" and name != _MISSING}
    archive.parent.mkdir(parents=True, exist_ok=True)
    staging = archive.with_name(f".{archive.name}")
    with zipfile.ZipFile(staging, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as packed:
        for name in sorted(kept):
            entry = zipfile.ZipInfo(f"{archive.stem}/{name}", _NO_TIME)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            entry.create_system = _UNIX
            packed.writestr(entry, kept[name].read_bytes())
    staging.replace(archive)
    return tuple(sorted(kept))


def _wanted(files: Iterable[Page | Data], assets: Path | None, static: Mapping[str, bytes]) -> dict[str, bytes]:
    wanted: dict[str, bytes] = {}
    for one in files:
        _add(wanted, one.path, (one.markdown if isinstance(one, Page) else one.text).encode())
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
    """Write the files beside the folder, then move each into place: a half-written file never appears."""
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
