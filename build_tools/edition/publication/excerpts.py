"""Choose the excerpts of a text: as many wanted passages as fit the limits, in their order."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from operator import itemgetter

from build_tools.edition.publication.words import Span, word_spans
from build_tools.model import Block, Document, ExcerptLimits
from build_tools.text.sentences import sentence_spans

USUAL_LIMITS = ExcerptLimits(words=25, total=300, share=0.1)
"""The limits where neither a text nor its edition sets any."""

OMISSION = "[…]"
"""What replaces words that are left out."""

FACT_ROLES = ("title", "byline")
"""The roles of blocks that state bibliographic facts, which are shown of every text."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A passage that is wanted: a span of a block's text, in code points.

    Attributes:
        block: The id of the block.
        start: Where it begins.
        end: Where it ends, exclusive.
        is_quoted: Whether it is quoted as it is; others are shown with the words around them.
    """

    block: str
    start: int
    end: int
    is_quoted: bool = False


@dataclass(frozen=True, slots=True)
class Excerpts:
    """What of a text is shown.

    Attributes:
        spans: The spans of each block that are shown, by block id, in order.
        left_out: The wanted passages that are not shown, since they exceed the limits.
        shown: The number of words in the spans, without bibliographic facts.
        allowed: The most words that may be shown.
    """

    spans: Mapping[str, tuple[Span, ...]]
    left_out: tuple[Passage, ...] = ()
    shown: int = 0
    allowed: int = 0


def settle_limits(*limits: ExcerptLimits) -> ExcerptLimits:
    """Return limits of which each is the first that is set; `USUAL_LIMITS` come last."""
    every = (*limits, USUAL_LIMITS)
    return ExcerptLimits(
        words=next(limit.words for limit in every if limit.words is not None),
        total=next(limit.total for limit in every if limit.total is not None),
        share=next(limit.share for limit in every if limit.share is not None),
    )


def is_fact(block: Block, document: Document, longest: int) -> bool:
    """Return whether a block states the title or the makers of a text: shortly, or as the title of its page does."""
    if block.role not in FACT_ROLES:
        return False
    return len(word_spans(block.text)) <= longest or block.text.split() == document.source.title.split()


def facts_alone(document: Document, limits: ExcerptLimits) -> Excerpts:
    """Return the excerpts of a text of which only bibliographic facts are shown."""
    longest = limits.words or 0
    facts = {block.id: ((0, len(block.text)),) for block in document.blocks if is_fact(block, document, longest)}
    return Excerpts(facts)


def choose_excerpts(document: Document, wanted: Iterable[Passage], limits: ExcerptLimits) -> Excerpts:
    """Choose the excerpts of a text.

    Of the wanted passages, in their order, each is shown that keeps the limits: no run of words longer than a quotation
    may be, and not too many words in all. A passage that is not quoted as it is gets the rest of its sentence, or as
    much of it as a quotation may have.

    Args:
        document: The text.
        wanted: The passages, the most important first.
        limits: The limits, all of them set.
    """
    facts = facts_alone(document, limits)
    blocks = {block.id: _ShownWords(block) for block in document.blocks if block.id not in facts.spans}
    every_word = sum(len(block.words) for block in blocks.values())
    allowed = min(limits.total or 0, int((limits.share or 0) * every_word))
    left, left_out = allowed, []
    for passage in wanted:
        block = blocks.get(passage.block)
        if block is None or (not left and not passage.is_quoted):
            continue
        cost = block.show(passage, limits.words or 0, left)
        if cost is None:
            left_out.append(passage)
        else:
            left -= cost
    spans = {name: block.spans() for name, block in blocks.items()}
    return Excerpts(
        {**facts.spans, **{name: listed for name, listed in spans.items() if listed}},
        tuple(left_out),
        allowed - left,
        allowed,
    )


class _ShownWords:
    """The words of a block, and which of them are shown."""

    def __init__(self, block: Block) -> None:
        self.text = block.text
        self.words = word_spans(block.text)
        self.shown = bytearray(len(self.words))
        self.sentences: tuple[Span, ...] = ()

    def show(self, passage: Passage, longest: int, left: int) -> int | None:
        """Show a passage.

        Returns:
            How many words are shown that were not; None if the passage exceeds a limit, and nothing is shown.
        """
        first, last = self._within(passage.start, passage.end)
        cost = last - first - sum(self.shown[first:last])
        if cost <= 0:
            return 0
        if cost > left or self._run(first, last) > longest:
            return None
        if not passage.is_quoted:
            first, last = self._widened(first, last, longest, cost, left)
        cost = last - first - sum(self.shown[first:last])
        self.shown[first:last] = b"\1" * (last - first)
        return cost

    def _within(self, start: int, end: int) -> Span:
        """Return the first and last word (exclusive) that a span of the text touches."""
        first = bisect_right(self.words, start, key=itemgetter(1))
        return first, max(first, bisect_left(self.words, end, key=itemgetter(0)))

    def _run(self, first: int, last: int) -> int:
        """Return how many words would be shown one after the other, if these were."""
        while first and self.shown[first - 1]:
            first -= 1
        while last < len(self.words) and self.shown[last]:
            last += 1
        return last - first

    def _widened(self, first: int, last: int, longest: int, cost: int, left: int) -> Span:
        """Return the words with those around them, within their sentence and the limits, in turn on either side."""
        low, high = self._sentence(first, last)
        before, after = first > low, last < high
        while (before or after) and cost < left:
            if after:
                after = self._run(first, last + 1) <= longest
                cost += after and not self.shown[last]
                last += after
            if before and cost < left:
                before = self._run(first - 1, last) <= longest
                first -= before
                cost += before and not self.shown[first]
            before, after = before and first > low, after and last < high
        return first, last

    def _sentence(self, first: int, last: int) -> Span:
        """Return the first and last word (exclusive) of the sentence around some words."""
        if not self.sentences:
            self.sentences = tuple(sentence_spans(self.text))
        start, end = self.words[first][0], self.words[last - 1][1]
        touched = [span for span in self.sentences if span[0] < end and span[1] > start]
        low, high = self._within(touched[0][0], touched[-1][1]) if touched else (first, last)
        return min(first, low), max(last, high)

    def spans(self) -> tuple[Span, ...]:
        """Return the spans that are shown, each with the signs at its ends."""
        spans = []
        number = 0
        while number < len(self.words):
            end = number
            while end < len(self.words) and self.shown[end]:
                end += 1
            if end > number:
                spans.append((self._left_edge(number), self._right_edge(end)))
            number = end + 1
        return tuple(spans)

    def _left_edge(self, first: int) -> int:
        start = self.words[first][0]
        if not first:
            return 0
        while start > self.words[first - 1][1] and not self.text[start - 1].isspace():
            start -= 1
        return start

    def _right_edge(self, last: int) -> int:
        end = self.words[last - 1][1]
        if last == len(self.words):
            return len(self.text)
        while end < self.words[last][0] and not self.text[end].isspace():
            end += 1
        return end
