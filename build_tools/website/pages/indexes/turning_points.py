"""Two sections of the home page: a few dated events with a passage each, and the size of the registers."""

from __future__ import annotations

from collections.abc import Iterable

from build_tools.model import Entry
from build_tools.model.findings import pluralise
from build_tools.model.registers import Testimony
from build_tools.text import markdown
from build_tools.website.naming import text_names
from build_tools.website.naming.date_words import date_order, time_in_words
from build_tools.website.pages.registers import quoting
from build_tools.website.survey.lookups import Corpus

HOME = "index.md"


def turning_points(corpus: Corpus) -> list[str]:
    """List the events that the editors chose for the home page, in order of date; nothing if they chose none."""
    turning = corpus.edition.turning_points
    chosen = [corpus.entries[identifier] for identifier in turning if identifier in corpus.entries]
    if not chosen:
        return []
    chosen.sort(key=lambda entry: (date_order(entry.event.date if entry.event else None), entry.id))
    points = markdown.block("div", [_point(entry, corpus) for entry in chosen], "points")
    return [markdown.heading("Turning points", 2, "turning-points"), points]


def _point(entry: Entry, corpus: Corpus) -> str:
    event = entry.event
    reporting = {account.source for account in event.accounts} if event else set()
    texts = pluralise(len(reporting | set(corpus.named_by.get(entry.id, {}))), "text")
    when = markdown.escape(time_in_words(event.date)) if event and event.date else "Date not stated"
    discrepancies = corpus.registry.differ_on.get(entry.id, ())
    differ = f", {pluralise(len(discrepancies), 'point')} on which they differ" if discrepancies else ""
    parts = [
        markdown.paragraph(when, "", "at"),
        markdown.heading(quoting.entry_link(entry.id, HOME, corpus), 3, f"point-{entry.id}", "what"),
    ]
    if event and (account := _passage(event.accounts, corpus)):
        parts.append(markdown.paragraph(quoting.quote_account(account, HOME, corpus), "", "told"))
    parts.append(markdown.paragraph(f"In {texts}{differ}.", "", "more"))
    return markdown.block("article", parts, "point")


def _passage(accounts: Iterable[Testimony], corpus: Corpus) -> Testimony | None:
    """Return the best account to quote: of a past event first, then in the site's language, then the longest."""
    return min(
        accounts, key=lambda account: (account.expected, _foreign(account, corpus), -len(account.quote)), default=None
    )


def _foreign(account: Testimony, corpus: Corpus) -> bool:
    block = quoting.quoted_block(account, corpus)
    return block is None or corpus.language_of(block.lang) is not None


def register_counts(corpus: Corpus) -> list[str]:
    """List the numbers of discrepancies, quotations and events, each a link to its page."""
    registry = corpus.registry
    events = sum(entry.event is not None for entry in corpus.entries.values())
    rows = (
        (
            len(registry.discrepancies),
            "point on which they differ",
            "points on which they differ",
            "discrepancies/index.md",
        ),
        (
            len(registry.quotations),
            "quotation with its versions",
            "quotations with their versions",
            "quotations/index.md",
        ),
        (events, "event in order of date", "events in order of date", "timeline.md"),
    )
    items = [
        markdown.link(pluralise(number, singular, plural), text_names.relative(target, HOME))
        for number, singular, plural, target in rows
        if number
    ]
    return [markdown.heading("Read across the texts", 2, "across-the-texts"), markdown.bullets(items)] if items else []
