"""The column beside a text or an entry: who and what is named, where, how often."""

from __future__ import annotations

from collections.abc import Iterator

from build_tools.model import KINDS, Document, Entry
from build_tools.model.findings import pluralise
from build_tools.text import html, markdown
from build_tools.website.naming import text_names
from build_tools.website.naming.vocabulary import PLURALS
from build_tools.website.pages.parts.charts import strip
from build_tools.website.survey.lookups import Corpus


def count(number: int) -> str:
    """A number as lists show it at the end of a line."""
    return html.element("span", f"{number:,}", "count")


def in_this_text(document: Document, corpus: Corpus) -> str:
    """Every entry a text names, by kind, the most often named first; nothing where it names none."""
    source = document.source
    named = corpus.named_in[source.id]
    if not named:
        return ""
    paragraphs = pluralise(len(corpus.paragraphs[source.id]), "paragraph")
    about = markdown.paragraph(
        f"Counts, and where in the {paragraphs} each entry is named. A count leads to the mentions.", "", "about"
    )
    parts = [markdown.heading("In this text", 2, "in-this-text"), about]
    by_kind: dict[str, list[str]] = {}
    for entry in sorted(named, key=lambda one: (-sum(named[one].values()), corpus.rank[one])):
        by_kind.setdefault(corpus.entries[entry].kind, []).append(entry)
    for kind in KINDS:
        if entries := by_kind.get(kind):
            parts.append(markdown.heading(f"{PLURALS[kind]} {count(len(entries))}", 3, f"in-{kind}", "k", kind))
            parts.append(markdown.bullets(_named(corpus.entries[one], document, corpus) for one in entries))
    return markdown.block("nav", parts, "rail", aria_labelledby="in-this-text")


def _named(entry: Entry, document: Document, corpus: Corpus) -> str:
    identifier = document.source.id
    places = corpus.named_in[identifier][entry.id]
    link = markdown.link(
        entry.pref_label, text_names.relative(text_names.entry_path(entry.id), text_names.source_path(identifier))
    )
    number = sum(places.values())
    # Without scripts a link to the first place; with them it steps from one to the next.
    first = f"{entry.pref_label}: {pluralise(number, 'mention')}, go to the first"
    to_first = markdown.link(f"{number:,}", f"#{next(iter(places))}", "count", aria_label=first)
    return f"{link} {strip(places, corpus.paragraphs[identifier], entry.kind)} {to_first}"


def where_it_stands(entry: Entry, corpus: Corpus) -> str:
    """The texts that name an entry, and the entries it is tied to; nothing where there are neither."""
    relations = [
        _relation("Related", "related", corpus.related.get(entry.id, ()), corpus),
        _relation("Broader", "broader", tuple(one for one in entry.broader if one in corpus.entries), corpus),
        _relation("Narrower", "narrower", corpus.narrower.get(entry.id, ()), corpus),
        _relation("Not to be confused with", "not-to-be-confused-with", corpus.rivals.get(entry.id, ()), corpus),
    ]
    parts = [*_standing(entry, corpus), *relations]
    label = "where-it-stands" if entry.id in corpus.named_by else "label"
    return markdown.block("nav", parts, "rail", aria_labelledby=label) if any(parts) else ""


def _standing(entry: Entry, corpus: Corpus) -> Iterator[str]:
    named = corpus.named_by.get(entry.id, {})
    if not named:
        return
    mentions, texts = pluralise(corpus.count(entry.id), "mention"), pluralise(len(named), "text")
    yield markdown.heading("Where it stands", 2, "where-it-stands")
    order = ", in order of date" if len(named) > 1 else ""
    yield markdown.paragraph(f"{mentions} in {texts}{order}, by paragraph.", "", "about")
    yield markdown.bullets(
        f"{_text(document, entry)} {strip(named[document.source.id], corpus.paragraphs[document.source.id], entry.kind)}"
        f" {count(sum(named[document.source.id].values()))}"
        for document in corpus.in_order(named)
    )


def _text(document: Document, entry: Entry) -> str:
    source = document.source
    return markdown.link(
        text_names.short_name(source),
        text_names.relative(text_names.source_path(source.id), text_names.entry_path(entry.id)),
    )


def _relation(name: str, identifier: str, entries: tuple[str, ...], corpus: Corpus) -> str:
    if not entries:
        return ""
    links = (
        markdown.link(corpus.entries[one].pref_label, f"{one}.md", "k", corpus.entries[one].kind) for one in entries
    )
    return markdown.blocks([markdown.heading(name, 2, identifier), markdown.bullets(links)])
