"""The title before a surname, and the words after: "Secretary Rogers" is the Rogers whose definition says "secretary".

1. A title is the run of words before a name that holds a title word: "Deputy Under Secretary Johnson".
2. A bearer fits by the title words that its definition and roles share with it; countries and bodies before the title
   count too.
3. Whom somebody serves is not an office of their own: "Assistant to the President". A vice president is no president.
4. The words count only if one bearer fits better than every other.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from build_tools.linking.adjacent_words import token_before, without_opening_marks
from build_tools.linking.context import DecisionContext
from build_tools.linking.scanning.matches import Match
from build_tools.linking.word_lists import TITLE_GRAMMAR, TITLES
from build_tools.text.word_files import split_words

_CACHED_WORDS = 20_000
_WORD = re.compile(r"[A-Za-z]+")
_FUNCTION_WORDS = split_words(TITLE_GRAMMAR["function words"])
_JOINING_WORDS = split_words(TITLE_GRAMMAR["joining words"])
_COURTESY_TITLES = split_words(TITLE_GRAMMAR["courtesy titles"])
_RANKS = split_words(TITLE_GRAMMAR["ranks"])
_STEMS = dict(line.split() for line in TITLE_GRAMMAR["stems"])
_SERVED = re.compile(r"\bto the [^,;]*|\b\w+['’]s\b")
_LONGEST_TITLE = 12  # words
_SPACE_OR_START = (" ", "\n", "")
_LONGEST_ABBREVIATION = 5  # characters; a longer word with a full stop ends a sentence
_APPOSITION_REACH = 90  # characters after a name


def _stem(word: str) -> str:
    lower = word.lower()
    return _STEMS.get(lower, lower)


def _title_words(text: str) -> list[str]:
    """Return the words that count, in lower case; a word that changes a rank is one with the next: "vice president"."""
    words: list[str] = []
    for word in _WORD.findall(text):
        stem = _stem(word)
        if words and words[-1] in _RANKS:
            words[-1] += " " + stem
        elif stem not in _FUNCTION_WORDS:
            words.append(stem)
    return words


def title_before(text: str, offset: int, token: str = "") -> tuple[str, ...]:
    """Return the words of the title right before an offset, in order; empty if there are none.

    `token` is what `token_before` returns for the offset, if that is known already.
    """
    stop = offset - 1 if text[offset - 1 : offset] == "(" else offset
    word, length = _word_of_title(token or token_before(text, stop))
    if not word:
        return ()
    words_backwards = [word]
    while len(words_backwards) < _LONGEST_TITLE:
        stop -= length + 1
        if text[stop - 1 : stop] not in _SPACE_OR_START:
            break
        word, length = _word_of_title(token_before(text, stop))
        if not word:
            break
        words_backwards.append(word)
    return _title_of(tuple(words_backwards))


@lru_cache(maxsize=_CACHED_WORDS)
def _title_of(words_backwards: tuple[str, ...]) -> tuple[str, ...]:
    """Return the title that words hold, given last word first, in their order; empty if they hold none."""
    words = [*words_backwards]
    while words and words[-1].lower() in _JOINING_WORDS:
        words.pop()
    if not words or words[0].lower() in _JOINING_WORDS or TITLES.isdisjoint(map(str.lower, words)):
        return ()
    return tuple(reversed(words))


@lru_cache(maxsize=_CACHED_WORDS)
def _word_of_title(token: str) -> tuple[str, int]:
    """Return a word of a title without marks around it, or "" for another; and its length with the marks at its end."""
    marked = without_opening_marks(token)
    word = marked.rstrip('.)"”') if marked[:1].isupper() else marked
    fits = word and (word[0].isupper() or word in _JOINING_WORDS or word in TITLES) and not _ends_clause(marked)
    return (word if fits else ""), len(marked)


def _ends_clause(word: str) -> bool:
    """Whether a word closes a clause: it has a mark after it, or a full stop that is not an abbreviation's."""
    if word[-1] in ",;:":
        return True
    bare = word[:-1]
    is_abbreviation = bare.lower() in TITLES or len(word) <= _LONGEST_ABBREVIATION or "." in bare
    return word[-1] == "." and not is_abbreviation


def _described_by(context: DecisionContext, entry_id: str) -> frozenset[str]:
    """Return the words of an entry's definition and roles, as titles are compared."""
    cached = context.lexicon.cache.title_words
    if entry_id not in cached:
        entry = context.lexicon.entries[entry_id]
        roles = " ".join(f"{role.title} {role.organisation or ''}" for role in entry.roles)
        cached[entry_id] = frozenset(_title_words(_SERVED.sub(" ", f"{entry.definition}; {roles}")))
    return cached[entry_id]


def bearer_by_title(
    context: DecisionContext, bearers: tuple[str, ...], title: tuple[str, ...]
) -> tuple[str, str] | None:
    """Return the bearer whose definition or roles best match the words of the title before the name, and the title."""
    if not title:
        return None
    cached = context.lexicon.cache.titled_bearers
    key = (title, bearers)
    if key not in cached:
        words = [word for word in _title_words(" ".join(title)) if word not in _COURTESY_TITLES]
        scores = {bearer: sum(word in _described_by(context, bearer) for word in words) for bearer in bearers}
        best = _only_best(scores)
        cached[key] = (best, " ".join(title)) if best is not None else None
    return cached[key]


def bearer_by_apposition(match: Match, context: DecisionContext, bearers: Sequence[str]) -> tuple[str, str] | None:
    """Return the bearer whose definition shares most words with an apposition after the name, and the apposition."""
    if context.text[match.end : match.end + 2] not in (", ", " (", ",\n", "\n("):
        return None
    after = context.text[match.end : match.end + _APPOSITION_REACH].partition("\n\n")[0].replace("\n", " ")
    apposition = re.split(r"[;)]|\. ", after, maxsplit=1)[0]
    words = set(_title_words(apposition))
    if not words & TITLES:
        return None
    best = _only_best({bearer: len(words & _described_by(context, bearer)) for bearer in bearers})
    return (best, apposition.strip(" ,(")) if best is not None else None


def _only_best(scores: dict[str, int]) -> str | None:
    """Return the key of the highest score; None if that is 0 or two keys have it."""
    highest = max(scores.values(), default=0)
    best = [key for key, score in scores.items() if score == highest]
    return best[0] if highest and len(best) == 1 else None
