"""The previews of all entries in one data file, which pages load when a reader first opens a preview."""

from __future__ import annotations

from build_tools.model import Data, Entry
from build_tools.website.data.data_scripts import as_script
from build_tools.website.naming.vocabulary import language_order
from build_tools.website.pages.entry.offices import describe_offices, offices_at
from build_tools.website.survey.lookups import Corpus

PATH = "data/entries.js"


def preview_data(corpus: Corpus) -> Data:
    """Return the previews by entry id: label, kind, definition, names in other languages, counts, offices."""
    names = {entry.id: entry.pref_label for entry in corpus.entries.values()}
    previews = {entry.id: _preview(entry, corpus, names) for entry in corpus.entries.values()}
    return as_script(PATH, "readerEntries", dict(sorted(previews.items())))


def _preview(entry: Entry, corpus: Corpus, names: dict[str, str]) -> dict[str, object]:
    """Return one preview without its empty fields; offices are given only for texts that name the entry."""
    named = corpus.named_by.get(entry.id, {})
    held = {source: offices_at(entry, corpus.by_id[source].source, names) for source in named}
    full: dict[str, object] = {
        "label": entry.pref_label,
        "kind": entry.kind,
        "definition": entry.definition,
        "names": _names(entry, corpus.edition.language),
        "mentions": corpus.count(entry.id),
        "texts": len(named),
        "offices": describe_offices(entry.roles, names),
        "at": {source: words for source, words in held.items() if words},
    }
    return {field: value for field, value in full.items() if value}


def _names(entry: Entry, site: str) -> list[list[str]]:
    """Return the preferred (first) name in each other language, as pairs of name and language tag."""
    first: dict[str, str] = {}
    for label in entry.alt_labels:
        if label.lang != site:
            first.setdefault(label.lang, label.text)
    return [[text, lang] for lang, text in sorted(first.items(), key=lambda pair: language_order(pair[0], site))]
