"""Mentions that stay undecided, and the advice that editors get about them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from build_tools.model import Block, Document
from build_tools.model.findings import ADVICE, Finding

# The words beside an undecided mention as they stand: an editor copies them into a ruling.
_WORDS_BEFORE = re.compile(r"(?:\S+\s+){0,3}\S*$")
_WORDS_AFTER = re.compile(r"\S*(?:\s+\S+){0,2}")
_REACH = 60  # characters before and after in which these words are sought


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


def ambiguous_findings(document: Document, undecided: Iterable[Ambiguous]) -> list[Finding]:
    """Return advice on each undecided span, at its line of the seed."""
    blocks = {block.id: block for block in document.blocks}
    findings = []
    for ambiguous in undecided:
        block = blocks[ambiguous.block]
        line = document.source.text.count("\n", 0, _offset_in_seed(ambiguous, block)) + 1
        message = f'"{ambiguous.exact}" stays unlinked: {ambiguous.reason} ({", ".join(ambiguous.entries)})'
        ruling = f'{{quote: "{_quotation(ambiguous, block)}", mention: "{ambiguous.exact}", entry: …}}'
        hint = f"If it should link, add it to the rulings of {document.source.path}: {ruling}"
        findings.append(Finding(f"seeds/{document.source.seed}", line, "mention-undecided", message, hint, ADVICE))
    return findings


def _offset_in_seed(ambiguous: Ambiguous, block: Block) -> int:
    offsets = (span.start + ambiguous.start - span.at for span in block.spans if span.at <= ambiguous.start)
    return max(offsets, default=block.start)


def _quotation(ambiguous: Ambiguous, block: Block) -> str:
    """Return the words of a span with some before and after it."""
    before = _WORDS_BEFORE.search(block.text[max(0, ambiguous.start - _REACH) : ambiguous.start])
    after = _WORDS_AFTER.match(block.text[ambiguous.end : ambiguous.end + _REACH])
    return " ".join(f"{before[0] if before else ''}{ambiguous.exact}{after[0] if after else ''}".split())
