"""Find in the text of a block where the lines of the seed begin that are kept: of a stanza, and the cells of a row."""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import pairwise

from build_tools.model import Block, Document

_BETWEEN_CELLS = re.compile(r"\||\t|\s{3}")


def line_starts(document: Document) -> Mapping[str, tuple[int, ...]]:
    """Return where, in the text of each stanza, a line begins, and in that of each row, a cell; by the block's id.

    The first is left out. A stanza breaks where the seed does, a row where the seed keeps cells apart.
    """
    seed = document.source.text
    return {
        block.id: starts
        for block in document.blocks
        if block.role in {"verse", "table"} and seed and (starts := tuple(_starts(block, seed)))
    }


def _starts(block: Block, seed: str) -> list[int]:
    return [
        span.at
        for before, span in pairwise(block.spans)
        if block.text[span.at - 1] == " " and _breaks(seed[before.end : span.start], block.role)
    ]


def _breaks(between: str, role: str) -> bool:
    """Return whether a line of the seed, or a cell of a row, ends between two words."""
    if role == "table":
        return _BETWEEN_CELLS.search(between) is not None
    return len(f"{between}.".splitlines()) > 1
