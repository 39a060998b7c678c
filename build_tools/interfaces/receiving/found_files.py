"""Find the files that are to become texts: those named, those in folders named, those that a table names."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from build_tools.editing.conversion.received_files import kind_of_file
from build_tools.editing.importing.metadata_table import KEEP_ONE_ROW, TableRow
from build_tools.model.findings import Finding
from build_tools.model.hints import did_you_mean

_SAVED_WITH_PAGE = "_files"
"""How browsers name the folder of pictures and scripts that they save beside a web page."""


@dataclass(frozen=True, slots=True)
class GatheredFiles:
    """Files to read, in the order in which they are read, and what else is in the folders.

    `passed_over` are files of a kind that is not read; `not_files` are links, pipes and devices.
    """

    files: tuple[Path, ...]
    passed_over: tuple[Path, ...] = ()
    not_files: tuple[Path, ...] = ()


def gather_files(named: Sequence[Path]) -> GatheredFiles:
    """Return the files named and those in the folders named, sorted by path, each once.

    Args:
        named: Files, which are taken whatever their kind, and folders.
    """
    files: list[Path] = []
    passed_over: list[Path] = []
    not_files: list[Path] = []
    for path in named:
        if not path.is_dir():
            files.append(path)
            continue
        for file in _files_below(path):
            is_file = file.is_file() and not file.is_symlink()
            (not_files if not is_file else files if kind_of_file(file.name) else passed_over).append(file)
    return GatheredFiles(tuple(dict.fromkeys(files)), tuple(passed_over), tuple(not_files))


def match_rows(
    rows: Sequence[TableRow], table: Path, named: Sequence[Path]
) -> tuple[Mapping[Path, TableRow], list[Finding]]:
    """Return the rows of a table by the real path of the file that each is about, and findings.

    A finding says of a row that its file is not there, or that a row before it is about the same file.

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
        elif (first := matched.setdefault(real_place(file), row)) is not row:
            message = f'"{row.file}" is the file of line {first.line} already'
            findings.append(Finding(table.as_posix(), row.line, "key-doubled", message, KEEP_ONE_ROW))
    return matched, findings


def real_place(file: Path) -> Path:
    """Return the path of a file without links above it."""
    return Path(os.path.realpath(file.parent)) / file.name


def _files_below(folder: Path) -> Iterator[Path]:
    """Yield what is below a folder, sorted, and no folder; nothing that is hidden or saved as a part of a web page."""
    entries = sorted(entry for entry in folder.iterdir() if not entry.name.startswith("."))
    pages = {entry.stem for entry in entries if kind_of_file(entry.name) == "html"}
    for entry in entries:
        if entry.is_symlink() or not entry.is_dir():
            yield entry
        else:
            stem = entry.name.removesuffix(_SAVED_WITH_PAGE)
            if stem == entry.name or stem not in pages:
                yield from _files_below(entry)
