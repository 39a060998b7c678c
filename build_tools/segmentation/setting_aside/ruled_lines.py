"""What an editor's rulings say of whole lines and of the hyphens at their ends, before blocks are made of them."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from build_tools.model import PAGE_FURNITURE, SET_ASIDE_REASONS, Ruling
from build_tools.segmentation.divided_words import JOINED, KEPT
from build_tools.segmentation.ruled_blocks import PlacedRuling
from build_tools.segmentation.setting_aside import Ruled

_HYPHEN_AT_BREAK = re.compile(r"[-‐]\s*\n")


def ruled_lines(placed: Sequence[PlacedRuling]) -> list[Ruled]:
    """Return what the rulings say of whole lines: those that are page furniture, and those that blocks are made of."""
    return [
        Ruled(start, end, ruling.role if ruling.role == PAGE_FURNITURE or _is_aside_by_pattern(ruling) else None)
        for ruling, start, end in placed
        if ruling.role or ruling.split or ruling.join
    ]


def ruled_hyphens(text: str, placed: Sequence[PlacedRuling]) -> dict[int, str]:
    """Return what editors decided about hyphens at line ends, by their place in the text."""
    decisions = {"dropped": JOINED, "kept": KEPT}
    return {
        match.start(): decisions[ruling.hyphen]
        for ruling, start, end in placed
        if ruling.hyphen
        for match in _HYPHEN_AT_BREAK.finditer(text, start, end)
    }


def left_to_blocks(placed: Sequence[PlacedRuling], aside: Sequence[tuple[int, int, str]]) -> list[PlacedRuling]:
    """Return the rulings about what is left of a text without the lines set aside."""
    starts = [start for start, _, _ in aside]
    ends = [end for _, end, _ in aside]
    return [item for item in placed if bisect_right(ends, item[1]) >= bisect_right(starts, item[1])]


def _is_aside_by_pattern(ruling: Ruling) -> bool:
    return ruling.like and ruling.role in SET_ASIDE_REASONS
