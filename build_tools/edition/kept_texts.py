"""The texts of an edition that is read again and again: what is cut and linked already need not be done again."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable
from functools import partial

from build_tools.edition.reading import Stages
from build_tools.linking import AffectedTexts, Ambiguous, Lexicon, link_mentions
from build_tools.linking.affected_texts import changed_entries, print_linked_fields
from build_tools.model import Document, Entry, Mention, Source
from build_tools.model.findings import Finding
from build_tools.segmentation import segment

Cut = tuple[Document, list[Finding]]
_Linked = tuple[tuple[Mention, ...], tuple[Ambiguous, ...], list[Finding]]


class KeptTexts:
    """The last document of each text, and its links, as long as no edit can change them.

    Attributes:
        versions: For each text that was linked, a digest of what linking looks at in the entries, as they were then; no
            edit since has concerned the text.
    """

    def __init__(self, tell: Callable[[], object] | None = None) -> None:
        """Start without any text; `tell` is called after each text that was read."""
        self._tell = tell
        self._entries: tuple[Entry, ...] = ()
        self._cut: dict[str, Cut] = {}
        self._linked: dict[str, tuple[Document, _Linked]] = {}
        self._version = b""
        self.versions: dict[str, bytes] = {}

    def stages(self, entries: Iterable[Entry], cut: Callable[[Source], Cut] = segment) -> Stages:
        """Return what cuts and links texts, and does anew only what an edit can concern.

        Args:
            entries: The entries that the texts will be linked to; they may differ from those of the last time.
            cut: What cuts a text that is new or has changed.
        """
        entries = tuple(entries)
        affected = AffectedTexts(changed_entries(self._entries, entries))
        self._linked = {
            key: (document, linked)
            for key, (document, linked) in self._linked.items()
            if not affected.touches(document.source.text)
        }
        self._entries = entries
        self._version = hashlib.sha256(print_linked_fields(entries).encode("utf-8", "surrogatepass")).digest()
        return Stages(partial(self._cut_text, cut), self._link_text)

    def _cut_text(self, cut: Callable[[Source], Cut], source: Source) -> Cut:
        """Return the document of a source; that of an equal source, where one was cut before."""
        kept = self._cut.get(source.id)
        if kept is None or kept[0].source != source:
            kept = self._cut[source.id] = cut(source)
        return kept

    def _link_text(self, document: Document, lexicon: Lexicon) -> _Linked:
        """Return the links of a document; those it had, unless it has rulings, which may name any entry."""
        kept = self._linked.get(document.source.id)
        if kept is None or kept[0] != document or document.source.rulings:
            kept = self._linked[document.source.id] = document, link_mentions(document, lexicon)
            self.versions[document.source.id] = self._version
        if self._tell is not None:
            self._tell()
        return kept[1]
