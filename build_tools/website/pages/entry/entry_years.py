"""The mentions of an entry by year: which lines its own page shows, and which the page of a year.

Where there are many, the page of the entry has a few lines of each year; all lines of a year are on pages of their own.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from build_tools.model import Entry
from build_tools.website.survey.lookups import Corpus, Places
from build_tools.website.survey.periods import Period

MOST_LINES = 60
"""The largest number of lines on the page of an entry."""

FEW_TEXTS = 12
"""An edition of so few texts shows more lines on one page: a reader knows each of its texts."""

MOST_LINES_OF_FEW_TEXTS = 400

LINES_OF_TEXT = 3
"""How many lines of a text stand in a year."""

LINES_OF_YEAR = 6
"""How many lines of a year stand on the page of the entry, where there is room."""


@dataclass(frozen=True, slots=True)
class EntryYear:
    """A year in which texts mention an entry.

    Attributes:
        period: The year, or the years.
        counts: The number of mentions in each text of it that mentions the entry, by text id, in order of date.
        shown: How many of them the page of the entry shows, by text id.
        is_open: Whether they are shown at once.
    """

    period: Period
    counts: Mapping[str, int]
    shown: Mapping[str, int]
    is_open: bool

    @property
    def number(self) -> int:
        """The number of mentions."""
        return sum(self.counts.values())

    @property
    def is_complete(self) -> bool:
        """Whether the page of the entry shows all of them."""
        return self.shown == self.counts


def is_folded(entry: str, corpus: Corpus) -> bool:
    """Return whether the page of an entry folds its mentions by year."""
    most = MOST_LINES_OF_FEW_TEXTS if len(corpus.documents) <= FEW_TEXTS else MOST_LINES
    return corpus.count(entry) > most


def entry_years(entry: Entry, corpus: Corpus) -> tuple[EntryYear, ...]:
    """Return the years in which texts mention an entry, those without a date last.

    The first of them and the one with the most mentions are open; what room they leave is shared by the others.
    """
    named = corpus.named_by.get(entry.id, {})
    found = [(period, _counts(period, named)) for period in corpus.periods]
    found = [(period, counts) for period, counts in found if counts]
    fullest = max(range(len(found)), key=lambda number: sum(found[number][1].values()), default=0)
    is_open = [number in {0, fullest} for number in range(len(found))]
    room = MOST_LINES - LINES_OF_YEAR * sum(is_open)
    share = min(LINES_OF_YEAR, room // max(1, is_open.count(False)))
    return tuple(
        EntryYear(period, counts, _first_lines(counts, LINES_OF_YEAR if opened else share), opened)
        for (period, counts), opened in zip(found, is_open, strict=True)
    )


def _counts(period: Period, named: Mapping[str, Places]) -> dict[str, int]:
    texts = (document.source.id for document in period.documents)
    return {text: sum(named[text].values()) for text in texts if text in named}


def _first_lines(counts: Mapping[str, int], room: int) -> dict[str, int]:
    """Return how many lines of each text fit into this room, a few of each."""
    shown: dict[str, int] = {}
    for text, number in counts.items():
        if room <= 0:
            break
        shown[text] = min(number, LINES_OF_TEXT, room)
        room -= shown[text]
    return shown
