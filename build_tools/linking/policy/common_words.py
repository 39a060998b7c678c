"""Surnames that are also words: "You", "Read", По, УК.

1. A function word of English, or of the language around it, is no surname without a title.
2. A word that often begins sentences is none at a sentence's beginning, nor in capitals.
3. A noun of a language that writes any noun with a capital is none behind a determiner, an adjective or a number.
4. A word that the text has in small letters too is none at a sentence's beginning.
5. In capitals a name of up to three letters is an abbreviation, unless a word beside it is in capitals too or the
   text has it with small letters.
"""

from __future__ import annotations

from functools import lru_cache

from build_tools.linking.adjacent_words import word_after, word_before
from build_tools.linking.context import DecisionContext
from build_tools.linking.scanning.matches import Match
from build_tools.linking.word_lists import (
    COMMON_WORDS,
    DETERMINERS,
    FUNCTION_WORDS,
    FUNCTION_WORDS_OF_ALL,
    LANGUAGES_OF_FUNCTION_WORDS,
    NOUNS_THAT_ARE_SURNAMES,
    VERBS_OF_ACTING,
    VERBS_OF_PERSONS,
    WORDS_OF_ADDRESS,
    is_abbreviation_like,
)
from build_tools.model.documents import ABBREVIATION, COMMON_WORD, NOUN, SMALL_ELSEWHERE

_ADJECTIVES = ("e", "er", "es", "en", "em")
_NO_ADJECTIVES = FUNCTION_WORDS_OF_ALL | WORDS_OF_ADDRESS | VERBS_OF_ACTING | VERBS_OF_PERSONS
_SENTENCE_ENDS = ".?!:"


def other_word_here(match: Match, context: DecisionContext, title: tuple[str, ...]) -> str:
    """Return as what a surname after the words of a title, or none, is no name here; "" where it may be one."""
    if title:
        return ""
    rules_off = context.lexicon.rules_off
    word = context.text[match.start : match.end]
    if not _may_be_other_word(word):
        return _opening_word(word, match, context)
    if is_abbreviation_like(word) and ABBREVIATION not in rules_off and not _is_among_capitals(match, word, context):
        return ABBREVIATION
    if COMMON_WORD in rules_off:
        return ""
    if _is_function_word(word, match.start, context):
        return COMMON_WORD
    if opening := _opening_word(word, match, context):
        return opening
    return NOUN if NOUN not in rules_off and _is_noun(match, context) else ""


@lru_cache(maxsize=20_000)
def _may_be_other_word(word: str) -> bool:
    """Whether a word is known as any other: of most surnames the rest need not be asked."""
    lower = word.lower()
    is_known = lower in FUNCTION_WORDS_OF_ALL or lower in COMMON_WORDS or lower in NOUNS_THAT_ARE_SURNAMES
    return is_known or is_abbreviation_like(word)


def _is_noun(match: Match, context: DecisionContext) -> bool:
    """Whether a noun that is a surname too follows a determiner, an adjective or an ordinal number."""
    if context.text[match.start : match.end].lower() not in NOUNS_THAT_ARE_SURNAMES:
        return False
    before, _ = word_before(context.text, match.start)
    lower = before.lower()
    is_adjective = before.islower() and lower.endswith(_ADJECTIVES) and lower not in _NO_ADJECTIVES
    is_ordinal = before.endswith(".") and (before[:-1].isdigit() or not before[:-1].strip("IVX"))
    return lower in DETERMINERS or is_adjective or is_ordinal


def _is_function_word(word: str, offset: int, context: DecisionContext) -> bool:
    lower = word.lower()
    if lower not in FUNCTION_WORDS_OF_ALL:
        return False
    languages = LANGUAGES_OF_FUNCTION_WORDS.get(lower, ())
    return lower in FUNCTION_WORDS or any(context.languages.may_be(language, offset, lower) for language in languages)


def _opening_word(word: str, match: Match, context: DecisionContext) -> str:
    """Return as what a word that opens a sentence, or a common one in capitals, is no name; "" where it may be one."""
    is_first = _is_first(match, context.text)
    rules_off = context.lexicon.rules_off
    if not (is_first or word.isupper()) or COMMON_WORD in rules_off:
        return ""
    if word.lower() in COMMON_WORDS:
        return COMMON_WORD
    is_small_elsewhere = is_first and SMALL_ELSEWHERE not in rules_off and context.has_small(word)
    return SMALL_ELSEWHERE if is_small_elsewhere else ""


def _is_first(match: Match, text: str) -> bool:
    """Whether a match stands at the beginning of a sentence."""
    start = match.start
    if text[start - 1 : start] == " " and text[start - 2 : start - 1].isalnum():
        return False  # as nearly all do
    before, _ = word_before(text, start)
    return before[-1] in _SENTENCE_ENDS if before else text[start - 1 : start] in ("", "\n")


def _is_among_capitals(match: Match, word: str, context: DecisionContext) -> bool:
    """Whether a name in capitals is only set so: beside a word in capitals, alone in its line, or small elsewhere."""
    text = context.text
    beside = (word_before(text, match.start)[0], word_after(text, match.end)[0])
    return any(other.isupper() and len(other) > 1 for other in beside) or not any(beside) or word.title() in text
