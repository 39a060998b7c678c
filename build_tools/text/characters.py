"""Characters that mean the same in a comparison of texts: letters, marks, and typographic variants.

The only table of its kind. build_tools/website/static/search/folding.js has the same table for the browser, and
tests/unit/test_folding.py compares the two.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from functools import cache
from html.entities import name2codepoint

from build_tools.text.scripts import EAST_ASIAN, UNSPACED
from build_tools.text.word_files import read_words

LETTERS = {
    "ß": "ss",
    "ẞ": "SS",
    "æ": "ae",
    "Æ": "AE",
    "œ": "oe",
    "Œ": "OE",
    "þ": "th",
    "Þ": "TH",
    "ø": "o",
    "Ø": "O",
    "ł": "l",
    "Ł": "L",
    "đ": "d",
    "Đ": "D",
    "ð": "d",
    "Ð": "D",
    "ħ": "h",
    "Ħ": "H",
    "ŋ": "n",
    "Ŋ": "N",
    "ŧ": "t",
    "Ŧ": "T",
    "ı": "i",
    "ς": "σ",
}
"""Letters that Unicode does not decompose → the letters that replace them.

Source: all but the last are rules of CLDR's transform Latin-ASCII (common/transforms/Latin-ASCII.xml), which has many
more; ς is σ at the end of a word (Unicode Standard, SpecialCasing.txt).
"""

SPELLED_OUT = tuple(letter for letter, spelled in LETTERS.items() if len(spelled) > 1)
"""Letters that several letters replace."""

STRIPPED = (
    "\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u064b-\u065f\u0670"
    "\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe00-\ufe0f"
    "\ufe20-\ufe2f"
)
"""Combining marks that folding removes: accents of Latin, Greek and Cyrillic, Hebrew and Arabic points, variation
selectors.

Vowel signs, tones and viramas of other scripts are letters of their words and stay, and so does the breve of й.
"""

BREVE = "\u0306"
KEEPS_BREVE = "Ии"
"""The letters that keep a breve: й is a separate letter, not an и with an accent; ё folds to е, as most write it."""

HYPHENS = "-\u2010\u2011\u2012\u2013\u2212\ufe63\uff0d\u05be"
"""Characters used where a name may also have a space: hyphens, the en dash, the minus sign, the Hebrew maqaf."""

DASHES = HYPHENS + "\u2014\u2015\ufe58"
"""Every hyphen and dash."""

APOSTROPHES = "'\u2019\u2018\u02bc\uff07`\u00b4"
"""Characters used as an apostrophe."""

QUOTES = '"\u201a\u201b\u201c\u201d\u201e\u201f\u00ab\u00bb\u2039\u203a\u300c\u300d\u300e\u300f\uff02'
"""The quotation marks."""

SPACES = " \u00a0\u2000-\u200a\u202f\u205f\u3000"
"""The spaces within a line, as the inside of a character class."""

SEPARATING = "\u200b"
"""The zero-width space: invisible, but for search it ends a word."""

JOINING = "\u00ad\u0640\u200c-\u200f\u2060\ufeff"
"""Characters within words that say nothing, as the inside of a character class: invisible ones, the Arabic tatweel."""

INVISIBLE = JOINING + SEPARATING
"""All invisible characters, as the inside of a character class."""

JAMO = "\u1160-\u11ff\u3131-\u318e\uffa0-\uffdc"
"""Jamo that may form a Hangul syllable with the character before them, as the inside of a character class."""

VOICED = "\uff9e\uff9f"
"""The half-width marks that voice a half-width kana before them."""


_LATIN, _TYPOGRAPHIC = 0x180, range(0x2000, 0x2123)

ENTITIES = {
    name: chr(point) for name, point in sorted(name2codepoint.items()) if point < _LATIN or point in _TYPOGRAPHIC
}
"""The named entities of HTML 4 for Latin letters, punctuation and signs, each with its character."""

_ENTITY = re.compile(r"&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([A-Za-z]{2,8}\d{0,2}));")
_LAST = 0x10FFFF
_SURROGATES = range(0xD800, 0xE000)


@cache
def combining_marks() -> str:
    """Return all combining marks (Unicode general category M), as the inside of a character class."""
    points = (*range(0x300, 0x20000), *range(0xE0100, 0xE01F0))
    runs: list[list[int]] = []
    for point in points:
        if unicodedata.category(chr(point)).startswith("M"):
            if runs and runs[-1][1] == point - 1:
                runs[-1][1] = point
            else:
                runs.append([point, point])
    return "".join(f"{chr(first)}-{chr(last)}" for first, last in runs)


@cache
def han_variants() -> Mapping[str, str]:
    """Return for each traditional or Japanese form of a Han character the simplified one that it is compared as."""
    return {pair[0]: pair[1] for pair in read_words("build_tools.text.data", "han_variants.txt")}


def is_combining(character: str) -> bool:
    """Return whether a character is a combining mark (Unicode general category M)."""
    return not character.isascii() and unicodedata.category(character).startswith("M")


def find_entities(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield the start, the end (exclusive) and the character of each entity of a text, in order."""
    if "&" not in text:
        return
    for match in _ENTITY.finditer(text):
        if character := _character(match):
            yield *match.span(), character


def decode_entities(text: str) -> str:
    """Return a text with its entities as the characters that they mean."""
    return _ENTITY.sub(lambda match: _character(match) or match[0], text) if "&" in text else text


def _character(match: re.Match[str]) -> str:
    """Return the character of an entity; "" where it stands for none."""
    decimal, hexadecimal, name = match.groups()
    if name:
        return ENTITIES.get(name, "")
    point = int(decimal) if decimal else int(hexadecimal, 16)
    return chr(point) if 0 < point <= _LAST and point not in _SURROGATES else ""


def browser_table() -> dict[str, object]:
    """Return the tables that build_tools/website/static/search/folding.js must hold."""
    return {
        "letters": LETTERS,
        "stripped": STRIPPED,
        "breve": BREVE,
        "keepsBreve": KEEPS_BREVE,
        "dashes": DASHES,
        "apostrophes": APOSTROPHES,
        "quotes": QUOTES,
        "spaces": SPACES,
        "joining": JOINING,
        "invisible": INVISIBLE,
        "jamo": JAMO,
        "voiced": VOICED,
        "unspaced": UNSPACED,
        "eastAsian": EAST_ASIAN,
        "entities": ENTITIES,
    }
