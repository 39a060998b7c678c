"""Matches that need more than a glance: single letters, names inside names, text of other scripts than ours.

What fails at a word's edge gives way to shorter matches inside it; what the words around make another name of is dropped.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from typing import NamedTuple

from build_tools.linking.lexicon.automaton import BLOCKED, EASTERN, LETTER, LONE, RUN, SPEAKER, Lexicon
from build_tools.linking.lexicon.senses import NOT_WITHIN
from build_tools.linking.scanning.word_boundaries import ends_word, name_beside, starts_word
from build_tools.linking.word_lists import GIVEN_NAMES, NICKNAMES

NONE: frozenset[str] = frozenset()
GIVEN = frozenset(name.title() for name in (*GIVEN_NAMES, *NICKNAMES))
_LONGEST_GIVEN = 24  # characters of the longest given name, and a mark before it
_LONGEST = 200  # characters after a failed match in which another may begin inside it
MARKS = "([\"'\n\x1f"


class Item(NamedTuple):
    """A match at real offsets; `entry` is None while it is open, and `rule` then empty."""

    start: int
    end: int
    entry: str | None
    rule: str
    pattern: int
    barred: frozenset[str] = frozenset()


Row = tuple[int, int, str | None, str, int, frozenset[str]]
"""The bare fields of an item. Most matches never become more: to name the fields would cost more than all else done to them."""

ITEM = partial(tuple.__new__, Item)
"""An item of a row, without the detour of a named tuple's own constructor."""


@dataclass(frozen=True, slots=True)
class Dropped:
    """A match that is no candidate, and why in words."""

    start: int
    end: int
    pattern: int
    reason: str


def follows_given_name(plain: str, start: int) -> bool:
    """Whether an initial or a given name stands before a surname, which may then be another person's."""
    if plain[start - 1] != " ":
        return False
    word = plain[plain.rfind(" ", start - _LONGEST_GIVEN if start > _LONGEST_GIVEN else 0, start - 1) + 1 : start - 1]
    if word in GIVEN:
        return True
    if plain[start - 2] == ".":
        return plain[start - 3].isupper()
    return not word[:1].isalpha() and word.lstrip(MARKS) in GIVEN


class Match(NamedTuple):
    """A match in evened text, and the entries that it cannot name."""

    pattern: int
    start: int
    end: int
    barred: frozenset[str] = NONE


_Weighed = Iterator[tuple[Item, int]]


def weigh(match: Match, plain: str, lexicon: Lexicon, dropped: list[Dropped] | None) -> _Weighed:
    """The items of a match that needs more than a glance, and how far each reaches: none, itself, or others inside it."""
    action = lexicon.actions[match.pattern]
    if action in (LETTER, SPEAKER):
        if plain[match.start + 2] == "." and (longer := _name_of_initial(match, plain, lexicon)):
            yield from weigh(longer, plain, lexicon, dropped)
        else:
            at = match.start + 1
            yield Item(at, at + 1, None, "", match.pattern, match.barred), at + 1
    elif action == RUN:
        return
    elif match.barred and match.barred.issuperset(lexicon.named.get(match.pattern, ("",))):
        yield from _inside(match._replace(barred=NONE), plain, lexicon, dropped)
    elif not (starts_word(plain, match.start) and ends_word(plain, match.end)):
        yield from _inside(match, plain, lexicon, dropped)
    elif action == BLOCKED:
        senses = lexicon.senses[lexicon.keys[match.pattern]]
        barred = match.barred | {sense.entry for sense in senses if sense.rule == NOT_WITHIN}
        inner = match._replace(barred=barred)
        free = {sense.entry for sense in senses} - barred
        yield from _whole(inner, plain, lexicon, dropped) if free else _inside(inner, plain, lexicon, dropped)
    else:
        yield from _whole(match, plain, lexicon, dropped)


def _whole(match: Match, plain: str, lexicon: Lexicon, dropped: list[Dropped] | None) -> _Weighed:
    """The item of a match between word edges, unless the words around make another name of it."""
    action = lexicon.actions[match.pattern]
    entry, rule, trim = lexicon.verdicts[match.pattern]
    span = match.start, match.end - trim
    if reason := name_beside(plain, match.start, match.end):
        if dropped is not None:
            dropped.append(Dropped(*span, match.pattern, reason))
        return
    eastern = action == EASTERN and plain[match.end] == " " and plain[match.end + 1].isupper()
    doubtful = LONE <= action <= EASTERN and (eastern or follows_given_name(plain, match.start))
    if action > EASTERN or doubtful:
        yield Item(*span, None, "", match.pattern, match.barred), match.end
    elif entry not in match.barred:
        yield Item(*span, entry, rule, match.pattern, match.barred), match.end


def _name_of_initial(match: Match, plain: str, lexicon: Lexicon) -> Match | None:
    """The longer match that begins with a letter and a point, if one does: "U. Alexis Johnson", "U.S."."""
    at = match.start + 1
    first = lexicon.look_up(plain[at : at + _LONGEST])[:1]
    if first and first[0][1] == 0 and first[0][2] > 1:
        return Match(first[0][0], at, at + first[0][2], match.barred)
    return None


def _inside(match: Match, plain: str, lexicon: Lexicon, dropped: list[Dropped] | None) -> _Weighed:
    """The items that begin inside a failed match: first a shorter one at its start, then those after it."""
    if lexicon.words[match.pattern]:
        return
    at = match.start
    shorter = lexicon.look_up(plain[at : match.end - 1])
    if shorter and shorter[0][1] == 0:
        found = list(weigh(Match(shorter[0][0], at, at + shorter[0][2], match.barred), plain, lexicon, dropped))
        yield from found
        at += shorter[0][2] if found else 1
    else:
        at += 1
    for pattern, start, end in lexicon.look_up(plain[at : match.end + _LONGEST]):
        if at + start >= match.end:
            break
        yield from weigh(Match(pattern, at + start, at + end, match.barred), plain, lexicon, dropped)
