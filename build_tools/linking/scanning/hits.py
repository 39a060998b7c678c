"""Hits that need a closer look: whole words with a name beside them, single letters, names inside names, other scripts.

A hit that does not end at a word boundary gives way to shorter hits inside it. A match that the words beside it make
part of another name is rejected.
"""

from __future__ import annotations

from build_tools.linking.languages.attachments import is_predicate, written_together
from build_tools.linking.languages.label_forms import CASE_ENDING
from build_tools.linking.lexicon.label_index import Lexicon
from build_tools.linking.lexicon.pattern_types import (
    BEGINS_THING,
    BLOCKING_PHRASE,
    IS_DECLINED,
    MAY_BE_INITIAL,
    SHORT_FORM,
    SINGLE_LETTER,
    SOLE_EAST_ASIAN_SURNAME,
    SOLE_SURNAME,
    SPACES,
    SPEAKER_INITIAL,
    PatternTraits,
)
from build_tools.linking.lexicon.senses import NOT_WITHIN
from build_tools.linking.scanning.longer_names import may_be_opener, name_beside
from build_tools.linking.scanning.matches import NO_ENTRIES, Hit, MatchFields, RejectedMatch
from build_tools.linking.scanning.preceding_words import (
    MAY_BE_GIVEN_NAME,
    MAY_OPEN_NAME,
    TITLE_OF_MAN,
    TITLE_OF_WOMAN,
    sorts_before,
)
from build_tools.linking.scanning.word_boundaries import ends_word, starts_word
from build_tools.linking.word_lists import FIXED_PHRASES, is_given_name
from build_tools.model.documents import LONGER_NAME, QUESTION, TOGETHER

_OPENINGS = frozenset((". ", "? ", "! ", ": ", "\n\n", "\n", ""))
_NUMERALS = (", I", ", V", ", X")
_WINDOW = 200  # characters behind a failed hit to which a hit that begins inside it may run
_Resolved = list[tuple[MatchFields, int]]


class HitResolver:
    """Makes matches of the hits in one normalised text; `rejected` collects the rejected ones where it is a list."""

    def __init__(self, text: str, lexicon: Lexicon, rejected: list[RejectedMatch] | None) -> None:
        """Take the normalised text and the lexicon that was looked up in it."""
        self.text = text
        self.lexicon = lexicon
        self.rejected = rejected
        self._types = lexicon.pattern_types
        self._traits = lexicon.cache.traits
        self._is_ascii = text.isascii()
        self._small: dict[int, bool] = {}

    def resolve(self, hit: Hit) -> _Resolved:
        """Return the matches in a hit (none, itself, inner ones), each with the offset to which the text is settled."""
        pattern_type = self._types[hit.pattern]
        if pattern_type in (SINGLE_LETTER, SPEAKER_INITIAL):
            return self._resolve_letter(hit)
        if pattern_type == SPACES:
            return []
        if hit.barred and hit.barred.issuperset(self.lexicon.named_entries.get(hit.pattern, ("",))):
            return self._resolve_inside(hit._replace(barred=NO_ENTRIES))
        if not self._is_whole(hit):
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
        text, traits = self.text, self._traits.get(pattern) or self._read_traits(pattern)
        pattern_type, entry, rule, trim, contradicting, shape = traits
        after = text[end]
        capital_follows = after == " " and text[end + 1].isupper()
        sorts = sorts_before(text, start) if contradicting and text[start - 1] == " " else 0
        if (
            capital_follows
            or (sorts & MAY_OPEN_NAME if contradicting else may_be_opener(text, start))
            or (shape and self._may_be_other_name(shape, start))
            or (after == "," and text.startswith(_NUMERALS, end))
            or not (self._is_ascii or text[start - 2].isascii())
        ) and self._is_other_name(pattern, start, end):
            return None
        if shape & IS_DECLINED and self._is_predicate(pattern, start, end):
            return None
        if pattern_type >= SHORT_FORM or (
            contradicting
            and (
                sorts & contradicting
                or (text[start - 2 : start] in _OPENINGS and self._is_small_elsewhere(pattern, start, end))
                or (capital_follows and (pattern_type == SOLE_EAST_ASIAN_SURNAME or self._is_given_name_of(start, end)))
            )
        ):
            return start, end - trim, None, "", pattern, barred
        if barred and entry in barred:
            return None
        return start, end - trim, entry, rule, pattern, barred

    def _read_traits(self, pattern: int) -> PatternTraits:
        lexicon, pattern_type = self.lexicon, self._types[pattern]
        key, (entry, rule, trim) = lexicon.keys[pattern], lexicon.default_links[pattern]
        contradicting = 0
        if SOLE_SURNAME <= pattern_type < SHORT_FORM:
            contradicting = MAY_BE_GIVEN_NAME | (TITLE_OF_MAN if lexicon.persons[entry].is_woman else TITLE_OF_WOMAN)
        is_declined = all(sense.form.how == CASE_ENDING for sense in lexicon.senses_of(pattern))
        shape = (
            BEGINS_THING * (key[0].islower() or key in FIXED_PHRASES)
            | MAY_BE_INITIAL * (key[1:2] in ("", "."))
            | IS_DECLINED * is_declined
        )
        self._traits[pattern] = PatternTraits(pattern_type, entry, rule, trim, contradicting, shape)
        return self._traits[pattern]

    def _may_be_other_name(self, shape: int, start: int) -> bool:
        """Whether a hit of this shape may be part of another name, whatever is around it."""
        is_initial = shape & MAY_BE_INITIAL and self.text[start + 1] == "." and self.text[start - 1] in " ."
        return bool(shape & BEGINS_THING or is_initial)

    def _is_small_elsewhere(self, pattern: int, start: int, end: int) -> bool:
        """Whether the text has the letters of a surname in small too, if only inside another word."""
        if pattern not in self._small:
            self._small[pattern] = self.text[start:end].lower() in self.text
        return self._small[pattern]

    def _is_given_name_of(self, start: int, end: int) -> bool:
        """Whether a surname may be a given name of what follows."""
        return self.text[end + 2].isupper() or is_given_name(self.text[start:end])

    def _is_whole(self, hit: Hit) -> bool:
        """Whether a hit is whole words, but for what its language writes together with a name."""
        person = self.lexicon.names_person(hit.pattern)
        whole = starts_word(self.text, hit.start, hit.end) and ends_word(self.text, hit.start, hit.end, person=person)
        may_adjoin = TOGETHER not in self.lexicon.rules_off
        return whole and (may_adjoin or not written_together(self.text, hit.start, hit.end))

    def _is_other_name(self, pattern: int, start: int, end: int) -> bool:
        """Whether the words beside a hit make another name of it; it is then noted as rejected."""
        reason = (
            ""
            if LONGER_NAME in self.lexicon.rules_off
            else name_beside(self.text, start, end, self.lexicon.kind_of(pattern), self.lexicon.names_other_thing)
        )
        if reason and self.rejected is not None:
            *_, trim = self.lexicon.default_links[pattern]
            self.rejected.append(RejectedMatch(start, end - trim, pattern, reason))
        return bool(reason)

    def _is_predicate(self, pattern: int, start: int, end: int) -> bool:
        """Whether a name in another case opens a question as its predicate; it is then noted as rejected."""
        if QUESTION in self.lexicon.rules_off or not is_predicate(self.text, start, end):
            return False
        if self.rejected is not None:
            reason = "the question particle behind it shows that it is the predicate"
            self.rejected.append(RejectedMatch(start, end, pattern, reason))
        return True

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
