"""The lexicon: every form of every label, what each may mean, and what the scan does with it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import NamedTuple

from build_tools.linking.lexicon.automaton import Automaton, RawHit
from build_tools.linking.lexicon.decision_cache import DecisionCache
from build_tools.linking.lexicon.distinct_letters import distinct_letters
from build_tools.linking.lexicon.forms import PLURAL_S
from build_tools.linking.lexicon.pattern_types import (
    BLOCKING_PHRASE,
    INVARIABLE,
    OWNED_NAME,
    SHARED_NAME,
    SHORT_FORM,
    SINGLE_LETTER,
    SOLE_EAST_ASIAN_SURNAME,
    SOLE_SURNAME,
    SPACES,
    SPEAKER_INITIAL,
)
from build_tools.linking.lexicon.senses import (
    FAMILY,
    NOT_WITHIN,
    OWNED,
    Sense,
    first_of_each_rule,
    keep_best,
    write_senses,
)
from build_tools.linking.lexicon.spellings import Spellings
from build_tools.linking.names import Person, person_of
from build_tools.linking.word_lists import COMMON_FAMILIES, COMMON_WORDS, GIVEN_NAMES
from build_tools.model import Entry


class Bearers(NamedTuple):
    """The entries that a surname may mean, and what else the word may be.

    Attributes:
        everyone: All bearers, those of other spellings of the surname too; ids in order.
        own_spelling: The bearers whose own spelling it is; ids in order.
        all_persons: Whether all bearers are persons.
        any_east_asian: Whether one of these persons is East Asian.
        is_given_name: Whether the word is a common given name too.
        is_common_word: Whether the word begins English sentences too ("You", "Read").
        is_common_family: Whether it is one of the commonest family names.
    """

    everyone: tuple[str, ...]
    own_spelling: tuple[str, ...]
    all_persons: bool
    any_east_asian: bool
    is_given_name: bool
    is_common_word: bool
    is_common_family: bool


class Lexicon:
    """Entries ready to be looked up; build it once and use it for any number of texts.

    Attributes:
        entries: The entries by id.
        persons: The parts of the names of each entry of the kind "person", by id.
        senses: For each key, a form in normalised text, what it may mean; sorted by entry.
        spellings: The spellings of the keys that a language may tell from others.
        restricted: The ids of the entries that do not apply in some text.
        cache: Results of the policy's rules that hold for every text.
    """

    def __init__(self, entries: Iterable[Entry]) -> None:
        """Index every label of the entries; their order changes nothing."""
        self.entries: Mapping[str, Entry] = {
            entry.id: entry for entry in sorted(entries, key=lambda entry: (entry.id, entry.path))
        }
        self.persons: dict[str, Person] = {
            entry.id: person_of(entry) for entry in self.entries.values() if entry.kind == "person"
        }
        senses = self._senses_by_spelling()
        self.spellings = Spellings()
        for key, meant in senses.items():
            self.spellings.add(key, meant)
        self.senses = {key: keep_best(first_of_each_rule(meant)) for key, meant in sorted(senses.items())}
        self.restricted = frozenset(entry.id for entry in self.entries.values() if entry.not_in_sources)
        self.cache = DecisionCache()
        self._bearers: dict[int, Bearers] = {}

    def _senses_by_spelling(self) -> dict[str, list[Sense]]:
        """Return for each key what it may mean, once for each rule and spelling of an entry."""
        senses: dict[str, dict[tuple[str, str, str, str], Sense]] = {}
        for entry in self.entries.values():
            for sense in write_senses(entry, self.persons.get(entry.id)):
                language = sense.lang if distinct_letters(sense.lang) else ""
                variant = (entry.id, sense.rule, sense.form.spelled, language)
                senses.setdefault(sense.form.key, {}).setdefault(variant, sense)
        return {key: list(variants.values()) for key, variants in senses.items()}

    @cached_property
    def _automaton(self) -> Automaton:
        """The automaton over all keys, compiled at the first look-up."""
        return Automaton(self.senses, with_speakers=bool(self.persons))

    def look_up(self, normalised: str) -> list[RawHit]:
        """Return the leftmost-longest hits in normalised text: pattern, start and end (code points, end exclusive)."""
        return self._automaton.look_up(normalised) if self.senses else []

    @cached_property
    def keys(self) -> tuple[str, ...]:
        """The key of each pattern."""
        return self._automaton.keys

    @cached_property
    def pattern_types(self) -> bytes:
        """Return the type of each pattern (see `pattern_types`), as bytes, which every hit asks for and stay small."""
        of_keys = {key: self._pattern_type(key) for key in self.senses}
        count = self._automaton.key_pattern_count
        types = [
            of_keys[key] if pattern == key else SINGLE_LETTER
            for key, pattern in zip(self.keys[:count], self._automaton.patterns, strict=False)
        ]
        return bytes((*types, *([SPEAKER_INITIAL] * (len(self.keys) - count - 1)), SPACES))

    @cached_property
    def default_links(self) -> tuple[tuple[str, str, int], ...]:
        """Return the sole owner and rule of each pattern, else empty; and how many characters are not of the name."""
        return tuple(self._default_link(key) for key in self.keys)

    @cached_property
    def quoted_patterns(self) -> frozenset[int]:
        """The patterns with a quotation mark inside."""
        return frozenset(number for number, key in enumerate(self.keys) if '"' in key)

    @cached_property
    def named_entries(self) -> Mapping[int, tuple[str, ...]]:
        """Return the ids of the entries that each pattern may name; single letters, decided by context, have none."""
        entries = {
            key: tuple(sorted({sense.entry for sense in senses if sense.rule != NOT_WITHIN}))
            for key, senses in self.senses.items()
        }
        patterns = zip(self.keys, self._automaton.patterns, strict=False)
        whole = (number for number, (key, pattern) in enumerate(patterns) if key == pattern and key in entries)
        return {number: entries[self.keys[number]] for number in whole}

    @cached_property
    def spelled_patterns(self) -> frozenset[int]:
        """The patterns whose spelling in the text may tell entries apart."""
        return frozenset(number for number in self.named_entries if self.keys[number] in self.spellings)

    @cached_property
    def is_single_word(self) -> tuple[bool, ...]:
        """Whether each pattern is a single ASCII word, inside which no other name can begin or end."""
        return tuple(key.isalnum() and key.isascii() for key in self.keys)

    @cached_property
    def owners(self) -> Mapping[str, tuple[str, ...]]:
        """The ids of the entries that own each key, in order."""
        return {
            key: tuple(sorted({sense.entry for sense in senses if sense.rule in OWNED}))
            for key, senses in self.senses.items()
        }

    def senses_of(self, pattern: int, barred: frozenset[str] = frozenset()) -> tuple[Sense, ...]:
        """Return what a pattern may mean, without the barred entries; nothing for the pattern of a ruling (-1)."""
        senses = self.senses.get(self.keys[pattern], ()) if pattern >= 0 else ()
        return tuple(sense for sense in senses if sense.entry not in barred) if barred else senses

    def owners_of(self, pattern: int, barred: frozenset[str] = frozenset()) -> tuple[str, ...]:
        """Return the ids of the entries that own the key of a pattern, without the barred ones."""
        owners = self.owners.get(self.keys[pattern], ())
        return tuple(entry for entry in owners if entry not in barred) if barred else owners

    def bearers_of(self, pattern: int, barred: frozenset[str]) -> Bearers:
        """Return who bears the surname of a pattern, without the barred entries."""
        if not barred and pattern in self._bearers:
            return self._bearers[pattern]
        senses = self.senses_of(pattern, barred)
        everyone = tuple(sorted({sense.entry for sense in senses}))
        all_persons = all(entry in self.persons for entry in everyone)
        surname = self.keys[pattern].lower()
        bearers = Bearers(
            everyone=everyone,
            own_spelling=tuple(sorted({sense.entry for sense in senses if sense.rule != FAMILY})),
            all_persons=all_persons,
            any_east_asian=all_persons and any(self.persons[entry].syllabic for entry in everyone),
            is_given_name=surname in GIVEN_NAMES,
            is_common_word=surname in COMMON_WORDS,
            is_common_family=surname in COMMON_FAMILIES,
        )
        if not barred:
            self._bearers[pattern] = bearers
        return bearers

    def _default_link(self, key: str) -> tuple[str, str, int]:
        senses = self.senses.get(key, ())
        if senses and self._is_sole_surname(key):
            return senses[0].entry, "short_label: only bearer", 0
        trim = int(bool(senses) and all(sense.form.how == PLURAL_S for sense in senses))
        owners: dict[str, Sense] = {}
        for sense in senses:
            if sense.rule in OWNED:
                owners.setdefault(sense.entry, sense)
        if len(owners) != 1:
            return "", "", trim
        (sense,) = owners.values()
        return sense.entry, sense.rule, trim

    def _is_sole_surname(self, key: str) -> bool:
        """Whether a surname has one bearer, and is no common word, no given name and none of the commonest surnames."""
        word, entries = key.lower(), {sense.entry for sense in self.senses[key]}
        person = self.persons.get(next(iter(entries)))
        ambiguous = word in COMMON_WORDS or word in COMMON_FAMILIES or word in GIVEN_NAMES
        listed = any(sense.rule == "short_label" for sense in self.senses[key])
        return len(entries) == 1 and person is not None and listed and not ambiguous

    def _pattern_type(self, key: str) -> int:
        senses = self.senses[key]
        if any(sense.rule == NOT_WITHIN for sense in senses):
            return BLOCKING_PHRASE
        owners = {sense.entry for sense in senses if sense.rule in OWNED}
        if not owners and all(sense.rule in ("short_label", FAMILY) for sense in senses):
            return self._surname_type(key)
        needs_article = any(sense.form.article for sense in senses)
        restricted = any(sense.entry in self.restricted for sense in senses)
        if len(owners) != 1 or len({sense.entry for sense in senses}) > 1 or needs_article or restricted:
            return SHARED_NAME
        invariable = key.isupper() or not key[0].isalpha() or len(key) == 1
        return INVARIABLE if invariable else OWNED_NAME

    def _surname_type(self, key: str) -> int:
        bearer = self.senses[key][0].entry
        if not self._is_sole_surname(key) or bearer in self.restricted:
            return SHORT_FORM
        return SOLE_EAST_ASIAN_SURNAME if self.persons[bearer].syllabic else SOLE_SURNAME
