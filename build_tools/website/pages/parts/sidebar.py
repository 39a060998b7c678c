"""The sidebar of a text or an entry: who and what is named, where and how often."""

from __future__ import annotations

from build_tools.model import KINDS, PLURALS, Document, Entry
from build_tools.model.findings import pluralise
from build_tools.text import html
from build_tools.website.naming import text_names
from build_tools.website.pages.parts.charts import mention_bars
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


def entry_sidebar(entry: Entry, corpus: Corpus) -> dict[str, object] | None:
    """Return the texts that name an entry and the entries related to it, for the template; None if there are neither.

    Returns:
        A `summary` of the mentions; the `texts`, each with its name, page, count and the path of its chart; and the
        `relations`: a name, an id, and entries, each with its label, page and kind.
    """
    found = [
        ("Related", "related", corpus.related.get(entry.id, ())),
        ("Broader", "broader", tuple(broader for broader in entry.broader if broader in corpus.entries)),
        ("Narrower", "narrower", corpus.narrower.get(entry.id, ())),
        ("Not to be confused with", "not-to-be-confused-with", corpus.rivals.get(entry.id, ())),
    ]
    relations = [_relation(name, identifier, entries, corpus) for name, identifier, entries in found if entries]
    named = corpus.named_by.get(entry.id, {})
    if not named and not relations:
        return None
    order = ", in order of date" if len(named) > 1 else ""
    mentions, texts = pluralise(corpus.count(entry.id), "mention"), pluralise(len(named), "text")
    return {
        "summary": f"{mentions} in {texts}{order}, by paragraph.",
        "texts": [_text_line(document, entry, corpus) for document in corpus.in_order(named)],
        "relations": relations,
    }


def _text_line(document: Document, entry: Entry, corpus: Corpus) -> dict[str, str]:
    source = document.source
    places = corpus.named_by[entry.id][source.id]
    return {
        "label": text_names.short_name(source),
        "to": f"sources/{source.id}",
        "count": f"{sum(places.values()):,}",
        "bars": mention_bars(places, corpus.paragraphs[source.id]),
    }


def _relation(name: str, identifier: str, entries: tuple[str, ...], corpus: Corpus) -> dict[str, object]:
    linked = [
        {"label": corpus.entries[entry].pref_label, "to": f"glossary/{entry}", "kind": corpus.entries[entry].kind}
        for entry in entries
    ]
    return {"name": name, "id": identifier, "entries": linked}
