"""What the word before a match may be to it: a given name, a title that one sex bears, or the opening of another name.

Most words before names are nothing of this, which one look at the word says; it is kept, since words come again.
"""

from __future__ import annotations

from functools import lru_cache

from build_tools.linking.names.word_sorts import GIVEN_NAME, UNKNOWN_NAME, classify_token_before
from build_tools.linking.scanning.longer_names import may_be_opener
from build_tools.linking.word_lists import PARTICLES, TITLES_OF_MEN, TITLES_OF_WOMEN
from build_tools.text.folding import fold

MAY_BE_GIVEN_NAME, MAY_OPEN_NAME, TITLE_OF_MAN, TITLE_OF_WOMAN = 1, 2, 4, 8
"""Bits: an initial, a given name, a small word of a surname or a word that may be a name; a word that may make another
name of what follows; a title that only men bear; one that only women bear."""

_LONGEST_WORD = 40  # characters of the word that are looked at
_TITLES_OF_MEN = frozenset(map(fold, TITLES_OF_MEN))
_TITLES_OF_WOMEN = frozenset(map(fold, TITLES_OF_WOMEN))


def sorts_before(text: str, start: int) -> int:
    """Return the bits of the word before a space that is right before an offset of normalised text."""
    earliest = start - _LONGEST_WORD if start > _LONGEST_WORD else 0
    return _sorts_of(text[earliest : start - 1].rpartition(" ")[2])


@lru_cache(maxsize=20_000)
def _sorts_of(token: str) -> int:
    sorts = MAY_BE_GIVEN_NAME if _may_be_given_name(token) else 0
    if may_be_opener(f"{token} ", len(token) + 1):
        sorts |= MAY_OPEN_NAME
    title = token.lower().rstrip(".")
    return sorts | TITLE_OF_MAN * (title in _TITLES_OF_MEN) | TITLE_OF_WOMAN * (title in _TITLES_OF_WOMEN)


def _may_be_given_name(token: str) -> bool:
    if token.islower():
        return token in PARTICLES
    return classify_token_before(token.rpartition("\x1f")[2]) in (GIVEN_NAME, UNKNOWN_NAME)
