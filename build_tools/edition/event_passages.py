"""Where texts speak of an entry: where they name it and, for an event, where they report it in plain words.

This is the one rule by which pages, search and figures count: an account of an event counts like a mention, once,
whether its words hold a name of the event or not.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from build_tools.edition.publication.wanted_passages import find_words
from build_tools.model import Document, Entry, Mention

ACCOUNT = "account"
"""What stands for the rule of a passage in which a text reports an event without its name."""

Mentions = Mapping[str, Sequence[Mention]]
"""Mentions in order of place, by the id of the text."""

Passages = Mapping[str, tuple[Mention, ...]]
"""Passages that speak of entries, by the id of the text."""


def reporting_passages(documents: Iterable[Document], mentions: Mentions, entries: Iterable[Entry]) -> Passages:
    """Return the passages in which texts report an event without its name, as mentions that are not linked.

    An account whose words overlap a mention of the event is that mention.

    Args:
        documents: The texts.
        mentions: The mentions of each text, by its id.
        entries: The glossary.
    """
    accounts: dict[str, list[tuple[str, str, str]]] = {}
    for entry in entries:
        for account in entry.event.accounts if entry.event else ():
            accounts.setdefault(account.source, []).append((account.block, account.quote, entry.id))
    reports = {
        document.source.id: _reported_in(document, mentions.get(document.source.id, ()), accounts[document.source.id])
        for document in documents
        if document.source.id in accounts
    }
    return {source: passages for source, passages in reports.items() if passages}


def _reported_in(
    document: Document, mentions: Sequence[Mention], accounts: Iterable[tuple[str, str, str]]
) -> tuple[Mention, ...]:
    texts = {block.id: block.text for block in document.blocks}
    order = {identifier: number for number, identifier in enumerate(texts)}
    found = {
        Mention(document.source.id, block, *span, texts[block][slice(*span)], entry, ACCOUNT)
        for block, quote, entry in accounts
        if (span := find_words(quote, texts.get(block, "")))
    }
    plain = (passage for passage in found if not any(_overlap(passage, mention) for mention in mentions))
    return tuple(sorted(plain, key=lambda passage: (order[passage.block], passage.start, passage)))


def _overlap(first: Mention, second: Mention) -> bool:
    is_same = first.block == second.block and first.entry == second.entry
    return is_same and first.start < second.end and second.start < first.end


def all_passages(documents: Iterable[Document], mentions: Mentions, entries: Iterable[Entry]) -> Passages:
    """Return the mentions of each text with the passages in which it reports events, by the id of the text."""
    reports = reporting_passages(documents, mentions, entries)
    return {source: (*mentions.get(source, ()), *reports.get(source, ())) for source in {**mentions, **reports}}


def events_in_agreement(passages: Mentions, entries: Iterable[Entry]) -> Iterator[str]:
    """Yield the ids of events that are counted in every text that has an account of them.

    Args:
        passages: What is counted, by the id of the text.
        entries: The glossary.
    """
    counted = {(passage.entry, source) for source, listed in passages.items() for passage in listed}
    for entry in entries:
        accounts = entry.event.accounts if entry.event else ()
        if entry.event and all((entry.id, account.source) in counted for account in accounts if account.quote):
            yield entry.id
