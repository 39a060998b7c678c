"""The indexes of discrepancies and quotations: complete without scripts; a script adds the filters."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from build_tools.model.findings import pluralise
from build_tools.model.registers import DISCREPANCY_KINDS, Discrepancy, Quotation
from build_tools.website.markup.as_data import runs
from build_tools.website.markup.body_nodes import Block, Bullets, Content, Heading, Slot
from build_tools.website.markup.composed_page import ComposedPage
from build_tools.website.naming import text_names
from build_tools.website.naming.date_words import date_in_words, year_in_words
from build_tools.website.naming.vocabulary import DIFFERENCES
from build_tools.website.pages.indexes.index_page import Index, compose_index, count_span
from build_tools.website.pages.registers import linked_passages
from build_tools.website.survey.lookups import Corpus
from build_tools.website.survey.register_lookups import places

DISCREPANCIES = "discrepancies/index.md"
QUOTATIONS = "quotations/index.md"
UNDATED = "Not dated"


_Item = Discrepancy | Quotation


def discrepancies_page(corpus: Corpus) -> ComposedPage:
    """Compose the index of discrepancies, by what the texts differ in."""
    discrepancies = corpus.registry.discrepancies
    groups = {
        kind: (DIFFERENCES[kind], items)
        for kind in DISCREPANCY_KINDS
        if (items := [item for item in discrepancies if item.kind == kind])
    }
    points = pluralise(len(discrepancies), "point")
    return _index(DISCREPANCIES, groups, f"{points} on which the texts differ.", corpus)


def quotations_page(corpus: Corpus) -> ComposedPage:
    """Compose the index of quotations, by date."""
    quotations = corpus.registry.quotations
    groups: dict[str, tuple[str, list[Quotation]]] = {}
    for quotation in quotations:
        name = year_heading(quotation.date)
        groups.setdefault(year_heading_id(name), (name, []))[1].append(quotation)
    statements = pluralise(len(quotations), "statement")
    return _index(QUOTATIONS, groups, f"{statements} that the texts report, by date.", corpus)


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
    )
    return compose_index(path, index, corpus)


def _blocks(groups: Mapping[str, tuple[str, Iterable[_Item]]], corpus: Corpus) -> Iterator[Block]:
    yield Slot("tools")
    for identifier, (name, items) in groups.items():
        listed = tuple((linked_passages.item_link(item), ": ", *_summary(item, corpus)) for item in items)
        yield Heading(2, identifier, (name, " ", count_span(len(listed))), ("of-kind",))
        yield Slot(f"items {identifier}", (Bullets(listed),))


def year_heading(edtf: str | None) -> str:
    """Return the heading that a date (EDTF) is listed under: the year it begins or else ends, or the decade."""
    return year_in_words(edtf) or UNDATED


def year_heading_id(name: str) -> str:
    """Return the id of a year's heading."""
    return "undated" if name == UNDATED else "y" + name.lower().replace(" ", "-").replace("–", "-")


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
    return (linked_passages.speaker(item, corpus), f", {date_in_words(item.date) if item.date else 'date not stated'}")


def _sources(item: _Item, corpus: Corpus) -> list[str]:
    """Return the short names of the texts an item quotes, in order of date."""
    sources = {source for source, _ in places(item)}
    return [text_names.short_name(document.source) for document in corpus.documents if document.source.id in sources]
