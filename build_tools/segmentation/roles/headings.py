"""Headings: short lines that stand apart, above something that a heading can head."""

from __future__ import annotations

from collections.abc import Sequence

from build_tools.segmentation.proto_blocks import Draft
from build_tools.segmentation.roles import line_classifiers
from build_tools.segmentation.roles.layout import HEADING_WIDTH, MOST_LINES, Layout, may_head
from build_tools.segmentation.roles.numbering import Marker

_WORDS = 8  # a numbered heading that ends with a full stop has no more
_CHAIN = 3  # headings in a row: a part, a chapter, its title
_BELOW = ("heading", "list-item", "caption", "dateline", "byline")


def name_headings(layout: Layout, items: Sequence[Marker | None]) -> None:
    """Name headings from the last to the first, so that each knows what it stands above."""
    chain = 0
    below: int | None = None
    for index in reversed(range(len(layout.drafts))):
        role = layout.roles[index]
        if role in {None, "list-item"} and layout.is_underlined(index):
            layout.roles[index] = "heading"
            chain = 0
        elif chain < _CHAIN and _is_heading(layout, index, items) and _heads(layout, index, below):
            layout.roles[index] = "heading"
            chain += 1
        else:
            chain = 0
        if layout.roles[index] not in {"duplicate", "boilerplate"}:
            below = index


def _is_heading(layout: Layout, index: int, items: Sequence[Marker | None]) -> bool:
    draft = layout.drafts[index]
    if draft.width > HEADING_WIDTH or len(draft.stretches) > MOST_LINES:
        return False
    if layout.roles[index] == "list-item":
        neighbours = items[max(index - 1, 0) : index + 2]
        return _is_numbered_heading(draft, items[index], neighbours)
    capitals = line_classifiers.is_capitals(draft.text) and not draft.text.endswith((",", ";", ":"))
    return not layout.roles[index] and (may_head(draft.text) or capitals)


def _is_numbered_heading(draft: Draft, item: Marker | None, neighbours: Sequence[Marker | None]) -> bool:
    """Whether an item stands alone like a heading: without a sibling at its side, and without a sentence's end."""
    if not item or item.is_bullet or sum(other is not None and other.style == item.style for other in neighbours) > 1:
        return False
    words = draft.text[item.length :].split()
    return not line_classifiers.is_closed(draft.text) or (draft.text.endswith(".") and len(words) <= _WORDS)


def _heads(layout: Layout, index: int, below: int | None) -> bool:
    """Whether a draft stands apart, above a paragraph, a list or another heading."""
    if below is None or not layout.begins_apart(index) or not layout.ends_apart(index) or layout.is_led_to(index):
        return False
    if layout.roles[below]:
        return layout.roles[below] in _BELOW
    return line_classifiers.ends_sentence(layout.text(below)) or layout.drafts[below].width > HEADING_WIDTH
