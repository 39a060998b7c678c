"""Write the forms that a label has by the rules of its language.

1. Cases, and plurals of common nouns: see `declension`.
2. Plurals where each word takes its own: all words, or those before the first that stays ("accords de pêche").
3. The first word of a name in small letters, where it says what the thing is: "río Bravel", "ministero dei Fari".
4. Other spellings, as regular expressions: "للقلعة" for "القلعة" behind a preposition.
5. Names of persons: initials before or after the family name, the family name first, a name without its patronymic or
   without the second family name.
6. Words written together that the label divides, where a language leaves that open: "한러교역협정".
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import product

from build_tools.linking.languages.declension import decline_person, decline_phrase, has_patronymic, is_woman
from build_tools.linking.languages.label_language import language_of_label
from build_tools.linking.languages.rule_files import LanguageRules, rules_of
from build_tools.model.entry_kinds import COMMON_NOUN_KINDS

_MOST_SPACES = 3  # labels with more are written together as a whole or not at all
_WITH_PATRONYMIC = 3  # words: given name, patronymic, family name

CASE_ENDING = "case ending"
"""How a form was made that is a label in another case."""

Variant = tuple[str, str]
"""A form, and how it was made, in words."""


def write_variants(text: str, kind: str, language: str, *, full_name: str = "") -> Iterator[Variant]:
    """Yield the forms of a label by the rules of its language, without the label itself.

    Args:
        text: The label, without an article.
        kind: The kind of its entry.
        language: The language of the label (BCP 47).
        full_name: A person's full name, which tells the gender of a family name alone.
    """
    rules = rules_of(language)
    if not rules.language:
        return
    barred = rules.words("no forms")
    variants = _variants_of_person(text, rules, full_name) if kind == "person" else _variants_of_name(text, kind, rules)
    yield from (variant for variant in variants if variant[0].lower() not in barred)
    sections = ("other spellings", *(["other spellings of common nouns"] if kind in COMMON_NOUN_KINDS else []))
    for spelled in (*_respelled(text, rules, sections), *_closed_up(text, rules)):
        yield spelled, "other spelling"


def write_given_names(full_name: str) -> Iterator[tuple[str, ...]]:
    """Yield the given names of a person in a script other than Latin, in all cases, in small letters."""
    words = full_name.split(" ")
    rules = rules_of(language_of_label(full_name, "", {}))
    for names in ((*words,), *decline_person(words, rules, woman=is_woman(words, rules))):
        if len(names) > 1:
            yield tuple(name.lower().replace("ё", "е").rstrip(".") for name in names[:-1])


def _variants_of_name(text: str, kind: str, rules: LanguageRules) -> Iterator[Variant]:
    is_common = kind in COMMON_NOUN_KINDS
    for shape in dict.fromkeys((text, _with_small_head(text, rules))):
        if shape != text:
            yield shape, "small first letter"
        words = shape.split(" ")
        yield from ((form, CASE_ENDING) for form in decline_phrase(words, rules, common=is_common))
        if is_common:
            yield from ((form, "plural or singular") for form in _in_other_number(words, rules))


def _with_small_head(text: str, rules: LanguageRules) -> str:
    """Return a name of several words with a small first letter, if that word says what the thing is."""
    head, space, _ = text.partition(" ")
    return text[0].lower() + text[1:] if space and head.lower() in rules.words("heads") else text


def _in_other_number(words: Sequence[str], rules: LanguageRules) -> Iterator[str]:
    """Yield a label in the plural, and in the singular if it is one."""
    small = rules.words("small words")
    behind = next((index for index, word in enumerate(words) if word.lower() in small), len(words))
    for section in ("plural", "singular"):
        table = rules.tables.get(section)
        if table is None:
            continue
        inflected = [None if word.lower() in small else table.inflect(word) for word in words]
        options = [
            (word,) if forms is None else tuple(form for column in forms.same_number for form in column)
            for word, forms in zip(words, inflected, strict=True)
        ]
        for changed in sorted({behind, len(words)}):
            kept = [(word,) for word in words[changed:]]
            yield from map(" ".join, product(*options[:changed], *kept))


def _respelled(text: str, rules: LanguageRules, sections: Iterable[str]) -> Iterator[str]:
    """Yield a label as lines of the file spell it otherwise: `^ال = لل`."""
    for pattern, replacements in (change for section in sections for change in _read_changes(rules.lines(section))):
        if pattern.search(text):
            yield from (pattern.sub(replacement, text) for replacement in replacements)


@lru_cache(maxsize=200)
def _read_changes(lines: tuple[str, ...]) -> Sequence[tuple[re.Pattern[str], Sequence[str]]]:
    """Return the regular expressions of the lines of a section, each with what may stand for what it finds."""
    parts = (line.rpartition(" =") for line in lines)
    return [(re.compile(pattern.strip()), replacements.strip().split("/")) for pattern, _, replacements in parts]


def _closed_up(text: str, rules: LanguageRules) -> Iterator[str]:
    """Yield a label with some or all of its words written together, where a language leaves that open."""
    words = text.split(" ")
    if len(words) == 1 or not rules.has("order", "spaces may be left out"):
        return
    gaps = len(words) - 1
    for between in product(("", " "), repeat=gaps) if gaps <= _MOST_SPACES else [("",) * gaps]:
        if "" in between:
            yield words[0] + "".join(map("".join, zip(between, words[1:], strict=True)))


def _variants_of_person(text: str, rules: LanguageRules, full_name: str) -> Iterator[Variant]:
    words = text.split(" ")
    woman = is_woman((full_name or text).split(" "), rules)
    yield from ((" ".join(form), CASE_ENDING) for form in decline_person(words, rules, woman=woman))
    if rules.has("order", "two family names"):
        yield from ((name, "shorter name") for name in _with_one_family_name(words))
    if not rules.has("order", "initials on either side") or not 1 < len(words) <= _WITH_PATRONYMIC:
        return
    yield f"{words[-1]} {' '.join(words[:-1])}", "other order"
    if len(words) == _WITH_PATRONYMIC and not has_patronymic(words[1], rules):
        return
    for shape in ((*words,), *decline_person(words, rules, woman=woman)):
        yield from _shapes(shape)


def _shapes(words: Sequence[str]) -> Iterator[Variant]:
    """Yield a name with a patronymic or without one in the other shapes that it takes."""
    *givens, family = words
    if len(givens) > 1:
        yield f"{givens[0]} {family}", "shorter name"
    letters = [f"{given[0]}." for given in givens]
    for initials in dict.fromkeys((" ".join(letters), "".join(letters), letters[0])):
        yield f"{initials} {family}", "initials"
        yield f"{family} {initials}", "initials"


def _with_one_family_name(words: Sequence[str]) -> Iterator[str]:
    """Yield a name of given names and two family names with one of them, and the family names alone."""
    if len(words) > 2 and all(word[:1].isupper() for word in words):  # noqa: PLR2004  # more than a given and a family name
        *givens, first, second = words
        yield " ".join((*givens, first))
        yield f"{givens[0]} {first}"
        yield f"{givens[0]} {first} {second}"
        yield f"{first} {second}"
