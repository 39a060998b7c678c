"""The language of a passage of a text where nobody stated it: of those in its script, the one that shows most signs."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import lru_cache
from itertools import chain

from build_tools.linking.languages.label_language import count_signs
from build_tools.linking.languages.rule_files import languages_of_words, rules_of
from build_tools.text.scripts import dominant_script

_STEP = 1_500  # characters
_REACH = 600  # characters on each side of them
_FEW = 8  # function words below which letters and endings are looked at too
_FEWEST = 2  # function words that tell a language
_WORD = re.compile(r"[^\W\d_]+")
_SMALL_LETTERS = bytes(ord(chr(code).lower()) if chr(code).isalpha() else ord(" ") for code in range(128)) + bytes(128)
_MARKS = "’‘“”–—…\u00a0«»"  # marks but for which most passages are ASCII


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
        self._words: dict[int, Sequence[str]] = {}
        self._counts: dict[tuple[int, str], int] = {}
        self._usual = "en"  # the language of most passages so far, which is asked first

    def may_be(self, language: str, offset: int, apart_from: str = "") -> bool:
        """Return whether the passage around an offset shows signs of a language, and no more of any other.

        Args:
            language: The language (BCP 47).
            offset: The offset in the text.
            apart_from: A word that is no sign, since it may be a name.
        """
        number = offset // _STEP
        if number not in self._signs:
            if self._has_more_words(self._usual, number, language, apart_from):
                return False
            self._signs[number] = self._count_signs(number)
        signs = self._signs[number]
        if apart_from:
            uses = self._words_of(number).count(apart_from)
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
            words = filter(languages_of.__contains__, self._words_of(number))
            signs = Counter(chain.from_iterable(map(languages_of.__getitem__, words)))
            self._function_words[number] = signs
            self._usual = max(signs, key=signs.__getitem__, default=self._usual)
        return self._function_words[number]

    def _has_more_words(self, rival: str, number: int, language: str, apart_from: str) -> bool:
        """Return whether a passage has so many function words of another language that nothing else counts."""
        own, rivals = (self._count_of(number, tag, apart_from) for tag in (language, rival))
        return rivals > max(own, _FEW)

    def _count_of(self, number: int, language: str, apart_from: str) -> int:
        words, function_words = self._words_of(number), rules_of(language).words("function words")
        if (number, language) not in self._counts:
            self._counts[number, language] = sum(map(function_words.__contains__, words))
        return self._counts[number, language] - (words.count(apart_from) if apart_from in function_words else 0)

    def _words_of(self, number: int) -> Sequence[str]:
        if number not in self._words:
            self._words[number] = _words_of(self._passage(number))
        return self._words[number]

    def _passage(self, number: int) -> str:
        return self._text[max(0, number * _STEP - _REACH) : (number + 1) * _STEP + _REACH]


def _words_of(passage: str) -> list[str]:
    """Return the words of a passage in small letters; one of ASCII letters, as most are, is divided much faster."""
    if not passage.isascii():
        for mark in _MARKS:
            passage = passage.replace(mark, " ")
    if passage.isascii():
        return passage.encode().translate(_SMALL_LETTERS).decode().split()
    return _WORD.findall(passage.lower())
