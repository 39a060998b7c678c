"""Fold text for comparison: the one folding of the linker, the quotation check, search, ids and sorting.

It makes equal: compatibility forms (ligatures, full width; Unicode NFKC), composed and decomposed letters (NFC, NFD),
letters with and without accents, and letters with their replacements (`characters.LETTERS`). The browser folds by the
same table, in build_tools/website/static/search/folding.js; both must pass tests/data/folding.jsonl. `normalise` in
text/normalising keeps case and a map back to the offsets of the original.
"""

from __future__ import annotations

import re
import unicodedata

from build_tools.text.characters import (
    APOSTROPHES,
    BREVE,
    HYPHENS,
    INVISIBLE,
    KEEPS_BREVE,
    LETTERS,
    QUOTES,
    STRIPPED,
    combining_marks,
)

_LETTER = re.compile(f"[{''.join(LETTERS)}]")
_ACCENT = re.compile(f"(?<![{KEEPS_BREVE}]){BREVE}|(?!{BREVE})[{STRIPPED}{INVISIBLE}]")
_LEFT_OUT = re.compile(f"[{QUOTES}{INVISIBLE}]")
_BETWEEN = re.compile(rf"[\s{re.escape(HYPHENS)}]+")
_APOSTROPHE = re.compile(f"[{APOSTROPHES}]")
_PLAIN = re.compile(r"[A-Za-z0-9 \n,.;:()]*")  # what many labels and texts are; it needs none of the other patterns
_CLUSTER = re.compile(f"[^{combining_marks()}][{combining_marks()}]*", re.DOTALL)


def fold(text: str) -> str:
    """Return a text without case, accents, compatibility forms and invisible characters."""
    if text.isascii():
        return text.lower()
    return fold_letters(unicodedata.normalize("NFKC", text).lower())


def fold_letters(text: str) -> str:
    """Return a text in Unicode NFKC without its accents, case kept."""
    plain = _LETTER.sub(_spell, text)
    return unicodedata.normalize("NFC", _ACCENT.sub("", unicodedata.normalize("NFD", plain)))


def _spell(match: re.Match[str]) -> str:
    """Return the replacement of a letter; that of "Æ" is "Ae" before a small letter."""
    letters = LETTERS[match[0]]
    small = letters.isupper() and match.string[match.end() : match.end() + 1].islower()
    return letters.capitalize() if small else letters


def fold_label(text: str) -> str:
    """Return a label as it is compared: folded, without quotation marks, hyphens and spaces made single spaces."""
    if _PLAIN.fullmatch(text):
        return " ".join(text.lower().split())
    plain = _LEFT_OUT.sub("", _APOSTROPHE.sub("'", text))
    return _BETWEEN.sub(" ", fold(_BETWEEN.sub(" ", plain))).strip()


def spaced_pattern(words: str) -> str:
    """Return a regular expression for words with any white space between them; empty where there are none."""
    return r"\s+".join(map(re.escape, words.split()))


def fold_except(text: str, letters: str) -> str:
    """Return a text folded, except that some letters keep their accents.

    Args:
        text: Any text.
        letters: The letters to keep, as small letters in NFC: "äöü" for German.
    """
    lowered = unicodedata.normalize("NFC", unicodedata.normalize("NFKC", text).lower())
    if not letters:
        return fold_letters(lowered)
    return "".join(
        _fold_cluster(match[0], letters) for match in _CLUSTER.finditer(unicodedata.normalize("NFD", lowered))
    )


def _fold_cluster(cluster: str, letters: str) -> str:
    """Return a letter with its marks folded, except the marks that make it one of `letters`."""
    base, marks = cluster[0], ""
    for mark in cluster[1:]:
        composed = unicodedata.normalize("NFC", base + mark)
        if composed in letters:
            base = composed
        else:
            marks += mark
    return base if base in letters else fold_letters(base + marks)
