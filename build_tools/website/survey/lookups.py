"""The order and the indexes of an edition, computed once for all pages."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from build_tools.edition.event_passages import reporting_passages
from build_tools.edition.publication.publications import Publication
from build_tools.model import NUMBERED_ROLES, Block, Document, Entry, Label, Mention
from build_tools.model.thesaurus.relations import relate
from build_tools.website.naming.addresses import entry_path, source_path
from build_tools.website.naming.foreign_words import mark_foreign
from build_tools.website.naming.short_names import short_names
from build_tools.website.naming.text_names import citation, makers
from build_tools.website.survey.edition_data import Edition
from build_tools.website.survey.page_order import Neighbours, label_order, order_pages, time_order
from build_tools.website.survey.periods import Period, periods_of
from build_tools.website.survey.register_lookups import Registry, survey_registers

Places = Mapping[str, int]
"""How often something is named, by block id."""


@dataclass(frozen=True, slots=True)
class Corpus:
    """An edition with its indexes.

    Attributes:
        edition: What it was computed from.
        documents: The texts in order of date, then id.
        entries: The entries by id, in order of label.
        rank: The position of each entry in that order, from 0.
        by_id: The texts by id.
        blocks: The blocks of each text, by document id and block id.
        paragraphs: The positions of the numbered blocks, from 0, by document id and block id.
        named_in: How often the blocks of a text speak of an entry, by document id and entry id: how often they name it
            or, for an event, report it in plain words. Blocks are in their order.
        named_by: The same by entry id and document id.
        reports: The passages that report an event in plain words, by document id.
        related: Ids of related entries, in both directions and none of them above or below, sorted by label.
        narrower: Ids of the entries that have the entry as their broader one, sorted by label.
        rivals: Ids of the entries that share a label with the entry, sorted by label.
        organisations: The ids of organisations by any of their labels, case folded.
        registry: The registers with their indexes.
        short_names: The short name of each text, by its id.
        shared_citations: How lists cite more than one text.
        shared_facts: The fields in which all of several texts are the same, which rows of lists need not say: creators,
            makers, genre, publisher.
        periods: The years in which the texts were written.
        neighbours: The pages before and after each page of a text, an entry, a difference or a quotation, by its path.
        item_titles: The titles of differences and quotations, by the paths of their pages.
    """

    edition: Edition
    documents: tuple[Document, ...]
    entries: Mapping[str, Entry]
    rank: Mapping[str, int]
    by_id: Mapping[str, Document]
    blocks: Mapping[str, Mapping[str, Block]]
    paragraphs: Mapping[str, Mapping[str, int]]
    named_in: Mapping[str, Mapping[str, Places]]
    named_by: Mapping[str, Mapping[str, Places]]
    reports: Mapping[str, tuple[Mention, ...]]
    related: Mapping[str, tuple[str, ...]]
    narrower: Mapping[str, tuple[str, ...]]
    rivals: Mapping[str, tuple[str, ...]]
    organisations: Mapping[str, str]
    registry: Registry
    short_names: Mapping[str, str]
    shared_citations: frozenset[str]
    shared_facts: frozenset[str]
    periods: tuple[Period, ...]
    neighbours: Mapping[str, Neighbours]
    item_titles: Mapping[str, str]

    def count(self, entry: str) -> int:
        """Count how often the texts speak of the entry."""
        return sum(sum(places.values()) for places in self.named_by.get(entry, {}).values())

    def in_order(self, identifiers: Iterable[str]) -> tuple[Document, ...]:
        """Return the documents with these ids, which are in order of date if they come from `named_by`."""
        return tuple(self.by_id[identifier] for identifier in identifiers)

    def body(self, path: str) -> str:
        """Return the hand-written Markdown of a page, foreign words marked; empty if there is none.

        Args:
            path: The path of the page, below docs/.
        """
        return mark_foreign(self.edition.bodies.get(path, ""), self.edition.language)

    def block(self, mention: Mention) -> Block:
        """Return the block of a mention."""
        return self.blocks[mention.document][mention.block]

    def publication(self, source: str) -> Publication | None:
        """Return what is shown of a text that is not published in full; None for one that is."""
        return self.edition.publications.get(source)

    def language_of(self, lang: str) -> str | None:
        """Return the language for a `lang` attribute; None for the site's own."""
        return None if lang == self.edition.language else lang


def page_fields(
    path: str, corpus: Corpus, fields: Mapping[str, str | tuple[str, ...]]
) -> dict[str, str | tuple[str, ...]]:
    """Return the fields of a page's front matter, with the day its hand-written file last changed.

    The theme's navigation is hidden, since our pages have their own.

    Args:
        path: The path of the page, below docs/.
        corpus: The edition.
        fields: The other fields.
    """
    changed = corpus.edition.changed.get(path)
    return {**fields, **({"changed": changed} if changed else {}), "hide": ("navigation", "toc")}


def survey(edition: Edition) -> Corpus:
    """Sort an edition and count which block names which entry, in one pass over its mentions."""
    documents = sorted(edition.documents, key=lambda document: time_order(document.source.issued, document.source.id))
    entries = {entry.id: entry for entry in sorted(edition.entries, key=lambda entry: (label_order(entry), entry.id))}
    rank = {identifier: number for number, identifier in enumerate(entries)}
    reports = reporting_passages(documents, edition.mentions, edition.entries)
    blocks = {document.source.id: {block.id: block for block in document.blocks} for document in documents}
    named_in = _counted_by_text(edition, reports, blocks)
    named_by: dict[str, dict[str, Counter[str]]] = defaultdict(dict)
    for identifier, named in named_in.items():
        for entry, places in named.items():
            named_by[entry][identifier] = places
    registry = survey_registers(edition)
    relations = relate(entries.values())
    items = (registry.discrepancies, registry.agreements, registry.quotations)
    item_paths = [[item.path.removeprefix("docs/") for item in row] for row in items]
    return Corpus(
        edition=edition,
        documents=tuple(documents),
        entries=entries,
        rank=rank,
        by_id={document.source.id: document for document in documents},
        blocks=blocks,
        paragraphs={document.source.id: _numbered(document) for document in documents},
        named_in=named_in,
        named_by=named_by,
        reports=reports,
        related=_in_order(rank, relations.related),
        narrower=_in_order(rank, relations.narrower),
        rivals=_in_order(rank, _rivals(entries)),
        organisations=_organisations(entries),
        registry=registry,
        short_names=edition.short_names or short_names((document.source for document in documents), entries.values()),
        shared_citations=_shared(citation(document.source) for document in documents),
        shared_facts=_shared_facts(documents),
        periods=periods_of(documents),
        neighbours=order_pages(
            [source_path(document.source.id) for document in documents], map(entry_path, entries), *item_paths
        ),
        item_titles={item.path.removeprefix("docs/"): item.title for row in items for item in row},
    )


def _shared(citations: Iterable[str]) -> frozenset[str]:
    return frozenset(words for words, number in Counter(citations).items() if number > 1)


def _counted_by_text(
    edition: Edition, reports: Mapping[str, Sequence[Mention]], blocks: Mapping[str, Mapping[str, Block]]
) -> dict[str, dict[str, Counter[str]]]:
    counts: dict[str, dict[str, Counter[str]]] = {}
    for identifier, of_text in blocks.items():
        passages: Sequence[Mention] = edition.mentions.get(identifier, ())
        if identifier in reports:
            order = {block: number for number, block in enumerate(of_text)}
            passages = sorted((*passages, *reports[identifier]), key=lambda passage: order[passage.block])
        counts[identifier] = _counted(passages)
    return counts


def _shared_facts(documents: Sequence[Document]) -> frozenset[str]:
    facts: dict[str, AbstractSet[object]] = {
        "creators": {tuple(creator.name for creator in document.source.creators) for document in documents},
        "makers": {makers(document.source) for document in documents},
        "genre": {document.source.genre for document in documents},
        "publisher": {document.source.publisher for document in documents},
    }
    return frozenset(name for name, values in facts.items() if len(values) == 1 < len(documents))


def _counted(mentions: Iterable[Mention]) -> dict[str, Counter[str]]:
    """Count how often each block names each entry, by entry id and block id."""
    counts: dict[str, Counter[str]] = {}
    for mention in mentions:
        counts.setdefault(mention.entry, Counter())[mention.block] += 1
    return counts


def _numbered(document: Document) -> dict[str, int]:
    numbered = (block.id for block in document.blocks if block.role in NUMBERED_ROLES)
    return {identifier: number for number, identifier in enumerate(numbered)}


def _organisations(entries: Mapping[str, Entry]) -> dict[str, str]:
    by_label: dict[str, str] = {}
    for entry in entries.values():
        if entry.kind == "organisation":
            for text in (entry.pref_label, entry.name, *(label.text for label in entry.alt_labels)):
                by_label.setdefault(text.casefold(), entry.id)
    return by_label


def _in_order(rank: Mapping[str, int], linked: Mapping[str, Iterable[str]]) -> dict[str, tuple[str, ...]]:
    """Sort the ids linked to each entry, without unknown ones and the entry's own."""
    return {
        entry: tuple(sorted({target for target in targets if target in rank and target != entry}, key=rank.__getitem__))
        for entry, targets in linked.items()
    }


def _rivals(entries: Mapping[str, Entry]) -> Mapping[str, Iterable[str]]:
    """Return the ids of entries that own or share one of an entry's shared labels, in both directions."""
    owners: dict[str, set[str]] = defaultdict(set)
    sharers: dict[str, set[str]] = defaultdict(set)
    for entry in entries.values():
        labels: tuple[Label, ...] = (*entry.alt_labels, *entry.short_labels)
        for text in (entry.pref_label, entry.name, *(label.text for label in labels)):
            owners[text].add(entry.id)
        for label in entry.shared_labels:
            sharers[label.text].add(entry.id)
    rivals: dict[str, set[str]] = defaultdict(set)
    for text, sharing in sharers.items():
        for sharer in sharing:
            rivals[sharer] |= owners[text] | sharing
        for owner in owners[text]:
            rivals[owner] |= sharing
    return rivals
