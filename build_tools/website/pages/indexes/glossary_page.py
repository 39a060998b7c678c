"""The index of entries: A to Z and by kind, complete without scripts; a script adds the filter."""

from __future__ import annotations

from collections.abc import Iterable

from build_tools.model import KINDS, PLURALS, Entry, Page
from build_tools.model.findings import pluralise
from build_tools.text import html, markdown
from build_tools.website.pages.indexes.home_page import index_page
from build_tools.website.pages.parts.charts import MOST_BOXES, swatch, texts_chart
from build_tools.website.pages.parts.sidebar import count_badge
from build_tools.website.survey.lookups import Corpus, initial

GLOSSARY = "glossary/index.md"
_LETTER_IDS = {"0–9": "digits", "Other": "other"}


def glossary_page(corpus: Corpus) -> Page:
    """Compose the index of entries."""
    by_letter: dict[str, list[Entry]] = {}
    for entry in corpus.entries.values():
        by_letter.setdefault(initial(entry), []).append(entry)
    letters = sorted(by_letter, key=lambda letter: (letter == "Other", letter))
    # A script fills in the filter and shows it, so without scripts no control is shown that does not work.
    parts = [
        html.raw_block("div", [], "tools", hidden="", data_kinds=" ".join(KINDS)),
        markdown.heading("A–Z", 2, "a-z"),
        _letters(letters),
    ]
    for letter in letters:
        parts.append(markdown.heading(markdown.escape(letter), 3, _letter_id(letter), "letter"))
        items = (_item(entry, corpus) for entry in by_letter[letter])
        parts.append(markdown.block("div", [markdown.bullets(items)], "entries"))
    parts += [markdown.heading("By kind", 2, "by-kind"), *_by_kind(corpus)]
    entries = pluralise(len(corpus.entries), "name and term", "names and terms")
    texts = pluralise(len(corpus.documents), "text")
    description = f"{entries}, each traced to the {texts} that use them."
    return index_page(GLOSSARY, "glossary", parts, corpus, description, scripts=("assets/entries.js",))


def _letter_id(letter: str) -> str:
    return _LETTER_IDS.get(letter, letter.lower())


def _letters(letters: Iterable[str]) -> str:
    links = " ".join(markdown.link(letter, f"#{_letter_id(letter)}") for letter in letters)
    return markdown.block("nav", [links], "letters", aria_label="Letters")


def _item(entry: Entry, corpus: Corpus) -> str:
    labels = (entry.pref_label, *(label.text for label in (*entry.alt_labels, *entry.short_labels)))
    named = corpus.named_by.get(entry.id, {})
    parts = [
        swatch(entry.kind),
        html.element("span", entry.kind, "kind"),
        markdown.link(entry.pref_label, f"{entry.id}.md", "e", data_kind=entry.kind, data_labels=" | ".join(labels)),
        html.element("span", markdown.escape(entry.definition), "def"),
    ]
    if len(corpus.documents) <= MOST_BOXES:
        parts.append(
            html.element("span", texts_chart(document.source.id in named for document in corpus.documents), "in")
        )
    parts.append(html.element("span", _mentions(entry, corpus), "count"))
    return " ".join(parts)


def _mentions(entry: Entry, corpus: Corpus) -> str:
    texts = len(corpus.named_by.get(entry.id, {}))
    if not texts:
        return "in no text"
    return f"{pluralise(corpus.count(entry.id), 'mention')} in {pluralise(texts, 'text')}"


def _by_kind(corpus: Corpus) -> Iterable[str]:
    for kind in KINDS:
        entries = [entry for entry in corpus.entries.values() if entry.kind == kind]
        if entries:
            plural = PLURALS[kind]
            yield markdown.heading(f"{plural} {count_badge(len(entries))}", 3, plural.lower(), "k", kind)
            links = (
                f"{markdown.link(entry.pref_label, f'{entry.id}.md')} {count_badge(corpus.count(entry.id))}"
                for entry in entries
            )
            yield markdown.block("div", [markdown.bullets(links)], "kind-list")
