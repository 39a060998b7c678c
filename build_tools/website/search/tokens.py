"""Text as search sees it: words without case and accents, Han, Kana and Hangul in pairs of characters.

The twin of build_tools/website/static/search/tokens.js: tests/data/tokens.jsonl binds both. The place of a token in the
list is its position: a character of an unspaced script takes one, as a word does.
"""

from __future__ import annotations

import re
import sys
import unicodedata
from functools import lru_cache

_LONGEST = 64
_APOSTROPHES = "'\u2019\u2018\u02bc\uff07"
_JOINERS = "\u00ad\u200c\u200d\u2060\ufeff"
_STRIPPED = re.compile(
    "[\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u064b-\u065f\u0670"
    f"\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe00-\ufe0f\ufe20-\ufe2f{_JOINERS}]"
)
_LETTERS = {"ß": "ss", "ς": "σ", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "æ": "ae", "œ": "oe", "þ": "th", "ı": "i"}
_SPECIAL = re.compile(f"[{''.join(_LETTERS)}]")
_UNSPACED = (
    "\u1100-\u11ff\u2e80-\u2fdf\u3005-\u3007\u3040-\u3096\u309d-\u30fa\u30fc-\u30ff\u3130-\u318f\u31f0-\u31ff"
    "\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3\uf900-\ufaff\U00020000-\U0003ffff"
)


def _marks() -> str:
    """The characters that combine with a letter, as ranges of a class: that of words leaves them out."""
    points = (*range(0x300, 0x20000), *range(0xE0100, 0xE01F0))
    runs: list[list[int]] = []
    for point in points:
        if unicodedata.category(chr(point)).startswith("M"):
            if runs and runs[-1][1] == point - 1:
                runs[-1][1] = point
            else:
                runs.append([point, point])
    return "".join(f"{chr(first)}-{chr(last)}" for first, last in runs)


_PART = rf"(?:[^\W_\u02bc]|[{_marks()}{_JOINERS}])"
_INITIAL = "[A-Za-z\u00c0-\u024f\u0400-\u04ff]"
_WORD = re.compile(
    rf"(?P<initials>(?<![^\W_])(?:{_INITIAL}\.)+{_INITIAL}(?!{_PART})\.?)"
    rf"|(?P<possessive>(?<=[^\W_])[{_APOSTROPHES}][sS](?!{_PART}))|{_PART}+"
)
_RUN = re.compile(rf"[{_UNSPACED}]+|(?:(?![{_UNSPACED}]){_PART})+")
_IS_UNSPACED = re.compile(f"[{_UNSPACED}]")


def tokenize(text: str) -> list[str]:
    """The tokens of a text in its order."""
    found: list[str] = []
    for match in _WORD.finditer(text):
        if match.lastgroup != "possessive":
            found += _tokens_of(match[0].replace(".", "") if match.lastgroup else match[0])
    return found


def is_unspaced(token: str) -> bool:
    """Whether a token is characters of a script without spaces."""
    return bool(_IS_UNSPACED.match(token))


def fold(text: str) -> str:
    """The text without case, accents and compatibility forms."""
    if text.isascii():
        return text.lower()
    lower = unicodedata.normalize("NFKC", text).lower()
    plain = _SPECIAL.sub(lambda match: _LETTERS[match[0]], lower)
    return unicodedata.normalize("NFC", _STRIPPED.sub("", unicodedata.normalize("NFD", plain)))


@lru_cache(maxsize=400_000)
def _tokens_of(word: str) -> tuple[str, ...]:
    folded = fold(word)
    if folded.isascii() and folded.isalnum():
        return (sys.intern(folded[:_LONGEST]),)
    found: list[str] = []
    for run in _RUN.findall(folded):
        if _IS_UNSPACED.match(run):
            found += [run[at : at + 2] for at in range(len(run))]
        else:
            found.append(run[:_LONGEST])
    return tuple(map(sys.intern, found))
