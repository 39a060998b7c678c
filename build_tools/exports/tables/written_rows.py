"""The rows of what editors wrote: entries with their names and relations, differences, quotations, outside sources."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from build_tools.edition.outside_citations import works_cited_in
from build_tools.exports.resource_names import ResourceNames
from build_tools.exports.tables.row_formats import Row
from build_tools.exports.tables.table_fields import DataTable
from build_tools.exports.tables.written_tables import (
    DIFFERENCES,
    ENTRIES,
    LABELS,
    OUTSIDE,
    PASSAGES,
    QUOTATIONS,
    RELATIONS,
    VERSIONS,
)
from build_tools.model import Entry
from build_tools.model.registers import Discrepancy, OutsideWork, Quotation, Registers, Testimony
from build_tools.model.thesaurus.relations import relate


def written_rows(
    entries: Iterable[Entry], registers: Registers, names: ResourceNames, language: str
) -> Iterator[tuple[DataTable, Sequence[Row]]]:
    """Yield the rows of entries and registers, by table.

    Args:
        entries: The glossary as it is published.
        registers: The registers as they are published.
        names: How things are named.
        language: The language of the site, which is that of preferred labels.
    """
    listed = tuple(entries)
    yield ENTRIES, [_entry_row(entry, names) for entry in listed]
    yield LABELS, [row for entry in listed for row in _label_rows(entry, language)]
    yield RELATIONS, sorted(_relation_rows(listed))
    yield DIFFERENCES, [_difference_row(item, names) for item in registers.discrepancies]
    yield (
        PASSAGES,
        [
            (item.id, number, *_passage(said))
            for item in registers.discrepancies
            for number, said in enumerate(item.says, 1)
        ],
    )
    yield QUOTATIONS, [_quotation_row(item, names) for item in registers.quotations]
    yield (
        VERSIONS,
        [
            (item.id, number, version.source, version.block, version.quote, version.lang, version.via)
            for item in registers.quotations
            for number, version in enumerate(item.versions, 1)
        ],
    )
    yield OUTSIDE, [_outside_row(work) for work in registers.outside_works]


def _entry_row(entry: Entry, names: ResourceNames) -> Row:
    return entry.id, entry.kind, entry.pref_label, entry.definition, entry.notation, names.entry(entry.id)


def _label_rows(entry: Entry, language: str) -> Iterator[Row]:
    yield entry.id, entry.pref_label, language, "preferred"
    uses = (
        *(("alternative", entry.alt_labels), ("short", entry.short_labels), ("shared", entry.shared_labels)),
        *(("hidden", entry.hidden_labels), ("search", entry.search_labels)),
    )
    for use, labels in uses:
        for label in labels:
            yield entry.id, label.text, label.lang, use


def _relation_rows(entries: Sequence[Entry]) -> Iterator[tuple[str, str, str]]:
    relations = relate(entries)
    for entry in entries:
        yield from ((entry.id, "broader", other) for other in relations.broader[entry.id])
        yield from ((entry.id, "related", other) for other in relations.related[entry.id])


def _difference_row(item: Discrepancy, names: ResourceNames) -> Row:
    return (
        *(item.id, item.title, item.claim, item.kind, " ".join(item.about), item.known, item.reading),
        *(item.confidence, " ".join(works_cited_in(item.outside)), names.page(item.path.removeprefix("docs/"))),
    )


def _passage(said: Testimony) -> Row:
    by = (said.by.kind, said.by.name) if said.by else (None, None)
    return said.source, said.block, said.quote, said.gloss, *by


def _quotation_row(item: Quotation, names: ResourceNames) -> Row:
    return (
        *(item.id, item.title, item.speaker, item.speaker_name, item.occasion, item.date, item.chain),
        *(" ".join(item.about), names.page(item.path.removeprefix("docs/"))),
    )


def _outside_row(work: OutsideWork) -> Row:
    return (
        *(work.id, work.title, work.translated_title, work.publisher, "; ".join(work.creators), work.date, work.url),
        *(work.archived, work.language, work.official, work.affiliation, work.read_through, work.notes),
    )
