"""Tell which blocks are set apart from their neighbours by a blank line, a rule or a much longer line."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from build_tools.segmentation.lines import width
from build_tools.segmentation.proto_blocks import ProtoBlock
from build_tools.segmentation.roles import line_classifiers
from build_tools.text.scripts import SCRIPTS

HEADING_WIDTH = 100  # columns; anything wider is a paragraph
MOST_LINES = 3  # the most a title or heading has
_WRAPPED_WIDTH = 120  # columns; a wrapped paragraph may have one line and a word
_SPACED_SHARE = 10  # a text is spaced where one block in so many has a blank line before it
_WIDEST_THAI = 30  # columns of a heading in Thai or Lao, whose sentences end without a stop
_WITHOUT_STOPS = re.compile(f"[{SCRIPTS['Thai']}\u0e80-\u0edf]")
_RULE_SLIP = 3  # columns by which a rule may be shorter or longer than the heading it underlines


@dataclass(frozen=True, slots=True)
class MarkedRoles:
    """What the lines or marks of a text say of its blocks, by where in the seed their first line begins.

    Attributes:
        roles: The role of a block.
        levels: The level of a heading, 1 outermost.
        marks_headings: Whether every heading of the text is marked as one.
    """

    roles: dict[int, str] = field(default_factory=dict)
    levels: dict[int, int] = field(default_factory=dict)
    marks_headings: bool = False


_WIDEST_ROW = 160  # columns


class Layout:
    """The blocks of one text and the roles they have so far (None: none yet)."""

    def __init__(self, blocks: Sequence[ProtoBlock], roles: Sequence[str | None]) -> None:
        """Begin with the roles decided so far; a text is spaced if blank lines stand between its blocks."""
        self.blocks = blocks
        self.roles = list(roles)
        self.is_spaced = sum(block.gap > 0 for block in blocks[1:]) * _SPACED_SHARE > len(blocks)

    def text(self, index: int) -> str:
        """Return the text of a block."""
        return self.blocks[index].text

    def cells(self, index: int) -> int:
        """Return how many cells a line has, which tabs or wide spaces keep apart; 1 where a block is no single line."""
        block = self.blocks[index]
        if len(block.line_ranges) > 1 or len(block.spans) == 1 or block.marks or block.width > _WIDEST_ROW:
            return 1
        # Two spaces end a sentence in many typescripts.
        return 1 + sum(span.start - before.end != 2 for before, span in pairwise(block.spans))  # noqa: PLR2004

    def is_last(self, index: int) -> bool:
        """Return whether no block follows."""
        return index + 1 == len(self.blocks)

    def ends_apart(self, index: int) -> bool:
        """Return whether a blank line follows, wrapped lines or, in a text without blank lines, a much longer block."""
        if self.is_last(index):
            return False
        following = self.blocks[index + 1]
        if self.is_spaced:
            return following.gap > 0 or self.is_underlined(index) or self._is_above_wrapped_lines(index)
        return following.width > 2 * self.blocks[index].width and line_classifiers.ends_sentence(following.text)

    def _is_above_wrapped_lines(self, index: int) -> bool:
        """Return whether a short line stands apart above a wrapped paragraph, which it would have filled up."""
        block, following = self.blocks[index : index + 2]
        return (
            len(block.line_ranges) == 1
            and (index == 0 or block.gap > 0)
            and len(following.line_ranges) > 1
            and following.width >= _WRAPPED_WIDTH
            and line_classifiers.ends_sentence(following.text)
            and not line_classifiers.begins_small(following.text)
        )

    def begins_apart(self, index: int) -> bool:
        """Return whether a new block begins: after a blank line, or below a complete paragraph or a label."""
        if index == 0 or self.blocks[index].gap or not self.is_spaced:
            return True
        before = self.blocks[index - 1]
        wrapped = len(before.line_ranges) > 1 and line_classifiers.ends_sentence(before.text)
        return wrapped or before.text.endswith((":", "："))

    def completes_previous(self, index: int) -> bool:
        """Return whether the paragraph before breaks off within a sentence, which this block completes."""
        if index == 0 or self.roles[index - 1]:
            return False
        before = self.blocks[index - 1]
        return before.width > HEADING_WIDTH and not line_classifiers.ends_sentence(before.text)

    def is_underlined(self, index: int) -> bool:
        """Return whether a rule as long as the line is right below it, as plain text marks headings."""
        if self.is_last(index) or len(self.blocks[index].line_ranges) > 1:
            return False
        block, rule = self.blocks[index], self.blocks[index + 1]
        return not rule.gap and line_classifiers.is_ornament(rule.text) and abs(rule.width - block.width) <= _RULE_SLIP


def reads_like_heading(text: str) -> bool:
    """Return whether a text can be a title or heading: no small letter first, no full stop or comma last."""
    if "://" in text or text.startswith(("Q. ", "A. ")) or (_WITHOUT_STOPS.match(text) and width(text) > _WIDEST_THAI):
        return False
    return (
        not line_classifiers.is_closed(text) and not line_classifiers.begins_small(text) and any(map(str.isalnum, text))
    )
