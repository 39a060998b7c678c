"""Whether a surname is a given name here: "Dean Acheson", "Nicholas Murray BUTLER".

1. Before an initial, and before a capitalised word that is no title, a common given name is one.
2. Before a surname of the glossary, any given name is one.
3. Before a surname in capitals any name is one; an abbreviation is no surname, nor what is the label of anything else.
"""

from __future__ import annotations

from build_tools.linking.adjacent_words import word_after
from build_tools.linking.context import DecisionContext
from build_tools.linking.names.word_sorts import is_of_calendar
from build_tools.linking.scanning.matches import Match
from build_tools.linking.word_lists import COMMON_WORDS, GIVEN_NAMES, INSTITUTIONS, TITLES, is_given_name
from build_tools.text.folding import fold

_SHORTEST_SURNAME = 4  # letters of a surname in capitals that cannot be an abbreviation


def is_given_name_here(match: Match, context: DecisionContext) -> bool:
    """Whether a surname is a given name here, before another surname or an initial: "Dean Acheson", "Murray BUTLER"."""
    text, start, end = context.text, match.start, match.end
    following, following_end = word_after(text, end)
    if not following[:1].isupper():
        return False
    name = text[start:end]
    is_common = name.lower() in GIVEN_NAMES
    if len(following) == 1 and text[following_end : following_end + 1] == ".":
        return is_common
    lower = following.lower().removesuffix("’s").removesuffix("'s")
    is_other_word = lower in TITLES or lower in COMMON_WORDS or following in INSTITUTIONS or is_of_calendar(following)
    if is_other_word or not following.isalpha():
        return False
    if following.isupper():
        return not name.isupper() and _is_surname_in_capitals(following, context)
    return is_common or (is_given_name(name) and _is_surname(context))


def _is_surname_in_capitals(word: str, context: DecisionContext) -> bool:
    """Whether a word in capitals is a surname, not an abbreviation nor anything else that has an entry."""
    following = context.neighbour(1)
    if following is not None and following.start <= context.current_end() + 1:
        return context.lexicon.names_person(following.pattern)
    return len(word) >= _SHORTEST_SURNAME and not set("AEIOUY").isdisjoint(fold(word).upper())


def _is_surname(context: DecisionContext) -> bool:
    """Whether the next match follows at once and may name a person."""
    following = context.neighbour(1)
    beside = following is not None and following.start == context.current_end() + 1
    return following is not None and beside and context.lexicon.names_person(following.pattern)
