"""What the home page tells first: a few dated events with a passage each, and how much the registers hold."""

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
    """The events that the editors chose for the home page, in order of date; nothing where they chose none."""
    chosen = [corpus.entries[one] for one in corpus.edition.turning_points if one in corpus.entries]
    if not chosen:
        return []
    chosen.sort(key=lambda one: (date_order(one.event.date if one.event else None), one.id))
    points = markdown.block("div", [_point(one, corpus) for one in chosen], "points")
    return [markdown.heading("Turning points", 2, "turning-points"), points]


def _point(entry: Entry, corpus: Corpus) -> str:
    event = entry.event
    told = {one.source for one in event.accounts} if event else set()
    texts = pluralise(len(told | set(corpus.named_by.get(entry.id, {}))), "text")
    when = markdown.escape(time_in_words(event.date)) if event and event.date else "Date not stated"
    signs = corpus.registry.differ_on.get(entry.id, ())
    differ = f", {pluralise(len(signs), 'point')} on which they differ" if signs else ""
    parts = [
        markdown.paragraph(when, "", "at"),
        markdown.heading(quoting.entry_link(entry.id, HOME, corpus), 3, f"point-{entry.id}", "what"),
    ]
    if event and (account := _passage(event.accounts, corpus)):
        parts.append(markdown.paragraph(quoting.passage(account, HOME, corpus), "", "told"))
    parts.append(markdown.paragraph(f"In {texts}{differ}.", "", "more"))
    return markdown.block("article", parts, "point")


def _passage(accounts: Iterable[Testimony], corpus: Corpus) -> Testimony | None:
    """The account that says most, among those in the site's language if there are any, and of what came to pass."""
    ranked = sorted(accounts, key=lambda one: (one.expected, _foreign(one, corpus), -len(one.quote)))
    return ranked[0] if ranked else None


def _foreign(account: Testimony, corpus: Corpus) -> bool:
    block = quoting.cited_block(account, corpus)
    return block is None or corpus.language_of(block.lang) is not None


def register_counts(corpus: Corpus) -> list[str]:
    """How many points, quotations and events there are, each number a link to its list."""
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
        markdown.link(pluralise(number, one, many), text_names.relative(target, HOME))
        for number, one, many, target in rows
        if number
    ]
    return [markdown.heading("Read across the texts", 2, "across-the-texts"), markdown.bullets(items)] if items else []
