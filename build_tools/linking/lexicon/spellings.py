"""How labels spell their letters: "Mutter" is not "Mütter" in a German text, though both have one key.

Labels and texts are looked up with their letters folded. A match counts for an entry only if the text spells it as one
of the entry's labels does, as far as the language of the text tells letters apart; where that language is not known,
the language of the label decides. Of several entries that then remain, those whose label is spelled exactly so are
preferred.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Collection, Iterable, Mapping
from functools import lru_cache

from build_tools.linking.lexicon.distinct_letters import distinct_letters
from build_tools.linking.lexicon.senses import NOT_WITHIN, Sense
from build_tools.text.folding import fold_except

_MOST = 20_000  # answers kept; then it begins anew

Spelling = tuple[str, str]
"""A form before folding (empty: as its key), and the language of its label."""


class Spellings:
    """The spellings of the keys that can be told from others; of all other keys, the key is the spelling."""

    def __init__(self) -> None:
        """Begin without spellings."""
        self._of: dict[str, Mapping[str, tuple[Spelling, ...]]] = {}
        self._barred: dict[tuple[str, str, str], frozenset[str]] = {}

    def add(self, key: str, senses: Collection[Sense]) -> None:
        """Take in all senses of a key."""
        if not any(sense.form.spelled or distinct_letters(sense.lang) for sense in senses):
            return
        spelled: dict[str, tuple[Spelling, ...]] = {}
        for sense in senses:
            if sense.rule != NOT_WITHIN:
                spelling = (sense.form.spelled, sense.lang)
                spelled[sense.entry] = tuple(dict.fromkeys((*spelled.get(sense.entry, ()), spelling)))
        self._of[key] = spelled

    def __contains__(self, key: str) -> bool:
        """Whether the key has spellings that can be told from others."""
        return key in self._of

    def barred(self, key: str, entries: Iterable[str], written: str, language: str) -> frozenset[str]:
        """Return the entries that a match cannot name, since none of their labels is spelled so.

        Args:
            key: The key that matched.
            entries: All entries that the key may mean.
            written: The match as it stands in the text.
            language: The language of the text there (BCP 47), or nothing where it is not known.
        """
        place = (key, written, language)
        if place not in self._barred:
            if len(self._barred) >= _MOST:
                self._barred.clear()
            self._barred[place] = self._compare(key, entries, written, language)
        return self._barred[place]

    def _compare(self, key: str, entries: Iterable[str], written: str, language: str) -> frozenset[str]:
        every = frozenset(entries)
        options = {entry: self._of.get(key, {}).get(entry, (("", ""),)) for entry in every}
        fitting = {
            entry
            for entry, spellings in options.items()
            if any(_same_letters(written, form or key, language or lang) for form, lang in spellings)
        }
        exact = {
            entry for entry in fitting if any(_exact(written) == _exact(form or key) for form, _ in options[entry])
        }
        return every - (exact or fitting)


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
