"""The received files from which seeds were converted, in seeds/originals/, as they were received."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from functools import lru_cache
from pathlib import Path

from build_tools.model import FULL, Source
from build_tools.model.findings import Finding
from build_tools.model.hints import did_you_mean

ORIGINALS = "originals"
"""The folder below seeds/."""


def originals_below(seeds: Path) -> tuple[str, ...]:
    """Return the names of the originals as the list of checksums has them, sorted: "originals/letter.docx"."""
    folder = seeds / ORIGINALS
    files = folder.iterdir() if folder.is_dir() and not folder.is_symlink() else ()
    names = (file.name for file in files if file.is_file() and not file.is_symlink())
    return tuple(sorted(f"{ORIGINALS}/{name}" for name in names if not name.startswith(".")))


def check_originals(
    seeds: Path, checksums: Mapping[str, tuple[str, int]], listing: str, renew: str
) -> Iterator[Finding]:
    """Yield a finding for each original that is not listed with its checksum, or has changed.

    Args:
        seeds: The folder of the seeds.
        checksums: The checksum and line of each listed file.
        listing: The path of the list.
        renew: The command that writes the list again.
    """
    for name in originals_below(seeds):
        path = f"{seeds.name}/{name}"
        if name not in checksums:
            hint = f"If the original is as received, add its checksum: {renew}"
            yield Finding(path, 1, "seed-not-listed", f"the original is not listed in {listing}", hint)
        elif _checksum(seeds / name) != checksums[name][0]:
            hint = f"Put the original back as received: git checkout -- {path}. If the change is intended: {renew}"
            message = f"the original has changed: its checksum differs from {listing}, line {checksums[name][1]}"
            yield Finding(path, 1, "seed-changed", message, hint)


def check_converted(sources: tuple[Source, ...], seeds: Path) -> Iterator[Finding]:
    """Yield a finding for each text whose original is not there, though the text is published in full.

    Args:
        sources: The texts.
        seeds: The folder of the seeds.
    """
    names = {name.removeprefix(f"{ORIGINALS}/") for name in originals_below(seeds)}
    for source in sources:
        original = source.original
        if original and original.file not in names and source.rights.publish == FULL:
            message = f'there is no original "{original.file}" in {seeds.name}/{ORIGINALS}/'
            hint = did_you_mean(original.file, names, "Put the file back, or delete the field.")
            yield Finding(source.path, original.line, "seed-missing", message, hint)


def _checksum(file: Path) -> str:
    status = file.stat()
    return _checksum_of(file, status.st_mtime_ns, status.st_size)


@lru_cache(maxsize=8_192)  # a server reads them again after every edit, and they may be large
def _checksum_of(file: Path, _changed: int, _size: int) -> str:
    with file.open("rb") as opened:
        return hashlib.file_digest(opened, "sha256").hexdigest()
