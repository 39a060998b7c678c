"""The words right before and after an offset of a text.

A word here is whatever is between spaces, at most 40 characters of it.
"""

from __future__ import annotations

from functools import lru_cache

_SPACES = " \n\u00a0\u202f"
_LONGEST_WORD = 40
_OPENING_MARKS = "([{\"'“”‘’«»„"
_CLOSING_MARKS = ".,;:!?)]}\"'“”’«»…"
_CACHED_WORDS = 20_000


def token_before(text: str, offset: int) -> str:
    """Return the word that ends with the space before `offset`, marks included; "" where there is none."""
    stop = offset - 1
    if stop < 1 or text[stop] not in _SPACES or text[stop - 1] in _SPACES:
        return ""
    earliest = stop - _LONGEST_WORD if stop > _LONGEST_WORD else 0
    return text[earliest:stop].rpartition(" ")[2]


def word_before(text: str, offset: int) -> tuple[str, int]:
    """Return the word one space before `offset`, without opening marks, and where it begins; ("", offset) if none."""
    token = token_before(text, offset)
    if not token:
        return "", offset
    word = without_opening_marks(token)
    return word, offset - 1 - len(word)


def word_after(text: str, offset: int) -> tuple[str, int]:
    """Return the word one space after `offset`, without closing marks, and where it ends; ("", offset) if none."""
    space = text[offset : offset + 1]
    if not space or space not in _SPACES:
        return "", offset
    start = offset + 1
    stop = text.find(" ", start, start + _LONGEST_WORD)
    word = _without_closing_marks(text[start : stop if stop > 0 else start + _LONGEST_WORD])
    return word, start + len(word)


@lru_cache(maxsize=_CACHED_WORDS)
def without_opening_marks(token: str) -> str:
    """Return the last line of a token, after a dash, without the marks that open it."""
    if not token.isascii() or "\n" in token:
        token = token[max(token.rfind("\n"), token.rfind("—"), token.rfind("\u00a0")) + 1 :]
    return token.lstrip(_OPENING_MARKS)


@lru_cache(maxsize=_CACHED_WORDS)
def _without_closing_marks(token: str) -> str:
    """Return the first line of a token, before a dash, without the marks that close it."""
    if not token.isascii() or "\n" in token:
        token = token.partition("\n")[0].partition("—")[0]
    return token.rstrip(_CLOSING_MARKS)
