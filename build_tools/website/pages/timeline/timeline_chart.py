"""The picture of the timeline: lanes of events, one of texts; all years as columns, folded but for the fullest.

A folded year has a bar for each lane with the number of things in it; the open one has a mark for each, a link to its
place in the list. Where more is recorded of an event's date than a conclusion, it has up to three marks below each
other, by layer: what the texts say, what other evidence says, what the editors conclude.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from build_tools.model.dates import read_date
from build_tools.website.naming.date_words import month_name, year_in_words
from build_tools.website.pages.timeline.marked_links import marked_links
from build_tools.website.pages.timeline.marks import DatedThing

Lane = tuple[str, Sequence[DatedThing]]
"""A lane of the picture: its name, and what is on it."""

WIDTH = 1080
_NAMES, _HEAD, _FOOT = 130, 26, 20
_OPEN_LEAST = 470
_FOLDED_LEAST, _FOLDED_MOST = 27, 54
_LAYERED, _PLAIN = 68, 44
_ROWS = (26, 42, 58)
_MIDDLE = (30,)
_LETTER = 6.3  # how wide a letter of a label is, about
_LONGEST_NAME = 18
_TALLEST, _LOWER = 30, 24
_MOST_TEXTS = 24
"""More texts in the open year than these are bars for its months."""

_MONTHS = (1, 3, 5, 7, 9, 11)


@dataclass(frozen=True, slots=True)
class YearColumn:
    """Years beside each other that are shown as one column: a single one, or a few where there are many."""

    years: tuple[int, ...]
    x: int
    width: int
    is_open: bool = False

    @property
    def name(self) -> str:
        """Return what the picture calls it."""
        first, last = self.years[0], self.years[-1]
        return _year(first) if first == last else f"{_year(first)}–{_year(last)}"


def _year(year: int) -> str:
    return year_in_words(f"{year:04}" if year >= 0 else f"-{-year:04}")


def timeline_chart(lanes: Sequence[Lane], fold_ids: Mapping[int, str] | None = None) -> dict[str, object] | None:
    """Return the picture of some lanes, that of the texts last, for the template; None if no date on them has a year.

    Args:
        lanes: The lanes.
        fold_ids: The id of the part of the list for each year.
    """
    counts = [Counter(thing.year for thing in things if thing.year is not None) for _, things in lanes]
    years = sorted({year for numbers in counts for year in numbers})
    if not years:
        return None
    years = _with_empty_years(years)
    events = sum(counts[:-1] or counts, Counter())
    shown = max(years, key=lambda year: (events[year], counts[-1][year], year))
    columns = _columns(years, shown)
    heights = [_most(counts[:-1], columns)] * (len(counts) - 1) + [_most(counts[-1:], columns)]
    opened = next(column for column in columns if column.is_open)
    rows: list[dict[str, object]] = []
    top = _HEAD
    for (name, things), numbers, most in zip(lanes, counts, heights, strict=True):
        is_layered = any(thing.has_layers for thing in things)
        height = _LAYERED if is_layered else _PLAIN
        middles = [top + row for row in (_ROWS if is_layered else _MIDDLE)]
        lane: dict[str, object] = {"name": _wrapped(name, top + height // 2), "top": top, "bottom": top + height}
        bars = [bar for column in columns if (bar := _bar(column, numbers, most, top + height))]
        lane["bars"] = bars
        is_crowded = numbers[shown] > _MOST_TEXTS and all(thing.is_text for thing in things)
        if is_crowded:
            bars += _month_bars(things, opened, top + height)
        lane["links"] = [] if is_crowded else marked_links(things, shown, (opened.x, opened.width), (top, *middles))
        rows.append(lane)
        top += height
    return {
        "width": WIDTH,
        "height": top + _FOOT,
        "bottom": top,
        "names": _NAMES,
        "columns": _drawn(columns, fold_ids or {}),
        "ticks": _ticks(opened),
        "lanes": rows,
        "table": [_table_row(column, counts, heights, fold_ids or {}) for column in columns],
        "lane_names": [name for name, _ in lanes],
    }


def _with_empty_years(years: list[int]) -> list[int]:
    """Return the years with those between them of which there is nothing, if all of them have room."""
    has_room = years[-1] - years[0] <= (WIDTH - _NAMES - _OPEN_LEAST) // _FOLDED_LEAST
    return list(range(years[0], years[-1] + 1)) if has_room else years


def _drawn(columns: Sequence[YearColumn], fold_ids: Mapping[int, str]) -> list[dict[str, object]]:
    return [_column(column, before, fold_ids) for column, before in zip(columns, (None, *columns), strict=False)]


def _month_bars(things: Sequence[DatedThing], column: YearColumn, bottom: int) -> list[dict[str, object]]:
    """Return a bar for each month of the open year, of the texts in it; those of no known month have the whole year."""
    dates = (date for thing in things if thing.year == column.years[0] and (date := read_date(thing.date)))
    months = Counter(
        date.anchor.first.month if date.anchor.precision in ("month", "day") else 0 for date in dates if date.anchor
    )
    most, width = max(months.values(), default=1), column.width // 12
    bars: list[dict[str, object]] = []
    for month, number in sorted(months.items()):
        x, wide = column.x + (month - 1) * width + 4, min(14, width // 2)
        height = max(round(number / most * _LOWER), 2)
        at = {"x": x, "y": bottom - height - 4}
        if month == 0:
            x, wide, height = column.x + 4, column.width - 8, height if len(months) == 1 else 2
            at = {"x": x + wide // 2 - 10, "y": bottom - height - 4}
        bars.append({"number": number, "x": x, "y": bottom - height, "width": wide, "height": height, "at": at})
    return bars


def _most(counts: Sequence[Counter[int]], columns: Sequence[YearColumn]) -> int:
    """Return the most things that a lane has in a column, at least 1."""
    return (
        max((sum(numbers[year] for year in column.years) for numbers in counts for column in columns), default=1) or 1
    )


def _columns(years: Sequence[int], shown: int) -> list[YearColumn]:
    """Return the columns of all years, of which one is open and the rest have the same width."""
    before = [year for year in years if year < shown]
    after = [year for year in years if year > shown]
    room = WIDTH - _NAMES - _OPEN_LEAST
    together = -(-len(before) * _FOLDED_LEAST // room) or 1
    while (-(-len(before) // together) + -(-len(after) // together)) * _FOLDED_LEAST > room:
        together += 1
    groups = [*_chunks(before, together), (shown,), *_chunks(after, together)]
    width = min(room // max(len(groups) - 1, 1), _FOLDED_MOST)
    columns: list[YearColumn] = []
    x = _NAMES
    for group in groups:
        is_open = group == (shown,)
        wide = WIDTH - _NAMES - width * (len(groups) - 1) if is_open else width
        columns.append(YearColumn(group, x, wide, is_open))
        x += wide
    return columns


def _chunks(years: Sequence[int], size: int) -> list[tuple[int, ...]]:
    return [tuple(years[start : start + size]) for start in range(0, len(years), size)]


def _column(column: YearColumn, before: YearColumn | None, fold_ids: Mapping[int, str]) -> dict[str, object]:
    name = column.name
    if not column.is_open and len(name) * _LETTER > column.width:
        name = f"’{name[2:4]}" if len(column.years) == 1 else f"{name[:4]}–"
    x = column.x + column.width // 2 - round(len(name) * _LETTER / 2)
    to = fold_ids.get(column.years[0], "")
    return {
        "name": name,
        "x": column.x,
        "width": column.width,
        "at": x,
        "is_open": column.is_open,
        "to": to,
        "is_after_gap": before is not None and before.years[-1] + 1 < column.years[0],
    }


def _ticks(column: YearColumn) -> list[dict[str, object]]:
    return [{"x": column.x + round((month - 1) / 12 * column.width), "name": month_name(month)} for month in _MONTHS]


def _wrapped(name: str, middle: int) -> list[dict[str, object]]:
    """Return a name in two lines at most, each with its place."""
    lines = [""]
    for word in name.split():
        if len(lines) == 1 and len(lines[-1]) + len(word) >= _LONGEST_NAME and lines[-1]:
            lines.append(word)
        else:
            lines[-1] = f"{lines[-1]} {word}".strip()
    return [
        {"words": words, "y": middle + 4 + 14 * number - 7 * (len(lines) - 1)} for number, words in enumerate(lines)
    ]


def _bar(column: YearColumn, numbers: Counter[int], most: int, bottom: int) -> dict[str, object] | None:
    """Return how many things a lane has in a folded column, and the bar of so many; None where it has none."""
    number = sum(numbers[year] for year in column.years)
    if column.is_open or not number:
        return None
    height = max(round(number / most * _TALLEST), 2)
    width = min(14, column.width // 2)
    # In a narrow column the number is above the bar, in a wide one beside it.
    is_wide = column.width >= _FOLDED_MOST - 10
    at = {"x": column.x + 4 + width + 3, "y": bottom - 4} if is_wide else {"x": column.x + 4, "y": bottom - height - 4}
    return {"number": number, "x": column.x + 4, "y": bottom - height, "width": width, "height": height, "at": at}


def _table_row(
    column: YearColumn, counts: Sequence[Counter[int]], heights: Sequence[int], fold_ids: Mapping[int, str]
) -> dict[str, object]:
    """Return the row of the table that narrow windows have in the place of the picture."""
    numbers = [sum(of_lane[year] for year in column.years) for of_lane in counts]
    bars = [
        {"number": number, "width": max(round(number / most * 40), 1) if number else 0}
        for number, most in zip(numbers, heights, strict=True)
    ]
    to = fold_ids.get(column.years[0], "")
    return {"year": column.name, "to": to, "is_open": column.is_open, "numbers": bars}
