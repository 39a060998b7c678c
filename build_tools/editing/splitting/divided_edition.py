"""The collections of an edition: for each its texts, and the pages that these and its entries need.

An entry is in a collection if a text there has any form of one of its labels, so that every label finds the same
bearers as in the whole, or if a page there refers to it. One that no text names is where a text is that it cites. A
text that a page cites and that is elsewhere has its page without its words. A difference or a quotation is where all
its texts are, and where a page refers to it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import PurePosixPath

from build_tools.corpus.front_matter import FrontMatter
from build_tools.corpus.sources.given_statistics import write_statistics
from build_tools.editing.splitting.referred_pages import INTRODUCTIONS, ReferredPages
from build_tools.editing.splitting.shares import TextShare
from build_tools.edition.edition_files import EditionFiles
from build_tools.edition.reading import Reading, count_corpus
from build_tools.linking import Ambiguous, Lexicon, link_mentions, names_used, scan
from build_tools.linking.scanning.matches import match_of_fields
from build_tools.model import Document, Source
from build_tools.model.corpus_statistics import CorpusStatistics

SOURCES, ENTRIES = "docs/sources/", "docs/glossary/"


@dataclass(frozen=True, slots=True)
class TextCollection:
    """A part of an edition.

    Attributes:
        share: Its id, its name and its texts.
        pages: The sorted paths of its pages, those of texts that are elsewhere too.
        elsewhere: The ids of these texts.
        has_all_entries: Whether it has the whole glossary, since its texts would be linked otherwise without it.
    """

    share: TextShare
    pages: tuple[str, ...]
    elsewhere: frozenset[str]
    has_all_entries: bool


class DividedEdition:
    """An edition whose texts are divided into collections.

    Attributes:
        statistics: What all its texts say together, which every collection is given.
    """

    def __init__(self, files: EditionFiles, reading: Reading, pages: Mapping[str, FrontMatter]) -> None:
        """Take an edition without errors, and its hand-written pages by their paths."""
        self._files = files
        self._reading = reading
        self._pages = pages
        self._referred = ReferredPages(pages)
        self.statistics: CorpusStatistics = count_corpus(files, reading.lexicon)

    @cached_property
    def statistics_file(self) -> bytes:
        """What all its texts say together, as every collection has it in a file."""
        return write_statistics(self.statistics)

    @cached_property
    def sources(self) -> tuple[Source, ...]:
        """Every text, by id."""
        return tuple(sorted(self._reading.sources, key=lambda source: source.id))

    def collect(self, share: TextShare) -> TextCollection:
        """Return the collection of some texts."""
        chosen = frozenset(share.texts)
        documents = [document for document in self._reading.documents if document.source.id in chosen]
        entries = {f"{ENTRIES}{entry}.md" for entry in self._entries_met(documents)}
        pages = self._pages_of(chosen, entries)
        has_all = not self._is_linked_alike(documents, pages)
        if has_all:
            pages = self._pages_of(chosen, {entry.path for entry in self._files.entries})
        sources = {_id_of(path) for path in pages if path.startswith(SOURCES)}
        return TextCollection(share, tuple(sorted(pages)), frozenset(sources - chosen - {"index"}), has_all)

    def left_out(self, collections: Iterable[TextCollection]) -> Iterator[tuple[str, str]]:
        """Yield the path of each page that no collection has, with the reason."""
        kept = frozenset(page for collection in collections for page in collection.pages)
        for path in sorted(self._pages.keys() - kept):
            texts = sum(referred.startswith(SOURCES) for referred in self._referred.of(path))
            if texts > 1:
                yield path, "its texts are in several collections"
            else:
                yield path, "no page of a collection refers to it"

    def _entries_met(self, documents: Iterable[Document]) -> Iterator[str]:
        """Yield the entries that some texts may name, whatever was decided, and those that have their home there."""
        for document in documents:
            yield from self._met_by_text[document.source.id]
            yield from self._homeless.get(document.source.id, ())

    @cached_property
    def _met_by_text(self) -> Mapping[str, frozenset[str]]:
        lexicon = self._reading.lexicon
        met: dict[str, frozenset[str]] = {}
        for document in self._reading.documents:
            text = document.source.id
            patterns = {match.pattern for match in map(match_of_fields, scan(document.source.text, lexicon))}
            senses = {sense.entry for pattern in patterns for sense in lexicon.senses_of(pattern)}
            named = {mention.entry for mention in self._reading.mentions[text]}
            open_to = {entry for place in self._undecided([document]) for entry in place.entries}
            met[text] = frozenset(senses | named | open_to)
        return met

    @cached_property
    def _homeless(self) -> Mapping[str, list[str]]:
        """The entries that no text may name, by the text where they are: the first that they cite, or the first."""
        met = frozenset[str]().union(*self._met_by_text.values())
        texts = sorted(self._met_by_text)
        homes: dict[str, list[str]] = {}
        for entry in self._files.entries:
            if entry.id not in met and texts:
                cited = {_id_of(path) for path in self._texts_of(entry.path)} & self._met_by_text.keys()
                homes.setdefault(min(cited, default=texts[0]), []).append(entry.id)
        return homes

    def _pages_of(self, texts: frozenset[str], entries: Iterable[str]) -> frozenset[str]:
        own = frozenset(f"{SOURCES}{text}.md" for text in texts)
        ruling = [f"docs/{page.path}" for page in self._files.pages if page.rules_off]
        items = [item.path for item in self._reading.registers.items if self._texts_of(item.path) <= own]
        pages = self._referred.reached_from((*own, *entries, *ruling, *items))
        return pages.union(self._referred.closed_within(INTRODUCTIONS, pages))

    def _texts_of(self, path: str) -> frozenset[str]:
        return frozenset(page for page in self._referred.of(path) if page.startswith(SOURCES))

    def _is_linked_alike(self, documents: Sequence[Document], pages: frozenset[str]) -> bool:
        """Return whether the entries among some pages link some texts as the whole glossary does."""
        entries = [entry for entry in self._files.entries if entry.path in pages]
        lexicon = Lexicon(entries, self._files.rules_off).informed_by(names_used(self.statistics))
        linked = [link_mentions(document, lexicon) for document in documents]
        mentions = [self._reading.mentions[document.source.id] for document in documents]
        undecided = [place for _, places, _ in linked for place in places]
        return [found for found, *_ in linked] == mentions and undecided == self._undecided(documents)

    def _undecided(self, documents: Iterable[Document]) -> list[Ambiguous]:
        places = self._undecided_by_text
        return [place for document in documents for place in places.get(document.source.id, ())]

    @cached_property
    def _undecided_by_text(self) -> Mapping[str, list[Ambiguous]]:
        places: dict[str, list[Ambiguous]] = {}
        for place in self._reading.undecided:
            places.setdefault(place.document, []).append(place)
        return places


def _id_of(path: str) -> str:
    return PurePosixPath(path).stem
