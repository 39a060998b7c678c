"""A folder that is read from while it is written to: only what changed is moved into it, each file in one step."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path, PurePosixPath

from build_tools.website.writing.manifests import paths_below
from build_tools.website.writing.swapping import put_in_place


def renew_folder(staged: Path, folder: Path, before: Collection[str], kept: Collection[str]) -> frozenset[str]:
    """Move what was staged into a folder, file by file, and remove what is no more.

    Args:
        staged: A folder beside it, as `staging_folder` gives one, with the files that are new or changed.
        folder: The folder; where nothing is in it, it is replaced as a whole.
        before: The paths of the files in it, none if nothing is in it.
        kept: Those of them that stay as they are, unless another file is staged in their place.

    Returns:
        The paths of the files that are in it now.

    Raises:
        OSError: If the disk refuses; the folder may then be partly as it was and partly new.
    """
    moved = paths_below(staged)
    if not before:
        put_in_place(staged, folder)
        return frozenset(moved)
    now = frozenset(moved).union(kept)
    for path in sorted(set(before) - now):
        _remove(folder, path)
    for path in sorted(moved):
        if (staged / path).is_dir():  # with nothing in it
            continue
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (staged / path).replace(folder / path)
    return now


def _remove(folder: Path, path: str) -> None:
    """Remove a file, and the folders in which nothing is left."""
    (folder / path).unlink(missing_ok=True)
    for parent in PurePosixPath(path).parents[:-1]:
        if any((folder / parent).iterdir()):
            break
        (folder / parent).rmdir()
