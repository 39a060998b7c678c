"""Tell which blocks are set apart from their neighbours by a blank line, a rule or a much longer line."""

from __future__ import annotations

from collections.abc import Sequence

from build_tools.segmentation.proto_blocks import ProtoBlock
from build_tools.segmentation.roles import line_classifiers

HEADING_WIDTH = 100  # columns; anything wider is a paragraph
MOST_LINES = 3  # the most a title or heading has
_RULE_SLIP = 3  # columns by which a rule may be shorter or longer than the heading it underlines


class Layout:
    """The blocks of one text and the roles they have so far (None: none yet)."""

    def __init__(self, blocks: Sequence[ProtoBlock], roles: Sequence[str | None]) -> None:
        """Begin with the roles decided so far."""
        self.blocks = blocks
        self.roles = list(roles)
        self._spaced = any(block.gap for block in blocks[1:])

    def text(self, index: int) -> str:
        """Return the text of a block."""
        return self.blocks[index].text

    def is_last(self, index: int) -> bool:
        """Return whether no block follows."""
        return index + 1 == len(self.blocks)

    def ends_apart(self, index: int) -> bool:
        """Return whether a blank line follows or, in a text without blank lines, a much longer block."""
        if self.is_last(index):
            return False
        following = self.blocks[index + 1]
        if self._spaced:
            return following.gap > 0 or self.is_underlined(index)
        return following.width > 2 * self.blocks[index].width and line_classifiers.ends_sentence(following.text)

    def begins_apart(self, index: int) -> bool:
        """Return whether a block begins anew: after a blank line, or below a complete paragraph or a label."""
        if index == 0 or self.blocks[index].gap or not self._spaced:
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
        """Return whether a rule as long as the line stands right below it, as plain text marks headings."""
        if self.is_last(index) or len(self.blocks[index].line_ranges) > 1:
            return False
        block, rule = self.blocks[index], self.blocks[index + 1]
        return not rule.gap and line_classifiers.is_ornament(rule.text) and abs(rule.width - block.width) <= _RULE_SLIP


def reads_like_heading(text: str) -> bool:
    """Return whether a text can be a title or heading: no small letter first, no full stop or comma last."""
    if "://" in text or text.startswith(("Q. ", "A. ")):
        return False
    return (
        not line_classifiers.is_closed(text) and not line_classifiers.begins_small(text) and any(map(str.isalnum, text))
    )
