"""East Asian names in Latin letters: which spellings may be one name.

1. Given names are compared sound class by sound class: Jong-un, Chong-un, Jongun are one.
2. A family name has a closed set of usual spellings (Park, Pak, Bak). Another spelling than the entry's counts only
   with a given name that fits; by itself it would be a guess.
3. One letter of difference is allowed in a given name of six letters or more, never in a family name.
"""

from __future__ import annotations

import re
from functools import lru_cache

from rapidfuzz.distance import Levenshtein

from build_tools.text.word_files import read_lines, read_words

_FAMILIES = tuple(frozenset(line.split()) for line in read_lines("build_tools.linking.data", "korean_families.txt"))
_CHINESE = read_words("build_tools.linking.data", "chinese_families.txt")
_KOREAN = frozenset[str]().union(*_FAMILIES)
_SYLLABLE = re.compile(r"(?:ch|ts|hs|sh|ph|kh|th|kw|hw|[bcdfghjklmnprstwyz])?'?[yw]?[aeiouŏŭ]{1,3}(?:ng|[bgklmnprt])?")
# Applied in this order. Source: compiled for this project, by hand, from what McCune-Reischauer, the Revised
# Romanisation, Wade-Giles, pinyin and the spellings that bearers use write differently.
_SOUNDS = (
    ("'", ""), ("oo", "u"), ("ee", "i"), ("yeo", "yo"), ("you", "yo"), ("yu", "yo"), ("ung", "ong"), ("suk", "sok"),
    ("eo", "o"), ("eu", "u"), ("ch", "j"), ("ts", "j"), ("sh", "s"), ("ph", "p"), ("kh", "k"), ("th", "t"), ("b", "p"),
    ("d", "t"), ("g", "k"), ("z", "j"), ("r", "l"), ("oh", "o"), ("uh", "o"), ("ah", "a"), ("y", ""), ("w", ""),
    ("ou", "u"), ("ae", "e"), ("ui", "u"), ("ai", "e"),
)  # fmt: skip
_LONG = 6


def spell_families(family: str) -> frozenset[str]:
    """Return the usual spellings of a Korean family name, itself among them; only itself for any other name."""
    for group in _FAMILIES:
        if family in group:
            return group
    return frozenset((family,))


def is_family(word: str) -> bool:
    """Whether the word is one of the usual Korean or Chinese family names."""
    return word in _CHINESE or word in _KOREAN


@lru_cache(maxsize=4096)
def is_syllabic(word: str) -> bool:
    """Whether a given name is made of one or two Korean or Chinese syllables: "Chong-pil", "Jong Un", "En-lai"."""
    parts = word.lower().replace("\u2019", "'").replace("-", " ").split()
    return 1 <= len(parts) <= 2 and all(_SYLLABLE.fullmatch(part) for part in parts)  # noqa: PLR2004


@lru_cache(maxsize=4096)
def sound(name: str) -> str:
    """Return a given name reduced to its sound classes: a string that is the same for all its usual spellings.

    "Jong-un", "Chong-un" and "Jongun" are all "jonkun". Letters are in lower case; hyphens and spaces are dropped. It
    is a key to compare names by, not a spelling.
    """
    reduced = "".join(
        character for character in name.lower().replace("\u2019", "'") if character.isalpha() or character == "'"
    )
    for spelled, plain in _SOUNDS:
        reduced = reduced.replace(spelled, plain)
    return reduced


@lru_cache(maxsize=4096)
def same_syllables(name: str, spelling: str) -> bool:
    """Whether two spellings may be one given name: the same sounds, or one letter apart in a long one."""
    if sound(name) == sound(spelling):
        return True
    name_letters, spelling_letters = _letters(name), _letters(spelling)
    return (
        min(len(name_letters), len(spelling_letters)) >= _LONG
        and name_letters[0] == spelling_letters[0]
        and one_edit(name_letters, spelling_letters)
    )


def one_edit(name: str, spelling: str) -> bool:
    """Return whether two names are equal but for one letter added, dropped or changed.

    Two letters swapped make another syllable, and count as two (Levenshtein).
    """
    return Levenshtein.distance(name, spelling, score_cutoff=1) <= 1


def _letters(name: str) -> str:
    return "".join(character for character in name.lower() if character.isalpha())
