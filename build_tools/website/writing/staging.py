"""A folder beside the place that is written to: what fails or is killed leaves nothing but such a folder.

Its process holds a lock on it, which ends with the process, however that ends. So the next run knows which folders are
left over, and removes them.
"""

from __future__ import annotations

import fcntl
import os
import re
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

STAGED, PREVIOUS = "staging", "previous"
"""What the folders hold: what is being written, and what was there before."""

_MARK = re.compile(r"\.(?P<name>.+)\.(?P<kind>staging|previous)-(?P<key>[a-z0-9_]{8})")


@contextmanager
def staging_folder(target: Path) -> Iterator[Path]:
    """Make an empty folder beside a place, and remove it at the end, whatever happens.

    Args:
        target: The file or folder that will be written; what earlier runs left beside it is removed.

    Yields:
        The folder.

    Raises:
        OSError: If the disk refuses; it names the target, since the folder is gone when somebody reads of it.
    """
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        remove_leftovers(target)
        folder, lock = _make_folder(target)
    except OSError as error:
        raise _about(target, error) from error
    try:
        yield folder
    except OSError as error:
        raise _about(target, error) from error
    finally:
        shutil.rmtree(folder, ignore_errors=True)
        os.close(lock)


def sibling(staged: Path, kind: str) -> Path:
    """Return the folder of another kind that belongs to the same run as a staging folder."""
    match = _MARK.fullmatch(staged.name)
    if match is None:
        raise ValueError(f"{staged} is no staging folder")
    return staged.with_name(f".{match['name']}.{kind}-{match['key']}")


def remove_leftovers(target: Path) -> None:
    """Remove what runs that were killed left beside a place; put back what one of them had only just moved away.

    Raises:
        OSError: If the disk refuses.
    """
    for folder in sorted(target.parent.glob(".*-*")):
        match = _MARK.fullmatch(folder.name)
        if match is None or match["name"] != target.name or folder.is_symlink() or not folder.is_dir():
            continue
        staged = folder if match["kind"] == STAGED else sibling(folder, STAGED)
        if _is_in_use(staged):
            continue
        if match["kind"] == PREVIOUS and not os.path.lexists(target):
            folder.rename(target)
        else:
            shutil.rmtree(folder, ignore_errors=True)


def _about(target: Path, error: OSError) -> OSError:
    return OSError(error.errno, error.strerror, str(target)) if error.errno else error


def _make_folder(target: Path) -> tuple[Path, int]:
    """Make a folder and lock it; a run that takes it for left over before that has won, and another is made."""
    while True:
        folder = Path(tempfile.mkdtemp(prefix=f".{target.name}.{STAGED}-", dir=target.parent))
        try:
            folder.chmod(0o777 & ~_umask())
            lock = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
        except FileNotFoundError:
            continue
        if _take(lock, unknown=True) and folder.is_dir():
            return folder, lock
        os.close(lock)


def _umask() -> int:
    """Return the permissions that new files do not get, which the system tells only those who change them."""
    mask = os.umask(0)
    os.umask(mask)
    return mask


def _is_in_use(folder: Path) -> bool:
    try:
        lock = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW)
    except FileNotFoundError:
        return False
    except OSError:
        return True
    try:
        return not _take(lock, unknown=False)
    finally:
        os.close(lock)


def _take(lock: int, *, unknown: bool) -> bool:
    """Return whether the lock is ours now; `unknown` where the disk knows no locks."""
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    except OSError:
        return unknown
    return True
