"""All the data of an edition as files, in pieces: one text after the other, so that memory never holds all of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain

from build_tools.edition.publication.published_edition import PublishedEdition
from build_tools.exports.gathered_pieces import GatheredPieces, Piece
from build_tools.exports.packaging.data_package import FORMATS, NO_ROWS, PACKAGE, README, data_package
from build_tools.exports.packaging.described_data import DataSettings, Tally
from build_tools.exports.packaging.readme import readme
from build_tools.exports.packaging.research_object import METADATA, research_object
from build_tools.exports.resource_names import RAW, ResourceNames, names_at
from build_tools.exports.skos import vocabulary_files
from build_tools.exports.standoff.annotation_pages import (
    COLLECTION,
    CONTEXT_FILE,
    FOLDER,
    AnnotationPages,
    annotations_of,
)
from build_tools.exports.standoff.raw_places import PlacedMention, has_raw_file, place_mentions
from build_tools.exports.standoff.source_maps import FOLDER as MAPS
from build_tools.exports.standoff.source_maps import source_map_json
from build_tools.exports.standoff.stam_store import STAM_END, STORE, stam_annotations, stam_head
from build_tools.exports.standoff.web_annotations import context_file
from build_tools.exports.tables.document_rows import document_rows
from build_tools.exports.tables.row_formats import Row, csv_head, rows_as_csv, rows_as_json
from build_tools.exports.tables.table_fields import DataTable
from build_tools.exports.tables.written_rows import written_rows
from build_tools.exports.tables.written_tables import TABLES
from build_tools.exports.tei import tei_files
from build_tools.model import Document
from build_tools.website.naming.data_files import DATA_FOLDER


def data_pieces(published: PublishedEdition, settings: DataSettings) -> Iterator[Piece]:
    """Yield the files of the data in pieces; the same edition gives the same bytes.

    Args:
        published: The edition as it is published; nothing else is looked at.
        settings: What the edition says of its data.
    """
    tally = Tally()
    folders = set()
    for path, piece in _all_pieces(published, settings):
        top, slash, _ = path.partition("/")
        folders.add(top + slash)
        if not slash or path == COLLECTION:
            tally.count(path, piece)
        yield path, piece
    package = data_package(settings, tally)
    tally.count(PACKAGE, package)
    yield PACKAGE, package
    yield METADATA, research_object(settings, tally, folders)


def _all_pieces(published: PublishedEdition, settings: DataSettings) -> Iterator[Piece]:
    names, gathered = names_at(settings.site.url), GatheredPieces()
    tables, raw = _WrittenTables(gathered), _RawFiles(published, settings, names, gathered)
    yield README, readme(settings)
    yield CONTEXT_FILE, context_file()
    for document in published.documents:
        placed = place_mentions(document, published.mentions.get(document.source.id, ()))
        for table, rows in document_rows(document, placed, names):
            yield from tables.add(table, rows)
        if has_raw_file(document):
            yield from raw.add(document, placed)
    for table, rows in written_rows(published.entries, published.registers, names, settings.language):
        yield from tables.add(table, rows)
    yield from tables.finish()
    yield from raw.finish()
    yield from gathered.rest()
    others = (vocabulary_files, tei_files)
    for path, data in chain.from_iterable(files(published, settings.site, settings.language) for files in others):
        yield path.removeprefix(DATA_FOLDER), data


class _WrittenTables:
    """Every table in every format, written as rows come."""

    def __init__(self, gathered: GatheredPieces) -> None:
        self._gathered = gathered
        self._begun: set[str] = set()

    def add(self, table: DataTable, rows: Sequence[Row]) -> Iterator[Piece]:
        if rows:
            head, mark = (csv_head(table), "[\n") if table.name not in self._begun else ("", ",\n")
            self._begun.add(table.name)
            yield from self._write(table, head + rows_as_csv(rows), mark + rows_as_json(rows, table))

    def finish(self) -> Iterator[Piece]:
        for table in TABLES:
            is_empty = table.name not in self._begun
            yield from self._write(table, csv_head(table) if is_empty else "", NO_ROWS if is_empty else "\n]\n")

    def _write(self, table: DataTable, *texts: str) -> Iterator[Piece]:
        for ending, text in zip(FORMATS, texts, strict=True):
            yield from self._gathered.add(f"{table.name}.{ending}", text)


class _RawFiles:
    """The raw files of the texts that are published in full, and what points into them."""

    def __init__(
        self, published: PublishedEdition, settings: DataSettings, names: ResourceNames, gathered: GatheredPieces
    ) -> None:
        documents = [document for document in published.documents if has_raw_file(document)]
        texts = [document.source.id for document in documents]
        self._names, self._gathered = names, gathered
        self._pages = AnnotationPages(texts, f"{settings.title}: mentions", names)
        self._mark = stam_head(documents, published.mentions)

    def add(self, document: Document, placed: Sequence[PlacedMention]) -> Iterator[Piece]:
        source = document.source
        yield f"{RAW}{source.seed}", source.text.encode()
        yield f"{FOLDER}{source.id}.json", self._pages.page(document, annotations_of(document, placed, self._names))
        yield f"{MAPS}{source.id}.json", source_map_json(document)
        if annotations := stam_annotations(document, placed):
            yield from self._gathered.add(STORE, self._mark + annotations)
            self._mark = ",\n"

    def finish(self) -> Iterator[Piece]:
        yield COLLECTION, self._pages.collection()
        yield from self._gathered.add(STORE, (self._mark if self._mark != ",\n" else "") + STAM_END)
