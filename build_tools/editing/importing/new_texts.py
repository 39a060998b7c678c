"""What a received file becomes: the names of its seed, its original and its page, and what is in them."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import chain, count
from pathlib import PurePosixPath

from build_tools.corpus.sources import seeds
from build_tools.corpus.sources.originals import ORIGINALS
from build_tools.editing.conversion.received_files import ReceivedText, kind_of_file, read_received
from build_tools.editing.guesses.description import Description, describe
from build_tools.editing.scaffolds import GivenValue, find_id, find_seed_name, new_source
from build_tools.editing.scaffolds.new_ids import find_original_name
from build_tools.editing.scaffolds.source_scaffold import cut_as_drafted
from build_tools.model import OriginalFile
from build_tools.model.findings import Finding
from build_tools.segmentation import Cut

_PAGES = PurePosixPath("docs/sources")
_NOTHING_GIVEN: Mapping[str, GivenValue] = {}


@dataclass(frozen=True, slots=True)
class ReceivedFile:
    """A file that somebody adds to an edition.

    Attributes:
        name: Its name, without folders.
        data: Its bytes.
        received: The text in it.
        about: What is guessed of the text.
        given: What somebody says of it, by field.
    """

    name: str
    data: bytes
    received: ReceivedText
    about: Description
    given: Mapping[str, GivenValue]

    def shown(self, field: str) -> str:
        """Return the value of a field in words, as it is given or guessed; "" where there is none."""
        if field in self.given:
            return self.given[field].shown
        guess = self.about.fields.get(field)
        return ", ".join(guess.values) if guess else ""

    @property
    def cut(self) -> Cut:
        """The text as it is cut with the title and the languages of its page."""
        return cut_as_drafted(self.about, self.given)


@dataclass(frozen=True, slots=True)
class NewText:
    """A text that is added to an edition: its id, and its new files by their paths below the root."""

    identifier: str
    files: Mapping[str, bytes]

    @property
    def checksums(self) -> tuple[str, ...]:
        """The lines that the list of checksums gets."""
        below = f"{seeds.FOLDER}/"
        names = [path for path in self.files if path.startswith(below)]
        return tuple(f"{checksum_of(self.files[path])}  {path.removeprefix(below)}" for path in names)


@dataclass
class TakenNames:
    """The names that the files of an edition have, in small letters; each new text adds its own.

    `reserved` are ids that a table gives to texts which may still come.
    """

    ids: set[str] = field(default_factory=set)
    seeds: set[str] = field(default_factory=set)
    originals: set[str] = field(default_factory=set)
    reserved: frozenset[str] = frozenset()

    def take(self, text: NewText) -> None:
        """Add the names of a new text."""
        self.ids.add(text.identifier)
        for path in map(PurePosixPath, text.files):
            if path.parent.name == ORIGINALS:
                self.originals.add(path.name.lower())
            elif path.parent.name == seeds.FOLDER:
                self.seeds.add(path.name.lower())


def checksum_of(data: bytes) -> str:
    """Return the checksum by which a file is known."""
    return hashlib.sha256(data).hexdigest()


def receive(
    path: str, data: bytes, given: Mapping[str, GivenValue] = _NOTHING_GIVEN
) -> tuple[ReceivedFile | None, list[Finding]]:
    """Read a file that is to become a text.

    Args:
        path: The file, as findings name it.
        data: Its bytes.
        given: What somebody says of it, by field.

    Returns:
        The file, or None and the findings that say why it becomes none.
    """
    received, findings = read_received(data, path)
    if received is None:
        return None, findings
    about = describe(received.text, received.statements, is_web_page=kind_of_file(path) == "html")
    about = replace(about, frame=received.frame)
    return ReceivedFile(PurePosixPath(path).name, data, received, about, given), []


def propose_id(file: ReceivedFile) -> str:
    """Return the id that the title of a text suggests, or the name of its file; "" where neither has Latin letters."""
    return find_id(file.shown("title")) or find_id(PurePosixPath(file.name).stem)


def free_id(suggested: str, file: ReceivedFile, taken: TakenNames) -> str:
    """Return an id that no text has: the one that is suggested, with the year of the text, or with a number."""
    names = chain(_names_made_of(suggested, file), (f"{suggested}-{number}" for number in count(2)))
    return next(name for name in names if name not in taken.ids and name not in taken.reserved)


def _names_made_of(suggested: str, file: ReceivedFile) -> Iterator[str]:
    yield suggested
    year = file.shown("issued")[:4]
    if year.isdigit():
        yield f"{suggested}-{year}"


def make_text(file: ReceivedFile, identifier: str, taken: TakenNames) -> NewText:
    """Return the files of a new text.

    Args:
        file: What was received.
        identifier: The id of the text.
        taken: The names that other texts have.
    """
    received = file.received
    if received.converter:
        original_name = _free_name(find_original_name(file.name, identifier), identifier, taken.originals)
        seed, original = f"{identifier}.txt", OriginalFile(original_name, received.converter, received.version)
    else:
        seed, original = find_seed_name(file.name, identifier), None
    seed = _free_name(seed, identifier, taken.seeds)
    page = new_source(seed, file.about, file.given, original)
    files = {f"{seeds.FOLDER}/{seed}": received.text.encode() if original else file.data}
    if original:
        files[f"{seeds.FOLDER}/{ORIGINALS}/{original.file}"] = file.data
    return NewText(identifier, {**files, f"{_PAGES}/{identifier}.md": page.encode()})


def _free_name(name: str, identifier: str, taken: Collection[str]) -> str:
    """Return a name for a file that no other has; one made of the id where it is taken."""
    if name.lower() not in taken:
        return name
    ending = PurePosixPath(name).suffix
    names = (f"{identifier}{f'-{number}' if number else ''}{ending}" for number in (0, *range(2, 10_000)))
    return next(free for free in names if free.lower() not in taken)
