"""The comparison of terms: what an entry is called in each language of a text that has several."""

from __future__ import annotations

from collections.abc import Iterable

from build_tools.model import Document, Entry, Mention, Page
from build_tools.model.findings import pluralise
from build_tools.model.registers import Discrepancy
from build_tools.text import html, markdown
from build_tools.website.naming import text_names
from build_tools.website.naming.vocabulary import direction, language_name
from build_tools.website.pages.indexes.home_page import index_page
from build_tools.website.pages.parts.sidebar import count
from build_tools.website.pages.registers import quoting
from build_tools.website.survey.lookups import Corpus

TERMS = "terms.md"
FEWEST = 2
"""A term in fewer languages than this compares with nothing."""

_NONE = "–"


def terms_page(corpus: Corpus) -> Page:
    """Compose the comparison, a table for each text in several languages."""
    parts: list[str] = []
    rows = 0
    for document in corpus.documents:
        if len(document.source.languages) >= FEWEST:
            found = _rows(document, corpus)
            rows += len(found)
            parts += _table(document, found, corpus)
    return index_page(TERMS, "terms", parts, corpus, f"{pluralise(rows, 'term')} compared over languages.")


Forms = dict[str, dict[str, list[Mention]]]
"""By language, then by exact form, the mentions of one entry."""


def _rows(document: Document, corpus: Corpus) -> list[tuple[Entry, Forms]]:
    """The entries that a text names in two languages or more, in order of label."""
    forms: dict[str, Forms] = {}
    for mention in corpus.edition.mentions.get(document.source.id, ()):
        lang = corpus.block(mention).lang
        exact = " ".join(mention.exact.split())
        forms.setdefault(mention.entry, {}).setdefault(lang, {}).setdefault(exact, []).append(mention)
    named = ((corpus.entries[entry], found) for entry, found in forms.items() if entry in corpus.entries)
    return sorted((row for row in named if len(row[1]) >= FEWEST), key=lambda row: corpus.rank[row[0].id])


def _table(document: Document, rows: list[tuple[Entry, Forms]], corpus: Corpus) -> list[str]:
    source = document.source
    title = markdown.link(text_names.citation(source), text_names.relative(text_names.source_path(source.id), TERMS))
    languages = source.languages
    identifier = f"in-{source.id}"
    lines = [_line(["Entry", *(markdown.escape(language_name(tag)) for tag in languages)])]
    lines.append(_line(["---"] * (len(languages) + 1)))
    divergences = _divergences(document, corpus)
    for entry, forms in rows:
        cells = (_cell(forms.get(tag, {}), tag, corpus) for tag in languages)
        lines.append(_line([_first_cell(entry, divergences, corpus), *cells]))
    table = markdown.block("div", ["\n".join(lines)], "terms", role="region", tabindex="0", aria_labelledby=identifier)
    return [markdown.heading(f"{title} {count(len(rows))}", 2, identifier, "of-kind"), table, *_other(divergences)]


def _line(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _first_cell(entry: Entry, divergences: Iterable[Discrepancy], corpus: Corpus) -> str:
    signs = [quoting.difference_sign(one, TERMS, f"on {entry.name}") for one in divergences if entry.id in one.about]
    return " ".join((quoting.entry_link(entry.id, TERMS, corpus), *signs))


def _cell(forms: dict[str, list[Mention]], lang: str, corpus: Corpus) -> str:
    tag = corpus.language_of(lang)
    shown = []
    for exact, found in forms.items():
        target = f"{text_names.relative(text_names.source_path(found[0].document), TERMS)}#{found[0].block}"
        link = markdown.link(exact, target, "form", lang=tag, dir=direction(tag) if tag else None)
        shown.append(f"{link} {html.element('span', f'×{len(found)}', 'times')}" if len(found) > 1 else link)
    return html.element("br", None).join(shown) or _NONE


def _divergences(document: Document, corpus: Corpus) -> tuple[Discrepancy, ...]:
    """The points of translation that concern a text."""
    return tuple(
        one
        for one in corpus.registry.discrepancies
        if one.kind == "translation" and any(said.source == document.source.id for said in one.says)
    )


def _other(divergences: tuple[Discrepancy, ...]) -> list[str]:
    if not divergences:
        return []
    items = (
        f"{quoting.item_link(one, TERMS)} {html.element('span', markdown.escape(one.claim), 'def')}"
        for one in divergences
    )
    heading = markdown.heading(f"Where the languages diverge {count(len(divergences))}", 3, "where-languages-diverge")
    return [heading, markdown.block("div", [markdown.bullets(items)], "register")]
