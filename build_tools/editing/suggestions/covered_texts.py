"""Where words stand that a suggestion is about: texts with their links, and places in their contexts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from build_tools.linking.concordance import kwic_context
from build_tools.model import Block, Document, Mention, block_name

NEAR_MISS = "near-miss"
NAME = "name without an entry"
TERM = "recurring term without an entry"
NEVER_FOUND = "label never found"
KINDS = (NEAR_MISS, NAME, TERM, NEVER_FOUND)
"""The kinds of suggestion, the most urgent first."""

_CONTEXTS = 3


@dataclass(frozen=True, slots=True)
class Suggestion:
    """One thing an editor might add: its kind, the words, how often, where; for a near-miss the entry and label meant.

    `reason` says how words and label differ.
    """

    kind: str
    words: str
    count: int
    contexts: tuple[str, ...]
    entry: str | None = None
    label: str | None = None
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class Covered:
    """A block of a text with its links: spans of its text, sorted, and the entry of each."""

    document: str
    block: Block
    links: tuple[tuple[int, int, str], ...]

    def is_linked(self, start: int, end: int) -> bool:
        """Whether one link covers the whole span."""
        return any(left <= start and end <= right for left, right, _ in self.links)

    def entries_in(self, start: int, end: int) -> frozenset[str]:
        """The entries of the links that touch the span."""
        return frozenset(entry for left, right, entry in self.links if left < end and start < right)


@dataclass(frozen=True, slots=True)
class Place:
    """A span of a block."""

    at: Covered
    start: int
    end: int

    @property
    def words(self) -> str:
        """The words of the span."""
        return self.at.block.text[self.start : self.end]

    def context(self) -> str:
        """The words around it, with the text and the paragraph."""
        block = self.at.block
        left, exact, right = kwic_context(block.text, self.start, self.end)
        return f"{self.at.document}, {block_name(block.id)}: {left}{exact}{right}"


def cover(documents: Iterable[Document], mentions: Mapping[str, Sequence[Mention]]) -> Iterator[Covered]:
    """Every block with its links, in the order of the texts."""
    for document in documents:
        by_block: dict[str, list[tuple[int, int, str]]] = {}
        for one in mentions.get(document.source.id, ()):
            by_block.setdefault(one.block, []).append((one.start, one.end, one.entry))
        for block in document.blocks:
            yield Covered(document.source.id, block, tuple(sorted(by_block.get(block.id, ()))))


def suggestion(kind: str, words: str, places: Sequence[Place], **meant: str | None) -> Suggestion:
    """A suggestion about words at some places."""
    return Suggestion(kind, words, len(places), tuple(place.context() for place in places[:_CONTEXTS]), **meant)
