"""Whether texts give different dates for an event: by what each says of it, not of something beside it."""

from __future__ import annotations

from itertools import combinations

from build_tools.edition.publication.wanted_passages import find_words
from build_tools.model import Entry
from build_tools.model.date_comparison import may_be_same
from build_tools.model.registers import Discrepancy, Event, Testimony
from build_tools.website.survey.lookups import Corpus

Witness = tuple[str, str]
"""Who tells of an event: a text by its id, in one of its languages."""

_FEWEST = 2
"""Fewer witnesses than this cannot differ."""


def texts_differ(entry: Entry, corpus: Corpus) -> bool:
    """Return whether texts give an event dates that cannot be the same.

    Where two witnesses date it, their dates decide. Where they do not, a registered difference of dates does, if two
    witnesses are quoted on it and it is the date of this event that they differ on.
    """
    dated = _dated(entry.event, corpus) if entry.event else set()
    if len({witness for witness, _ in dated}) >= _FEWEST:
        pairs = combinations(sorted(dated), 2)
        return any(first[0] != second[0] and not may_be_same(first[1], second[1]) for first, second in pairs)
    points = (point for point in corpus.registry.differ_on.get(entry.id, ()) if point.kind == "date")
    return any(subject_of(point, corpus) == entry.id for point in points)


def _dated(event: Event, corpus: Corpus) -> set[tuple[Witness, str]]:
    """Return what each witness says of the date; what was still to come may have come at another time."""
    accounts = (account for account in event.accounts if account.date and not account.expected)
    return {(_witness(account, corpus), account.date or "") for account in accounts}


def subject_of(point: Discrepancy, corpus: Corpus) -> str | None:
    """Return the id of the event whose date two witnesses differ on; None if there is none.

    Of the events that the point is about, it is the one that the quoted passages tell of, or else the first.
    """
    if len({_witness(passage, corpus) for passage in point.says}) < _FEWEST:
        return None
    about = (corpus.entries[identifier] for identifier in point.about if identifier in corpus.entries)
    events = [entry for entry in about if entry.event]
    subject = max(events, key=lambda entry: len(_witnesses_of(entry, point, corpus)), default=None)
    return subject.id if subject else None


def _witnesses_of(entry: Entry, point: Discrepancy, corpus: Corpus) -> set[Witness]:
    """Return the witnesses whose quoted passages are a part of an account of the event."""
    accounts = entry.event.accounts if entry.event else ()
    return {
        _witness(passage, corpus)
        for passage in point.says
        if any(_overlap(passage, account, corpus) for account in accounts)
    }


def _overlap(passage: Testimony, account: Testimony, corpus: Corpus) -> bool:
    if (passage.source, passage.block) != (account.source, account.block):
        return False
    block = corpus.blocks.get(passage.source, {}).get(passage.block)
    first, second = (find_words(quoted.quote, block.text) if block else None for quoted in (passage, account))
    return bool(first and second and first[0] < second[1] and second[0] < first[1])


def _witness(passage: Testimony, corpus: Corpus) -> Witness:
    block = corpus.blocks.get(passage.source, {}).get(passage.block)
    return passage.source, block.lang if block else ""
