"""The years as a picture: lines of what happened and one of what was written, in inline SVG.

The picture repeats what the list below it says, so it is hidden from those who are read to.
"""

from __future__ import annotations

from collections.abc import Sequence

from build_tools.text import html
from build_tools.website.naming.date_words import date_order

Mark = tuple[str | None, bool]
"""A date in EDTF, and whether the texts differ on it."""

Line = tuple[str, Sequence[Mark]]
"""A line of the picture: its name, and what is on it."""

MOST_YEARS = 3
"""How many years back from the last one the picture reaches; what is older stands in the list alone."""

_WIDTH = 1200
_MONTHS = 12


def bands(lines: Sequence[Line]) -> str:
    """The picture of some lines, the texts' last; nothing where no date on them has a year."""
    years = [int(start[:4]) for _, marks in lines for date, _ in marks if (start := date_order(date)[0])[:4].isdigit()]
    if not years:
        return ""
    last = max(years)
    first = max(min(years), last - MOST_YEARS + 1)
    rows = [_band(name, marks, first, last) for name, marks in lines]
    names = "".join(html.element("span", str(year)) for year in range(first, last + 1))
    axis = html.element("p", names, "axis")
    return html.raw_block("div", [*rows, axis], "bands", aria_hidden="true")


def position(date: str, first: int, last: int) -> float | None:
    """Where a date stands between the beginning of one year and the end of another, 0 to 1; None if outside."""
    year, _, rest = date.rstrip("?~%").partition("-")
    month, _, day = rest.partition("-")
    if not year.isdigit() or not first <= int(year) <= last:
        return None
    months = (int(month or 1) - 1 if month.isdigit() or not month else 0) + (int(day[:2]) - 1 if day else 0) / 31
    return (int(year) - first + months / _MONTHS) / (last - first + 1)


def _band(name: str, marks: Sequence[Mark], first: int, last: int) -> str:
    drawn = [f'<path class="line" d="M0 10H{_WIDTH}"/>']
    for year in range(first, last + 1):
        at = (year - first) * _WIDTH // (last - first + 1)
        drawn.append(f'<path class="tick" d="M{at} 2V18"/>')
    drawn += [shape for date, disputed in marks if (shape := _shape(date or "", disputed, first, last))]
    svg = html.element("svg", "".join(drawn), viewBox=f"-8 0 {_WIDTH + 16} 20")
    return html.element("p", f"{html.element('span', name)}{svg}")


def _shape(date: str, disputed: bool, first: int, last: int) -> str:  # noqa: FBT001 - a mark's third part
    start, slash, end = date.partition("/")
    begin = position(start, first, last) if start not in ("", "..") else None
    if begin is None:
        return ""
    if end == "..":
        return f'<path class="going" d="M{begin * _WIDTH:.0f} 10H{_WIDTH}"/>'
    span = _span(start, end if slash else "", first, last)
    classes = "mark disputed" if disputed else "mark"
    if span is None:
        return f'<circle class="{classes}" cx="{begin * _WIDTH:.0f}" cy="10" r="5"/>'
    return f'<rect class="{classes} vague" x="{begin * _WIDTH:.0f}" y="6" width="{max(span * _WIDTH, 10):.0f}" height="8" rx="4"/>'


def _span(start: str, end: str, first: int, last: int) -> float | None:
    """How long a date may be, as a part of the picture; None for a day."""
    whole = 1 / (last - first + 1)
    if end:
        until = position(end, first, last)
        return (until if until is not None else 1.0) - (position(start, first, last) or 0.0)
    exact = start.partition("T")[0].rstrip("?~%")
    return {4: whole, 7: whole / _MONTHS}.get(len(exact))
