"""The rows of one text: itself, its makers, its blocks, the mentions in it and their concordance."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from hashlib import sha256

from build_tools.exports.resource_names import RAW, ResourceNames
from build_tools.exports.standoff.raw_places import PlacedMention, has_raw_file
from build_tools.exports.tables.row_formats import Row
from build_tools.exports.tables.table_fields import DataTable
from build_tools.exports.tables.text_tables import BLOCKS, CONCORDANCE, MAKERS, MENTIONS, TEXTS
from build_tools.linking.concordance import kwic_context
from build_tools.model import Document, Mention


def document_rows(
    document: Document, placed: Sequence[PlacedMention], names: ResourceNames
) -> Iterator[tuple[DataTable, Sequence[Row]]]:
    """Yield the rows of a text, by table.

    Args:
        document: The text as it is published.
        placed: The mentions in it that are shown.
        names: How things are named.
    """
    identifier = document.source.id
    yield TEXTS, [_text_row(document, names)]
    yield (
        MAKERS,
        [
            (identifier, number, maker.name, maker.entry, maker.role, maker.kind, maker.affiliation)
            for number, maker in enumerate(document.source.creators, 1)
        ],
    )
    address, is_raw = names.text(identifier), has_raw_file(document)
    yield (
        BLOCKS,
        [
            (
                *(identifier, block.id, block.role, block.lang, block.level),
                *((block.start, block.end) if is_raw and block.spans else (None, None)),
                *(block.text, f"{address}#{block.id}"),
            )
            for block in document.blocks
        ],
    )
    yield MENTIONS, list(map(mention_row, placed))
    words = {block.id: block.text for block in document.blocks}
    yield CONCORDANCE, [_concordance_row(place.mention, words[place.mention.block]) for place in placed]


def _text_row(document: Document, names: ResourceNames) -> Row:
    source, is_raw = document.source, has_raw_file(document)
    return (
        *(source.id, source.title, source.title_stated, "; ".join(maker.name for maker in source.creators)),
        *(source.publisher, source.issued, source.modified, " ".join(source.languages), source.genre, source.url),
        *(source.rights.statement, source.rights.notice, source.rights.publish, names.text(source.id)),
        f"{RAW}{source.seed}" if is_raw else None,
        sha256(source.text.encode()).hexdigest() if is_raw else None,
        len(source.text) if is_raw else None,
    )


def mention_row(placed: PlacedMention) -> Row:
    """Return the row of a mention."""
    mention, exact, start, end = placed
    return mention.document, mention.block, mention.start, mention.end, start, end, exact, mention.entry, mention.rule


def _concordance_row(mention: Mention, words: str) -> Row:
    return (
        mention.entry,
        mention.document,
        mention.block,
        mention.start,
        *kwic_context(words, mention.start, mention.end),
    )
