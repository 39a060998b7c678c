"""Recognise the last lines of a letter by their words: a closing, and the name of who wrote it."""

from __future__ import annotations

import re

from build_tools.segmentation.roles import line_classifiers
from build_tools.segmentation.roles.cue_words import all_phrases, any_phrase

_CLOSING = re.compile(rf"_?{any_phrase('closings')}(?![^\W_])", re.IGNORECASE)
_CLOSING_LETTERS = frozenset(phrase[0].lower() for phrase in all_phrases("closings"))
_SENTENCE = re.compile(r"[^\W\d_]{3}[.?!]\s")
_NAME_WORD = re.compile(r"[_(\"“]?[^\W\d_][\w.'’-]*[.,;)_\"”]*|&|\+")
_ELIDED = re.compile(r"[dl]['’]")  # "d'Ormeuil"
_MOST_NAME_WORDS = 7
_MOST_SMALL_WORDS = 2  # between a closing and the name on the same line: "Ihr ergebener Karl Resch"
_PARTICLES = frozenset(
    ["von", "van", "de", "der", "den", "du", "des", "la", "le", "da", "di", "del", "y", "zu", "zur", "and", "und", "et"]
)


def is_closing_line(text: str) -> bool:
    """Return whether a line closes a letter: "Yours faithfully,", "Mit freundlichen Grüßen"."""
    if text.lstrip("_")[:1].lower() not in _CLOSING_LETTERS or not _CLOSING.match(text):
        return False
    whole = text.rstrip(".")
    return not _SENTENCE.search(whole) and not whole.endswith(".")


def is_name(text: str) -> bool:
    """Return whether a line can be the name of a person: every word but particles has a capital."""
    words = text.split()
    if len(words) > _MOST_NAME_WORDS or text[-1] in ":;?!":
        return False
    names = [word for word in words if word.lower().strip(".,") not in _PARTICLES]
    return bool(names) and all(map(_is_name_word, names)) and not has_digit(text)


def is_name_below_closing(text: str) -> bool:
    """Return whether a line below a closing closes with a name: "Ihr ergebener Karl Resch", "deine Anna"."""
    closing = _CLOSING.match(text)
    if not closing or text.endswith((",", ":", "?", "!")):
        return False
    words = text[closing.end() :].split()
    while words and words[0].islower():
        words.pop(0)
    small = len(text[closing.end() :].split()) - len(words)
    return bool(words) and small <= _MOST_SMALL_WORDS and is_name(" ".join(words))


def has_digit(text: str) -> bool:
    """Return whether a text holds a figure."""
    return any(map(str.isdecimal, text))


def _is_name_word(word: str) -> bool:
    return (
        line_classifiers.begins_capital(_ELIDED.sub("", word.lstrip('_("“'))) and _NAME_WORD.fullmatch(word) is not None
    )
