"""Find Markdown that takes a converter too long: brackets that never close, endless white space, countless asterisks.

Python-Markdown looks for the partner of each bracket, backtick, tag and asterisk, if need be to the end of the text, so
that its work grows with the square of their number; for each heading, rule and note it copies the rest of the block;
and it gives up where lists, definitions or elements are too deep in each other. The work is estimated here in steps. A
page of prose needs some thousands, the limit is millions.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise
from operator import itemgetter

from build_tools.text.prose.code_spans import mask_code

_BETWEEN_BLOCKS = re.compile(r"\n[ \t]*(?=\n)")
_STEP = re.compile(r"[\[\]()]|`+|(?P<run>[^\w\s]|_)(?P=run){99,}|[ \t]{100,}|\*+|_+")
_HEADING = re.compile(r"^(?:#|!!!)|(?<=[^\n]\n)(?:=+|-+)[ \t]*$", re.MULTILINE)
_LINE_APART = re.compile(r"^ {0,3}(?:#|!!!|[=-]+[ ]*$|(?:[*_-] ?){3,}$)", re.MULTILINE)
"""A heading, the line below a heading, a rule or a note."""

_LEVELS = re.compile(r"(?:(?:[*+-]|\d{1,9}[.)])[ \t]+){100}")
"""Signs of lists within lists, on one line."""

_TAG = re.compile(r"<(?=[a-zA-Z/!?])|>")
_DEFINITION = re.compile(r"^ {0,3}:", re.MULTILINE)
_NESTING = re.compile(r"<[a-zA-Z][^<>]*\bmarkdown\b")
_OPENING = {"]": "[", ")": "("}

_LIMIT = 4_000_000
"""The steps, each a third of a microsecond, that a converter may need for a file beyond those of plain words."""

_MOST_NESTED = 200
"""How many definitions in a paragraph, or elements with Markdown in a file, can be put into each other."""

# How many of these are as much work as one step.
_PAIRS_OF_ASTERISKS, _PAIRS_OF_HEADINGS, _PAIRS_OF_TAGS, _CHARACTERS_BEHIND_A_TAG, _CHARACTERS_COPIED = 25, 8, 100, 5, 8
_TAB = 4  # the spaces of a tab


@lru_cache(maxsize=8_192)  # a server checks all prose after each edit
def find_tangle(content: str) -> int | None:
    """Return where the paragraph begins that costs a converter most, if the whole text costs it too much.

    Args:
        content: The Markdown of a file.

    Returns:
        An offset in code points, or None if the text can be converted in reasonable time.
    """
    prose = mask_code(content, "x")
    starts = [0, *(match.end() for match in _BETWEEN_BLOCKS.finditer(prose)), len(prose)]
    costs = [(_block_cost(prose, start, end), start) for start, end in pairwise(starts)]
    if sum(cost for cost, _ in costs) + _cost_of_headings(prose) + _cost_of_tags(prose) <= _LIMIT:
        return None
    return max(costs, key=itemgetter(0))[1]


def _block_cost(content: str, start: int, end: int) -> int:
    """Return the steps that a block costs: each bracket and backtick is looked for to its partner, or to the end."""
    if _LEVELS.search(content, start, end) or _count(_DEFINITION, content, start, end) > _MOST_NESTED:
        return _LIMIT + 1
    asterisks, steps = 0, _count(_LINE_APART, content, start, end) * (end - start) // _CHARACTERS_COPIED
    openings: dict[str, list[int]] = {"[": [], "(": []}
    for match in _STEP.finditer(content, start, end):
        sign = match[0]
        if sign in openings:
            openings[sign].append(match.start())
        elif sign in _OPENING:
            waiting = openings[_OPENING[sign]]
            steps += match.start() - waiting.pop() if waiting else 0
        elif sign[0] == "`":
            steps += end - match.start()
        elif sign[0] in "*_" and not match["run"]:
            asterisks += 1
        else:
            steps += (len(sign) + (_TAB - 1) * sign.count("\t")) ** 2 // 2
    steps += sum(end - opening for waiting in openings.values() for opening in waiting)
    return steps + asterisks**2 // _PAIRS_OF_ASTERISKS


def _cost_of_headings(content: str) -> int:
    """Return the steps that headings and notes cost, each of which is compared with those before it."""
    return _count(_HEADING, content, 0, len(content)) ** 2 // _PAIRS_OF_HEADINGS


def _cost_of_tags(content: str) -> int:
    """Return the steps that tags cost: what begins one is read to its end, or to that of the text."""
    if _count(_NESTING, content, 0, len(content)) > _MOST_NESTED:
        return _LIMIT + 1
    tags, characters, waiting, their_starts = 0, 0, 0, 0
    for match in _TAG.finditer(content):
        if match[0] == "<":
            tags += 1
            waiting += 1
            their_starts += match.start()
        else:
            characters += waiting * match.start() - their_starts
            waiting = their_starts = 0
    characters += waiting * len(content) - their_starts
    return characters // _CHARACTERS_BEHIND_A_TAG + tags**2 // _PAIRS_OF_TAGS


def _count(pattern: re.Pattern[str], content: str, start: int, end: int) -> int:
    return sum(1 for _ in pattern.finditer(content, start, end))
