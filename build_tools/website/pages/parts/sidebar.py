"""The sidebar of a text or an entry: who and what is named, where and how often."""

from __future__ import annotations

from collections.abc import Iterator

from build_tools.model import KINDS, PLURALS, Document, Entry
from build_tools.model.findings import pluralise
from build_tools.text import html, markdown
from build_tools.website.naming import text_names
from build_tools.website.pages.parts.charts import mention_bars, mention_chart
from build_tools.website.survey.lookups import Corpus


def count_badge(number: int) -> str:
    """Return a number as lists show it at the end of a line."""
    return html.element("span", f"{number:,}", "count")


def text_sidebar(document: Document, corpus: Corpus) -> dict[str, object] | None:
    """Return every entry that a text names, by kind, the most frequent first, for the template; None if it names none.

    Returns:
        The number of `paragraphs` in words, and the `groups`: a kind, its name in the plural, and its entries, each
        with its label, its page, its count, a label for the count, its first place, and the path of its chart.
    """
    named = corpus.named_in[document.source.id]
    if not named:
        return None
    by_kind: dict[str, list[str]] = {}
    for entry in sorted(named, key=lambda name: (-sum(named[name].values()), corpus.rank[name])):
        by_kind.setdefault(corpus.entries[entry].kind, []).append(entry)
    groups = [
        {
            "kind": kind,
            "plural": PLURALS[kind],
            "entries": [_named(corpus.entries[entry], document, corpus) for entry in by_kind[kind]],
        }
        for kind in KINDS
        if kind in by_kind
    ]
    return {"paragraphs": pluralise(len(corpus.paragraphs[document.source.id]), "paragraph"), "groups": groups}


def _named(entry: Entry, document: Document, corpus: Corpus) -> dict[str, str]:
    identifier = document.source.id
    places = corpus.named_in[identifier][entry.id]
    number = sum(places.values())
    return {
        "label": entry.pref_label,
        "to": f"glossary/{entry.id}",
        "count": f"{number:,}",
        # Without scripts the link goes to the first mention; with them it steps from one mention to the next.
        "count_label": f"{entry.pref_label}: {pluralise(number, 'mention')}, go to the first",
        "first": next(iter(places)),
        "bars": mention_bars(places, corpus.paragraphs[identifier]),
    }


def entry_sidebar(entry: Entry, corpus: Corpus) -> str:
    """List the texts that name an entry and the entries related to it; return "" if there are neither."""
    relations = [
        _relation("Related", "related", corpus.related.get(entry.id, ()), corpus),
        _relation(
            "Broader", "broader", tuple(broader for broader in entry.broader if broader in corpus.entries), corpus
        ),
        _relation("Narrower", "narrower", corpus.narrower.get(entry.id, ()), corpus),
        _relation("Not to be confused with", "not-to-be-confused-with", corpus.rivals.get(entry.id, ()), corpus),
    ]
    parts = [*_texts(entry, corpus), *relations]
    label = "where-it-stands" if entry.id in corpus.named_by else "label"
    return markdown.block("nav", parts, "rail", aria_labelledby=label) if any(parts) else ""


def _texts(entry: Entry, corpus: Corpus) -> Iterator[str]:
    named = corpus.named_by.get(entry.id, {})
    if not named:
        return
    mentions, texts = pluralise(corpus.count(entry.id), "mention"), pluralise(len(named), "text")
    yield markdown.heading("Where it appears", 2, "where-it-stands")
    order = ", in order of date" if len(named) > 1 else ""
    yield markdown.paragraph(f"{mentions} in {texts}{order}, by paragraph.", "", "about")
    yield markdown.bullets(_text_line(document, entry, corpus) for document in corpus.in_order(named))


def _text_line(document: Document, entry: Entry, corpus: Corpus) -> str:
    source = document.source
    places = corpus.named_by[entry.id][source.id]
    target = text_names.relative(text_names.source_path(source.id), text_names.entry_path(entry.id))
    link = markdown.link(text_names.short_name(source), target)
    return (
        f"{link} {mention_chart(places, corpus.paragraphs[source.id], entry.kind)} {count_badge(sum(places.values()))}"
    )


def _relation(name: str, identifier: str, entries: tuple[str, ...], corpus: Corpus) -> str:
    if not entries:
        return ""
    links = (
        markdown.link(corpus.entries[entry].pref_label, f"{entry}.md", "k", corpus.entries[entry].kind)
        for entry in entries
    )
    return markdown.blocks([markdown.heading(name, 2, identifier), markdown.bullets(links)])
