"""Find where the rules may have read a text wrongly, so that an editor looks before its numbers are published.

The figures are rules of thumb.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from build_tools.model import NUMBERED_ROLES, Block, Doubt
from build_tools.segmentation.proto_blocks import ProtoBlock
from build_tools.segmentation.roles import line_classifiers
from build_tools.segmentation.setting_aside.page_lines import read_page_line
from build_tools.segmentation.unique_quotes import quote_beginning, quote_end, quote_within

MOST = 20
"""The most doubts of a kind for which a ruling is looked for; a text with more needs another look at its raw form."""

_LEAST_BROKEN = 5  # paragraphs that break off within a sentence, and
_BROKEN_SHARE = 0.2  # of all, in a text whose lines were taken for paragraphs
_LEAST_ROWS = 8  # lines with a wide gap, and
_ROWS_SHARE = 0.5  # of all lines, in a text whose columns are mixed
_LONG = 6000  # characters of a paragraph that should be several
_UNBROKEN_SHARE = 0.8
_LEAST_HEADS = 3
_SAMPLE = 50_000  # characters in which mixed columns show
_ROW = re.compile(r"^[^\S\n]*[^\W\d][^\n]{20,100}?\S[^\S\n]{3,30}[^\W\d][^\n]{20,100}$", re.MULTILINE)


def find_doubts(text: str, proto_blocks: Sequence[ProtoBlock], blocks: Sequence[Block]) -> Iterator[Doubt]:
    """Yield the doubts about a text, each kind in the order of the text."""
    hyphens = [hyphen for block in proto_blocks for hyphen in block.doubtful]
    for number, (start, end) in enumerate(hyphens):
        quote = quote_within(text, start, end) if number < MOST else ""
        yield Doubt(start, end, "hyphen", quote, "hyphen: dropped")
    yield from _sentences(text, blocks)
    yield from _heads(text, blocks)
    numbered = [block for block in blocks if block.role in NUMBERED_ROLES]
    longest = max(numbered, key=lambda block: len(block.text), default=None)
    if longest and len(longest.text) > max(_LONG, _UNBROKEN_SHARE * sum(len(block.text) for block in numbered)):
        yield Doubt(longest.start, longest.end, "unbroken")
    if "   " in text and _has_mixed_columns(text):
        yield Doubt(0, len(text), "columns")


def _sentences(text: str, blocks: Sequence[Block]) -> Iterator[Doubt]:
    """Yield the paragraphs that break off within a sentence; where they are many, the text as a whole."""
    paragraphs = sum(block.role == "paragraph" for block in blocks)
    broken = [
        block
        for block, following in pairwise(blocks)
        if block.role == following.role == "paragraph"
        and not following.text[0].isupper()
        and line_classifiers.begins_small(following.text)
        and not line_classifiers.ends_sentence(block.text)
    ]
    if len(broken) >= max(_LEAST_BROKEN, _BROKEN_SHARE * paragraphs):
        yield Doubt(broken[0].start, broken[-1].end, "lines")
        return
    for number, block in enumerate(broken):
        quote = quote_end(text, block) if number < MOST else ""
        yield Doubt(block.start, block.end, "sentence", quote, "join: next")


def _heads(text: str, blocks: Sequence[Block]) -> Iterator[Doubt]:
    """Yield the first of the lines that return with other numbers, as heads of pages do."""
    returning: dict[str, list[tuple[Block, str]]] = {}
    for block in blocks:
        if block.role in {"paragraph", "heading"} and _has_outer_digit(block.text):
            line = read_page_line(block.text)
            if line and line.words and line.number:
                returning.setdefault(line.words, []).append((block, line.number))
    for places in returning.values():
        if len({number for _, number in places}) >= _LEAST_HEADS:
            block = places[0][0]
            yield Doubt(
                block.start, block.end, "head", quote_beginning(text, block), "like: lines, role: page furniture"
            )


def _has_outer_digit(text: str) -> bool:
    return text[0].isdigit() or text[-1].isdigit()


def _has_mixed_columns(text: str) -> bool:
    beginning = text[:_SAMPLE]
    rows = len(_ROW.findall(beginning))
    return rows >= _LEAST_ROWS and rows >= _ROWS_SHARE * sum(map(bool, map(str.strip, beginning.splitlines())))
