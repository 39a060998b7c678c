"""Where something shown stands in the raw file."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from operator import attrgetter
from typing import NamedTuple

from build_tools.model import Block, Document, Mention

_AT = attrgetter("at")


def raw_span(block: Block, start: int, end: int) -> tuple[int, int] | None:
    """Return the span of the raw file in which a span of a block stands, in code points, the end exclusive.

    It runs from the first to the last character that the raw file has too, with all that stands between them there.

    Args:
        block: The block.
        start: Where the span begins in the block's text.
        end: Where it ends, exclusive.

    Returns:
        The span; None where the block has no place in a raw file, as in a text that is not published in full.
    """
    spans = block.spans
    if not spans:
        return None
    if len(spans) == 1:
        shift = spans[0].start - spans[0].at
        return start + shift, end + shift
    first = max(0, bisect_right(spans, start, key=_AT) - 1)
    last = max(0, bisect_right(spans, end - 1, key=_AT) - 1)
    if start >= spans[first].at + spans[first].end - spans[first].start and first < last:
        first += 1  # the span begins with the space that stands for a line break
    begin = spans[first].start + max(0, start - spans[first].at)
    return begin, min(spans[last].start + end - spans[last].at, spans[last].end)


def has_raw_file(document: Document) -> bool:
    """Return whether the raw file of a text may be published: where all of the text is."""
    return bool(document.source.text) and not document.source.is_withheld


class PlacedMention(NamedTuple):
    """A mention, the words that are marked, and where they stand in the raw file.

    Attributes:
        mention: The mention in its block.
        exact: The words in the raw file, with the line breaks in them; without a published one, the words shown.
        start: Where they begin in the raw file, in code points; None without a published one.
        end: Where they end, exclusive.
    """

    mention: Mention
    exact: str
    start: int | None
    end: int | None


def place_mentions(document: Document, mentions: Iterable[Mention]) -> list[PlacedMention]:
    """Return the mentions of a text with their places in its raw file.

    Args:
        document: The text as it is published.
        mentions: Those of its mentions that are shown.
    """
    text, blocks = document.source.text, {block.id: block for block in document.blocks}
    placed = []
    for mention in mentions:
        span = raw_span(blocks[mention.block], mention.start, mention.end)
        placed.append(
            PlacedMention(mention, text[slice(*span)], *span)
            if span
            else PlacedMention(mention, mention.exact, None, None)
        )
    return placed
