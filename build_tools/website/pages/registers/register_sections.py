"""Register items on the page of an entry: accounts, roles, differences, quotations."""

from __future__ import annotations

from collections.abc import Iterator

from build_tools.corpus.cited_sentences import Share
from build_tools.model import Entry
from build_tools.model.findings import pluralise
from build_tools.model.registers import Event, Role
from build_tools.text import html, markdown
from build_tools.website.naming import text_names
from build_tools.website.naming.date_words import date_in_words, day_in_words, time_in_words
from build_tools.website.pages.registers import quoting
from build_tools.website.pages.registers.register_pages import speaker
from build_tools.website.survey.lookups import Corpus


def differences_section(entry: Entry, corpus: Corpus) -> str:
    """List the discrepancies that concern an entry."""
    page = text_names.entry_path(entry.id)
    items = [
        f"{quoting.item_link(item, page)} {html.element('span', markdown.escape(item.claim), 'def')}"
        for item in corpus.registry.differ_on.get(entry.id, ())
    ]
    return _section("Where the texts differ", "where-the-texts-differ", items)


def quotations_section(entry: Entry, corpus: Corpus) -> str:
    """List the quotations by an entry or about it."""
    page = text_names.entry_path(entry.id)
    items = []
    for item in corpus.registry.quoted_on.get(entry.id, ()):
        when = date_in_words(item.date) if item.date else ""
        who = "" if item.speaker == entry.id else speaker(item, page, corpus)
        details = ", ".join(part for part in (who, markdown.escape(when)) if part)
        items.append(f"{quoting.item_link(item, page)} {html.element('span', details, 'def')}")
    return _section("Quotations", "quotations", items)


def _section(name: str, identifier: str, items: list[str]) -> str:
    if not items:
        return ""
    listed = markdown.block("div", [markdown.bullets(items)], "register")
    return markdown.blocks([markdown.heading(name, 2, identifier, "label"), listed])


def event_facts(entry: Entry, corpus: Corpus) -> str:
    """List when and where an event took place, and who took part."""
    if entry.event is None:
        return ""
    facts = list(_facts(entry.event, text_names.entry_path(entry.id), corpus))
    return markdown.block("div", [markdown.definitions(facts)], "facts", "one") if facts else ""


def _facts(event: Event, page: str, corpus: Corpus) -> Iterator[tuple[str, str]]:
    yield "Date", markdown.escape(time_in_words(event.date)) if event.date else "not stated"
    if event.derivation:
        yield "How it was dated", quoting.link_evidence(event.derivation, page, corpus)
    if event.place or event.place_name:
        place = quoting.entry_link(event.place, page, corpus) if event.place else markdown.escape(event.place_name)
        yield "Place", place
    if event.participants:
        yield (
            "Participants",
            ", ".join(quoting.entry_link(participant, page, corpus) for participant in event.participants),
        )


def event_accounts(entry: Entry, corpus: Corpus) -> str:
    """List the accounts of an event, each in the words of its text."""
    if entry.event is None or not entry.event.accounts:
        return ""
    page = text_names.entry_path(entry.id)
    shown = [
        markdown.paragraph(quoting.quote_account(account, page, corpus), "", "words")
        for account in entry.event.accounts
    ]
    label = markdown.heading("As each text has it", 2, "as-each-text-has-it", "label")
    return markdown.blocks([label, markdown.block("div", shown, "accounts")])


def roles_section(entry: Entry, corpus: Corpus) -> str:
    """List the offices of a person, each with its dates and its evidence."""
    if not entry.roles:
        return ""
    page = text_names.entry_path(entry.id)
    pairs = [(markdown.escape(_time(role)), _office(role, page, corpus)) for role in entry.roles]
    label = markdown.heading("Roles", 2, "roles", "label")
    return markdown.blocks([label, markdown.block("div", [markdown.definitions(pairs)], "facts", "roles")])


def _time(role: Role) -> str:
    if role.at:
        return time_in_words(role.at)
    return time_in_words(f"{role.begin or '..'}/{role.end or ''}")


def _office(role: Role, page: str, corpus: Corpus) -> str:
    where = f", {quoting.entry_link(role.organisation, page, corpus)}" if role.organisation else ""
    return f"{markdown.escape(role.title)}{where} {quoting.link_evidence(role.evidence, page, corpus)}"


def evidence_share(entry: Entry, corpus: Corpus) -> str:
    """Say how many sentences of an entry carry evidence, and when the entry was reviewed; shown below its notes."""
    share = corpus.registry.figures.shares.get(entry.path, Share())
    if not share.factual:
        return ""
    count = pluralise(share.editorial, "more is", "more are")
    by_editors = f"; {count} the editors’ own" if share.editorial else ""
    words = f"{share.evidence} of {pluralise(share.factual, 'sentence')} with evidence{by_editors}."
    if entry.review and entry.review.on:
        words += f" {entry.review.state.capitalize()} {markdown.escape(day_in_words(entry.review.on))}."
    return markdown.paragraph(words, "", "share")
