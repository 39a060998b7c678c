"""Set aside, line by line, what does not belong to a text: the furniture of its pages, the frame it came in.

A line is set aside only where rules leave no doubt; an editor's ruling goes before every rule. A sentence that the
furniture of a page interrupts goes on behind it.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from build_tools.model import PAGE_FURNITURE, PageBreak
from build_tools.segmentation.lines import Line
from build_tools.segmentation.setting_aside.frames import find_frames
from build_tools.segmentation.setting_aside.leaves import find_on_leaves, split_leaves
from build_tools.segmentation.setting_aside.page_breaks import carry_over
from build_tools.segmentation.setting_aside.series import find_series
from build_tools.segmentation.setting_aside.web_pages import find_web_furniture


@dataclass(frozen=True, slots=True)
class Ruled:
    """A passage that an editor decided: `reason` to set its lines aside, None to keep them."""

    start: int
    end: int
    reason: str | None


@dataclass(frozen=True, slots=True)
class Apart:
    """The lines of a text without those set aside.

    Attributes:
        lines: The lines of the text.
        set_aside: The start and end of each line set aside, and the reason.
        pages: Where the printed pages begin whose numbers are known.
        breaks: Where the first lines of all pages begin.
    """

    lines: tuple[Line, ...]
    set_aside: tuple[tuple[int, int, str], ...]
    pages: tuple[PageBreak, ...]
    breaks: frozenset[int] = frozenset()


def set_lines_aside(text: str, lines: Sequence[Line], ruled: Iterable[Ruled]) -> Apart:
    """Set aside the lines that do not belong to a text.

    Args:
        text: The text.
        lines: Its lines.
        ruled: What an editor decided.
    """
    decided = _decided(lines, ruled)
    frame = find_frames(lines) or find_web_furniture(lines)
    reasons = {index: reason for index, reason in frame.items() if index not in decided}
    reasons |= {index: reason for index, reason in decided.items() if reason}
    places = [index for index in range(len(lines)) if reasons.get(index, PAGE_FURNITURE) == PAGE_FURNITURE]
    inner = _without_frame(lines, places)
    leaves = split_leaves(text, inner)
    if len(leaves) > 1:
        found, numbers = find_on_leaves(inner, leaves)
        breaks = {leaf.start: numbers.get(page, "") for page, leaf in enumerate(leaves)}
    else:
        found, breaks = find_series(inner)
    furniture = {at for at, index in enumerate(places) if index in reasons or (at in found and index not in decided)}
    reasons |= {places[at]: PAGE_FURNITURE for at in furniture}
    kept, pages, breaks_at = carry_over(inner, furniture, breaks, in_columns=len(leaves) > 1)
    return Apart(tuple(kept), tuple(_stretches(text, lines, reasons)), tuple(pages), breaks_at)


def _without_frame(lines: Sequence[Line], places: Sequence[int]) -> list[Line]:
    """Return the lines at some places; in a text with blank lines, one behind lines that are left out stands apart."""
    if len(places) == len(lines) or not any(line.gap for line in lines):
        return [lines[index] for index in places]
    return [
        lines[index] if not at or places[at - 1] == index - 1 or lines[index].gap else lines[index]._replace(gap=1)
        for at, index in enumerate(places)
    ]


def _stretches(text: str, lines: Sequence[Line], reasons: Mapping[int, str]) -> Iterator[tuple[int, int, str]]:
    """Yield the stretches of a text that are set aside: lines that follow one another for one reason are one."""
    indexes = sorted(reasons)
    first = 0
    for at, index in enumerate(indexes):
        following = indexes[at + 1] if at + 1 < len(indexes) else None
        if (
            following != index + 1
            or reasons[following] != reasons[index]
            or not text[lines[index].end : lines[following].start].isspace()
        ):
            yield lines[indexes[first]].start, lines[index].end, reasons[index]
            first = at + 1


def _decided(lines: Sequence[Line], ruled: Iterable[Ruled]) -> dict[int, str | None]:
    """Return what an editor decided, by the index of the line."""
    ends = [line.end for line in lines]
    decided: dict[int, str | None] = {}
    for ruling in ruled:
        index = bisect_right(ends, ruling.start)
        while index < len(lines) and lines[index].start < ruling.end:
            decided[index] = decided.get(index) or ruling.reason
            index += 1
    return decided
