"""The comparison of terms: the wordings of an entry in each language of a multilingual text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from build_tools.model import Document, Entry, Mention
from build_tools.model.findings import pluralise
from build_tools.model.registers import Discrepancy
from build_tools.website.markup.body_nodes import (
    Block,
    Bullets,
    Content,
    Division,
    Heading,
    Inline,
    LineBreak,
    Link,
    Phrase,
    Table,
)
from build_tools.website.markup.composed_page import ComposedPage
from build_tools.website.naming import text_names
from build_tools.website.naming.vocabulary import language_name
from build_tools.website.pages.indexes.index_page import Index, compose_index, count_span, scrolling
from build_tools.website.pages.registers import linked_passages
from build_tools.website.survey.lookups import Corpus

TERMS = "terms.md"
FEWEST_LANGUAGES = 2
"""A term is compared if it is named in at least this many languages."""

_NO_FORM = "–"


def terms_page(corpus: Corpus) -> ComposedPage:
    """Compose the comparison, a table for each text in several languages."""
    blocks: list[Block] = []
    number = 0
    for document in corpus.documents:
        if len(document.source.languages) >= FEWEST_LANGUAGES:
            rows = _rows(document, corpus)
            number += len(rows)
            blocks += _comparison(document, rows, corpus)
    index = Index("terms", f"{pluralise(number, 'term')} compared across languages.", below=tuple(blocks))
    return compose_index(TERMS, index, corpus)


Forms = dict[str, dict[str, list[Mention]]]
"""The mentions of one entry, by language, then by exact form."""


def _rows(document: Document, corpus: Corpus) -> list[tuple[Entry, Forms]]:
    """Return the entries that a text names in two languages or more, in order of label."""
    forms: dict[str, Forms] = {}
    for mention in corpus.edition.mentions.get(document.source.id, ()):
        lang = corpus.block(mention).lang
        exact = " ".join(mention.exact.split())
        forms.setdefault(mention.entry, {}).setdefault(lang, {}).setdefault(exact, []).append(mention)
    named = ((corpus.entries[entry], by_language) for entry, by_language in forms.items() if entry in corpus.entries)
    return sorted((row for row in named if len(row[1]) >= FEWEST_LANGUAGES), key=lambda row: corpus.rank[row[0].id])


def _comparison(document: Document, rows: list[tuple[Entry, Forms]], corpus: Corpus) -> Iterator[Block]:
    source = document.source
    identifier = f"in-{source.id}"
    divergences = _divergences(document, corpus)
    title = Link((text_names.citation(source),), text_names.source_path(source.id))
    yield Heading(2, identifier, (title, " ", count_span(len(rows))), ("of-kind",))
    table = Table(
        (("Entry",), *((language_name(tag),) for tag in source.languages)),
        tuple(
            (
                _first_cell(entry, divergences, corpus),
                *(_cell(forms.get(tag, {}), tag, corpus) for tag in source.languages),
            )
            for entry, forms in rows
        ),
    )
    yield scrolling(table, identifier, "terms")
    yield from _divergence_list(divergences)


def _first_cell(entry: Entry, divergences: Iterable[Discrepancy], corpus: Corpus) -> Content:
    cell: list[Inline] = [linked_passages.entry_link(entry.id, corpus)]
    for divergence in divergences:
        if entry.id in divergence.about:
            cell += [" ", linked_passages.difference_sign(divergence, f"on {entry.name}")]
    return tuple(cell)


def _cell(forms: dict[str, list[Mention]], lang: str, corpus: Corpus) -> Content:
    cell: list[Inline] = []
    for exact, mentions in forms.items():
        target = f"{text_names.source_path(mentions[0].document)}#{mentions[0].block}"
        cell += [LineBreak()] if cell else []
        cell.append(Link((exact,), target, ("form",), lang=corpus.language_of(lang)))
        cell += [" ", Phrase((f"×{len(mentions)}",), ("times",))] if len(mentions) > 1 else []
    return tuple(cell) or (_NO_FORM,)


def _divergences(document: Document, corpus: Corpus) -> tuple[Discrepancy, ...]:
    """Return the discrepancies of translation that concern a text."""
    return tuple(
        discrepancy
        for discrepancy in corpus.registry.discrepancies
        if discrepancy.kind == "translation"
        and any(testimony.source == document.source.id for testimony in discrepancy.says)
    )


def _divergence_list(divergences: tuple[Discrepancy, ...]) -> tuple[Block, ...]:
    if not divergences:
        return ()
    items = tuple(
        (linked_passages.item_link(divergence), " ", Phrase((divergence.claim,), ("def",)))
        for divergence in divergences
    )
    title = ("Where the languages diverge", " ", count_span(len(divergences)))
    heading = Heading(3, "where-languages-diverge", title)
    return (heading, Division((Bullets(items),), ("register",)))
