"""A person's names taken apart, and put together again in the ways texts write them.

1. What a short label names is the family name; the rest of a full label is the given name.
2. Without a short label, a family name before a hyphened given name is East Asian ("Kim Jong-un"); otherwise the family
   name comes last ("Chung-in Moon", "Robert S. McNamara").
3. A name of two syllables besides the family name is written hyphened, joined or apart, in either order.
4. A Western name is also written in other shapes: see `name_shapes`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from build_tools.linking.languages.label_forms import write_given_names
from build_tools.linking.names.name_shapes import write_shapes
from build_tools.linking.names.romanisation import is_family, is_syllabic
from build_tools.linking.word_lists import (
    PARTICLES,
    TITLES,
    TITLES_OF_MEN,
    TITLES_OF_WOMEN,
    names_of_men,
    names_of_women,
)
from build_tools.model import Entry
from build_tools.text.folding import fold
from build_tools.text.normalising import normalise_label

SUFFIXES = ("Jr.", "Sr.", "Jr", "Sr", "II", "III", "IV")
"""What may follow a name and is no part of it."""

_TITLES_OF_BOTH = TITLES - TITLES_OF_MEN - TITLES_OF_WOMEN
_JOINING = ("y", "e", "i", "und")
_SHORTEST_PART = 5  # letters of the first part of a surname
_SYLLABLES_OF_GIVEN_NAME = 2  # of nearly all Korean and many Chinese ones


@dataclass(frozen=True, slots=True)
class Person:
    """The parts of a person's names.

    Attributes:
        families: The family names.
        givens: For each full label, in order, its given names in lower case.
        syllabic: The East Asian given names, as they are listed; empty for a Western person.
        is_woman: Whether the first given names are those of women only (true) or of men only (false); else None.
        has_other_title: Whether every full label has a title that women and men bear, as "Dr. Irvin".
    """

    families: frozenset[str]
    givens: tuple[tuple[str, ...], ...]
    syllabic: tuple[str, ...]
    is_woman: bool | None = None
    has_other_title: bool = False


def person_of(entry: Entry) -> Person:
    """Return the parts of the names of a person's entry."""
    shorts = tuple(label.text for label in (*entry.short_labels, *entry.shared_labels))
    families, givens, syllabic, titles = set(shorts), [], [], []
    for name in _cased_names(entry):
        family, given = split_name(name, shorts)
        if not family:
            continue
        families.add(family)
        titles.append(not _TITLES_OF_BOTH.isdisjoint(part.lower().rstrip(".") for part in given.split()))
        if not _is_latin(name):
            givens += [names for names in write_given_names(name) if names not in givens]
            continue
        parts = tuple(
            part.lower().rstrip(".")
            for part in given.replace("-", " - ").split()
            if part != "-" and part.lower() not in TITLES
        )
        if parts and parts not in givens:
            givens.append(parts)
        if is_syllabic(given) and given not in syllabic and (is_family(family) or "-" in given):
            syllabic.append(given)
    is_woman = None if syllabic else _is_woman(givens)
    return Person(
        frozenset(families), tuple(givens), tuple(syllabic), is_woman, not syllabic and bool(titles) and all(titles)
    )


def _is_woman(givens: Iterable[tuple[str, ...]]) -> bool | None:
    """Return whether given names are a woman's; None where that is not certain."""
    firsts = {fold(parts[0]) for parts in givens if len(parts[0]) > 1}
    women, men = firsts & names_of_women(), firsts & names_of_men()
    return bool(women - men) if bool(women - men) != bool(men - women) else None


def split_name(name: str, shorts: tuple[str, ...] = ()) -> tuple[str, str]:
    """Return the family name of a full name and the rest of it; ("", name) where it has only one part.

    `shorts` are the short labels of the entry, which are family names.
    """
    head = name.partition(",")[0].strip()
    words = head.split()
    while len(words) > 1 and words[-1] in SUFFIXES:
        words.pop()
    head = " ".join(words)
    for short in shorts:
        if head.endswith(" " + short):
            return short, head[: -len(short) - 1]
        if head.startswith(short + " "):
            return short, head[len(short) + 1 :]
    if len(words) == 1:
        return "", head
    hyphened = "-" in words[1] and words[1].split("-")[-1][:1].islower()
    if is_family(words[0]) and is_syllabic(" ".join(words[1:])) and (hyphened or not is_family(words[-1])):
        return words[0], " ".join(words[1:])
    return words[-1], " ".join(words[:-1])


def write_names(entry: Entry) -> Iterator[tuple[str, str]]:
    """Yield other forms of a person's full names, each with how it was made, in words."""
    shorts = tuple(label.text for label in (*entry.short_labels, *entry.shared_labels))
    for name in filter(_is_latin, _cased_names(entry)):
        family, given = split_name(name, shorts)
        if not family or not given:
            continue
        if is_syllabic(given) and (is_family(family) or "-" in given):
            for spelling in _syllable_spellings(given):
                yield f"{family} {spelling}", "other spelling"
                yield f"{spelling} {family}", "other order"
        else:
            yield from write_shapes(family, given)


def first_parts(families: Iterable[str]) -> Iterator[str]:
    """Yield the first parts of surnames that small words divide: "d'Ormeuil" of "d'Ormeuil de Laval"."""
    for family in sorted(families):
        words = family.split(" ")
        joined = [index for index, word in enumerate(words[1:-1], 1) if word in PARTICLES or word in _JOINING]
        first = " ".join(words[: joined[0]]) if joined else ""
        if len(first) >= _SHORTEST_PART and words[0] not in PARTICLES:
            yield first


def _cased_names(entry: Entry) -> Iterator[str]:
    """Yield the full names in a script with capitals, which mark given names."""
    for text in (entry.name, *(label.text for label in (*entry.alt_labels, *entry.hidden_labels))):
        if text[:1].isupper() or _is_latin(text):
            yield text


def _is_latin(text: str) -> bool:
    return text[:1].isalpha() and normalise_label(text[:1]).isascii()


def _syllable_spellings(given: str) -> Iterator[str]:
    for text in {given: None, given.replace("'", "").replace("\u2019", ""): None}:
        parts = text.replace("-", " ").split()
        yield text
        if len(parts) == _SYLLABLES_OF_GIVEN_NAME:
            first, second = parts
            yield f"{first} {second.lower()}"
            yield f"{first} {second.capitalize()}"
            yield f"{first}{second.lower()}"
