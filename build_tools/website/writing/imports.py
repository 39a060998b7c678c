"""Texts that are added together: staged, put into place, listed, and taken back again by one command.

Each import is noted before its files are put into place. One that was killed meanwhile is taken back by the next.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path

from build_tools.website.writing.destinations import check_file, check_way
from build_tools.website.writing.manifests import checksum, file_checksum
from build_tools.website.writing.single_files import write_file
from build_tools.website.writing.staging import staging_folder

NOTES = Path("build/.imports/imports.json")
"""Where an edition keeps what was added by each command; without it, nothing can be taken back by one."""

_IGNORED = b"# What was added by which command, to take it back. It belongs in no repository.\n*\n"
_SEEDS = "seeds"
_SUMS = Path("seeds/SHA256SUMS")
_DONE = "done"


@dataclass(frozen=True, slots=True)
class ImportNote:
    """What an import added.

    Attributes:
        files: The checksum of each new file by its path below the root.
        lines: The lines that the list of checksums got.
        state: "done", or "begun" if it may not be whole.
    """

    files: Mapping[str, str]
    lines: Sequence[str]
    state: str = _DONE


class StagedImport:
    """New files of an edition, which are written beside their places until all are there."""

    def __init__(self, root: Path, stack: ExitStack) -> None:
        """Take the folder that holds seeds/ and docs/, and a stack that lives as long as the staging."""
        self._root, self._stack = root, stack
        self._folders: dict[Path, Path] = {}
        self._staged: dict[str, Path] = {}
        self._checksums: dict[str, str] = {}
        self._lines: list[str] = []

    def add(self, files: Mapping[str, bytes], lines: Sequence[str]) -> None:
        """Stage the files of a text.

        Args:
            files: The bytes of each new file by its path below the root.
            lines: Their lines for the list of checksums.

        Raises:
            FileExistsError: If there is such a file already, even as a broken link, or another text has it.
            DestinationError: If a link leads there.
            OSError: If the disk refuses.
        """
        for path in files:
            check_way(self._root / path, self._root)
            if path in self._staged or os.path.lexists(self._root / path):
                raise FileExistsError(17, "there is such a file already", str(self._root / path))
        for path, data in files.items():
            staged = self._folder(path) / Path(path).name
            staged.write_bytes(data)
            self._staged[path], self._checksums[path] = staged, checksum(data)
        self._lines += lines

    def put(self) -> tuple[str, ...]:
        """Put all staged files into place, list their checksums, and return their paths."""
        if not self._staged:
            return ()
        sums = self._root / _SUMS
        check_file(sums)
        notes = _read_notes(self._root)
        note = ImportNote(self._checksums, self._lines, "begun")
        _write_notes(self._root, [*notes, note])
        try:
            for path, staged in self._staged.items():
                (self._root / path).parent.mkdir(parents=True, exist_ok=True)
                staged.rename(self._root / path)
            listed = sums.read_bytes() if sums.is_file() else b""
            listed += b"" if listed.endswith(b"\n") or not listed else b"\n"
            write_file(sums, listed + "".join(f"{line}\n" for line in self._lines).encode(), self._root)
        except OSError:
            _take_back(self._root, note)
            _write_notes(self._root, notes)
            raise
        _write_notes(self._root, [*notes, ImportNote(self._checksums, self._lines)])
        return tuple(self._staged)

    def _folder(self, path: str) -> Path:
        """Return the folder in which a file is staged, on the disk of its place."""
        parent = self._root / path.split("/", 1)[0]
        if parent not in self._folders:
            self._folders[parent] = self._stack.enter_context(staging_folder(parent / "import"))
        folder = self._folders[parent] / Path(path).parent
        folder.mkdir(parents=True, exist_ok=True)
        return folder


@contextmanager
def staged_import(root: Path) -> Iterator[StagedImport]:
    """Give a place for new files of an edition.

    Args:
        root: The folder that holds seeds/ and docs/.
    """
    with ExitStack() as stack:
        yield StagedImport(root, stack)


def undo_import(root: Path) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Remove the files that the last import added, unless somebody has changed any of them.

    Args:
        root: The folder that holds seeds/ and docs/.

    Returns:
        The paths of the files removed, and of those that have changed since, in which case nothing is removed; both
        are empty if there is no import to take back.
    """
    take_back_unfinished(root)
    notes = _read_notes(root)
    if not notes:
        return (), ()
    last = notes[-1]
    changed = [path for path, recorded in last.files.items() if file_checksum(root / path) != recorded]
    if changed:
        return (), tuple(sorted(changed))
    _write_notes(root, [*notes[:-1], ImportNote(last.files, last.lines, "begun")])
    _take_back(root, last)
    _write_notes(root, notes[:-1])
    return tuple(sorted(last.files)), ()


def take_back_unfinished(root: Path) -> None:
    """Take back what an import that was killed has put into place.

    Args:
        root: The folder that holds seeds/ and docs/.
    """
    notes = _read_notes(root)
    begun = [note for note in notes if note.state != _DONE]
    for note in begun:
        _take_back(root, note)
    if begun:
        _write_notes(root, [note for note in notes if note.state == _DONE])


def _take_back(root: Path, note: ImportNote) -> None:
    """Remove the files of an import that are as it wrote them, and their lines in the list of checksums."""
    for path, recorded in note.files.items():
        check_way(root / path, root)
        if not (root / path).is_symlink() and file_checksum(root / path) == recorded:
            (root / path).unlink()
            folder = (root / path).parent
            if folder.parent.name == _SEEDS and not any(folder.iterdir()):
                folder.rmdir()
    sums = root / _SUMS
    if sums.is_file():
        gone = {line.encode() for line in note.lines}
        lines = sums.read_bytes().splitlines(keepends=True)  # names in it need not be UTF-8
        kept = b"".join(line for line in lines if line.rstrip(b"\r\n") not in gone)
        if kept or not lines:
            write_file(sums, kept, root)
        else:
            sums.unlink()


def _read_notes(root: Path) -> list[ImportNote]:
    """Return what was noted of earlier imports; nothing where the file is not there, or not as we write it."""
    try:
        notes = json.loads((root / NOTES).read_bytes())
        return [ImportNote(dict(note["files"]), list(note["lines"]), str(note["state"])) for note in notes]
    except (OSError, ValueError, TypeError, KeyError):
        return []


def _remove_notes(file: Path) -> None:
    """Remove the notes, and their folders where nothing else is in them."""
    for name in (file, file.parent / ".gitignore"):
        name.unlink(missing_ok=True)
    for folder in (file.parent, file.parent.parent):
        if folder.is_dir() and not any(folder.iterdir()):
            folder.rmdir()


def _write_notes(root: Path, notes: Sequence[ImportNote]) -> None:
    file = root / NOTES
    check_way(file, root)
    if not notes:
        _remove_notes(file)
        return
    if not os.path.lexists(file.parent / ".gitignore"):
        write_file(file.parent / ".gitignore", _IGNORED, root)
    text = json.dumps([asdict(note) for note in notes], indent=1, sort_keys=True)
    write_file(file, f"{text}\n".encode(), root)
