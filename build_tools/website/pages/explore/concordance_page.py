"""The concordance of any word or entry: a script finds its lines; the build knows the order of all texts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from build_tools.model import Data
from build_tools.website.data.data_scripts import as_script
from build_tools.website.localisation import translate_count
from build_tools.website.markup.body_nodes import Slot
from build_tools.website.markup.composed_page import ComposedPage
from build_tools.website.naming.date_words import year_in_words
from build_tools.website.pages.indexes.index_page import Index, compose_index
from build_tools.website.survey.lookups import Corpus
from build_tools.website.survey.register_lookups import Place

CONCORDANCE = "concordance.md"
_ORDER = "data/text-order.js"
_SCRIPTS = ("search/filters", "concordance/lines", "concordance/files", "concordance/view", "concordance/page")
_ROOM_FOR_A_YEAR = 4.5
"""How far apart two years on the line must begin to be written below it, in hundredths of the line."""


def concordance_page(corpus: Corpus) -> ComposedPage:
    """Compose the page; all but its introduction and the years is left to the script."""
    texts = len(corpus.documents)
    index = Index(
        "concordance",
        translate_count(
            texts,
            "Every place where a word or an entry stands in {number} text, aligned at the word.",
            "Every place where a word or an entry stands in {number} texts, aligned at the word.",
        ),
        below=(Slot("concordance"),),
        template="concordance.html",
        around={"texts": texts, "years": list(_years(corpus))},
        styles=("assets/concordance.css",),
        scripts=tuple(f"assets/{name}.js" for name in _SCRIPTS),
        has_content=texts > 0,
    )
    return compose_index(CONCORDANCE, index, corpus)


def text_order(corpus: Corpus) -> Data:
    """Return the script with what lines are sorted and narrowed by, as the search index does not know it.

    It says where each text stands in order of date, the texts sorted by id as in the index, and which paragraphs, by
    text, have a difference or a quotation.
    """
    places = {document.source.id: place for place, document in enumerate(corpus.documents)}
    order = [places[identifier] for identifier in sorted(places)]
    near = {"difference": corpus.registry.differ_at, "quotation": corpus.registry.quoted_at}
    value = {"order": order, **{name: _by_text(marked) for name, marked in near.items()}}
    return as_script(_ORDER, "readerTextOrder", value)


def _by_text(marked: Iterable[Place]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for text, block in sorted(marked):
        found.setdefault(text, []).append(block)
    return found


def _years(corpus: Corpus) -> Iterator[dict[str, object]]:
    """Yield where each year begins on the line of all texts, and the year where there is room to write it."""
    last = -_ROOM_FOR_A_YEAR
    texts = list(enumerate(year_in_words(document.source.issued) for document in corpus.documents))
    groups = [(year, next(group)[0]) for year, group in groupby(texts, key=lambda text: text[1])]
    middle = groups[len(groups) // 2][1] if groups else 0
    for year, first in groups:
        at = round(100 * first / len(texts), 2)
        is_written = bool(year) and at - last >= _ROOM_FOR_A_YEAR
        last = at if is_written else last
        yield {"at": at, "year": year if is_written else "", "is_always_written": first in {0, middle}}
