"""What the policy may look at when it decides: the text, what is decided so far, and the words next to a place."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import cached_property, partial
from operator import itemgetter
from typing import NamedTuple

from build_tools.linking.lexicon.automaton import BLOCKED, SHARED, Lexicon
from build_tools.linking.lexicon.senses import OWNED, Sense
from build_tools.linking.memo import remembered
from build_tools.linking.scanning.candidates import ITEM, Item, Row

_START, _ENTRY = itemgetter(0), itemgetter(2)  # of an item
_BLANKS = " \n\u00a0\u202f"
_REACH = 40  # the longest word looked at
_OPENING = "([{\"'“”‘’«»„"
_CLOSING = ".,;:!?)]}\"'“”’«»…"


class Verdict(NamedTuple):
    """What the policy says of a place: an entry or None, the rule, the span, and particulars for the explanation.

    `weighed` are all entries that bear the name, `because` is why the others were turned down, in words (empty: the rule's).
    """

    entry: str | None
    rule: str
    start: int
    end: int
    detail: str = ""
    weighed: tuple[str, ...] = ()
    because: str = ""


VERDICT = partial(tuple.__new__, Verdict)
"""A verdict of a tuple of all its fields, without the detour of a named tuple's own constructor."""


class DecisionContext:
    """One text in the course of being decided.

    `items` holds all matches in order; those before `current` are decided. Places are offsets in `text`.
    """

    def __init__(self, text: str, lexicon: Lexicon, items: list[Row]) -> None:
        """Set out with the matches of a text."""
        self.text = text
        self.lexicon = lexicon
        self.items = items
        self.current = 0
        self._latest: dict[str | None, int] = {}
        self._seen = 0

    def latest(self) -> Mapping[str | None, int]:
        """Where each entry is linked last before the current match, and None stays open; gathered when somebody asks."""
        if self._seen < self.current:
            passed = self.items[self._seen : self.current]
            self._latest.update(zip(map(_ENTRY, passed), map(_START, passed), strict=True))
            self._seen = self.current
        return self._latest

    @cached_property
    def full_names(self) -> dict[str, list[int]]:
        """Where each entry is named by a label of its own, before any short name is decided: entry, offsets in order."""
        places: dict[str, list[int]] = {}
        for item in self.items:
            if item[2] is not None:
                if item[3] in OWNED:
                    places.setdefault(item[2], []).append(item[0])
            elif self.lexicon.actions[item[4]] in (SHARED, BLOCKED):
                for entry in self._owners(item):
                    places.setdefault(entry, []).append(item[0])
        return places

    def _owners(self, row: Row) -> tuple[str, ...]:
        """The entries that own the label of an open match."""
        _, _, _, _, pattern, barred = row
        owners = self.lexicon.owners.get(self.lexicon.keys[pattern], ())
        return tuple(one for one in owners if one not in barred) if barred else owners

    @cached_property
    def firsts(self) -> AbstractSet[str | None]:
        """The entries that the text names by a label of their own, before any short name is decided."""
        # Asked in most texts, the places of `full_names` in few: they are not gathered for this.
        actions = self.lexicon.actions
        certain = {item[2] for item in self.items if item[3] in OWNED}
        for item in self.items:
            if item[2] is None and actions[item[4]] in (SHARED, BLOCKED):
                certain.update(self._owners(item))
        return certain

    def senses(self, item: Item) -> tuple[Sense, ...]:
        """What an open match may mean."""
        found = self.lexicon.senses.get(self.lexicon.keys[item.pattern], ()) if item.pattern >= 0 else ()
        if item.barred:
            return tuple(sense for sense in found if sense.entry not in item.barred)
        return found

    def previous(self) -> Item | None:
        """The match right before the current one, if it is linked."""
        before = ITEM(self.items[self.current - 1]) if self.current else None
        return before if before is not None and before.entry is not None else None

    def last_named(self, entries: Sequence[str], at: int) -> str | None:
        """Of the entries the one that was linked last before `at`."""
        latest = self.latest()
        nearest, last = -1, None
        for entry in entries:
            place = latest.get(entry, at)
            if nearest < place < at:
                nearest, last = place, entry
        return last

    def last_full_name(self, entries: Sequence[str], at: int) -> str | None:
        """Of the entries the one whose full name stands nearest before `at`; None where none does."""
        best: tuple[int, str] | None = None
        for entry in entries:
            places = self.full_names.get(entry, ())
            number = bisect_left(places, at)
            if number and (best is None or places[number - 1] > best[0]):
                best = (places[number - 1], entry)
        return best[1] if best else None

    def commonest(self, entries: Sequence[str]) -> str | None:
        """Of the entries the one whose full name stands most often in the text, if one does."""
        counts = sorted(((len(self.full_names.get(entry, ())), entry) for entry in entries), reverse=True)
        if not counts or not counts[0][0] or (len(counts) > 1 and counts[0][0] == counts[1][0]):
            return None
        return counts[0][1]


def between_blanks(text: str, at: int) -> str:
    """All that stands between one blank before `at` and the blank before that; empty where nothing does."""
    stop = at - 1
    if stop < 1 or text[stop] not in _BLANKS or text[stop - 1] in _BLANKS:
        return ""
    reach = stop - _REACH if stop > _REACH else 0
    return text[text.rfind(" ", reach, stop) + 1 or reach : stop]


def word_before(text: str, at: int) -> tuple[str, int]:
    """The word that stands one blank before `at`, and where it begins; ("", at) where there is none."""
    written = between_blanks(text, at)
    if not written:
        return "", at
    bare = without_opening(written)
    return bare, at - 1 - len(bare)


def word_after(text: str, at: int) -> tuple[str, int]:
    """The word that stands one blank after `at`, without closing punctuation, and where it ends."""
    blank = text[at : at + 1]
    if not blank or blank not in _BLANKS:
        return "", at
    start = at + 1
    stop = text.find(" ", start, start + _REACH)
    bare = _without_closing(text[start : stop if stop > 0 else start + _REACH])
    return bare, start + len(bare)


@remembered
def without_opening(word: str) -> str:
    """The last line of a word, after a dash and without opening marks."""
    if not word.isascii() or "\n" in word:
        word = word[max(word.rfind("\n"), word.rfind("—"), word.rfind("\u00a0")) + 1 :]
    return word.lstrip(_OPENING)


@remembered
def _without_closing(word: str) -> str:
    """The first line of a word, before a dash and without closing marks."""
    if not word.isascii() or "\n" in word:
        word = word.partition("\n")[0].partition("—")[0]
    return word.rstrip(_CLOSING)
