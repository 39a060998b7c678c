"""Read word lists from data files next to the modules that use them.

A file holds words or lines of text; comments, which begin with `#`, say what the list is and name its source.
A line `[name]` begins a section.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable


@cache
def read_sections(folder: str, name: str) -> Mapping[str, tuple[str, ...]]:
    """Return the lines of each section of a data file.

    Args:
        folder: The package or folder of data, as a dotted path: "build_tools.text.data".
        name: The name of the file in it: "abbreviations.txt".

    Returns:
        The lines, without blank lines and comments, by section; those before the first section are under "".
    """
    sections: dict[str, list[str]] = {"": []}
    section = ""
    for line in map(str.strip, (_folder(folder) / name).read_text(encoding="utf-8").splitlines()):
        if line.startswith("[") and line.endswith("]"):
            section = line[1:-1]
            sections.setdefault(section, [])
        elif line and not line.startswith("#"):
            sections[section].append(line)
    return {key: tuple(lines) for key, lines in sections.items()}


def read_lines(folder: str, name: str) -> tuple[str, ...]:
    """Return the lines of a data file that has no sections, without blank lines and comments."""
    return read_sections(folder, name)[""]


def read_words(folder: str, name: str) -> frozenset[str]:
    """Return the words of a data file that has no sections."""
    return split_words(read_lines(folder, name))


def split_words(lines: Iterable[str]) -> frozenset[str]:
    """Return the words of all lines."""
    return frozenset(word for line in lines for word in line.split())


def list_files(folder: str) -> tuple[str, ...]:
    """Return the names of the data files in a folder, sorted; to add a language is to add a file."""
    return tuple(sorted(file.name for file in _folder(folder).iterdir() if file.name.endswith(".txt")))


def _folder(folder: str) -> Traversable:
    package, _, inner = folder.rpartition(".")
    return files(package) / inner
