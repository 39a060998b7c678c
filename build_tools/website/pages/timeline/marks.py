"""Marks of dates in the picture of a year: a point for a day, a bar for a span, a line for one without an end."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise, product

from build_tools.model.dates import CalendarDay, ExtendedDate, read_date
from build_tools.website.pages.parts.date_chart import months_since_year_0

_LEAST_BAR_WIDTH = 10
_MONTHS = 12
_SHAPES = ("dot", "square", "diamond")


@dataclass(frozen=True, slots=True)
class Mark:
    """A mark, in units of SVG.

    Attributes:
        x: Where it begins.
        width: How wide it is; 0 for a day.
        y: The middle of its row.
        shape: The shape of its layer, or empty.
        is_ongoing: Whether it has no end.
        is_disputed: Whether the texts differ on it.
    """

    x: int
    width: int
    y: int = 0
    shape: str = ""
    is_ongoing: bool = False
    is_disputed: bool = False


@dataclass(frozen=True, slots=True)
class DatedThing:
    """An event or a text with its dates in EDTF.

    Attributes:
        date: When it was, as the editors conclude; None if that is not stated.
        is_disputed: Whether the texts differ on the date.
        texts: The dates that the texts give.
        outside: The dates that other evidence gives.
        name: What the picture calls it.
        to: Where it leads to, a fragment of the page or the path of another below docs/.
        is_text: Whether it is a text, whose mark has the shape of no layer.
    """

    date: str | None
    is_disputed: bool = False
    texts: tuple[str, ...] = ()
    outside: tuple[str, ...] = ()
    name: str = ""
    to: str = ""
    is_text: bool = False

    @property
    def layers(self) -> tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]:
        """Return the dates of each layer, from top to bottom."""
        return self.texts, self.outside, (self.date,) if self.date else ()

    @property
    def has_layers(self) -> bool:
        """Return whether more is recorded than a conclusion."""
        return bool(self.texts or self.outside)

    @property
    def year(self) -> int | None:
        """Return the year that it is filed under; None if there is none."""
        dates = (read_date(edtf) for layer in reversed(self.layers) for edtf in layer)
        return next((date.anchor.first.year for date in dates if date and date.anchor), None)


def marks_of(
    thing: DatedThing, year: int, across: tuple[int, int], rows: Sequence[int]
) -> tuple[list[Mark], list[str]]:
    """Return the marks of a thing in a year, and the paths that join those of its layers.

    Args:
        thing: The event or text.
        year: The year.
        across: Where the year begins, and how wide it is.
        rows: The middle of the row of each layer; a single one for all.
    """
    begin, width = across
    layers = [
        [
            replace(
                mark,
                x=begin + mark.x,
                y=rows[number] if len(rows) > number else rows[0],
                shape="" if thing.is_text else _SHAPES[number],
                is_disputed=thing.is_disputed and (number == 0 or not thing.texts),
            )
            for edtf in dates
            if (mark := _drawn(edtf, year, width))
        ]
        for number, dates in enumerate(thing.layers)
    ]
    marks = [mark for layer in layers for mark in layer]
    marks.sort(key=lambda mark: -mark.width)  # what is long lies below what is short
    return marks, [*_joints([layer for layer in layers if layer])]


def _joints(layers: Sequence[Sequence[Mark]]) -> Iterator[str]:
    """Yield the paths between the marks of each layer and of the next that do not lie below each other."""
    for upper, lower in pairwise(layers):
        for one, other in product(upper, lower):
            first, second = sorted((one, other), key=lambda mark: mark.x)
            if first.x + first.width < second.x:
                yield f"M{first.x + first.width} {first.y}L{second.x} {second.y}"


def _fraction(day: CalendarDay, year: int) -> float | None:
    return months_since_year_0(day) / _MONTHS - year if day.year == year else None


def _drawn(edtf: str, year: int, width: int) -> Mark | None:
    """Return the mark of a date; None if it does not begin in the year."""
    date = read_date(edtf)
    begin = _fraction(date.earliest, year) if date and date.earliest else None
    if date is None or begin is None:
        return None
    x = round(begin * width)
    if date.is_ongoing:
        return Mark(x, width - x, is_ongoing=True)
    length = _length(date, begin, year)
    if length is None:
        return Mark(x, 0)
    return Mark(min(x, width - _LEAST_BAR_WIDTH), max(round(length * width), _LEAST_BAR_WIDTH))


def _length(date: ExtendedDate, begin: float, year: int) -> float | None:
    """Return the length of a date as a fraction of the year; None for a day or an interval with no known end."""
    if date.end is None or (date.single and date.single.precision == "day"):
        return None
    if date.is_interval:
        end = _fraction(date.end.first, year)
        return (1.0 if end is None else end) - begin
    months = (date.end.last.year - date.end.first.year) * _MONTHS + date.end.last.month - date.end.first.month + 1
    return min(months / _MONTHS, 1.0 - begin)
