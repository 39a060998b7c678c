"""The indexes of discrepancies and quotations: complete without scripts; a script adds the filters."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from build_tools.model.registers import DISCREPANCY_KINDS, Discrepancy, Quotation
from build_tools.website.localisation import translate, translate_count
from build_tools.website.markup.as_data import runs
from build_tools.website.markup.body_nodes import Block, Bullets, Content, Heading, Slot
from build_tools.website.markup.composed_page import ComposedPage
from build_tools.website.naming.date_words import date_in_words
from build_tools.website.naming.vocabulary import difference_in_words
from build_tools.website.naming.year_headings import heading_id, year_heading, year_id
from build_tools.website.pages.indexes.index_page import Index, compose_index, count_span
from build_tools.website.pages.registers import linked_passages
from build_tools.website.survey.lookups import Corpus
from build_tools.website.survey.register_lookups import places

DISCREPANCIES = "discrepancies/index.md"
QUOTATIONS = "quotations/index.md"


_Item = Discrepancy | Quotation


def discrepancies_page(corpus: Corpus) -> ComposedPage:
    """Compose the index of discrepancies, by what the texts differ in; those on which they agree come last, apart."""
    registry = corpus.registry
    groups = {
        kind: (difference_in_words(kind), items)
        for kind in DISCREPANCY_KINDS
        if (items := [item for item in (*registry.discrepancies, *registry.agreements) if item.kind == kind])
    }
    description = translate_count(
        len(registry.discrepancies),
        "{number} point on which the texts differ.",
        "{number} points on which the texts differ.",
    )
    return _index(DISCREPANCIES, groups, description, corpus)


def quotations_page(corpus: Corpus) -> ComposedPage:
    """Compose the index of quotations, by date."""
    quotations = corpus.registry.quotations
    groups: dict[str, tuple[str, list[Quotation]]] = {}
    for quotation in quotations:
        date = quotation.date
        groups.setdefault(heading_id(year_id(date)), (year_heading(date), []))[1].append(quotation)
    description = translate_count(
        len(quotations),
        "{number} statement that the texts report, by date.",
        "{number} statements that the texts report, by date.",
    )
    return _index(QUOTATIONS, groups, description, corpus)


def _index(
    path: str, groups: Mapping[str, tuple[str, Iterable[_Item]]], description: str, corpus: Corpus
) -> ComposedPage:
    """Compose an index of items in groups, each with its id and name."""
    index = Index(
        path.partition("/")[0],
        description,
        below=tuple(_blocks(groups, corpus)),
        template="register_index.html",
        around={
            "groups": [
                {"id": identifier, "entries": [_listed(item, corpus) for item in items]}
                for identifier, (_, items) in groups.items()
            ]
        },
        scripts=("assets/registers.js",),
        has_content=bool(groups),
    )
    return compose_index(path, index, corpus)


def _blocks(groups: Mapping[str, tuple[str, Iterable[_Item]]], corpus: Corpus) -> Iterator[Block]:
    yield Slot("tools")
    for identifier, (name, items) in groups.items():
        listed = tuple((linked_passages.item_link(item), ": ", *_summary(item, corpus)) for item in items)
        yield Heading(2, identifier, (name, " ", count_span(len(listed))), ("of-kind",))
        yield Slot(f"items {identifier}", (Bullets(listed),))


def _listed(item: _Item, corpus: Corpus) -> dict[str, object]:
    """Return an item for the template, with who asserts it and the texts it quotes, for the filter."""
    asserters = [testimony.by.kind for testimony in item.says if testimony.by] if isinstance(item, Discrepancy) else []
    return {
        "title": item.title,
        "to": linked_passages.register_path(item).removesuffix(".md"),
        "by": " | ".join(dict.fromkeys(asserters)),
        "texts": _sources(item, corpus),
        "summary": runs(_summary(item, corpus)),
    }


def _summary(item: _Item, corpus: Corpus) -> Content:
    """Return the claim on which texts differ, or who said something and when."""
    if isinstance(item, Discrepancy):
        return (item.claim,)
    date = date_in_words(item.date) if item.date else translate("date not stated")
    return (linked_passages.speaker(item, corpus), ", ", date)


def _sources(item: _Item, corpus: Corpus) -> list[str]:
    """Return the short names of the texts an item quotes, in order of date."""
    sources = {source for source, _ in places(item)}
    return [corpus.short_names[document.source.id] for document in corpus.documents if document.source.id in sources]
