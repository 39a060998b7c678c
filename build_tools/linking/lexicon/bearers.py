"""Who bears a surname or a short form, and what else the word may be."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import NamedTuple

from build_tools.linking.lexicon.senses import FAMILY, OWNED, Sense
from build_tools.linking.names import Person
from build_tools.linking.word_lists import (
    COMMON_FAMILIES,
    COMMON_WORDS,
    FUNCTION_WORDS_OF_ALL,
    GIVEN_NAMES,
    NOUNS_THAT_ARE_SURNAMES,
    is_abbreviation_like,
)

_OTHER_WORDS = COMMON_WORDS | FUNCTION_WORDS_OF_ALL | NOUNS_THAT_ARE_SURNAMES


class Bearers(NamedTuple):
    """The entries that a surname may mean, and what else the word may be.

    Attributes:
        everyone: All bearers, those of other spellings of the surname too; ids in order.
        own_spelling: The bearers whose own spelling it is; ids in order.
        default: The only bearer that does not just share it, where others share it; empty where there is none.
        all_persons: Whether all bearers are persons.
        any_east_asian: Whether one of these persons is East Asian.
        is_given_name: Whether the word is a common given name too.
        is_common_word: Whether the word begins English sentences too ("You", "Read").
        is_common_family: Whether it is one of the commonest family names.
    """

    everyone: tuple[str, ...]
    own_spelling: tuple[str, ...]
    default: str
    all_persons: bool
    any_east_asian: bool
    is_given_name: bool
    is_common_word: bool
    is_common_family: bool


def bearers_in(senses: Collection[Sense], name: str, persons: Mapping[str, Person]) -> Bearers:
    """Return who bears a name.

    Args:
        senses: What the name may mean.
        name: The name, as it is looked up.
        persons: The parts of the names of each person, by id.
    """
    everyone = tuple(sorted({sense.entry for sense in senses}))
    all_persons = all(entry in persons for entry in everyone)
    surname = name.lower()
    return Bearers(
        everyone=everyone,
        own_spelling=tuple(sorted({sense.entry for sense in senses if sense.rule != FAMILY})),
        default=default_bearer(senses),
        all_persons=all_persons,
        any_east_asian=all_persons and any(persons[entry].syllabic for entry in everyone),
        is_given_name=surname in GIVEN_NAMES,
        is_common_word=surname in COMMON_WORDS,
        is_common_family=surname in COMMON_FAMILIES,
    )


def default_bearer(senses: Collection[Sense]) -> str:
    """Return the only entry that has a name as its own, where all others list it as shared; "" where there is none."""
    own = {sense.entry for sense in senses if sense.rule in ("short_label", *OWNED)}
    sharing = {sense.entry for sense in senses if sense.rule == "shared_label"} - own
    return next(iter(own)) if sharing and len(own) == 1 else ""


def is_sole_surname(name: str, senses: Collection[Sense], persons: Mapping[str, Person]) -> bool:
    """Return whether a surname has one bearer, and is no other word, no given name and none of the commonest surnames.

    Args:
        name: The name, as it is looked up.
        senses: What it may mean.
        persons: The parts of the names of each person, by id.
    """
    if not any(sense.rule == "short_label" for sense in senses):
        return False
    word, entries = name.lower(), {sense.entry for sense in senses}
    ambiguous = word in COMMON_FAMILIES or word in GIVEN_NAMES or word in _OTHER_WORDS or is_abbreviation_like(name)
    return len(entries) == 1 and next(iter(entries)) in persons and not ambiguous
