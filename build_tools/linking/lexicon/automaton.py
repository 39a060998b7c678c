"""All forms of all labels in one Aho–Corasick automaton: the time of a look-up does not grow with their number.

Source of the method: A. V. Aho and M. J. Corasick, "Efficient string matching: an aid to bibliographic search",
Communications of the ACM 18 (1975); here as `ahocorasick-rs` implements it, with leftmost-longest matches.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from string import ascii_uppercase

from ahocorasick_rs import BytesAhoCorasick, Implementation, MatchKind

from build_tools.text.normalising import BORDER

RawHit = tuple[int, int, int]
"""A hit as the automaton gives it: the number of its pattern, start and end."""

_BEFORE_LETTER = (" ", "(", "[", '"', "'", BORDER)
_AFTER_LETTER = (" ", ")", "]", ",", ";", ":", '"', "'", BORDER, ". ", "." + BORDER, ".)", ".,")
_DFA_LIMIT = 1_500_000  # characters of all patterns; above it the faster automaton would take too much memory


class Automaton:
    r"""The patterns of a lexicon, compiled.

    A key is looked up as it is, but a single letter together with the characters beside it. Behind the patterns of the
    keys stand those of speakers ("\nK:") and, last, two spaces in a row.

    Attributes:
        patterns: The patterns, in the order of their numbers.
        keys: For each pattern, the key that it was made of; empty for two spaces.
        key_pattern_count: How many patterns, from the first, were made of keys.
    """

    def __init__(self, patterns: Sequence[str], keys: Sequence[str], key_pattern_count: int) -> None:
        """Compile patterns."""
        self.patterns, self.keys, self.key_pattern_count = patterns, keys, key_pattern_count
        # In UTF-8, since nearly all text is ASCII there, whose offsets need no counting.
        self._compiled = self.compile([pattern.encode() for pattern in self.patterns])

    @staticmethod
    def compile(encoded: Sequence[bytes]) -> BytesAhoCorasick:
        """Compile patterns in UTF-8."""
        fast = sum(map(len, encoded)) <= _DFA_LIMIT
        kind = Implementation.DFA if fast else Implementation.ContiguousNFA
        return BytesAhoCorasick(encoded, matchkind=MatchKind.LeftmostLongest, implementation=kind)

    @classmethod
    def of_keys(cls, keys: Iterable[str], *, with_speakers: bool) -> Automaton:
        """Return the automaton of some keys; `with_speakers` adds the patterns of speakers' initials."""
        patterns = [(key, pattern) for key in keys for pattern in _patterns_of(key)]
        key_pattern_count = len(patterns)
        if with_speakers:
            taken = {pattern for _, pattern in patterns}
            speakers = ((f"{letter}:", f"{BORDER}{letter}:") for letter in ascii_uppercase)
            patterns += [(key, pattern) for key, pattern in speakers if pattern not in taken]
        patterns.append(("", "  "))
        return cls(tuple(pattern for _, pattern in patterns), tuple(key for key, _ in patterns), key_pattern_count)

    def look_up(self, normalised: str) -> list[RawHit]:
        """Return the leftmost-longest hits in normalised text, in order, whatever is next to them.

        Offsets are code points, the end exclusive.
        """
        encoded = normalised.encode()
        hits = self._find(encoded)
        return hits if len(encoded) == len(normalised) else list(_offsets_in_characters(encoded, hits))

    def _find(self, encoded: bytes) -> list[RawHit]:
        return self._compiled.find_matches_as_indexes(encoded)


def _patterns_of(key: str) -> Iterator[str]:
    """Yield the patterns that find a key: a single letter is sought with both its neighbours."""
    if len(key) == 1 and key.isascii():
        yield from (before + key + after for before in _BEFORE_LETTER for after in _AFTER_LETTER)
    else:
        yield key


def _offsets_in_characters(encoded: bytes, hits: Iterable[RawHit]) -> Iterator[RawHit]:
    """Yield hits with their offsets counted in characters instead of bytes."""
    characters = bytes_read = 0
    for pattern, first_byte, last_byte in hits:
        start = characters + len(encoded[bytes_read:first_byte].decode())
        characters, bytes_read = start + len(encoded[first_byte:last_byte].decode()), last_byte
        yield pattern, start, characters
