"""All forms of all labels in one automaton: the time to look them up does not grow with their number."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from ahocorasick_rs import AhoCorasick, Implementation, MatchKind

from build_tools.folding import fold_label
from build_tools.matching.forms import Form, write_forms
from build_tools.model import Entry, Label

OWNED = ("pref_label", "alt_label", "hidden_label")
"""The rules of labels that name their entry wherever they stand."""


@dataclass(frozen=True, slots=True)
class Sense:
    """What a form may mean: an entry, and by which of its labels."""

    entry: str
    rule: str
    label: str
    form: Form


class Lexicon:
    """Entries ready to be looked up; `senses[key]` lists what a folded form may mean, sorted by entry."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        """Index every label of the entries; their order changes nothing."""
        self.entries: Mapping[str, Entry] = {entry.id: entry for entry in sorted(entries, key=lambda entry: entry.id)}
        senses: dict[str, dict[tuple[str, str, Form], Sense]] = {}
        for entry in self.entries.values():
            for rule, label in _labels(entry):
                for form in write_forms(label, entry.kind):
                    meant = Sense(entry.id, rule, label.text, form)
                    senses.setdefault(form.key, {}).setdefault((entry.id, rule, form), meant)
        self.senses = {key: tuple(meant.values()) for key, meant in sorted(senses.items())}
        self._keys = tuple(self.senses)
        self._automaton = AhoCorasick(
            self._keys, matchkind=MatchKind.Standard, implementation=Implementation.ContiguousNFA
        )

    def look_up(self, folded: str) -> Iterator[tuple[int, int, str]]:
        """Every place where a key stands in folded text, whatever is around it: start, end, key."""
        if not self._keys:
            return
        for index, start, end in self._automaton.find_matches_as_indexes(folded, overlapping=True):
            yield start, end, self._keys[index]


def _labels(entry: Entry) -> Iterator[tuple[str, Label]]:
    shared = {fold_label(label.text) for label in entry.shared_labels}
    groups = (
        ("pref_label", (Label(entry.name, "en"),)),
        ("alt_label", entry.alt_labels),
        ("hidden_label", entry.hidden_labels),
        ("short_label", entry.short_labels),
    )
    for rule, labels in groups:
        yield from ((rule, label) for label in labels if fold_label(label.text) not in shared)
    yield from (("shared_label", label) for label in entry.shared_labels)
