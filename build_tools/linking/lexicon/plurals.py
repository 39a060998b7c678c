"""Plural and singular of a label: of the last word in English, of every word in Romance languages."""

from __future__ import annotations

import re
from collections.abc import Iterator

_ABBREVIATION = re.compile(r"[A-Z]{2,}")
_SPEAKING = re.compile(r"[A-Za-z]+")
_ROMANCE = ("fr", "es", "it", "pt", "ca", "ro")
_PLAIN = ("concept", "agreement", "event")
_UNCHANGED = frozenset(
    ("de", "la", "le", "les", "des", "du", "el", "los", "las", "del", "y", "et", "no", "non", "en", "a", "au", "aux")
)
_SHORT = 3  # shorter words are not taken for plurals


def vary_number(text: str, kind: str, language: str) -> Iterator[str]:
    """The label in the other number, in each way the language may form it."""
    if language in ("", "en"):
        yield from _english_phrase(text, kind)
    elif language in _ROMANCE and kind in _PLAIN:
        words = text.split(" ")
        yield " ".join(word if word.lower() in _UNCHANGED else _romance_plural(word) for word in words)
        yield " ".join(word if word.lower() in _UNCHANGED else _romance_singular(word) for word in words)


def _english_phrase(text: str, kind: str) -> Iterator[str]:
    head, blank, last = text.rpartition(" ")
    # A name in capitals and small letters has no plural of its own: "the Kims" are not one Kim.
    if _ABBREVIATION.fullmatch(last) or (kind in _PLAIN and _SPEAKING.fullmatch(last)):
        for number in _english(last) if kind in _PLAIN else _english_plural(last):
            yield head + blank + number
    if " of " in text and kind in ("concept", "agreement"):
        first, rest = text.split(" of ", 1)
        yield from (f"{number} of {rest}" for number in _english(first))


def _english(word: str) -> Iterator[str]:
    yield from _english_plural(word)
    low = word.lower()
    if low.endswith("ies") and len(word) > _SHORT + 1:
        yield word[:-3] + "y"
    elif low.endswith(("ches", "shes", "sses", "xes", "zes")):
        yield word[:-2]
    elif low.endswith("s") and not low.endswith(("ss", "us", "is")) and len(word) > _SHORT and not word.isupper():
        yield word[:-1]


def _english_plural(word: str) -> Iterator[str]:
    low = word.lower()
    if word.isupper() and len(word) > 1:
        yield word + "s"
    elif low.endswith(("s", "x", "z", "ch", "sh")):
        if not low.endswith("s") or low.endswith("ss"):
            yield word + "es"
    elif low.endswith("y") and low[-2:-1] not in "aeiou":
        yield word[:-1] + "ies"
    elif len(word) > 1:
        yield word + "s"


def _romance_plural(word: str) -> str:
    if word.endswith(("s", "x", "z")):
        return word
    return word + ("s" if word[-1:] in "aeiouáéíóúàèâêîôûëïüy" or word[-1:] not in "lrndj" else _consonant_plural(word))


def _consonant_plural(word: str) -> str:
    return "es" if word.endswith(("l", "r", "n", "d", "j")) and not word.endswith(("al", "ent", "ant")) else "s"


def _romance_singular(word: str) -> str:
    return word[:-1] if word.endswith("s") and len(word) > _SHORT else word


_CASES = {
    "ия": ("ии", "ию", "ией"),
    "а": ("ы", "и", "е", "у", "ой", "ою"),
    "я": ("и", "е", "ю", "ей"),
    "й": ("я", "ю", "ем", "е"),
    "ь": ("и", "я", "ю", "ем", "ью", "е"),
    "ый": ("ого", "ому", "ым", "ом"),
    "ий": ("ого", "его", "ому", "ему", "им", "ом"),
    "ая": ("ой", "ую"),
    "": ("а", "у", "ом", "ем", "е", "ы"),
}


def decline(text: str) -> Iterator[str]:
    """A Russian label in its other cases, by the commonest endings: every word that can changes its own."""
    words = text.split(" ")
    tables = [_endings(word) for word in words]
    for column in range(max(map(len, tables), default=0)):
        yield " ".join(
            table[min(column, len(table) - 1)] if table else word for word, table in zip(words, tables, strict=True)
        )
    if len(words) == 1:
        yield from tables[0]


def _endings(word: str) -> tuple[str, ...]:
    if len(word) <= _SHORT or not re.fullmatch("[а-яёА-ЯЁ-]+", word) or word[-1] in "оеиуыюэё" or word.isupper():
        return ()
    ending = max((one for one in _CASES if word.endswith(one)), key=len)
    stem = word[: len(word) - len(ending)]
    return tuple(stem + case for case in _CASES[ending])
