"""Whether the words beside a match make another name of it: "Washington Post", "New Mexico", "Wien XVIII".

1. A word behind it that names an institution or a part of a place, or a Roman numeral, makes a longer name.
2. A word before it that names a direction makes another place of a place ("South Sudan"); a street or an institution is
   only named after a person ("rue Carnot", "Lake Brell").
3. A place that is also a given name is one where a surname follows it: "Virginia Woolf".
4. Some names of places begin a phrase for a thing ("Guinea pigs"), and "non" before a small letter denies it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection
from functools import lru_cache

from build_tools.linking.word_lists import (
    ARCHIVAL,
    CALENDAR_WORDS,
    COMMON_WORDS,
    DIRECTIONS,
    FIXED_PHRASES,
    FUNCTION_WORDS_OF_ALL,
    NAME_CLOSERS,
    NAME_OPENERS,
    TITLES,
    TITLES_LIKE_INITIALS,
    is_given_name,
)
from build_tools.text.normalising import normalise_label

PLACES = frozenset(("place", "polity"))
_LONGEST_WORD = 24
_MARKS = ".,;:!?)\"'\n\x1f"
_ROMAN = re.compile(r",? ([IVX]{2,}|[VX])(?![\w'])\.?|,? (I)(?![\w'])\.?(?! [a-z])")
_INITIAL = re.compile(r"[^\W\d_a-z]\.")
_TAIL_LENGTH = 3
_SHORTEST_SURNAME = 4  # letters


class _Openers:
    """Words before a name, and the beginnings of words of which any form counts, in normalised text."""

    def __init__(self, words: Collection[str]) -> None:
        self.words = frozenset(normalise_label(word) for word in words if not word.endswith("*"))
        self.beginnings = tuple(normalise_label(word.rstrip("*")) for word in words if word.endswith("*"))

    def __contains__(self, word: str) -> bool:
        return word in self.words or (not word.isascii() and word.startswith(self.beginnings))


_DIRECTIONS, _NAMED_AFTER = _Openers(DIRECTIONS), _Openers(NAME_OPENERS)
_OPENERS = [
    f"{before}{word}{stop}"
    for word in _DIRECTIONS.words | _NAMED_AFTER.words
    for before in " ([\"'\n\x1f"
    for stop in ("", ".")
]
_TAILS_OF_OPENERS = frozenset(word[-_TAIL_LENGTH:] for word in _OPENERS)

_CLOSERS = frozenset(normalise_label(word) for word in NAME_CLOSERS - ARCHIVAL)


def may_be_opener(plain: str, start: int) -> bool:
    """Return whether the word one space before an offset may make another name of what follows, by its last letters.

    Every match asks; of the few words that end so, some do.
    """
    if plain[start - 1] != " ":
        return False
    tail = plain[start - 1 - _TAIL_LENGTH : start - 1] if start > _TAIL_LENGTH else f" {plain[: start - 1]}"
    return tail in _TAILS_OF_OPENERS


def name_beside(plain: str, start: int, end: int, kind: str, is_other_label: Callable[[str], bool]) -> str:
    """Return why the words around make another name of a match, or nothing.

    Args:
        plain: The normalised text.
        start: Where the match begins.
        end: Where it ends.
        kind: The kind of the entry that it names.
        is_other_label: Whether a word is the label of an entry that is no person.
    """
    if not plain[start].isupper():
        denied = plain.startswith("non ", start - 4) or plain.startswith("Non ", start - 4)
        return "“non” before it denies it" if denied else ""
    if plain[end] == " " and (reason := _name_behind(plain, start, end, kind, is_other_label)):
        return reason
    if plain[end] == "," and (numeral := _ROMAN.match(plain, end)) and kind in PLACES:
        return f"it begins the longer name “{plain[start : numeral.end()]}”"
    may_end_name = plain[start - 1] == "." or plain[start + 1] == "." or may_be_opener(plain, start)
    return _name_before(plain, start, end, kind) if may_end_name or not plain.isascii() else ""


def _name_behind(plain: str, start: int, end: int, kind: str, is_other_label: Callable[[str], bool]) -> str:
    stop = plain.find(" ", end + 1, end + _LONGEST_WORD)
    word = plain[end + 1 : stop if stop > 0 else end + _LONGEST_WORD].rstrip(_MARKS).removesuffix("'s")
    if not word[:1].isupper():
        is_longer = word in FIXED_PHRASES.get(plain[start:end], ())
    else:
        is_longer = (
            word in _CLOSERS
            or (plain[end + 1] in "IVX" and _ROMAN.match(plain, end) is not None and kind in (*PLACES, "person"))
            or (kind in PLACES and _is_surname_of(plain[start:end], word, plain) and not is_other_label(word))
        )
    return f"it begins the longer name “{plain[start : end + 1 + len(word)]}”" if is_longer else ""


def _is_surname_of(name: str, word: str, plain: str) -> bool:
    """Whether a word behind a place that is also a given name may be a surname, and is no other word of the text."""
    if not is_given_name(name) or not _may_be_surname(word):
        return False
    return f" {word.lower()}" not in plain


@lru_cache(maxsize=20_000)
def _may_be_surname(word: str) -> bool:
    lower = word.lower()
    is_known = lower in TITLES or lower in COMMON_WORDS or lower in FUNCTION_WORDS_OF_ALL or word in CALENDAR_WORDS
    return word.isalpha() and len(word) >= _SHORTEST_SURNAME and not is_known


def _name_before(plain: str, start: int, end: int, kind: str) -> str:
    if plain[start - 1] not in " .":
        return ""
    stop = start - 1 if plain[start - 2] != "." else start - 2
    earliest = max(0, stop - _LONGEST_WORD)
    first = plain.rfind(" ", earliest, stop) + 1 or earliest
    word = plain[first:stop].lstrip("(\"'\n\x1f")
    one_word = " " not in plain[start:end]
    is_initial = plain[start + 1] == "." and kind == "person" and _INITIAL.fullmatch(plain, start, start + 2)
    before = plain[stop - len(word) : start - 1]
    if is_initial and before not in TITLES_LIKE_INITIALS and (_INITIAL.fullmatch(before) or is_given_name(word)):
        return f"it ends the longer name “{plain[stop - len(word) : end]}”"
    openers = _DIRECTIONS if kind in PLACES else _NAMED_AFTER if kind == "person" and one_word else ()
    if word not in openers:
        return ""
    return f"it ends the longer name “{plain[stop - len(word) : end]}”"
