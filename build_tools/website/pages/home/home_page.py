"""The home page: an editor's introduction, then ways into the edition, whether it has five texts or a thousand."""

from __future__ import annotations

from collections.abc import Iterator

from build_tools.model import KINDS, PLURALS, Entry
from build_tools.website.localisation import translate
from build_tools.website.markup.body_nodes import Block, Bullets, Content, Division, Heading, Link, Phrase
from build_tools.website.markup.composed_page import ComposedPage
from build_tools.website.naming.addresses import entry_path
from build_tools.website.naming.counted_things import counted_entries, counted_texts
from build_tools.website.naming.vocabulary import kind_in_plural
from build_tools.website.pages.home.reading_lesson import reading_lesson
from build_tools.website.pages.home.search_examples import ask, most_mentioned
from build_tools.website.pages.home.turning_points import register_counts, turning_points
from build_tools.website.pages.indexes.index_page import HOME, Index, compose_index, count_span, swatch_span
from build_tools.website.pages.parts.date_chart import common_scale
from build_tools.website.pages.parts.year_bars import lying_bar
from build_tools.website.pages.registers import linked_passages
from build_tools.website.pages.text_lists.cards import scale_labels, text_card
from build_tools.website.pages.text_lists.facet_links import years_as_bars
from build_tools.website.pages.text_lists.text_facets import MANY_TEXTS
from build_tools.website.survey.lookups import Corpus
from build_tools.website.survey.register_lookups import places

MOST_MENTIONED = 10
"""How many entries the home page lists as most mentioned."""

_SAMPLES = 3
"""How many points on which texts differ are shown."""


def home_page(corpus: Corpus) -> ComposedPage:
    """Compose the home page: how to search and to read, the texts or their years, the entries, what texts differ on."""
    texts, entries = counted_texts(len(corpus.documents)), counted_entries(len(corpus.entries))
    are_many = len(corpus.documents) > MANY_TEXTS
    # Readers who come for the texts see them before the rest of the introduction.
    above = (*reading_lesson(corpus), *(_by_year(corpus) if are_many else _all_texts(corpus)))
    contents: tuple[Block, ...] = (
        *turning_points(corpus),
        *_where_texts_differ(corpus),
        *register_counts(corpus),
        *_most_mentioned(corpus),
        Heading(2, "the-glossary", (translate("The glossary"),)),
        Bullets(tuple(_kinds(corpus))),
    )
    description = translate("{texts}, annotated, with a glossary of {entries}.", texts=texts, entries=entries)
    return compose_index(
        HOME, Index("home", description, ask(corpus), above, contents, styles=("assets/ways.css",)), corpus
    )


def _all_texts(corpus: Corpus) -> Iterator[Block]:
    scale = common_scale(document.source.issued for document in corpus.documents)
    yield Heading(2, "the-texts", (translate("The texts"),))
    yield from scale_labels(scale)
    yield from (text_card(document, 3, scale) for document in corpus.documents)


def _by_year(corpus: Corpus) -> Iterator[Block]:
    yield Heading(2, "by-year", (translate("Texts by year"),))
    every = Link((translate("All {texts}", texts=counted_texts(len(corpus.documents))),), "sources/index.md")
    yield Division((*years_as_bars(corpus.periods, corpus), Bullets(((every,),))), ("by-year",))


def _kinds(corpus: Corpus) -> Iterator[Content]:
    for kind in KINDS:
        if number := sum(entry.kind == kind for entry in corpus.entries.values()):
            link = Link((kind_in_plural(kind),), f"glossary/index.md#{PLURALS[kind].lower()}")
            yield (swatch_span(kind), link, " ", count_span(number))


def _most_mentioned(corpus: Corpus) -> Iterator[Block]:
    most = most_mentioned(corpus)[:MOST_MENTIONED]
    if most:
        highest = corpus.count(most[0].id)
        yield Heading(2, "most-mentioned", (translate("Most mentioned"),))
        items = tuple(_entry_line(entry, highest, corpus) for entry in most)
        yield Division((Bullets(items),), ("most-named",))


def _entry_line(entry: Entry, highest: int, corpus: Corpus) -> Content:
    link = Link((entry.pref_label,), entry_path(entry.id))
    number = corpus.count(entry.id)
    return (swatch_span(entry.kind), link, " ", lying_bar(number, highest), count_span(number))


def _where_texts_differ(corpus: Corpus) -> Iterator[Block]:
    """Yield the points on which the most texts differ."""
    points = corpus.registry.discrepancies
    texts = {item.id: len({source for source, _ in places(item)}) for item in points}
    shown = sorted(points, key=lambda item: (-texts[item.id], item.id))[:_SAMPLES]
    if shown:
        yield Heading(2, "where-texts-differ", (translate("Where the texts differ"),))
        items = tuple(
            (
                Phrase(("≠",), ("sign",), is_hidden=True),
                " ",
                linked_passages.item_link(item, "what"),
                " ",
                Phrase((item.claim,), ("def",)),
                " ",
                Phrase((counted_texts(texts[item.id]),), ("count",)),
            )
            for item in shown
        )
        yield Division((Bullets(items),), ("samples",))
