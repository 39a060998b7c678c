"""The texts with their links, and the places that suggestions are about, with their contexts."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from operator import itemgetter

from build_tools.linking.concordance import kwic_context
from build_tools.model import Block, Document, Mention, block_name

NEAR_MISS = "near-miss"
NAME = "name without an entry"
TERM = "recurring term without an entry"
NEVER_FOUND = "label never found"
KINDS = (NEAR_MISS, NAME, TERM, NEVER_FOUND)
"""The kinds of suggestion, the most urgent first."""

_MOST_CONTEXTS = 3


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Words that an editor might add to the glossary.

    Attributes:
        kind: One of KINDS.
        words: The words.
        count: How often the texts have them, unlinked.
        contexts: Some of their places, each with the words around it.
        entry: The entry that a near-miss means, or that has the label never found.
        label: The label that a near-miss means.
        reason: How the words differ from that label.
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
    """A block of a text with its links.

    `links` are sorted; each is a start, an end (exclusive, in code points of the block's text) and an entry.
    """

    document: str
    block: Block
    links: tuple[tuple[int, int, str], ...]

    def is_linked(self, start: int, end: int) -> bool:
        """Whether one link covers the whole span."""
        return any(left <= start and end <= right for left, right, _ in self._links_over(start, end))

    def entries_in(self, start: int, end: int) -> frozenset[str]:
        """Return the entries of the links that overlap the span."""
        return frozenset(entry for left, right, entry in self._links_over(start, end) if start < right)

    def _links_over(self, start: int, end: int) -> Iterator[tuple[int, int, str]]:
        """Yield the links that begin in the span, and the one before them; links do not overlap."""
        for index in range(max(0, bisect_left(self.links, start, key=itemgetter(0)) - 1), len(self.links)):
            if self.links[index][0] >= end:
                return
            yield self.links[index]


@dataclass(frozen=True, slots=True)
class Place:
    """A span of a block, in code points, the end exclusive."""

    covered: Covered
    start: int
    end: int

    @property
    def words(self) -> str:
        """The words of the span."""
        return self.covered.block.text[self.start : self.end]

    def context(self) -> str:
        """Return the words around it, with the text and the paragraph."""
        block = self.covered.block
        left, exact, right = kwic_context(block.text, self.start, self.end)
        return f"{self.covered.document}, {block_name(block.id)}: {left}{exact}{right}"


def cover(documents: Iterable[Document], mentions: Mapping[str, Sequence[Mention]]) -> Iterator[Covered]:
    """Yield every block with its links, in the order of the texts."""
    for document in documents:
        by_block: dict[str, list[tuple[int, int, str]]] = {}
        for mention in mentions.get(document.source.id, ()):
            by_block.setdefault(mention.block, []).append((mention.start, mention.end, mention.entry))
        for block in document.blocks:
            yield Covered(document.source.id, block, tuple(sorted(by_block.get(block.id, ()))))


def whole_terms(places: Mapping[str, list[Place]], parts: Callable[[str], Iterable[str]]) -> list[str]:
    """Return the terms that are not just part of one that occurs as often.

    Args:
        places: Every place of each term.
        parts: Returns the parts of a term that may be terms themselves; the term may be among them.
    """
    most: Counter[str] = Counter()
    for term, term_places in places.items():
        for part in parts(term):
            if part != term and part in places:
                most[part] = max(most[part], len(term_places))
    return [term for term, term_places in places.items() if most[term] < len(term_places)]


def suggestion(kind: str, words: str, places: Sequence[Place], **meant: str | None) -> Suggestion:
    """Return a suggestion about words at some places.

    Args:
        kind: One of KINDS.
        words: The words.
        places: Every place of the words.
        meant: `entry`, `label` and `reason` of the suggestion, where it has them.
    """
    return Suggestion(kind, words, len(places), tuple(place.context() for place in places[:_MOST_CONTEXTS]), **meant)
