"""An editor's word on single mentions: rulings anchored by quotation, laid over a document's blocks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from build_tools.corpus.identity import renamed_ids, suggest_id
from build_tools.model import Block, Document, Entry, Ruling
from build_tools.model.findings import Finding
from build_tools.segmentation import locate


@dataclass(frozen=True, slots=True)
class Ruled:
    """A span of a block that a ruling decides: the entry it names, or None for no link, and the editor's reason."""

    block: str
    start: int
    end: int
    entry: str | None
    reason: str | None = None


def place_rulings(document: Document, entries: Sequence[Entry]) -> tuple[tuple[Ruled, ...], list[Finding]]:
    """Where the mention rulings of a document stand in its blocks; an unknown entry is a finding."""
    known = {entry.id for entry in entries}
    ruled: list[Ruled] = []
    findings: list[Finding] = []
    for ruling in document.source.rulings:
        if ruling.mention is None:
            continue
        if ruling.entry is not None and ruling.entry not in known:
            message = f'the ruling names the entry "{ruling.entry}", which does not exist'
            renamed = renamed_ids(entries)
            hint = "Write the id (the file name) of an entry, or null for no link."
            hint = suggest_id(ruling.entry, known, renamed) if ruling.entry in renamed else hint
            findings.append(Finding(document.source.path, ruling.line, "ruling-entry-unknown", message, hint))
            continue
        ruled.extend(_placed(document, ruling))
    return tuple(ruled), findings


def _placed(document: Document, ruling: Ruling) -> Iterator[Ruled]:
    found = locate(ruling.quote, ruling.after, document.source.text)
    if len(found) != 1:
        return  # segmentation has reported it
    start, end = found[0]
    label = r"\s+".join(re.escape(word) for word in (ruling.mention or "").split())
    inside = re.search(label, document.source.text[start:end])
    if inside is None:
        return
    for block in document.blocks:
        span = _in_block(block, start + inside.start(), start + inside.end())
        if span is not None:
            yield Ruled(block.id, *span, ruling.entry, ruling.reason)


def _in_block(block: Block, start: int, end: int) -> tuple[int, int] | None:
    """The span of `block.text` that shows the seed's characters from `start` to `end`."""
    if not (block.start <= start and end <= block.end):
        return None
    at = [span.at + start - span.start for span in block.spans if span.start <= start < span.end]
    to = [span.at + end - span.start for span in block.spans if span.start < end <= span.end]
    return (at[0], to[0]) if at and to else None
