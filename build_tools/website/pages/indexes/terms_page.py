"""The comparison of terms: the wordings of an entry in each language of a multilingual text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from build_tools.model import Block as TextBlock
from build_tools.model import Document, Entry, Mention
from build_tools.model.registers import Discrepancy
from build_tools.website.localisation import for_translation, translate, translate_count
from build_tools.website.markup.body_nodes import (
    Block,
    Bullets,
    Content,
    Division,
    Heading,
    Inline,
    LineBreak,
    Link,
    Paragraph,
    Phrase,
    Table,
)
from build_tools.website.markup.composed_page import ComposedPage
from build_tools.website.naming import text_names
from build_tools.website.naming.addresses import source_path
from build_tools.website.naming.vocabulary import language_name
from build_tools.website.pages.indexes.index_page import Index, compose_index, count_span, scrolling
from build_tools.website.pages.registers import linked_passages
from build_tools.website.survey.lookups import Corpus
from build_tools.website.survey.unlinked_names import unlinked_name

TERMS = "terms.md"
FEWEST_LANGUAGES = 2
"""A term is compared if it is named in at least this many languages."""

_NO_FORM = "–"
_NO_FORM_MEANS = for_translation("none of the names that the glossary has for it stands in this language’s version")


def terms_page(corpus: Corpus) -> ComposedPage:
    """Compose the comparison, a table for each text in several languages."""
    blocks: list[Block] = []
    number = 0
    for document in corpus.documents:
        if len(document.source.languages) >= FEWEST_LANGUAGES:
            rows = _rows(document, corpus)
            number += len(rows)
            blocks += _comparison(document, rows, corpus)
    description = translate_count(
        number, "{number} term compared across languages.", "{number} terms compared across languages."
    )
    index = Index("terms", description, below=tuple(blocks), has_content=number > 0)
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
    title = Link((text_names.citation(source),), source_path(source.id))
    yield Heading(2, identifier, (title, " ", count_span(len(rows))), ("of-kind",))
    table = Table(
        ((translate("Entry"),), *((language_name(tag),) for tag in source.languages)),
        tuple(
            (
                _first_cell(entry, divergences, corpus),
                *(_cell(entry, forms.get(tag, {}), tag, document, corpus) for tag in source.languages),
            )
            for entry, forms in rows
        ),
    )
    yield scrolling(table, identifier, "terms")
    if any((_NO_FORM,) in row for row in table.rows):
        yield Paragraph((_NO_FORM + " " + translate(_NO_FORM_MEANS),), classes=("legend",))
    yield from _divergence_list(divergences)


def _first_cell(entry: Entry, divergences: Iterable[Discrepancy], corpus: Corpus) -> Content:
    cell: list[Inline] = [linked_passages.entry_link(entry.id, corpus)]
    for divergence in divergences:
        if entry.id in divergence.about:
            cell += [" ", linked_passages.difference_sign(divergence, entry.name)]
    return tuple(cell)


def _cell(entry: Entry, forms: dict[str, list[Mention]], lang: str, document: Document, corpus: Corpus) -> Content:
    """Return the forms in one language; failing these a name within a longer one, failing that a dash."""
    cell: list[Inline] = []
    for exact, mentions in forms.items():
        cell += [LineBreak()] if cell else []
        cell.append(_form(exact, corpus.block(mentions[0]), document, corpus))
        cell += [" ", Phrase((f"×{len(mentions)}",), ("times",))] if len(mentions) > 1 else []
    if not cell and (name := unlinked_name(entry, document, lang, corpus)):
        cell.append(_form(*name, document, corpus))
    return tuple(cell) or (_NO_FORM,)


def _form(words: str, block: TextBlock, document: Document, corpus: Corpus) -> Link:
    """Return a form as a link to where it stands, which its name says: many cells have the same words."""
    place = text_names.with_place(corpus.short_names[document.source.id], text_names.place_name(block))
    target = f"{source_path(document.source.id)}#{block.id}"
    return Link((words,), target, ("form",), f"{words}, {place}", corpus.language_of(block.lang))


def _divergences(document: Document, corpus: Corpus) -> tuple[Discrepancy, ...]:
    """Return the discrepancies of translation that quote a text in two of its languages or more."""
    languages = {block.id: block.lang for block in document.blocks}

    def compared(discrepancy: Discrepancy) -> set[str]:
        blocks = (passage.block for passage in discrepancy.says if passage.source == document.source.id)
        return {languages[block] for block in blocks if block in languages}

    translations = (point for point in corpus.registry.discrepancies if point.kind == "translation")
    return tuple(point for point in translations if len(compared(point)) >= FEWEST_LANGUAGES)


def _divergence_list(divergences: tuple[Discrepancy, ...]) -> tuple[Block, ...]:
    if not divergences:
        return ()
    items = tuple(
        (linked_passages.item_link(divergence), " ", Phrase((divergence.claim,), ("def",)))
        for divergence in divergences
    )
    title = (translate("Where the languages diverge"), " ", count_span(len(divergences)))
    heading = Heading(3, "where-languages-diverge", title)
    return (heading, Division((Bullets(items),), ("register",)))
