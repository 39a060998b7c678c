"""Terms of several words in small letters that recur without an entry."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from build_tools.editing.suggestions.covered_texts import TERM, Covered, Place, Suggestion, suggestion, whole_terms
from build_tools.linking.word_lists import FUNCTION_WORDS
from build_tools.text.word_files import list_files, read_words

LEAST = 3
"""How often a term must occur in the texts to be suggested."""

_WORDS = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_LONGEST = 4
_DATA = "build_tools.editing.suggestions.data"
_SMALL = FUNCTION_WORDS.union(*(read_words(_DATA, name) for name in list_files(_DATA)))
"""Words that neither begin nor end a term."""


def find_terms(texts: Sequence[Covered]) -> list[Suggestion]:
    """Return the longest unlinked terms that recur at least `LEAST` times.

    A term is a run of two to four words with no small word at its ends.
    """
    places: dict[str, list[Place]] = defaultdict(list)
    for text in texts:
        for start, end in _runs(text):
            words = text.block.text[start:end].lower()
            places[words].append(Place(text, start, end))
    often = {words: term_places for words, term_places in places.items() if len(term_places) >= LEAST}
    return [suggestion(TERM, words, often[words]) for words in whole_terms(often, _parts)]


def _parts(term: str) -> Iterator[str]:
    words = term.split(" ")
    for start in range(len(words)):
        for end in range(start + 2, len(words) + 1):
            yield " ".join(words[start:end])


def _runs(covered: Covered) -> Iterator[tuple[int, int]]:
    text = covered.block.text
    words = [word for word in _WORDS.finditer(text) if text[word.start()].islower() or word.start() == 0]
    for first, opening in enumerate(words):
        following = words[first : first + _LONGEST]
        for previous, last in zip([None, *following], following, strict=False):
            if previous and text[previous.end() : last.start()] != " ":
                break
            if covered.entries_in(*last.span()):
                break
            if previous and not {opening[0].lower(), last[0].lower()} & _SMALL:
                yield opening.start(), last.end()
