"""What a text in Markdown consists of: its blocks, what its marks say of them, and the marks."""

from __future__ import annotations

from dataclasses import dataclass, field

from build_tools.segmentation.margins import Group
from build_tools.segmentation.markdown_input.inline_marks import Range
from build_tools.segmentation.roles.layout import MarkedRoles


@dataclass(slots=True)
class MarkdownReading:
    """What a text in Markdown consists of.

    Attributes:
        groups: The lines of each block, without the marks before and behind them.
        marked: The roles that its marks give to blocks.
        marks: Marks within and around the lines of blocks.
        aside: What is no text at all, apart from the marks: rules of tables, tags, definitions of links.
    """

    groups: list[Group] = field(default_factory=list)
    marked: MarkedRoles = field(default_factory=lambda: MarkedRoles(marks_headings=True))
    marks: list[Range] = field(default_factory=list)
    aside: list[Range] = field(default_factory=list)
