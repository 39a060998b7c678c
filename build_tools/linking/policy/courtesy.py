"""Titles that only women or only men bear: "Frau Brell" is not Otto Brell.

1. Whether a person is a woman or a man is read off the given names; where these leave it open, no title contradicts.
2. But "Mrs. Brell" is not a bearer whose labels all say "Dr. Brell"; "Mr. Brell" may be.
3. A run of both titles ("Mr. and Mrs. Brell") contradicts nobody.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from build_tools.linking.context import DecisionContext
from build_tools.linking.names import Person
from build_tools.linking.scanning.matches import Match
from build_tools.linking.word_lists import TITLES_OF_MEN, TITLES_OF_WOMEN

_JOINING_WORDS = frozenset(("and", "&", "und", "et", "y", "e", "и"))
_COUPLE = re.compile(rf"(\w+)\.?\s+(?:{'|'.join(sorted(_JOINING_WORDS))})\s+\w+\.?\s*$")
_REACH = 40  # characters before a surname in which both titles of a couple stand


def bearers_of_title(
    bearers: Sequence[str], title: Sequence[str], match: Match, context: DecisionContext
) -> tuple[str, ...]:
    """Return the bearers of a surname whom the words of the title before it do not contradict."""
    persons = context.lexicon.persons
    if all(persons[bearer].is_woman is None and not persons[bearer].has_other_title for bearer in bearers):
        return tuple(bearers)
    of_woman, of_man = _sexes_of_title(tuple(title))
    if (of_woman or of_man) and all(_may_bear(persons[bearer], of_woman, of_man) for bearer in bearers):
        return tuple(bearers)  # whatever stands before the title
    couple = _titles_of_couple(context.text, match.start)
    if couple:
        of_woman, of_man = _sexes_of_title((*title, *couple))
    if of_woman == of_man:
        return tuple(bearers)
    return tuple(bearer for bearer in bearers if _may_bear(persons[bearer], of_woman, of_man))


def _may_bear(person: Person, of_woman: bool, of_man: bool) -> bool:  # noqa: FBT001 - the two facts about a title
    """Return whether somebody may bear titles of which only women bear one, or only men."""
    if person.is_woman is None:
        return of_man or not person.has_other_title
    return of_woman if person.is_woman else of_man


@lru_cache(maxsize=20_000)
def _sexes_of_title(title: tuple[str, ...]) -> tuple[bool, bool]:
    """Return whether a title has words that only women bear, and such that only men bear."""
    words = {word.lower().rstrip(".") for word in title}
    return not words.isdisjoint(TITLES_OF_WOMEN), not words.isdisjoint(TITLES_OF_MEN)


def _titles_of_couple(text: str, start: int) -> tuple[str, ...]:
    """Return the first of two titles that a word joins right before an offset, if there are two."""
    words = text[max(0, start - _REACH) : start].rsplit(maxsplit=2)
    if _JOINING_WORDS.isdisjoint(words[-2:-1]):
        return ()
    couple = _COUPLE.search(text, max(0, start - _REACH), start)
    return couple.groups() if couple else ()
