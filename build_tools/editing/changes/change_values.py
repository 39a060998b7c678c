"""What an edit does to the edition, as values: mentions, items, anchors, pages, each before and after."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from build_tools.corpus.history import Tree
from build_tools.edition.reading import Reading
from build_tools.model.findings import Finding

KINDS = (
    "to another entry",
    "lost",
    "now undecided",
    "other extent",
    "gained",
    "now decided",
    "newly undecided",
    "no longer undecided",
    "other reason",
)
"""What may happen to a mention, the worst first; the last three change no link."""


@dataclass(frozen=True, slots=True)
class Side:
    """An edition at one revision: its files, its reading, and its pages by path, None where none were composed."""

    tree: Tree
    reading: Reading
    pages: Mapping[str, str] | None

    @property
    def name(self) -> str:
        """Return the name by which the revision was asked for."""
        return self.tree.name


@dataclass(frozen=True, slots=True)
class MentionPlace:
    """A span of a block as it is linked: an entry and a rule, or several `entries` where it stays undecided."""

    block: str
    start: int
    end: int
    entry: str | None
    rule: str
    entries: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class MentionChange:
    """What happens to one mention, of `KINDS`, with the words around it.

    `whole_block` says that the words of its paragraph changed, or that the paragraph is new or gone.
    """

    kind: str
    source: str
    block: str
    left: str
    exact: str
    right: str
    before: MentionPlace | None
    after: MentionPlace | None
    whole_block: bool = False


@dataclass(frozen=True, slots=True)
class FieldChange:
    """A field of an item, before and after, or what its list loses and gains."""

    field: str
    before: str = ""
    after: str = ""
    lost: tuple[str, ...] = ()
    gained: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ItemChange:
    """A hand-written file that is new, gone, changed or renamed, and the fields that differ."""

    path: str
    state: str
    fields: tuple[FieldChange, ...] = ()
    formerly: str = ""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words in a row, on one line, that are `same`, `removed` or `added`; `omitted` is a note on what is not shown."""

    kind: str
    text: str


@dataclass(frozen=True, slots=True)
class PassageChange:
    """A passage of a hand-written file, which is a field of its front matter or a paragraph of its body, as it changed.

    Attributes:
        line: The line where it begins, in the later file; in the earlier one where it was removed.
        field: The field's name, empty in the body.
        state: `changed`, `added`, `removed`, `moved`, or `spaced` where only white space differs.
        stretches: All its words.
    """

    line: int
    field: str
    state: str
    stretches: tuple[Stretch, ...]


@dataclass(frozen=True, slots=True)
class WordingChange:
    """A hand-written file that differs in any way: new, gone, changed or renamed, with every passage that differs."""

    path: str
    state: str
    passages: tuple[PassageChange, ...]
    formerly: str = ""


@dataclass(frozen=True, slots=True)
class ConstructChange:
    """A link, a piece of HTML or another construct that a hand-written file has now and had not before.

    `host` is the name by which browsers look up the host of an address, where that is not the name as written: letters
    of other alphabets can look like those of a well-known name.
    """

    path: str
    line: int
    kind: str
    value: str
    host: str = ""


@dataclass(frozen=True, slots=True)
class SeedChange:
    """A file of raw text that is new, gone or changed, and its size in bytes before and after."""

    path: str
    state: str
    before: int
    after: int


@dataclass(frozen=True, slots=True)
class AnchorChange:
    """An anchor of a text that is gone, new, or on other words."""

    source: str
    block: str
    state: str
    before: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True)
class Breach:
    """A published address that breaks."""

    path: str
    message: str


@dataclass(frozen=True, slots=True)
class Changes:
    """All that differs between two sides.

    `pages` maps the path of each page that differs to new, gone or changed; None where pages were not composed.
    `wordings` has the words of every hand-written file that differs, readable or not, and `constructs` what is new
    in them that is more than words. `other_files` are published but not read, such as pictures; `program_files`
    decide how pages are made, and `files_aside` do neither; `unread` counts the texts that the edit cannot concern.
    `unknown_words` are findings on fields and words that another version of the program may know.
    """

    before: Side
    after: Side
    mentions: tuple[MentionChange, ...] = ()
    items: tuple[ItemChange, ...] = ()
    anchors: tuple[AnchorChange, ...] = ()
    breaches: tuple[Breach, ...] = ()
    new_findings: tuple[Finding, ...] = ()
    fixed_findings: tuple[Finding, ...] = ()
    pages: Mapping[str, str] | None = None
    wordings: tuple[WordingChange, ...] = ()
    constructs: tuple[ConstructChange, ...] = ()
    seeds: tuple[SeedChange, ...] = ()
    other_files: tuple[str, ...] = ()
    program_files: tuple[str, ...] = ()
    files_aside: tuple[str, ...] = ()
    refused: tuple[str, ...] = ()
    unread: int = 0
    unreadable: tuple[str, ...] = field(default=())
    unknown_words: tuple[Finding, ...] = ()
