"""Decide at each hyphen at a line's end whether it divides a word: "dele-/gates" is one word, "re-/entry" is not.

The corpus decides: the word is written whole, or with its hyphen, elsewhere in the texts. Where it is not, these rules
decide, in this order; what remains open keeps its hyphen and is a doubt:

- A typesetter's hyphen (U+2010 where the text has it at line ends only, or one behind a soft hyphen) divides a word.
- A part that is joined with a hyphen ("ex-", "-là") keeps it; a prefix that is written without one ("dis-") has none.
- Two parts of which neither is a word by itself anywhere in the corpus are one word.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache

from build_tools.model.corpus_statistics import CorpusStatistics, count_words
from build_tools.segmentation.roles.cue_words import all_words
from build_tools.text.offset_map import Change, Folded, map_changes

JOINED, KEPT, OPEN = "joined", "kept", "open"
"""What can be decided: the hyphen is no part of the word; it is one; nobody can tell."""

_SOFT = "\u00ad"
HYPHENS = "-‐"
"""The characters that may divide a word at a line's end or join two."""

_PART = rf"[^\W\d_][^\W\d_{_SOFT}]*(?:{_SOFT}+[^\W\d_]+)*{_SOFT}?"
_BREAK = re.compile(rf"[{HYPHENS}]\s*[\n\r]\s*")
_FIRST = re.compile(rf"{_PART}$")
_SECOND = re.compile(_PART)
_WITHIN_LINE = re.compile(r"[^\W\d_]‐[^\W\d_]")
_LONGEST_PART = 60
_LONGEST_ENDING = 3  # letters by which two forms of a word may differ
_LEAST_OF_SECOND = 3  # letters of the second part that must agree


def statistics_used(text: str, statistics: CorpusStatistics) -> CorpusStatistics:
    """Return what the corpus says of the words that decide how this text is cut, and of no others."""
    words = {word for first, second in _parts_at_breaks(text) for word in _asked(first, second)}
    return statistics.only(words)


def join_divided_words(text: str) -> Folded:
    """Return a text with each word whole that a line's end certainly divides, and a map back; itself where none is."""
    words = DividedWords(text, CorpusStatistics(), {})
    joined = (
        Change(match.start(), match.end(), "")
        for match in _BREAK.finditer(text)
        if match[0].count("\n") <= 1 and words.decide(match.start(), match.end()) == JOINED
    )
    return map_changes(text, joined) if any(f"{hyphen}\n" in text for hyphen in HYPHENS) else Folded(text)


class DividedWords:
    """Decides the divided words of one text."""

    def __init__(self, text: str, statistics: CorpusStatistics, ruled: Mapping[int, str]) -> None:
        """Begin a text.

        Args:
            text: The text.
            statistics: What the corpus says; where it says nothing, the text alone is the corpus.
            ruled: What an editor decided, by the place of the hyphen in the text.
        """
        self._text = text
        self._ruled = ruled
        self._statistics = statistics
        self._ask_text = not statistics.words
        self._by_typesetter: bool | None = None

    def decide(self, hyphen: int, following: int) -> str | None:
        """Return what the hyphen at a line's end is; None where it cannot divide a word.

        Args:
            hyphen: Its place in the text.
            following: Where the next line begins.
        """
        if hyphen in self._ruled:
            return self._ruled[hyphen]
        parts = _parts_around(self._text, hyphen, following)
        if not parts:
            return None
        first, second = map(_plain, parts)
        if second[0].isupper() and not (second.isupper() and first.isupper() and len(first) > 1):
            return None
        return (
            self._by_whole(first, second)
            or self._by_hyphen(hyphen, parts[0])
            or self._by_parts(first.lower(), second.lower())
        )

    def _count(self, word: str) -> int:
        if self._ask_text:
            self._ask_text = False
            self._statistics = statistics_used(self._text, count_words(self._text))
        return self._statistics.count(word)

    def _by_whole(self, first: str, second: str) -> str | None:
        whole, hyphened = first + second, f"{first}-{second}"
        known = self._count(whole) - self._count(hyphened)
        if not known:
            forms = zip(_other_forms(whole, second), _other_forms(hyphened, second), strict=True)
            known = sum(self._count(one) - self._count(other) for one, other in forms)
        return JOINED if known > 0 else KEPT if known < 0 else None

    def _by_hyphen(self, hyphen: int, before: str) -> str | None:
        if before.endswith(_SOFT):
            return JOINED
        if self._text[hyphen] != "‐":
            return None
        if self._by_typesetter is None:
            self._by_typesetter = not _WITHIN_LINE.search(self._text)
        return JOINED if self._by_typesetter else None

    def _by_parts(self, first: str, second: str) -> str:
        known = self._count(first), self._count(second)
        if first in _parts("joined with a hyphen") or (known[0] and second in _parts("joined behind a hyphen")):
            return KEPT
        if len(first) == 1 or first in _parts("joined with a hyphen or without"):
            return OPEN
        if first in _parts("joined without a hyphen"):
            return JOINED
        return OPEN if any(known) else JOINED


@cache
def _parts(section: str) -> frozenset[str]:
    return all_words(section)


def _parts_at_breaks(text: str) -> Iterator[tuple[str, str]]:
    """Yield the parts of the words that may be divided."""
    for match in _BREAK.finditer(text):
        parts = _parts_around(text, match.start(), match.end())
        if parts:
            yield _plain(parts[0]), _plain(parts[1])


def _parts_around(text: str, hyphen: int, following: int) -> tuple[str, str] | None:
    before = _FIRST.search(text, max(0, hyphen - _LONGEST_PART), hyphen)
    after = _SECOND.match(text, following, following + _LONGEST_PART) if before else None
    return (before[0], after[0]) if before and after else None


def _plain(part: str) -> str:
    return part.replace(_SOFT, "")


def _asked(first: str, second: str) -> Iterator[str]:
    yield from (first, second)
    for whole in (first + second, f"{first}-{second}"):
        yield whole
        yield from _other_forms(whole, second)


def _other_forms(whole: str, second: str) -> Iterator[str]:
    """Yield a word without its last letters, which may be an ending: "government" for "governments"."""
    for ending in range(1, min(_LONGEST_ENDING, len(second) - _LEAST_OF_SECOND) + 1):
        yield whole[:-ending]
