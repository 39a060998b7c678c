"""Single letters: when one is a name, and when it is only a letter.

1. A letter with a blank, bracket or quotation mark before it and a blank or punctuation after it may be a name.
2. It is not after a word that counts with letters (Tab A, Annex B, ref C), nor in a list "A, B, C", nor before a number or
   another single letter; nor before a point that makes it an initial.
3. Alone in brackets it is a grade or a mark, "(S)", unless it is the first of several names.
4. A letter and a colon at a line's beginning is a speaker: the person, named in the text before, whose family name begins with
   it, if there is exactly one, else the entry of that letter.
"""

from __future__ import annotations

from typing import NamedTuple

from build_tools.linking.context import VERDICT, DecisionContext, Verdict, word_after, word_before
from build_tools.linking.scanning.candidates import Item

_COUNTING = frozenset(
    [
        "tab",
        "tabs",
        "annex",
        "annexes",
        "appendix",
        "attachment",
        "attachments",
        "ref",
        "refs",
        "reference",
        "references",
        "reftel",
        "refair",
        "reftels",
        "exhibit",
        "enclosure",
        "schedule",
        "part",
        "section",
        "paragraph",
        "para",
        "paras",
        "point",
        "item",
        "option",
        "alternative",
        "case",
        "plan",
        "class",
        "type",
        "category",
        "grade",
        "group",
        "team",
        "company",
        "vitamin",
        "phase",
        "article",
        "chapter",
        "title",
        "volume",
        "vol",
        "figure",
        "table",
        "step",
        "route",
        "building",
        "room",
        "gate",
        "block",
        "line",
        "track",
        "package",
        "mr",
        "mrs",
        "president",
    ]
)
_WORDS = "AIO"
_QUOTES = ("“", '"', "‘")


def decide_letter(item: Item, scene: DecisionContext) -> Verdict:
    """Whether a single letter between blanks or marks is the name of an entry."""
    text, start, end = scene.text, item.start, item.end
    if text[end : end + 1] == ":" and text[max(0, start - 1) : start] in ("\n", ""):
        speaker = decide_speaker(item, scene)
        if speaker.entry:
            return speaker
    owners = scene.lexicon.owners[scene.lexicon.keys[item.pattern]]
    if item.barred:
        owners = tuple(one for one in owners if one not in item.barred)
    if reason := _is_only_letter(text, start, end):
        return VERDICT((None, "rejected: only a letter", start, end, reason, owners, ""))
    if len(owners) == 1:
        return Verdict(owners[0], "letter", start, end)
    return Verdict(None, "undecided: several owners", start, end, "", owners)


class _Letter(NamedTuple):
    """A letter in its text: the word before it, the characters beside it and the one after these."""

    text: str
    start: int
    end: int
    word: str
    before: str
    after: str
    follow: str


def _is_only_letter(text: str, start: int, end: int) -> str:
    """Why a letter is only a letter, or nothing."""
    before, after, follow = text[start - 1 : start], text[end : end + 1], text[end + 1 : end + 2]
    here = _Letter(text, start, end, word_before(text, start)[0], before, after, follow)
    for judge in _JUDGES_OF_PLAIN if before == " " and after in _PLAIN else _JUDGES:
        if reason := judge(here):
            return reason
    return ""


def _counts(here: _Letter) -> str:
    word = word_before(here.text, here.start - 1)[0] if here.before in _QUOTES else here.word
    return f"after “{word}” it counts" if word.rstrip(".,").lower() in _COUNTING else ""


def _is_initial(here: _Letter) -> str:
    closing = here.after != "." or _ends_sentence(here.word, here.text, here.end)
    return "" if closing else "with a point it is an initial"


def _is_numbering(here: _Letter) -> str:
    if here.after != ")" or here.before == "(":
        return ""
    opens = not here.word or here.word[-1] in ",;:." or here.word in ("and", "or")
    return "it numbers an item of a list" if opens else ""


def _is_mark(here: _Letter) -> str:
    if here.before != "(" or here.after != ")" or here.text[here.start - 3 : here.start - 1].isupper():
        return ""
    opens = not here.word or here.text[here.end + 1 : here.end + 3].strip()[:1].isupper()
    return "alone in brackets it is a mark" if opens else ""


def _is_quoted(here: _Letter) -> str:
    quoted = here.before in "'’" or (here.after in "'’" and here.follow not in ("s", ""))
    return "a quotation mark is no name’s edge" if quoted else ""


def _is_listed(here: _Letter) -> str:
    word = here.word.rstrip(",")
    if here.word in ("and", "or") and _single_before(here.text, here.start):
        return "it stands in a list of letters"
    if here.after in " ,-–" and (here.follow.isdigit() or _single(here.text, here.end)):
        return "it stands in a list or before a number"
    return "it stands in a list of letters" if len(word) == 1 and word.isupper() else ""


def _is_word(here: _Letter) -> str:
    return "it is a word" if here.text[here.start] in _WORDS and not here.after.strip() else ""


def _is_compound(here: _Letter) -> str:
    whole = here.after not in "-–" or here.text[here.end + 1 : here.end + 3].isupper()
    return "" if whole else "it is a part of a compound"


_JUDGES = (_counts, _is_initial, _is_numbering, _is_mark, _is_quoted, _is_listed, _is_word, _is_compound)
# The others ask for a bracket, a quotation mark, a point or a hyphen beside the letter.
_PLAIN = (" ", ",", ";", ":")
_JUDGES_OF_PLAIN = (_counts, _is_listed, _is_word)


def _single_before(text: str, start: int) -> bool:
    _, at = word_before(text, start)
    word, _ = word_before(text, at)
    return len(word.rstrip(".,")) == 1 and word[:1].isupper()


def _single(text: str, end: int) -> bool:
    nxt, _ = word_after(text, end if text[end : end + 1] == " " else end + 1)
    return len(nxt) == 1 and nxt.isupper()


def _ends_sentence(word: str, text: str, end: int) -> bool:
    """Whether the point after a letter closes a sentence: a small word or an abbreviation stands before, no name after."""
    nxt, _ = word_after(text, end + 1)
    bare = word.strip(",")
    closing = bare.islower() or bare.isdigit() or (bare.isupper() and len(bare) > 1 and "." not in bare)
    return closing and not (len(nxt) <= 2 and nxt[:1].isupper())  # noqa: PLR2004


def decide_speaker(item: Item, scene: DecisionContext) -> Verdict:
    """Whom a letter and a colon at a line's beginning let speak."""
    letter = scene.text[item.start]
    persons = scene.lexicon.persons
    before = (one for one in scene.latest() if one in persons)
    named = sorted(one for one in before if any(family.startswith(letter) for family in persons[one].families))
    if len(named) == 1:
        return Verdict(named[0], "speaker", item.start, item.end, letter)
    return Verdict(
        None, "rejected: no one speaker", item.start, item.end, letter, tuple(named), "its name fits as well"
    )
