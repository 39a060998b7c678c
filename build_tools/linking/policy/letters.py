"""Single letters: "K met Nixon." names the entry that owns the label "K"; "see Tab K" does not.

1. A letter with a space, bracket or quotation mark before it and a space or punctuation after it may be a name.
2. It is only a letter after a word that counts with letters (Tab A, Annex B, ref C), in a list "A, B, C", before a
   number or another single letter, and before a full stop that makes it an initial.
3. Alone in brackets it is a grade or a mark, "(S)", unless it is the first of several names.
4. A letter and a colon at the beginning of a line is a speaker, "K: I agree.": the person, named in the text before,
   whose family name begins with it, if there is exactly one, else the entry of that letter.
"""

from __future__ import annotations

from typing import NamedTuple

from build_tools.linking.adjacent_words import word_after, word_before
from build_tools.linking.context import DecisionContext
from build_tools.linking.scanning.matches import Match
from build_tools.linking.verdict import Verdict
from build_tools.linking.word_lists import WORDS_BEFORE_LETTERS

_LETTERS_THAT_ARE_WORDS = "AIO"
_OPENING_QUOTES = ("“", '"', "‘")
_INITIAL_LENGTH = 2  # a letter and a full stop


def decide_letter(match: Match, context: DecisionContext) -> Verdict:
    """Return whether a single letter between spaces or marks is the name of an entry."""
    text, start, end = context.text, match.start, match.end
    if text[end : end + 1] == ":" and text[max(0, start - 1) : start] in ("\n", ""):
        speaker = decide_speaker(match, context)
        if speaker.entry:
            return speaker
    owners = context.lexicon.owners_of(match.pattern, match.barred)
    if reason := _why_only_a_letter(text, start, end):
        return Verdict(None, "rejected: only a letter", start, end, reason, owners)
    if len(owners) == 1:
        return Verdict(owners[0], "letter", start, end)
    return Verdict(None, "undecided: several owners", start, end, "", owners)


def decide_speaker(match: Match, context: DecisionContext) -> Verdict:
    """Return which person a letter and a colon at the beginning of a line introduce as the speaker."""
    initial = context.text[match.start]
    persons = context.lexicon.persons
    named_before = (entry for entry in context.last_links() if entry and entry in persons)
    speakers = sorted(
        entry for entry in named_before if any(family.startswith(initial) for family in persons[entry].families)
    )
    if len(speakers) == 1:
        return Verdict(speakers[0], "speaker", match.start, match.end, initial)
    rule, rejection = "rejected: no one speaker", "its name fits as well"
    return Verdict(None, rule, match.start, match.end, initial, tuple(speakers), rejection)


class _Letter(NamedTuple):
    """A letter in its text: the word before it, the characters beside it, and the one after these."""

    text: str
    start: int
    end: int
    word_before: str
    before: str
    after: str
    second_after: str


def _why_only_a_letter(text: str, start: int, end: int) -> str:
    """Return why a letter is only a letter, or "" where it may be a name."""
    before, after, second_after = text[start - 1 : start], text[end : end + 1], text[end + 1 : end + 2]
    letter = _Letter(text, start, end, word_before(text, start)[0], before, after, second_after)
    for objection in _OBJECTIONS_IN_PLAIN_TEXT if before == " " and after in _PLAIN_AFTER else _OBJECTIONS:
        if reason := objection(letter):
            return reason
    return ""


def _counts(letter: _Letter) -> str:
    quoted = letter.before in _OPENING_QUOTES
    word = word_before(letter.text, letter.start - 1)[0] if quoted else letter.word_before
    return f"after “{word}” it counts" if word.rstrip(".,").lower() in WORDS_BEFORE_LETTERS else ""


def _is_initial(letter: _Letter) -> str:
    no_initial = letter.after != "." or _ends_sentence(letter.word_before, letter.text, letter.end)
    return "" if no_initial else "with a full stop it is an initial"


def _is_numbering(letter: _Letter) -> str:
    if letter.after != ")" or letter.before == "(":
        return ""
    word = letter.word_before
    return "it numbers a list item" if not word or word[-1] in ",;:." or word in ("and", "or") else ""


def _is_mark(letter: _Letter) -> str:
    if letter.before != "(" or letter.after != ")" or letter.text[letter.start - 3 : letter.start - 1].isupper():
        return ""
    capital_follows = letter.text[letter.end + 1 : letter.end + 3].strip()[:1].isupper()
    return "alone in brackets it is a mark" if not letter.word_before or capital_follows else ""


def _is_quoted(letter: _Letter) -> str:
    quoted = letter.before in "'’" or (letter.after in "'’" and letter.second_after not in ("s", ""))
    return "a quotation mark is not the edge of a name" if quoted else ""


def _is_listed(letter: _Letter) -> str:
    word = letter.word_before.rstrip(",")
    if letter.word_before in ("and", "or") and _follows_list_letter(letter.text, letter.start):
        return "it is in a list of letters"
    if letter.after in " ,-–" and (letter.second_after.isdigit() or _precedes_letter(letter.text, letter.end)):
        return "it is in a list or before a number"
    return "it is in a list of letters" if len(word) == 1 and word.isupper() else ""


def _is_word(letter: _Letter) -> str:
    is_word = letter.text[letter.start] in _LETTERS_THAT_ARE_WORDS and not letter.after.strip()
    return "it is a word" if is_word else ""


def _is_compound(letter: _Letter) -> str:
    whole = letter.after not in "-–" or letter.text[letter.end + 1 : letter.end + 3].isupper()
    return "" if whole else "it is part of a compound"


_OBJECTIONS = (_counts, _is_initial, _is_numbering, _is_mark, _is_quoted, _is_listed, _is_word, _is_compound)
# The other objections ask for a bracket, a quotation mark, a full stop or a hyphen beside the letter.
_PLAIN_AFTER = (" ", ",", ";", ":")
_OBJECTIONS_IN_PLAIN_TEXT = (_counts, _is_listed, _is_word)


def _follows_list_letter(text: str, start: int) -> bool:
    """Whether the word before the word before an offset is a single letter: "A and B"."""
    _, word_start = word_before(text, start)
    word, _ = word_before(text, word_start)
    return len(word.rstrip(".,")) == 1 and word[:1].isupper()


def _precedes_letter(text: str, end: int) -> bool:
    word, _ = word_after(text, end if text[end : end + 1] == " " else end + 1)
    return len(word) == 1 and word.isupper()


def _ends_sentence(word: str, text: str, end: int) -> bool:
    """Return whether the full stop after a letter ends a sentence.

    It does after a function word or an abbreviation, if no name follows.
    """
    following, _ = word_after(text, end + 1)
    bare = word.strip(",")
    closes = bare.islower() or bare.isdigit() or (bare.isupper() and len(bare) > 1 and "." not in bare)
    return closes and not (len(following) <= _INITIAL_LENGTH and following[:1].isupper())
