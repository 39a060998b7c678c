"""Where the versions of a text part: the words that editors set against each other, and what they say of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from build_tools.model import Document
from build_tools.model.registers import Discrepancy
from build_tools.segmentation.alignment import Column
from build_tools.website.markup.framed_content import Span
from build_tools.website.pages.registers.linked_passages import register_path
from build_tools.website.survey.lookups import Corpus

_LEAD_ROW = 2  # the first row of the grid has the names of the languages


@dataclass(frozen=True, slots=True)
class Wordings:
    """The wordings of a text that differ from version to version.

    Attributes:
        spans: The words to frame in each block, by its id.
        notes: What the editors say of them, for the template: the `row` of the grid, and its `items`, each a title, a
            claim and where its page is.
    """

    spans: Mapping[str, tuple[Span, ...]]
    notes: list[dict[str, object]]


def compare_versions(document: Document, columns: tuple[Column, ...], corpus: Corpus) -> Wordings:
    """Return the wordings in which the versions of a text differ: those of a point that quotes several in one row.

    Args:
        document: The text.
        columns: Its versions side by side; without any nothing is compared.
        corpus: The edition.
    """
    blocks = corpus.blocks[document.source.id]
    spans: defaultdict[str, list[Span]] = defaultdict(list)
    items: defaultdict[int, list[dict[str, str]]] = defaultdict(list)
    for item in corpus.registry.discrepancies if columns else ():
        for row, quotes in _in_rows(item, document, columns).items():
            for block, quote in quotes:
                start = blocks[block].text.find(quote)
                spans[block] += [(start, start + len(quote))] if start >= 0 else []
            to = register_path(item).removesuffix(".md")
            items[row].append({"title": item.title, "claim": item.claim, "to": to})
    notes: list[dict[str, object]] = [{"row": row, "items": items[row]} for row in sorted(items)]
    return Wordings({block: tuple(found) for block, found in spans.items()}, notes)


def _in_rows(item: Discrepancy, document: Document, columns: tuple[Column, ...]) -> Mapping[int, list[tuple[str, str]]]:
    """Return the blocks that a point quotes in each row in which it quotes several versions, each with the words."""
    found: defaultdict[int, dict[str, list[tuple[str, str]]]] = defaultdict(dict)
    for row, lang, block in _cells(columns):
        for says in item.says:
            if (says.source, says.block) == (document.source.id, block) and says.quote:
                found[row].setdefault(lang, []).append((block, says.quote))
    return {
        row: [quote for quotes in langs.values() for quote in quotes] for row, langs in found.items() if len(langs) > 1
    }


def _cells(columns: tuple[Column, ...]) -> Iterator[tuple[int, str, str]]:
    for column in columns:
        for row, blocks in enumerate(column.rows, _LEAD_ROW):
            for block in blocks:
                yield row, column.lang, block
