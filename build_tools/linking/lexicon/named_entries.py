"""Which entries a pattern may name, found when somebody asks: a text asks for few patterns of a large glossary."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from build_tools.linking.lexicon.automaton import Automaton
from build_tools.linking.lexicon.senses import NOT_WITHIN, OWNED, Sense


class NamedEntries(Mapping[int, tuple[str, ...]]):
    """The ids of the entries that each pattern may name, in order; single letters, decided by context, have none."""

    def __init__(self, senses: Mapping[str, tuple[Sense, ...]], automaton: Automaton) -> None:
        """Take what each key may mean, and the patterns of the keys."""
        self._senses = senses
        self._automaton = automaton
        self._found: dict[int, tuple[str, ...]] = {}
        self._owners: dict[str, tuple[str, ...]] = {}

    def __getitem__(self, pattern: int) -> tuple[str, ...]:
        """Return the entries of a pattern."""
        if pattern not in self._found:
            if pattern not in self:
                raise KeyError(pattern)
            senses = self._senses[self._automaton.keys[pattern]]
            self._found[pattern] = tuple(sorted({sense.entry for sense in senses if sense.rule != NOT_WITHIN}))
        return self._found[pattern]

    def __contains__(self, pattern: object) -> bool:
        """Whether a pattern is a whole key."""
        automaton = self._automaton
        if not isinstance(pattern, int) or not 0 <= pattern < automaton.key_pattern_count:
            return False
        return automaton.keys[pattern] == automaton.patterns[pattern]

    def __iter__(self) -> Iterator[int]:
        """Yield the patterns that are whole keys."""
        return (pattern for pattern in range(self._automaton.key_pattern_count) if pattern in self)

    def __len__(self) -> int:
        """Return how many patterns are whole keys."""
        return sum(1 for _ in self)

    def owners_of(self, key: str) -> tuple[str, ...]:
        """Return the ids of the entries that own a key, in order."""
        if key not in self._owners:
            senses = self._senses.get(key, ())
            self._owners[key] = tuple(sorted({sense.entry for sense in senses if sense.rule in OWNED}))
        return self._owners[key]
