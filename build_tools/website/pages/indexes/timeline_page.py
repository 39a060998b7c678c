"""The timeline: every dated event and every text in order of date, each in the texts' own words."""

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
from build_tools.website.pages.parts.timeline_chart import Line, bands
from build_tools.website.pages.registers import quoting
from build_tools.website.pages.registers.register_indexes import year, year_id
from build_tools.website.survey.lookups import Corpus

TIMELINE = "timeline.md"


@dataclass(frozen=True, slots=True)
class Moment:
    """What happened, or was written, at a date: an entry that is an event, or a text."""

    date: str | None
    thing: Entry | Document


def timeline_page(corpus: Corpus) -> Page:
    """Compose the timeline: a picture, then the list, which says all of it."""
    found = moments(corpus)
    parts = [bands(_lines(found, corpus))]
    by_year: dict[str, list[Moment]] = {}
    for one in found:
        by_year.setdefault(year(one.date), []).append(one)
    for name, items in by_year.items():
        parts.append(markdown.heading(name, 2, year_id(name), "year"))
        parts += [_moment(one, corpus) for one in items]
    events = pluralise(sum(isinstance(one.thing, Entry) for one in found), "event")
    return index_page(TIMELINE, "timeline", parts, corpus, f"{events} that the texts report, in order of date.")


def _lines(found: tuple[Moment, ...], corpus: Corpus) -> list[Line]:
    """The lines of the picture: those the editors drew, one for what is on none of them, one for the texts."""
    drawn = {entry for band in corpus.edition.bands for entry in band.entries}
    lines = [(band.title, set(band.entries)) for band in corpus.edition.bands]
    rest = {_identifier(one) for one in found if isinstance(one.thing, Entry)} - drawn
    lines.append(("Other events" if drawn else "What happened", rest))
    lines.append(("The texts", {_identifier(one) for one in found if isinstance(one.thing, Document)}))
    return [
        (title, [(one.date, _disputed(one, corpus)) for one in found if _identifier(one) in on])
        for title, on in lines
        if on
    ]


def moments(corpus: Corpus) -> tuple[Moment, ...]:
    """Events and texts in order of date, undated events last."""
    events = [Moment(one.event.date, one) for one in corpus.entries.values() if one.event]
    texts = [Moment(one.source.issued, one) for one in corpus.documents if one.source.issued]
    return tuple(sorted((*events, *texts), key=lambda one: (date_order(one.date), _identifier(one))))


def _identifier(moment: Moment) -> str:
    return moment.thing.id if isinstance(moment.thing, Entry) else moment.thing.source.id


def _disputed(moment: Moment, corpus: Corpus) -> bool:
    """Whether the texts differ on the date."""
    points = corpus.registry.differ_on.get(_identifier(moment), ()) if isinstance(moment.thing, Entry) else ()
    return any(one.kind == "date" for one in points)


def _moment(moment: Moment, corpus: Corpus) -> str:
    disputed = _disputed(moment, corpus)
    name = _identifier(moment)
    when = markdown.escape(time_in_words(moment.date)) if moment.date else "Date not stated"
    note = "the texts differ" if disputed else precision(moment.date)
    line = f"{when} {html.element('span', note, 'precision')}" if note else when
    told = _event(moment.thing, corpus) if isinstance(moment.thing, Entry) else _text(moment.thing)
    state = "disputed" if disputed else "" if precision(moment.date) == "day" else "vague"
    kind = "written" if isinstance(moment.thing, Document) else "happened"
    return markdown.block(
        "article", [markdown.paragraph(line, "", "at"), *told], "moment", kind, state, id=f"on-{name}"
    )


def precision(edtf: str | None) -> str:
    """Return how exactly a date is known, in a word or two; nothing where there is none."""
    date = read_date(edtf)
    if not date:
        return ""
    if not date.single:
        return "no end in the texts" if date.is_ongoing else "within these bounds"
    about, uncertain = ", about" * date.single.approximate, ", uncertain" * date.single.uncertain
    return f"{date.single.precision}{about}{uncertain}"


def _event(entry: Entry, corpus: Corpus) -> Iterator[str]:
    signs = [
        quoting.difference_sign(one, TIMELINE, f"on {entry.name}")
        for one in corpus.registry.differ_on.get(entry.id, ())
    ]
    title = quoting.entry_link(entry.id, TIMELINE, corpus)
    yield markdown.heading(" ".join((title, *signs)), 3, f"event-{entry.id}", "what")
    event = entry.event
    if event is None:
        return
    told = _first_accounts(event)
    words = (quoting.passage(one, TIMELINE, corpus) for one in told)
    if told:
        yield markdown.paragraph(", ".join(words), "", "told")
    if len(event.accounts) > len(told):
        more = len(event.accounts) - len(told)
        target = f"{text_names.entry_path(entry.id)}#as-each-text-has-it"
        yield markdown.paragraph(markdown.link(pluralise(more, "more account"), target), "", "more")
    if event.derivation:
        derived = quoting.cited(event.derivation, TIMELINE, corpus)
        yield markdown.block("details", [derived], "derivation", summary="How dated")


def _first_accounts(event: Event) -> tuple[Testimony, ...]:
    """The first account of each text."""
    firsts: dict[str, Testimony] = {}
    for one in event.accounts:
        firsts.setdefault(one.source, one)
    return tuple(firsts.values())


def _text(document: Document) -> Iterator[str]:
    source = document.source
    link = markdown.link(text_names.citation(source), text_names.relative(text_names.source_path(source.id), TIMELINE))
    yield markdown.heading(f"Text: {link}", 3, f"text-{source.id}", "what")
    if reason := source.inferred.get("issued"):
        yield markdown.block("details", [markdown.escape(reason)], "derivation", summary="How dated")
