"""Hits that need a closer look: whole words with a name beside them, single letters, names inside names, other scripts.

A hit that does not end at a word boundary gives way to shorter hits inside it. A match that the words beside it make
part of another name is rejected.
"""

from __future__ import annotations

from string import ascii_uppercase

from build_tools.linking.lexicon.label_index import Lexicon
from build_tools.linking.lexicon.pattern_types import (
    BLOCKING_PHRASE,
    SHORT_FORM,
    SINGLE_LETTER,
    SOLE_EAST_ASIAN_SURNAME,
    SOLE_SURNAME,
    SPACES,
    SPEAKER_INITIAL,
)
from build_tools.linking.lexicon.senses import NOT_WITHIN
from build_tools.linking.scanning.matches import NO_ENTRIES, Hit, MatchFields, RejectedMatch
from build_tools.linking.scanning.word_boundaries import ends_word, name_beside, starts_word
from build_tools.linking.word_lists import GIVEN_NAMES, NICKNAMES

_GIVEN = frozenset(name.title() for name in (*GIVEN_NAMES, *NICKNAMES))
_LONGEST_GIVEN = 24  # characters of the longest given name, and a mark before it
_MARKS_BEFORE_NAME = "([\"'\n\x1f"
_WINDOW = 200  # characters behind a failed hit to which a hit that begins inside it may run

# The last three characters of given names and of initials, in ASCII text: of nearly all words before a surname they
# show that it is neither.
_GIVEN_TAILS = frozenset(
    [""]
    + [(mark + name)[-3:] for name in _GIVEN for mark in " " + _MARKS_BEFORE_NAME]
    + [chr(code) + letter + "." for code in range(128) for letter in ascii_uppercase]
)

_Resolved = list[tuple[MatchFields, int]]


def follows_given_name(text: str, start: int) -> bool:
    """Whether an initial or a given name stands before a surname, which may then be another person's."""
    if text[start - 1] != " ":
        return False
    word = text[text.rfind(" ", start - _LONGEST_GIVEN if start > _LONGEST_GIVEN else 0, start - 1) + 1 : start - 1]
    if word in _GIVEN:
        return True
    if text[start - 2] == ".":
        return text[start - 3].isupper()
    return not word[:1].isalpha() and word.lstrip(_MARKS_BEFORE_NAME) in _GIVEN


class HitResolver:
    """Makes matches of the hits in one normalised text; `rejected` collects the rejected ones where it is a list."""

    def __init__(self, text: str, lexicon: Lexicon, rejected: list[RejectedMatch] | None) -> None:
        """Take the normalised text and the lexicon that was looked up in it."""
        self.text = text
        self.lexicon = lexicon
        self.rejected = rejected
        self._types = lexicon.pattern_types
        self._default_links = lexicon.default_links
        self._is_ascii = text.isascii()

    def resolve(self, hit: Hit) -> _Resolved:
        """Return the matches in a hit (none, itself, inner ones), each with the offset to which the text is settled."""
        pattern_type = self._types[hit.pattern]
        if pattern_type in (SINGLE_LETTER, SPEAKER_INITIAL):
            return self._resolve_letter(hit)
        if pattern_type == SPACES:
            return []
        if hit.barred and hit.barred.issuperset(self.lexicon.named_entries.get(hit.pattern, ("",))):
            return self._resolve_inside(hit._replace(barred=NO_ENTRIES))
        if not (starts_word(self.text, hit.start) and ends_word(self.text, hit.end)):
            return self._resolve_inside(hit)
        if pattern_type == BLOCKING_PHRASE:
            senses = self.lexicon.senses_of(hit.pattern)
            barred = hit.barred | {sense.entry for sense in senses if sense.rule == NOT_WITHIN}
            is_name = any(sense.entry not in barred for sense in senses)
            blocked = hit._replace(barred=barred)
            return self._resolve_whole(blocked) if is_name else self._resolve_inside(blocked)
        return self._resolve_whole(hit)

    def match_whole_words(
        self, pattern: int, start: int, end: int, barred: frozenset[str] = NO_ENTRIES
    ) -> MatchFields | None:
        """Return the match of a hit at word boundaries, or None where the words beside it make another name of it."""
        text, pattern_type = self.text, self._types[pattern]
        capital_follows = text[end] == " " and text[end + 1].isupper()
        if (capital_follows or text[start].islower()) and self._is_other_name(pattern, start, end):
            return None
        entry, rule, trim = self._default_links[pattern]
        if pattern_type >= SOLE_SURNAME and (
            pattern_type >= SHORT_FORM
            or ((text[start - 4 : start - 1] in _GIVEN_TAILS or not self._is_ascii) and follows_given_name(text, start))
            or (capital_follows and pattern_type == SOLE_EAST_ASIAN_SURNAME)
        ):
            return start, end - trim, None, "", pattern, barred
        if barred and entry in barred:
            return None
        return start, end - trim, entry, rule, pattern, barred

    def _is_other_name(self, pattern: int, start: int, end: int) -> bool:
        """Whether the words beside a hit make another name of it; it is then noted as rejected."""
        reason = name_beside(self.text, start, end)
        if reason and self.rejected is not None:
            *_, trim = self._default_links[pattern]
            self.rejected.append(RejectedMatch(start, end - trim, pattern, reason))
        return bool(reason)

    def _resolve_whole(self, hit: Hit) -> _Resolved:
        fields = self.match_whole_words(hit.pattern, hit.start, hit.end, hit.barred)
        return [] if fields is None else [(fields, hit.end)]

    def _resolve_letter(self, hit: Hit) -> _Resolved:
        """Return the letter itself, or the longer name that it begins with a full stop: "U. Alexis Johnson", "U.S."."""
        start = hit.start + 1
        if self.text[start + 1] == ".":
            longer = self._hit_at(start, start + _WINDOW, hit.barred)
            if longer is not None and longer.end > start + 1:
                return self.resolve(longer)
        return [((start, start + 1, None, "", hit.pattern, hit.barred), start + 1)]

    def _resolve_inside(self, hit: Hit) -> _Resolved:
        """Return the matches that begin inside a failed hit: first a shorter one at its start, then those after it."""
        if self.lexicon.is_single_word[hit.pattern]:
            return []
        shorter = self._hit_at(hit.start, hit.end - 1, hit.barred)
        resolved = self.resolve(shorter) if shorter is not None else []
        position = shorter.end if shorter is not None and resolved else hit.start + 1
        for pattern, start, end in self.lexicon.look_up(self.text[position : hit.end + _WINDOW]):
            if position + start >= hit.end:
                break
            resolved += self.resolve(Hit(pattern, position + start, position + end, hit.barred))
        return resolved

    def _hit_at(self, start: int, end: int, barred: frozenset[str]) -> Hit | None:
        """Return the hit that begins right at `start` and ends at `end` at the latest, if there is one."""
        for pattern, first, last in self.lexicon.look_up(self.text[start:end])[:1]:
            if first == 0:
                return Hit(pattern, start, start + last, barred)
        return None
