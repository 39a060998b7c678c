"""The home page and the index of texts: an editor's introduction, then the contents of the edition."""

from __future__ import annotations

from collections.abc import Iterator

from build_tools.model import KINDS, PLURALS, Entry
from build_tools.model.findings import pluralise
from build_tools.website.markup.body_nodes import Block, Bullets, Content, Heading, Link
from build_tools.website.markup.composed_page import ComposedPage
from build_tools.website.naming import text_names
from build_tools.website.pages.indexes.cards import headnote_sentence, text_card
from build_tools.website.pages.indexes.index_page import HOME, Index, compose_index, count_span, swatch_span
from build_tools.website.pages.indexes.turning_points import register_counts, turning_points
from build_tools.website.pages.parts.date_chart import common_scale
from build_tools.website.survey.lookups import Corpus

SOURCES = "sources/index.md"
MOST_MENTIONED = 12
"""How many entries the home page lists as most mentioned."""


def home_page(corpus: Corpus) -> ComposedPage:
    """Compose the home page: the texts by date, the kinds of entry, the most mentioned entries."""
    texts, entries = pluralise(len(corpus.documents), "text"), pluralise(len(corpus.entries), "entry", "entries")
    scale = common_scale(document.source.issued for document in corpus.documents)
    contents: tuple[Block, ...] = (
        Heading(2, "the-texts", ("The texts",)),
        *(text_card(document, 3, scale) for document in corpus.documents),
        *turning_points(corpus),
        *register_counts(corpus),
        Heading(2, "the-glossary", ("The glossary",)),
        Bullets(tuple(_kinds(corpus))),
        *_most_mentioned(corpus),
    )
    # Readers who come for the texts see them before the rest of the introduction.
    index = Index("home", f"{texts}, annotated, with a glossary of {entries}.", above=contents)
    return compose_index(HOME, index, corpus)


def _kinds(corpus: Corpus) -> Iterator[Content]:
    for kind in KINDS:
        if number := sum(entry.kind == kind for entry in corpus.entries.values()):
            link = Link((PLURALS[kind],), f"glossary/index.md#{PLURALS[kind].lower()}")
            yield (swatch_span(kind), link, " ", count_span(number))


def _most_mentioned(corpus: Corpus) -> tuple[Block, ...]:
    named = [entry for entry in corpus.entries.values() if entry.id in corpus.named_by]
    most = sorted(named, key=lambda entry: -corpus.count(entry.id))[:MOST_MENTIONED]
    items = tuple(_entry_line(entry, corpus) for entry in most)
    return (Heading(2, "most-mentioned", ("Most mentioned",)), Bullets(items)) if items else ()


def _entry_line(entry: Entry, corpus: Corpus) -> Content:
    link = Link((entry.pref_label,), text_names.entry_path(entry.id))
    return (swatch_span(entry.kind), link, " ", count_span(corpus.count(entry.id)))


def sources_page(corpus: Corpus) -> ComposedPage:
    """Compose the index of texts: a card for each, by date."""
    texts = pluralise(len(corpus.documents), "text")
    scale = common_scale(document.source.issued for document in corpus.documents)
    cards = tuple(text_card(document, 2, scale, *headnote_sentence(document, corpus)) for document in corpus.documents)
    index = Index("sources", f"The {texts} of this edition in order of date.", below=cards)
    return compose_index(SOURCES, index, corpus)
