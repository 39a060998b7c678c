"""The role of each block: first by its wording, then by its place, the rest paragraphs and list items."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from build_tools.segmentation.proto_blocks import Draft
from build_tools.segmentation.roles import line_classifiers, numbering
from build_tools.segmentation.roles.front_matter_roles import name_front
from build_tools.segmentation.roles.headings import name_headings
from build_tools.segmentation.roles.layout import Layout
from build_tools.segmentation.roles.levels import assign_levels


def infer(drafts: Sequence[Draft], ruled: Mapping[int, str]) -> tuple[list[str], list[int]]:
    """The role of each draft and its level; `ruled` holds the roles an editor decided, by index."""
    company = numbering.NumberingContext(draft.text for draft in drafts)
    items = [_item(draft, company) for draft in drafts]
    layout = Layout(drafts, [ruled.get(index) or _by_wording(drafts, index) for index in range(len(drafts))])
    for index, item in enumerate(items):
        if item and not layout.roles[index]:
            layout.roles[index] = "list-item"
    name_front(layout)
    name_headings(layout, items)
    roles = [role or "paragraph" for role in layout.roles]
    return roles, assign_levels(drafts, roles, items)


def _item(draft: Draft, company: numbering.NumberingContext) -> numbering.Marker | None:
    marker = numbering.read_marker(draft.text)
    return marker if marker and company.accepts(marker, apart=True) else None


def _by_wording(drafts: Sequence[Draft], index: int) -> str | None:
    text = drafts[index].text
    if line_classifiers.is_ornament(text) or line_classifiers.is_page_number(text):
        return "boilerplate"
    if index and drafts[index - 1].text == text:
        return "duplicate"
    if line_classifiers.is_navigation(text):
        return "navigation"
    if line_classifiers.is_rights(text):
        return "rights"
    return "caption" if line_classifiers.is_caption(text) else None
