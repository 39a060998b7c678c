"""Terms of several words in small letters that recur without an entry."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from build_tools.editing.suggestions.covered_texts import TERM, Covered, Place, Suggestion, suggestion
from build_tools.linking.word_lists import FUNCTION_WORDS
from build_tools.text.word_files import list_files, read_words

LEAST = 3
"""How often a term must stand in the texts to be suggested."""

_WORDS = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_LONGEST = 4
_DATA = "build_tools.editing.suggestions.data"
_SMALL = FUNCTION_WORDS.union(*(read_words(_DATA, name) for name in list_files(_DATA)))
"""Words that neither begin nor end a term."""


def find_terms(texts: Sequence[Covered]) -> list[Suggestion]:
    """Runs of two to four words, no small word at their ends, that stand unlinked at least three times, the longest only."""
    places: dict[str, list[Place]] = defaultdict(list)
    for one in texts:
        for start, end in _runs(one):
            words = one.block.text[start:end].lower()
            places[words].append(Place(one, start, end))
    often = {words: found for words, found in places.items() if len(found) >= LEAST}
    longer = [words for words in often if _is_whole(words, often)]
    return [suggestion(TERM, words, often[words]) for words in longer]


def _is_whole(words: str, often: dict[str, list[Place]]) -> bool:
    """Whether a term is not just a part of one that stands as often."""
    return not any(
        f" {words} " in f" {other} " and other != words and len(often[other]) >= len(often[words]) for other in often
    )


def _runs(one: Covered) -> Iterator[tuple[int, int]]:
    text = one.block.text
    words = [found.span() for found in _WORDS.finditer(text) if text[found.start()].islower() or found.start() == 0]
    for first, (start, _) in enumerate(words):
        for last in range(first, min(first + _LONGEST, len(words))):
            end = words[last][1]
            if last > first and text[words[last - 1][1] : words[last][0]] != " ":
                break
            if one.entries_in(*words[last]):
                break
            if last > first and not {text[slice(*words[first])].lower(), text[slice(*words[last])].lower()} & _SMALL:
                yield start, end
