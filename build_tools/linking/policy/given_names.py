"""The words before and after a surname: "Tom Johnson" is not Lyndon B. Johnson, "Kim Il-sung" is not Kim Jong-un.

1. Initials and given names before a surname must fit the bearer's. Of "Robert F. Kennedy" the first word counts; short
   forms (Bob) and near spellings (Dmitriy) fit.
2. A hyphened given name after a surname must fit as well, in any usual spelling.
3. A surname that is a given name too ("Dean", "Martin") is one where an initial or a surname follows it.
4. A given name that fits is part of the mention.
5. An initial that opens a paragraph and fits nobody numbers the paragraph.
"""

from __future__ import annotations

from functools import lru_cache

from build_tools.linking.adjacent_words import without_opening_marks, word_after, word_before
from build_tools.linking.names import Person, same_syllables
from build_tools.linking.names.romanisation import is_family, is_syllabic, one_edit
from build_tools.linking.word_lists import COMMON_WORDS, GIVEN_NAMES, INSTITUTIONS, NICKNAMES, TITLES
from build_tools.text.months import CALENDAR_WORDS

_CACHED_WORDS = 20_000
_INITIAL_LENGTH = 2  # a letter and a full stop
_LONGEST_INITIALS = 6  # characters of "J.F.K."
_MOST_GIVEN_WORDS = 4  # given names and initials looked at before a surname
_SHORTEST_ABBREVIATED = 3  # letters from which a name may abbreviate another, as "Alex" does "Alexander"
_SHORTEST_MISSPELT = 5  # letters from which a given name may be a letter off
_POSSESSIVES = ("’s", "'s")

SMALL_WORD, TITLE_WORD, GIVEN_NAME = range(3)
"""What stands before a surname: a small word of no title; what may be a word of a title; initials or a given name."""


@lru_cache(maxsize=_CACHED_WORDS)
def classify_token_before(token: str) -> int:
    """Return what sort of word stands before a surname; of what spans a line break, the sort of its last line."""
    word = without_opening_marks(token)
    if word[:1].islower() and word not in TITLES:
        return SMALL_WORD
    return GIVEN_NAME if word[:1].isupper() and (_is_initials(word) or _is_given_name(word)) else TITLE_WORD


def given_names_before(text: str, start: int) -> tuple[tuple[str, ...], int]:
    """Return the initials and given names right before a surname, in order, and the offset at which they begin.

    The token before `start` must have been classified as `GIVEN_NAME`.
    """
    word, names_start = word_before(text, start)
    names = [word]
    while len(names) < _MOST_GIVEN_WORDS:
        word, word_start = word_before(text, names_start)
        if not _may_precede_given_name(word):
            break
        names.append(word)
        names_start = word_start
    return tuple(reversed(names)), names_start


def is_numbering(text: str, start: int, names: tuple[str, ...]) -> bool:
    """Return whether a letter and a full stop number a paragraph at its start: "A. Smith’s successors"."""
    return len(names) == 1 and len(names[0]) == _INITIAL_LENGTH and text[max(0, start - 2) : start] in ("\n\n", "")


@lru_cache(maxsize=_CACHED_WORDS)
def _may_precede_given_name(word: str) -> bool:
    """Whether a word is initials or, before initials or a given name, another given name."""
    if word.isalpha() and word.istitle():
        return word.lower() not in TITLES and word.lower() not in COMMON_WORDS
    return word[:1].isupper() and _is_initials(word)


def _is_initials(word: str) -> bool:
    has_stops = word[1:2] == "." and word.endswith(".") and len(word) <= _LONGEST_INITIALS
    return has_stops and word.replace(".", "").isupper() and word != "U.S."


def _is_given_name(word: str) -> bool:
    lower = word.lower()
    if word[0].isupper() and (lower in GIVEN_NAMES or lower in NICKNAMES):
        return True
    first, hyphen, second = word.partition("-")
    return bool(hyphen) and first.istitle() and second.islower() and is_syllabic(word)


def names_fit(names: tuple[str, ...], person: Person) -> bool:
    """Whether given names that stand before a surname may be the person's."""
    parts = [part for name in names for part in _parts(name)]
    for givens in person.givens:
        if _name_fits(parts[0], givens):
            return True
        if len(parts) > 1 and all(len(part) == 1 for part in parts) and len(givens) == 1:
            return givens[0].startswith(parts[0])
    return any(same_syllables(names[-1], given) for given in person.syllabic)


def _parts(name: str) -> list[str]:
    return [part for part in name.lower().split(".") if part] if "." in name else [name.lower()]


def _name_fits(name: str, givens: tuple[str, ...]) -> bool:
    """Whether a given name or initial, in lower case, fits one of a person's given names."""
    if len(name) == 1:
        second_fits = len(givens[0]) == 1 and len(givens) > 1 and givens[1].startswith(name)
        return givens[0].startswith(name) or second_fits
    if any(_is_form_of(name, given) for given in givens):
        return True
    return len(givens[0]) == 1 and givens[0] == name[0] and len(givens) == 1


def _is_form_of(name: str, given: str) -> bool:
    """Whether two given names are one: equal, a short form, an abbreviation, or in long ones a letter off."""
    if name == given or given in NICKNAMES.get(name, ()) or name in NICKNAMES.get(given, ()):
        return True
    shorter, longer = sorted((name, given), key=len)
    if len(shorter) >= _SHORTEST_ABBREVIATED and longer.startswith(shorter):
        return True
    return len(shorter) >= _SHORTEST_MISSPELT and name[0] == given[0] and one_edit(name, given)


def is_given_name_here(text: str, start: int, end: int) -> bool:
    """Whether a surname that is a given name too stands before another surname or an initial: "Dean Acheson"."""
    if text[start:end].lower() not in GIVEN_NAMES:
        return False
    following, following_end = word_after(text, end)
    if not following[:1].isupper():
        return False
    if len(following) == 1 and text[following_end : following_end + 1] == ".":
        return True
    is_name = following.isalpha() and not following.isupper()
    lower = following.lower().removesuffix("’s").removesuffix("'s")
    is_other_word = lower in TITLES or lower in COMMON_WORDS or following in CALENDAR_WORDS or following in INSTITUTIONS
    return is_name and not is_other_word


def syllables_after(text: str, end: int) -> tuple[str, int]:
    """Return the East Asian given name right after a surname and where it ends; ("", end) where none stands."""
    word, word_end = _without_possessive(*word_after(text, end))
    if not word[:1].isupper() or _is_title_or_common(word) or word in CALENDAR_WORDS:
        return "", end
    if "-" in word or "–" in word:
        hyphened = word.replace("–", "-")
        return (hyphened, word_end) if is_syllabic(hyphened) else ("", end)
    if not is_syllabic(word):
        return "", end
    second, second_end = word_after(text, word_end)
    if text[word_end : word_end + 1] in (" ", "\n") and _is_second_syllable(second):
        second, second_end = _without_possessive(second, second_end)
        if not _is_title_or_common(second):
            return f"{word} {second}", second_end
    return word, word_end


def _is_second_syllable(word: str) -> bool:
    return word[:1].isupper() and is_syllabic(word) and not is_family(word)


def _is_title_or_common(word: str) -> bool:
    return word.lower() in TITLES or word.lower() in COMMON_WORDS


def _without_possessive(word: str, end: int) -> tuple[str, int]:
    for possessive in _POSSESSIVES:
        if word.endswith(possessive):
            word, end = word[: -len(possessive)], end - len(possessive)
    return word, end
