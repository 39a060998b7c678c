"""Strings of Han characters that recur without an entry."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from build_tools.editing.suggestions.covered_texts import TERM, Covered, Place, Suggestion, suggestion
from build_tools.editing.suggestions.terms import LEAST
from build_tools.text.scripts import is_unspaced

_SHORTEST, _LONGEST = 2, 8
_SMALL = re.compile(
    r"[的了在是和与及对于将其这那之也就都而或但被把向从以为有不没等者所此该各每某并且自由到给让使已还又再更最很能会可要应]+|[一二三四五六七八九十年月日]"
)


def find_han(texts: Sequence[Covered]) -> list[Suggestion]:
    """Strings of two characters or more that stand unlinked at least three times, the longest only."""
    places: dict[str, list[Place]] = defaultdict(list)
    for one in texts:
        for start, end in _stretches(one):
            for size in range(_SHORTEST, min(_LONGEST, end - start) + 1):
                for at in range(start, end - size + 1):
                    place = Place(one, at, at + size)
                    places[place.words].append(place)
    often = {words: found for words, found in places.items() if len(found) >= LEAST}
    whole = [
        words
        for words, found in often.items()
        if not any(words in other and words != other and len(often[other]) >= len(found) for other in often)
    ]
    return [suggestion(TERM, words, often[words]) for words in whole]


def _stretches(one: Covered) -> Iterator[tuple[int, int]]:
    """Runs of Han characters between links, marks and small words."""
    text = one.block.text
    small = {at for found in _SMALL.finditer(text) for at in range(*found.span())}
    linked = {at for start, end, _ in one.links for at in range(start, end)}
    start: int | None = None
    for at in range(len(text) + 1):
        inside = at < len(text) and is_unspaced(text[at]) and at not in small and at not in linked
        if inside and start is None:
            start = at
        elif not inside and start is not None:
            yield start, at
            start = None
