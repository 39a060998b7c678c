"""The index of entries: A to Z and by kind, complete without scripts; a script adds the filter."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from build_tools.model import KINDS, PLURALS, Entry
from build_tools.model.findings import pluralise
from build_tools.website.markup.body_nodes import (
    Block,
    Bullets,
    Content,
    Division,
    Heading,
    Inline,
    Link,
    Paragraph,
    Slot,
)
from build_tools.website.markup.composed_page import ComposedPage
from build_tools.website.naming import text_names
from build_tools.website.pages.indexes.index_page import Index, compose_index, count_span
from build_tools.website.survey.lookups import Corpus, initial

GLOSSARY = "glossary/index.md"
MOST_BOXES = 12
"""The largest number of texts for which each entry has a box for each text, filled where the text names it."""

_LETTER_IDS = {"0–9": "digits", "Other": "other"}


def glossary_page(corpus: Corpus) -> ComposedPage:
    """Compose the index of entries."""
    by_letter: dict[str, list[Entry]] = {}
    for entry in corpus.entries.values():
        by_letter.setdefault(initial(entry), []).append(entry)
    letters = {letter: by_letter[letter] for letter in sorted(by_letter, key=lambda name: (name == "Other", name))}
    around = {
        "kinds": KINDS,
        "letters": [
            {"id": _letter_id(letter), "entries": [_listed(entry, corpus) for entry in entries]}
            for letter, entries in letters.items()
        ],
    }
    names = pluralise(len(corpus.entries), "name and term", "names and terms")
    texts = pluralise(len(corpus.documents), "text")
    index = Index(
        "glossary",
        f"{names}, each traced to the {texts} that use them.",
        below=tuple(_blocks(letters, corpus)),
        template="glossary.html",
        around=around,
        scripts=("assets/entries.js",),
    )
    return compose_index(GLOSSARY, index, corpus)


def _blocks(letters: Mapping[str, list[Entry]], corpus: Corpus) -> Iterator[Block]:
    yield Slot("tools")
    yield Heading(2, "a-z", ("A–Z",))
    yield Division((Paragraph(_links(letters)),), ("letters",), "nav", (("aria-label", "Letters"),))
    for letter, entries in letters.items():
        identifier = _letter_id(letter)
        yield Heading(3, identifier, (letter,), ("letter",))
        yield Slot(f"entries {identifier}", (Bullets(tuple(_defined(entry) for entry in entries)),))
    yield Heading(2, "by-kind", ("By kind",))
    yield from _by_kind(corpus)


def _letter_id(letter: str) -> str:
    return _LETTER_IDS.get(letter, letter.lower())


def _links(letters: Iterable[str]) -> Content:
    links: list[Inline] = []
    for letter in letters:
        links += [*([" "] if links else []), Link((letter,), f"#{_letter_id(letter)}")]
    return tuple(links)


def _defined(entry: Entry) -> Content:
    return (Link((entry.pref_label,), text_names.entry_path(entry.id)), f": {entry.definition}")


def _listed(entry: Entry, corpus: Corpus) -> dict[str, object]:
    """Return an entry for the template: with its labels, for the filter, and the texts that name it."""
    labels = (entry.pref_label, *(label.text for label in (*entry.alt_labels, *entry.short_labels)))
    named = corpus.named_by.get(entry.id, {})
    has_boxes = len(corpus.documents) <= MOST_BOXES
    return {
        "kind": entry.kind,
        "label": entry.pref_label,
        "to": f"glossary/{entry.id}",
        "labels": " | ".join(labels),
        "definition": entry.definition,
        "boxes": [document.source.id in named for document in corpus.documents] if has_boxes else [],
        "mentions": _mentions(entry, corpus),
    }


def _mentions(entry: Entry, corpus: Corpus) -> str:
    texts = len(corpus.named_by.get(entry.id, {}))
    if not texts:
        return "in no text"
    return f"{pluralise(corpus.count(entry.id), 'mention')} in {pluralise(texts, 'text')}"


def _by_kind(corpus: Corpus) -> Iterator[Block]:
    for kind in KINDS:
        entries = [entry for entry in corpus.entries.values() if entry.kind == kind]
        if entries:
            plural = PLURALS[kind]
            yield Heading(3, plural.lower(), (plural, " ", count_span(len(entries))), ("k", kind))
            links = tuple(
                (Link((entry.pref_label,), text_names.entry_path(entry.id)), " ", count_span(corpus.count(entry.id)))
                for entry in entries
            )
            yield Division((Bullets(links),), ("kind-list",))
