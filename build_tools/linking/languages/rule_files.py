"""Read the rules of a language from its file in data/.

A section `[noun m]` holds lines such as `ец = --ца --цу --цем --це | --цы --цев`. On the left are endings, separated by
spaces, as regular expressions; the longest that ends a word counts. On the right are the forms of such a word: by case,
in an order that all sections of a file keep, those of the plural behind the bar. `+ом` adds letters, `-ы` takes one
letter away before, `--ца` two; `.` is the word as it is, a slash separates forms that are both in use, and `¨` before a
form changes the last vowel to its umlaut.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache

from build_tools.text.word_files import list_files, read_sections, split_words

_DATA = "build_tools.linking.languages.data"
_ENDINGS = re.compile(r"(?:noun|adjective|name|surname)(?: m| f| n| pl)?|common|plural|singular")
_UMLAUTS = {"a": "ä", "o": "ö", "u": "ü", "A": "Ä", "O": "Ö", "U": "Ü"}
_LAST_VOWEL = re.compile(r"(?:[aA](?=u)|[aouAOU])(?=[^aeiouäöüAEIOU]*$|u[^aeiouäöü]*$)")

Columns = tuple[tuple[str, ...], ...]
"""The forms of a word: for each case, all that are in use."""


@dataclass(frozen=True, slots=True)
class WordForms:
    """The forms of a word by case, in the number of the label and in the plural."""

    same_number: Columns
    plural: Columns


class EndingTable:
    """The endings of one section, and the forms that words with them have."""

    def __init__(self, lines: Sequence[str]) -> None:
        """Compile the lines of a section."""
        self._changes = [_read_changes(line.rpartition(" = ")[2]) for line in lines]
        endings = ("|".join(line.rpartition(" = ")[0].split()) for line in lines)
        self._pattern = re.compile(f"(?:{'|'.join(f'({ending})' for ending in endings)})$") if lines else None

    def ending_of(self, word: str) -> int:
        """Return the length of the longest ending of a word; -1 where it has none of them."""
        found = self._search(word)
        return -1 if found is None else len(word) - found.start()

    def inflect(self, word: str) -> WordForms | None:
        """Return the forms of a word, or None where it has none of the endings."""
        found = self._search(word)
        if found is None:
            return None
        same, plural = self._changes[(found.lastindex or 1) - 1]
        return WordForms(_apply(word, same), _apply(word, plural))

    def _search(self, word: str) -> re.Match[str] | None:
        return self._pattern.search(word.replace("ё", "е")) if self._pattern else None


@dataclass(frozen=True)
class LanguageRules:
    """The rules of a language.

    Attributes:
        language: The first part of its tag (BCP 47); empty where there is no file.
        sections: The lines of each section.
        tables: The sections of endings, by name: "noun m", "adjective f", "surname m".
    """

    language: str
    sections: Mapping[str, tuple[str, ...]]
    tables: Mapping[str, EndingTable]
    _words: dict[str, frozenset[str]] = field(default_factory=dict, compare=False, repr=False)
    _tables: dict[str, Mapping[str, EndingTable]] = field(default_factory=dict, compare=False, repr=False)

    def lines(self, section: str) -> tuple[str, ...]:
        """Return the lines of a section; none where the file lacks it."""
        return self.sections.get(section, ())

    def has(self, section: str, line: str) -> bool:
        """Return whether a section holds a line."""
        return line in self.lines(section)

    def words(self, section: str) -> frozenset[str]:
        """Return the words of a section; none where the file lacks it."""
        if section not in self._words:
            self._words[section] = split_words(self.lines(section))
        return self._words[section]

    def tables_of(self, part: str) -> Mapping[str, EndingTable]:
        """Return the tables of a part of speech by gender: of "noun", the sections "noun m", "noun f" and so on."""
        if part not in self._tables:
            self._tables[part] = {
                name.partition(" ")[2]: table for name, table in self.tables.items() if name.split()[0] == part
            }
        return self._tables[part]


@cache
def rules_of(language: str) -> LanguageRules:
    """Return the rules of a language (BCP 47); without any where it has no file."""
    tag = language.partition("-")[0].lower()
    if f"{tag}.txt" not in list_files(_DATA):
        return LanguageRules("", {}, {})
    sections = read_sections(_DATA, f"{tag}.txt")
    tables = {name: EndingTable(lines) for name, lines in sections.items() if _ENDINGS.fullmatch(name)}
    return LanguageRules(tag, sections, tables)


@cache
def languages_with_rules() -> tuple[str, ...]:
    """Return the languages that have a file."""
    return tuple(name.removesuffix(".txt") for name in list_files(_DATA))


@cache
def words_of_all_languages(section: str) -> frozenset[str]:
    """Return the words that a section holds in the file of any language."""
    files = (read_sections(_DATA, name) for name in list_files(_DATA))
    return split_words(line for sections in files for line in sections.get(section, ()))


@cache
def languages_of_words(section: str) -> Mapping[str, tuple[str, ...]]:
    """Return the words that a section holds in the file of any language, each with the languages that have it."""
    found: dict[str, tuple[str, ...]] = {}
    for name in list_files(_DATA):
        for word in split_words(read_sections(_DATA, name).get(section, ())):
            found[word] = (*found.get(word, ()), name.removesuffix(".txt"))
    return found


_Change = tuple[bool, int, str]
"""Whether the vowel changes, how many letters go, and which come."""
_Changes = tuple[tuple[_Change, ...], ...]


def _read_changes(text: str) -> tuple[_Changes, _Changes]:
    same, _, plural = text.partition("|")
    return _read_columns(same), _read_columns(plural)


def _read_columns(text: str) -> _Changes:
    return tuple(tuple(map(_read_change, column.split("/"))) for column in text.split())


def _read_change(text: str) -> _Change:
    umlaut, rest = text.startswith("¨"), text.removeprefix("¨")
    dropped = len(rest) - len(rest.lstrip("-"))
    return umlaut, dropped, rest.lstrip("-").removeprefix("+").removeprefix(".")


def _apply(word: str, changes: _Changes) -> Columns:
    return tuple(tuple(_change(word, change) for change in column) for column in changes)


def _change(word: str, change: _Change) -> str:
    umlaut, dropped, added = change
    stem = word[: len(word) - dropped]
    if umlaut:
        stem = _LAST_VOWEL.sub(lambda vowel: _UMLAUTS[vowel[0]], stem)
    return stem + added
