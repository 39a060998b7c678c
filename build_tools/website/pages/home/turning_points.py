"""Two sections of the home page: a few dated events with a passage each, and the size of the registers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from build_tools.corpus.page_fields import CLAIMS
from build_tools.model import Entry
from build_tools.model.registers import Testimony
from build_tools.website.localisation import translate, translate_count
from build_tools.website.markup.body_nodes import Block, Bullets, Division, Heading, Link, Paragraph
from build_tools.website.naming.counted_things import counted_differences, counted_quotations, counted_texts
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
    return (Heading(2, "turning-points", (translate("Turning points"),)), Division(points, ("points",)))


def _point(entry: Entry, corpus: Corpus) -> Iterator[Block]:
    event = entry.event
    yield Paragraph(
        (time_in_words(event.date) if event and event.date else translate("Date not stated"),), classes=("at",)
    )
    yield Heading(3, f"point-{entry.id}", (linked_passages.entry_link(entry.id, corpus),), ("what",))
    if event and (account := _passage(event.accounts, corpus)):
        yield Paragraph(linked_passages.quote_account(account, corpus), classes=("told",))
    texts = counted_texts(len(corpus.named_by.get(entry.id, {})))
    discrepancies = corpus.registry.differ_on.get(entry.id, ())
    yield Paragraph(
        (f"{texts} · {counted_differences(len(discrepancies))}" if discrepancies else texts,), classes=("more",)
    )


def _passage(accounts: Iterable[Testimony], corpus: Corpus) -> Testimony | None:
    """Return the best account to quote: of a past event, in the site's language, with a date, and the longest."""
    return min(accounts, key=lambda account: _rank(account, corpus), default=None)


def _rank(account: Testimony, corpus: Corpus) -> tuple[bool, bool, bool, int]:
    return account.expected, _foreign(account, corpus), account.date is None, -len(account.quote)


def _foreign(account: Testimony, corpus: Corpus) -> bool:
    block = linked_passages.quoted_block(account, corpus)
    return block is None or corpus.language_of(block.lang) is not None


def _differences(number: int) -> str:
    return translate_count(number, "{number} difference between the texts", "{number} differences between the texts")


def _questions(number: int) -> str:
    return translate_count(number, "{number} contested question", "{number} contested questions")


def _events(number: int) -> str:
    return translate_count(number, "{number} dated event", "{number} dated events")


def register_counts(corpus: Corpus) -> tuple[Block, ...]:
    """List the numbers of discrepancies, quotations, contested questions and events, each a link to its page."""
    registry = corpus.registry
    events = sum(entry.event is not None for entry in corpus.entries.values())
    items = tuple(
        (Link((count(number),), path),)
        for number, count, path in (
            (len(registry.discrepancies), _differences, "discrepancies/index.md"),
            (len(registry.quotations), counted_quotations, "quotations/index.md"),
            (len(corpus.edition.questions), _questions, CLAIMS),
            (events, _events, "timeline.md"),
        )
        if number
    )
    return (Heading(2, "across-the-texts", (translate("Across the texts"),)), Bullets(items)) if items else ()
