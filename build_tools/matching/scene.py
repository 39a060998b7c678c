"""What the policy may look at when it decides: the text, what is decided so far, and the words next to a place."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from functools import cached_property
from typing import NamedTuple

from build_tools.matching.lexicon import BLOCKED, SHARED, Lexicon
from build_tools.matching.scanning import Item
from build_tools.matching.senses import OWNED, Sense

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


class Scene:
    """One text in the course of being decided.

    `items` holds all matches in order; those before `current` are decided. Places are offsets in `text`.
    """

    def __init__(self, text: str, lexicon: Lexicon, items: list[Item]) -> None:
        """Set out with the matches of a text."""
        self.text = text
        self.lexicon = lexicon
        self.items = items
        self.current = 0
        self._latest: dict[str, int] = {}
        self._counted = 0

    @cached_property
    def full_names(self) -> dict[str, list[int]]:
        """Where each entry is named by a label of its own, before any short name is decided: entry, offsets in order."""
        places: dict[str, list[int]] = {}
        for item in self.items:
            if item[2] is not None:
                if item[3] in OWNED:
                    places.setdefault(item[2], []).append(item[0])
            elif self.lexicon.actions[item.pattern] in (SHARED, BLOCKED):
                for entry in {sense.entry for sense in self.senses(item) if sense.rule in OWNED}:
                    places.setdefault(entry, []).append(item[0])
        return places

    @cached_property
    def firsts(self) -> frozenset[str]:
        """The entries that the text names by a label of their own."""
        return frozenset(self.full_names)

    def senses(self, item: Item) -> tuple[Sense, ...]:
        """What an open match may mean."""
        found = self.lexicon.senses.get(self.lexicon.keys[item.pattern], ()) if item.pattern >= 0 else ()
        if item.barred:
            return tuple(sense for sense in found if sense.entry not in item.barred)
        return found

    def previous(self) -> Item | None:
        """The match right before the current one, if it is linked."""
        before = self.items[self.current - 1] if self.current else None
        return before if before is not None and before.entry is not None else None

    def named_before(self) -> dict[str, int]:
        """The entries that are linked before the current match, each with the place where it was last."""
        for number in range(self._counted, self.current):
            item = self.items[number]
            if item[2] is not None:
                self._latest[item[2]] = item[0]
        self._counted = max(self._counted, self.current)
        return self._latest

    def last_named(self, entries: Sequence[str], at: int) -> str | None:
        """Of the entries the one that was linked last before `at`."""
        latest = self.named_before()
        found = [(place, entry) for entry in entries if (place := latest.get(entry, at)) < at]
        return max(found)[1] if found else None

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


def word_before(text: str, at: int) -> tuple[str, int]:
    """The word that stands one blank before `at`, and where it begins; ("", at) where there is none."""
    if at < 2 or text[at - 1] not in _BLANKS or text[at - 2] in _BLANKS:  # noqa: PLR2004
        return "", at
    start = text.rfind(" ", max(0, at - 1 - _REACH), at - 1) + 1
    word = text[start : at - 1]
    if not word or not word.isascii() or "\n" in word:
        line = max(word.rfind("\n"), word.rfind("—"), word.rfind("\u00a0")) + 1
        word, start = word[line:], start + line
    bare = word.lstrip(_OPENING)
    return bare, start + len(word) - len(bare)


def word_after(text: str, at: int) -> tuple[str, int]:
    """The word that stands one blank after `at`, without closing punctuation, and where it ends."""
    if text[at : at + 1] not in _BLANKS or not text[at : at + 1]:
        return "", at
    stop = text.find(" ", at + 1, at + 1 + _REACH)
    word = text[at + 1 : stop if stop > 0 else at + 1 + _REACH]
    if not word.isascii() or "\n" in word:
        word = word.partition("\n")[0].partition("—")[0]
    bare = word.rstrip(_CLOSING)
    return bare, at + 1 + len(bare)
