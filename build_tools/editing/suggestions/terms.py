"""Terms of several words in lower case that recur without an entry."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from build_tools.editing.suggestions.covered_texts import TERM, Covered, Place, Suggestion, suggestion
from build_tools.linking.word_lists import FUNCTION_WORDS

LEAST = 3
"""How often a term must occur in the texts to be suggested."""

_WORDS = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_LONGEST = 4
_SMALL = FUNCTION_WORDS | frozenset(
    re.findall(
        r"\w+",
        """entre hacia vers le la les l un une des du de d et ou en dans sur par pour avec que qui a au aux ce cette
        ces est sont ont son sa ses se el los las una unos unas y o por para con del al su sus es ha han como lo said
        says say told added according including amid regarding toward towards been being made make makes also however
        last next year years month months week weeks day days time times number part well would could among without""",
    )
)
"""Words that neither begin nor end a term."""


def find_terms(texts: Sequence[Covered]) -> list[Suggestion]:
    """Return terms of two to four words that occur unlinked at least three times, only the longest.

    No term begins or ends with a function word.
    """
    places: dict[str, list[Place]] = defaultdict(list)
    for covered in texts:
        for start, end in _runs(covered):
            words = covered.block.text[start:end].lower()
            places[words].append(Place(covered, start, end))
    frequent = {words: listed for words, listed in places.items() if len(listed) >= LEAST}
    return [suggestion(TERM, words, listed) for words, listed in frequent.items() if _is_whole(words, frequent)]


def _is_whole(words: str, frequent: dict[str, list[Place]]) -> bool:
    """Whether a term is not just a part of a term that occurs as often."""
    return not any(
        f" {words} " in f" {longer} " and longer != words and len(frequent[longer]) >= len(frequent[words])
        for longer in frequent
    )


def _runs(covered: Covered) -> Iterator[tuple[int, int]]:
    text = covered.block.text
    words = [match.span() for match in _WORDS.finditer(text) if text[match.start()].islower() or match.start() == 0]
    for first, (start, _) in enumerate(words):
        for last in range(first, min(first + _LONGEST, len(words))):
            last_start, end = words[last]
            if last > first and text[words[last - 1][1] : last_start] != " ":
                break
            if covered.entries_in(last_start, end):
                break
            if last > first and not {text[slice(*words[first])].lower(), text[slice(*words[last])].lower()} & _SMALL:
                yield start, end
