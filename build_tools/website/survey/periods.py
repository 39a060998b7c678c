"""Texts by the year that they are filed under; by decade or century where they are of many years."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from build_tools.model import Document
from build_tools.model.dates import read_date
from build_tools.website.localisation import translate
from build_tools.website.naming.year_headings import UNDATED, year_heading, year_id

MOST_PERIODS = 24
"""The most periods beside each other: more would be too narrow to be hit with a finger."""

_STEPS = (1, 10, 100)
_YEARS = re.compile(r"(\d{4})(?:-(\d{4}))?")


@dataclass(frozen=True, slots=True)
class Period:
    """A year, decade or century, and the texts of it.

    Attributes:
        id: Its id in an address, the same in every language.
        name: What pages call it.
        documents: The texts, in their order.
    """

    id: str
    name: str
    documents: tuple[Document, ...]

    @property
    def is_dated(self) -> bool:
        """Return whether it is a time; else it is all texts without a date."""
        return self.id != UNDATED


def periods_of(documents: Sequence[Document]) -> tuple[Period, ...]:
    """Return the periods of texts in order, those without a date last, in steps of which there are not too many.

    Args:
        documents: The texts in order of date, those without a date last.
    """
    *fine_steps, last_step = _STEPS
    for step in fine_steps:
        periods = _periods(documents, step)
        if len(periods) <= MOST_PERIODS:
            return periods
    return _periods(documents, last_step)


def empty_periods(identifiers: Sequence[str]) -> tuple[tuple[str, ...], ...]:
    """Return the names of the years, decades or centuries without a text that go before each period.

    None goes before the first, nor where it is not known how many there are, as before the year 1.

    Args:
        identifiers: The ids of the periods in order.
    """
    spans = [_span(identifier) for identifier in identifiers]
    step = min((end - begin + 1 for begin, end in filter(None, spans)), default=1)
    between = (
        tuple(_names(before[1] + 1, after[0], step)) if before and after else () for before, after in pairwise(spans)
    )
    return ((), *between)[: len(spans)]


def _span(identifier: str) -> tuple[int, int] | None:
    """Return the first and the last year of a period by its id."""
    years = _YEARS.fullmatch(identifier)
    return (int(years[1]), int(years[2] or years[1])) if years else None


def _names(begin: int, end: int, step: int) -> Iterator[str]:
    for first in range(begin, end, step):
        yield f"{first:04}" if step == 1 else f"{first:04}–{first + step - 1:04}"


def _periods(documents: Sequence[Document], step: int) -> tuple[Period, ...]:
    groups: dict[str, tuple[str, list[Document]]] = {}
    for document in documents:
        identifier, name = _period_of(document.source.issued, step)
        groups.setdefault(identifier, (name, []))[1].append(document)
    return tuple(Period(identifier, name, tuple(listed)) for identifier, (name, listed) in groups.items())


def _period_of(issued: str | None, step: int) -> tuple[str, str]:
    """Return the id and the name of the period of a date (EDTF)."""
    date = read_date(issued)
    if not (date and date.anchor and issued):
        return UNDATED, year_heading(None)
    if step == 1:
        return year_id(issued), year_heading(issued)
    first = date.anchor.first.year // step * step
    if first <= 0:
        return "before-1", translate("Before the year 1")
    begin, end = f"{first:04}", f"{first + step - 1:04}"
    return f"{begin}-{end}", f"{begin}–{end}"
