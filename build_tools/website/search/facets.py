"""The facets by which results are narrowed: text, its maker, publisher, kind and year, sort of page, language."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from build_tools.website.search.base32 import base32_varint
from build_tools.website.search.records import PAGE, PageHead, Record

Column = dict[str, object]
"""A facet: its values, and a run-length encoding of the value of each number.

A run is its length and the position of the value in the list, counted from 1; 0 for no value.
"""


def columns(heads: Sequence[PageHead], records: Iterable[Record]) -> dict[str, Column]:
    """Return the facets by name; `language` counts in record numbers, the others in page numbers."""
    pages = sorted((number, head) for head in heads for number in head.numbers)
    texts = [(number, head.name if head.kind == "text" else "") for number, head in pages]
    return {
        "text": _column(texts),
        "maker": _column((number, head.maker) for number, head in pages),
        "publisher": _column((number, head.publisher) for number, head in pages),
        "genre": _column((number, head.genre) for number, head in pages),
        "year": _column((number, head.year) for number, head in pages),
        "kind": _column((number, head.kind) for number, head in pages),
        "language": _column((record.number, record.lang) for record in records if record.number % PAGE),
    }


def _column(rows: Iterable[tuple[int, str]]) -> Column:
    """Encode sorted numbers with their values; a gap between two numbers belongs to the run before it."""
    positions: dict[str, int] = {}
    runs: list[tuple[int, int]] = [(0, 0)]
    for number, value in rows:
        position = positions.setdefault(value, len(positions) + 1) if value else 0
        if runs[-1][1] != position:
            runs.append((number, position))
    starts = [start for start, _ in runs]
    lengths = [after - start for start, after in zip(starts, [*starts[1:], *starts[-1:]], strict=True)]
    packed = "".join(
        base32_varint(length) + base32_varint(position) for length, (_, position) in zip(lengths, runs, strict=True)
    )
    return {"values": list(positions), "runs": packed}
