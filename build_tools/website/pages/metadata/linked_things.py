"""The things of schema.org that several pages speak of, by the addresses that make them the same."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from build_tools.model import Creator, Entry, Source
from build_tools.model.dates import iso_date
from build_tools.model.entry_kinds import ENTRY_KINDS
from build_tools.website.citations.csl import cited_title
from build_tools.website.naming.addresses import entry_path, page_address, site_base, source_path
from build_tools.website.survey.lookups import Corpus

_CONTEXT = "https://schema.org"
ENTRY_TYPES = {kind.name: kind.schema_type for kind in ENTRY_KINDS}

Thing = dict[str, object]
"""A schema.org object, by property."""


def in_context(thing: Thing) -> Thing:
    """Return a thing as a document of JSON-LD."""
    return {"@context": _CONTEXT, **thing}


def address(place: str, corpus: Corpus) -> str | None:
    """Return the address of a place of the site: the path of a page below docs/, with or without a fragment.

    None where the address of the site is not known.
    """
    site = corpus.edition.site.url
    path, sign, fragment = place.partition("#")
    return f"{site_base(site)}{page_address(path, use_directories=True)}{sign}{fragment}" if site else None


def website(corpus: Corpus) -> Thing:
    """Return the edition."""
    site = corpus.edition.site
    if not site.name and not site.url:
        return {}
    return without_empty({"@type": "WebSite", "@id": address("index.md", corpus), "name": site.name, "url": site.url})


def named_entry(entry: Entry, corpus: Corpus) -> Thing:
    """Return an entry as other pages name it."""
    thing = {"@type": entry_types(entry), "@id": address(entry_path(entry.id), corpus), "name": entry.pref_label}
    return without_empty(thing)


def entry_types(entry: Entry) -> str | list[str]:
    """Return the types of an entry: a term, and what the term names, where schema.org has a type for its kind."""
    schema_type = ENTRY_TYPES.get(entry.kind)
    return ["DefinedTerm", schema_type] if schema_type else "DefinedTerm"


def named_text(identifier: str, corpus: Corpus) -> Thing:
    """Return a text as other pages name it; nothing where there is none with this id."""
    if identifier not in corpus.by_id:
        return {}
    name = cited_title(corpus.by_id[identifier].source)
    return without_empty({"@type": "CreativeWork", "@id": address(source_path(identifier), corpus), "name": name})


def maker(creator: Creator, number: int, source: Source, corpus: Corpus) -> Thing:
    """Return a maker of a text.

    Where they worked is an organisation only as far as the glossary has one: the words around it are what they were
    there, and words in which no entry is named are a description, since they can be a name or an office.

    Args:
        creator: The maker.
        number: The place among the makers of the text, from 1.
        source: The text.
        corpus: The edition.
    """
    entry = creator.entry if creator.entry in corpus.entries else None
    place = entry_path(entry) if entry else f"{source_path(source.id)}#maker-{number}"
    thing: Thing = {
        "@type": "Organization" if creator.kind == "organisation" else "Person",
        "@id": address(place, corpus),
        "name": creator.name,
    }
    if words := creator.affiliation:
        organisations = _organisations_in(words, corpus)
        thing["affiliation"] = [organisation(corpus.entries[identifier], corpus) for identifier in organisations]
        is_name = words.casefold() in corpus.organisations
        thing["jobTitle" if organisations else "description"] = None if is_name else words
    return without_empty(thing)


def organisation(entry: Entry, corpus: Corpus) -> Thing:
    """Return an organisation of the glossary as one that people belong to."""
    return without_empty(
        {"@type": "Organization", "@id": address(entry_path(entry.id), corpus), "name": entry.pref_label}
    )


def _organisations_in(words: str, corpus: Corpus) -> list[str]:
    """Return the organisations that words name by any of their labels, in the order in which they are named."""
    folded, found = words.casefold(), dict[str, int]()
    for label, entry in corpus.organisations.items():
        named = label in folded and re.search(rf"(?<!\w){re.escape(label)}(?!\w)", folded)
        if named:
            found[entry] = min(named.start(), found.get(entry, named.start()))
    return sorted(found, key=lambda entry: (found[entry], entry))


def stated(source: Source, name: str, date: str | None) -> str | None:
    """Return a date in ISO 8601 if the text states it and it is a single day, month or year, else None."""
    return None if name in source.inferred else iso_date(date)


def without_empty(thing: Mapping[str, object]) -> Thing:
    """Return a thing without the properties that have no value."""
    return {key: value for key, value in thing.items() if value}


def entries_of(identifiers: Iterable[str], corpus: Corpus) -> Iterator[Entry]:
    """Return the entries with these ids, as far as there are any."""
    return (corpus.entries[identifier] for identifier in identifiers if identifier in corpus.entries)
