"""Lists as the language of the site writes them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from babel.lists import format_list

from build_tools.website.localisation.locales import spoken_locale
from build_tools.website.localisation.translation import EnglishWords, translate


def between_commas(words: Iterable[str]) -> str:
    """Return words one after the other, between the commas of the language: "A, B"."""
    words = list(words)
    joined = translate(", ").join(words)
    return EnglishWords(joined) if words and all(isinstance(word, EnglishWords) for word in words) else joined


def join_words(words: Sequence[str]) -> str:
    """Return words as a list in a sentence: "A, B and C"."""
    return format_list(words, locale=spoken_locale())
