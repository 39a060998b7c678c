"""Matches in a text: leftmost and longest, at word edges. What needs no thought is decided on the way.

This is the loop that every character of every text passes through; what follows is kept out of it. A match whose edges fail
gives way to shorter ones inside it. Han and Kana need no word edge; Hangul needs none at its end, where particles follow.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from string import ascii_letters, digits
from typing import NamedTuple

from build_tools.folding import Folded, even
from build_tools.matching.edges import ends_word, name_beside, starts_word
from build_tools.matching.lexicon import (
    BLOCKED,
    EASTERN,
    LETTER,
    LONE,
    RUN,
    SHARED,
    SHORT,
    SPEAKER,
    Lexicon,
)
from build_tools.matching.senses import NOT_WITHIN, Sense
from build_tools.matching.vocabulary import GIVEN_NAMES, NICKNAMES

_NONE: frozenset[str] = frozenset()
_GIVEN = frozenset(name.title() for name in (*GIVEN_NAMES, *NICKNAMES))
_LETTERS = frozenset(ascii_letters + digits)
_LONGEST_GIVEN = 24  # characters of the longest given name, and a mark before it
_LONGEST = 200  # characters after a failed match in which another may begin inside it


class Item(NamedTuple):
    """A match at real offsets; `entry` is None while it is open, and `rule` then empty."""

    start: int
    end: int
    entry: str | None
    rule: str
    pattern: int
    barred: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Candidate:
    """A place in a text that may name an entry; `senses` are what its form may mean there."""

    start: int
    end: int
    exact: str
    senses: tuple[Sense, ...]


@dataclass(frozen=True, slots=True)
class Dropped:
    """A match that is no candidate, and why in words."""

    start: int
    end: int
    pattern: int
    reason: str


def scan(text: str, lexicon: Lexicon) -> tuple[Candidate, ...]:
    """The candidates of a text in order; offsets in code points of `text`, the end exclusive."""
    return tuple(candidate_of(item, text, lexicon) for item in sweep(text, lexicon))


def candidate_of(item: Item, text: str, lexicon: Lexicon) -> Candidate:
    """The candidate of a match, with what its form may mean."""
    senses = tuple(one for one in lexicon.senses.get(lexicon.keys[item.pattern], ()) if one.entry not in item.barred)
    return Candidate(item.start, item.end, text[item.start : item.end], senses)


def sweep(text: str, lexicon: Lexicon, dropped: list[Dropped] | None = None) -> list[Item]:
    """All matches of a text in order, none overlapping; `dropped` takes in those that are no candidates.

    The scan finds runs of blanks by itself; at the first, the text is evened again, thoroughly.
    """
    if not lexicon.senses:
        return []
    items = _gather(even(text, thorough=False), text, lexicon, dropped)
    if items is None:
        if dropped is not None:
            dropped.clear()
        items = _gather(even(text), None, lexicon, dropped) or []
    quoted = lexicon.quoted
    return [_balance(text, one) if one[4] in quoted else one for one in items] if quoted else items


def _gather(  # noqa: C901  # one loop, spelled out: a call for each match would double its time
    evened: Folded, unread: str | None, lexicon: Lexicon, dropped: list[Dropped] | None
) -> list[Item] | None:
    """The matches in evened text; None at a run of blanks in `unread`, the text as it was."""
    plain, reached = evened.text, 0
    items: list[Item] = []
    append, new, kind, none = items.append, tuple.__new__, Item, _NONE
    actions, verdicts, words = lexicon.actions, lexicon.verdicts, lexicon.words
    # In text of other letters than these every match is weighed; elsewhere this loop settles nearly all.
    straight = evened.shifts == (0,) and plain.isascii()
    for pattern, start, end in lexicon.look_up(plain):
        if start < reached:
            continue
        action = actions[pattern]
        if straight and action <= SHARED:
            before, after = plain[start - 1], plain[end]
            if before not in _LETTERS and after not in _LETTERS:
                beside = action and ((after == " " and plain[end + 1].isupper()) or plain[start].islower())
                if beside and name_beside(plain, start, end):
                    if dropped is not None:
                        dropped.append(Dropped(start, end, pattern, name_beside(plain, start, end)))
                elif action >= SHORT or (action >= LONE and _is_doubtful(plain, start, end, action)):
                    append(new(kind, (start, end, None, "", pattern, none)))
                else:
                    entry, rule, trim = verdicts[pattern]
                    append(new(kind, (start, end - trim, entry, rule, pattern, none)))
                continue
            if words[pattern]:
                continue
        elif action == RUN:
            if unread and evened.shifts == (0,) and unread[start:end].isspace():
                return None
            continue
        for item, stop in _weigh(_Match(pattern, start, end), evened, lexicon, dropped):
            append(item)
            reached = max(reached, stop)
    return items


def _is_doubtful(plain: str, start: int, end: int, action: int) -> bool:
    """Whether an initial or a given name stands before a surname, or a given name may follow an East Asian one."""
    if action == EASTERN and plain[end] == " " and plain[end + 1].isupper():
        return True
    if plain[start - 1] != " ":
        return False
    if plain[start - 2] == ".":
        return plain[start - 3].isupper()
    word = plain[plain.rfind(" ", max(0, start - _LONGEST_GIVEN), start - 1) + 1 : start - 1]
    return word in _GIVEN or (not word[:1].isalpha() and word.lstrip("([\"'\x1e\x1f") in _GIVEN)


class _Match(NamedTuple):
    pattern: int
    start: int
    end: int
    barred: frozenset[str] = _NONE


_Weighed = Iterator[tuple[Item, int]]


def _weigh(match: _Match, evened: Folded, lexicon: Lexicon, dropped: list[Dropped] | None) -> _Weighed:
    """The items of a match that needs more than a glance, with their ends in evened text: none, itself, or others inside it."""
    plain, action = evened.text, lexicon.actions[match.pattern]
    if action in (LETTER, SPEAKER):
        if plain[match.start + 2] == "." and (longer := _name_of_initial(match, plain, lexicon)):
            yield from _weigh(longer, evened, lexicon, dropped)
        else:
            at = evened.real(match.start + 1)
            yield Item(at, at + 1, None, "", match.pattern, match.barred), match.start + 2
    elif action == RUN:
        return
    elif not (starts_word(plain, match.start) and ends_word(plain, match.end)):
        yield from _inside(match, evened, lexicon, dropped)
    elif action == BLOCKED:
        senses = lexicon.senses[lexicon.keys[match.pattern]]
        barred = match.barred | {sense.entry for sense in senses if sense.rule == NOT_WITHIN}
        inner = match._replace(barred=barred)
        free = {sense.entry for sense in senses} - barred
        yield from _whole(inner, evened, lexicon, dropped) if free else _inside(inner, evened, lexicon, dropped)
    else:
        yield from _whole(match, evened, lexicon, dropped)


def _whole(match: _Match, evened: Folded, lexicon: Lexicon, dropped: list[Dropped] | None) -> _Weighed:
    """The item of a match between word edges, unless the words around make another name of it."""
    plain, action = evened.text, lexicon.actions[match.pattern]
    entry, rule, trim = lexicon.verdicts[match.pattern]
    span = evened.span(match.start, match.end - trim)
    if reason := name_beside(plain, match.start, match.end):
        if dropped is not None:
            dropped.append(Dropped(*span, match.pattern, reason))
        return
    doubtful = LONE <= action <= EASTERN and _is_doubtful(plain, match.start, match.end, action)
    if action > EASTERN or doubtful:
        yield Item(*span, None, "", match.pattern, match.barred), match.end
    elif entry not in match.barred:
        yield Item(*span, entry, rule, match.pattern, match.barred), match.end


def _name_of_initial(match: _Match, plain: str, lexicon: Lexicon) -> _Match | None:
    """The longer match that begins with a letter and a point, if one does: "U. Alexis Johnson", "U.S."."""
    at = match.start + 1
    first = lexicon.look_up(plain[at : at + _LONGEST])[:1]
    if first and first[0][1] == 0 and first[0][2] > 1:
        return _Match(first[0][0], at, at + first[0][2], match.barred)
    return None


def _inside(match: _Match, evened: Folded, lexicon: Lexicon, dropped: list[Dropped] | None) -> _Weighed:
    """The items that begin inside a failed match: first a shorter one at its start, then those after it."""
    if lexicon.words[match.pattern]:
        return
    plain = evened.text
    at = match.start
    shorter = lexicon.look_up(plain[at : match.end - 1])
    if shorter and shorter[0][1] == 0:
        found = list(_weigh(_Match(shorter[0][0], at, at + shorter[0][2], match.barred), evened, lexicon, dropped))
        yield from found
        at += shorter[0][2] if found else 1
    else:
        at += 1
    for pattern, start, end in lexicon.look_up(plain[at : match.end + _LONGEST]):
        if at + start >= match.end:
            break
        yield from _weigh(_Match(pattern, at + start, at + end, match.barred), evened, lexicon, dropped)


def _balance(text: str, item: Item) -> Item:
    """Take the opening quotation mark in where the match holds only the closing one: “unfriendly” countries."""
    if item.start and text[item.start - 1] in '“«„"':
        inside = text[item.start : item.end]
        if inside.count('"') % 2 or (
            any(mark in inside for mark in "”»") and not any(mark in inside for mark in "“«„")
        ):
            return item._replace(start=item.start - 1)
    return item
