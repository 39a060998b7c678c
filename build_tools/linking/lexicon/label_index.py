"""The lexicon: every form of every label, what each may mean, and what the scan does with it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from copy import copy
from dataclasses import replace
from functools import cached_property

from build_tools.linking.languages.distinct_letters import distinct_letters
from build_tools.linking.languages.label_language import Languages, languages_of_entries
from build_tools.linking.lexicon.automaton import Automaton, RawHit
from build_tools.linking.lexicon.bearers import Bearers, bearers_in, is_sole_surname
from build_tools.linking.lexicon.decision_cache import DecisionCache
from build_tools.linking.lexicon.forms import PLURAL_S
from build_tools.linking.lexicon.full_names import full_names
from build_tools.linking.lexicon.named_entries import NamedEntries
from build_tools.linking.lexicon.namesakes import without_own_name
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
    keep_best,
    write_senses,
)
from build_tools.linking.lexicon.spellings import Spellings
from build_tools.linking.names import Person, person_of
from build_tools.model import Entry
from build_tools.model.corpus_statistics import CorpusStatistics
from build_tools.model.documents import HEADING, NAMESAKE


class Lexicon:
    """Entries ready to be looked up; build it once and use it for any number of texts.

    Attributes:
        entries: The entries by id.
        persons: The parts of the names of each entry of the kind "person", by id.
        senses: For each key, a form in normalised text, what it may mean; sorted by entry.
        spellings: The spellings of the keys that a language may distinguish from others.
        restricted: The ids of the entries that do not apply in some text.
        namesakes: The ids of the entries that no text can tell from another.
        rules_off: The names of the rules that are switched off (see `model.documents`).
        statistics: What the texts of the corpus say together; nothing unless `informed_by` told it.
        cache: Results of the policy's rules that hold for every text.
    """

    def __init__(
        self,
        entries: Iterable[Entry],
        rules_off: Collection[str] = (),
        *,
        headings_own: bool = False,
        languages: Languages | None = None,
    ) -> None:
        """Index every label of the entries; their order changes nothing.

        Args:
            entries: The entries.
            rules_off: The names of the rules to do without.
            headings_own: Whether a preferred label is the label of its entry although another entry has it too. In an
                edition a label has one owner, so that it is left undecided there.
            languages: The languages of labels that state none; by default, those that most entries are written in.
        """
        self.rules_off = frozenset(rules_off) if headings_own else frozenset((*rules_off, HEADING))
        self.statistics = CorpusStatistics()
        self.entries: Mapping[str, Entry] = {
            entry.id: entry for entry in sorted(entries, key=lambda entry: (entry.id, entry.path))
        }
        self.persons: Mapping[str, Person] = {
            entry.id: person_of(entry) for entry in self.entries.values() if entry.kind == "person"
        }
        is_off = HEADING in self.rules_off or NAMESAKE in self.rules_off
        self.namesakes = frozenset[str]() if is_off else without_own_name(self.entries.values())
        senses = self._senses_by_spelling(languages or languages_of_entries(self.entries.values()))
        self.spellings = Spellings.of_senses(senses)
        self.senses: Mapping[str, tuple[Sense, ...]] = {key: keep_best(meant) for key, meant in sorted(senses.items())}
        self.restricted = frozenset(entry.id for entry in self.entries.values() if entry.not_in_sources)
        self.cache = DecisionCache()
        self._bearers: dict[int, Bearers] = {}

    def _senses_by_spelling(self, languages: Languages) -> dict[str, list[Sense]]:
        """Return for each key what it may mean, once for each rule and spelling of an entry."""
        senses: dict[str, dict[tuple[str, str, str, str], Sense]] = {}
        for entry in self.entries.values():
            for written in write_senses(entry, self.persons.get(entry.id), languages):
                sense = replace(written, rule="shared_label") if entry.id in self.namesakes else written
                if sense.form.how in self.rules_off:
                    continue
                language = sense.lang if distinct_letters(sense.lang) else ""
                variant = (entry.id, sense.rule, sense.form.spelled, language)
                senses.setdefault(sense.form.key, {}).setdefault(variant, sense)
        return {key: list(variants.values()) for key, variants in senses.items()}

    def informed_by(self, statistics: CorpusStatistics) -> Lexicon:
        """Return the same lexicon, to link texts of a corpus that has these statistics."""
        informed = copy(self)
        informed.statistics = statistics
        return informed

    @cached_property
    def automaton(self) -> Automaton:
        """The automaton over all keys, compiled at the first look-up."""
        return Automaton.of_keys(self.senses, with_speakers=bool(self.persons))

    def look_up(self, normalised: str) -> list[RawHit]:
        """Return the leftmost-longest hits in normalised text: pattern, start and end (code points, end exclusive)."""
        return self.automaton.look_up(normalised) if self.senses else []

    @cached_property
    def keys(self) -> Sequence[str]:
        """The key of each pattern."""
        return self.automaton.keys

    @cached_property
    def pattern_types(self) -> bytes:
        """Return the type of each pattern (see `pattern_types`), as bytes, which every hit asks for and stay small."""
        of_keys = {key: self._pattern_type(key) for key in self.senses}
        count = self.automaton.key_pattern_count
        types = [
            of_keys[key] if pattern == key else SINGLE_LETTER
            for key, pattern in zip(self.keys[:count], self.automaton.patterns, strict=False)
        ]
        return bytes((*types, *([SPEAKER_INITIAL] * (len(self.keys) - count - 1)), SPACES))

    @cached_property
    def default_links(self) -> Sequence[tuple[str, str, int]]:
        """Return the sole owner and rule of each pattern, else empty; and how many characters are not of the name."""
        return tuple(self._default_link(key) for key in self.keys)

    @cached_property
    def full_names(self) -> Mapping[int, str]:
        """The patterns that say for certain who is meant, of entries that share another name, each with its entry."""
        return full_names(self.senses, self.automaton.patterns, self.namesakes)

    @cached_property
    def quoted_patterns(self) -> frozenset[int]:
        """The patterns with a quotation mark inside."""
        return frozenset(number for number, key in enumerate(self.keys) if '"' in key)

    @cached_property
    def named_entries(self) -> NamedEntries:
        """Return the ids of the entries that each pattern may name; single letters, decided by context, have none."""
        return NamedEntries(self.senses, self.automaton)

    @cached_property
    def spelled_patterns(self) -> frozenset[int]:
        """The patterns whose spelling in the text may tell entries apart."""
        spelled = frozenset(self.spellings)
        patterns = self.automaton.patterns[: self.automaton.key_pattern_count]
        return frozenset(number for number, pattern in enumerate(patterns) if pattern in spelled)

    @cached_property
    def is_single_word(self) -> bytes:
        """Whether each pattern is a single ASCII word (1) or not (0), inside which no other name can begin or end."""
        return bytes(key.isalnum() and key.isascii() for key in self.keys)

    def senses_of(self, pattern: int, barred: frozenset[str] = frozenset()) -> tuple[Sense, ...]:
        """Return what a pattern may mean, without the barred entries; nothing for the pattern of a ruling (-1)."""
        senses = self.senses.get(self.keys[pattern], ()) if pattern >= 0 else ()
        return tuple(sense for sense in senses if sense.entry not in barred) if barred else senses

    def owners_of(self, pattern: int, barred: frozenset[str] = frozenset()) -> tuple[str, ...]:
        """Return the ids of the entries that own the key of a pattern, without the barred ones."""
        owners = self.named_entries.owners_of(self.keys[pattern])
        return tuple(entry for entry in owners if entry not in barred) if barred else owners

    def kind_of(self, pattern: int) -> str:
        """Return the kind of what a pattern names; where it names things of several kinds, a place before others."""
        kinds = self.cache.kinds
        if pattern not in kinds:
            found = [self.entries[sense.entry].kind for sense in self.senses_of(pattern)]
            kinds[pattern] = next((kind for kind in found if kind in ("place", "polity")), found[0] if found else "")
        return kinds[pattern]

    def names_other_thing(self, key: str) -> bool:
        """Whether a key names an entry, and no person."""
        senses = self.senses.get(key, ())
        return bool(senses) and not any(sense.entry in self.persons for sense in senses)

    def names_person(self, pattern: int) -> bool:
        """Whether a pattern may name a person."""
        return any(sense.entry in self.persons for sense in self.senses.get(self.keys[pattern], ()))

    def bearers_of(self, pattern: int, barred: frozenset[str]) -> Bearers:
        """Return who has the surname of a pattern, without the barred entries."""
        kept = None if barred else self._bearers.get(pattern)
        if kept is not None:
            return kept
        bearers = bearers_in(self.senses_of(pattern, barred), self.keys[pattern], self.persons)
        if not barred:
            self._bearers[pattern] = bearers
        return bearers

    def _default_link(self, key: str) -> tuple[str, str, int]:
        senses = self.senses.get(key, ())
        if len(senses) == 1 and senses[0].rule in OWNED:
            return senses[0].entry, senses[0].rule, int(senses[0].form.how == PLURAL_S)
        if senses and is_sole_surname(key, self.senses[key], self.persons):
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

    def _pattern_type(self, key: str) -> int:
        senses = self.senses[key]
        invariable = key.isupper() or not key[0].isalpha() or len(key) == 1
        if len(senses) == 1 and senses[0].rule in OWNED:
            is_shared = senses[0].form.article or senses[0].entry in self.restricted
            return SHARED_NAME if is_shared else INVARIABLE if invariable else OWNED_NAME
        if any(sense.rule == NOT_WITHIN for sense in senses):
            return BLOCKING_PHRASE
        owners = {sense.entry for sense in senses if sense.rule in OWNED}
        if not owners and all(sense.rule in ("short_label", FAMILY) for sense in senses):
            return self._surname_type(key)
        needs_article = any(sense.form.article for sense in senses)
        restricted = any(sense.entry in self.restricted for sense in senses)
        if len(owners) != 1 or len({sense.entry for sense in senses}) > 1 or needs_article or restricted:
            return SHARED_NAME
        return INVARIABLE if invariable else OWNED_NAME

    def _surname_type(self, key: str) -> int:
        bearer = self.senses[key][0].entry
        if not is_sole_surname(key, self.senses[key], self.persons) or bearer in self.restricted:
            return SHORT_FORM
        return SOLE_EAST_ASIAN_SURNAME if self.persons[bearer].syllabic else SOLE_SURNAME
