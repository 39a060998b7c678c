"""Entries as things of schema.org: terms of a set, which are persons, organisations, places or events too."""

from __future__ import annotations

from collections.abc import Iterable

from build_tools.model import Entry
from build_tools.model.dates import iso_date, iso_single, read_date
from build_tools.model.registers import Role
from build_tools.website.naming.addresses import entry_path
from build_tools.website.pages.metadata.linked_things import (
    Thing,
    address,
    entries_of,
    entry_types,
    named_entry,
    organisation,
    website,
    without_empty,
)
from build_tools.website.survey.lookups import Corpus

_INDEX = "glossary/index.md"

_PART_OF = {
    ("place", "place"): "containedInPlace",
    ("place", "polity"): "containedInPlace",
    ("polity", "polity"): "containedInPlace",
    ("polity", "place"): "containedInPlace",
    ("organisation", "organisation"): "parentOrganization",
    ("event", "event"): "superEvent",
}
"""The property by which a thing of one kind is part of one of another, as `broader` says."""


def term(entry: Entry, corpus: Corpus) -> Thing:
    """Return an entry with all that its page states as data."""
    names = dict.fromkeys(label.text for label in entry.alt_labels if label.text != entry.name)
    at = address(entry_path(entry.id), corpus)
    web = [entry.notation] if entry.notation and entry.notation.startswith("http") else []
    thing: Thing = {
        "@type": entry_types(entry),
        "@id": at,
        "url": at,
        "name": entry.pref_label,
        "alternateName": list(names),
        "description": entry.definition,
        "termCode": entry.id,
        "sameAs": list(dict.fromkeys((*entry.same_as, *web))),
        **_as_event(entry, corpus),
        **_offices(entry, corpus),
        **_part_of(entry, corpus),
        "inDefinedTermSet": _named_set(corpus),
    }
    return without_empty(thing)


def term_set(listed: Iterable[Entry], corpus: Corpus) -> Thing:
    """Return the glossary with the entries that its index lists."""
    terms = [{**named_entry(entry, corpus), "@type": "DefinedTerm"} for entry in listed]
    return without_empty({**_named_set(corpus), "isPartOf": website(corpus), "hasDefinedTerm": terms})


def _named_set(corpus: Corpus) -> Thing:
    at = address(_INDEX, corpus)
    name = corpus.edition.site.name
    whole = f"Glossary of the {name}" if name else "Glossary"
    return without_empty({"@type": "DefinedTermSet", "@id": at, "name": whole, "url": at})


def _as_event(entry: Entry, corpus: Corpus) -> Thing:
    """Return when and where an event happened, and who took part; nothing for another entry."""
    event = entry.event
    if not event:
        return {}
    date = read_date(event.date)
    begin, end = (date.begin, date.end if date.is_interval else None) if date else (None, None)
    place = corpus.entries.get(event.place or "")
    others = list(entries_of(event.participants, corpus))
    return {
        "startDate": iso_single(begin),
        "endDate": iso_single(end),
        "location": named_entry(place, corpus) if place else event.place_name,
        "attendee": [named_entry(other, corpus) for other in others],
    }


def _offices(entry: Entry, corpus: Corpus) -> Thing:
    """Return the offices that a person held, as roles: in an organisation, or of which only the title is known."""
    offices: dict[str, list[Thing]] = {}
    for role in entry.roles:
        known = corpus.entries.get(role.organisation or "")
        inner = organisation(known, corpus) if known else _named_only(role)
        name = "affiliation" if inner else "jobTitle"
        office: Thing = {
            "@type": "OrganizationRole" if inner else "Role",
            name: inner or role.title,
            "roleName": role.title,
            "startDate": iso_date(role.begin),
            "endDate": iso_date(role.end),
        }
        offices.setdefault(name, []).append(without_empty(office))
    return {**offices}


def _named_only(role: Role) -> Thing:
    return {"@type": "Organization", "name": role.organisation} if role.organisation else {}


def _part_of(entry: Entry, corpus: Corpus) -> Thing:
    wholes: dict[str, list[Thing]] = {}
    for broader in entries_of(entry.broader, corpus):
        if name := _PART_OF.get((entry.kind, broader.kind)):
            wholes.setdefault(name, []).append(named_entry(broader, corpus))
    return {**wholes}
