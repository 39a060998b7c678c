"""An editor's rulings on single mentions: anchored by quotation in the seed, placed in the blocks of the document."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from build_tools.corpus.identity import renamed_ids, suggest_id
from build_tools.linking.document_links.joined_text import JoinedText
from build_tools.linking.overrides import RULED
from build_tools.linking.scanning.matches import Match
from build_tools.model import Block, Document, Entry, Ruling
from build_tools.model.findings import Finding
from build_tools.segmentation import locate
from build_tools.text.folding import spaced_pattern


@dataclass(frozen=True, slots=True)
class RuledMention:
    """A span of a block that a ruling decides.

    Attributes:
        block: The id of the block.
        start: Offset in code points of the block's text.
        end: Offset behind the last character.
        entry: The id of the entry that it names, or None for no link.
        reason: The editor's reason, if one is given.
    """

    block: str
    start: int
    end: int
    entry: str | None
    reason: str | None = None


def place_rulings(document: Document, entries: Sequence[Entry]) -> tuple[tuple[RuledMention, ...], list[Finding]]:
    """Return the mentions that a document's rulings decide, and a finding for each that names an unknown entry."""
    rulings = [ruling for ruling in document.source.rulings if ruling.mention is not None]
    if not rulings:
        return (), []
    entry_ids = {entry.id for entry in entries}
    mentions: list[RuledMention] = []
    findings: list[Finding] = []
    renamed = renamed_ids(entries)
    for ruling in rulings:
        if ruling.entry is not None and ruling.entry not in entry_ids:
            message = f'the ruling names the entry "{ruling.entry}", which does not exist'
            hint = "Write the id (the file name) of an entry, or null for no link."
            hint = suggest_id(ruling.entry, entry_ids, renamed) if ruling.entry in renamed else hint
            findings.append(Finding(document.source.path, ruling.line, "ruling-entry-unknown", message, hint))
            continue
        mentions.extend(_ruled_mentions(document, ruling))
    return tuple(mentions), findings


def _ruled_mentions(document: Document, ruling: Ruling) -> Iterator[RuledMention]:
    quotations = locate(ruling.quote, ruling.after, document.source.text)
    if len(quotations) != 1:
        return  # segmentation has reported it
    start, end = quotations[0]
    mention = re.search(spaced_pattern(ruling.mention or ""), document.source.text[start:end])
    if mention is None:
        return
    for block in document.blocks:
        span = _span_in_block(block, start + mention.start(), start + mention.end())
        if span is not None:
            yield RuledMention(block.id, *span, ruling.entry, ruling.reason)


def _span_in_block(block: Block, start: int, end: int) -> tuple[int, int] | None:
    """Return the span of `block.text` that shows the seed's characters `start` to `end`; None if it lacks them."""
    if not (block.start <= start and end <= block.end):
        return None
    starts = [span.at + start - span.start for span in block.spans if span.start <= start < span.end]
    ends = [span.at + end - span.start for span in block.spans if span.start < end <= span.end]
    return (starts[0], ends[0]) if starts and ends else None


def ruled_matches(mentions: Iterable[RuledMention], joined: JoinedText) -> tuple[Match, ...]:
    """Return ruled mentions as matches, at offsets of the joined text."""
    return tuple(
        Match(
            joined.offset_of(mention.block, mention.start),
            joined.offset_of(mention.block, mention.end),
            mention.entry,
            "ruling",
            RULED,
        )
        for mention in mentions
    )
