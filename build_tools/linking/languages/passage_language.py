"""The language of a passage of a text where nobody stated it: of those in its script, the one that shows most signs."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from functools import lru_cache

from build_tools.linking.languages.label_language import count_signs
from build_tools.linking.languages.rule_files import languages_of_words
from build_tools.text.scripts import dominant_script

_STEP = 1_500  # characters
_REACH = 600  # characters on each side of them
_FEW = 8  # function words below which letters and endings are looked at too
_FEWEST = 2  # function words that tell a language
_WORD = re.compile(r"[^\W\d_]+")
_SPACED = {code: " " for code in range(128) if not chr(code).isalpha()}  # all that is no letter, in ASCII


@lru_cache(maxsize=2)
def passage_languages(text: str) -> PassageLanguages:
    """Return the languages of the passages of a text: what the scan found of them serves the decisions too."""
    return PassageLanguages(text)


class PassageLanguages:
    """The languages of the passages of one text, each found when somebody asks."""

    def __init__(self, text: str) -> None:
        """Take a text."""
        self._text = text
        self._signs: dict[int, Mapping[str, int]] = {}
        self._function_words: dict[int, Mapping[str, int]] = {}
        self._likely: dict[int, str] = {}
        self._words: dict[int, Mapping[str, int]] = {}

    def may_be(self, language: str, offset: int, apart_from: str = "") -> bool:
        """Return whether the passage around an offset shows signs of a language, and no more of any other.

        Args:
            language: The language (BCP 47).
            offset: The offset in the text.
            apart_from: A word that is no sign, since it may be a name.
        """
        number = offset // _STEP
        if number not in self._signs:
            self._signs[number] = self._count_signs(number)
        signs = self._signs[number]
        if apart_from:
            uses = self._count_words(number).get(apart_from, 0)
            tags = languages_of_words("function words").get(apart_from, ())
            signs = {tag: count - uses * (tag in tags) for tag, count in signs.items()}
        return 0 < signs.get(language, 0) == max(signs.values())

    def likely(self, offset: int) -> str:
        """Return the language that has by far the most function words around an offset; nothing where none has."""
        number = offset // _STEP
        if number not in self._likely:
            ranked = Counter(self._count_function_words(number)).most_common(2)
            counts = [count for _, count in ranked] + [0, 0]
            self._likely[number] = ranked[0][0] if counts[0] >= _FEWEST and counts[0] > counts[1] else ""
        return self._likely[number]

    def _count_signs(self, number: int) -> Mapping[str, int]:
        signs = self._count_function_words(number)
        if sum(signs.values()) >= _FEW:
            return signs
        passage = self._passage(number)
        return count_signs(passage, dominant_script(passage) or "")

    def _count_function_words(self, number: int) -> Mapping[str, int]:
        if number not in self._function_words:
            languages_of = languages_of_words("function words")
            words = self._count_words(number)
            signs: dict[str, int] = {}
            for word in words.keys() & languages_of.keys():
                for language in languages_of[word]:
                    signs[language] = signs.get(language, 0) + words[word]
            self._function_words[number] = signs
        return self._function_words[number]

    def _count_words(self, number: int) -> Mapping[str, int]:
        if number not in self._words:
            passage = self._passage(number).lower()
            ascii_only = passage.isascii()  # as most are; these are divided much faster
            words = passage.translate(_SPACED).split() if ascii_only else _WORD.findall(passage)
            self._words[number] = Counter(words)
        return self._words[number]

    def _passage(self, number: int) -> str:
        return self._text[max(0, number * _STEP - _REACH) : (number + 1) * _STEP + _REACH]
