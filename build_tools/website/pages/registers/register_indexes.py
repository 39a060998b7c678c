"""The indexes of discrepancies and quotations: complete without scripts; a script adds the filters."""

from __future__ import annotations

from build_tools.model import Page
from build_tools.model.findings import pluralise
from build_tools.model.registers import DISCREPANCY_KINDS, Discrepancy, Quotation
from build_tools.text import html, markdown
from build_tools.website.naming import text_names
from build_tools.website.naming.date_words import date_in_words, year_in_words
from build_tools.website.naming.vocabulary import DIFFERENCES
from build_tools.website.pages.indexes.home_page import index_page
from build_tools.website.pages.parts.sidebar import count_badge
from build_tools.website.pages.registers import quoting
from build_tools.website.pages.registers.register_pages import speaker
from build_tools.website.survey.lookups import Corpus
from build_tools.website.survey.register_lookups import places

DISCREPANCIES = "discrepancies/index.md"
QUOTATIONS = "quotations/index.md"
UNDATED = "Not dated"
_SCRIPTS = ("assets/registers.js",)


def discrepancies_page(corpus: Corpus) -> Page:
    """Compose the index of discrepancies, by what the texts differ in."""
    discrepancies = corpus.registry.discrepancies
    parts = [html.raw_block("div", [], "tools", hidden="")]
    for kind in DISCREPANCY_KINDS:
        if items := [item for item in discrepancies if item.kind == kind]:
            parts.append(markdown.heading(f"{DIFFERENCES[kind]} {count_badge(len(items))}", 2, kind, "of-kind"))
            parts.append(
                markdown.block("div", [markdown.bullets(_discrepancy(item, corpus) for item in items)], "register")
            )
    points = pluralise(len(discrepancies), "point")
    return index_page(
        DISCREPANCIES, "discrepancies", parts, corpus, f"{points} on which the texts differ.", scripts=_SCRIPTS
    )


def quotations_page(corpus: Corpus) -> Page:
    """Compose the index of quotations, by date."""
    quotations = corpus.registry.quotations
    parts = [html.raw_block("div", [], "tools", hidden="")]
    by_year: dict[str, list[Quotation]] = {}
    for quotation in quotations:
        by_year.setdefault(year_heading(quotation.date), []).append(quotation)
    for name, items in by_year.items():
        parts.append(markdown.heading(f"{name} {count_badge(len(items))}", 2, year_heading_id(name), "of-kind"))
        parts.append(markdown.block("div", [markdown.bullets(_quotation(item, corpus) for item in items)], "register"))
    statements = pluralise(len(quotations), "statement")
    return index_page(
        QUOTATIONS, "quotations", parts, corpus, f"{statements} that the texts report, by date.", scripts=_SCRIPTS
    )


def year_heading(edtf: str | None) -> str:
    """Return the heading that a date (EDTF) is listed under: the year it begins or else ends, or the decade."""
    return year_in_words(edtf) or UNDATED


def year_heading_id(name: str) -> str:
    """Return the id of a year's heading."""
    return "undated" if name == UNDATED else "y" + name.lower().replace(" ", "-").replace("–", "-")


def _discrepancy(item: Discrepancy, corpus: Corpus) -> str:
    kinds = dict.fromkeys(testimony.by.kind for testimony in item.says if testimony.by)
    link = quoting.item_link(
        item, DISCREPANCIES, "e", data_by=" | ".join(kinds) or None, data_in=" | ".join(_sources(item, corpus))
    )
    claim = html.element("span", markdown.escape(item.claim), "def")
    return f"{link} {claim} {_texts(item, corpus)}"


def _quotation(item: Quotation, corpus: Corpus) -> str:
    link = quoting.item_link(item, QUOTATIONS, "e", data_in=" | ".join(_sources(item, corpus)))
    when = date_in_words(item.date) if item.date else "date not stated"
    spoken = html.element("span", f"{speaker(item, QUOTATIONS, corpus)}, {markdown.escape(when)}", "def")
    return f"{link} {spoken} {_texts(item, corpus)}"


def _sources(item: Discrepancy | Quotation, corpus: Corpus) -> list[str]:
    """Return the short names of the texts an item quotes, in order of date."""
    sources = {source for source, _ in places(item)}
    return [text_names.short_name(document.source) for document in corpus.documents if document.source.id in sources]


def _texts(item: Discrepancy | Quotation, corpus: Corpus) -> str:
    return html.element("span", markdown.escape(", ".join(_sources(item, corpus))), "texts")
