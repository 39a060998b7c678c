"""Which texts a change of some entries can affect: only those that contain a form of one of their labels.

Links depend on the forms in the text, on the entries that these may mean, on how often all texts name these in full,
and on nothing else of the glossary: a text without any form of the changed entries, old or new, is linked as before.
The raw seed is searched, before it is cut into blocks. Letters and digits alone are compared, so that line breaks,
hyphens and marks, which segmentation and normalisation change, cannot hide a form. The answer may be yes without need,
but never no by mistake. An edit of what linking never looks at in an entry affects no text.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import fields, replace
from functools import lru_cache
from typing import Any

from ahocorasick_rs import AhoCorasick

from build_tools.linking.languages.label_language import Languages, languages_of_entries
from build_tools.linking.lexicon.label_index import Lexicon
from build_tools.model import Entry, Label
from build_tools.model.remembering import remembered
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

    def __init__(
        self, entries: Iterable[Entry], glossaries: Iterable[Iterable[Entry]] = (), names: Collection[str] = ()
    ) -> None:
        """Compile every form of some entries.

        Args:
            entries: The entries; of a changed one, the old and the new version.
            glossaries: The glossaries that they belong to, which tell the languages of labels that state none.
            names: Other names that may affect a text.
        """
        assumed: list[Languages | None] = [assumed_languages(glossary) for glossary in glossaries]
        # One lexicon for each entry: in a common one, a form of one entry might hide a form of another.
        forms = {
            _letters_and_digits(key)
            for entry in entries
            for languages in assumed or [None]
            for key in Lexicon([entry], languages=languages).senses
        }
        forms.update(map(_letters_and_digits, names))
        self._automaton = AhoCorasick(sorted(forms - {""})) if forms - {""} else None

    def touches(self, text: str) -> bool:
        """Return whether any form may occur in the text of a seed."""
        return self._automaton is not None and bool(self._automaton.find_matches_as_indexes(_letters_and_digits(text)))


@lru_cache(maxsize=4_096)
def _letters_and_digits(text: str) -> str:
    """Return the letters and digits of a text, normalised."""
    return "".join(filter(str.isalnum, normalise(text).text))


def changed_entries(before: Iterable[Entry], after: Iterable[Entry]) -> tuple[Entry, ...]:
    """Return both versions of each entry that differs in what linking looks at.

    Where only one side has persons, that is every entry: speakers are sought only where there are persons. So it is
    where the entries are now written in another language, in which labels that state none take other forms.
    """
    earlier, later = ({entry.id: linked_by(entry) for entry in entries} for entries in (before, after))
    spoken = assumed_languages(earlier.values()) == assumed_languages(later.values())
    if not spoken or _has_persons(earlier.values()) != _has_persons(later.values()):
        return (*earlier.values(), *later.values())
    differing = sorted(key for key in earlier.keys() | later.keys() if earlier.get(key) != later.get(key))
    return tuple(side[key] for key in differing for side in (earlier, later) if key in side)


def assumed_languages(entries: Iterable[Entry]) -> Languages:
    """Return the languages that a lexicon of these entries assumes for labels that state none."""
    return languages_of_entries(sorted(entries, key=lambda entry: (entry.id, entry.path)))


def _has_persons(entries: Iterable[Entry]) -> bool:
    return any(entry.kind == "person" for entry in entries)


@remembered
def linked_by(entry: Entry) -> Entry:
    """Return an entry without what linking never looks at."""
    return replace(entry, **_WITHOUT_EFFECT)


def print_linked_fields(entries: Iterable[Entry]) -> str:
    """Return what linking looks at in entries as a text, the same for entries that are linked alike."""
    return "\n".join(sorted(map(_print, entries)))


@remembered
def _print(entry: Entry) -> str:
    return repr([*_linked_values(entry)])


def _linked_values(entry: Entry) -> Iterator[object]:
    for item in fields(entry):
        if item.name not in _WITHOUT_EFFECT and item.name != "lines":
            value = getattr(entry, item.name)
            is_labels = isinstance(value, tuple) and all(isinstance(one, Label) for one in value)
            yield [(label.text, label.lang) for label in value] if is_labels else value
