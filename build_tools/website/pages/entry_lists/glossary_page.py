"""The index of entries: A to Z and by kind, complete without scripts; a script adds the filter.

Where there are many entries, it leads to pages by letter and by kind, and lists the entries with the most mentions.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from build_tools.model import KINDS, PLURALS, Entry
from build_tools.website.localisation import translate, translate_count
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
from build_tools.website.naming.addresses import entry_path
from build_tools.website.naming.vocabulary import kind_in_plural
from build_tools.website.pages.entry_lists.glossary_lists import (
    GLOSSARY,
    is_in_pages,
    kind_path,
    letter_links,
    name_of_letter,
)
from build_tools.website.pages.entry_lists.glossary_rows import (
    defined_entry,
    entries_by_letter,
    heading_of,
    letter_id,
    listed_entry,
)
from build_tools.website.pages.indexes.index_page import Index, compose_index, count_span
from build_tools.website.pages.metadata import glossary_metadata
from build_tools.website.survey.lookups import Corpus

MOST_MENTIONED = 50
"""How many of the entries with the most mentions the index has, where it leads to pages."""

_MENTIONED = "most-mentioned"


def glossary_page(corpus: Corpus, whole: str = "") -> ComposedPage:
    """Compose the index of entries.

    Args:
        corpus: The edition.
        whole: What the filter of the whole glossary offers, where the entries are in pages.
    """
    letters = entries_by_letter(corpus)
    lists: Mapping[str, list[Entry]] = {letter_id(letter): entries for letter, entries in letters.items()}
    blocks = _blocks(letters, corpus)
    if is_in_pages(corpus):
        mentioned = sorted(corpus.entries.values(), key=lambda entry: -corpus.count(entry.id))[:MOST_MENTIONED]
        lists = {_MENTIONED: mentioned}
        blocks = _blocks_of_many(letters, mentioned, corpus)
    listed = tuple(entry for entries in lists.values() for entry in entries)
    around = {
        "metadata": glossary_metadata(listed, corpus),
        "kinds": KINDS,
        "whole": whole,
        "letters": [
            {"id": identifier, "entries": [listed_entry(entry, corpus) for entry in entries]}
            for identifier, entries in lists.items()
        ],
    }
    names = translate_count(len(corpus.entries), "{number} name and term", "{number} names and terms")
    index = Index(
        "glossary",
        translate_count(
            len(corpus.documents),
            "{names}, each traced to the {number} text that use them.",
            "{names}, each traced to the {number} texts that use them.",
            names=names,
        ),
        below=tuple(blocks),
        template="glossary.html",
        around=around,
        scripts=("assets/entries.js",),
    )
    return compose_index(GLOSSARY, index, corpus)


def _blocks(letters: Mapping[str, list[Entry]], corpus: Corpus) -> Iterator[Block]:
    yield Slot("tools")
    yield Heading(2, "a-z", (translate("A–Z"),))
    yield Division((Paragraph(_links(letters)),), ("letters",), "nav", (("aria-label", translate("Letters")),))
    for letter, entries in letters.items():
        identifier = letter_id(letter)
        yield Heading(3, identifier, (heading_of(letter),), ("letter",))
        yield Slot(f"entries {identifier}", (Bullets(tuple(defined_entry(entry) for entry in entries)),))
    yield Heading(2, "by-kind", (translate("By kind"),))
    yield from _by_kind(corpus)


def _blocks_of_many(letters: Mapping[str, list[Entry]], mentioned: list[Entry], corpus: Corpus) -> Iterator[Block]:
    """Yield links to the pages by letter and by kind, and the entries with the most mentions."""
    yield Slot("tools")
    yield Heading(2, "a-z", (translate("A–Z"),))
    yield letter_links(letters)
    yield Heading(2, "by-kind", (translate("By kind"),))
    for kind in KINDS:
        if number := sum(entry.kind == kind for entry in corpus.entries.values()):
            link = Link((kind_in_plural(kind),), kind_path(kind))
            yield Heading(3, PLURALS[kind].lower(), (link, " ", count_span(number)), ("k", kind))
    yield Heading(2, _MENTIONED, (translate("Most mentioned"),))
    yield Slot(f"entries {_MENTIONED}", (Bullets(tuple(defined_entry(entry) for entry in mentioned)),))


def _links(letters: Iterable[str]) -> Content:
    links: list[Inline] = []
    for letter in letters:
        link = Link((heading_of(letter),), f"#{letter_id(letter)}", label=name_of_letter(letter))
        links += [*([" "] if links else []), link]
    return tuple(links)


def _by_kind(corpus: Corpus) -> Iterator[Block]:
    for kind in KINDS:
        entries = [entry for entry in corpus.entries.values() if entry.kind == kind]
        if entries:
            yield Heading(3, PLURALS[kind].lower(), (kind_in_plural(kind), " ", count_span(len(entries))), ("k", kind))
            links = tuple(
                (Link((entry.pref_label,), entry_path(entry.id)), " ", count_span(corpus.count(entry.id)))
                for entry in entries
            )
            yield Division((Bullets(links),), ("kind-list",))
