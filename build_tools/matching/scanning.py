"""Candidates in a text: matches at word edges whose capitals fit, leftmost and longest, none overlapping."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from build_tools.folding import Folded, fold, is_unspaced
from build_tools.matching.lexicon import Lexicon, Sense

_INSTITUTION = re.compile(
    r" (Academy|Accords?|Airport|Avenue|Award|Bank|Bridge|Castle|Cathedral|Chair|Chronicle|Church|College|Daily|"
    r"Embankment|Exchange|Foundation|Gazette|Herald|Hospital|Hotel|House|Institute|Journal|Library|Museum|News|"
    r"Observer|Opera|Palace|Park|Philharmonic|Post|Press|Prize|Protocol|School|Stadium|Station|Street|Theat(?:er|re)|"
    r"Times|Tower|Tribune|University)\b"
)
_DENIAL = re.compile(r"\bnon $")
_ARTICLE = re.compile(r"\bthe $")
_OPEN, _CLOSE = '“«„"', '”»“"'


@dataclass(frozen=True, slots=True)
class Candidate:
    """A place in a text that may name an entry; `senses` are what its form may mean there."""

    start: int
    end: int
    exact: str
    senses: tuple[Sense, ...]


@dataclass(frozen=True, slots=True)
class _Line:
    """A text being scanned: as it is, folded, and whether capitals bind in it."""

    text: str
    folded: Folded
    capitals_bind: bool


def scan(text: str, lexicon: Lexicon) -> tuple[Candidate, ...]:
    """The candidates of a text in order; offsets in code points of `text`, the end exclusive."""
    line = _Line(text, fold(text), not _is_set_in_capitals(text))
    found = (_candidate(line, match, lexicon) for match in lexicon.look_up(line.folded.text))
    return tuple(_leftmost_longest(candidate for candidate in found if candidate))


def _leftmost_longest(candidates: Iterable[Candidate]) -> Iterator[Candidate]:
    reached = 0
    for candidate in sorted(candidates, key=lambda candidate: (candidate.start, -candidate.end)):
        if candidate.start >= reached:
            reached = candidate.end
            yield candidate


def _candidate(line: _Line, match: tuple[int, int, str], lexicon: Lexicon) -> Candidate | None:
    at, to, key = match
    if not _stands_alone(line.folded.text, at, to):
        return None
    senses = tuple(sense for sense in lexicon.senses[key] if _fits(line, at, to, sense))
    start, end = line.folded.span(at, to)
    if not senses or _is_part_of_a_name(line.text, start, end):
        return None
    start, end = _balance(line.text, start, end)
    return Candidate(start, end, line.text[start:end], senses)


def _stands_alone(folded: str, at: int, to: int) -> bool:
    """Whether both edges are word edges; Han and Kana need none, Hangul none at the end (particles follow)."""
    first, last = folded[at], folded[to - 1]
    before, after = folded[at - 1 : at], folded[to : to + 1]
    if first.isalnum() and not is_unspaced(first) and before.isalnum() and not is_unspaced(before):
        return False
    if (last.isalnum() or last == ".") and not is_unspaced(last) and after.isalnum() and not is_unspaced(after):
        return _is_hangul(last)
    return not _DENIAL.search(folded, max(0, at - 5), at)


def _is_hangul(character: str) -> bool:
    return "\uac00" <= character <= "\ud7a3"


def _fits(line: _Line, at: int, to: int, sense: Sense) -> bool:
    form, folded = sense.form, line.folded
    if form.article and not _follows_article(line, at, to):
        return False
    if not line.capitals_bind:
        return True
    return all(line.text[folded.real(at + position)].isupper() for position in form.capitals)


def _follows_article(line: _Line, at: int, to: int) -> bool:
    """Whether "the" stands before and no further part of a name after: "the North", not "the North Sea"."""
    end = line.folded.span(at, to)[1]
    following = line.text[end : end + 2]
    ends = not (following[:1].isspace() and following[1:].isupper())
    return ends and _ARTICLE.search(line.folded.text, max(0, at - 5), at) is not None


def _is_set_in_capitals(text: str) -> bool:
    letters = [character for character in text if character.isalpha()]
    return (
        len(text.split()) > 1
        and not any(character.islower() for character in letters)
        and any(character.isupper() for character in letters)
    )


def _is_part_of_a_name(text: str, start: int, end: int) -> bool:
    """Whether a capitalised match only begins the longer name of an institution ("Washington Post")."""
    return text[start].isupper() and _INSTITUTION.match(text, end) is not None


def _balance(text: str, start: int, end: int) -> tuple[int, int]:
    """Take the opening quotation mark in where the match holds only the closing one: “unfriendly” countries."""
    inside = text[start:end]
    closing = next((mark for mark in inside if mark in _CLOSE and mark not in _OPEN), None)
    if closing and text[start - 1 : start] in tuple(_OPEN) and not any(mark in inside for mark in "“«"):
        return start - 1, end
    return start, end
