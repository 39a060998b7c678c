"""Read received files one after another; what is wrong with one of them does not keep the others."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from build_tools.corpus.regular_files import read_regular_file
from build_tools.corpus.sources import seeds
from build_tools.corpus.sources.originals import originals_below
from build_tools.editing.importing.metadata_table import TableRow
from build_tools.editing.importing.new_texts import (
    NewText,
    ReceivedFile,
    TakenNames,
    checksum_of,
    free_id,
    make_text,
    propose_id,
    receive,
)
from build_tools.interfaces.receiving.found_files import real_place
from build_tools.model.findings import Finding
from build_tools.text.escaping import one_line


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a received file: a new text; or findings; or a sentence on why there was nothing to do.

    Attributes:
        path: The file.
        file: What was received.
        text: The new text.
        columns: The new text in words, as `COLUMNS` says.
        findings: What is wrong with the file.
        skipped: Why there was nothing to do, as a sentence; "" otherwise.
    """

    path: str
    file: ReceivedFile | None = None
    text: NewText | None = None
    columns: tuple[str, ...] = ()
    findings: tuple[Finding, ...] = ()
    skipped: str = ""

    @property
    def in_brief(self) -> Outcome:
        """The outcome without the text, of which many may not fit into memory."""
        return replace(self, file=None, text=None)


COLUMNS = ("id", "title", "issued", "languages", "genre", "converter")
"""What is said of a new text in a row."""

ChooseId = Callable[[ReceivedFile, TakenNames], str]
"""Chooses the id of a text; it may be one that is taken, if the choice is somebody's."""


@dataclass
class Reception:
    """Reads files for an edition, of which it knows what is in it.

    Attributes:
        root: The folder that holds seeds/ and docs/.
        rows: The rows of a table by the file that each is about.
        choose_id: Chooses the ids.
    """

    root: Path
    rows: Mapping[Path, TableRow]
    choose_id: ChooseId
    _taken: TakenNames = field(init=False)
    _checksums: dict[str, str] = field(init=False)

    def __post_init__(self) -> None:
        """Find out which names are taken, and which files are in the edition already."""
        folder = self.root / seeds.FOLDER
        pages = (self.root / "docs" / "sources").glob("*.md")
        self._taken = TakenNames(
            {page.stem for page in pages},
            {file.name.lower() for file in folder.glob("*.*")},
            {name.rpartition("/")[2].lower() for name in originals_below(folder)},
            frozenset(row.identifier for row in self.rows.values()),
        )
        sums = folder / seeds.SUMS
        listed = sums.read_text(encoding="utf-8", errors="replace").splitlines() if sums.is_file() else []
        self._checksums = {line[:64]: f"{seeds.FOLDER}/{line[66:]}" for line in listed}

    def read(self, files: Iterable[tuple[Path, Path]]) -> Iterator[Outcome]:
        """Yield what becomes of each file.

        Args:
            files: The files as they were named, and their real places.
        """
        for named, place in files:
            yield self._read(one_line(named.as_posix()), place, self.rows.get(real_place(named)))

    def _read(self, path: str, place: Path, row: TableRow | None) -> Outcome:
        data, faults = read_regular_file(place, path)
        if data is None:
            return Outcome(path, findings=tuple(faults))
        checksum = checksum_of(data)
        if checksum in self._checksums:
            listing = f"{seeds.FOLDER}/{seeds.SUMS} lists its checksum, {checksum}."
            there = one_line(self._checksums[checksum])
            return Outcome(path, skipped=f"{path}: this text is in {seeds.FOLDER}/ already, as {there}: {listing}")
        file, faults = receive(path, data, row.given if row else {})
        if file is None:
            return Outcome(path, findings=tuple(faults))
        identifier = (row.identifier if row else "") or self.choose_id(file, self._taken)
        if fault := self._check_id(identifier, path, row):
            return Outcome(path, findings=(fault,))
        text = make_text(file, identifier, self._taken)
        self._taken.take(text)
        self._checksums[checksum] = next(iter(text.files))
        program = f"{file.received.converter} {file.received.version}".strip()
        columns = (identifier, *(file.shown(name) for name in COLUMNS[1:-1]), program)
        return Outcome(path, file, text, columns)

    def _check_id(self, identifier: str, path: str, row: TableRow | None) -> Finding | None:
        """Return what is wrong with the id of a text; one that a person gave on the command line is checked there."""
        if not identifier:
            hint = "Name the file in Latin letters, or give an id: in the column id of a table, or with --id."
            return Finding(path, 1, "id-invalid", "no id can be made of its title or name", hint)
        if row and row.identifier and row.identifier in self._taken.ids:
            hint = "Write another in the column id of the table."
            return Finding(path, 1, "id-invalid", f'"{row.identifier}" is the id of another text', hint)
        return None


def choose_free_id(file: ReceivedFile, taken: TakenNames) -> str:
    """Return an id for one of many texts, which nobody looks at one by one: one that is free."""
    suggested = propose_id(file)
    return free_id(suggested, file, taken) if suggested else ""
