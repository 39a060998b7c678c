"""The timeline: all events and texts in order of date, the events in the words of the texts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from build_tools.model import Document, Entry, Page
from build_tools.model.dates import read_date
from build_tools.model.findings import pluralise
from build_tools.model.registers import Event, Testimony
from build_tools.text import html, markdown
from build_tools.website.naming import text_names
from build_tools.website.naming.date_words import date_order, time_in_words
from build_tools.website.pages.indexes.home_page import index_page
from build_tools.website.pages.parts.timeline_chart import Line, Mark, draw_timeline
from build_tools.website.pages.registers import quoting
from build_tools.website.pages.registers.register_indexes import year_heading, year_heading_id
from build_tools.website.survey.lookups import Corpus

TIMELINE = "timeline.md"


@dataclass(frozen=True, slots=True)
class Moment:
    """An event (an entry) or a text, with its date in EDTF; None if not stated."""

    date: str | None
    thing: Entry | Document


def timeline_page(corpus: Corpus) -> Page:
    """Compose the timeline: a chart, then a list that says the same in full."""
    all_moments = moments(corpus)
    parts = [draw_timeline(_lines(all_moments, corpus))]
    by_year: dict[str, list[Moment]] = {}
    for moment in all_moments:
        by_year.setdefault(year_heading(moment.date), []).append(moment)
    for name, items in by_year.items():
        parts.append(markdown.heading(name, 2, year_heading_id(name), "year"))
        parts += [_moment(item, corpus) for item in items]
    events = pluralise(sum(isinstance(moment.thing, Entry) for moment in all_moments), "event")
    return index_page(TIMELINE, "timeline", parts, corpus, f"{events} that the texts report, in order of date.")


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


def _moment(moment: Moment, corpus: Corpus) -> str:
    disputed = _disputed(moment, corpus)
    name = _identifier(moment)
    when = markdown.escape(time_in_words(moment.date)) if moment.date else "Date not stated"
    note = "the texts differ" if disputed else precision(moment.date)
    line = f"{when} {html.element('span', note, 'precision')}" if note else when
    body = _event(moment.thing, corpus) if isinstance(moment.thing, Entry) else _text(moment.thing)
    state = "disputed" if disputed else "" if precision(moment.date) == "day" else "vague"
    kind = "written" if isinstance(moment.thing, Document) else "happened"
    return markdown.block(
        "article", [markdown.paragraph(line, "", "at"), *body], "moment", kind, state, id=f"on-{name}"
    )


def precision(edtf: str | None) -> str:
    """Return how exactly a date (EDTF) is known, in a word or two; "" if there is no date."""
    date = read_date(edtf)
    if not date:
        return ""
    if not date.single:
        return "no end in the texts" if date.is_ongoing else "within these bounds"
    about, uncertain = ", about" * date.single.approximate, ", uncertain" * date.single.uncertain
    return f"{date.single.precision}{about}{uncertain}"


def _event(entry: Entry, corpus: Corpus) -> Iterator[str]:
    signs = [
        quoting.difference_sign(item, TIMELINE, f"on {entry.name}")
        for item in corpus.registry.differ_on.get(entry.id, ())
    ]
    title = quoting.entry_link(entry.id, TIMELINE, corpus)
    yield markdown.heading(" ".join((title, *signs)), 3, f"event-{entry.id}", "what")
    event = entry.event
    if event is None:
        return
    accounts = _first_accounts(event)
    words = (quoting.quote_account(account, TIMELINE, corpus) for account in accounts)
    if accounts:
        yield markdown.paragraph(", ".join(words), "", "told")
    if more := len(event.accounts) - len(accounts):
        target = f"{text_names.entry_path(entry.id)}#as-each-text-has-it"
        yield markdown.paragraph(markdown.link(pluralise(more, "more account"), target), "", "more")
    if event.derivation:
        derived = quoting.link_evidence(event.derivation, TIMELINE, corpus)
        yield markdown.block("details", [derived], "derivation", summary="How it was dated")


def _first_accounts(event: Event) -> tuple[Testimony, ...]:
    """Return the first account of each text."""
    firsts: dict[str, Testimony] = {}
    for account in event.accounts:
        firsts.setdefault(account.source, account)
    return tuple(firsts.values())


def _text(document: Document) -> Iterator[str]:
    source = document.source
    link = markdown.link(text_names.citation(source), text_names.relative(text_names.source_path(source.id), TIMELINE))
    yield markdown.heading(f"Text: {link}", 3, f"text-{source.id}", "what")
    if reason := source.inferred.get("issued"):
        yield markdown.block("details", [markdown.escape(reason)], "derivation", summary="How it was dated")
