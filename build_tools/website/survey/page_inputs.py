"""Digests of what pages are composed from: where one is the same, the page is, and need not be composed again.

A digest covers too much rather than too little: whatever pages show of other texts, entries and registers is in every
digest.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from build_tools.model import Document, Entry
from build_tools.model.remembering import remembered
from build_tools.website.caching import digest
from build_tools.website.survey.lookups import Corpus


class PageInputs:
    """The digests for the pages of an edition."""

    def __init__(self, corpus: Corpus) -> None:
        """Take in what is part of every digest."""
        edition = corpus.edition
        self._corpus = corpus
        self._documents = {document.source.id: _document(document) for document in corpus.documents}
        shared = (
            edition.language,
            edition.site,
            edition.registers,
            edition.titles,
            edition.withdrawals,
            sorted(edition.publications.items()),
            [_shown_elsewhere(entry) for entry in corpus.entries.values()],
            corpus.registry.figures.accounts,
        )
        self._shared = digest(*self._documents.values(), *_words(shared))

    def of_source(self, document: Document) -> bytes:
        """Return the digest for the page of a text."""
        edition, identifier = self._corpus.edition, document.source.id
        path = f"sources/{identifier}.md"
        own = (
            edition.mentions.get(identifier, ()),
            self._corpus.reports.get(identifier),
            edition.citations.get(identifier),
            edition.changed.get(path),
            edition.bodies.get(path),
        )
        return digest(self._shared, self._documents[identifier], _of_text(document, *own))

    def of_entry(self, entry: Entry) -> bytes:
        """Return the digest for the page of an entry."""
        edition = self._corpus.edition
        path = f"glossary/{entry.id}.md"
        own = (
            edition.concordance.get(entry.id, ()),
            self._corpus.named_by.get(entry.id),
            edition.definition_evidence.get(entry.id),
            edition.changed.get(path),
            edition.bodies.get(path),
            self._corpus.registry.figures.shares.get(entry.path),
        )
        return digest(self._shared, _whole(entry), _of_entry(entry, *own))


@remembered
def _document(document: Document) -> bytes:
    source = replace(document.source, headnote="")
    blocks = ((block.id, block.role, block.lang, block.level, block.text, block.spans) for block in document.blocks)
    return digest(*_words((source, *blocks, document.set_aside, document.pages)))


@remembered
def _of_text(_: Document, *own: object) -> bytes:
    """Return the digest of what belongs to a text; where it equals that of the last build, it is not read again."""
    return digest(*_words(own))


@remembered
def _of_entry(_: Entry, *own: object) -> bytes:
    """Return the digest of what belongs to an entry, as `_of_text` does."""
    return digest(*_words(own))


@remembered
def _whole(entry: Entry) -> bytes:
    return digest(*_words((entry,)))


def _shown_elsewhere(entry: Entry) -> tuple[object, ...]:
    """Return the fields of an entry that other pages show or sort by."""
    labels = (entry.alt_labels, entry.short_labels, entry.shared_labels)
    return (entry.id, entry.kind, entry.pref_label, entry.name, *labels, entry.related, entry.broader)


def _words(values: Iterable[object]) -> Iterable[bytes]:
    return (repr(value).encode("utf-8", "surrogatepass") for value in values)
