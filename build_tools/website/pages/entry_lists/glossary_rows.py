"""The rows of the glossary, and the letters below which they stand."""

from __future__ import annotations

from collections.abc import Mapping

from build_tools.model import Entry
from build_tools.website.localisation import translate
from build_tools.website.markup.body_nodes import Content, Link
from build_tools.website.naming.addresses import entry_path
from build_tools.website.naming.counted_things import mentions_in_texts
from build_tools.website.survey.lookups import Corpus
from build_tools.website.survey.page_order import OTHER, initial

MOST_BOXES = 12
"""The largest number of texts for which each entry has a box for each text, filled where the text names it."""

_LETTER_IDS = {"0–9": "digits", OTHER: "other"}


def entries_by_letter(corpus: Corpus) -> Mapping[str, list[Entry]]:
    """Return the entries by initial, in order."""
    by_letter: dict[str, list[Entry]] = {}
    for entry in corpus.entries.values():
        by_letter.setdefault(initial(entry), []).append(entry)
    return {letter: by_letter[letter] for letter in sorted(by_letter, key=lambda name: (name == OTHER, name))}


def letter_id(letter: str) -> str:
    """Return the id of the heading of a letter."""
    return _LETTER_IDS.get(letter, letter.lower())


def heading_of(letter: str) -> str:
    """Return the heading of a letter in words."""
    return translate("Other") if letter == OTHER else letter


def defined_entry(entry: Entry) -> Content:
    """Return an entry with its definition, as it is read without a template."""
    return (Link((entry.pref_label,), entry_path(entry.id)), f": {entry.definition}")


def filtered_names(entry: Entry) -> tuple[str, ...]:
    """Return the names by which the filter finds an entry, the preferred one first."""
    return (entry.pref_label, *(label.text for label in (*entry.alt_labels, *entry.short_labels)))


def listed_entry(entry: Entry, corpus: Corpus) -> dict[str, object]:
    """Return an entry for the template: with its labels, for the filter, and the texts that name it."""
    named = corpus.named_by.get(entry.id, {})
    has_boxes = len(corpus.documents) <= MOST_BOXES
    return {
        "kind": entry.kind,
        "label": entry.pref_label,
        "to": f"glossary/{entry.id}",
        "labels": " | ".join(filtered_names(entry)),
        "definition": entry.definition,
        "boxes": [document.source.id in named for document in corpus.documents] if has_boxes else [],
        "number": corpus.count(entry.id),
        "mentions": _mentions(entry, corpus),
    }


def _mentions(entry: Entry, corpus: Corpus) -> str:
    texts = len(corpus.named_by.get(entry.id, {}))
    if not texts:
        return translate("in no text")
    return mentions_in_texts(corpus.count(entry.id), texts)
