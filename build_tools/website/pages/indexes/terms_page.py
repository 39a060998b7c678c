"""The comparison of terms: the wordings of an entry in each language of a multilingual text."""

from __future__ import annotations

from collections.abc import Iterable

from build_tools.model import Document, Entry, Mention, Page
from build_tools.model.findings import pluralise
from build_tools.model.registers import Discrepancy
from build_tools.text import html, markdown
from build_tools.website.naming import text_names
from build_tools.website.naming.vocabulary import direction, language_name
from build_tools.website.pages.indexes.home_page import index_page
from build_tools.website.pages.parts.sidebar import count_badge
from build_tools.website.pages.registers import quoting
from build_tools.website.survey.lookups import Corpus

TERMS = "terms.md"
FEWEST_LANGUAGES = 2
"""A term is compared if it is named in at least this many languages."""

_NO_FORM = "–"


def terms_page(corpus: Corpus) -> Page:
    """Compose the comparison, a table for each text in several languages."""
    parts: list[str] = []
    rows = 0
    for document in corpus.documents:
        if len(document.source.languages) >= FEWEST_LANGUAGES:
            terms = _rows(document, corpus)
            rows += len(terms)
            parts += _table(document, terms, corpus)
    return index_page(TERMS, "terms", parts, corpus, f"{pluralise(rows, 'term')} compared across languages.")


Forms = dict[str, dict[str, list[Mention]]]
"""The mentions of one entry, by language, then by exact form."""


def _rows(document: Document, corpus: Corpus) -> list[tuple[Entry, Forms]]:
    """Return the entries that a text names in two languages or more, in order of label."""
    forms: dict[str, Forms] = {}
    for mention in corpus.edition.mentions.get(document.source.id, ()):
        lang = corpus.block(mention).lang
        exact = " ".join(mention.exact.split())
        forms.setdefault(mention.entry, {}).setdefault(lang, {}).setdefault(exact, []).append(mention)
    named = ((corpus.entries[entry], by_language) for entry, by_language in forms.items() if entry in corpus.entries)
    return sorted((row for row in named if len(row[1]) >= FEWEST_LANGUAGES), key=lambda row: corpus.rank[row[0].id])


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
    return [
        markdown.heading(f"{title} {count_badge(len(rows))}", 2, identifier, "of-kind"),
        table,
        *_divergence_list(divergences),
    ]


def _line(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _first_cell(entry: Entry, divergences: Iterable[Discrepancy], corpus: Corpus) -> str:
    signs = [
        quoting.difference_sign(divergence, TERMS, f"on {entry.name}")
        for divergence in divergences
        if entry.id in divergence.about
    ]
    return " ".join((quoting.entry_link(entry.id, TERMS, corpus), *signs))


def _cell(forms: dict[str, list[Mention]], lang: str, corpus: Corpus) -> str:
    tag = corpus.language_of(lang)
    shown = []
    for exact, mentions in forms.items():
        target = f"{text_names.relative(text_names.source_path(mentions[0].document), TERMS)}#{mentions[0].block}"
        link = markdown.link(exact, target, "form", lang=tag, dir=direction(tag) if tag else None)
        shown.append(f"{link} {html.element('span', f'×{len(mentions)}', 'times')}" if len(mentions) > 1 else link)
    return html.element("br", None).join(shown) or _NO_FORM


def _divergences(document: Document, corpus: Corpus) -> tuple[Discrepancy, ...]:
    """Return the discrepancies of translation that concern a text."""
    return tuple(
        discrepancy
        for discrepancy in corpus.registry.discrepancies
        if discrepancy.kind == "translation"
        and any(testimony.source == document.source.id for testimony in discrepancy.says)
    )


def _divergence_list(divergences: tuple[Discrepancy, ...]) -> list[str]:
    if not divergences:
        return []
    items = (
        f"{quoting.item_link(divergence, TERMS)} {html.element('span', markdown.escape(divergence.claim), 'def')}"
        for divergence in divergences
    )
    heading = markdown.heading(
        f"Where the languages diverge {count_badge(len(divergences))}", 3, "where-languages-diverge"
    )
    return [heading, markdown.block("div", [markdown.bullets(items)], "register")]
