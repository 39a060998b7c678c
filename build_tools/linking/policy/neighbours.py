"""The name before and after a family name: whose it is by the words next to it.

1. Initials and given names before a family name must fit the bearer's: "Tom Johnson" is not Lyndon B. Johnson.
   Of "Robert F. Kennedy" the first word counts; short forms (Bob) and near spellings (Dmitriy) fit.
2. A hyphened given name after a family name must fit as well, in any usual spelling: "Kim Il-sung" is not Kim Jong-un.
3. A family name that is a given name too ("Dean", "Martin") is one where an initial or a family name follows it.
4. A fitting given name is part of the mention.
5. An initial that opens a paragraph and fits nobody numbers the paragraph.
"""

from __future__ import annotations

from build_tools.linking.context import without_opening, word_after, word_before
from build_tools.linking.memo import remembered
from build_tools.linking.names import Person, same_syllables
from build_tools.linking.names.romanisation import is_family, is_syllabic, one_edit
from build_tools.linking.word_lists import COMMON_WORDS, GIVEN_NAMES, INSTITUTIONS, NICKNAMES, TITLES
from build_tools.text.months import CALENDAR_WORDS

_INITIAL = 2  # characters of an initial: a letter and a point
_INITIALS = 6  # characters of the longest run of initials, "J.F.K."
_GIVEN_WORDS = 4  # the most given names and initials looked at
_NEAR = 5  # letters from which a given name may be a letter off


SMALL, TITLE, GIVEN = range(3)
"""What stands before a surname: a small word that is no title's, what may be a title's word, initials or a given name."""


@remembered
def sort_before(written: str) -> int:
    """What sort of word stands before a surname; of what spans a line break, in its last line."""
    word = without_opening(written)
    if word[:1].islower() and word not in TITLES:
        return SMALL
    return GIVEN if word[:1].isupper() and (_is_initials(word) or _is_given(word)) else TITLE


def given_before(text: str, start: int) -> tuple[tuple[str, ...], int]:
    """Initials and given names right before `start`, in order, and where they begin; `sort_before` has seen that there are any."""
    word, at = word_before(text, start)
    found = [word]
    while len(found) < _GIVEN_WORDS:
        word, begin = word_before(text, at)
        if not _stands_before_given(word):
            break
        found.append(word)
        at = begin
    return tuple(reversed(found)), at


def is_numbering(text: str, begin: int, found: tuple[str, ...]) -> bool:
    """Whether what looks like an initial numbers a paragraph: one letter and a point at its start, "A. Smith’s successors"."""
    return len(found) == 1 and len(found[0]) == _INITIAL and text[max(0, begin - 2) : begin] in ("\n\n", "")


@remembered
def _stands_before_given(word: str) -> bool:
    """Whether a word is initials or, before initials or a given name, the given name that they follow."""
    if word.isalpha() and word.istitle():
        return word.lower() not in TITLES and word.lower() not in COMMON_WORDS
    return word[:1].isupper() and _is_initials(word)


def _is_initials(word: str) -> bool:
    pointed = word[1:2] == "." and word.endswith(".") and len(word) <= _INITIALS
    return pointed and word.replace(".", "").isupper() and word != "U.S."


def _is_given(word: str) -> bool:
    low = word.lower()
    if word[0].isupper() and (low in GIVEN_NAMES or low in NICKNAMES):
        return True
    first, hyphen, second = word.partition("-")
    return bool(hyphen) and first.istitle() and second.islower() and is_syllabic(word)


def fits(found: tuple[str, ...], person: Person) -> bool:
    """Whether given names found before a family name may be the person's."""
    words = [part for word in found for part in _parts(word)]
    for givens in person.givens:
        if _fits_one(words[0], givens):
            return True
        if len(words) > 1 and all(len(word) == 1 for word in words) and len(givens) == 1:
            return givens[0].startswith(words[0])
    return any(same_syllables(found[-1], given) for given in person.syllabic)


def _parts(word: str) -> list[str]:
    return [part for part in word.lower().split(".") if part] if "." in word else [word.lower()]


def _fits_one(word: str, givens: tuple[str, ...]) -> bool:
    if len(word) == 1:
        return givens[0].startswith(word) or (len(givens[0]) == 1 and len(givens) > 1 and givens[1].startswith(word))
    for given in givens:
        if word == given or given in NICKNAMES.get(word, ()) or word in NICKNAMES.get(given, ()):
            return True
        if len(word) >= 3 and (given.startswith(word) or (word.startswith(given) and len(given) >= 3)):  # noqa: PLR2004
            return True
        if min(len(word), len(given)) >= _NEAR and word[0] == given[0] and one_edit(word, given):
            return True
    return len(givens[0]) == 1 and givens[0] == word[0] and len(givens) == 1


def is_given_here(text: str, start: int, end: int) -> bool:
    """Whether a family name that is a given name too stands before another family name."""
    word = text[start:end]
    if word.lower() not in GIVEN_NAMES:
        return False
    after, stop = word_after(text, end)
    if not after[:1].isupper():
        return False
    if len(after) == 1 and text[stop : stop + 1] == ".":
        return True
    low = after.lower().removesuffix("’s").removesuffix("'s")
    return (
        after.isalpha()
        and not after.isupper()
        and low not in TITLES
        and low not in COMMON_WORDS
        and after not in CALENDAR_WORDS
        and after not in INSTITUTIONS
    )


def syllables_after(text: str, end: int) -> tuple[str, int]:
    """An East Asian given name right after a family name, and where it ends; ("", end) where none stands."""
    word, stop = word_after(text, end)
    for possessive in ("’s", "'s"):
        if word.endswith(possessive):
            word, stop = word[:-2], stop - 2
    if not word[:1].isupper() or word.lower() in TITLES or word.lower() in COMMON_WORDS or word in CALENDAR_WORDS:
        return "", end
    if "-" in word or "–" in word:
        return (word.replace("–", "-"), stop) if is_syllabic(word.replace("–", "-")) else ("", end)
    second, last = word_after(text, stop)
    if (
        text[stop : stop + 1] in (" ", "\n")
        and second[:1].isupper()
        and is_syllabic(word)
        and is_syllabic(second)
        and not is_family(second)
    ):
        for possessive in ("’s", "'s"):
            if second.endswith(possessive):
                second, last = second[:-2], last - 2
        if second.lower() not in TITLES and second.lower() not in COMMON_WORDS:
            return f"{word} {second}", last
    return (word, stop) if is_syllabic(word) else ("", end)
