"""Mentions of entries (W3C Web Annotation) and their lines in context (KWIC)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Mention:
    """A span of a block that names an entry.

    Attributes:
        document: The id of the text.
        block: The id of the block.
        start: Where the span begins in the block's text, in code points.
        end: Where it ends, exclusive.
        exact: The words of the span.
        entry: The id of the entry.
        rule: The rule by which it is linked.
    """

    document: str
    block: str
    start: int
    end: int
    exact: str
    entry: str
    rule: str


@dataclass(frozen=True, slots=True)
class KwicLine:
    """A mention in context: the words left of it, the mention, the words right of it."""

    mention: Mention
    left: str
    exact: str
    right: str


Concordance = Mapping[str, tuple[KwicLine, ...]]
"""The lines of each entry, by entry id, in the order of the texts and of the places in them."""
