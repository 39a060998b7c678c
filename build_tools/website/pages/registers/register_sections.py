"""What the registers add to other pages: marks beside a text, sections on the page of an entry."""

from __future__ import annotations

from collections.abc import Iterator

from build_tools.corpus.cited_sentences import Share
from build_tools.model import Block, Entry
from build_tools.model.findings import pluralise
from build_tools.model.registers import Event, Role
from build_tools.text import html, markdown
from build_tools.website.naming import text_names
from build_tools.website.naming.date_words import date_in_words, day_in_words, time_in_words
from build_tools.website.pages.registers import quoting
from build_tools.website.pages.registers.register_pages import speaker
from build_tools.website.survey.lookups import Corpus

_DIFFERENCE = "≠"
_QUOTATION = "”"
_SINGLE = 2  # signs that stand one by one; more become one line


def marks(source: str, block: Block, corpus: Corpus) -> str:
    """The signs of a block: ≠ where texts differ, ” where a quotation is registered; or nothing.

    Up to two are links; of more we show how many, and below that, once opened, each by its title.
    """
    page, where = text_names.source_path(source), text_names.place_name(block)
    registry = corpus.registry
    differ = registry.differ_at.get((source, block.id), ())
    quoted = registry.quoted_at.get((source, block.id), ())
    lang = corpus.edition.language if corpus.language_of(block.lang) else None
    if len(differ) + len(quoted) > _SINGLE:
        items = [
            markdown.link(one.title, text_names.relative(quoting.register_path(one), page), name)
            for name, found in (("differ", differ), ("quotation", quoted))
            for one in found
        ]
        signs = [f"{sign} {len(found)}" for sign, found in ((_DIFFERENCE, differ), (_QUOTATION, quoted)) if found]
        counts = [pluralise(len(differ), "difference")] if differ else []
        counts += [pluralise(len(quoted), "quotation")] if quoted else []
        label = f"{' and '.join(counts)} at {where}"
        summary = {"summary": " ".join(signs), "summary_label": label}
        return markdown.block("details", [markdown.bullets(items)], "marks", lang=lang, **summary)
    links = [quoting.difference_sign(one, page, f"at {where}") for one in differ]
    for one in quoted:
        target = text_names.relative(quoting.register_path(one), page)
        links.append(markdown.link(_QUOTATION, target, "quotation", aria_label=f"Quotation at {where}: {one.title}"))
    return markdown.paragraph(" ".join(links), "", "marks", lang=lang) if links else ""


def differences(entry: Entry, corpus: Corpus) -> str:
    """The points that concern an entry."""
    page = text_names.entry_path(entry.id)
    items = [
        f"{quoting.item_link(one, page)} {html.element('span', markdown.escape(one.claim), 'def')}"
        for one in corpus.registry.differ_on.get(entry.id, ())
    ]
    return _section("Where the texts differ", "where-the-texts-differ", items)


def quotations(entry: Entry, corpus: Corpus) -> str:
    """The quotations by an entry or about it."""
    page = text_names.entry_path(entry.id)
    items = []
    for one in corpus.registry.quoted_on.get(entry.id, ()):
        when = date_in_words(one.date) if one.date else ""
        who = "" if one.speaker == entry.id else speaker(one, page, corpus)
        details = ", ".join(part for part in (who, markdown.escape(when)) if part)
        items.append(f"{quoting.item_link(one, page)} {html.element('span', details, 'def')}")
    return _section("Quotations", "quotations", items)


def _section(name: str, identifier: str, items: list[str]) -> str:
    if not items:
        return ""
    listed = markdown.block("div", [markdown.bullets(items)], "register")
    return markdown.blocks([markdown.heading(name, 2, identifier, "label"), listed])


def event_facts(entry: Entry, corpus: Corpus) -> str:
    """When and where an event took place, with whom."""
    if entry.event is None:
        return ""
    facts = list(_facts(entry.event, text_names.entry_path(entry.id), corpus))
    return markdown.block("div", [markdown.definitions(facts)], "facts", "one") if facts else ""


def _facts(event: Event, page: str, corpus: Corpus) -> Iterator[tuple[str, str]]:
    yield "Date", markdown.escape(time_in_words(event.date)) if event.date else "not stated"
    if event.derivation:
        yield "How dated", quoting.cited(event.derivation, page, corpus)
    if event.place or event.place_name:
        named = quoting.entry_link(event.place, page, corpus) if event.place else markdown.escape(event.place_name)
        yield "Place", named
    if event.participants:
        yield "Participants", ", ".join(quoting.entry_link(one, page, corpus) for one in event.participants)


def accounts(entry: Entry, corpus: Corpus) -> str:
    """An event as each text has it, in its own words."""
    if entry.event is None or not entry.event.accounts:
        return ""
    page = text_names.entry_path(entry.id)
    told = [markdown.paragraph(quoting.passage(one, page, corpus), "", "words") for one in entry.event.accounts]
    label = markdown.heading("As each text has it", 2, "as-each-text-has-it", "label")
    return markdown.blocks([label, markdown.block("div", told, "accounts")])


def roles(entry: Entry, corpus: Corpus) -> str:
    """The offices of a person, each with its time and its evidence."""
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
    return f"{markdown.escape(role.title)}{where} {quoting.cited(role.evidence, page, corpus)}"


def evidence_share(entry: Entry, corpus: Corpus) -> str:
    """How many sentences of an entry carry evidence, and when it was reviewed, at the foot of its notes."""
    share = corpus.registry.figures.shares.get(entry.path, Share())
    if not share.factual:
        return ""
    own = pluralise(share.own, "more is", "more are")
    ours = f"; {own} the editors’ own" if share.own else ""
    words = f"{share.evidence} of {pluralise(share.factual, 'sentence')} with evidence{ours}."
    if entry.review and entry.review.on:
        words += f" {entry.review.state.capitalize()} {markdown.escape(day_in_words(entry.review.on))}."
    return markdown.paragraph(words, "", "share")
