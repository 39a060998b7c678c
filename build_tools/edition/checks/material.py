"""What the checks of an edition look at, and what a check is."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from build_tools.corpus.lock_file import LockFile
from build_tools.corpus.withdrawals import Withdrawal
from build_tools.corpus.written_pages import Prose
from build_tools.edition.citation_index import CitationIndex
from build_tools.linking import Ambiguous
from build_tools.model import Document, Entry, Mention, Source
from build_tools.model.findings import Finding
from build_tools.model.registers import Registers


@dataclass(frozen=True, slots=True)
class Material:
    """An edition as checks see it: what people wrote, and the texts cut into blocks and linked.

    `ambiguous` are the places of the texts where the linking was left undecided. `source_ids`, `entry_ids` and
    `outside_ids` are the ids of all pages of texts and all files of entries and of outside sources, readable or not.
    `citations.faulty` are the sources that are not to be judged. `mentions` are those of each text by its id; `absent`
    the texts whose seeds are kept outside the repository; `let_go` those that were checked by themselves, whose words
    are not held. `language` is that of the site (BCP 47).
    """

    documents: tuple[Document, ...] = ()
    entries: tuple[Entry, ...] = ()
    registers: Registers = field(default_factory=Registers)
    pages: tuple[Prose, ...] = ()
    ambiguous: tuple[Ambiguous, ...] = ()
    source_ids: frozenset[str] = frozenset()
    entry_ids: frozenset[str] = frozenset()
    outside_ids: frozenset[str] = frozenset()
    lock: LockFile = field(default_factory=LockFile)
    citations: CitationIndex = field(default_factory=CitationIndex)
    mentions: Mapping[str, tuple[Mention, ...]] = field(default_factory=dict)
    absent: tuple[Source, ...] = ()
    let_go: tuple[Source, ...] = ()
    language: str = "en"

    @property
    def sources(self) -> tuple[Source, ...]:
        """Return every text that could be read, whether its seed is here or not."""
        here = (*(document.source for document in self.documents), *self.let_go)
        return (*sorted(here, key=lambda source: source.id), *self.absent)

    @property
    def withdrawals(self) -> tuple[tuple[str, Withdrawal], ...]:
        """Return what was withdrawn, each with the file that says so."""
        return tuple((f"docs/{page.path}", withdrawal) for page in self.pages for withdrawal in page.withdrawn)

    @property
    def bodies(self) -> Iterator[tuple[str, int, str]]:
        """Yield each body that people wrote in Markdown: its file, the line on which it begins, and itself."""
        for entry in self.entries:
            yield entry.path, entry.notes_line, entry.notes
        for item in self.registers.written:
            yield item.path, item.notes_line, item.notes
        for source in self.sources:
            yield source.path, source.headnote_line, source.headnote
        for page in self.pages:
            yield f"docs/{page.path}", page.body_line, page.body


@dataclass(frozen=True, slots=True)
class Check:
    """A check: the codes that it may report, and the function that reports them, in any order."""

    codes: tuple[str, ...]
    run: Callable[[Material], Iterable[Finding]]
