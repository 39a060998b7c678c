"""The texts of an edition that is read again and again: what is cut and linked already need not be done again."""

from __future__ import annotations

import hashlib
import operator
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache, partial
from typing import NamedTuple

from build_tools.edition.kept_names import KeptNames
from build_tools.edition.reading import LinkedSource, Stages
from build_tools.linking import AffectedTexts, Ambiguous, Lexicon, link_mentions
from build_tools.linking.affected_texts import changed_entries, print_linked_fields
from build_tools.model import Document, Entry, Mention, Source
from build_tools.model.corpus_statistics import CorpusStatistics, count_words, merge_statistics
from build_tools.model.findings import Finding
from build_tools.segmentation import statistics_used

Cut = tuple[Document, list[Finding]]
_STAGES = Stages()
_MOST_COUNTED = 10_000
_Linked = tuple[tuple[Mention, ...], tuple[Ambiguous, ...], list[Finding]]


class _Merged(NamedTuple):
    parts: tuple[CorpusStatistics, ...]
    whole: CorpusStatistics


class KeptTexts:
    """The last document of each text, and its links, as long as no edit can change them.

    Attributes:
        are_read_again: Whether the texts are read more than once.
        versions: For each text that was linked, a digest of what linking looks at in the entries and in the statistics
            of the corpus, as they were then; no edit since has concerned the text.
    """

    def __init__(self, on_text_read: Callable[[], object] | None = None, *, are_read_again: bool = True) -> None:
        """Start without any text.

        Args:
            on_text_read: Called after each text that was read.
            are_read_again: Whether the texts are read more than once; if not, nothing but `versions` is kept.
        """
        self._on_text_read = on_text_read
        self.are_read_again = are_read_again
        self._entries: tuple[Entry, ...] = ()
        self._counted: dict[str, CorpusStatistics] = {}
        self._merged: tuple[_Merged, ...] = ()
        self._cut: dict[str, tuple[CorpusStatistics, CorpusStatistics, Cut]] = {}
        self._linked: dict[str, tuple[Document, _Linked]] = {}
        self._names = KeptNames()
        self._compiled = self._lexicon = Lexicon(())
        self._rules_off: frozenset[str] = frozenset()
        self._version = b""
        self.versions: dict[str, bytes] = {}

    def stages(self, entries: Iterable[Entry], once: Stages = _STAGES) -> Stages:
        """Return what counts, cuts and links texts, and repeats only what an edit can affect.

        Args:
            entries: The entries that the texts will be linked to; they may differ from those of the last time.
            once: What cuts a text that is new or has changed, and counts texts that are read but once.
        """
        entries = tuple(entries)
        if self._linked:
            self._forget(AffectedTexts(changed_entries(self._entries, entries), (self._entries, entries)))
        self._entries = entries
        if not self.are_read_again:
            version_of = lru_cache(maxsize=1)(self._version_of)
            link_all = once.link_all and partial(self._link_all_once, once.link_all, version_of)
            return replace(once, link=partial(self._link_once, version_of), link_all=link_all)
        return Stages(
            self._compile, self._count_words, partial(self._cut_text, once.cut), self._count_names, self._link_text
        )

    def _forget(self, affected: AffectedTexts) -> None:
        """Forget the links of the texts that an edit may concern."""
        self._linked = {
            key: (document, linked)
            for key, (document, linked) in self._linked.items()
            if not affected.touches(document.source.text)
        }

    def _begin_linking(self, lexicon: Lexicon) -> None:
        """Forget the links that rest on other rules, or on names that the texts had more or less often."""
        if lexicon.rules_off != self._lexicon.rules_off:
            self._linked = {}
        recounted = self._names.recounted(lexicon)
        if self._linked:
            self._forget(AffectedTexts(recounted, (lexicon.entries.values(),)))
        self._lexicon = lexicon
        self._version = self._version_of(lexicon)

    def _version_of(self, lexicon: Lexicon) -> bytes:
        read = (print_linked_fields(self._entries), *sorted(lexicon.rules_off), lexicon.statistics.digest())
        return hashlib.sha256("\n".join(read).encode("utf-8", "surrogatepass")).digest()

    def _compile(self, entries: Iterable[Entry], rules_off: Collection[str]) -> Lexicon:
        """Return the labels of the entries; those of the last time, if nothing that linking looks at has changed."""
        entries, before = tuple(entries), self._compiled.entries.values()
        if frozenset(rules_off) != self._rules_off or changed_entries(before, entries):
            self._compiled, self._rules_off = Lexicon(entries, rules_off), frozenset(rules_off)
        return self._compiled

    def _merge(self, parts: Iterable[CorpusStatistics]) -> CorpusStatistics:
        """Return the sum of counts; the same value, where they are the counts that were merged before."""
        parts = tuple(parts)
        for merged in self._merged:
            if len(merged.parts) == len(parts) and all(map(operator.is_, merged.parts, parts)):
                return merged.whole
        whole = merge_statistics(parts)
        self._merged = (*self._merged[-1:], _Merged(parts, whole))  # one of words and one of names
        return whole

    def _count_words(self, texts: Iterable[str]) -> CorpusStatistics:
        return self._merge(map(self._count_text, texts))

    def _count_names(self, texts: Iterable[str], lexicon: Lexicon) -> CorpusStatistics:
        return self._merge(self._names.count(text, lexicon) for text in texts)

    def _count_text(self, text: str) -> CorpusStatistics:
        """Return the words of a text, counted once for each text."""
        kept = self._counted.pop(text, None)
        if len(self._counted) >= _MOST_COUNTED:
            del self._counted[next(iter(self._counted))]
        kept = self._counted[text] = kept or count_words(text)
        return kept

    def _cut_text(
        self, cut: Callable[[Source, CorpusStatistics], Cut], source: Source, statistics: CorpusStatistics
    ) -> Cut:
        """Return the document of a source; the one it had, where neither it nor what the corpus says of it changed."""
        kept = self._cut.get(source.id)
        if kept is not None and kept[0] is statistics and kept[2][0].source == source:
            return kept[2]
        used = statistics_used(source.text, statistics)
        if kept is None or kept[1] != used or kept[2][0].source != source:
            kept = statistics, used, cut(source, used)
        self._cut[source.id] = statistics, *kept[1:]
        return kept[2]

    def _link_once(self, version_of: Callable[[Lexicon], bytes], document: Document, lexicon: Lexicon) -> _Linked:
        """Return the links of a document; neither they nor the lexicon, which takes much memory, are kept here."""
        self._note_link(document, version_of(lexicon))
        return link_mentions(document, lexicon)

    def _link_all_once(
        self,
        link_all: Callable[[Sequence[Source], CorpusStatistics, Lexicon], Iterable[LinkedSource]],
        version_of: Callable[[Lexicon], bytes],
        sources: Sequence[Source],
        statistics: CorpusStatistics,
        lexicon: Lexicon,
    ) -> Iterator[LinkedSource]:
        """Yield all texts as others link them; nothing of them is kept here."""
        for linked in link_all(sources, statistics, lexicon):
            self._note_link(linked.document, version_of(lexicon))
            yield linked

    def _note_link(self, document: Document, version: bytes) -> None:
        self.versions[document.source.id] = version
        if self._on_text_read is not None:
            self._on_text_read()

    def _link_text(self, document: Document, lexicon: Lexicon) -> _Linked:
        """Return the links of a document; those it had, unless it has rulings, which may name any entry."""
        if lexicon is not self._lexicon:
            self._begin_linking(lexicon)
        kept = self._linked.get(document.source.id)
        if kept is None or kept[0] != document or document.source.rulings:
            kept = self._linked[document.source.id] = document, link_mentions(document, lexicon)
            self.versions[document.source.id] = self._version
        if self._on_text_read is not None:
            self._on_text_read()
        return kept[1]
