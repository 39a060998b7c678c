"""How drafts stand to one another: what a blank line, a rule or a much longer line sets apart."""

from __future__ import annotations

from collections.abc import Sequence

from build_tools.segmentation.proto_blocks import Draft
from build_tools.segmentation.roles import line_classifiers

HEADING_WIDTH = 100  # columns; what is wider is a paragraph
MOST_LINES = 3  # of a title or heading
_RULE_SLIP = 3  # columns by which a rule may be shorter or longer than the heading it underlines


class Layout:
    """The drafts of one text and the roles they have so far (None: none yet)."""

    def __init__(self, drafts: Sequence[Draft], roles: Sequence[str | None]) -> None:
        """Begin with the roles that are decided already."""
        self.drafts = drafts
        self.roles = list(roles)
        self._spaced = any(draft.gap for draft in drafts[1:])

    def text(self, index: int) -> str:
        """The text of a draft."""
        return self.drafts[index].text

    def is_last(self, index: int) -> bool:
        """Whether no draft follows."""
        return index + 1 == len(self.drafts)

    def ends_apart(self, index: int) -> bool:
        """Whether a blank line follows a draft, or, in a text without blank lines, a much longer one."""
        if self.is_last(index):
            return False
        following = self.drafts[index + 1]
        if self._spaced:
            return following.gap > 0 or self.is_underlined(index)
        return following.width > 2 * self.drafts[index].width and line_classifiers.ends_sentence(following.text)

    def begins_apart(self, index: int) -> bool:
        """Whether a draft is no part of the one before it: after a blank line, below a complete paragraph or a label."""
        if index == 0 or self.drafts[index].gap or not self._spaced:
            return True
        before = self.drafts[index - 1]
        wrapped = len(before.stretches) > 1 and line_classifiers.ends_sentence(before.text)
        return wrapped or before.text.endswith((":", "："))

    def is_led_to(self, index: int) -> bool:
        """Whether the paragraph before a draft breaks off within a sentence, so that the draft completes it."""
        if index == 0 or self.roles[index - 1]:
            return False
        before = self.drafts[index - 1]
        return before.width > HEADING_WIDTH and not line_classifiers.ends_sentence(before.text)

    def is_underlined(self, index: int) -> bool:
        """Whether a rule as long as the line stands right below it, as plain text marks headings."""
        if self.is_last(index) or len(self.drafts[index].stretches) > 1:
            return False
        draft, rule = self.drafts[index], self.drafts[index + 1]
        return not rule.gap and line_classifiers.is_ornament(rule.text) and abs(rule.width - draft.width) <= _RULE_SLIP


def may_head(text: str) -> bool:
    """Whether a text reads like a title or heading: letters, no small one first, no full stop or comma last."""
    if "://" in text or text.startswith(("Q. ", "A. ")):
        return False
    return (
        not line_classifiers.is_closed(text) and not line_classifiers.begins_small(text) and any(map(str.isalnum, text))
    )
