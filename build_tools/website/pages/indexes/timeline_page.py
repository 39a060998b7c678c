"""The timeline: all events and texts in order of date, the events in the words of the texts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from build_tools.model import Document, Entry
from build_tools.model.dates import read_date
from build_tools.model.findings import pluralise
from build_tools.model.registers import Event, Testimony
from build_tools.website.markup.body_nodes import (
    Block,
    Content,
    Division,
    Heading,
    Inline,
    Link,
    Paragraph,
    Phrase,
    Slot,
)
from build_tools.website.markup.composed_page import ComposedPage
from build_tools.website.naming import text_names
from build_tools.website.naming.date_words import date_order, time_in_words
from build_tools.website.pages.indexes.index_page import Index, compose_index
from build_tools.website.pages.parts.timeline_chart import Line, Mark, timeline_chart
from build_tools.website.pages.registers import linked_passages
from build_tools.website.pages.registers.register_indexes import year_heading, year_heading_id
from build_tools.website.survey.lookups import Corpus

TIMELINE = "timeline.md"


@dataclass(frozen=True, slots=True)
class Moment:
    """An event (an entry) or a text, with its date in EDTF; None if not stated."""

    date: str | None
    thing: Entry | Document


def timeline_page(corpus: Corpus) -> ComposedPage:
    """Compose the timeline: a chart, then a list that says the same in full."""
    all_moments = moments(corpus)
    events = pluralise(sum(isinstance(moment.thing, Entry) for moment in all_moments), "event")
    index = Index(
        "timeline",
        f"{events} that the texts report, in order of date.",
        below=(Slot("chart"), *_years(all_moments, corpus)),
        template="timeline.html",
        around={"chart": timeline_chart(_lines(all_moments, corpus))},
    )
    return compose_index(TIMELINE, index, corpus)


def _years(all_moments: tuple[Moment, ...], corpus: Corpus) -> Iterator[Block]:
    by_year: dict[str, list[Moment]] = {}
    for moment in all_moments:
        by_year.setdefault(year_heading(moment.date), []).append(moment)
    for name, items in by_year.items():
        yield Heading(2, year_heading_id(name), (name,), ("year",))
        yield from (_moment(item, corpus) for item in items)


def _lines(all_moments: tuple[Moment, ...], corpus: Corpus) -> list[Line]:
    """Return the lines of the chart: those of the editors, one for all other events, one for the texts."""
    on_a_line = {entry for band in corpus.edition.bands for entry in band.entries}
    lines = [(band.title, set(band.entries)) for band in corpus.edition.bands]
    rest = {_identifier(moment) for moment in all_moments if isinstance(moment.thing, Entry)} - on_a_line
    lines.append(("Other events" if on_a_line else "What happened", rest))
    lines.append(("The texts", {_identifier(moment) for moment in all_moments if isinstance(moment.thing, Document)}))
    return [(title, _marks(identifiers, all_moments, corpus)) for title, identifiers in lines if identifiers]


def _marks(identifiers: set[str], all_moments: tuple[Moment, ...], corpus: Corpus) -> list[Mark]:
    on_line = (moment for moment in all_moments if _identifier(moment) in identifiers)
    return [(moment.date, _disputed(moment, corpus)) for moment in on_line]


def moments(corpus: Corpus) -> tuple[Moment, ...]:
    """Return events and texts in order of date, undated events last."""
    events = [Moment(entry.event.date, entry) for entry in corpus.entries.values() if entry.event]
    texts = [Moment(document.source.issued, document) for document in corpus.documents if document.source.issued]
    return tuple(sorted((*events, *texts), key=lambda moment: (date_order(moment.date), _identifier(moment))))


def _identifier(moment: Moment) -> str:
    return moment.thing.id if isinstance(moment.thing, Entry) else moment.thing.source.id


def _disputed(moment: Moment, corpus: Corpus) -> bool:
    """Tell whether the texts differ on the date."""
    discrepancies = corpus.registry.differ_on.get(_identifier(moment), ()) if isinstance(moment.thing, Entry) else ()
    return any(discrepancy.kind == "date" for discrepancy in discrepancies)


def _moment(moment: Moment, corpus: Corpus) -> Division:
    disputed = _disputed(moment, corpus)
    when = time_in_words(moment.date) if moment.date else "Date not stated"
    note = "the texts differ" if disputed else precision(moment.date)
    line: Content = (when, " ", Phrase((note,), ("precision",))) if note else (when,)
    body = _event(moment.thing, corpus) if isinstance(moment.thing, Entry) else _text(moment.thing)
    state = "disputed" if disputed else "" if precision(moment.date) == "day" else "vague"
    kind = "written" if isinstance(moment.thing, Document) else "happened"
    day = Paragraph(line, f"on-{_identifier(moment)}", ("at",))
    return Division((day, *body), ("moment", kind, state), "article")


def precision(edtf: str | None) -> str:
    """Return how exactly a date (EDTF) is known, in a word or two; "" if there is no date."""
    date = read_date(edtf)
    if not date:
        return ""
    if not date.single:
        return "no end in the texts" if date.is_ongoing else "within these bounds"
    about, uncertain = ", about" * date.single.approximate, ", uncertain" * date.single.uncertain
    return f"{date.single.precision}{about}{uncertain}"


def _event(entry: Entry, corpus: Corpus) -> Iterator[Block]:
    title: list[Inline] = [linked_passages.entry_link(entry.id, corpus)]
    for item in corpus.registry.differ_on.get(entry.id, ()):
        title += [" ", linked_passages.difference_sign(item, f"on {entry.name}")]
    yield Heading(3, f"event-{entry.id}", tuple(title), ("what",))
    event = entry.event
    if event is None:
        return
    if accounts := _first_accounts(event):
        yield Paragraph(tuple(_told(accounts, corpus)), classes=("told",))
    if more := len(event.accounts) - len(accounts):
        link = Link((pluralise(more, "more account"),), f"{text_names.entry_path(entry.id)}#as-each-text-has-it")
        yield Paragraph((link,), classes=("more",))
    if event.derivation:
        yield _derivation(*linked_passages.written(event.derivation, TIMELINE, corpus))


def _told(accounts: tuple[Testimony, ...], corpus: Corpus) -> Iterator[Inline]:
    for number, account in enumerate(accounts):
        yield from ((", ",) if number else ())
        yield from linked_passages.quote_account(account, corpus)


def _derivation(*words: Inline) -> Division:
    return Division((Paragraph(words),), ("derivation",), "details", summary="How it was dated")


def _first_accounts(event: Event) -> tuple[Testimony, ...]:
    """Return the first account of each text."""
    firsts: dict[str, Testimony] = {}
    for account in event.accounts:
        firsts.setdefault(account.source, account)
    return tuple(firsts.values())


def _text(document: Document) -> Iterator[Block]:
    source = document.source
    link = Link((text_names.citation(source),), text_names.source_path(source.id))
    yield Heading(3, f"text-{source.id}", ("Text: ", link), ("what",))
    if reason := source.inferred.get("issued"):
        yield _derivation(reason)
