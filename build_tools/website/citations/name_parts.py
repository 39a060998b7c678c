"""Divide a name as it is written into family name, given names, small words and suffix, as its language does.

1. What stands before a comma is the family name, unless suffixes alone follow. Courtesy and degrees are left out.
2. The family name comes first in Korean, Chinese, Vietnamese and Hungarian names, in names of Han, Kana or Hangul with
   a space, and before a Russian patronymic. Where a name can be read both ways, the language of the text decides.
3. A Spanish name ends with two family names, unless the first of them is a given name; "y" joins two in any language.
4. In all others the last word is the family name, with the small words before it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from build_tools.linking.names.romanisation import is_family, is_syllabic
from build_tools.linking.word_lists import PARTICLES, is_given_name
from build_tools.text.scripts import is_east_asian
from build_tools.text.word_files import read_sections, split_words

_WORDS = {
    section: split_words(lines)
    for section, lines in read_sections("build_tools.website.citations.data", "name_words.txt").items()
}
_HYPHENED_GIVEN = re.compile(r"\w+-[a-z]\w*$")
_INITIAL = "(?:[zcs]h|[bpmfdtnlgkhjqxrzcsyw])"
_FINAL = "(?:[iu]?ang?|[iu]?ai|i?ao|[iu]?eng?|[eu]i|[iu]e|er|i?ong|i?ou?|uo|ing?|un|iu|[iuüae])"
_PINYIN = re.compile(f"{_INITIAL}?{_FINAL}(?:'?{_INITIAL}{_FINAL})?")
_PATRONYMIC = re.compile(r"(?:о|е)вич|ьич|(?:о|е)вна|ична|[oe]vich|[oe]vna|ichna")
_JOINING = ("y", "i")
_LEADING = frozenset({"st.", "saint", "ó", "ní", "mac", "ben", "bat", "ould", "'t", "’t"}) | PARTICLES
_SPANISH = ("es", "ca", "gl", "eu")
_MOST_SYLLABLES = 3


@dataclass(frozen=True, slots=True)
class NameParts:
    """The parts of a person's name; `is_own_order` where it stands with the family name first and without a comma."""

    family: str
    given: str = ""
    particle: str = ""
    suffix: str = ""
    is_own_order: bool = False


def names_body(name: str) -> bool:
    """Return whether a name is an organisation's by its words: "Coast Agency", "The Editorial Board"."""
    words = name.casefold().split()
    return len(words) > 1 and (
        words[0] == "the"
        or words[-1] in _WORDS["body last"]
        or words[0] in _WORDS["body first"]
        or not {"of", "&"}.isdisjoint(words[1:-1])
    )


@lru_cache(maxsize=4_096)  # texts share authors
def divide_name(name: str, language: str = "", family: str | None = None) -> NameParts:
    """Divide a person's name.

    Args:
        name: The name as it is written.
        language: The main language of the text, a BCP 47 tag.
        family: The part of it that is the family name, if an editor gives it.
    """
    parts, suffix = _without_titles([part.split() for part in name.split(",")])
    if family:
        divided = _around(" ".join(" ".join(part) for part in parts), family)
    elif len(parts) > 1:
        divided = _given_behind(" ".join(parts[0]), [word for part in parts[1:] for word in part])
    else:
        divided = _divide_words(parts[0] if parts else [], language.partition("-")[0])
    return replace(divided, suffix=suffix)


def _without_titles(parts: list[list[str]]) -> tuple[list[list[str]], str]:
    """Return the parts of a name between commas without courtesy and degrees, and the suffix."""
    suffix = ""
    parts = [part for part in parts if part]
    while len(parts) > 1 or (parts and len(parts[-1]) > 1):
        last = parts[-1][-1]
        if last.casefold() in _WORDS["suffixes"] and (last[0] in "JjSs" or last.isupper()):
            suffix = last
        elif last.casefold() not in _WORDS["degrees"] or last == last.capitalize():
            break
        parts = [*parts[:-1], *([parts[-1][:-1]] if len(parts[-1]) > 1 else [])]
    while parts and len(parts[0]) > 2 and parts[0][0].casefold() in _WORDS["courtesy"]:  # noqa: PLR2004 - a whole name
        parts[0] = parts[0][1:]
    return parts, suffix


def _around(name: str, family: str) -> NameParts:
    before, _, after = name.partition(family)
    return NameParts(family, " ".join(f"{before} {after}".split()), is_own_order=bool(after.strip()) and not before)


def _given_behind(family: str, words: list[str]) -> NameParts:
    """Return a name written with a comma; small words at its end belong to the family name: "Gogh, Vincent van"."""
    end = len(words)
    while end > 1 and words[end - 1] in PARTICLES:
        end -= 1
    return NameParts(family, " ".join(words[:end]), " ".join(words[end:]))


def _divide_words(words: Sequence[str], language: str) -> NameParts:
    if len(words) <= 1:
        return NameParts(" ".join(words))
    if _is_family_first(words, language):
        return NameParts(words[0], " ".join(words[1:]), is_own_order=True)
    start = _family_start(words, language)
    small = start
    while small < len(words) - 1 and words[small] in PARTICLES:
        small += 1
    return NameParts(" ".join(words[small:]), " ".join(words[:start]), " ".join(words[start:small]))


def _is_family_first(words: Sequence[str], language: str) -> bool:
    first, last, rest = words[0], words[-1], words[1:]
    if all(is_east_asian(letter) for word in words for letter in word):
        return len(words) == 2 and len(first) <= 2  # noqa: PLR2004 - a family name, a given name
    if _HYPHENED_GIVEN.match(last) and not is_family(last):
        return True
    if len(words) == _MOST_SYLLABLES and _PATRONYMIC.search(last.casefold()[-5:]):
        return True
    if is_family(first) or first.casefold() in _WORDS["chinese families"]:
        is_asian = "-" in last or (len(rest) == 1 and bool(_PINYIN.fullmatch(last.casefold())))
        is_asian = is_asian or (len(words) == _MOST_SYLLABLES and is_syllabic(" ".join(rest)))
        if is_asian and not is_given_name(rest[0]):
            return len(rest) > 1 or not is_family(last) or language in {"zh", "ko"}
    if first.casefold() in _WORDS["vietnamese families"] and last.casefold() not in _WORDS["vietnamese families"]:
        return language == "vi" or len(words) >= _MOST_SYLLABLES
    return _is_hungarian(first.casefold(), last.casefold(), language)


def _is_hungarian(first: str, last: str, language: str) -> bool:
    given = _WORDS["hungarian given names"]
    if first in given:
        return False
    return last in given if language == "hu" else last in given and not last.isascii() and not is_given_name(first)


def _family_start(words: Sequence[str], language: str) -> int:
    """Return where the family name of a name in Western order begins, small words included."""
    start = _before_particles(words, len(words) - 1)
    if start > 2 and words[start - 1] in _JOINING:  # noqa: PLR2004 - "y" between two names, and a given name before
        return _before_particles(words, start - 2)
    before = words[start - 1] if start > 1 else ""
    if before and not before.endswith(".") and _has_two_families(words[0], before, language):
        return _before_particles(words, start - 1)
    return start


def _before_particles(words: Sequence[str], start: int) -> int:
    while start > 1 and words[start - 1].casefold() in _LEADING:
        start -= 1
    return start


def _has_two_families(first: str, before_last: str, language: str) -> bool:
    given = _WORDS["spanish given names"]
    if len(before_last) == 1 or before_last.casefold() in given or is_given_name(before_last):
        return False
    if language in _SPANISH:
        return True
    return first.casefold() in given and (
        before_last.casefold() in _WORDS["spanish families"] or not f"{first}{before_last}".isascii()
    )
