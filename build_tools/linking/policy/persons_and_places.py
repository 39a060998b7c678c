"""A name that a person and a place bear: "Washington vetoed the bill", "He went to Washington".

1. Behind a word that goes with places it is the place: "in", "near", "nach", "из".
2. Behind a title it is the person; and so it is before a verb of what only persons do ("Washington died").
3. Before a verb of what governments do too ("Washington vetoed"), it is a person named in full before.
"""

from __future__ import annotations

from build_tools.linking.adjacent_words import token_before, word_after, word_before
from build_tools.linking.context import DecisionContext
from build_tools.linking.lexicon.senses import Sense
from build_tools.linking.policy.titles import title_before
from build_tools.linking.scanning.matches import Match
from build_tools.linking.verdict import Verdict
from build_tools.linking.word_lists import VERBS_OF_ACTING, VERBS_OF_PERSONS, WORDS_BEFORE_PLACES
from build_tools.model.documents import PERSON_OR_PLACE

_PLACES = ("place", "polity")
_OTHER = "the words beside the name point to another"


def decide_person_or_place(match: Match, context: DecisionContext, senses: tuple[Sense, ...]) -> Verdict | None:
    """Return whether a name that one person and places bear is the person's or a place's; None if nothing says so."""
    entries = context.lexicon.entries
    kinds = {sense.entry: entries[sense.entry].kind for sense in senses}
    persons = [entry for entry, kind in kinds.items() if kind == "person"]
    places = [entry for entry, kind in kinds.items() if kind in _PLACES]
    if not persons or not places or PERSON_OR_PLACE in context.lexicon.rules_off:
        return None
    if words := _words_of_place(match, context):
        chosen = places if len(places) == 1 else []
    else:
        words = _words_of_person(match, context, persons)
        chosen = persons if words and len(persons) == 1 else []
    if not chosen:
        return None
    rule = f"shared_label: {PERSON_OR_PLACE}"
    return Verdict(chosen[0], rule, match.start, match.end, words, tuple(sorted(kinds)), _OTHER)


def _words_of_place(match: Match, context: DecisionContext) -> str:
    word, _ = word_before(context.text, match.start)
    return word if word.lower() in WORDS_BEFORE_PLACES else ""


def _words_of_person(match: Match, context: DecisionContext, persons: list[str]) -> str:
    title = title_before(context.text, match.start, token_before(context.text, match.start))
    if title:
        return " ".join(title)
    word, _ = word_after(context.text, match.end)
    is_named = context.last_full_name(persons, match.start) is not None
    return word if word in VERBS_OF_PERSONS or (is_named and word in VERBS_OF_ACTING) else ""
