"""Text as search sees it: words without case and accents, Han, Kana and Hangul in pairs of characters.

The twin of build_tools/website/static/search/tokens.js: tests/data/tokens.jsonl binds both. The place of a token in the
list is its position: a character of an unspaced script takes one, as a word does.
"""

from __future__ import annotations

import re
import sys
from functools import lru_cache
from itertools import chain

from build_tools.text.characters import APOSTROPHES, JOINING, combining_marks, decode_entities
from build_tools.text.folding import fold
from build_tools.text.scripts import EAST_ASIAN, is_east_asian

_LONGEST = 64
_PART = rf"(?:[^\W_\u02bc]|[{combining_marks()}{JOINING}])"
_INITIAL = "[A-Za-z\u00c0-\u024f\u0400-\u04ff]"
_WORD = re.compile(
    rf"(?P<initials>(?<![^\W_])(?:{_INITIAL}\.)+{_INITIAL}(?!{_PART})\.?)"
    rf"|(?P<possessive>(?<=[^\W_])[{APOSTROPHES}][sS](?!{_PART}))|{_PART}+"
)
_RUN = re.compile(rf"[{EAST_ASIAN}]+|(?:(?![{EAST_ASIAN}]){_PART})+")


def tokenize(text: str) -> list[str]:
    """Return the tokens of a text in their order."""
    # No token runs over white space, and the same words come again with the same signs beside them.
    return list(chain.from_iterable(map(_tokens_between_spaces, text.split())))


def forget_tokens() -> None:
    """Forget the tokens of words that were split before: they take tens of megabytes, and no page asks for them."""
    _tokens_between_spaces.cache_clear()
    _tokens_of.cache_clear()


@lru_cache(maxsize=100_000)
def _tokens_between_spaces(text: str) -> tuple[str, ...]:
    tokens: list[str] = []
    for match in _WORD.finditer(decode_entities(text)):
        if match.lastgroup != "possessive":
            tokens += _tokens_of(match[0].replace(".", "") if match.lastgroup else match[0])
    return tuple(tokens)


@lru_cache(maxsize=100_000)
def _tokens_of(word: str) -> tuple[str, ...]:
    folded = fold(word)
    if folded.isascii() and folded.isalnum():
        return (sys.intern(folded[:_LONGEST]),)
    tokens: list[str] = []
    for run in _RUN.findall(folded):
        if is_east_asian(run):
            tokens += [run[start : start + 2] for start in range(len(run))]
        else:
            tokens.append(run[:_LONGEST])
    return tuple(map(sys.intern, tokens))
