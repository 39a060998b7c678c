"""The collections of an edition: for each its texts, and the pages that these and its entries need.

An entry is in a collection if a text there has any form of one of its labels, so that every label finds the same
bearers as in the whole, or if a page there refers to it. One that no text names is where a text is that it cites. A
text that a page cites and that is elsewhere has its page without its words. A difference or a quotation is where all
its texts are, and where a page refers to it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import PurePosixPath

from build_tools.corpus.sources.given_statistics import write_statistics
from build_tools.editing.splitting.examined_texts import ExaminedEdition
from build_tools.editing.splitting.referred_pages import INTRODUCTIONS, ReferredPages
from build_tools.editing.splitting.shares import TextShare
from build_tools.linking import Lexicon, names_used
from build_tools.model import Source

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
    """An edition whose texts are divided into collections."""

    def __init__(self, examined: ExaminedEdition, pages: ReferredPages) -> None:
        """Take an edition without errors, and its hand-written pages."""
        self._examined = examined
        self._files = examined.files
        self._pages = pages

    @cached_property
    def statistics_file(self) -> bytes:
        """What all its texts say together, as every collection has it in a file."""
        return write_statistics(self._examined.statistics)

    @cached_property
    def sources(self) -> tuple[Source, ...]:
        """Every text, by id, without its words."""
        return self._examined.sources

    def collect(self, share: TextShare) -> TextCollection:
        """Return the collection of some texts.

        Raises:
            ChangedTextError: If a text is not as it was when the edition was read.
        """
        chosen = frozenset(share.texts)
        here = sorted(chosen & self._examined.texts.keys())
        entries = {f"{ENTRIES}{entry}.md" for entry in self._entries_met(here)}
        pages = self._pages_of(chosen, entries)
        has_all = not self._is_linked_alike(here, pages)
        if has_all:
            pages = self._pages_of(chosen, {entry.path for entry in self._files.entries})
        sources = {_id_of(path) for path in pages if path.startswith(SOURCES)}
        return TextCollection(share, tuple(sorted(pages)), frozenset(sources - chosen - {"index"}), has_all)

    def left_out(self, collections: Iterable[TextCollection]) -> Iterator[tuple[str, str]]:
        """Yield the path of each page that no collection has, with the reason."""
        kept = frozenset(page for collection in collections for page in collection.pages)
        for path in sorted(self._pages.keys() - kept):
            texts = sum(referred.startswith(SOURCES) for referred in self._pages.of(path))
            if texts > 1:
                yield path, "its texts are in several collections"
            else:
                yield path, "no page of a collection refers to it"

    def _entries_met(self, texts: Iterable[str]) -> Iterator[str]:
        """Yield the entries that some texts may name, whatever was decided, and those that have their home there."""
        for text in texts:
            yield from self._examined.texts[text].met
            yield from self._homeless.get(text, ())

    @cached_property
    def _homeless(self) -> Mapping[str, list[str]]:
        """The entries that no text may name, by the text where they are: the first that they cite, or the first."""
        texts = self._examined.texts
        met = {entry for text in texts.values() for entry in text.met}
        homes: dict[str, list[str]] = {}
        for entry in self._files.entries:
            if entry.id not in met and texts:
                cited = {_id_of(path) for path in self._texts_of(entry.path)} & texts.keys()
                homes.setdefault(min(cited or texts), []).append(entry.id)
        return homes

    def _pages_of(self, texts: frozenset[str], entries: Iterable[str]) -> frozenset[str]:
        own = frozenset(f"{SOURCES}{text}.md" for text in texts)
        ruling = [f"docs/{page.path}" for page in self._files.pages if page.rules_off]
        items = [item.path for item in self._files.registers.items if self._texts_of(item.path) <= own]
        pages = self._pages.reached_from((*own, *entries, *ruling, *items))
        return pages.union(self._pages.closed_within(INTRODUCTIONS, pages))

    def _texts_of(self, path: str) -> frozenset[str]:
        return frozenset(page for page in self._pages.of(path) if page.startswith(SOURCES))

    def _is_linked_alike(self, texts: Iterable[str], pages: frozenset[str]) -> bool:
        """Return whether the entries among some pages link some texts as the whole glossary does."""
        entries = [entry for entry in self._files.entries if entry.path in pages]
        lexicon = Lexicon(entries, self._files.rules_off).informed_by(names_used(self._examined.statistics))
        return all(self._examined.is_linked_alike(text, lexicon) for text in texts)


def _id_of(path: str) -> str:
    return PurePosixPath(path).stem
