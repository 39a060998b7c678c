"""Surnames: whether one names a person of the glossary here, and which of those who bear it.

1. What stands next to it decides first: see `neighbours`. A spelling that is not the entry's own counts only with a given
   name that fits.
2. A surname that is a common word ("You", "Read") needs a given name or a title beside it; in capitals too.
3. Of several bearers the one whose given name stands before it; else the one whose definition or roles hold the words of
   the title before it; else the one whose definition holds the words around; else the one whose full name stands last before
   it; else the one whose full name is commonest in the text.
4. A family name that very many people bear names its only bearer where the text has the full name, or a title that fits.
5. Any other surname names its only bearer.
6. A short form of anything but a person ("the Treaty") needs the full name in the text.
7. What is still open stays undecided.
"""

from __future__ import annotations

from typing import NamedTuple

from build_tools.linking.context import VERDICT, DecisionContext, Verdict, between_blanks, word_before
from build_tools.linking.lexicon.automaton import Bearers
from build_tools.linking.names import same_syllables
from build_tools.linking.names.romanisation import is_family
from build_tools.linking.policy.neighbours import (
    GIVEN,
    SMALL,
    fits,
    given_before,
    is_given_here,
    is_numbering,
    sort_before,
    syllables_after,
)
from build_tools.linking.policy.titles import by_title, by_words_around, title_before
from build_tools.linking.scanning.candidates import Item
from build_tools.linking.word_lists import COMMON_FAMILIES, FUNCTION_WORDS

_NOT_FULL = "its full name does not stand in the text"
_OTHER_GIVEN = "the given name is not its own"
_AS_WELL = "it bears the name as well"
_OTHER_RULE = "it bears the name, but the rule speaks for another"


def decide_surname(item: Item, scene: DecisionContext) -> Verdict:
    """Which person, if any, a surname names."""
    text, (start, end, _, _, pattern, barred) = scene.text, item
    known = scene.lexicon.bearers(pattern, barred)
    everyone = known.everyone
    if not known.persons:
        return _short_form(item, scene, known.own)
    if known.given and is_given_here(text, start, end):
        return _refuse(item, "rejected: a given name here", "", everyone)
    if known.eastern and text[end : end + 2][-1:].isupper() and (verdict := _by_syllables(item, scene, everyone)):
        return verdict
    nearest = between_blanks(text, start)
    before = sort_before(nearest)
    if before == SMALL:
        return _by_itself(item, scene, known, ())
    if before == GIVEN:
        found, begin = given_before(text, start)
        fitting = _fitting(found, everyone, scene)
        if not fitting and is_numbering(text, begin, found):
            return _by_itself(item, scene, known, ())
        if len(fitting) < 2:  # noqa: PLR2004
            return _by_given(item, scene, Given(" ".join(found), begin, everyone, fitting))
        known = known._replace(own=fitting)
    return _by_itself(item, scene, known, title_before(text, start, nearest))


def _fitting(found: tuple[str, ...], everyone: tuple[str, ...], scene: DecisionContext) -> tuple[str, ...]:
    """Those whom given names fit; the same ones stand before a surname again and again."""
    known = scene.lexicon.fitting
    if (found, everyone) not in known:
        known[found, everyone] = tuple(one for one in everyone if fits(found, scene.lexicon.persons[one]))
    return known[found, everyone]


class Given(NamedTuple):
    """A given name before a surname: its words, where it begins, who bears the surname, whom the words fit."""

    words: str
    begin: int
    everyone: tuple[str, ...]
    fitting: tuple[str, ...]


def _by_given(item: Item, scene: DecisionContext, given: Given) -> Verdict:
    """The one bearer whose given name stands before the surname, the name taken in; nobody if it is another's."""
    if not given.fitting:
        return _refuse(item, "rejected: given name contradicts", given.words, given.everyone)
    previous = scene.items[scene.current - 1] if scene.current else None
    begin = given.begin if previous is None or previous[1] <= given.begin else item.start
    return Verdict(
        given.fitting[0], "short_label: given name", begin, item.end, given.words, given.everyone, _OTHER_GIVEN
    )


def _by_itself(item: Item, scene: DecisionContext, known: Bearers, title: tuple[str, ...]) -> Verdict:
    """Whom a surname names without a given name beside it, after the words of a title or none."""
    bearers = known.own
    if not bearers:
        return _refuse(item, "rejected: only near in spelling", "", known.everyone)
    if known.word and _is_common_word(item, scene):
        return _refuse(item, "rejected: a common word", "", known.everyone)
    if len(bearers) > 1:
        return _choose(item, scene, bearers, title)
    if known.common:
        return _alone(item, scene, bearers[0], title)
    return VERDICT((bearers[0], "short_label: only bearer", item[0], item[1], "", (), ""))


def _by_syllables(item: Item, scene: DecisionContext, everyone: tuple[str, ...]) -> Verdict | None:
    """The bearer whose East Asian given name follows; nobody if another given name does."""
    given, stop = syllables_after(scene.text, item.end)
    if not given:
        return None
    persons = scene.lexicon.persons
    for name, at in ((given, stop), (given.split(" ")[0], item.end + 1 + len(given.split(" ")[0]))):
        fitting = [
            one
            for one in everyone
            if one in persons and any(same_syllables(name, own) for own in persons[one].syllabic)
        ]
        if len(fitting) == 1:
            return Verdict(fitting[0], "near spelling", item.start, at, name, everyone, _OTHER_GIVEN)
    word = scene.text[item.start : item.end]
    if "-" in given or " " in given or (is_family(word.title()) and word.lower() in COMMON_FAMILIES):
        return _refuse(item, "rejected: given name contradicts", given, everyone)
    return None


def _is_common_word(item: Item, scene: DecisionContext) -> bool:
    """Whether a surname that is a common word too is only that here: at a sentence's start or in capitals, without a title before it."""
    word = scene.text[item.start : item.end]
    low = word.lower()
    if title_before(scene.text, item.start):
        return False
    if low in FUNCTION_WORDS or word.isupper():
        return True
    before, _ = word_before(scene.text, item.start)
    return before[-1:] in (".", "?", "!", ":") if before else scene.text[item.start - 1 : item.start] in ("", "\n")


def _alone(item: Item, scene: DecisionContext, bearer: str, title: tuple[str, ...]) -> Verdict:
    """Whether one of the commonest family names names its only bearer."""
    if bearer in scene.firsts:
        return Verdict(bearer, "short_label: full name in the text", item.start, item.end)
    if scene.last_named((bearer,), item.start):
        return Verdict(bearer, "short_label: named before", item.start, item.end)
    found = by_title(scene, (bearer,), title)
    if found:
        return Verdict(bearer, "short_label: title", item.start, item.end, found[1])
    return Verdict(None, "undecided: no full name in the text", item.start, item.end, "", (bearer,), _NOT_FULL)


def _short_form(item: Item, scene: DecisionContext, bearers: tuple[str, ...]) -> Verdict:
    """A short form that not only persons bear: whoever the text has by a full name, of several the one named last."""
    certain = [one for one in bearers if one in scene.firsts]
    if len(certain) == 1:
        return Verdict(certain[0], "short_label: full name in the text", item.start, item.end, "", bearers, _NOT_FULL)
    if not certain:
        return Verdict(None, "undecided: no full name in the text", item.start, item.end, "", bearers, _NOT_FULL)
    last = scene.last_named(certain, item.start)
    if last:
        return _chosen(item, bearers, last, "named last", "")
    return Verdict(None, "undecided: several full names", item.start, item.end, "", bearers, _AS_WELL)


def _choose(item: Item, scene: DecisionContext, bearers: tuple[str, ...], title: tuple[str, ...]) -> Verdict:
    if titled := by_title(scene, bearers, title):
        return _chosen(item, bearers, titled[0], "title", titled[1])
    if around := by_words_around(item, scene, bearers):
        return _chosen(item, bearers, around[0], "words around", around[1])
    if entry := scene.last_named(bearers, item.start):
        return _chosen(item, bearers, entry, "named last", "")
    if not scene.firsts.isdisjoint(bearers):
        if entry := scene.last_full_name(bearers, item.start):
            return _chosen(item, bearers, entry, "full name before", "")
        if entry := scene.commonest(bearers):
            return _chosen(item, bearers, entry, "commonest full name", "")
    return Verdict(None, "undecided: several bearers", item.start, item.end, "", bearers, _AS_WELL)


def _chosen(item: Item, bearers: tuple[str, ...], entry: str, rule: str, detail: str) -> Verdict:
    return VERDICT((entry, "short_label: " + rule, item[0], item[1], detail, bearers, _OTHER_RULE))


def _refuse(item: Item, rule: str, detail: str, entries: tuple[str, ...]) -> Verdict:
    return VERDICT((None, rule, item[0], item[1], detail, entries, ""))
