"""Texts whose seeds are kept outside the repository: what is known of their places without their words."""

from __future__ import annotations

import re
from collections.abc import Iterable

from build_tools.corpus.evidence import find_evidence, parse_evidence
from build_tools.edition.publication.withheld_words import strings
from build_tools.model import SHOWN_ROLES, Block, Document, Source

_LOCKED = re.compile(r"(?P<source>\S+) (?P<block>[a-z0-9-]+) ")
_LINKED = re.compile(r"(?P<source>[a-z0-9-]+)(?:\.md|/)#(?P<block>[a-z][a-z0-9-]*)")
_BLOCK = re.compile(r"(?P<stem>[a-z-]*?[a-z])-?(?P<number>\d*)")


def empty_documents(
    sources: Iterable[Source], written: Iterable[object], anchored: Iterable[tuple[str, str]], lock: str | None
) -> tuple[Document, ...]:
    """Return the texts with an empty block at each address that the lock, a citation or a link has.

    Args:
        sources: The texts whose seeds are not here.
        written: Values with what people wrote.
        anchored: Further places: the id of a text and of a block.
        lock: The text of anchors.lock, or None.
    """
    sources = tuple(sources)
    if not sources:
        return ()
    places: dict[str, set[str]] = {source.id: set() for source in sources}
    named = [(match["source"], match["block"]) for match in _LOCKED.finditer(lock or "")]
    for text in strings(tuple(written)):
        named += [(match["source"], match["block"]) for match in _LINKED.finditer(text)]
        for bracket, _ in find_evidence(text):
            named += [(place.source or "", block) for place in parse_evidence(bracket) or () for block in place.blocks]
    for source, block in (*named, *anchored):
        if source in places and _role(block):
            places[source].add(block)
    return tuple(
        Document(source, tuple(_empty(block, source) for block in sorted(places[source.id], key=_order)), ())
        for source in sources
    )


def _empty(block: str, source: Source) -> Block:
    return Block(block, _role(block), source.languages[0] if source.languages else "und", "", ())


def _role(block: str) -> str:
    match = _BLOCK.fullmatch(block)
    stem = match["stem"] if match else ""
    return "paragraph" if stem == "p" else stem if stem in SHOWN_ROLES else ""


def _order(block: str) -> tuple[int, str, int]:
    match = _BLOCK.fullmatch(block)
    stem, number = (match["stem"], int(match["number"] or 0)) if match else (block, 0)
    return SHOWN_ROLES.index(_role(block)), stem, number
