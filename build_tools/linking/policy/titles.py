"""The words of the title before a name, and of an apposition after it, held against definitions and roles.

1. A title is the run of words before a name that holds a title word: "Deputy Under Secretary Johnson".
2. A bearer fits by the title words its definition and roles share with it; countries and bodies before the title count too.
3. Whom somebody serves is no office of theirs: "Assistant to the President". A vice president is no president.
4. The words weigh only if one bearer fits better than every other.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from build_tools.linking.context import DecisionContext, between_blanks, without_opening
from build_tools.linking.memo import remembered
from build_tools.linking.scanning.candidates import Item
from build_tools.linking.word_lists import TITLES

_WORD = re.compile(r"[A-Za-z]+")
_EMPTY = frozenset(
    [
        "the",
        "of",
        "for",
        "and",
        "to",
        "in",
        "a",
        "an",
        "at",
        "by",
        "from",
        "with",
        "until",
        "after",
        "on",
        "his",
        "her",
        "its",
        "as",
        "s",
    ]
)
_JOINING = frozenset(["of", "the", "for", "at", "on"])
_COURTESY = frozenset(["mr", "mrs", "ms", "miss", "dr", "sir", "lord", "lady", "madame", "monsieur", "messrs"])
_SAME = {
    "undersecretary": "under", "ambassadors": "ambassador", "secretaries": "secretary", "presidential": "president", "gen": "general",
    "col": "colonel", "lt": "lieutenant", "maj": "major", "adm": "admiral", "amb": "ambassador", "sec": "secretary", "premier": "minister",
    "senators": "senator", "ministers": "minister", "governors": "governor", "defence": "defense", "gov": "governor", "sen": "senator",
    "foreign": "foreign", "emb": "embassy", "pres": "president", "generals": "general", "congressman": "representative", "chargé": "charge",
    "advisor": "adviser", "counselor": "counselor", "counsellor": "counselor", "dep": "deputy", "asst": "assistant", "vice": "vice",
}  # fmt: skip
_RANKS = frozenset(("vice", "under", "prime"))
_SERVED = re.compile(r"\bto the [^,;]*|\b\w+['’]s\b")
_LONGEST_TITLE = 12  # words
_BLANK = (" ", "\n", "")
_SHORT_WORD = 5  # longer words with a point end a sentence
_SPAN = 90


def _stem(word: str) -> str:
    low = word.lower()
    return _SAME.get(low, low)


def _tokens(text: str) -> list[str]:
    """The words that weigh, compared without case; a word that changes the rank is one with the next: "vice president"."""
    words: list[str] = []
    for word in _WORD.findall(text):
        stem = _stem(word)
        if words and words[-1] in _RANKS:
            words[-1] += " " + stem
        elif stem not in _EMPTY:
            words.append(stem)
    return words


def title_before(text: str, at: int, nearest: str = "") -> tuple[str, ...]:
    """The words of the title right before a place, empty where none stands; `nearest` is `between_blanks` there, if known."""
    stop = at - 1 if text[at - 1 : at] == "(" else at
    bare, length = _within_title(nearest or between_blanks(text, stop))
    if not bare:
        return ()
    run = [bare]
    while len(run) < _LONGEST_TITLE:
        stop -= length + 1
        if text[stop - 1 : stop] not in _BLANK:
            break
        bare, length = _within_title(between_blanks(text, stop))
        if not bare:
            break
        run.append(bare)
    return _title_of(tuple(run))


@remembered
def _title_of(run: tuple[str, ...]) -> tuple[str, ...]:
    """The title that words hold, last word first, in their order; empty if they hold none."""
    words = [*run]
    while words and (words[-1].lower() in _JOINING):
        words.pop()
    if not words or words[0].lower() in _JOINING or TITLES.isdisjoint(map(str.lower, words)):
        return ()
    return tuple(reversed(words))


@remembered
def _within_title(written: str) -> tuple[str, int]:
    """A word as a title may hold it, without the marks around it, empty if none can; and its length with those at its end."""
    word = without_opening(written)
    bare = word.rstrip('.)"”') if word[:1].isupper() else word
    fits = bare and (bare[0].isupper() or bare in _JOINING or bare in TITLES) and not _ends(word)
    return (bare if fits else ""), len(word)


def _ends(word: str) -> bool:
    """Whether a word closes a clause: it has a mark after it, or a point that is not an abbreviation's."""
    return word[-1] in ",;:" or (
        word[-1] == "." and word[:-1].lower() not in TITLES and len(word) > _SHORT_WORD and "." not in word[:-1]
    )


def description(scene: DecisionContext, entry: str) -> frozenset[str]:
    """The words of an entry's definition and roles, as titles are compared."""
    known: dict[str, frozenset[str]] = scene.lexicon.descriptions
    if entry not in known:
        one = scene.lexicon.entries[entry]
        roles = " ".join(f"{role.title} {role.organisation or ''}" for role in one.roles)
        known[entry] = frozenset(_tokens(_SERVED.sub(" ", f"{one.definition}; {roles}")))
    return known[entry]


def by_title(scene: DecisionContext, bearers: tuple[str, ...], title: tuple[str, ...]) -> tuple[str, str] | None:
    """The one bearer whose definition or roles hold the words of the title before the name, and those words."""
    if not title:
        return None
    known = scene.lexicon.titles
    key = (title, bearers)
    if key not in known:
        known[key] = _by_title(title, scene, bearers)
    return known[key]


def _by_title(title: tuple[str, ...], scene: DecisionContext, bearers: Sequence[str]) -> tuple[str, str] | None:
    words = [word for word in _tokens(" ".join(title)) if word not in _COURTESY]
    if not words:
        return None
    return _best([(sum(word in description(scene, one) for word in words), one) for one in bearers], " ".join(title))


def by_words_around(item: Item, scene: DecisionContext, bearers: Sequence[str]) -> tuple[str, str] | None:
    """The one bearer whose definition shares most with an apposition after the name."""
    if scene.text[item.end : item.end + 2] not in (", ", " (", ",\n", "\n("):
        return None
    after = scene.text[item.end : item.end + _SPAN].partition("\n\n")[0].replace("\n", " ")
    phrase = re.split(r"[;)]|\. ", after, maxsplit=1)[0]
    words = set(_tokens(phrase))
    if not words & TITLES:
        return None
    return _best([(len(words & description(scene, one)), one) for one in bearers], phrase.strip(" ,("))


def _best(scores: list[tuple[int, str]], words: str) -> tuple[str, str] | None:
    ranked = sorted(scores, reverse=True)
    if not ranked[0][0] or (len(ranked) > 1 and ranked[0][0] == ranked[1][0]):
        return None
    return ranked[0][1], words
