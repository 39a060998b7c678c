"""The values of a scan: hits of the automaton, the matches kept of them, and the matches rejected."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import NamedTuple

from build_tools.model.documents import LONGER_NAME

NO_ENTRIES: frozenset[str] = frozenset()


class Match(NamedTuple):
    """A span of a text that is a label.

    Attributes:
        start: Offset in code points of the real text.
        end: Offset behind the last character.
        entry: The entry linked; None while the match is open, and for a ruling that nothing be linked.
        rule: The rule that linked it, empty while the match is open.
        pattern: The number of the pattern in `Lexicon.keys`, or -1 for a ruling.
        barred: The entries that it may not name.
    """

    start: int
    end: int
    entry: str | None
    rule: str
    pattern: int
    barred: frozenset[str] = NO_ENTRIES


MatchFields = tuple[int, int, str | None, str, int, frozenset[str]]
"""The fields of a match as a bare tuple, in the same order; unpack it, or make a match of it by `match_of_fields`.

Most matches are linked by the scan and never looked at again: to make a `Match` of each would take a tenth of the time
of linking a text.
"""

match_of_fields = partial(tuple.__new__, Match)
"""Return the match of a tuple of all its fields, in two thirds of the time that the class would take."""


class Hit(NamedTuple):
    """A hit of the automaton: a pattern at offsets of normalised text, and the entries that it may not name."""

    pattern: int
    start: int
    end: int
    barred: frozenset[str] = NO_ENTRIES


@dataclass(frozen=True, slots=True)
class RejectedMatch:
    """A match that what is beside it makes no name, the reason in words, and the rule."""

    start: int
    end: int
    pattern: int
    reason: str
    rule: str = LONGER_NAME
