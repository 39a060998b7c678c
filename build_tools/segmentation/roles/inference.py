"""Infer the role of each block: by its wording, then by its place; the rest are paragraphs and list items."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from build_tools.segmentation.proto_blocks import ProtoBlock
from build_tools.segmentation.roles import line_classifiers, numbering
from build_tools.segmentation.roles.front_matter_roles import assign_front_roles, assign_marked_title
from build_tools.segmentation.roles.genres.book_parts import (
    assign_contents,
    assign_epigraphs,
    assign_rows,
    is_illustration,
)
from build_tools.segmentation.roles.genres.casts import assign_cast
from build_tools.segmentation.roles.genres.letter_parts import assign_letter_parts
from build_tools.segmentation.roles.genres.notes import assign_notes
from build_tools.segmentation.roles.genres.speeches import assign_speeches
from build_tools.segmentation.roles.headings import assign_headings
from build_tools.segmentation.roles.layout import Layout, MarkedRoles
from build_tools.segmentation.roles.levels import assign_levels, marked_levels


def infer_roles(
    blocks: Sequence[ProtoBlock], ruled: Mapping[int, str], marked: MarkedRoles, title: str = ""
) -> tuple[list[str], list[int]]:
    """Infer roles and levels.

    Args:
        blocks: The blocks of one text, in order.
        ruled: The roles that an editor decided, by the index of the block.
        marked: What the lines or marks of the text say of its blocks.
        title: The title that the page of the text gives; "" where there is no page, and rules look for a title.

    Returns:
        The role of each block, and its level (0 outermost).
    """
    markers = [numbering.read_marker(block.text) for block in blocks]
    context = numbering.NumberingContext(markers)
    items = [marker if marker and context.accepts(marker, apart=True) else None for marker in markers]
    layout = Layout(
        blocks, [ruled.get(index) or _by_wording(blocks, index, marked.roles) for index in range(len(blocks))]
    )
    for index, item in enumerate(items):
        if item and not layout.roles[index]:
            layout.roles[index] = "list-item"
    assign_contents(layout)
    cast = assign_cast(layout)
    assign_rows(layout)
    assign_speeches(layout, cast)
    assign_notes(layout)
    assign_letter_parts(layout)
    if marked.marks_headings:
        assign_marked_title(layout, title)
    assign_front_roles(layout, title)
    if not marked.marks_headings:
        assign_headings(layout, items)
    assign_epigraphs(layout)
    roles = [ruled.get(index) or role or "paragraph" for index, role in enumerate(layout.roles)]
    levels = assign_levels(blocks, roles, items)
    return roles, marked_levels(blocks, roles, levels, marked.levels)


def _by_wording(blocks: Sequence[ProtoBlock], index: int, marked: Mapping[int, str]) -> str | None:
    text = blocks[index].text
    if given := marked.get(blocks[index].start):
        return given
    if is_illustration(text):
        return "illustration"
    if line_classifiers.is_ornament(text) or line_classifiers.is_page_number(text):
        return "boilerplate"
    if index and blocks[index - 1].text == text:
        return "duplicate"
    if line_classifiers.is_navigation(text):
        return "navigation"
    if line_classifiers.is_rights(text):
        return "rights"
    return "caption" if line_classifiers.is_caption(text) else None
