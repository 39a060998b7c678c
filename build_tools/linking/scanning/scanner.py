"""Matches in a text: leftmost and longest, at word edges. What needs no thought is decided on the way.

This is the loop that every character of every text passes through; what follows is kept out of it. A match whose edges fail
gives way to shorter ones inside it. Han and Kana need no word edge; Hangul needs none at its end, where particles follow.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Container, Sequence
from dataclasses import dataclass
from operator import itemgetter
from string import ascii_letters, ascii_uppercase, digits

from build_tools.linking.lexicon.automaton import BLOCKED, EASTERN, LONE, RUN, SHARED, SHORT, SPEAKER, Lexicon
from build_tools.linking.lexicon.distinct_letters import distinct_letters
from build_tools.linking.lexicon.senses import Sense
from build_tools.linking.scanning.candidates import (
    GIVEN,
    ITEM,
    MARKS,
    NONE,
    Dropped,
    Item,
    Match,
    Row,
    follows_given_name,
    weigh,
)
from build_tools.linking.scanning.word_boundaries import name_beside
from build_tools.text.normalising import normalise
from build_tools.text.offset_map import Folded

_LETTERS = frozenset(ascii_letters + digits)
_MARKS = frozenset(map(chr, range(128))) - _LETTERS  # beside these a word begins and ends, whatever the script
# The last three characters of given names and initials in text of ASCII alone; of nearly all words before a surname they show
# that it is neither.
_TAILS = frozenset(
    [""]
    + [(mark + name)[-3:] for name in GIVEN for mark in " " + MARKS]
    + [chr(code) + letter + "." for code in range(128) for letter in ascii_uppercase]
)


_PATTERN = itemgetter(4)
Languages = Sequence[tuple[int, str]]
"""Where each language of a text begins: offset and BCP 47 tag, in order. Before the first, the language is not known."""

Check = tuple[Container[int], Callable[[int, int, int], frozenset[str]]]
"""The patterns to look at; and the entries that a match cannot name, by its pattern and its span in the normalised text."""

_UNCHECKED: Check = (frozenset(), lambda *_: NONE)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A place in a text that may name an entry; `senses` are what its form may mean there."""

    start: int
    end: int
    exact: str
    senses: tuple[Sense, ...]


def scan(text: str, lexicon: Lexicon) -> tuple[Candidate, ...]:
    """The candidates of a text in order; offsets in code points of `text`, the end exclusive."""
    return tuple(candidate_of(ITEM(row), text, lexicon) for row in sweep(text, lexicon))


def spelling_check(text: str, evened: Folded, lexicon: Lexicon, languages: Languages) -> Check:
    """Return the patterns whose spelling matters in a text, and what tells which entries a match cannot name for it.

    Args:
        text: The text.
        evened: The same, normalised.
        lexicon: The entries.
        languages: Where each language of the text begins.
    """
    every = any(distinct_letters(language) for _, language in languages)
    if not (every or lexicon.spelled):
        return _UNCHECKED
    starts = [start for start, _ in languages]
    keys, spellings, named = lexicon.keys, lexicon.spellings, lexicon.named

    def bar(pattern: int, start: int, end: int) -> frozenset[str]:
        start, end = evened.span(start, end)
        number = bisect_right(starts, start) - 1
        language = languages[number][1] if number >= 0 else ""
        key = keys[pattern]
        return spellings.barred(key, named[pattern], text[start:end], language)

    return (named if every else lexicon.spelled), bar


def candidate_of(item: Item, text: str, lexicon: Lexicon) -> Candidate:
    """The candidate of a match, with what its form may mean."""
    senses = tuple(one for one in lexicon.senses.get(lexicon.keys[item.pattern], ()) if one.entry not in item.barred)
    return Candidate(item.start, item.end, text[item.start : item.end], senses)


def sweep(text: str, lexicon: Lexicon, dropped: list[Dropped] | None = None, languages: Languages = ()) -> list[Row]:
    """All matches of a text in order, none overlapping; `dropped` takes in those that are no candidates.

    The scan finds runs of blanks by itself; at the first, the text is evened again, thoroughly.
    """
    if not lexicon.senses:
        return []
    evened = normalise(text, thorough=False)
    check = spelling_check(text, evened, lexicon, languages)
    items = _glance(evened.text, None if evened.is_mapped else text, lexicon, dropped, check)
    if items is None:
        if dropped is not None:
            dropped.clear()
        evened = normalise(text)
        check = spelling_check(text, evened, lexicon, languages)
        items = _glance(evened.text, None, lexicon, dropped, check) or []
    if evened.is_mapped:
        items = [(*evened.span(one[0], one[1]), *one[2:]) for one in items if not evened.cuts(one[0], one[1])]
        if dropped is not None:
            dropped[:] = [Dropped(*evened.span(one.start, one.end), one.pattern, one.reason) for one in dropped]
    if lexicon.quoted.isdisjoint(map(_PATTERN, items)):
        return items
    return [_balance(text, ITEM(one)) if one[4] in lexicon.quoted else one for one in items]


def _glance(  # noqa: C901  # one loop, spelled out: a call for each match would double its time
    plain: str, unread: str | None, lexicon: Lexicon, dropped: list[Dropped] | None, check: Check
) -> list[Row] | None:
    """The matches in evened text, nearly all of them settled here; None at a run of blanks in `unread`, the text as it was."""
    reached, none, mixed = 0, NONE, not plain.isascii()
    checked, bar = check
    found: list[Row] = []
    append, marks, tails = found.append, _MARKS, _TAILS
    actions, verdicts, words = lexicon.actions, lexicon.verdicts, lexicon.words
    for pattern, start, end in lexicon.look_up(plain):
        if start < reached:
            continue
        barred = bar(pattern, start, end) if pattern in checked else none
        action = BLOCKED if barred else actions[pattern]  # whoever is barred, the match needs more than a glance
        if action <= SHARED:
            after = plain[end]
            if after in marks and plain[start - 1] in marks:
                if action:
                    upper = after == " " and plain[end + 1].isupper()
                    if (upper or plain[start].islower()) and _drop(pattern, start, end, plain, dropped):
                        continue
                    if action >= LONE and (
                        action >= SHORT
                        or ((mixed or plain[start - 4 : start - 1] in tails) and follows_given_name(plain, start))
                        or (upper and action == EASTERN)
                    ):
                        append((start, end, None, "", pattern, none))
                        continue
                entry, rule, trim = verdicts[pattern]
                append((start, end - trim, entry, rule, pattern, none))
                continue
            if words[pattern] and not _LETTERS.isdisjoint((after, plain[start - 1])):
                continue
        elif action <= SPEAKER and plain[start + 2] != ".":
            append((start + 1, start + 2, None, "", pattern, none))
            continue
        elif action == RUN:
            if unread and unread[start:end].isspace():
                return None
            continue
        for item, stop in weigh(Match(pattern, start, end, barred), plain, lexicon, dropped):
            append(item)
            reached = max(reached, stop)
    return found


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
