"""Tell the script of characters and texts: the only table of script ranges.

The ranges cover the letters of each script in Unicode's Scripts.txt (UAX #24), some rounded to whole blocks, written
as the inside of a character class of `re`; a few marks of Common script that are used as letters (those for repeating
a character, closing a letter, zero and a long vowel) are listed with the script they are used in.
build_tools/website/static/search/folding.js has the East Asian part of the table; tests/unit/test_folding.py compares
the two.
"""

from __future__ import annotations

import re

SCRIPTS = {
    "Latn": "A-Za-z\u00aa\u00ba\u00c0-\u024f\u1e00-\u1eff",
    "Hani": "\u2e80-\u2fdf\u3005-\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff",
    "Kana": "\u3041-\u3096\u3099\u309a\u309d-\u309f\u30a1-\u30fa\u30fc-\u30ff\u31f0-\u31ff\uff66-\uff9f",
    "Hang": "\u1100-\u11ff\u3131-\u318e\ua960-\ua97c\uac00-\ud7a3\ud7b0-\ud7fb",
    "Cyrl": "\u0400-\u0481\u048a-\u052f",
    "Arab": "\u0620-\u064a\u066e-\u06d3\u0750-\u077f\u08a0-\u08c9\ufb50-\ufdff\ufe70-\ufefc",
    "Hebr": "\u05d0-\u05ea",
    "Grek": "\u0370-\u03ff\u1f00-\u1fff",
    "Thai": "\u0e01-\u0e3a\u0e40-\u0e4e",
    "Deva": "\u0904-\u0961",
    "Armn": "\u0531-\u0587",
    "Geor": "\u10a0-\u10ff",
}
"""ISO 15924 code → the letters of the script, as the inside of a character class."""

UNSPACED = SCRIPTS["Hani"] + SCRIPTS["Kana"]
"""The letters of the scripts that are written without spaces between words: Han and Kana."""

SPACELESS = UNSPACED + SCRIPTS["Thai"] + "\u0e80-\u0edf\u0f40-\u0fbc\u1000-\u109f\u1780-\u17d3"
"""The letters of all scripts without spaces between words: also Thai, Lao, Tibetan, Burmese and Khmer."""

EAST_ASIAN = UNSPACED + SCRIPTS["Hang"]
"""The letters of Han, Kana and Hangul, which search indexes in pairs of characters."""

UNDETERMINED = "und"
"""The language tag of what may be in any language (BCP 47)."""

_PUNCTUATION = "\u3000-\u303f\u30fb\u31c0-\u31ef\ufe30-\ufe4f\uff01-\uff60"
_LETTERS = {script: re.compile(f"[{letters}]") for script, letters in SCRIPTS.items()}
_UNSPACED = re.compile(f"[{UNSPACED}]")
_EAST_ASIAN = re.compile(f"[{EAST_ASIAN}]")
_CJK = re.compile(f"[{UNSPACED}{_PUNCTUATION}]")
_WIDE = frozenset({"Hani", "Kana", "Hang"})
# A text with a kana to every eight Han characters is Japanese; a stray の does not make it so. A rule of thumb.
_HAN_TO_KANA = 8
# What may occur in a text in Latin script: no letter of another script is among these.
_BEYOND_LATIN = re.compile(r"[^\x00-\u036f\u1e00-\u1eff\u2000-\u2e7f]")


def dominant_script(text: str) -> str | None:
    """Return the script (ISO 15924) of most of a text's letters, or None where there is no letter.

    A Han, Kana or Hangul character counts as two letters, about as much as it says.
    """
    if text.isascii():
        return "Latn" if any(map(str.isalpha, text)) else None
    if not _BEYOND_LATIN.search(text):
        return "Latn" if _LETTERS["Latn"].search(text) else None
    counts = {
        script: len(letters.findall(text)) * (2 if script in _WIDE else 1) for script, letters in _LETTERS.items()
    }
    if counts["Kana"] and counts["Kana"] * _HAN_TO_KANA >= counts["Hani"]:
        counts["Kana"] += counts["Hani"]
    script = max(counts, key=lambda name: counts[name])
    return script if counts[script] else None


def scripts_in(text: str) -> frozenset[str]:
    """Return the scripts (ISO 15924) of which a text has a letter."""
    if not _BEYOND_LATIN.search(text):
        return frozenset({"Latn"} if _LETTERS["Latn"].search(text) else ())
    return frozenset(script for script, letters in _LETTERS.items() if letters.search(text))


def has_kana(text: str) -> bool:
    """Return whether a letter of a text is Kana."""
    return not text.isascii() and _LETTERS["Kana"].search(text) is not None


def is_unspaced(character: str) -> bool:
    """Return whether a text begins with a letter of Han or Kana, which are written without spaces between words."""
    return _UNSPACED.match(character) is not None


def count_unspaced(text: str) -> int:
    """Return how many letters of a text are Han or Kana."""
    return 0 if text.isascii() else len(_UNSPACED.findall(text))


def is_east_asian(character: str) -> bool:
    """Return whether a text begins with a letter of Han, Kana or Hangul."""
    return _EAST_ASIAN.match(character) is not None


def is_hangul(character: str) -> bool:
    """Return whether a text begins with a letter of Hangul, which particles follow without a space."""
    return _LETTERS["Hang"].match(character) is not None


def is_cjk_character(character: str) -> bool:
    """Return whether a text begins with a Han or Kana letter or with East Asian punctuation."""
    return _CJK.match(character) is not None


def is_cjk(text: str) -> bool:
    """Return whether a text is written mainly in Han or Kana."""
    if text.isascii():
        return False
    found = len(_CJK.findall(text))
    return found > 0 and found * 3 > sum(map(str.isalnum, text))
