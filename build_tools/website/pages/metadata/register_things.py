"""Differences as claims and statements as quotations of schema.org, with the places of the texts where they appear.

A claim that texts disagree on is no `ClaimReview`: the edition says who says what, and rates nobody.
"""

from __future__ import annotations

from collections.abc import Iterable

from build_tools.model.dates import iso_date
from build_tools.model.registers import Anchored, Attribution, Discrepancy, Original, Quotation, Testimony
from build_tools.website.naming.outside_names import work_place
from build_tools.website.pages.metadata.linked_things import (
    Thing,
    address,
    entries_of,
    named_entry,
    named_text,
    website,
    without_empty,
)
from build_tools.website.pages.registers.linked_passages import block_place, quoted_block, register_path
from build_tools.website.survey.lookups import Corpus


def claim(item: Discrepancy, corpus: Corpus) -> Thing:
    """Return what texts differ on, and where each says what."""
    at = address(register_path(item), corpus)
    thing: Thing = {
        "@type": "Claim",
        "@id": at,
        "url": at,
        "name": item.title,
        "text": item.claim,
        "about": _about(item.about, corpus),
        "appearance": [_appearance(testimony, corpus) for testimony in item.says],
        "isPartOf": website(corpus),
    }
    return without_empty(thing)


def quotation(item: Quotation, corpus: Corpus) -> Thing:
    """Return a statement, who made it, and the versions of the texts."""
    at = address(register_path(item), corpus)
    first = item.originals[0] if item.originals else None
    thing: Thing = {
        "@type": "Quotation",
        "@id": at,
        "url": at,
        "name": item.title,
        "text": first.quote if first else None,
        "inLanguage": first.lang if first else None,
        "spokenByCharacter": _speaker(item.speaker or item.speaker_name, corpus),
        "dateCreated": iso_date(item.date),
        "about": _about(item.about, corpus),
        "citation": [work for original in item.originals if (work := _cited(original, corpus))],
        "workExample": [_appearance(version, corpus) for version in item.versions],
        "isPartOf": website(corpus),
    }
    return without_empty(thing)


def _appearance(anchored: Anchored, corpus: Corpus) -> Thing:
    """Return the words of one place of one text; where the text may not be quoted, the place alone."""
    block = quoted_block(anchored, corpus)
    by = anchored.by if isinstance(anchored, Testimony) else None
    thing: Thing = {
        "@type": "Quotation",
        "url": address(block_place(anchored), corpus),
        "text": anchored.quote,
        "inLanguage": block.lang if block else None,
        "spokenByCharacter": _asserter(by, corpus) if by else None,
        "isPartOf": named_text(anchored.source, corpus),
    }
    return without_empty(thing)


def _asserter(by: Attribution, corpus: Corpus) -> Thing:
    return {} if by.kind == "unnamed" else _speaker(by.name, corpus)


def _speaker(name: str, corpus: Corpus) -> Thing:
    """Return an entry by its id, or somebody of whom there is but a name; nothing for no name."""
    entry = corpus.entries.get(name)
    return named_entry(entry, corpus) if entry else without_empty({"@type": "Thing", "name": name}) if name else {}


def _about(identifiers: Iterable[str], corpus: Corpus) -> list[Thing]:
    return [named_entry(entry, corpus) for entry in entries_of(identifiers, corpus)]


def _cited(original: Original, corpus: Corpus) -> Thing:
    work = corpus.registry.works.get(original.work)
    if work is None:
        return {}
    at = address(work_place(work.id), corpus)
    return without_empty({"@type": "CreativeWork", "@id": at, "name": work.title, "url": work.url})
