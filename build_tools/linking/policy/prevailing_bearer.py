"""Names that the text leaves open: of those that bear one, the entry whom the texts of the corpus name in full most.

1. Full names are counted over all texts (see `corpus_names`). "Brell" is Otto where twelve places name Otto Brell in
   full and none names Anna.
2. Only a clear case counts: at least three full names, and five times as many as those of any other bearer.
3. Whatever the text itself says stands above it.
"""

from __future__ import annotations

from collections.abc import Sequence

from build_tools.linking.context import DecisionContext
from build_tools.model.documents import COMMONEST

LEAST = 3
"""Full names in the corpus below which nothing is concluded."""

RATIO = 5
"""How many times as often as any other bearer the texts must name the one that prevails."""


def prevailing_bearer(bearers: Sequence[str], context: DecisionContext) -> tuple[str, str] | None:
    """Return the bearer whom the texts name in full by far the most often, and the counts in words; None if none is."""
    counted = context.lexicon.statistics.names
    if not counted or COMMONEST in context.lexicon.rules_off:
        return None
    counts = sorted(((counted.get(bearer, 0), bearer) for bearer in bearers), reverse=True)
    most, prevailing = counts[0]
    others = counts[1][0] if len(counts) > 1 else 0
    if most < LEAST or most < RATIO * others:
        return None
    return prevailing, f"{most} times, and any other at most {others}"
