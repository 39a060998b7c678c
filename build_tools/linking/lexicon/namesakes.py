"""Entries that no text can tell from another: they have its preferred label, and no name that it has not.

Of two Hermann Brells, of whom one is also called Brell the Elder, every name of the other may be the first's. A name
that both bear is the first's, and the other only shares it; a name of its own makes it known.
"""

from __future__ import annotations

from collections.abc import Iterable

from build_tools.model import Entry
from build_tools.text.folding import fold_label


def without_own_name(entries: Iterable[Entry]) -> frozenset[str]:
    """Return the ids of the entries whose names another entry of the same kind and preferred label has, and more."""
    by_heading: dict[tuple[str, str], list[Entry]] = {}
    for entry in entries:
        by_heading.setdefault((entry.kind, fold_label(entry.name)), []).append(entry)
    names = {entry.id: _names(entry) for group in by_heading.values() if len(group) > 1 for entry in group}
    return frozenset(
        entry.id
        for group in by_heading.values()
        for entry in group
        if any(names[entry.id] < names[other.id] for other in group if len(group) > 1)
    )


def _names(entry: Entry) -> frozenset[str]:
    labels = (*entry.alt_labels, *entry.hidden_labels, *entry.short_labels)
    return frozenset(fold_label(text) for text in (entry.name, *(label.text for label in labels)))
