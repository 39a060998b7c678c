"""Words that editors type in the place of those that a field takes, and what they mean by them."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from functools import cache

from build_tools.model.hints import most_similar
from build_tools.text.folding import fold_label
from build_tools.text.word_files import read_sections

_CLOSE = 0.85
"""How similar to a word of the tables a misspelt one is."""

_SHORT = 2  # letters of a code of ISO 639-1

_LICENCE = re.compile(r"cc by(?P<terms>(?: (?:nc|nd|sa))*)(?: (?P<version>[1-4]\.\d))?(?: .*)?")
_TAG = re.compile(r"(?P<language>[A-Za-z]{2,3})(?:[-_](?P<script>[A-Za-z]{4}))?(?:[-_](?P<region>[A-Za-z]{2}|\d{3}))?")


def meant_word(table: str, typed: str, choices: Collection[str] = ()) -> str | None:
    """Return the word that is meant by one that was typed: by its meaning, then by its spelling; None if none is.

    Args:
        table: The section of the table: "genre", "kind", "creator", "publish", "rights" or "language"; or "".
        typed: What was typed.
        choices: The words that the field takes.
    """
    words = _table(table)
    asked = _plain(typed)
    if found := words.get(asked) or words.get(asked.removesuffix("s")):
        return found
    by_choice = {_plain(choice): choice for choice in choices}
    if asked in by_choice:
        return by_choice[asked]
    if similar := most_similar(typed, choices, _CLOSE):
        return similar
    if similar := most_similar(asked, words.keys(), _CLOSE):
        return words[similar]
    return most_similar(typed, choices)


def meant_rights(typed: str) -> str | None:
    """Return the URI of the statement or licence that is meant by words such as "CC BY" or "public domain"."""
    licence = _LICENCE.fullmatch(_plain(typed).removeprefix("creative commons ").replace("attribution", "cc by"))
    if licence:
        terms = "-".join(("by", *sorted(licence["terms"].split(), key=("nc", "nd", "sa").index)))
        return f"https://creativecommons.org/licenses/{terms}/{licence['version'] or '4.0'}/"
    return meant_word("rights", typed)


def meant_language(typed: str) -> str | None:
    """Return the tag of a language given by its name, by another code or in other letter case."""
    if tag := _table("language").get(_plain(typed)) or _tags_by_name().get(_plain(typed)):
        return tag
    parts = _TAG.fullmatch(typed.strip())
    if parts and parts["language"].lower() in names_of_languages("en"):
        script, region = (parts["script"] or "").capitalize(), (parts["region"] or "").upper()
        return "-".join(filter(None, (parts["language"].lower(), script, region)))
    similar = most_similar(_plain(typed), _tags_by_name().keys(), _CLOSE)
    return _tags_by_name()[similar] if similar else None


def is_known_language(tag: str) -> bool:
    """Return whether the language of a tag exists, as far as a code of two letters tells."""
    code = tag.partition("-")[0]
    return len(code) != _SHORT or code not in _table("language") or code in names_of_languages("en")


@cache
def names_of_languages(locale: str) -> Mapping[str, str]:
    """Return the names of languages by their tags, as CLDR has them, without varieties of a country or script.

    Args:
        locale: The language in which they are named (BCP 47).
    """
    from babel import Locale  # noqa: PLC0415 - most files need no table of CLDR

    return {tag: name for tag, name in Locale(locale).languages.items() if "_" not in tag}


def _plain(typed: str) -> str:
    return " ".join(fold_label(typed).replace("_", " ").split())


@cache
def _table(section: str) -> Mapping[str, str]:
    lines = read_sections("build_tools.corpus.front_matter.data", "typed_words.txt").get(section, ())
    pairs = (line.rpartition(": ")[::2] for line in lines)
    return {_plain(word): meant for meant, words in pairs for word in words.split(",")}


@cache
def _tags_by_name() -> Mapping[str, str]:
    """Return the tags of languages by their names, in English and in the languages of a few million readers."""
    names: dict[str, str] = {}
    for locale in ("en", "fr", "de", "es", "ru", "ko", "zh"):
        for tag, name in names_of_languages(locale).items():
            names.setdefault(_plain(name), tag)
    return names
