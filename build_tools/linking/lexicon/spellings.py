"""How labels spell their letters: "Mutter" is not "Mütter" in a German text, though both have one key.

Labels and texts are looked up with their letters folded. A match counts for an entry only if the text spells it as one
of the entry's labels does, as far as the language of the text distinguishes letters; where that language is not known,
the language of the label decides. Of several entries that then remain, those whose label is spelled exactly so are
preferred.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import lru_cache
from types import MappingProxyType

from build_tools.linking.languages.distinct_letters import distinct_letters
from build_tools.linking.lexicon.senses import NOT_WITHIN, Sense
from build_tools.text.folding import fold_except

_MOST = 20_000  # answers kept; then it begins again

Spelling = tuple[str, str]
"""A form before folding (empty: as its key), and the language of its label."""


SpellingsOfKey = Mapping[str, tuple[Spelling, ...]]
"""The spellings of a key, by the entry that it may mean."""


class Spellings:
    """The spellings of the keys that can be distinguished from others; of all other keys, the key is the spelling.

    Attributes:
        settled: The barred entries of a pattern as a text writes it, by the language that is stated for the text.
    """

    def __init__(self, of_keys: Mapping[str, SpellingsOfKey] = MappingProxyType({})) -> None:
        """Begin without spellings, or with those of some keys."""
        self._of: Mapping[str, SpellingsOfKey] = of_keys
        self._open: dict[tuple[str, str], bool] = {}
        self._barred: dict[tuple[str, str, str], frozenset[str]] = {}
        self.settled: dict[tuple[int, str, str], frozenset[str]] = {}

    @classmethod
    def of_senses(cls, senses: Mapping[str, Collection[Sense]]) -> Spellings:
        """Return the spellings in all senses of each key."""
        return cls({key: _spellings(meant) for key, meant in senses.items() if _can_differ(meant)})

    def __iter__(self) -> Iterator[str]:
        """Yield the keys that have spellings."""
        return iter(self._of)

    def of_key(self, key: str) -> SpellingsOfKey:
        """Return the spellings of a key by entry; none where the key is the only one."""
        return self._of.get(key, {})

    def __contains__(self, key: str) -> bool:
        """Whether the key has spellings that can be distinguished from others."""
        return key in self._of

    def leave_open(self, key: str, written: str) -> bool:
        """Whether a match is spelled as no label is, and the language of one tells no letters apart."""
        place = (key, written)
        if place not in self._open:
            if len(self._open) >= _MOST:
                self._open.clear()
            self._open[place] = self._is_open(key, written)
        return self._open[place]

    def _is_open(self, key: str, written: str) -> bool:
        spellings = [spelling for options in self.of_key(key).values() for spelling in options]
        return any(form and not distinct_letters(language) for form, language in spellings) and not any(
            written == (form or key) for form, _ in spellings
        )

    def barred(self, key: str, entries: Iterable[str], written: str, language: str) -> frozenset[str]:
        """Return the entries that a match cannot name, since none of their labels is spelled so.

        Args:
            key: The key that matched.
            entries: All entries that the key may mean.
            written: The match as it is in the text.
            language: The language of the text there (BCP 47), or nothing where it is not known.
        """
        place = (key, written, language)
        if place not in self._barred:
            if len(self._barred) >= _MOST:
                self._barred.clear()
            self._barred[place] = self._compare(key, entries, written, language)
        return self._barred[place]

    def settle(self, place: tuple[int, str, str], barred: frozenset[str]) -> None:
        """Keep the entries barred for a pattern, as it is written, and the stated language."""
        if len(self.settled) >= _MOST:
            self.settled.clear()
        self.settled[place] = barred

    def _compare(self, key: str, entries: Iterable[str], written: str, language: str) -> frozenset[str]:
        every = frozenset(entries)
        options = {entry: self.of_key(key).get(entry, (("", ""),)) for entry in every}
        fitting = {
            entry
            for entry, spellings in options.items()
            if any(_same_letters(written, form or key, language or lang) for form, lang in spellings)
        }
        exact = {
            entry for entry in fitting if any(_exact(written) == _exact(form or key) for form, _ in options[entry])
        }
        return every - (exact or fitting)


def _can_differ(senses: Collection[Sense]) -> bool:
    return any(sense.form.spelled or distinct_letters(sense.lang) for sense in senses)


def _spellings(senses: Collection[Sense]) -> SpellingsOfKey:
    spelled: dict[str, tuple[Spelling, ...]] = {}
    for sense in senses:
        if sense.rule != NOT_WITHIN:
            spelling = (sense.form.spelled, sense.lang)
            spelled[sense.entry] = tuple(dict.fromkeys((*spelled.get(sense.entry, ()), spelling)))
    return spelled


def _same_letters(spelling: str, label_spelling: str, language: str) -> bool:
    letters = distinct_letters(language)
    return not letters or _letters(spelling, letters) == _letters(label_spelling, letters)


@lru_cache(maxsize=20_000)
def _letters(text: str, kept: str) -> str:
    """Return the letters and digits of a text, folded but for those that are kept."""
    return "".join(filter(str.isalnum, fold_except(text, kept)))


@lru_cache(maxsize=20_000)
def _exact(text: str) -> str:
    """Return the letters and digits of a text with their accents, without case."""
    return "".join(filter(str.isalnum, unicodedata.normalize("NFKC", text).lower()))
