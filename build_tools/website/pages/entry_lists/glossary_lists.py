"""The glossary in pages, where it is too long for one: by letter and by kind.

Their addresses are two steps below the glossary, where no id of an entry can be: `glossary/letters/s`. The years of an
entry called `letters` are there too, but no letter has the name of a year.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from build_tools.model import KINDS, PLURALS, Entry
from build_tools.website.localisation import translate, write_number
from build_tools.website.markup.body_nodes import Block, Bullets, Content, Division, Heading, Link, Paragraph, Slot
from build_tools.website.markup.composed_page import ComposedPage
from build_tools.website.naming.counted_things import counted_entries
from build_tools.website.naming.vocabulary import kind_in_plural
from build_tools.website.pages.entry_lists.glossary_rows import (
    defined_entry,
    entries_by_letter,
    heading_of,
    letter_id,
    listed_entry,
)
from build_tools.website.survey.lookups import Corpus, page_fields

GLOSSARY = "glossary/index.md"

MOST_ON_ONE_PAGE = 300
"""The largest number of entries that the glossary shows on one page."""

ENTRIES_OF_PAGE = 200
"""The largest number of entries on each of its pages otherwise."""

_NEAR = 2


def is_in_pages(corpus: Corpus) -> bool:
    """Return whether the glossary is divided into pages."""
    return len(corpus.entries) > MOST_ON_ONE_PAGE


def letter_path(letter: str, number: int = 1) -> str:
    """Return the path of a page with the entries of a letter, below docs/."""
    return _path(f"glossary/letters/{letter_id(letter)}", number)


def kind_path(kind: str, number: int = 1) -> str:
    """Return the path of a page with the entries of a kind, below docs/."""
    return _path(f"glossary/kinds/{PLURALS[kind].lower()}", number)


def _path(stem: str, number: int) -> str:
    return f"{stem}/{number}.md" if number > 1 else f"{stem}.md"


def glossary_pages(corpus: Corpus, whole: str = "") -> Iterator[ComposedPage]:
    """Yield the pages by letter and by kind; none where the glossary is one page.

    Args:
        corpus: The edition.
        whole: What the filter of the whole glossary offers.
    """
    if not is_in_pages(corpus):
        return
    letters = entries_by_letter(corpus)
    for letter, entries in letters.items():
        yield from _pages(letter_path(letter), _heading_of_letter(letter), entries, whole, corpus)
    for kind in KINDS:
        if entries := [entry for entry in corpus.entries.values() if entry.kind == kind]:
            yield from _pages(kind_path(kind), _heading_of_kind(kind), entries, whole, corpus)


def letter_links(letters: Mapping[str, Sequence[Entry]]) -> Division:
    """Return links to the pages of letters."""
    links: list[Content] = [
        (Link((heading_of(letter),), letter_path(letter), label=name_of_letter(letter)),) for letter in letters
    ]
    return Division((Bullets(tuple(links)),), ("letters",), "nav", (("aria-label", translate("Letters")),))


def name_of_letter(letter: str) -> str:
    """Return what a link to a letter is called, since an entry can have the name of a letter."""
    return translate("{letter}: entries", letter=heading_of(letter))


def _heading_of_letter(letter: str) -> Heading:
    return Heading(2, letter_id(letter), (heading_of(letter),), ("letter",))


def _heading_of_kind(kind: str) -> Heading:
    return Heading(2, PLURALS[kind].lower(), (kind_in_plural(kind),), ("k", kind))


def _pages(
    first: str, heading: Heading, entries: Sequence[Entry], whole: str, corpus: Corpus
) -> Iterator[ComposedPage]:
    stem = first.removesuffix(".md")
    last = -(-len(entries) // ENTRIES_OF_PAGE)
    for number in range(1, last + 1):
        listed = entries[(number - 1) * ENTRIES_OF_PAGE : number * ENTRIES_OF_PAGE]
        title = translate("Glossary: {name}", name=heading.content[0])
        if last > 1:
            title = translate("{title}, page {number}", title=title, number=write_number(number))
        fields: dict[str, str | tuple[str, ...]] = {
            "title": title,
            "description": counted_entries(len(entries)),
            "kind": "glossary",
            "scripts": ("assets/entries.js",),
        }
        around = {
            "kinds": KINDS,
            "whole": whole,
            "letters": [{"id": heading.id, "entries": [listed_entry(entry, corpus) for entry in listed]}],
        }
        body: tuple[Block, ...] = (
            Heading(1, "title", (title,)),
            Paragraph((_range(entries, listed),)),
            letter_links(entries_by_letter(corpus)),
            Slot("tools"),
            heading,
            Slot(f"entries {heading.id}", (Bullets(tuple(defined_entry(entry) for entry in listed)),)),
            _ways(stem, number, last),
        )
        path = _path(stem, number)
        yield ComposedPage(path, "glossary.html", page_fields(path, corpus, fields), around, body, GLOSSARY)


def _range(entries: Sequence[Entry], listed: Sequence[Entry]) -> str:
    """Return how many entries there are, and between which names those of a page are."""
    counted = counted_entries(len(entries))
    if len(listed) == len(entries):
        return counted
    first, final = listed[0].pref_label, listed[-1].pref_label
    return translate("{entries}; on this page {first} to {last}", entries=counted, first=first, last=final)


def _ways(stem: str, number: int, last: int) -> Division:
    near = range(number - _NEAR, number + _NEAR + 1)
    numbers = sorted({page for page in (1, *near, last) if 0 < page <= last} - {number})
    links: list[Content] = [
        (Link((translate("Page {number}", number=write_number(page)),), _path(stem, page)),) for page in numbers
    ]
    links.append((Link((translate("The whole glossary"),), GLOSSARY),))
    return Division((Bullets(tuple(links)),), ("year-ways",), "nav", (("aria-label", translate("Letters and pages")),))
