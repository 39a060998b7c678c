"""An automaton that compiles only the patterns that may be in the texts asked about, as long as these are short.

A pattern is in a text only if its first bytes are; so the patterns whose first bytes are not in it may be left out, and
the hits are the same. To compile all patterns of a large glossary takes longer than to link most texts.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Sequence

from ahocorasick_rs import BytesAhoCorasick, Implementation, MatchKind

from build_tools.linking.lexicon.automaton import Automaton, RawHit

_HEAD = 4  # bytes
_MOST_READ = 120_000  # bytes of text; for more of it, all patterns are compiled


class PartAutomaton(Automaton):
    """The automaton of many patterns.

    Attributes:
        fewest: How many patterns there must be; fewer are compiled at once.
    """

    fewest = 20_000

    def __init__(
        self, encoded: Sequence[bytes], order: Sequence[int], patterns: Sequence[str], keys: Sequence[str], count: int
    ) -> None:
        """Take patterns.

        Args:
            encoded: The patterns in UTF-8.
            order: Their numbers in the order of the alphabet.
            patterns: The patterns as text.
            keys: The key of each.
            count: How many of them, from the first, were made of keys.
        """
        self.patterns, self.keys, self.key_pattern_count = patterns, keys, count
        self._encoded, self._order = encoded, order
        self._heads: set[bytes] = set()
        self._numbers: array[int] | None = None
        self._bytes_read = 0
        self._part: BytesAhoCorasick | None = None

    def _find(self, encoded: bytes) -> list[RawHit]:
        """Return the hits in encoded text."""
        if self._part is None or self._numbers is not None:
            self._prepare(encoded)
        hits = self._part.find_matches_as_indexes(encoded) if self._part else []
        numbers = self._numbers
        return hits if numbers is None else [(numbers[number], start, end) for number, start, end in hits]

    def _prepare(self, encoded: bytes) -> None:
        """Compile what may be in a text, unless that is done already."""
        heads = {encoded[start : start + _HEAD] for start in range(len(encoded))}
        if self._part is not None and heads <= self._heads:
            return
        self._bytes_read += len(encoded)
        if self._bytes_read > _MOST_READ or len(self._encoded) < self.fewest:
            self._part, self._numbers = self.compile(self._encoded), None
            return
        self._heads |= heads
        whole = self._patterns_that_begin_with(self._heads)
        shorter = {head[:length] for head in self._heads for length in range(1, _HEAD)}
        self._numbers = array("I", sorted([*whole, *self._patterns_that_are(shorter)]))
        self._part = BytesAhoCorasick(
            [self._encoded[number] for number in self._numbers],
            matchkind=MatchKind.LeftmostLongest,
            implementation=Implementation.ContiguousNFA,
        )

    def _patterns_that_begin_with(self, heads: set[bytes]) -> list[int]:
        """Return the numbers of the patterns that begin with one of these heads."""
        found: list[int] = []
        for head in heads:
            place = bisect_left(self._order, head, key=self._encoded.__getitem__)
            while place < len(self._order) and self._encoded[self._order[place]].startswith(head):
                found.append(self._order[place])
                place += 1
        return found

    def _patterns_that_are(self, texts: set[bytes]) -> list[int]:
        """Return the numbers of the patterns that are one of these texts."""
        found: list[int] = []
        for text in texts:
            place = bisect_left(self._order, text, key=self._encoded.__getitem__)
            if place < len(self._order) and self._encoded[self._order[place]] == text:
                found.append(self._order[place])
        return found
