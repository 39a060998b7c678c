"""The page of a text: head, headnote, the text itself, how to cite it, its coverage, and its sidebar."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import partial

from build_tools.model import Document, Source
from build_tools.segmentation.alignment import Column, align
from build_tools.text.prose.heading_ids import add_heading_ids
from build_tools.website.localisation import for_translation, keep_language, translate
from build_tools.website.markup.as_data import runs
from build_tools.website.markup.body_nodes import Block, EditorBlocks, Paragraph, Slot
from build_tools.website.markup.composed_page import ComposedPage, DeferredPage
from build_tools.website.naming import text_names
from build_tools.website.naming.addresses import source_path
from build_tools.website.naming.date_words import day_in_words
from build_tools.website.naming.vocabulary import genre_in_words
from build_tools.website.pages.entry.withdrawn_pages import withdrawal_words
from build_tools.website.pages.metadata import source_metadata
from build_tools.website.pages.parts.next_pages import next_pages
from build_tools.website.pages.parts.sidebar import linked_words, text_sidebar
from build_tools.website.pages.parts.signposts import source_signposts
from build_tools.website.pages.registers.after_text import after_text
from build_tools.website.pages.registers.margin_signs import margin_signs
from build_tools.website.pages.registers.parallel_wordings import compare_versions
from build_tools.website.pages.source import source_head
from build_tools.website.pages.source.citation_box import citation_box
from build_tools.website.pages.source.coverage import coverage
from build_tools.website.pages.source.former_numbers import former_numbers
from build_tools.website.pages.source.parallel_columns import PLACES_SHEET, language_choice
from build_tools.website.pages.source.source_body import Arrangement, LinkedText, arrange, mark_mentions, text_body
from build_tools.website.pages.source.withheld_body import withheld_body, withheld_notice
from build_tools.website.survey.lookups import Corpus, page_fields

_TEMPLATE = "source.html"
_BY_EDITORS = for_translation("The editors.")
_BELOW = for_translation("Everything below this line is the source’s own wording.")


def defer_source_page(document: Document, corpus: Corpus, inputs: bytes) -> DeferredPage:
    """Return the page of one text, to be composed when it is wanted.

    Args:
        document: The text.
        corpus: The edition.
        inputs: A digest of all that the page is composed from.
    """
    path = source_path(document.source.id)
    compose = keep_language(partial(source_page, document, corpus))
    return DeferredPage(
        path, _TEMPLATE, _fields(document, corpus), compose, inputs, tuple(_headnote(path, corpus)), path
    )


def source_page(document: Document, corpus: Corpus, fields: Mapping[str, str | tuple[str, ...]]) -> ComposedPage:
    """Compose the page of one text, with this front matter."""
    source = document.source
    path = source_path(source.id)
    arrangement = arrange(document)
    signs = list(margin_signs(document, corpus))
    marked = [str(sign["block"]) for sign in signs]
    linked = mark_mentions(document, arrangement, corpus.edition.mentions.get(source.id, ()), corpus, marked)
    columns = columns_of(document, corpus)
    wordings = compare_versions(document, columns, corpus)
    linked = replace(linked, framed=wordings.spans)
    body = tuple(_body(document, arrangement, linked, columns))
    words = linked_words(document, corpus)
    around = {
        "metadata": source_metadata(source, corpus),
        "signposts": source_signposts(source, corpus),
        "kicker": runs(source_head.kicker(source)),
        "facts": source_head.facts(document, corpus),
        "reasons": source_head.reasons(source),
        "colophon": " ".join(map(translate, (_BY_EDITORS,) if source.is_withheld else (_BY_EDITORS, _BELOW))),
        "contents": source_head.contents(body, corpus.blocks[source.id], words),
        "has_modes": bool(corpus.edition.mentions.get(source.id)) and not corpus.publication(source.id),
        "languages": language_choice(columns),
        "wordings": wordings.notes,
        "signs": signs,
        "cite": citation_box(source, corpus),
        "differ": after_text(document, corpus),
        "next": next_pages(path, corpus),
        "coverage": coverage(document, corpus),
        "sidebar": text_sidebar(document, words, corpus),
    }
    return ComposedPage(path, _TEMPLATE, fields, around, body, path)


def _body(
    document: Document, arrangement: Arrangement, linked: LinkedText, columns: tuple[Column, ...]
) -> Iterator[Block]:
    """Yield the head, the introduction, and the text or what is shown of it, with the places of what is around them."""
    source, corpus = document.source, linked.corpus
    yield source_head.title_heading(source, arrangement, linked)
    yield from source_head.head_paragraphs(arrangement, linked)
    for block in (arrangement.title, *arrangement.head):
        yield from linked.margin(block) if block else ()
    yield Slot("facts")
    for headnote in _headnote(source_path(source.id), corpus):
        yield Slot("headnote")
        yield Paragraph((translate("About this text"),), "about-this-text", ("label",))
        yield headnote
        yield Slot("colophon")
    yield Slot("modes")
    if publication := corpus.publication(source.id):
        yield from _withdrawn(source, corpus)
        yield withheld_notice(source, publication)
        yield withheld_body(document, arrangement, linked)
    else:
        yield text_body(arrangement, linked, columns)
        yield from former_numbers(document)


def _withdrawn(source: Source, corpus: Corpus) -> Iterator[Paragraph]:
    for withdrawal in corpus.edition.withdrawals:
        if withdrawal.is_text and withdrawal.id == source.id:
            yield Paragraph(withdrawal_words(withdrawal, corpus), classes=("withheld",))


def _headnote(path: str, corpus: Corpus) -> Iterator[EditorBlocks]:
    """Yield what the editors say of a text, if they say anything."""
    if (headnote := corpus.body(path)).strip():
        yield EditorBlocks(add_heading_ids(headnote))


def columns_of(document: Document, corpus: Corpus) -> tuple[Column, ...]:
    """Return the parallel versions of a text side by side; none if it has no versions, or is not shown in full."""
    return () if corpus.publication(document.source.id) else align(document)


def _fields(document: Document, corpus: Corpus) -> dict[str, str | tuple[str, ...]]:
    source = document.source
    fields: dict[str, str | tuple[str, ...]] = {
        **({"styles": (PLACES_SHEET,)} if columns_of(document, corpus) else {}),
        "title": source.title,
        "description": _description(document, corpus),
        "kind": "source",
    }
    return page_fields(source_path(source.id), corpus, fields)


def _description(document: Document, corpus: Corpus) -> str:
    source: Source = document.source
    day = day_in_words(source.issued) if source.issued else ""
    known = [text_names.citation(source), genre_in_words(source.genre), day]
    about, length = ". ".join(part for part in known if part), source_head.length_of(document, corpus)
    return translate("{about}. {length}, annotated.", about=about, length=length)
