"""The answer to a quotation: exact, altered or absent, with the passages of the texts that have it or come nearest.

The twin of `check` in build_tools/website/static/quotation.js; corpus/pages/check.md explains it to readers.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from build_tools.edition.quoting.quotation_tokens import (
    SPACE,
    ReadText,
    Token,
    has_length,
    plain_signs,
    split_tokens,
    trim,
)
from build_tools.edition.quoting.similar_passages import Range, exact_places, find_most_similar, likely_places
from build_tools.model import Block

LONGEST = 20_000
"""Characters of a quotation at most."""

_MIN_SIMILARITY = 0.6  # of an altered quotation; below it the quotation is absent
_CLOSE = 0.05  # how far below the best similarity a match is still shown
_TEXTS = 3  # texts in which an altered quotation is aligned: those with the most votes
_GAP = "\x00"
_INITIAL = re.compile(r"\[([^\W\d_])\](?=[^\W\d_])")
_OMISSION = re.compile(
    rf"[\[(]{SPACE}*(?:…|\.{SPACE}?\.{SPACE}?\.){SPACE}*[\])]|…|\.{SPACE}?\.{SPACE}?\.(?:{SPACE}?\.)?|\[[^\]]{{2,}}\]"
)

State = Literal["exact", "altered", "absent", "undecided", "short", "long"]


@dataclass(frozen=True, slots=True)
class QuotedPassage:
    """The part of a text that answers a part of a quotation.

    Attributes:
        text: The text.
        wanted: The tokens of the quotation.
        tokens: Those of the text.
        is_exact: Whether all letters are the same, but for case.
    """

    text: ReadText
    wanted: tuple[Token, ...]
    tokens: tuple[Token, ...]
    is_exact: bool

    @property
    def blocks(self) -> tuple[Block, ...]:
        """The blocks that it is in, in order."""
        return tuple(self.text.blocks[index] for index in dict.fromkeys(token.block for token in self.tokens))

    @property
    def has_same_case(self) -> bool:
        """Whether capitals are the same too."""
        return self.is_exact and [token.form for token in self.tokens] == [token.form for token in self.wanted]

    def span(self, block: Block) -> tuple[int, int]:
        """Return where it begins and ends in one of its blocks, in code points of the block, the end exclusive."""
        index = self.text.blocks.index(block)
        inside = [token for token in self.tokens if token.block == index]
        return inside[0].start, inside[-1].end


@dataclass(frozen=True, slots=True)
class QuotedText:
    """A text that has a quotation or comes near: a passage for each part of it, and the least similarity of them."""

    text: ReadText
    passages: tuple[QuotedPassage, ...]
    similarity: float


@dataclass(frozen=True, slots=True)
class Answer:
    """What is said of a quotation.

    Attributes:
        state: "exact", "altered", "absent"; "undecided" where texts that were not read may have it; "short" or "long"
            where it cannot be checked.
        matches: The passages, the best first; of an altered quotation one a text.
        has_gaps: Whether it has words left out.
        read: The ids of the texts that were read, where an index told which.
        unread: The number of texts that may have it exactly and were not read.
    """

    state: State
    matches: tuple[QuotedText, ...] = ()
    has_gaps: bool = False
    read: tuple[str, ...] = ()
    unread: int = 0


def check_quotation(quotation: str, texts: Sequence[ReadText]) -> Answer:
    """Return whether the texts have a quotation, and where.

    Args:
        quotation: The words as somebody quotes them. Three dots mark an omission, brackets what is not from the text.
        texts: The texts, each with the blocks that are shown.
    """
    if len(quotation) > LONGEST:
        return Answer("long")
    whole = trim(split_tokens(quotation))
    if not has_length(whole):
        return Answer("short")
    # First with its dots and brackets, which the text itself may have.
    matches = [
        QuotedText(text, (_passage(text, whole, Range(start, start + len(whole))),), 1.0)
        for text in texts
        for start in exact_places(whole, text)
    ]
    if matches:
        return Answer("exact", tuple(matches))
    parts = quotation_parts(quotation)
    if not any(map(has_length, parts)):
        return Answer("short")
    gaps = len(parts) > 1
    exact = tuple(match for text in texts if (match := _exact_match(parts, text)))
    if exact:
        return Answer("exact", exact, gaps)
    altered = _similar_matches(parts, texts)
    best = tuple(match for match in altered if match.similarity >= altered[0].similarity - _CLOSE)
    return Answer("altered" if best else "absent", best, gaps)


def quotation_parts(quotation: str) -> list[list[Token]]:
    """Return the parts of a quotation between omissions: dots, or words in brackets, which are not from the text.

    A single letter in brackets before a word is the first letter of that word.
    """
    marked = _OMISSION.sub(_GAP, _INITIAL.sub(r"\1", plain_signs(quotation)))
    return [part for words in marked.split(_GAP) if (part := trim(split_tokens(words)))]


def _passage(text: ReadText, wanted: Sequence[Token], found: Range) -> QuotedPassage:
    tokens = text.stream[found.start : found.end]
    exact = [token.letters for token in tokens] == [token.letters for token in wanted]
    return QuotedPassage(text, tuple(wanted), tokens, exact)


def _exact_match(parts: Iterable[Sequence[Token]], text: ReadText) -> QuotedText | None:
    """Return the first match of all parts of a quotation in their order."""
    passages: list[QuotedPassage] = []
    end = 0
    for part in parts:
        start = next(iter(exact_places(part, text, end)), None)
        if start is None:
            return None
        end = start + len(part)
        passages.append(_passage(text, part, Range(start, end)))
    return QuotedText(text, tuple(passages), 1.0)


def _similar_matches(parts: Sequence[Sequence[Token]], texts: Iterable[ReadText]) -> list[QuotedText]:
    """Return the most similar passages of the texts that are voted for, the best first."""
    votes = [(text, [likely_places(part, text) for part in parts]) for text in texts]
    votes.sort(key=lambda vote: -sum(places[0][1] for places in vote[1] if places))
    matches = (_similar_match(parts, text, places) for text, places in votes[:_TEXTS])
    return sorted((match for match in matches if match), key=lambda match: -match.similarity)


def _similar_match(
    parts: Iterable[Sequence[Token]], text: ReadText, places: Iterable[Sequence[tuple[int, int]]]
) -> QuotedText | None:
    passages: list[QuotedPassage] = []
    least = 1.0
    for part, likely in zip(parts, places, strict=True):
        ranges = [find_most_similar(part, text, start) for start, _ in likely]
        best = max(ranges, key=lambda found: found.similarity, default=None)
        if best is None or best.similarity < _MIN_SIMILARITY or best.end <= best.start:
            return None
        passages.append(_passage(text, part, best))
        least = min(least, best.similarity)
    return QuotedText(text, tuple(passages), least)
