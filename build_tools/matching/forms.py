"""The shapes in which a label may stand in a text: plural and singular, dotted, with an article, joined."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from build_tools.folding import HYPHENS, fold_label
from build_tools.model import Label

_ARTICLE = re.compile(r"the\s+(?=\S)", re.IGNORECASE)
_ABBREVIATION = re.compile(r"[A-Z]{2,4}")
_UNIT = re.compile(r"(?<=\d)\s+(?=[a-zA-Z])")
_BLANKS = re.compile(rf"[\s{re.escape(HYPHENS)}]+")
_ROMANCE = ("fr", "es", "it", "pt", "ca", "ro")
_UNCHANGED = frozenset(
    ("de", "la", "le", "les", "des", "du", "el", "los", "las", "del", "y", "et", "no", "non", "en", "a", "au", "aux")
)
_SHORT = 3  # shorter words are not taken for plurals


@dataclass(frozen=True, slots=True)
class Form:
    """One shape of a label: `key` folded for look-up, `capitals` the positions in it that must be upper case.

    `article` says that "the" must stand before it in the text; it is not part of the mention.
    """

    key: str
    capitals: tuple[int, ...]
    article: bool


def write_forms(label: Label, kind: str) -> Iterator[Form]:
    """Every shape of a label, the label itself first."""
    text = label.text
    article = _ARTICLE.match(text)
    if article:
        text = text[article.end() :]
    language = label.lang.partition("-")[0]
    shapes = {text: None}
    for shape in (text, *_UNIT.sub("", text).splitlines(), *_dotted(text)):
        shapes.setdefault(shape)
        for variant in _numbers(shape, kind, language):
            shapes.setdefault(variant)
    for shape in shapes:
        if form := _form(shape, article=article is not None):
            yield form


def _form(shape: str, *, article: bool) -> Form | None:
    spaced = _BLANKS.sub(" ", shape).strip()
    key = fold_label(spaced)
    if not key:
        return None
    bare = spaced if len(spaced) == len(key) else key
    return Form(key, tuple(at for at, character in enumerate(bare) if character.isupper()), article)


def _dotted(text: str) -> Iterator[str]:
    if _ABBREVIATION.fullmatch(text):
        yield "".join(f"{letter}." for letter in text)


def _numbers(text: str, kind: str, language: str) -> Iterator[str]:
    """Plural and singular: of the last word in English, of every word in Romance languages."""
    head, blank, last = text.rpartition(" ")
    if language in ("", "en"):
        if _ABBREVIATION.fullmatch(last) or (last.isalpha() and last.isascii()):
            plain = kind in ("concept", "agreement", "event")
            for number in _english(last) if plain else _english_plural(last):
                yield head + blank + number
        if " of " in text:
            first, rest = text.split(" of ", 1)
            yield from (f"{number} of {rest}" for number in _english(first) if kind in ("concept", "agreement"))
    elif language in _ROMANCE and kind in ("concept", "agreement", "event"):
        words = text.split(" ")
        yield " ".join(word if word.lower() in _UNCHANGED else _romance_plural(word) for word in words)
        yield " ".join(word if word.lower() in _UNCHANGED else _romance_singular(word) for word in words)


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
    elif word:
        yield word + "s"


def _romance_plural(word: str) -> str:
    if word.endswith(("s", "x", "z")):
        return word
    return word + ("s" if word[-1:] in "aeiouáéíóúàèâêîôûëïüy" or word[-1:] not in "lrndj" else _consonant_plural(word))


def _consonant_plural(word: str) -> str:
    return "es" if word.endswith(("l", "r", "n", "d", "j")) and not word.endswith(("al", "ent", "ant")) else "s"


def _romance_singular(word: str) -> str:
    return word[:-1] if word.endswith("s") and len(word) > _SHORT else word
