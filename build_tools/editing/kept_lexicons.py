"""Compiled glossaries kept on disk by what is in their files, so that a large one is compiled once.

They lie in the user's folder for caches; the variable READER_CACHE names another one, or none if it is empty. Nothing
depends on them: whatever is missing, damaged, or written by another version of the program is compiled anew.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from contextlib import suppress
from dataclasses import astuple
from pathlib import Path

from build_tools.linking.compiled.lexicon_bytes import lexicon_as_bytes, lexicon_of_bytes
from build_tools.linking.lexicon.label_index import Lexicon
from build_tools.model.findings import Finding
from build_tools.website.caching import digest, program_version
from build_tools.website.collector import collector_paused

CACHE_VARIABLE = "READER_CACHE"
"""The environment variable that names the folder of compiled glossaries."""

_FOLDER = "seoul-moscow-reader"
_FEWEST = 200  # entries; a smaller glossary is compiled as fast as it would be found
_MOST_KEPT = 12  # compiled glossaries; then the one that was used longest ago goes
_LARGE = 65_536  # bytes read at once
_LENGTH = 8  # bytes that say how long the findings are
_DIGEST = len(digest())

Read = tuple[Lexicon, list[Finding]]


def remember_lexicon(folder: Path, make: Callable[[Path], Read]) -> Read:
    """Return the lexicon of a folder of entries and the findings on it, if they were kept; or make and keep them.

    Args:
        folder: The folder.
        make: What makes them.
    """
    file = _file_of(folder)
    if file is None:
        return make(folder)
    kept = _recall(file)
    if kept is not None:
        return kept
    made = make(folder)
    if _file_of(folder) == file:  # else an entry was saved meanwhile, and nobody can say whether before it was read
        _keep(file, *made)
    return made


def _recall(file: Path) -> Read | None:
    try:
        kept = file.read_bytes()
        os.utime(file)
    except OSError:
        return None
    packed = memoryview(kept)[_DIGEST:]
    if kept[:_DIGEST] != digest(packed):
        return None
    end = _LENGTH + int.from_bytes(packed[:_LENGTH], "big")
    findings = [Finding(*values) for values in json.loads(bytes(packed[_LENGTH:end]))]
    with collector_paused():
        return lexicon_of_bytes(packed[end:]), findings


def _keep(file: Path, lexicon: Lexicon, findings: list[Finding]) -> None:
    """Keep a lexicon and the findings on it, if that is worth while and can be done."""
    if not lexicon.senses:
        return
    faults = json.dumps([astuple(finding) for finding in findings]).encode()
    packed = len(faults).to_bytes(_LENGTH, "big") + faults + lexicon_as_bytes(lexicon)
    from build_tools.website.writing.kept_files import keep_file  # noqa: PLC0415 - who finds one kept writes none

    keep_file(file, digest(packed) + packed, _MOST_KEPT)


def _file_of(folder: Path) -> Path | None:
    """Return the file in which the lexicon of a folder is kept; None where none is, whatever the reason."""
    cache = _cache_folder()
    contents = _contents(folder) if cache else None
    return cache / f"{digest(program_version(), *contents).hex()}.lexicon" if cache and contents else None


def _cache_folder() -> Path | None:
    if CACHE_VARIABLE in os.environ:
        named = os.environ[CACHE_VARIABLE]
        return Path(named) if named else None
    system = os.environ.get("LOCALAPPDATA") if os.name == "nt" else os.environ.get("XDG_CACHE_HOME")
    with suppress(RuntimeError):  # a user without a home
        return (Path(system) if system else Path.home() / ".cache") / _FOLDER
    return None


def _read(path: str) -> bytes:
    """Return what is in a file, in half the time that a file object takes for a small one."""
    opened = os.open(path, os.O_RDONLY | getattr(os, "O_BINARY", 0))
    try:
        parts = [os.read(opened, _LARGE)]
        while len(parts[-1]) == _LARGE:
            parts.append(os.read(opened, _LARGE))
        return b"".join(parts)
    finally:
        os.close(opened)


def _contents(folder: Path) -> list[bytes] | None:
    """Return the names and contents of a folder's Markdown files; None where they are few, or some are no files."""
    with suppress(OSError), os.scandir(folder) as found:
        pages = sorted((item for item in found if item.name.endswith(".md")), key=lambda item: item.name)
        if len(pages) < _FEWEST or not all(item.is_file(follow_symlinks=False) for item in pages):
            return None
        contents = [os.fsencode(folder.name)]
        for page in pages:
            contents += [os.fsencode(page.name), _read(page.path)]
        return contents
    return None
