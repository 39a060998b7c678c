"""Two sections of the home page: a few dated events with a passage each, and the size of the registers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from build_tools.model import Entry
from build_tools.model.findings import pluralise
from build_tools.model.registers import Testimony
from build_tools.website.markup.body_nodes import Block, Bullets, Division, Heading, Link, Paragraph
from build_tools.website.naming.date_words import date_order, time_in_words
from build_tools.website.pages.registers import linked_passages
from build_tools.website.survey.lookups import Corpus


def turning_points(corpus: Corpus) -> tuple[Block, ...]:
    """List the events that the editors chose for the home page, in order of date; nothing if they chose none."""
    turning = corpus.edition.turning_points
    chosen = [corpus.entries[identifier] for identifier in turning if identifier in corpus.entries]
    if not chosen:
        return ()
    chosen.sort(key=lambda entry: (date_order(entry.event.date if entry.event else None), entry.id))
    points = tuple(Division(tuple(_point(entry, corpus)), ("point",), "article") for entry in chosen)
    return (Heading(2, "turning-points", ("Turning points",)), Division(points, ("points",)))


def _point(entry: Entry, corpus: Corpus) -> Iterator[Block]:
    event = entry.event
    yield Paragraph((time_in_words(event.date) if event and event.date else "Date not stated",), classes=("at",))
    yield Heading(3, f"point-{entry.id}", (linked_passages.entry_link(entry.id, corpus),), ("what",))
    if event and (account := _passage(event.accounts, corpus)):
        yield Paragraph(linked_passages.quote_account(account, corpus), classes=("told",))
    reporting = {account.source for account in event.accounts} if event else set()
    texts = pluralise(len(reporting | set(corpus.named_by.get(entry.id, {}))), "text")
    discrepancies = corpus.registry.differ_on.get(entry.id, ())
    differ = f", {pluralise(len(discrepancies), 'point')} on which they differ" if discrepancies else ""
    yield Paragraph((f"In {texts}{differ}.",), classes=("more",))


def _passage(accounts: Iterable[Testimony], corpus: Corpus) -> Testimony | None:
    """Return the best account to quote: of a past event first, then in the site's language, then the longest."""
    return min(
        accounts, key=lambda account: (account.expected, _foreign(account, corpus), -len(account.quote)), default=None
    )


def _foreign(account: Testimony, corpus: Corpus) -> bool:
    block = linked_passages.quoted_block(account, corpus)
    return block is None or corpus.language_of(block.lang) is not None


def register_counts(corpus: Corpus) -> tuple[Block, ...]:
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
    items = tuple(
        (Link((pluralise(number, singular, plural),), path),) for number, singular, plural, path in rows if number
    )
    return (Heading(2, "across-the-texts", ("Read across the texts",)), Bullets(items)) if items else ()
