"""Matches in a text: leftmost and longest, at word edges. What needs no thought is decided on the way.

This is the loop that every character of every text passes through; what follows is kept out of it. A match whose edges fail
gives way to shorter ones inside it. Han and Kana need no word edge; Hangul needs none at its end, where particles follow.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from string import ascii_letters, ascii_uppercase, digits

from build_tools.folding import Folded, even
from build_tools.matching.edges import name_beside
from build_tools.matching.lexicon import EASTERN, LONE, RUN, SHARED, SHORT, SPEAKER, Lexicon
from build_tools.matching.senses import Sense
from build_tools.matching.weighing import GIVEN, MARKS, NONE, Dropped, Item, Match, follows_given_name, weigh

_LETTERS = frozenset(ascii_letters + digits)
# The last three characters of given names and initials; of nearly all words before a surname they show that it is neither.
_TAILS = frozenset(
    [""]
    + [(mark + name)[-3:] for name in GIVEN for mark in " " + MARKS]
    + [chr(code) + letter + "." for code in range(128) for letter in ascii_uppercase]
)


_Fields = tuple[int, int, str | None, str, int, frozenset[str]]
_ITEM = partial(tuple.__new__, Item)  # without the detour of a named tuple's own constructor


@dataclass(frozen=True, slots=True)
class Candidate:
    """A place in a text that may name an entry; `senses` are what its form may mean there."""

    start: int
    end: int
    exact: str
    senses: tuple[Sense, ...]


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
    evened = even(text, thorough=False)
    if evened.shifts == (0,) and evened.text.isascii():
        items = _glance(text, evened, lexicon, dropped)
    else:
        items = _weigh_all(text, evened, lexicon, dropped)
    if items is None:
        if dropped is not None:
            dropped.clear()
        items = _weigh_all(None, even(text), lexicon, dropped) or []
    quoted = lexicon.quoted
    if quoted.isdisjoint([one[4] for one in items]):
        return items
    return [_balance(text, one) if one[4] in quoted else one for one in items]


def _glance(  # noqa: C901  # one loop, spelled out: a call for each match would double its time
    text: str, evened: Folded, lexicon: Lexicon, dropped: list[Dropped] | None
) -> list[Item] | None:
    """The matches in evened text of ASCII alone, nearly all of them settled here; None at a run of blanks in the text."""
    plain, reached, none = evened.text, 0, NONE
    found: list[_Fields] = []
    append, letters, tails = found.append, _LETTERS, _TAILS
    actions, verdicts, words = lexicon.actions, lexicon.verdicts, lexicon.words
    for pattern, start, end in lexicon.look_up(plain):
        if start < reached:
            continue
        action = actions[pattern]
        if action <= SHARED:
            after = plain[end]
            if after not in letters and plain[start - 1] not in letters:
                if action:
                    upper = after == " " and plain[end + 1].isupper()
                    if (upper or plain[start].islower()) and _drop(pattern, start, end, plain, dropped):
                        continue
                    if action >= LONE and (
                        action >= SHORT
                        or (plain[start - 4 : start - 1] in tails and follows_given_name(plain, start))
                        or (upper and action == EASTERN)
                    ):
                        append((start, end, None, "", pattern, none))
                        continue
                entry, rule, trim = verdicts[pattern]
                append((start, end - trim, entry, rule, pattern, none))
                continue
            if words[pattern]:
                continue
        elif action <= SPEAKER and plain[start + 2] != ".":
            append((start + 1, start + 2, None, "", pattern, none))
            continue
        elif action == RUN and text[start:end].isspace():
            return None
        for item, stop in weigh(Match(pattern, start, end), evened, lexicon, dropped):
            append(item)
            reached = max(reached, stop)
    return list(map(_ITEM, found))


def _weigh_all(
    unread: str | None, evened: Folded, lexicon: Lexicon, dropped: list[Dropped] | None
) -> list[Item] | None:
    """The matches in any evened text; None at a run of blanks in `unread`, the text as it was."""
    straight, reached = evened.shifts == (0,), 0
    items: list[Item] = []
    for pattern, start, end in lexicon.look_up(evened.text):
        if start < reached:
            continue
        if unread and straight and lexicon.actions[pattern] == RUN and unread[start:end].isspace():
            return None
        for item, stop in weigh(Match(pattern, start, end), evened, lexicon, dropped):
            items.append(item)
            reached = max(reached, stop)
    return items


def _drop(pattern: int, start: int, end: int, plain: str, dropped: list[Dropped] | None) -> bool:
    """Whether the words around make another name of a match; `dropped` takes it in then."""
    reason = name_beside(plain, start, end)
    if reason and dropped is not None:
        dropped.append(Dropped(start, end, pattern, reason))
    return reason != ""


def _balance(text: str, item: Item) -> Item:
    """Take the opening quotation mark in where the match holds only the closing one: “unfriendly” countries."""
    if item.start and text[item.start - 1] in '“«„"':
        inside = text[item.start : item.end]
        if inside.count('"') % 2 or (
            any(mark in inside for mark in "”»") and not any(mark in inside for mark in "“«„")
        ):
            return item._replace(start=item.start - 1)
    return item
