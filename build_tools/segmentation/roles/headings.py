"""Recognise headings: short lines that stand apart, above a paragraph, a list or another heading."""

from __future__ import annotations

from collections.abc import Sequence

from build_tools.segmentation.proto_blocks import ProtoBlock
from build_tools.segmentation.roles import line_classifiers
from build_tools.segmentation.roles.layout import HEADING_WIDTH, MOST_LINES, Layout, reads_like_heading
from build_tools.segmentation.roles.numbering import Marker

_WORDS = 8  # the most a numbered heading that ends with a full stop has
_CHAIN = 3  # the most headings in a row: a part, a chapter, its title
_BELOW = ("heading", "list-item", "caption", "dateline", "byline")


def assign_headings(layout: Layout, items: Sequence[Marker | None]) -> None:
    """Assign the role of heading, from the last block to the first, so that the role below is known.

    Args:
        layout: The blocks with the roles they have so far.
        items: The list marker of each block, or None.
    """
    chain = 0
    below: int | None = None
    for index in reversed(range(len(layout.blocks))):
        role = layout.roles[index]
        if role in {None, "list-item"} and layout.is_underlined(index):
            layout.roles[index] = "heading"
            chain = 0
        elif chain < _CHAIN and _is_heading(layout, index, items) and _can_head(layout, index, below):
            layout.roles[index] = "heading"
            chain += 1
        else:
            chain = 0
        if layout.roles[index] not in {"duplicate", "boilerplate"}:
            below = index


def _is_heading(layout: Layout, index: int, items: Sequence[Marker | None]) -> bool:
    block = layout.blocks[index]
    if block.width > HEADING_WIDTH or len(block.line_ranges) > MOST_LINES:
        return False
    if layout.roles[index] == "list-item":
        neighbours = items[max(index - 1, 0) : index + 2]
        return _is_numbered_heading(block, items[index], neighbours)
    capitals = line_classifiers.is_capitals(block.text) and not block.text.endswith((",", ";", ":"))
    return not layout.roles[index] and (reads_like_heading(block.text) or capitals)


def _is_numbered_heading(block: ProtoBlock, item: Marker | None, neighbours: Sequence[Marker | None]) -> bool:
    """Return whether a list item is a heading: without a sibling next to it, and without the end of a sentence."""
    if (
        not item
        or item.is_bullet
        or sum(marker is not None and marker.style == item.style for marker in neighbours) > 1
    ):
        return False
    words = block.text[item.length :].split()
    return not line_classifiers.is_closed(block.text) or (block.text.endswith(".") and len(words) <= _WORDS)


def _can_head(layout: Layout, index: int, below: int | None) -> bool:
    """Return whether a block stands apart, above a paragraph, a list or another heading."""
    if (
        below is None
        or not layout.begins_apart(index)
        or not layout.ends_apart(index)
        or layout.completes_previous(index)
    ):
        return False
    if layout.roles[below]:
        return layout.roles[below] in _BELOW
    return line_classifiers.ends_sentence(layout.text(below)) or layout.blocks[below].width > HEADING_WIDTH
