"""The column beside a text or an entry: who and what is named, where, how often."""

from __future__ import annotations

from collections.abc import Iterator

from build_tools import markup
from build_tools.findings import counted
from build_tools.model import KINDS, Document, Entry
from build_tools.pages import citing
from build_tools.pages.corpus import Corpus
from build_tools.pages.pictures import strip
from build_tools.pages.vocabulary import PLURALS


def count(number: int) -> str:
    """A number as lists show it at the end of a line."""
    return markup.element("span", f"{number:,}", "count")


def in_this_text(document: Document, corpus: Corpus) -> str:
    """Every entry a text names, by kind, the most often named first; nothing where it names none."""
    source = document.source
    named = corpus.named_in[source.id]
    if not named:
        return ""
    paragraphs = counted(len(corpus.paragraphs[source.id]), "paragraph")
    about = markup.paragraph(
        f"Counts, and where in the {paragraphs} each entry is named. A count leads to the mentions.", "", "about"
    )
    parts = [markup.heading("In this text", 2, "in-this-text"), about]
    by_kind: dict[str, list[str]] = {}
    for entry in sorted(named, key=lambda one: (-sum(named[one].values()), corpus.rank[one])):
        by_kind.setdefault(corpus.entries[entry].kind, []).append(entry)
    for kind in KINDS:
        if entries := by_kind.get(kind):
            parts.append(markup.heading(f"{PLURALS[kind]} {count(len(entries))}", 3, f"in-{kind}", "k", kind))
            parts.append(markup.bullets(_named(corpus.entries[one], document, corpus) for one in entries))
    return markup.block("nav", parts, "rail", aria_labelledby="in-this-text")


def _named(entry: Entry, document: Document, corpus: Corpus) -> str:
    identifier = document.source.id
    places = corpus.named_in[identifier][entry.id]
    link = markup.link(entry.pref_label, citing.relative(citing.entry_path(entry.id), citing.source_path(identifier)))
    number = sum(places.values())
    # Without scripts a link to the first place; with them it steps from one to the next.
    first = f"{entry.pref_label}: {counted(number, 'mention')}, go to the first"
    to_first = markup.link(f"{number:,}", f"#{next(iter(places))}", "count", aria_label=first)
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
    return markup.block("nav", parts, "rail", aria_labelledby=label) if any(parts) else ""


def _standing(entry: Entry, corpus: Corpus) -> Iterator[str]:
    named = corpus.named_by.get(entry.id, {})
    if not named:
        return
    mentions, texts = counted(corpus.count(entry.id), "mention"), counted(len(named), "text")
    yield markup.heading("Where it stands", 2, "where-it-stands")
    order = ", in order of date" if len(named) > 1 else ""
    yield markup.paragraph(f"{mentions} in {texts}{order}, by paragraph.", "", "about")
    yield markup.bullets(
        f"{_text(document, entry)} {strip(named[document.source.id], corpus.paragraphs[document.source.id], entry.kind)}"
        f" {count(sum(named[document.source.id].values()))}"
        for document in corpus.in_order(named)
    )


def _text(document: Document, entry: Entry) -> str:
    source = document.source
    return markup.link(
        citing.short_name(source), citing.relative(citing.source_path(source.id), citing.entry_path(entry.id))
    )


def _relation(name: str, identifier: str, entries: tuple[str, ...], corpus: Corpus) -> str:
    if not entries:
        return ""
    links = (markup.link(corpus.entries[one].pref_label, f"{one}.md", "k", corpus.entries[one].kind) for one in entries)
    return markup.blocks([markup.heading(name, 2, identifier), markup.bullets(links)])
