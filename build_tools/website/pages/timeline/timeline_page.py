"""The timeline: a picture of the years, then the events of each; a year of many events has a page of its own."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from build_tools.model import Document, Entry
from build_tools.model.dates import read_date
from build_tools.website.localisation import translate, translate_count
from build_tools.website.markup.body_nodes import Block, Heading, Link, Paragraph, Slot
from build_tools.website.markup.composed_page import ComposedPage
from build_tools.website.naming.addresses import entry_path, source_path
from build_tools.website.naming.counted_things import counted_events
from build_tools.website.naming.year_headings import heading_id, year_id
from build_tools.website.pages.indexes.index_page import Index, compose_index
from build_tools.website.pages.parts.date_layers import has_layers, legend, text_dates
from build_tools.website.pages.text_lists.text_facets import MANY_TEXTS
from build_tools.website.pages.timeline.marks import DatedThing
from build_tools.website.pages.timeline.moments import (
    TIMELINE,
    Moment,
    identifier_of,
    is_disputed,
    moment_part,
    moments,
)
from build_tools.website.pages.timeline.timeline_chart import Lane, timeline_chart
from build_tools.website.pages.timeline.year_folds import MOST_ON_A_PAGE, YearOfMoments, year_folds, years_of
from build_tools.website.survey.lookups import Corpus, page_fields

_SHEET = "assets/picture.css"


def timeline_pages(corpus: Corpus) -> tuple[ComposedPage, ...]:
    """Compose the timeline, and the pages of the years that have too many events for it."""
    all_moments = moments(corpus)
    years = years_of(all_moments, corpus)
    events = sum(len(year.events) for year in years)
    index = Index(
        "timeline",
        translate_count(
            events,
            "{number} event that the texts report, in order of date.",
            "{number} events that the texts report, in order of date.",
        ),
        below=(*_legend(all_moments), Slot("chart"), *year_folds(years, corpus)),
        template="timeline.html",
        around={"chart": timeline_chart(_lanes(all_moments, corpus), _fold_ids(all_moments))},
        styles=(_SHEET,),
        has_content=events > 0,
    )
    many = (year for year in years if len(year.events) > year.shown)
    return (compose_index(TIMELINE, index, corpus), *(page for year in many for page in _pages_of(year, corpus)))


def _legend(all_moments: tuple[Moment, ...]) -> Iterator[Block]:
    events = (moment.thing.event for moment in all_moments if isinstance(moment.thing, Entry))
    if any(event and has_layers(event) for event in events):
        yield Paragraph(legend(), classes=("legend",))


def _fold_ids(all_moments: tuple[Moment, ...]) -> Mapping[int, str]:
    """Return the id of the list of each year's moments."""
    dates = [(date, moment.date) for moment in all_moments if (date := read_date(moment.date))]
    return {date.anchor.first.year: heading_id(year_id(edtf)) for date, edtf in reversed(dates) if date.anchor}


def _pages_of(year: YearOfMoments, corpus: Corpus) -> Iterator[ComposedPage]:
    """Yield the pages of all events of a year."""
    total = -(-len(year.events) // MOST_ON_A_PAGE)
    for number in range(1, total + 1):
        title = translate("Events of {year}", year=year.name)
        if total > 1:
            title = translate("{title}, page {number}", title=title, number=number)
        first = (number - 1) * MOST_ON_A_PAGE
        shown = year.events[first : first + MOST_ON_A_PAGE]
        fields: dict[str, str | tuple[str, ...]] = {
            "title": title,
            "description": f"{title}: {counted_events(len(year.events))}",
            "kind": "timeline",
            "styles": (_SHEET,),
        }
        more = [page for page in (number - 1, number + 1) if 1 <= page <= total]
        links = [Link((translate("Page {number}", number=page),), year.path(page)) for page in more]
        body: tuple[Block, ...] = (
            Paragraph((Link((translate("Timeline"),), TIMELINE),), classes=("kicker",)),
            Heading(1, "title", (title,)),
            Heading(2, "events", (counted_events(len(year.events)),)),
            *(moment_part(moment, corpus, year.path(number)) for moment in shown),
            *(Paragraph((link,)) for link in links),
        )
        path = year.path(number)
        yield ComposedPage(path, "main.html", page_fields(path, corpus, fields), body=body)


def _lanes(all_moments: tuple[Moment, ...], corpus: Corpus) -> list[Lane]:
    """Return the lanes of the picture: those of the editors, one for all other events, one for the texts."""
    on_a_lane = {entry for band in corpus.edition.bands for entry in band.entries}
    lanes = [(band.title, set(band.entries)) for band in corpus.edition.bands]
    rest = {identifier_of(moment) for moment in all_moments if isinstance(moment.thing, Entry)} - on_a_lane
    lanes.append((translate("Other events") if on_a_lane else translate("What happened"), rest))
    texts = {identifier_of(moment) for moment in all_moments if isinstance(moment.thing, Document)}
    lanes.append((translate("The texts"), texts))
    return [(title, _things(identifiers, all_moments, corpus)) for title, identifiers in lanes if identifiers]


def _things(identifiers: set[str], all_moments: tuple[Moment, ...], corpus: Corpus) -> list[DatedThing]:
    return [_dated(moment, corpus) for moment in all_moments if identifier_of(moment) in identifiers]


def _dated(moment: Moment, corpus: Corpus) -> DatedThing:
    thing = moment.thing
    if isinstance(thing, Document):
        name = corpus.short_names[thing.source.id]
        is_listed = len(corpus.documents) <= MANY_TEXTS
        to = f"#on-{thing.source.id}" if is_listed else source_path(thing.source.id)
        return DatedThing(moment.date, name=name, to=to, is_text=True)
    event = thing.event
    known = tuple(known.date for known in event.outside) if event else ()
    texts = tuple(text_dates(event)) if event else ()
    to = entry_path(thing.id)
    return DatedThing(moment.date, is_disputed(moment, corpus), texts, known, thing.pref_label, to)
