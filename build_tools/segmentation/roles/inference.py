"""Infer the role of each block: by its wording, then by its place; the rest are paragraphs and list items."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from build_tools.segmentation.proto_blocks import ProtoBlock
from build_tools.segmentation.roles import line_classifiers, numbering
from build_tools.segmentation.roles.front_matter_roles import assign_front_roles
from build_tools.segmentation.roles.headings import assign_headings
from build_tools.segmentation.roles.layout import Layout
from build_tools.segmentation.roles.levels import assign_levels


def infer_roles(blocks: Sequence[ProtoBlock], ruled: Mapping[int, str]) -> tuple[list[str], list[int]]:
    """Infer roles and levels.

    Args:
        blocks: The blocks of one text, in order.
        ruled: The roles that an editor decided, by the index of the block.

    Returns:
        The role of each block, and its level (0 outermost).
    """
    context = numbering.NumberingContext(block.text for block in blocks)
    items = [_item(block, context) for block in blocks]
    layout = Layout(blocks, [ruled.get(index) or _by_wording(blocks, index) for index in range(len(blocks))])
    for index, item in enumerate(items):
        if item and not layout.roles[index]:
            layout.roles[index] = "list-item"
    assign_front_roles(layout)
    assign_headings(layout, items)
    roles = [role or "paragraph" for role in layout.roles]
    return roles, assign_levels(blocks, roles, items)


def _item(block: ProtoBlock, context: numbering.NumberingContext) -> numbering.Marker | None:
    marker = numbering.read_marker(block.text)
    return marker if marker and context.accepts(marker, apart=True) else None


def _by_wording(blocks: Sequence[ProtoBlock], index: int) -> str | None:
    text = blocks[index].text
    if line_classifiers.is_ornament(text) or line_classifiers.is_page_number(text):
        return "boilerplate"
    if index and blocks[index - 1].text == text:
        return "duplicate"
    if line_classifiers.is_navigation(text):
        return "navigation"
    if line_classifiers.is_rights(text):
        return "rights"
    return "caption" if line_classifiers.is_caption(text) else None
