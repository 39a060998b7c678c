"""Files that save time and may be deleted: the newest of a folder are kept, and nothing depends on them."""

from __future__ import annotations

import tempfile
from contextlib import suppress
from pathlib import Path


def keep_file(file: Path, data: bytes, most: int) -> None:
    """Write a file in one step, if the disk lets it, and leave so many of its kind beside it, those used last.

    Args:
        file: The file.
        data: Its contents.
        most: How many files with its suffix stay in its folder.
    """
    with suppress(OSError):
        file.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=file.parent) as folder:
            part = Path(folder, file.name)
            part.write_bytes(data)
            part.replace(file)
        kept = sorted(file.parent.glob(f"*{file.suffix}"), key=lambda other: other.stat().st_mtime, reverse=True)
        for other in kept[most:]:
            other.unlink()
