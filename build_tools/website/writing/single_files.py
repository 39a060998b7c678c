"""Single files: those that are made anew by a command, and those that begin what a person goes on with."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from build_tools.website.writing.destinations import check_file, check_way
from build_tools.website.writing.manifests import checksum, file_checksum, is_inside
from build_tools.website.writing.staging import staging_folder


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


def _replace(path: Path, data: bytes) -> None:
    with staging_folder(path) as staged:
        (staged / path.name).write_bytes(data)
        if path.exists():
            (staged / path.name).chmod(path.stat().st_mode & 0o7777)
        (staged / path.name).replace(path)
