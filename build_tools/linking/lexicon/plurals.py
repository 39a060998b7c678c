"""Plural and singular of an English label. Those of other languages are data: see `linking.languages`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from build_tools.model.entry_kinds import COMMON_NOUN_KINDS

_ABBREVIATION = re.compile(r"[A-Z]{2,}")
_LETTERS = re.compile(r"[A-Za-z]+")
_SHORTEST_STEM = 3  # shorter words are not taken for plurals


def vary_number(text: str, kind: str, language: str) -> Iterator[str]:
    """Yield the label in the other number, in each way that the language may form it.

    `language` is a tag (BCP 47), or "" for English; `kind` is the kind of the entry.
    """
    if language.partition("-")[0] in ("", "en", "und"):
        yield from _english_phrase(text, kind)


def _english_phrase(text: str, kind: str) -> Iterator[str]:
    head, space, last = text.rpartition(" ")
    # A name in capitals and small letters has no plural of its own: "the Kims" are not one Kim.
    if _ABBREVIATION.fullmatch(last) or (kind in COMMON_NOUN_KINDS and _LETTERS.fullmatch(last)):
        for number in _english(last) if kind in COMMON_NOUN_KINDS else _english_plural(last):
            yield head + space + number
    if " of " in text and kind in COMMON_NOUN_KINDS and kind != "event":
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
