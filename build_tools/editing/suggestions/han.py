"""Strings of Han characters that recur without an entry."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from build_tools.editing.suggestions.covered_texts import TERM, Covered, Place, Suggestion, suggestion, whole_terms
from build_tools.editing.suggestions.terms import LEAST
from build_tools.text.scripts import is_unspaced

_SHORTEST, _LONGEST = 2, 8
_SMALL = re.compile(
    r"[的了在是和与及对于将其这那之也就都而或但被把向从以为有不没等者所此该各每某并且自由到给让使已还又再更最很能会可要应]+|[一二三四五六七八九十年月日]"
)


def find_han(texts: Sequence[Covered]) -> list[Suggestion]:
    """Return strings of two to eight Han characters that occur unlinked at least three times, only the longest."""
    places: dict[str, list[Place]] = defaultdict(list)
    for covered in texts:
        for start, end in _runs(covered):
            for size in range(_SHORTEST, min(_LONGEST, end - start) + 1):
                for first in range(start, end - size + 1):
                    place = Place(covered, first, first + size)
                    places[place.words].append(place)
    frequent = {words: listed for words, listed in places.items() if len(listed) >= LEAST}
    return [suggestion(TERM, words, frequent[words]) for words in whole_terms(frequent, _parts)]


def _parts(words: str) -> Iterator[str]:
    for start in range(len(words)):
        for end in range(start + _SHORTEST, len(words) + 1):
            yield words[start:end]


def _runs(covered: Covered) -> Iterator[tuple[int, int]]:
    """Yield the spans of Han characters between links, punctuation and function words."""
    text = covered.block.text
    small = {offset for match in _SMALL.finditer(text) for offset in range(*match.span())}
    linked = {offset for start, end, _ in covered.links for offset in range(start, end)}
    start: int | None = None
    for offset in range(len(text) + 1):
        inside = offset < len(text) and is_unspaced(text[offset]) and offset not in small and offset not in linked
        if inside and start is None:
            start = offset
        elif not inside and start is not None:
            yield start, offset
            start = None
