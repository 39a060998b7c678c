"""The indexes of both registers: complete without scripts; a script reveals the filter by asserter and text."""

from __future__ import annotations

from build_tools.model import Page
from build_tools.model.findings import pluralise
from build_tools.model.registers import DISCREPANCY_KINDS, Discrepancy, Quotation
from build_tools.text import html, markdown
from build_tools.website.naming import text_names
from build_tools.website.naming.date_words import date_in_words, year_in_words
from build_tools.website.naming.vocabulary import DIFFERENCES
from build_tools.website.pages.indexes.home_page import index_page
from build_tools.website.pages.parts.sidebar import count
from build_tools.website.pages.registers import quoting
from build_tools.website.pages.registers.register_pages import speaker
from build_tools.website.survey.lookups import Corpus
from build_tools.website.survey.register_lookups import places

DISCREPANCIES = "discrepancies/index.md"
QUOTATIONS = "quotations/index.md"
UNDATED = "Not dated"


def discrepancies_page(corpus: Corpus) -> Page:
    """The index of points on which texts differ, by what they differ in."""
    found = corpus.registry.discrepancies
    parts = [html.raw_block("div", [], "tools", hidden="")]
    for kind in DISCREPANCY_KINDS:
        if items := [one for one in found if one.kind == kind]:
            parts.append(markdown.heading(f"{DIFFERENCES[kind]} {count(len(items))}", 2, kind, "of-kind"))
            parts.append(markdown.block("div", [markdown.bullets(_point(one, corpus) for one in items)], "register"))
    points = pluralise(len(found), "point")
    return index_page(DISCREPANCIES, "discrepancies", parts, corpus, f"{points} on which the texts differ.")


def quotations_page(corpus: Corpus) -> Page:
    """The index of quotations, by date."""
    found = corpus.registry.quotations
    parts = [html.raw_block("div", [], "tools", hidden="")]
    by_year: dict[str, list[Quotation]] = {}
    for one in found:
        by_year.setdefault(year(one.date), []).append(one)
    for name, items in by_year.items():
        parts.append(markdown.heading(f"{name} {count(len(items))}", 2, year_id(name), "of-kind"))
        parts.append(markdown.block("div", [markdown.bullets(_statement(one, corpus) for one in items)], "register"))
    statements = pluralise(len(found), "statement")
    return index_page(QUOTATIONS, "quotations", parts, corpus, f"{statements} that the texts report, by date.")


def year(edtf: str | None) -> str:
    """Return the heading a date is filed under: the year of its beginning, else of its end, or the decade."""
    return year_in_words(edtf) or UNDATED


def year_id(name: str) -> str:
    """Return the id of a year's heading."""
    return "undated" if name == UNDATED else "y" + name.lower().replace(" ", "-").replace("–", "-")


def _point(item: Discrepancy, corpus: Corpus) -> str:
    kinds = dict.fromkeys(one.by.kind for one in item.says if one.by)
    link = quoting.item_link(
        item, DISCREPANCIES, "e", data_by=" | ".join(kinds) or None, data_in=" | ".join(_sources(item, corpus))
    )
    claim = html.element("span", markdown.escape(item.claim), "def")
    return f"{link} {claim} {_texts(item, corpus)}"


def _statement(item: Quotation, corpus: Corpus) -> str:
    link = quoting.item_link(item, QUOTATIONS, "e", data_in=" | ".join(_sources(item, corpus)))
    when = date_in_words(item.date) if item.date else "date not stated"
    said = html.element("span", f"{speaker(item, QUOTATIONS, corpus)}, {markdown.escape(when)}", "def")
    return f"{link} {said} {_texts(item, corpus)}"


def _sources(item: Discrepancy | Quotation, corpus: Corpus) -> list[str]:
    """The texts it stands in, by short name, in order of date."""
    sources = {source for source, _ in places(item)}
    return [text_names.short_name(one.source) for one in corpus.documents if one.source.id in sources]


def _texts(item: Discrepancy | Quotation, corpus: Corpus) -> str:
    return html.element("span", markdown.escape(", ".join(_sources(item, corpus))), "texts")
