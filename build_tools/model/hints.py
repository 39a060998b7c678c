"""Suggest the word that was probably meant instead of one that is not allowed.

A hint costs a bounded amount of work, however long the word and the list are: a file may hold thousands of wrong words.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Sequence
from difflib import get_close_matches
from functools import lru_cache

from rapidfuzz import process
from rapidfuzz.distance import Indel

_LONGEST = 100
"""The code points of the longest word that is compared; what is longer is no slip of the pen."""

_FEW = 100
"""The number of candidates that are all compared; of more, those are that share the rarest pairs of letters."""

_READ = 1_000
"""How many candidates are looked at for the pairs of letters of one word."""

_LISTED = 30
"""How many words a hint lists."""

_COMPARED = 10
"""How many candidates, the closest by a quick measure, are compared by difflib's."""

_CLOSE = 0.6  # the default of difflib


def most_similar(wrong: str, candidates: Collection[str], least: float = _CLOSE) -> str | None:
    """Return the candidate most similar to a wrong word; None if none is similar enough.

    Args:
        wrong: What was written.
        candidates: What could have been written.
        least: The least similarity, difflib's ratio of 0 to 1.
    """
    if len(wrong) > _LONGEST:
        return None
    few = tuple(candidates) if len(candidates) <= _FEW else _index(_key(candidates)).nearest(wrong)
    # The ratio of the longest common subsequence is never below difflib's, and is much quicker.
    close = process.extract(wrong, few, scorer=Indel.normalized_similarity, score_cutoff=least, limit=_COMPARED)
    return next(iter(get_close_matches(wrong, [candidate for candidate, _, _ in close], 1, least)), None)


def did_you_mean(wrong: str, candidates: Collection[str], otherwise: str, *, prefix: str = "") -> str:
    """Ask whether the most similar candidate was meant.

    Args:
        wrong: What was written.
        candidates: What could have been written.
        otherwise: The hint if no candidate is similar.
        prefix: Characters to write before the candidate, such as "@".

    Returns:
        The question, or `otherwise`.
    """
    similar = most_similar(wrong, candidates)
    return f'Did you mean "{prefix}{similar}"?' if similar else otherwise


def list_words(words: Collection[str]) -> str:
    """Return words as a hint lists them, in their order; of a set the sorted ones, of many only the first."""
    return _listed(_key(words))


_Key = tuple[str, ...] | frozenset[str]


def _key(words: Collection[str]) -> _Key:
    return words if isinstance(words, tuple | frozenset) else tuple(words)


@lru_cache(maxsize=16)
def _listed(words: _Key) -> str:
    ordered = sorted(words) if isinstance(words, frozenset) else words
    more = f" and {len(ordered) - _LISTED:,} more" if len(ordered) > _LISTED else ""
    return ", ".join(ordered[:_LISTED]) + more


class _PairIndex:
    """Words by the pairs of letters that they have, which a slip of the pen leaves mostly as they are."""

    def __init__(self, words: Sequence[str]) -> None:
        self._words = words
        self._by_pair: defaultdict[str, list[int]] = defaultdict(list)
        for number, word in enumerate(words):
            for pair in _pairs(word):
                self._by_pair[pair].append(number)

    def nearest(self, wrong: str) -> tuple[str, ...]:
        """Return at most 100 words that share pairs of letters with a wrong one, those with most of them first."""
        shared: Counter[int] = Counter()
        left = _READ
        for numbers in sorted((self._by_pair[pair] for pair in _pairs(wrong) if pair in self._by_pair), key=len):
            shared.update(numbers[:left])
            left -= len(numbers)
            if left <= 0:
                break
        return tuple(self._words[number] for number, _ in shared.most_common(_FEW))


@lru_cache(maxsize=16)
def _index(words: _Key) -> _PairIndex:
    return _PairIndex(sorted(words))


def _pairs(word: str) -> set[str]:
    return {word[start : start + 2] for start in range(max(1, len(word) - 1))}
