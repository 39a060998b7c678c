"""All forms of all labels in one automaton: the time to look them up does not grow with their number."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from string import ascii_uppercase
from typing import NamedTuple

from ahocorasick_rs import BytesAhoCorasick, Implementation, MatchKind

from build_tools.linking.lexicon.distinct_letters import distinct_letters
from build_tools.linking.lexicon.forms import PLURAL_S
from build_tools.linking.lexicon.senses import (
    FAMILY,
    NOT_WITHIN,
    OWNED,
    Sense,
    first_spelled,
    keep_best,
    write_senses,
)
from build_tools.linking.lexicon.spellings import Spellings
from build_tools.linking.names import Person, person_of
from build_tools.linking.word_lists import COMMON_FAMILIES, COMMON_WORDS, GIVEN_NAMES
from build_tools.model import Entry
from build_tools.text.normalising import BORDER

PLAIN, FULL, LONE, EASTERN, SHORT, SHARED, LETTER, SPEAKER, BLOCKED, RUN = range(10)
"""What to do with a match: link it; look at the next word; look at the word before as well (a surname that one person bears
and that is nothing else, and at the next if it is East Asian); weigh it as a surname, as a name that several entries bear, as a single letter, as a speaker's
initial, as a phrase that blocks; a run of blanks. The first four are settled by the scan."""

_BEFORE = (" ", "(", "[", '"', "'", BORDER)
_AFTER = (" ", ")", "]", ",", ";", ":", '"', "'", BORDER, ". ", "." + BORDER, ".)", ".,")
_DFA_LIMIT = 1_500_000  # characters of keys; beyond it the faster automaton would take too much memory


class Bearers(NamedTuple):
    """Who may be meant by a surname: with any spelling of it, with the entry's own; whether all are persons, one East Asian.

    What else the surname is: a given name, a common word, one of the commonest family names.
    """

    everyone: tuple[str, ...]
    own: tuple[str, ...]
    persons: bool
    eastern: bool
    given: bool
    word: bool
    common: bool


class Lexicon:
    """Entries ready to be looked up; `senses[key]` lists what a form may mean, sorted by entry.

    Build it once and use it for any number of texts: the automaton is compiled at the first look-up.
    """

    def __init__(self, entries: Iterable[Entry]) -> None:
        """Index every label of the entries; their order changes nothing."""
        self.entries: Mapping[str, Entry] = {
            entry.id: entry for entry in sorted(entries, key=lambda entry: (entry.id, entry.path))
        }
        self.persons: dict[str, Person] = {
            one.id: person_of(one) for one in self.entries.values() if one.kind == "person"
        }
        senses: dict[str, dict[tuple[str, str, str, str], Sense]] = {}
        for entry in self.entries.values():
            for sense in write_senses(entry, self.persons.get(entry.id)):
                told_apart = sense.lang if distinct_letters(sense.lang) else ""
                name = (entry.id, sense.rule, sense.form.spelled, told_apart)
                senses.setdefault(sense.form.key, {}).setdefault(name, sense)
        self.spellings = Spellings()
        for key, meant in senses.items():
            self.spellings.add(key, meant.values())
        self.senses = {key: keep_best(first_spelled(meant.values())) for key, meant in sorted(senses.items())}
        self.descriptions: dict[str, frozenset[str]] = {}
        self.titles: dict[tuple[tuple[str, ...], tuple[str, ...]], tuple[str, str] | None] = {}
        self.fitting: dict[tuple[tuple[str, ...], tuple[str, ...]], tuple[str, ...]] = {}
        self.divided: dict[tuple[int, int, frozenset[str]], tuple[list[Sense], list[Sense]]] = {}
        self._bearers: dict[int, Bearers] = {}
        self.restricted = frozenset(entry.id for entry in self.entries.values() if entry.not_in_sources)

    def look_up(self, evened: str) -> list[tuple[int, int, int]]:
        """The leftmost longest matches in evened text, whatever is around them: pattern, start, end."""
        if not self.senses:
            return []
        written = evened.encode()
        found = self.automaton.find_matches_as_indexes(written)
        return found if len(written) == len(evened) else list(_count_characters(written, found))

    @cached_property
    def keys(self) -> tuple[str, ...]:
        """The key of each pattern."""
        return tuple(key for key, _ in self._patterns)

    @cached_property
    def actions(self) -> bytes:
        """What to do with a match of each pattern; bytes, since a table that is asked at every match should stay near."""
        single = {key: self._action(key) for key in self.senses}
        lone = [LETTER if pattern != key else single[key] for key, pattern in self._patterns if key in single]
        return bytes((*lone, *([SPEAKER] * (len(self._patterns) - len(lone) - 1)), RUN))

    @cached_property
    def verdicts(self) -> tuple[tuple[str, str, int], ...]:
        """The entry and rule of each pattern that one entry owns, else empty; and how many characters are no part of it."""
        return tuple(self._verdict(key) for key in self.keys)

    @cached_property
    def quoted(self) -> frozenset[int]:
        """The patterns with a quotation mark inside."""
        return frozenset(number for number, key in enumerate(self.keys) if '"' in key)

    @cached_property
    def spelled(self) -> frozenset[int]:
        """The patterns whose spelling in the text may tell entries apart."""
        return frozenset(number for number in self.named if self.keys[number] in self.spellings)

    @cached_property
    def named(self) -> Mapping[int, tuple[str, ...]]:
        """The entries that each pattern may name, but for patterns of a single letter, which are sought with their neighbours."""
        names = {
            key: tuple(sorted({sense.entry for sense in senses if sense.rule != NOT_WITHIN}))
            for key, senses in self.senses.items()
        }
        whole = (number for number, (key, pattern) in enumerate(self._patterns) if key == pattern and key in names)
        return {number: names[self.keys[number]] for number in whole}

    @cached_property
    def words(self) -> tuple[bool, ...]:
        """Whether each pattern is a single word of a script with blanks, inside which no other name can begin or end."""
        return tuple(key.isalnum() and key.isascii() for key in self.keys)

    def bearers(self, pattern: int, barred: frozenset[str]) -> Bearers:
        """Who bears the surname of a pattern, less those who are barred."""
        known = self._bearers.get(pattern)
        if known is None or barred:
            senses = [sense for sense in self.senses.get(self.keys[pattern], ()) if sense.entry not in barred]
            everyone = tuple(sorted({sense.entry for sense in senses}))
            own = tuple(sorted({sense.entry for sense in senses if sense.rule != FAMILY}))
            persons = all(one in self.persons for one in everyone)
            eastern = persons and any(self.persons[one].syllabic for one in everyone)
            low = self.keys[pattern].lower()
            also = (low in GIVEN_NAMES, low in COMMON_WORDS, low in COMMON_FAMILIES)
            known = Bearers(everyone, own, persons, eastern, *also)
            if not barred:
                self._bearers[pattern] = known
        return known

    @cached_property
    def owners(self) -> Mapping[str, tuple[str, ...]]:
        """The entries that own each key, in order."""
        return {
            key: tuple(sorted({sense.entry for sense in senses if sense.rule in OWNED}))
            for key, senses in self.senses.items()
        }

    @cached_property
    def automaton(self) -> BytesAhoCorasick:
        """The automaton over all patterns, in UTF-8: nearly all text is ASCII there, whose offsets need no counting."""
        patterns = [pattern.encode() for _, pattern in self._patterns]
        quick = sum(map(len, patterns)) <= _DFA_LIMIT
        kind = Implementation.DFA if quick else Implementation.ContiguousNFA
        return BytesAhoCorasick(patterns, matchkind=MatchKind.LeftmostLongest, implementation=kind)

    @cached_property
    def _patterns(self) -> tuple[tuple[str, str], ...]:
        """Key and pattern: a single letter is sought with both its neighbours, and so is a speaker's initial."""
        patterns: list[tuple[str, str]] = []
        for key in self.senses:
            if len(key) == 1 and key.isascii():
                patterns += [(key, before + key + after) for before in _BEFORE for after in _AFTER]
            else:
                patterns.append((key, key))
        if self.persons:
            taken = {pattern for _, pattern in patterns}
            speakers = ((f"{letter}:", f"{BORDER}{letter}:") for letter in ascii_uppercase)
            patterns += [speaker for speaker in speakers if speaker[1] not in taken]
        return (*patterns, ("", "  "))

    def _verdict(self, key: str) -> tuple[str, str, int]:
        senses = self.senses.get(key, ())
        trim = int(bool(senses) and all(sense.form.how == PLURAL_S for sense in senses))
        owners: dict[str, Sense] = {}
        for sense in senses:
            if sense.rule in OWNED:
                owners.setdefault(sense.entry, sense)
        if self.senses.get(key) and self._is_lone(key):
            return senses[0].entry, "short_label: only bearer", 0
        if len(owners) != 1:
            return "", "", trim
        return next((one.entry, one.rule, trim) for one in owners.values())

    def _is_lone(self, key: str) -> bool:
        """Whether a surname has one bearer, and is no common word, no given name and none of the commonest surnames."""
        low, entries = key.lower(), {sense.entry for sense in self.senses[key]}
        person = self.persons.get(next(iter(entries)))
        special = low in COMMON_WORDS or low in COMMON_FAMILIES or low in GIVEN_NAMES
        own = any(sense.rule == "short_label" for sense in self.senses[key])
        return len(entries) == 1 and person is not None and own and not special

    def _action(self, key: str) -> int:
        senses = self.senses[key]
        if any(sense.rule == NOT_WITHIN for sense in senses):
            return BLOCKED
        owners = {sense.entry for sense in senses if sense.rule in OWNED}
        if not owners and all(sense.rule in ("short_label", FAMILY) for sense in senses):
            if not self._is_lone(key) or senses[0].entry in self.restricted:
                return SHORT
            return EASTERN if self.persons[senses[0].entry].syllabic else LONE
        if len(owners) != 1 or len({sense.entry for sense in senses}) > 1:
            return SHARED
        if any(sense.form.article or sense.entry in self.restricted for sense in senses):
            return SHARED
        return PLAIN if key.isupper() or not key[0].isalpha() or len(key) == 1 else FULL


def _count_characters(written: bytes, found: Iterable[tuple[int, int, int]]) -> Iterator[tuple[int, int, int]]:
    """The matches with their offsets counted in characters instead of bytes."""
    counted = at = 0
    for pattern, start, end in found:
        begin = counted + len(written[at:start].decode())
        counted, at = begin + len(written[start:end].decode()), end
        yield pattern, begin, counted
