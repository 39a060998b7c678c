"""What the policy may look at when it decides a match: the text, its other matches, and what they name so far."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import cached_property

from build_tools.linking.languages.passage_language import PassageLanguages, passage_languages
from build_tools.linking.lexicon.label_index import Lexicon
from build_tools.linking.lexicon.pattern_types import BLOCKING_PHRASE, SHARED_NAME
from build_tools.linking.lexicon.senses import OWNED, Sense
from build_tools.linking.scanning.matches import Match, MatchFields, match_of_fields
from build_tools.model.documents import BY_SEX

_BY_SEX = f"short_label: {BY_SEX}"


class DecisionContext:
    """One text whose open matches are decided in reading order.

    Attributes:
        text: The text; all offsets are code points of it.
        lexicon: The lexicon that it was scanned with.
        matches: The fields of all matches in order; those before `position` are decided.
        position: The index in `matches` of the match to decide.
    """

    def __init__(self, text: str, lexicon: Lexicon, matches: list[MatchFields]) -> None:
        """Begin before the first match; the list is changed in place as matches are decided."""
        self.text = text
        self.lexicon = lexicon
        self.matches = matches
        self.position = 0
        self._last_links: dict[str | None, int] = {}
        self._gathered_to = 0
        self._in_small: dict[str, bool] = {}

    @cached_property
    def languages(self) -> PassageLanguages:
        """The languages of the passages of the text."""
        return passage_languages(self.text)

    def last_links(self) -> Mapping[str | None, int]:
        """Return the offset of the last link before the current match, by entry; None stands for no entry.

        A link that only the sex of a title made is left out: who is "Mrs. Brell" is seldom "Brell" in the next line.
        """
        if self._gathered_to < self.position:
            passed = self.matches[self._gathered_to : self.position]
            last_links = self._last_links
            for start, _, entry, rule, _, _ in passed:
                if rule != _BY_SEX:
                    last_links[entry] = start
            self._gathered_to = self.position
        return self._last_links

    @cached_property
    def full_names(self) -> Mapping[str, list[int]]:
        """Return the offsets, in order, at which a label of each entry's own occurs, before short names are decided."""
        offsets: dict[str, list[int]] = {}
        for start, _, entry, rule, pattern, barred in self.matches:
            if entry is not None:
                if rule in OWNED:
                    offsets.setdefault(entry, []).append(start)
            elif self._may_be_owned(pattern):
                for owner in self.lexicon.owners_of(pattern, barred):
                    offsets.setdefault(owner, []).append(start)
        return offsets

    @cached_property
    def fully_named(self) -> AbstractSet[str | None]:
        """The entries that have an offset in `full_names`; most texts ask for these alone, which are sooner found."""
        entries = {entry for _, _, entry, rule, _, _ in self.matches if rule in OWNED}
        for _, _, entry, _, pattern, barred in self.matches:
            if entry is None and self._may_be_owned(pattern):
                entries.update(self.lexicon.owners_of(pattern, barred))
        return entries

    def _may_be_owned(self, pattern: int) -> bool:
        return self.lexicon.pattern_types[pattern] in (SHARED_NAME, BLOCKING_PHRASE)

    def has_small(self, word: str) -> bool:
        """Return whether the text has a word in small letters; false for one that is in small letters itself."""
        if word not in self._in_small:
            self._in_small[word] = word.lower() != word and _has_word(self.text, word.lower())
        return self._in_small[word]

    def senses(self, match: Match) -> tuple[Sense, ...]:
        """Return what a match may mean, without the entries barred for it."""
        return self.lexicon.senses_of(match.pattern, match.barred)

    def previous_link(self) -> Match | None:
        """Return the match right before the current one, if it is linked."""
        previous = self.neighbour(-1)
        return previous if previous is not None and previous.entry is not None else None

    def current_end(self) -> int:
        """Return where the current match ends."""
        return self.matches[self.position][1]

    def neighbour(self, distance: int) -> Match | None:
        """Return the match that many before (negative) or after the current one, if there is one."""
        position = self.position + distance
        return match_of_fields(self.matches[position]) if 0 <= position < len(self.matches) else None

    def last_named(self, entries: Sequence[str], offset: int) -> str | None:
        """Return which of the entries was linked last before `offset`, or None."""
        last_links = self.last_links()
        latest, last_entry = -1, None
        for entry in entries:
            start = last_links.get(entry, offset)
            if latest < start < offset:
                latest, last_entry = start, entry
        return last_entry

    def last_full_name(self, entries: Sequence[str], offset: int) -> str | None:
        """Return which of the entries has the full name nearest before `offset`, or None."""
        nearest, nearest_entry = -1, None
        for entry in entries:
            offsets = self.full_names.get(entry, ())
            count = bisect_left(offsets, offset)
            if count and offsets[count - 1] > nearest:
                nearest, nearest_entry = offsets[count - 1], entry
        return nearest_entry

    def commonest(self, entries: Sequence[str]) -> str | None:
        """Return which of the entries has the most full names in the text; None if none has one or two have as many."""
        counts = {entry: len(self.full_names.get(entry, ())) for entry in entries}
        most = max(counts.values(), default=0)
        commonest = [entry for entry, count in counts.items() if count == most]
        return commonest[0] if most and len(commonest) == 1 else None


def _has_word(text: str, word: str) -> bool:
    start = text.find(word)
    while start >= 0:
        end = start + len(word)
        if not (text[start - 1 : start].isalnum() or text[end : end + 1].isalnum()):
            return True
        start = text.find(word, end)
    return False
