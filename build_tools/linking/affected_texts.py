"""Which texts a change of some entries can affect: only those in which a form of one of their labels stands.

Links depend on the forms that stand in the text, on the entries that these may mean, and on nothing else of the
glossary: a text without any form of the changed entries, old or new, is linked as before. The raw seed is searched,
before it is cut into blocks. Letters and digits alone are compared, so that line breaks, hyphens and marks, which
segmentation and normalisation change, cannot hide a form. The answer may be yes without need, but never no by mistake.
An edit of what linking never looks at in an entry affects no text.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields, replace
from functools import lru_cache
from typing import Any

from ahocorasick_rs import AhoCorasick

from build_tools.linking.lexicon.label_index import Lexicon
from build_tools.model import Entry, Label
from build_tools.text.normalising import normalise

_WITHOUT_EFFECT: Mapping[str, Any] = {
    "evidence": (),
    "former_ids": (),
    "notes": "",
    "notes_line": 0,
    "notation": None,
    "event": None,
    "review": None,
    "unmentioned": "",
}
"""The fields that linking never looks at, each empty."""


class AffectedTexts:
    """The forms of some entries, compiled to be looked up in any text."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        """Compile every form of the entries; of a changed entry, pass the old and the new version."""
        # One lexicon for each entry: in a common one, a form of one entry might hide a form of another.
        forms = {_letters_and_digits(key) for entry in entries for key in Lexicon([entry]).senses}
        self._automaton = AhoCorasick(sorted(forms - {""})) if forms - {""} else None

    def touches(self, text: str) -> bool:
        """Return whether any form may stand in the text of a seed."""
        return self._automaton is not None and bool(self._automaton.find_matches_as_indexes(_letters_and_digits(text)))


@lru_cache(maxsize=4_096)
def _letters_and_digits(text: str) -> str:
    """Return the letters and digits of a text, normalised."""
    return "".join(filter(str.isalnum, normalise(text).text))


def changed_entries(before: Iterable[Entry], after: Iterable[Entry]) -> tuple[Entry, ...]:
    """Return both versions of each entry that differs in what linking looks at.

    Where only one side has persons, that is every entry: speakers are sought only where there are persons.
    """
    earlier, later = ({entry.id: linked_by(entry) for entry in entries} for entries in (before, after))
    if _has_persons(earlier.values()) != _has_persons(later.values()):
        return (*earlier.values(), *later.values())
    differing = sorted(key for key in earlier.keys() | later.keys() if earlier.get(key) != later.get(key))
    return tuple(side[key] for key in differing for side in (earlier, later) if key in side)


def _has_persons(entries: Iterable[Entry]) -> bool:
    return any(entry.kind == "person" for entry in entries)


def linked_by(entry: Entry) -> Entry:
    """Return an entry without what linking never looks at."""
    return replace(entry, **_WITHOUT_EFFECT)


def print_linked_fields(entries: Iterable[Entry]) -> str:
    """Return what linking looks at in entries as a text, the same for entries that are linked alike."""
    return "\n".join(sorted(repr([*_linked_values(entry)]) for entry in entries))


def _linked_values(entry: Entry) -> Iterator[object]:
    for item in fields(entry):
        if item.name not in _WITHOUT_EFFECT and item.name != "lines":
            value = getattr(entry, item.name)
            is_labels = isinstance(value, tuple) and all(isinstance(one, Label) for one in value)
            yield [(label.text, label.lang) for label in value] if is_labels else value
