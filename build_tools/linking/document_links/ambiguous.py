"""Mentions that stay undecided."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Ambiguous:
    """A span that may name several entries, or one by a short label alone; it is not linked.

    Attributes:
        document: The id of the text.
        block: The id of the block.
        start: Offset in code points of the block's text.
        end: Offset behind the last character.
        exact: The words of the span.
        entries: The ids of the entries that it might name, in order.
        reason: Why it is undecided, in words.
    """

    document: str
    block: str
    start: int
    end: int
    exact: str
    entries: tuple[str, ...]
    reason: str
