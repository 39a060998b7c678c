"""A copy of what an edition is read from, with other files in it, to read what it would be with these."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from build_tools.website.writing.single_files import unfold

_SEEDS = "seeds"


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
