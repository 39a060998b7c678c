"""Plural and singular of a label: of the last word in English, of every word in Romance languages."""

from __future__ import annotations

import re
from collections.abc import Iterator

from build_tools.model.entry_kinds import COMMON_NOUN_KINDS

_ABBREVIATION = re.compile(r"[A-Z]{2,}")
_LETTERS = re.compile(r"[A-Za-z]+")
_ROMANCE = ("fr", "es", "it", "pt", "ca", "ro")
_UNCHANGED = frozenset(
    ("de", "la", "le", "les", "des", "du", "el", "los", "las", "del", "y", "et", "no", "non", "en", "a", "au", "aux")
)
_SHORTEST_STEM = 3  # shorter words are not taken for plurals


def vary_number(text: str, kind: str, language: str) -> Iterator[str]:
    """Yield the label in the other number, in each way that the language may form it.

    `language` is the first part of a language tag, or "" for English; `kind` is the kind of the entry.
    """
    if language in ("", "en"):
        yield from _english_phrase(text, kind)
    elif language in _ROMANCE and kind in COMMON_NOUN_KINDS:
        words = text.split(" ")
        yield " ".join(word if word.lower() in _UNCHANGED else _romance_plural(word) for word in words)
        yield " ".join(word if word.lower() in _UNCHANGED else _romance_singular(word) for word in words)


def _english_phrase(text: str, kind: str) -> Iterator[str]:
    head, space, last = text.rpartition(" ")
    # A name in capitals and small letters has no plural of its own: "the Kims" are not one Kim.
    if _ABBREVIATION.fullmatch(last) or (kind in COMMON_NOUN_KINDS and _LETTERS.fullmatch(last)):
        for number in _english(last) if kind in COMMON_NOUN_KINDS else _english_plural(last):
            yield head + space + number
    if " of " in text and kind in ("concept", "agreement"):
        first, rest = text.split(" of ", 1)
        yield from (f"{number} of {rest}" for number in _english(first))


def _english(word: str) -> Iterator[str]:
    yield from _english_plural(word)
    lower = word.lower()
    if lower.endswith("ies") and len(word) > _SHORTEST_STEM + 1:
        yield word[:-3] + "y"
    elif lower.endswith(("ches", "shes", "sses", "xes", "zes")):
        yield word[:-2]
    elif (
        lower.endswith("s")
        and not lower.endswith(("ss", "us", "is"))
        and len(word) > _SHORTEST_STEM
        and not word.isupper()
    ):
        yield word[:-1]


def _english_plural(word: str) -> Iterator[str]:
    lower = word.lower()
    if word.isupper() and len(word) > 1:
        yield word + "s"
    elif lower.endswith(("s", "x", "z", "ch", "sh")):
        if not lower.endswith("s") or lower.endswith("ss"):
            yield word + "es"
    elif lower.endswith("y") and lower[-2:-1] not in "aeiou":
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
    return word[:-1] if word.endswith("s") and len(word) > _SHORTEST_STEM else word


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
    """Yield a Russian label in its other cases, by the commonest endings; each word that declines takes its own."""
    words = text.split(" ")
    tables = [_endings(word) for word in words]
    for column in range(max(map(len, tables), default=0)):
        yield " ".join(
            table[min(column, len(table) - 1)] if table else word for word, table in zip(words, tables, strict=True)
        )
    if len(words) == 1:
        yield from tables[0]


def _endings(word: str) -> tuple[str, ...]:
    if (
        len(word) <= _SHORTEST_STEM
        or not re.fullmatch("[а-яёА-ЯЁ-]+", word)
        or word[-1] in "оеиуыюэё"
        or word.isupper()
    ):
        return ()
    ending = max((ending for ending in _CASES if word.endswith(ending)), key=len)
    stem = word[: len(word) - len(ending)]
    return tuple(stem + case for case in _CASES[ending])
