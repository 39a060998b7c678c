"""Surnames and short forms: whether "Johnson" names a person of the glossary here, and which one.

1. What is next to it decides first: see `given_names`. A spelling that is not the entry's own counts only with a
   given name that fits.
2. A surname that is a common word ("You", "Read") needs a given name or a title beside it; in capitals too.
3. Of several bearers the one whose given name comes before it; else the one whose definition or roles hold the words
   of the title before it; else the one whose definition holds the words around; else the one whose full name stands
   last before it; else the one whose full name is commonest in the text; else the one whose short label it is, where
   all others list it as shared; else the one whom the corpus names in full by far the most often.
4. A family name that very many people have names its only bearer where the text has the full name, or a title that
   fits.
5. Any other surname names its only bearer.
6. A short form of anything but a person ("the Treaty") needs the full name in the text.
7. What is still open stays undecided.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from build_tools.linking.context import DecisionContext
from build_tools.linking.lexicon.bearers import Bearers
from build_tools.linking.names import same_syllables
from build_tools.linking.names.romanisation import is_family
from build_tools.linking.names.word_sorts import GIVEN_NAME, SMALL_WORD, UNKNOWN_NAME, classify_token_before
from build_tools.linking.policy.common_words import other_word_here
from build_tools.linking.policy.courtesy import bearers_of_title
from build_tools.linking.policy.given_name_here import is_given_name_here
from build_tools.linking.policy.given_names import (
    before_small_words,
    given_names_before,
    is_numbering,
    is_other_name,
    is_title_like_initial,
    names_fit,
    syllables_after,
)
from build_tools.linking.policy.prevailing_bearer import prevailing_bearer
from build_tools.linking.policy.titles import bearer_by_apposition, bearer_by_title, title_before
from build_tools.linking.scanning.matches import Match
from build_tools.linking.verdict import Verdict
from build_tools.linking.word_lists import COMMON_FAMILIES, is_given_name
from build_tools.model.documents import BY_SEX, COMMONEST, DEFAULT_BEARER, OTHER_SEX, UNKNOWN_GIVEN

_NOT_FULL = "its full name is not in the text"
_OTHER_GIVEN = "the given name is another's"
_AS_WELL = "it has the name too"
_OTHER_SEX = "the title is of the other sex"
_OTHER_RULE = "it has the name, but the rule points to another"


def decide_surname(match: Match, context: DecisionContext) -> Verdict:
    """Return which person, if any, a surname names, or which entry a short form."""
    text, start, end = context.text, match.start, match.end
    bearers = context.lexicon.bearers_of(match.pattern, match.barred)
    everyone = bearers.everyone
    if not bearers.all_persons:
        return _decide_short_form(match, context, bearers)
    after = text[end : end + 2]
    if after[-1:].isupper():
        if after[0].isspace() and is_given_name_here(match, context):
            return Verdict(None, "rejected: a given name here", start, end, "", everyone)
        if bearers.any_east_asian and (verdict := _decide_by_syllables(match, context, everyone)):
            return verdict
    return _decide_by_words_before(match, context, bearers)


def _decide_by_words_before(match: Match, context: DecisionContext, bearers: Bearers) -> Verdict:
    """Return whom a surname names by the given names before it, else by its title, else alone."""
    names_end, token = before_small_words(context.text, match.start)
    sort = classify_token_before(token)
    if sort == SMALL_WORD:
        return _decide_surname_alone(match, context, bearers, ())
    if sort in (GIVEN_NAME, UNKNOWN_NAME) and not is_title_like_initial(token, match.start, context):
        given = _given_before(names_end, context, bearers.everyone)
        if len(given.fitting) == 1 or (not given.fitting and _are_anothers(given, sort, match, context)):
            return _decide_by_given_name(match, context, given)
        if given.fitting:
            bearers = bearers._replace(own_spelling=given.fitting)
        elif sort == GIVEN_NAME:
            return _decide_surname_alone(match, context, bearers, ())
    title = title_before(context.text, names_end, token)
    decide = _decide_by_title if title else _decide_surname_alone
    return decide(match, context, bearers, title)


def _decide_by_title(match: Match, context: DecisionContext, bearers: Bearers, title: tuple[str, ...]) -> Verdict:
    """Return whom a surname names after the words of a title, which may be of the other sex than some."""
    titled = bearers_of_title(bearers.own_spelling, title, match, context)
    if len(titled) < len(bearers.own_spelling) and OTHER_SEX not in context.lexicon.rules_off:
        start, end, words = match.start, match.end, " ".join(title)
        if not titled:
            return Verdict(None, f"rejected: {OTHER_SEX}", start, end, words, bearers.everyone)
        if len(titled) == 1:
            return Verdict(titled[0], f"short_label: {BY_SEX}", start, end, words, bearers.everyone, _OTHER_SEX)
        bearers = bearers._replace(own_spelling=titled)
    return _decide_surname_alone(match, context, bearers, title)


class _GivenNames(NamedTuple):
    """The given names before a surname: where they begin, who has the surname, and which of these they fit."""

    names: tuple[str, ...]
    start: int
    everyone: tuple[str, ...]
    fitting: tuple[str, ...]


def _given_before(names_end: int, context: DecisionContext, everyone: tuple[str, ...]) -> _GivenNames:
    names, start = given_names_before(context.text, names_end)
    cached = context.lexicon.cache.fitting_bearers
    key = (names, everyone)
    if key not in cached:
        persons = context.lexicon.persons
        cached[key] = tuple(bearer for bearer in everyone if names_fit(names, persons[bearer]))
    return _GivenNames(names, start, everyone, cached[key])


def _are_anothers(given: _GivenNames, sort: int, match: Match, context: DecisionContext) -> bool:
    """Return whether given names that fit no bearer are another's, and not a numbering or any other word."""
    if sort == GIVEN_NAME:
        return not is_numbering(context.text, given.start, given.names)
    return is_other_name(given.names[-1], match, context)


def _decide_by_given_name(match: Match, context: DecisionContext, given: _GivenNames) -> Verdict:
    """Return the bearer whose given name comes before the surname, the name taken in; nobody if it is another's."""
    words = " ".join(given.names)
    if not given.fitting:
        known = classify_token_before(given.names[-1]) == GIVEN_NAME or is_given_name(given.names[-1])
        rule = "given name contradicts" if known else UNKNOWN_GIVEN
        return Verdict(None, f"rejected: {rule}", match.start, match.end, words, given.everyone)
    previous = context.neighbour(-1)
    start = given.start if previous is None or previous.end <= given.start else match.start
    return Verdict(given.fitting[0], "short_label: given name", start, match.end, words, given.everyone, _OTHER_GIVEN)


def _decide_by_syllables(match: Match, context: DecisionContext, everyone: tuple[str, ...]) -> Verdict | None:
    """Return the bearer whose East Asian given name follows; nobody if another does; None if none follows."""
    given, given_end = syllables_after(context.text, match.end)
    if not given:
        return None
    persons = context.lexicon.persons
    first = given.split(" ")[0]
    for name, end in ((given, given_end), (first, match.end + 1 + len(first))):
        fitting = [
            bearer
            for bearer in everyone
            if any(same_syllables(name, bearers_own) for bearers_own in persons[bearer].syllabic)
        ]
        if len(fitting) == 1:
            return Verdict(fitting[0], "near spelling", match.start, end, name, everyone, _OTHER_GIVEN)
    surname = context.text[match.start : match.end]
    is_common_family = is_family(surname.title()) and surname.lower() in COMMON_FAMILIES
    if "-" in given or " " in given or is_common_family:
        return Verdict(None, "rejected: given name contradicts", match.start, match.end, given, everyone)
    return None


def _decide_surname_alone(match: Match, context: DecisionContext, bearers: Bearers, title: tuple[str, ...]) -> Verdict:
    """Return whom a surname names without a given name beside it, after the words of a title or none."""
    start, end, candidates = match.start, match.end, bearers.own_spelling
    if not candidates:
        return Verdict(None, "rejected: only near in spelling", start, end, "", bearers.everyone)
    if reason := other_word_here(match, context, title):
        return Verdict(None, f"rejected: {reason}", start, end, "", bearers.everyone)
    if len(candidates) > 1:
        return _choose_bearer(match, context, bearers, title)
    if bearers.is_common_family:
        return _decide_common_family(match, context, candidates[0], title)
    return Verdict(candidates[0], "short_label: only bearer", start, end)


def _decide_common_family(match: Match, context: DecisionContext, bearer: str, title: tuple[str, ...]) -> Verdict:
    """Return whether one of the commonest family names names its only bearer."""
    start, end = match.start, match.end
    if bearer in context.fully_named:
        return Verdict(bearer, "short_label: full name in the text", start, end)
    if context.last_named((bearer,), start):
        return Verdict(bearer, "short_label: named before", start, end)
    titled = bearer_by_title(context, (bearer,), title)
    if titled:
        _, words = titled
        return Verdict(bearer, "short_label: title", start, end, words)
    return Verdict(None, "undecided: no full name in the text", start, end, "", (bearer,), _NOT_FULL)


def _decide_short_form(match: Match, context: DecisionContext, bearing: Bearers) -> Verdict:
    """Return whom the text gives by a full name, of the bearers of a short form; of several the one named last."""
    start, end, bearers = match.start, match.end, bearing.own_spelling
    fully_named = [bearer for bearer in bearers if bearer in context.fully_named]
    if len(fully_named) == 1:
        return Verdict(fully_named[0], "short_label: full name in the text", start, end, "", bearers, _NOT_FULL)
    if not fully_named:
        return Verdict(None, "undecided: no full name in the text", start, end, "", bearers, _NOT_FULL)
    last = context.last_named(fully_named, start)
    if last:
        return Verdict(last, "short_label: named last", start, end, "", bearers, _OTHER_RULE)
    if chosen := _choose_beyond_text(bearing, fully_named, context):
        entry, rule, detail = chosen
        return Verdict(entry, f"short_label: {rule}", start, end, detail, bearers, _OTHER_RULE)
    return Verdict(None, "undecided: several full names", start, end, "", bearers, _AS_WELL)


def _choose_beyond_text(
    bearing: Bearers, bearers: Sequence[str], context: DecisionContext
) -> tuple[str, str, str] | None:
    """Return whom a name means where the text leaves it open: the entry, the rule, and the words it relied on."""
    if bearing.default in bearers and DEFAULT_BEARER not in context.lexicon.rules_off:
        return bearing.default, DEFAULT_BEARER, ""
    if prevailing := prevailing_bearer(bearers, context):
        entry, counts = prevailing
        return entry, COMMONEST, counts
    return None


def _choose_bearer(match: Match, context: DecisionContext, bearing: Bearers, title: tuple[str, ...]) -> Verdict:
    """Return which of several bearers a surname names."""
    entry, rule, detail, bearers = None, "", "", bearing.own_spelling
    if title and (titled := bearer_by_title(context, bearers, title)):
        rule, (entry, detail) = "title", titled
    elif described := bearer_by_apposition(match, context, bearers):
        rule, (entry, detail) = "words around", described
    elif entry := context.last_named(bearers, match.start):
        rule = "named last"
    elif not context.fully_named.isdisjoint(bearers):
        if entry := context.last_full_name(bearers, match.start):
            rule = "full name before"
        elif entry := context.commonest(bearers):
            rule = "commonest full name"
    if entry is None and (chosen := _choose_beyond_text(bearing, bearers, context)):
        entry, rule, detail = chosen
    if entry is None:
        return Verdict(None, "undecided: several bearers", match.start, match.end, "", bearers, _AS_WELL)
    return Verdict(entry, f"short_label: {rule}", match.start, match.end, detail, bearers, _OTHER_RULE)
