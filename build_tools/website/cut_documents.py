"""Texts cut into blocks, kept between builds: reading the blocks again takes a twentieth of the time."""

from __future__ import annotations

import json

from build_tools.model import Block, Document, SetAside, Source, Span
from build_tools.model.findings import Finding
from build_tools.segmentation import segment
from build_tools.website.caching import Cache, digest


def cut_once(source: Source, cache: Cache) -> tuple[Document, list[Finding]]:
    """Return a text cut into blocks, as `segment` does.

    Args:
        source: The text, with the rulings that its blocks follow.
        cache: Keeps the blocks of a text without findings.
    """
    key = digest(repr(source).encode("utf-8", "surrogatepass"))
    kept = cache.recall("document", key)
    if kept is not None:
        return _decode(source, kept), []
    document, findings = segment(source)
    if not findings:
        cache.keep("document", key, _encode(document))
    return document, findings


def _encode(document: Document) -> bytes:
    blocks = []
    for block in document.blocks:
        spans = [(span.at, span.start, span.end) for span in block.spans]
        blocks.append((block.id, block.role, block.lang, block.text, spans, block.level))
    aside = [(stretch.start, stretch.end, stretch.reason, stretch.lang) for stretch in document.set_aside]
    return json.dumps((blocks, aside), separators=(",", ":")).encode()


def _decode(source: Source, kept: bytes) -> Document:
    blocks, aside = json.loads(kept)
    return Document(
        source,
        tuple(
            Block(name, role, lang, text, tuple(Span(*span) for span in spans), level)
            for name, role, lang, text, spans, level in blocks
        ),
        tuple(SetAside(*stretch) for stretch in aside),
    )
