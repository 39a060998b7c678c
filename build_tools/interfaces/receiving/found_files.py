"""Find the files that are to become texts: those named, those in folders named, those that a table names."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from build_tools.editing.conversion.received_files import kind_of_file
from build_tools.editing.importing.metadata_table import TableRow
from build_tools.model.findings import Finding
from build_tools.model.hints import did_you_mean

_SAVED_WITH_PAGE = "_files"
"""How browsers name the folder of pictures and scripts that they save beside a web page."""


@dataclass(frozen=True, slots=True)
class GatheredFiles:
    """Files to read, in the order in which they are read, and those in the folders that are of no kind that is."""

    files: tuple[Path, ...]
    passed_over: tuple[Path, ...] = ()


def gather_files(named: Sequence[Path]) -> GatheredFiles:
    """Return the files named and those in the folders named, sorted by path, each once.

    Args:
        named: Files, which are taken whatever their kind, and folders.
    """
    files: list[Path] = []
    passed_over: list[Path] = []
    for path in named:
        if not path.is_dir():
            files.append(path)
            continue
        for file in _files_below(path):
            (files if kind_of_file(file.name) else passed_over).append(file)
    return GatheredFiles(tuple(dict.fromkeys(files)), tuple(passed_over))


def match_rows(
    rows: Sequence[TableRow], table: Path, named: Sequence[Path]
) -> tuple[Mapping[Path, TableRow], list[Finding]]:
    """Return the rows of a table by the real path of the file that each is about, and a finding for each without one.

    Args:
        rows: The rows.
        table: The table; paths in it begin at its folder, or at a folder named.
        named: The files and folders named.
    """
    folders = [table.parent, *(path for path in named if path.is_dir())]
    matched: dict[Path, TableRow] = {}
    findings = []
    for row in rows:
        file = next((folder / row.file for folder in folders if (folder / row.file).is_file()), None)
        if file is None:
            present = [path.name for path in _files_below(table.parent)]
            hint = did_you_mean(row.file, present, "Write the path as it is, beginning at the folder of the table.")
            message = f'there is no file "{row.file}"'
            findings.append(Finding(table.as_posix(), row.line, "file-unreadable", message, hint))
        else:
            matched[real_place(file)] = row
    return matched, findings


def real_place(file: Path) -> Path:
    """Return the path of a file without links above it."""
    return Path(os.path.realpath(file.parent)) / file.name


def _files_below(folder: Path) -> Iterator[Path]:
    """Yield the files below a folder, sorted; none that is hidden, a link, or saved as a part of a web page."""
    entries = sorted(entry for entry in folder.iterdir() if not entry.name.startswith(".") and not entry.is_symlink())
    pages = {entry.stem for entry in entries if kind_of_file(entry.name) == "html"}
    for entry in entries:
        if entry.is_dir():
            stem = entry.name.removesuffix(_SAVED_WITH_PAGE)
            if stem == entry.name or stem not in pages:
                yield from _files_below(entry)
        elif entry.is_file():
            yield entry
