"""What an editor decided for one text: spans with a fixed entry, and entries that do not apply."""

from __future__ import annotations

from dataclasses import dataclass

from build_tools.linking.lexicon.label_index import Lexicon
from build_tools.linking.scanning.matches import Match

RULED = -1
"""The pattern of a match that a ruling made."""


@dataclass(frozen=True, slots=True)
class Overrides:
    """An editor's decisions for one text.

    Attributes:
        ruled: Spans with a fixed entry, or with None for no link; no rule is asked about them.
        barred: The ids of entries that are never linked in this text.
    """

    ruled: tuple[Match, ...] = ()
    barred: frozenset[str] = frozenset()


def overrides_for(source_id: str, lexicon: Lexicon, ruled: tuple[Match, ...] = ()) -> Overrides:
    """Return the overrides of a text: its ruled spans, and the entries that `not_in_sources` bars from it."""
    barred = (entry for entry in lexicon.restricted if source_id in lexicon.entries[entry].not_in_sources)
    return Overrides(ruled, frozenset(barred))
