"""Files that a command makes again, those that begin what a person goes on with, and a copy of all to try them in."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from build_tools.website.writing.destinations import check_file, check_way
from build_tools.website.writing.manifests import checksum, file_checksum, is_inside
from build_tools.website.writing.staging import staging_folder

_SEEDS = "seeds"


def write_file(path: Path, data: bytes, root: Path | None = None) -> bool:
    """Write a file that is ours to write, in one step.

    Args:
        path: The file.
        data: Its contents.
        root: A folder above it; no folder between the two may be a link.

    Returns:
        Whether the file was written; False if it had these bytes already.

    Raises:
        DestinationError: If there is something else than a file, or a link leads there.
        OSError: If the disk refuses.
    """
    check_file(path)
    if root is not None:
        check_way(path, root)
    if file_checksum(path) == checksum(data):
        return False
    _replace(path, data)
    return True


def unfold(files: Mapping[str, bytes], folder: Path) -> tuple[str, ...]:
    """Write files below a folder that nothing else uses.

    Returns:
        The sorted paths that were refused: those that lead out of the folder, or that the disk does not accept.
    """
    refused = []
    for path, data in files.items():
        if not is_inside(path):
            refused.append(path)
            continue
        try:
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_bytes(data)
        except (OSError, ValueError):  # a name too long, a file where a folder should be, a zero byte
            refused.append(path)
    return tuple(sorted(refused))


def create(files: Mapping[Path, bytes], renewed: Mapping[Path, bytes] | None = None, root: Path | None = None) -> None:
    """Write new files, all or none, and then replace others.

    Args:
        files: The contents of files that must not exist yet.
        renewed: The new contents of files that may exist.
        root: A folder above all of them; no folder between may be a link, other than seeds/.

    Raises:
        FileExistsError: If one of the new files exists already, even as a broken link.
        DestinationError: If a link leads to one of the files, or one to renew is not a file.
        OSError: If the disk refuses.
    """
    for path in (*files, *(renewed or {})) if root is not None else ():
        check_way(path, root or path)
    for path in renewed or {}:
        check_file(path)
    created: list[Path] = []
    try:
        for path, data in files.items():
            path.parent.mkdir(parents=True, exist_ok=True)
            with path.open("xb") as file:
                created.append(path)
                file.write(data)
        for path, data in (renewed or {}).items():
            _replace(path, data)
    except OSError:
        for path in created:
            path.unlink()
        raise


def replace_all(files: Mapping[Path, bytes | None], root: Path) -> None:
    """Write files and remove others, all or none.

    Args:
        files: The new contents of each file; None for one that goes.
        root: A folder above all of them; no folder between may be a link, other than seeds/.

    Raises:
        DestinationError: If a link leads to one of the files, or there is something else than a file.
        OSError: If the disk refuses; the files are then as they were.
    """
    for path in files:
        check_file(path)
        check_way(path, root)
    earlier = {path: path.read_bytes() if path.exists() else None for path in files}
    with staging_folder(root / "docs") as staged:
        written = {path: staged / str(number) for number, (path, data) in enumerate(files.items()) if data is not None}
        for path, file in written.items():
            file.write_bytes(files[path] or b"")
            if path.exists():
                file.chmod(path.stat().st_mode & 0o7777)
        replaced: list[Path] = []
        try:
            for path in files:
                replaced.append(path)
                if path in written:
                    path.parent.mkdir(parents=True, exist_ok=True)
                    written[path].replace(path)
                else:
                    path.unlink()
        except OSError:
            for path in replaced:
                _put_back(path, earlier[path])
            raise


def _put_back(path: Path, data: bytes | None) -> None:
    if data is None:
        path.unlink(missing_ok=True)
    elif file_checksum(path) != checksum(data):
        path.write_bytes(data)


def _replace(path: Path, data: bytes) -> None:
    with staging_folder(path) as staged:
        (staged / path.name).write_bytes(data)
        if path.exists():
            (staged / path.name).chmod(path.stat().st_mode & 0o7777)
        (staged / path.name).replace(path)


@contextmanager
def trial_folder(root: Path, files: Mapping[str, bytes], removed: Collection[str]) -> Iterator[Path]:
    """Make a folder with the files and the raw texts of an edition, and remove it at the end.

    Args:
        root: The folder that holds seeds/ and docs/.
        files: All other files of the copy, by path; a raw text among them only where others are removed.
        removed: The paths of the raw texts that it is to be without.

    Yields:
        The folder.
    """
    with tempfile.TemporaryDirectory(prefix="edition-") as folder:
        trial = Path(folder)
        (trial / "docs").mkdir()
        if removed:
            shutil.copytree(root / _SEEDS, trial / _SEEDS)
            for path in removed:
                (trial / path).unlink()
        else:  # the link is one that an edition may have
            (trial / _SEEDS).symlink_to((root / _SEEDS).resolve(), target_is_directory=True)
        unfold(files, trial)
        yield trial
