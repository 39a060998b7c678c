"""Find Markdown that takes a converter too long: brackets that never close, endless white space, countless asterisks.

Python-Markdown looks behind each bracket for its end, behind each space of a heading for an attribute list, and before
each asterisk for its partner, so that its work grows with the square of their number. No text that anybody would read
comes near the limit.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from build_tools.text.prose.code_spans import mask_code

_BETWEEN_BLOCKS = re.compile(r"\n[ \t]*(?=\n)")
_STEP = re.compile(r"[\[\]]|(?P<run>[^\w\s]|_)(?P=run){99,}|[ \t]{100,}|[*_]+")
_LIMIT = 4_000_000
"""The steps, each a third of a microsecond, that a converter may need for a file beyond those of plain words."""

_DELIMITER_STEPS = 25  # pairs of asterisks that are as much work as one step
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
        steps, delimiters = 0, 0
        openings: list[int] = []
        for match in _STEP.finditer(content, start, end):
            if match[0] == "[":
                openings.append(match.start())
            elif match[0] == "]":
                steps += match.start() - openings.pop() if openings else 0
            elif match[0][0] in "*_" and not match["run"]:
                delimiters += 1
            else:
                steps += (len(match[0]) + (_TAB - 1) * match[0].count("\t")) ** 2 // 2
        steps += sum(end - opening for opening in openings)
        yield steps + delimiters**2 // _DELIMITER_STEPS, start
