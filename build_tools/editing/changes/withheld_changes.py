"""Leave the words of texts that are not published in full out of a report on changes, which is public."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import fields, replace

from build_tools.corpus.evidence import mask_quoted_words
from build_tools.editing.changes.change_values import Changes, MentionChange, MentionPlace
from build_tools.edition.publication.published_edition import unpublished_words
from build_tools.edition.publication.withheld_words import SHORTEST_IN_REPORTS, change_strings


def without_withheld_words(changes: Changes) -> Changes:
    """Return the changes without words that either side withholds, and without the places of mentions in its texts."""
    readings = (changes.before.reading, changes.after.reading)
    withheld = {source.id for reading in readings for source in reading.withheld}
    if not withheld:
        return changes
    left_out = [unpublished_words(reading, SHORTEST_IN_REPORTS).left_out_of for reading in readings]
    kept = {
        field.name: getattr(changes, field.name) for field in fields(changes) if field.name not in ("before", "after")
    }
    shown = {name: change_strings(value, _each(left_out, withheld)) for name, value in kept.items()}
    shown["mentions"] = tuple(_without_place(change, withheld) for change in shown["mentions"])
    return replace(changes, **shown)


def _each(left_out: Iterable[Callable[[str], str]], withheld: set[str]) -> Callable[[str], str]:
    def change(text: str) -> str:
        text = mask_quoted_words(text, withheld)
        for leave_out in left_out:
            text = leave_out(text)
        return text

    return change


def _without_place(change: MentionChange, withheld: set[str]) -> MentionChange:
    if change.source not in withheld:
        return change
    before, after = (_moved(place) if place else None for place in (change.before, change.after))
    return replace(change, left="", exact="…", right="", before=before, after=after)


def _moved(place: MentionPlace) -> MentionPlace:
    """Return a place at the beginning of its block: offsets in a text that is not shown give away its words."""
    return replace(place, start=0, end=0)
