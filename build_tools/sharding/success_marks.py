"""The mark of a result that counts: what it was made of, and the checksum of each of its files.

A folder counts only with a mark in it that names the right inputs and its files as they are. Whatever else is there, of
a run that was killed, of an earlier version, or changed since, is as if it were not there; the reason is told.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping
from pathlib import Path
from typing import NamedTuple, TypeGuard

from build_tools.corpus.regular_files import read_regular_file
from build_tools.website.writing import file_checksum

SUCCESS = "_SUCCESS"
"""The file with the mark, which is written last."""

PROGRAM = "program"
"""The input that every result has: a digest of the program."""

NOT_THERE = "it is not there"
"""The fault of a result that nobody has made yet."""

_LARGEST = 1_000_000  # bytes; a mark has less than a thousand
_CHANGED = {
    PROGRAM: "another version of the program made it",
    "texts": "its texts have changed since",
    "glossary": "the glossary, or the counts of a larger corpus, changed since",
    "statistics": "the counts of the corpus have changed since",
}


class SuccessMark(NamedTuple):
    """What a mark says.

    Attributes:
        inputs: A digest of each thing that the result depends on.
        files: The checksum of each file of the result.
    """

    inputs: Mapping[str, str]
    files: Mapping[str, str]


def make_mark(inputs: Mapping[str, str], files: Mapping[str, str]) -> tuple[str, bytes]:
    """Return the name of a mark, and what is in it.

    Args:
        inputs: A digest of each thing that the result depends on.
        files: The checksum of each file of the result.
    """
    value = {"inputs": dict(sorted(inputs.items())), "files": dict(sorted(files.items()))}
    return SUCCESS, f"{json.dumps(value, indent=1)}\n".encode()


def read_mark(folder: Path) -> SuccessMark | None:
    """Return the mark in a folder; None where there is none that can be read."""
    data, _ = read_regular_file(folder / SUCCESS, SUCCESS, _LARGEST)
    try:
        value = json.loads(data or b"")
    except (ValueError, RecursionError):
        return None
    inputs, files = (value.get(name) for name in SuccessMark._fields) if isinstance(value, dict) else (None, None)
    return SuccessMark(inputs, files) if _is_map_of_texts(inputs) and _is_map_of_texts(files) else None


def fault_of(folder: Path, inputs: Mapping[str, str], files: Collection[str]) -> str | None:
    """Return why the result in a folder does not count, as the second half of a sentence; None where it counts.

    Args:
        folder: The folder, which need not exist.
        inputs: What the result would be made of now.
        files: The names of the files that it has.
    """
    mark = folder / SUCCESS
    if not folder.is_dir():
        return NOT_THERE
    if not mark.exists() and not mark.is_symlink():
        return f"it has no {SUCCESS}"
    found = read_mark(folder)
    if found is None:
        return f"its {SUCCESS} cannot be read"
    changed = [name for name in sorted({*inputs, *found.inputs}) if inputs.get(name) != found.inputs.get(name)]
    if changed:
        reasons = [reason for name, reason in _CHANGED.items() if name in changed]
        return reasons[0] if reasons else f"its {SUCCESS} is of something else"
    if found.files.keys() != set(files):
        return f"its {SUCCESS} does not name its files"
    damaged = [path for path, checksum in sorted(found.files.items()) if file_checksum(folder / path) != checksum]
    return f"{damaged[0]} is not as it was written" if damaged else None


def _is_map_of_texts(value: object) -> TypeGuard[Mapping[str, str]]:
    return isinstance(value, dict) and all(isinstance(item, str) and item for item in value.values())
