"""The index of texts: cards, or rows where they are many, which then have a page for each year, maker and so on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from operator import itemgetter

from build_tools.website.localisation import translate, translate_count, write_number
from build_tools.website.markup.body_nodes import Block, Bullets, Division, Heading, Link, Paragraph, Phrase, Slot
from build_tools.website.markup.composed_page import ComposedPage
from build_tools.website.naming.counted_things import counted_texts
from build_tools.website.naming.date_words import month_in_words, year_in_words
from build_tools.website.naming.year_headings import heading_id
from build_tools.website.pages.indexes.index_page import Index, compose_index, count_span
from build_tools.website.pages.parts.date_chart import common_scale
from build_tools.website.pages.text_lists.cards import headnote_sentence, scale_labels, text_card
from build_tools.website.pages.text_lists.facet_links import (
    SOURCES,
    facet_links,
    facet_path,
    page_links,
    value_link,
    years_as_bars,
)
from build_tools.website.pages.text_lists.text_facets import (
    BY_YEAR,
    MANY_TEXTS,
    MOST_ROWS,
    Facet,
    TextList,
    facets_of,
    is_paged,
)
from build_tools.website.pages.text_lists.text_rows import TextRows
from build_tools.website.survey.lookups import Corpus, page_fields

EVERY = "date"
"""The facet of the list of all texts."""

SCRIPT, SHEET = "assets/texts.js", "assets/ways.css"


@dataclass(frozen=True, slots=True)
class _PartedList:
    """A list on pages, with the name of each text's part, a year or a month, and how many texts each part has."""

    all: TextList
    names: tuple[str, ...]
    numbers: Mapping[str, int]


def texts_pages(corpus: Corpus) -> tuple[ComposedPage, ...]:
    """Compose the index of texts and, where they are too many for one page, the lists of them."""
    if len(corpus.documents) <= MANY_TEXTS:
        return (_index(tuple(_cards(corpus)), corpus),)
    rows, facets = TextRows(corpus), facets_of(corpus.documents)
    if not is_paged(corpus.documents):
        return (_index(tuple(_in_sections(rows, facets, corpus)), corpus, facets),)
    every = _in_parts(TextList(EVERY, "all", "", translate("Texts"), corpus.documents))
    lists = (listed for facet in facets for listed in facet.lists if len(listed.documents) > 1 or facet.id == BY_YEAR)
    return (
        _index(tuple(_listing(every, 1, rows, facets, corpus)), corpus, facets),
        *(_list_page(every, number, rows, facets, corpus) for number in range(2, _pages(every.all) + 1)),
        *(
            _list_page(parted, number, rows, facets, corpus)
            for parted in map(_in_parts, lists)
            for number in range(1, _pages(parted.all) + 1)
        ),
        *(_values_page(facet, corpus) for facet in facets if facet.id != BY_YEAR),
    )


def _index(below: tuple[Block, ...], corpus: Corpus, facets: Sequence[Facet] = ()) -> ComposedPage:
    """Compose the index, with a filter where the texts have facets to filter by."""
    description = translate_count(
        len(corpus.documents),
        "The {number} text of this edition in order of date.",
        "The {number} texts of this edition in order of date.",
    )
    index = Index("sources", description, below=below, styles=(SHEET,))
    if facets:
        # The script loads its rows only for a filter: the page itself says which parameters of its address are one.
        around = {"facets": [facet.id for facet in facets if len(facet.lists) > 1]}
        index = replace(index, template="texts.html", around=around, scripts=(SCRIPT,))
    return compose_index(SOURCES, index, corpus)


def _cards(corpus: Corpus) -> Iterator[Block]:
    scale = common_scale(document.source.issued for document in corpus.documents)
    yield from scale_labels(scale)
    for document in corpus.documents:
        yield text_card(document, 2, scale, *headnote_sentence(document, corpus))


def _in_sections(rows: TextRows, facets: Sequence[Facet], corpus: Corpus) -> Iterator[Block]:
    """Yield all texts on one page, with a heading for each year."""
    yield Slot("tools")
    yield from years_as_bars(facets[0].lists, corpus)
    for year in facets[0].lists:
        yield Heading(2, heading_id(year.id), (year.name, " ", count_span(len(year.documents))), ("of-year",))
        yield rows.listed(year.documents)


def _in_parts(listed: TextList) -> _PartedList:
    in_words = month_in_words if listed.facet == BY_YEAR else year_in_words
    names = tuple(in_words(document.source.issued) for document in listed.documents)
    return _PartedList(listed, names, Counter(names))


def _listing(
    parted: _PartedList, number: int, rows: TextRows, facets: Sequence[Facet], corpus: Corpus
) -> Iterator[Block]:
    """Yield the ways to all lists, and a page of one."""
    listed = parted.all
    if number == 1 and listed.facet == EVERY:
        yield Slot("tools")
    yield from years_as_bars(facets[0].lists, corpus, listed)
    page = Division(tuple(_page_of(parted, number, rows)), ("list-page",))
    yield Division((*facet_links(facets, listed), page), ("listing",))


def _pages(listed: TextList) -> int:
    return -(-len(listed.documents) // MOST_ROWS)


def _path(listed: TextList, number: int) -> str:
    """Return the path of a page of a list; the first of all texts is the index."""
    return SOURCES if number == 1 and listed.facet == EVERY else listed.path(number)


def _page_of(parted: _PartedList, number: int, rows: TextRows) -> Iterator[Block]:
    """Yield the texts of a page of a list under their years, or the months of one, and the ways to the other pages."""
    listed, on_page = parted.all, slice((number - 1) * MOST_ROWS, number * MOST_ROWS)
    named = zip(parted.names[on_page], listed.documents[on_page], strict=True)
    parts = [(name, [document for _, document in group]) for name, group in groupby(named, key=itemgetter(0))]
    for place, (name, documents) in enumerate(parts):
        words = name or translate("Date not stated")
        if len(parts) > 1 or number > 1 or words != listed.name:
            count = _count_of_part(len(documents), parted.numbers[name])
            yield Heading(2, f"part-{place + 1}", (words, " ", count), ("of-year",))
        yield rows.listed(documents)
    paths = [_path(listed, page) for page in range(1, _pages(listed) + 1)]
    yield from page_links(paths, number, len(listed.documents))


def _count_of_part(shown: int, number: int) -> Phrase:
    """Return how many texts a part has; where other pages have some of them, how many of them this one shows."""
    if shown == number:
        return count_span(number)
    return Phrase((translate("{shown} of {all}", shown=write_number(shown), all=write_number(number)),), ("count",))


def _list_page(
    parted: _PartedList, number: int, rows: TextRows, facets: Sequence[Facet], corpus: Corpus
) -> ComposedPage:
    listed = parted.all
    first = (number - 1) * MOST_ROWS + 1
    last = min(number * MOST_ROWS, len(listed.documents))
    title = listed.title
    if number > 1:
        numbers = {"first": write_number(first), "last": write_number(last)}
        title = translate("{title}, {first}–{last}", title=title, **numbers)
    body: tuple[Block, ...] = (
        *_head(title, counted_texts(len(listed.documents))),
        *_listing(parted, number, rows, facets, corpus),
    )
    return _plain_page(_path(listed, number), title, counted_texts(len(listed.documents)), body, corpus)


def _values_page(facet: Facet, corpus: Corpus) -> ComposedPage:
    """Compose the page of all values of a facet."""
    values = tuple((value_link(listed), " ", count_span(len(listed.documents))) for listed in facet.lists)
    title = translate("Texts by: {facet}", facet=facet.name)
    texts = counted_texts(len(corpus.documents))
    body = (*_head(title, texts), Division((Bullets(values),), ("kind-list",)))
    return _plain_page(facet_path(facet), title, texts, body, corpus)


def _head(title: str, words: str) -> Iterator[Block]:
    yield Paragraph((Link((translate("All texts"),), SOURCES), f" · {words}"), classes=("kicker",))
    yield Heading(1, "title", (title,))


def _plain_page(path: str, title: str, description: str, body: tuple[Block, ...], corpus: Corpus) -> ComposedPage:
    fields: dict[str, str | tuple[str, ...]] = {"title": title, "description": f"{title}: {description}"}
    fields |= {"kind": "sources", "styles": (SHEET,)}
    return ComposedPage(path, "main.html", page_fields(path, corpus, fields), body=body)
