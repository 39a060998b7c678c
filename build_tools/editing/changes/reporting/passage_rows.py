"""Lay out changed passages as rows of a report: their words whole, in stretches that are the same, removed or added.

The words of texts come here through `anchor_row` alone, those of editors through the other functions.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from build_tools.editing.changes.change_values import AnchorChange, FieldChange, PassageChange, Stretch
from build_tools.editing.changes.reporting.row_values import Row, Value
from build_tools.editing.changes.wording.word_differences import compare_words

WHOLE = 2_000
"""Characters up to which a passage is shown whole; of a longer one, stretches that are the same are shortened."""

MOST_CHANGED = 30_000
"""Characters of changed words shown of one passage; that more are not shown is said."""

_CONTEXT = 80  # characters kept at each end of a stretch that is shortened


def passage_row(change: PassageChange) -> Row:
    """Return the row of a changed passage of a hand-written file."""
    line = f"line {change.line:,}, " if change.state != "removed" else f"formerly line {change.line:,}, "
    field: Row = (Value(change.field), ", ") if change.field else ()
    states = {"spaced": "only spaces and line breaks differ"}
    return (line, *field, f"{states.get(change.state, change.state)}: ", *shorten_passage(change.stretches))


def anchor_row(change: AnchorChange) -> Row:
    """Return the row of an anchor of a text, with the words it stood for and stands for."""
    words = shorten_passage(compare_words(change.before, change.after))
    return (f"#{change.block} of ", Value(change.source), f" is {change.state}: ", *words)


def field_rows(field: FieldChange) -> Iterator[Row]:
    """Yield what a list loses and gains. Other fields have no row: the passage of their file shows them."""
    if not (field.lost or field.gained or field.before or field.after):
        yield (field.field, ": in another order")
    elif field.lost or field.gained:
        lost: Row = (" loses ", Value(", ".join(field.lost))) if field.lost else ()
        gained: Row = (" gains ", Value(", ".join(field.gained))) if field.gained else ()
        yield (field.field, *lost, *((";",) if lost and gained else ()), *gained)


def shorten_passage(stretches: Sequence[Stretch]) -> tuple[Stretch, ...]:
    """Return the stretches of a passage, shortened where it is long; whatever is left out is counted in a stretch."""
    if sum(len(stretch.text) for stretch in stretches) <= WHOLE:
        return tuple(stretches)
    return tuple(part for stretch in _cap(stretches) for part in _shorten_same(stretch))


def _shorten_same(stretch: Stretch) -> Iterator[Stretch]:
    hidden = len(stretch.text) - 2 * _CONTEXT
    if stretch.kind != "same" or hidden <= _CONTEXT:
        yield stretch
        return
    yield Stretch("same", stretch.text[:_CONTEXT])
    yield Stretch("omitted", f"{hidden:,} characters, which are the same")
    yield Stretch("same", stretch.text[-_CONTEXT:])


def _cap(stretches: Sequence[Stretch]) -> Iterator[Stretch]:
    """Yield the stretches up to `MOST_CHANGED` characters of removed and added words, then how many more there are."""
    room = MOST_CHANGED
    hidden = 0
    for stretch in stretches:
        if stretch.kind == "same":
            yield from () if hidden else (stretch,)
            continue
        if room:
            yield Stretch(stretch.kind, stretch.text[:room])
        hidden += max(0, len(stretch.text) - room)
        room = max(0, room - len(stretch.text))
    if hidden:
        yield Stretch("omitted", f"{hidden:,} more characters removed or added, which only the file has")
