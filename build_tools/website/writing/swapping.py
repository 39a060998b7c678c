"""Put a folder into the place of another in one step: whoever reads there sees the old one or the new one, whole."""

from __future__ import annotations

import ctypes
import errno
import os
from pathlib import Path

from build_tools.website.writing.staging import PREVIOUS, sibling

_HERE = -100  # AT_FDCWD: paths are relative to the current folder
_EXCHANGE = 2  # RENAME_EXCHANGE
_UNSUPPORTED = (errno.ENOSYS, errno.EINVAL, errno.ENOTSUP)


def put_in_place(staged: Path, target: Path) -> None:
    """Put a staged folder into a place; what was there is removed with the staging folder, or is beside it.

    The permissions of folders that were there stay.

    Args:
        staged: A folder beside the target.
        target: A folder, or a place where there is nothing yet.

    Raises:
        OSError: If the disk refuses; the target is then as it was.
    """
    if not target.exists():
        staged.rename(target)
        return
    for top, _, _ in os.walk(staged):
        replaced = target / Path(top).relative_to(staged)
        if replaced.is_dir() and not replaced.is_symlink():
            Path(top).chmod(replaced.stat().st_mode & 0o7777)
    if not exchange(staged, target):
        _replace_in_two_steps(staged, target)


def exchange(first: Path, second: Path) -> bool:
    """Exchange two folders in one step.

    Returns:
        Whether they were exchanged; False where the system cannot do it.

    Raises:
        OSError: If the disk refuses.
    """
    rename = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None)
    if rename is None:
        return False
    if rename(_HERE, os.fsencode(first), _HERE, os.fsencode(second), _EXCHANGE) == 0:
        return True
    number = ctypes.get_errno()
    if number in _UNSUPPORTED:
        return False
    raise OSError(number, os.strerror(number), str(second))


def _replace_in_two_steps(staged: Path, target: Path) -> None:
    """Move the old folder away and the new one in. Killed between the two, the next run puts the old one back."""
    previous = sibling(staged, PREVIOUS)
    target.rename(previous)
    try:
        staged.rename(target)
    except OSError:
        previous.rename(target)
        raise
    previous.rename(staged)  # to be removed as the staging folder
