"""What sort of word stands before a surname: a small word, a word of a title, a given name, or one that may be one."""

from __future__ import annotations

import re
from functools import lru_cache

from build_tools.linking.adjacent_words import without_opening_marks
from build_tools.linking.names.romanisation import is_syllabic
from build_tools.linking.word_lists import (
    CALENDAR_WORDS,
    COMMON_WORDS,
    FUNCTION_WORDS_OF_ALL,
    GIVEN_NAMES,
    INSTITUTIONS,
    NICKNAMES,
    TITLE_GRAMMAR,
    TITLES,
)

_CACHED_WORDS = 20_000
_LONGEST_INITIALS = 6  # characters of "J.F.K."
_ABBREVIATIONS = frozenset(["U.S.", "U.K.", "U.N.", "E.U.", "P.S.", "N.B."])  # which look like initials
_NAME = re.compile(r"[^\W\d_]{2,}(?:[-'’][^\W\d_]+)*")
_ABBREVIATED_TITLES = frozenset(line.split()[0] for line in TITLE_GRAMMAR["stems"])

SMALL_WORD, TITLE_WORD, GIVEN_NAME, UNKNOWN_NAME = range(4)
"""What comes before a surname: a small word of no title; what may be a word of a title; initials or a given name;
a capitalised word that may be a given name and is no other word known here."""


@lru_cache(maxsize=_CACHED_WORDS)
def classify_token_before(token: str) -> int:
    """Return what sort of word comes before a surname; of what spans a line break, the sort of its last line."""
    word = without_opening_marks(token)
    if word[:1].islower() and word not in TITLES:
        return SMALL_WORD
    if not word[:1].isupper():
        return TITLE_WORD
    if _is_initials(word) or _is_given_name(word):
        return GIVEN_NAME
    return UNKNOWN_NAME if _NAME.fullmatch(word) and not _is_known_word(word) else TITLE_WORD


def _is_known_word(word: str) -> bool:
    """Whether a capitalised word is something else than a given name, or has capitals inside ("RAdm")."""
    if not word.isupper() and not all(part.istitle() for part in re.split("[-'’]", word)):
        return True
    lower = word.lower()
    is_title = any(part in TITLES or part.removesuffix("s") in TITLES for part in (lower, *lower.split("-")))
    known = lower in _ABBREVIATED_TITLES or lower in COMMON_WORDS or lower in FUNCTION_WORDS_OF_ALL
    return is_title or known or word in INSTITUTIONS or is_of_calendar(word)


@lru_cache(maxsize=_CACHED_WORDS)
def may_precede_given_name(word: str) -> bool:
    """Whether a word is initials or, before initials or a given name, another given name."""
    if word.isalpha() and word.istitle():
        return word.lower() not in TITLES and word.lower() not in COMMON_WORDS
    return word[:1].isupper() and _is_initials(word)


def _is_initials(word: str) -> bool:
    has_stops = word[1:2] == "." and word.endswith(".") and len(word) <= _LONGEST_INITIALS
    return has_stops and word.replace(".", "").isupper() and word not in _ABBREVIATIONS


def _is_given_name(word: str) -> bool:
    lower = word.lower()
    if word[0].isupper() and (lower in GIVEN_NAMES or lower in NICKNAMES):
        return True
    first, hyphen, second = word.partition("-")
    return bool(hyphen) and first.istitle() and second.islower() and is_syllabic(word)


def is_of_calendar(word: str) -> bool:
    """Whether a word is the English name of a month or of a day of the week."""
    return word in CALENDAR_WORDS
