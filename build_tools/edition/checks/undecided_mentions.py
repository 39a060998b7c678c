"""Advise editors of the places of the texts where linking was left undecided."""

from __future__ import annotations

import re
from collections.abc import Iterator

from build_tools.edition.checks.material import Check, Material
from build_tools.linking import Ambiguous
from build_tools.model import Block, Document
from build_tools.model.findings import Finding

# The words beside an undecided place, unchanged, for an editor to copy into a ruling.
_WORDS_BEFORE = re.compile(r"(?:\S+\s+){0,3}\S*$")
_WORDS_AFTER = re.compile(r"\S*(?:\s+\S+){0,2}")
_CONTEXT = 60  # characters of the block on either side, at most


def check_undecided_mentions(material: Material) -> Iterator[Finding]:
    """Advise of each undecided place, at its line of the seed, with the ruling that would decide it."""
    for place in material.ambiguous:
        document = material.citations.documents[place.document]
        source = document.source
        block = next(block for block in document.blocks if block.id == place.block)
        ruling = f'{{quote: "{_words_around(place, block)}", mention: "{place.exact}", entry: …}}'
        yield Finding(
            f"seeds/{source.seed}",
            _line_of(place, block, document),
            "mention-undecided",
            f'"{place.exact}" stays unlinked: {place.reason} ({", ".join(place.entries)})',
            f"If it should link, add it to the rulings of {source.path}: {ruling}",
        )


def _line_of(place: Ambiguous, block: Block, document: Document) -> int:
    """Return the line of the seed on which a place of a block begins."""
    offsets = (span.start + place.start - span.at for span in block.spans if span.at <= place.start)
    return document.source.text.count("\n", 0, max(offsets, default=block.start)) + 1


def _words_around(place: Ambiguous, block: Block) -> str:
    before = _WORDS_BEFORE.search(block.text[max(0, place.start - _CONTEXT) : place.start])
    after = _WORDS_AFTER.match(block.text[place.end : place.end + _CONTEXT])
    return " ".join(f"{before[0] if before else ''}{place.exact}{after[0] if after else ''}".split())


CHECKS = (Check(("mention-undecided",), check_undecided_mentions),)
