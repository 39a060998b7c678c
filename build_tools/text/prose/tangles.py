"""Find Markdown that takes a converter too long, or that nests more deeply than it can follow.

Python-Markdown looks behind each bracket for its end, behind each space of a heading for an attribute list, and before
each asterisk for its partner; for each heading, rule and note it copies the rest of the paragraph. So its work grows
with the square of their number. It calls itself for each level of a list, and for each definition of a paragraph. No
text that anybody would read comes near the limits.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from build_tools.text.prose.code_spans import mask_code

_BETWEEN_BLOCKS = re.compile(r"\n[ \t]*(?=\n)")
_STEP = re.compile(r"\]\(|[\[\]()]|(?P<run>[^\w\s]|_)(?P=run){99,}|[ \t]{100,}|\*+|_+")
_LINE_APART = re.compile(r"^ {0,3}(?:#|!!!|[=-]+[ ]*$|(?:[*_-] ?){3,}$)", re.MULTILINE)
"""A heading, the line below a heading, a rule or a note: what follows it in its paragraph is copied."""
_DEFINITION = re.compile(r"^ {0,3}: {1,3}", re.MULTILINE)
_LEVELS = re.compile(r"(?:(?:[*+-]|\d{1,9}[.)])[ \t]+){100}")
"""Signs of lists within lists, on one line."""
_MOST_DEFINITIONS = 200  # in a paragraph, between blank lines
_LIMIT = 4_000_000
"""The steps, each a third of a microsecond, that a converter may need for a file beyond those of plain words."""

_DELIMITER_STEPS = 25  # pairs of asterisks that are as much work as one step
_COPY_STEPS = 8  # code points that are copied in one step
_TAB = 4  # the spaces of a tab


def find_tangle(content: str) -> int | None:
    """Return where the paragraph begins that costs a converter most, if the whole text costs it too much.

    Args:
        content: The Markdown of a file.

    Returns:
        An offset in code points, or None if the text can be converted in reasonable time.
    """
    costs = list(_block_costs(mask_code(content, "x")))
    if sum(cost for cost, _ in costs) <= _LIMIT:
        return None
    return max(costs, key=lambda cost: cost[0])[1]


def _block_costs(content: str) -> Iterator[tuple[int, int]]:
    """Yield the steps that each block costs, and where it begins."""
    starts = [0, *(match.end() for match in _BETWEEN_BLOCKS.finditer(content)), len(content)]
    for start, end in pairwise(starts):
        block = content[start:end]
        steps = _bracket_steps(block) + len(_LINE_APART.findall(block)) * len(block) // _COPY_STEPS
        if _LEVELS.search(block) or len(_DEFINITION.findall(block)) > _MOST_DEFINITIONS:
            steps += _LIMIT + 1
        yield steps, start


def _bracket_steps(block: str) -> int:
    """Return the steps that brackets, asterisks and runs of one sign cost in a block."""
    steps, delimiters = 0, 0
    openings: list[int] = []
    addresses: list[int | None] = []  # the places of open parentheses, None for those that begin no address
    for match in _STEP.finditer(block):
        sign = match[0]
        if sign == "[":
            openings.append(match.start())
        elif sign in ("]", "]("):
            steps += match.start() - openings.pop() if openings else 0
            if sign == "](":
                addresses.append(match.start())
        elif sign == "(":
            addresses.append(None)
        elif sign == ")":
            opening = addresses.pop() if addresses else None
            steps += match.start() - opening if opening is not None else 0
        elif sign[0] in "*_" and not match["run"]:
            delimiters += 1
        else:
            steps += (len(sign) + (_TAB - 1) * sign.count("\t")) ** 2 // 2
    unclosed = [*openings, *(opening for opening in addresses if opening is not None)]
    return steps + sum(len(block) - opening for opening in unclosed) + delimiters**2 // _DELIMITER_STEPS
