"""Register items on the page of an entry: accounts, roles, differences, quotations."""

from __future__ import annotations

from collections.abc import Iterator

from build_tools.corpus.cited_sentences import Share
from build_tools.model import Entry
from build_tools.model.registers import Discrepancy, Event, Role
from build_tools.website.localisation import for_translation, translate, translate_count
from build_tools.website.markup.body_nodes import (
    Block,
    Bullets,
    Content,
    Definitions,
    Division,
    Heading,
    Paragraph,
    Phrase,
)
from build_tools.website.naming.addresses import entry_path
from build_tools.website.naming.date_words import date_in_words, day_in_words, time_in_words
from build_tools.website.pages.parts.date_layers import has_layers, layer_rows
from build_tools.website.pages.registers import linked_passages
from build_tools.website.survey.lookups import Corpus

_REVIEWED = {
    "draft": for_translation("Draft {date}."),
    "checked": for_translation("Checked {date}."),
    "reviewed": for_translation("Reviewed {date}."),
}
"""What a page says of the state of an entry's review, and since when."""


def section_label(words: str, identifier: str) -> Heading:
    """Return the heading of a section in the margin of a page."""
    return Heading(2, identifier, (words,), ("label",))


def differences_section(entry: Entry, corpus: Corpus) -> Iterator[Block]:
    """List the discrepancies that concern an entry and, apart, the points on which texts agree."""
    differ, agree = corpus.registry.differ_on.get(entry.id, ()), corpus.registry.agree_on.get(entry.id, ())
    yield from _section(
        translate("Where the texts differ"), "where-the-texts-differ", [_point(item) for item in differ]
    )
    yield from _section(
        translate("Where they differ only in precision"), "only-in-precision", [_point(item) for item in agree]
    )


def _point(item: Discrepancy) -> Content:
    return (linked_passages.item_link(item), " ", Phrase((item.claim,), ("def",)))


def quotations_section(entry: Entry, corpus: Corpus) -> Iterator[Block]:
    """List the quotations by an entry or about it."""
    items: list[Content] = []
    for item in corpus.registry.quoted_on.get(entry.id, ()):
        when = date_in_words(item.date) if item.date else ""
        who = "" if item.speaker == entry.id else linked_passages.speaker(item, corpus)
        details = (who, ", ", when) if who and when else (who or when,)
        items.append((linked_passages.item_link(item), " ", Phrase(details, ("def",))))
    yield from _section(translate("Quotations"), "quotations", items)


def _section(name: str, identifier: str, items: list[Content]) -> Iterator[Block]:
    if items:
        yield section_label(name, identifier)
        yield Division((Bullets(tuple(items)),), ("register",))


def event_facts(entry: Entry, corpus: Corpus) -> Iterator[Block]:
    """List when and where an event took place, and who took part."""
    if entry.event is not None:
        facts = tuple(_facts(entry.event, entry_path(entry.id), corpus))
        yield Division((Definitions(facts),), ("facts", "one"))


def _facts(event: Event, page: str, corpus: Corpus) -> Iterator[tuple[Content, Content]]:
    if has_layers(event):
        yield from layer_rows(event, page, corpus)
    else:
        yield (translate("Date"),), (time_in_words(event.date) if event.date else translate("not stated"),)
    if event.derivation:
        yield (translate("How it was dated"),), linked_passages.written(event.derivation, page, corpus)
    if event.place or event.place_name:
        yield (
            (translate("Place"),),
            (linked_passages.entry_link(event.place, corpus) if event.place else event.place_name,),
        )
    if event.participants:
        links = [linked_passages.entry_link(participant, corpus) for participant in event.participants]
        yield (translate("Participants"),), tuple(part for link in links for part in (", ", link))[1:]


def event_accounts(entry: Entry, corpus: Corpus) -> Iterator[Block]:
    """List the accounts of an event, each in the words of its text."""
    if entry.event is not None and entry.event.accounts:
        yield section_label(translate("As each text has it"), "as-each-text-has-it")
        accounts = entry.event.accounts
        shown = tuple(
            Paragraph(linked_passages.quote_account(account, corpus, accounts), classes=("words",))
            for account in accounts
        )
        yield Division(shown, ("accounts",))


def roles_section(entry: Entry, corpus: Corpus) -> Iterator[Block]:
    """List the offices of a person, each with its dates and its evidence."""
    if entry.roles:
        page = entry_path(entry.id)
        yield section_label(translate("Offices"), "roles")
        pairs = tuple(((_time(role),), _office(role, page, corpus)) for role in entry.roles)
        yield Division((Definitions(pairs),), ("facts", "roles"))


def _time(role: Role) -> str:
    if role.at:
        return time_in_words(role.at)
    return time_in_words(f"{role.begin or '..'}/{role.end or ''}")


def _office(role: Role, page: str, corpus: Corpus) -> Content:
    where: Content = (", ", linked_passages.entry_link(role.organisation, corpus)) if role.organisation else ()
    return (role.title, *where, " ", *linked_passages.written(role.evidence, page, corpus))


def evidence_share(entry: Entry, corpus: Corpus) -> str:
    """Say how many sentences of an entry carry evidence, and when the entry was reviewed; "" if it has none."""
    share = corpus.registry.figures.shares.get(entry.path, Share())
    if not share.factual:
        return ""
    words = translate_count(
        share.factual,
        "{part} of {number} sentence with evidence.",
        "{part} of {number} sentences with evidence.",
        part=share.evidence,
    )
    if share.editorial:
        words = translate_count(
            share.factual,
            "{part} of {number} sentence with evidence; {more} the editors’ own.",
            "{part} of {number} sentences with evidence; {more} the editors’ own.",
            part=share.evidence,
            more=translate_count(share.editorial, "{number} more is", "{number} more are"),
        )
    if entry.review and entry.review.on:
        words += " " + translate(_REVIEWED[entry.review.state], date=day_in_words(entry.review.on))
    return words
