"""The moments of the timeline by year: each year folded but the fullest, with some of its events if they are many."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from build_tools.model import Document, Entry
from build_tools.website.localisation import as_said, translate
from build_tools.website.markup.body_nodes import Block, Content, Division, Heading, Link, Paragraph, Phrase
from build_tools.website.naming.counted_things import counted_events, counted_texts
from build_tools.website.naming.year_headings import heading_id, year_heading, year_id
from build_tools.website.pages.parts.year_bars import lying_bar
from build_tools.website.pages.text_lists.facet_links import period_place
from build_tools.website.pages.text_lists.text_facets import MANY_TEXTS
from build_tools.website.pages.timeline.moments import Moment, moment_part
from build_tools.website.survey.lookups import Corpus
from build_tools.website.survey.periods import Period

MOST_ON_A_PAGE = 50
"""The most events on a page of a year."""

_FEW = 60
"""An edition with no more events has all of them on its timeline."""

_MOST = 90
"""About how many events an edition with more has there."""

_MOST_OF_A_YEAR = 12
_OPEN = 2


@dataclass(frozen=True, slots=True)
class YearOfMoments:
    """A year of the timeline.

    Attributes:
        id: The id of its part of the page.
        name: What the page calls it.
        events: Its events in order.
        documents: The texts of it in order.
        moments: Both in order.
        shown: How many of its events the timeline has.
        is_open: Whether its part is open on arrival.
    """

    id: str
    name: str
    events: tuple[Moment, ...]
    documents: tuple[Document, ...]
    moments: tuple[Moment, ...]
    shown: int = 0
    is_open: bool = False

    def path(self, number: int = 1) -> str:
        """Return the path of a page of all its events, below docs/.

        Args:
            number: The number of the page, from 1.
        """
        return f"timeline/{self.id}{f'--{number}' if number > 1 else ''}.md"


def years_of(all_moments: Sequence[Moment], corpus: Corpus) -> tuple[YearOfMoments, ...]:
    """Return the years of all moments in order, with how many events of each the timeline has.

    Args:
        all_moments: The moments in order of date.
        corpus: The edition.
    """
    by_year: dict[str, list[Moment]] = {}
    for moment in all_moments:
        by_year.setdefault(year_id(moment.date), []).append(moment)
    years = [
        YearOfMoments(
            identifier,
            year_heading(listed[0].date),
            tuple(moment for moment in listed if isinstance(moment.thing, Entry)),
            tuple(moment.thing for moment in listed if isinstance(moment.thing, Document)),
            tuple(listed),
        )
        for identifier, listed in by_year.items()
    ]
    total = sum(len(year.events) for year in years)
    quota = total if total <= _FEW else min(_MOST // len(years), _MOST_OF_A_YEAR)
    fullest = sorted(years, key=lambda year: (-len(year.events), -len(year.moments)))
    opened = {year.id for year in fullest[: _OPEN if total <= _FEW and len(corpus.documents) <= MANY_TEXTS else 1]}
    return tuple(
        replace(year, is_open=year.id in opened, shown=max(quota, _MOST_OF_A_YEAR if year.id in opened else 0))
        for year in years
    )


def year_folds(years: Sequence[YearOfMoments], corpus: Corpus) -> Iterator[Block]:
    """Yield the years, each a part that opens and shuts."""
    if not years:
        return
    yield Heading(2, "year-by-year", (translate("Year by year"),), ("folds",))
    most = max(len(year.events) or len(year.moments) for year in years)
    places = _places_of_texts(corpus)
    for year in years:
        summary: Content = (
            Phrase((year.name,), ("year",)),
            " ",
            lying_bar(len(year.events) or len(year.moments), most),
            Phrase((_counted(year),), ("count",)),
            " ",
            Phrase((translate("show"),), ("do", "to-open")),
            Phrase((translate("fold"),), ("do", "to-fold")),
        )
        place = Paragraph((), heading_id(year.id), ("years-place",))  # a link to it opens the part
        inner = Division((place, *_shown_moments(year, places, corpus)), ("year-moments",))
        is_open = (("open", "open"),) if year.is_open else ()
        yield Division((inner,), ("year-fold",), "details", is_open, summary=summary)


def _counted(year: YearOfMoments) -> str:
    parts = [counted_events(len(year.events))] if year.events else []
    parts += [counted_texts(len(year.documents))] if year.documents else []
    return as_said(" · ".join(parts))


def _shown_moments(year: YearOfMoments, places: dict[str, tuple[Period, str]], corpus: Corpus) -> Iterator[Block]:
    """Yield the moments of a year that the timeline has, and links to what it has not."""
    if len(corpus.documents) <= MANY_TEXTS:
        hidden = {id(moment) for moment in year.events[year.shown :]}
        yield from (moment_part(moment, corpus) for moment in year.moments if id(moment) not in hidden)
    else:
        yield from (moment_part(moment, corpus) for moment in year.events[: year.shown])
    if len(year.events) > year.shown:
        words = translate("All {events} of {year}", events=counted_events(len(year.events)), year=year.name)
        yield Paragraph((Link((words,), year.path()),), classes=("all-of-year",))
    if len(corpus.documents) > MANY_TEXTS:
        listed = [places[document.source.id] for document in year.documents]
        for place, period in {place: period for period, place in listed}.items():
            words = translate("{texts} of {year}", texts=counted_texts(len(period.documents)), year=period.name)
            yield Paragraph((Link((words,), place),), classes=("all-of-year",))


def _places_of_texts(corpus: Corpus) -> dict[str, tuple[Period, str]]:
    """Return the period of each text, and where its texts are listed."""
    return {
        document.source.id: (period, period_place(period, corpus))
        for period in corpus.periods
        for document in period.documents
    }
