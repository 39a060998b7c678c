"""The relations between entries as all who show them have them: related both ways, and never what is above or below.

SKOS asks for both: `skos:related` is symmetric (S23), and it is disjoint with `skos:broaderTransitive` (S27).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from build_tools.model.entries import Entry


@dataclass(frozen=True, slots=True)
class Relations:
    """The relations of every entry, by its id; none to an entry that does not exist, and none to the entry itself.

    Attributes:
        related: The related entries, whichever of the two says so.
        broader: The entries named as broader, in the order in which they are named.
        narrower: The entries that name it as their broader one.
        above: The broader entries, those of these, and so on.
    """

    related: Mapping[str, frozenset[str]]
    broader: Mapping[str, tuple[str, ...]]
    narrower: Mapping[str, tuple[str, ...]]
    above: Mapping[str, frozenset[str]]


def relate(entries: Iterable[Entry]) -> Relations:
    """Return the relations of the entries of a glossary."""
    by_id = {entry.id: entry for entry in entries}
    broader = {
        entry.id: tuple(
            dict.fromkeys(identifier for identifier in entry.broader if identifier in by_id and identifier != entry.id)
        )
        for entry in by_id.values()
    }
    narrower: defaultdict[str, list[str]] = defaultdict(list)
    for identifier, targets in broader.items():
        for target in targets:
            narrower[target].append(identifier)
    above = {identifier: _above(identifier, broader) for identifier in by_id}
    related: defaultdict[str, set[str]] = defaultdict(set)
    for entry in by_id.values():
        for target in entry.related:
            is_other_entry = target in by_id and target != entry.id
            if is_other_entry and target not in above[entry.id] and entry.id not in above[target]:
                related[entry.id].add(target)
                related[target].add(entry.id)
    return Relations(
        {identifier: frozenset(related[identifier]) for identifier in by_id},
        broader,
        {identifier: tuple(narrower[identifier]) for identifier in by_id},
        above,
    )


def _above(identifier: str, broader: Mapping[str, tuple[str, ...]]) -> frozenset[str]:
    found: set[str] = set()
    waiting = list(broader[identifier])
    while waiting:
        if (identifier := waiting.pop()) not in found:
            found.add(identifier)
            waiting += broader[identifier]
    return frozenset(found)
