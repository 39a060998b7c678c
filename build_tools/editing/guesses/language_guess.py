"""Which language a stretch of a text is in, where its script does not tell: by its commonest words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from build_tools.model import Block
from build_tools.text.word_files import list_files, read_words

_DATA = "build_tools.editing.guesses.languages"
_WORDS = {name.removesuffix(".txt"): read_words(_DATA, name) for name in list_files(_DATA)}  # by language
_WORD = re.compile(r"[^\W\d_]+")
_SAMPLE = 20_000  # characters of a block that are read
_LEAST_WORDS = 6
_LEAST_SHARE = 0.15  # of a block's words, those common in its language
_LEAST_OF_TEXT = 0.05  # of all letters, or
_LEAST_PASSAGES = 3  # of
_LONG_PASSAGE = 200  # characters
UNKNOWN = "und"


def guess_language(text: str) -> str:
    """Guess the language of a text in Latin letters by its commonest words.

    Returns:
        A BCP 47 tag; "und" where the text is too short or no language is clearly first.
    """
    words = [word.lower() for word in _WORD.findall(text[:_SAMPLE])]
    if len(words) < _LEAST_WORDS:
        return UNKNOWN
    counts = {language: sum(word in common for word in words) for language, common in _WORDS.items()}
    first, second = sorted(counts, key=lambda language: (-counts[language], language))[:2]
    clear = counts[first] >= _LEAST_SHARE * len(words) and counts[first] > counts[second]
    return first if clear else UNKNOWN


def languages_of(blocks: Iterable[Block]) -> tuple[str, ...]:
    """Return the language of each block: by its script, by its words, or that of the block before it."""
    languages: list[str] = []
    for block in blocks:
        language = block.lang if block.lang != UNKNOWN else guess_language(block.text)
        languages.append(language if language != UNKNOWN or not languages else languages[-1])
    first_known = next((language for language in languages if language != UNKNOWN), UNKNOWN)
    return tuple(first_known if language == UNKNOWN else language for language in languages)


def rank_languages(blocks: Sequence[Block], languages: Sequence[str]) -> tuple[str, ...]:
    """Return the languages of a text, those with most letters first, without "und".

    A language has a share of the text, or several long passages: a line of verse may look like any.
    """
    letters: Counter[str] = Counter()
    passages: Counter[str] = Counter()
    for block, language in zip(blocks, languages, strict=True):
        letters[language] += len(block.text)
        passages[language] += len(block.text) >= _LONG_PASSAGE
    least = _LEAST_OF_TEXT * sum(letters.values())
    ranked = sorted(letters, key=lambda language: (-letters[language], language))
    named = [language for language in ranked if letters[language] >= least or passages[language] >= _LEAST_PASSAGES]
    return tuple(language for language in named if language != UNKNOWN)
