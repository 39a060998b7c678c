"""The indexes of both registers: complete without scripts; a script reveals the filter by asserter and text."""

from __future__ import annotations

from build_tools import markup
from build_tools.findings import counted
from build_tools.model import Page
from build_tools.pages import citing, quoting
from build_tools.pages.corpus import Corpus
from build_tools.pages.dates import date_in_words
from build_tools.pages.index_pages import index_page
from build_tools.pages.rail import count
from build_tools.pages.register_pages import speaker
from build_tools.pages.registry import places
from build_tools.pages.vocabulary import DIFFERENCES
from build_tools.testimony import DISCREPANCY_KINDS, Discrepancy, Quotation

DISCREPANCIES = "discrepancies/index.md"
QUOTATIONS = "quotations/index.md"
UNDATED = "Not dated"


def discrepancies_page(corpus: Corpus) -> Page:
    """The index of points on which texts differ, by what they differ in."""
    found = corpus.registry.discrepancies
    parts = [markup.raw_block("div", [], "tools", hidden="")]
    for kind in DISCREPANCY_KINDS:
        if items := [one for one in found if one.kind == kind]:
            parts.append(markup.heading(f"{DIFFERENCES[kind]} {count(len(items))}", 2, kind, "of-kind"))
            parts.append(markup.block("div", [markup.bullets(_point(one, corpus) for one in items)], "register"))
    points = counted(len(found), "point")
    return index_page(DISCREPANCIES, "discrepancies", parts, corpus, f"{points} on which the texts differ.")


def quotations_page(corpus: Corpus) -> Page:
    """The index of quotations, by date."""
    found = corpus.registry.quotations
    parts = [markup.raw_block("div", [], "tools", hidden="")]
    by_year: dict[str, list[Quotation]] = {}
    for one in found:
        by_year.setdefault(year(one.date), []).append(one)
    for name, items in by_year.items():
        parts.append(markup.heading(f"{name} {count(len(items))}", 2, year_id(name), "of-kind"))
        parts.append(markup.block("div", [markup.bullets(_statement(one, corpus) for one in items)], "register"))
    statements = counted(len(found), "statement")
    return index_page(QUOTATIONS, "quotations", parts, corpus, f"{statements} that the texts report, by date.")


def year(edtf: str | None) -> str:
    """The year a date is filed under: of its beginning, else of its end."""
    start, _, end = (edtf or "").partition("/")
    digits = start if start[:4].isdigit() else end
    return digits[:4] if digits[:4].isdigit() else UNDATED


def year_id(name: str) -> str:
    """The id of a year's heading."""
    return f"y{name}" if name.isdigit() else "undated"


def _point(item: Discrepancy, corpus: Corpus) -> str:
    kinds = dict.fromkeys(one.by.kind for one in item.says if one.by)
    link = quoting.item_link(
        item, DISCREPANCIES, "e", data_by=" | ".join(kinds) or None, data_in=" | ".join(_sources(item, corpus))
    )
    claim = markup.element("span", markup.escape(item.claim), "def")
    return f"{link} {claim} {_texts(item, corpus)}"


def _statement(item: Quotation, corpus: Corpus) -> str:
    link = quoting.item_link(item, QUOTATIONS, "e", data_in=" | ".join(_sources(item, corpus)))
    when = date_in_words(item.date) if item.date else "date not stated"
    said = markup.element("span", f"{speaker(item, QUOTATIONS, corpus)}, {markup.escape(when)}", "def")
    return f"{link} {said} {_texts(item, corpus)}"


def _sources(item: Discrepancy | Quotation, corpus: Corpus) -> list[str]:
    """The texts it stands in, by short name, in order of date."""
    sources = {source for source, _ in places(item)}
    return [citing.short_name(one.source) for one in corpus.documents if one.source.id in sources]


def _texts(item: Discrepancy | Quotation, corpus: Corpus) -> str:
    return markup.element("span", markup.escape(", ".join(_sources(item, corpus))), "texts")
