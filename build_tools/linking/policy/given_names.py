"""The words before and after a surname: "Tom Johnson" is not Lyndon B. Johnson, "Kim Il-sung" is not Kim Jong-un.

1. Initials and given names before a surname must fit the bearer's. Of "Robert F. Kennedy" the first word counts; short
   forms (Bob) and near spellings (Dmitriy) fit.
2. A hyphened given name after a surname must fit as well, in any usual spelling.
3. A surname that is a given name too ("Dean", "Martin") is one where an initial or a surname follows it.
4. A given name that fits is part of the mention.
5. An initial that opens a paragraph and fits nobody numbers the paragraph.
"""

from __future__ import annotations

import re

from build_tools.linking.adjacent_words import token_before, without_opening_marks, word_after, word_before
from build_tools.linking.context import DecisionContext
from build_tools.linking.names import Person, same_syllables
from build_tools.linking.names.romanisation import is_family, is_syllabic, one_edit
from build_tools.linking.names.word_sorts import is_of_calendar, may_precede_given_name
from build_tools.linking.scanning.matches import Match
from build_tools.linking.word_lists import (
    ARTICLES,
    COMMON_WORDS,
    DETERMINERS,
    NICKNAMES,
    NOUN_ENDINGS,
    NOUNS_IN_CAPITALS,
    PARTICLES,
    TITLE_GRAMMAR,
    TITLES,
    TITLES_LIKE_INITIALS,
    is_given_name,
)
from build_tools.model.documents import UNKNOWN_GIVEN

_CACHED_WORDS = 20_000
_INITIAL_LENGTH = 2  # a letter and a full stop
_LONGEST_INITIALS = 6  # characters of "J.F.K."
_MOST_GIVEN_WORDS = 4  # given names and initials looked at before a surname
_SHORTEST_ABBREVIATED = 3  # letters from which a name may abbreviate another, as "Alex" does "Alexander"
_SHORTEST_SURNAME = 4  # letters of a surname in capitals that cannot be an abbreviation
_SHORTEST_MISSPELT = 5  # letters from which a given name may be a letter off
_NAME = re.compile(r"[^\W\d_]{2,}(?:[-'’][^\W\d_]+)*")
_ABBREVIATED_TITLES = frozenset(line.split()[0] for line in TITLE_GRAMMAR["stems"])
_BEFORE_NOUNS = ARTICLES | DETERMINERS | {"of", "for"}
_SENTENCE_ENDS = ".?!:;"
_POSSESSIVES = ("’s", "'s")


def is_title_like_initial(token: str, offset: int, context: DecisionContext) -> bool:
    """Return whether a token that looks like an initial is a title in the language around: "M." is Monsieur."""
    languages = TITLES_LIKE_INITIALS.get(without_opening_marks(token))
    return languages is not None and any(context.languages.may_be(language, offset) for language in languages)


def before_small_words(text: str, start: int) -> tuple[int, str]:
    """Return where a surname begins with its small words that its label leaves out, and the word before these.

    In "Frau Christiane von Lomau" the surname begins at "von", and "Christiane" is before it.
    """
    token = token_before(text, start)
    while token and token.lower() in PARTICLES and without_opening_marks(token) == token:
        start -= len(token) + 1
        token = token_before(text, start)
    return start, token


def given_names_before(text: str, start: int) -> tuple[tuple[str, ...], int]:
    """Return the initials and given names right before a surname, in order, and the offset at which they begin.

    The token before `start` must have been classified as `GIVEN_NAME` or `UNKNOWN_NAME`.
    """
    word, names_start = word_before(text, start)
    names = [word]
    while len(names) < _MOST_GIVEN_WORDS:
        word, word_start = word_before(text, names_start)
        if not may_precede_given_name(word):
            break
        names.append(word)
        names_start = word_start
    return tuple(reversed(names)), names_start


def is_other_name(word: str, match: Match, context: DecisionContext) -> bool:
    """Return whether a word before a surname that fits no bearer is another's given name, and not any other word.

    Args:
        word: The word.
        match: The surname.
        context: The text.
    """
    start = before_small_words(context.text, match.start)[0] - 1 - len(word)
    previous = context.neighbour(-1)
    if previous is not None and previous.end > start:
        return False
    if word.isupper() and not context.text[match.start : match.end].isupper():
        return False
    may_be_unknown = start + len(word) + 1 == match.start and UNKNOWN_GIVEN not in context.lexicon.rules_off
    return is_given_name(word) or (may_be_unknown and _is_unknown_name(word, start, context))


def _is_unknown_name(word: str, start: int, context: DecisionContext) -> bool:
    """Return whether a word is capitalised for no other reason that is known than that it is a name."""
    before, _ = word_before(context.text, start)
    opens = not before or before[-1] in _SENTENCE_ENDS
    is_title = before.lower().rstrip(".") in TITLES
    is_phrase = before.lower() in _BEFORE_NOUNS or word.lower().endswith(NOUN_ENDINGS)
    if opens or is_phrase or (before[:1].isupper() and not is_title):
        return False
    if context.has_small(word):
        return False
    return not any(context.languages.may_be(language, start) for language in NOUNS_IN_CAPITALS)


def is_numbering(text: str, start: int, names: tuple[str, ...]) -> bool:
    """Return whether a letter and a full stop number a paragraph at its start: "A. Smith’s successors"."""
    return len(names) == 1 and len(names[0]) == _INITIAL_LENGTH and text[max(0, start - 2) : start] in ("\n\n", "")


def names_fit(names: tuple[str, ...], person: Person) -> bool:
    """Whether given names before a surname may be the person's."""
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


def syllables_after(text: str, end: int) -> tuple[str, int]:
    """Return the East Asian given name right after a surname and where it ends; ("", end) if there is none."""
    word, word_end = _without_possessive(*word_after(text, end))
    if not word[:1].isupper() or _is_title_or_common(word) or is_of_calendar(word):
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
