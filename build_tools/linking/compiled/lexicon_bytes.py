"""A lexicon written as bytes and read again."""

from __future__ import annotations

import json
from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence

from build_tools.linking.compiled.fields import (
    entry_as_list,
    entry_of_list,
    senses_as_lists,
    senses_of_lists,
    spellings_of_lists,
)
from build_tools.linking.compiled.part_automaton import PartAutomaton
from build_tools.linking.compiled.rows import Rows, pack_rows
from build_tools.linking.compiled.strings import Chosen, Strings
from build_tools.linking.lexicon.label_index import Lexicon
from build_tools.linking.lexicon.spellings import Spellings
from build_tools.linking.names import Person, person_of
from build_tools.model import Entry

_LENGTHS = "Q"
_INDEX = "I"
_SECTIONS = 19
_BETWEEN = b"\xff"  # is in no text in UTF-8


def lexicon_as_bytes(lexicon: Lexicon) -> bytes:
    """Return a lexicon, whatever it is informed by, as bytes."""
    automaton = lexicon.automaton
    links = sorted(set(lexicon.default_links))
    number_of_link = {link: number for number, link in enumerate(links)}
    number_of_entry = {entry: number for number, entry in enumerate(lexicon.entries)}
    spelled = [key for key in lexicon.senses if key in lexicon.spellings]
    of_keys = {number: key for number, key in enumerate(automaton.keys) if key != automaton.patterns[number]}
    heads: list[object] = [
        {name: sorted(getattr(lexicon, name)) for name in ("rules_off", "restricted", "namesakes")},
        [of_keys, automaton.key_pattern_count],
        [*lexicon.persons],
        links,
    ]
    sections = [
        *map(_join, (automaton.patterns, lexicon.senses, spelled, lexicon.entries)),
        *(json.dumps(head, separators=(",", ":")).encode() for head in heads),
        *(
            array(_INDEX, numbers).tobytes()
            for numbers in (
                map(number_of_link.__getitem__, lexicon.default_links),
                lexicon.full_names.keys(),
                map(number_of_entry.__getitem__, lexicon.full_names.values()),
                sorted(lexicon.quoted_patterns),
                sorted(lexicon.spelled_patterns),
                sorted(range(len(automaton.patterns)), key=automaton.patterns.__getitem__),
            )
        ),
        lexicon.pattern_types,
        lexicon.is_single_word,
        pack_rows(map(senses_as_lists, lexicon.senses.values())),
        pack_rows(map(lexicon.spellings.of_key, spelled)),
        pack_rows(map(entry_as_list, lexicon.entries.values())),
    ]
    return array(_LENGTHS, map(len, sections)).tobytes() + b"".join(sections)


def lexicon_of_bytes(packed: memoryview) -> Lexicon:
    """Return the lexicon that `lexicon_as_bytes` was given."""
    cut = _cut(packed)
    patterns, keys, spelled, ids = (_split(next(cut)) for _ in range(4))
    head, (of_keys, count), person_ids, links = (json.loads(bytes(next(cut))) for _ in range(4))
    link_numbers, full_patterns, full_entries, quoted, differing, order = (
        array(_INDEX, bytes(next(cut))) for _ in range(6)
    )
    types, single, senses, spellings, entries = cut
    by_id = Rows(ids, entries, entry_of_list)
    others = {int(number): key for number, key in of_keys.items()}
    automaton = PartAutomaton(patterns, order, Strings(patterns, {}), Strings(patterns, others), count)
    lexicon = Lexicon((), head["rules_off"], headings_own=True)
    vars(lexicon).update(
        entries=by_id,
        persons=_Persons(person_ids, by_id),
        senses=Rows(keys, senses, senses_of_lists),
        spellings=Spellings(Rows(spelled, spellings, spellings_of_lists)),
        restricted=frozenset(head["restricted"]),
        namesakes=frozenset(head["namesakes"]),
        automaton=automaton,
        pattern_types=bytes(types),
        is_single_word=bytes(single),
        quoted_patterns=frozenset(quoted),
        spelled_patterns=frozenset(differing),
        default_links=Chosen([tuple(link) for link in links], link_numbers),
        full_names=dict(zip(full_patterns, (ids[number].decode() for number in full_entries), strict=True)),
    )
    return lexicon


def _join(texts: Iterable[str]) -> bytes:
    return _BETWEEN.join(text.encode() for text in texts)


def _split(joined: memoryview) -> list[bytes]:
    return bytes(joined).split(_BETWEEN) if joined else []


def _cut(packed: memoryview) -> Iterator[memoryview]:
    start = array(_LENGTHS).itemsize * _SECTIONS
    for length in array(_LENGTHS, bytes(packed[:start])):
        yield packed[start : start + length]
        start += length


class _Persons(Mapping[str, Person]):
    """The parts of persons' names, taken apart when they are asked for."""

    def __init__(self, ids: Sequence[str], entries: Mapping[str, Entry]) -> None:
        self._ids = dict.fromkeys(ids)
        self._entries = entries
        self._made: dict[str, Person] = {}

    def __getitem__(self, entry: str) -> Person:
        if entry not in self._ids:
            raise KeyError(entry)
        if entry not in self._made:
            self._made[entry] = person_of(self._entries[entry])
        return self._made[entry]

    def __contains__(self, entry: object) -> bool:
        return entry in self._ids

    def __iter__(self) -> Iterator[str]:
        return iter(self._ids)

    def __len__(self) -> int:
        return len(self._ids)
