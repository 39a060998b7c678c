"""Texts cut into blocks, kept between builds: reading the blocks again takes a twentieth of the time."""

from __future__ import annotations

import json

from build_tools.model import Block, Document, Doubt, PageBreak, SetAside, Source, Span
from build_tools.model.corpus_statistics import CorpusStatistics
from build_tools.model.findings import Finding
from build_tools.segmentation import segment, statistics_used
from build_tools.website.caching import Cache, digest

_KIND = "document"
_NOTHING_COUNTED = CorpusStatistics()


def cut_once(
    source: Source, statistics: CorpusStatistics = _NOTHING_COUNTED, *, cache: Cache
) -> tuple[Document, list[Finding]]:
    """Return a text cut into blocks, as `segment` does.

    Args:
        source: The text, with the rulings that its blocks follow.
        statistics: What the corpus says of its words.
        cache: Keeps the blocks of a text without findings.
    """
    used = statistics_used(source.text, statistics)
    kept = recall_document(source, used, cache)
    if kept is not None:
        return kept, []
    document, findings = segment(source, used)
    if not findings:
        keep_document(document, used, cache)
    return document, findings


def recall_document(source: Source, used: CorpusStatistics, cache: Cache) -> Document | None:
    """Return a text whose blocks a cache has, or None.

    Args:
        source: The text, with the rulings that its blocks follow.
        used: What the corpus says of its words alone.
        cache: Keeps the blocks of a text without findings.
    """
    kept = cache.recall(_KIND, _key(source, used))
    return None if kept is None else _decode(source, kept)


def keep_document(document: Document, used: CorpusStatistics, cache: Cache) -> None:
    """Keep the blocks of a text that was cut without findings.

    Args:
        document: The text, cut.
        used: What the corpus says of its words alone.
        cache: Keeps them.
    """
    cache.keep(_KIND, _key(document.source, used), _encode(document))


def _key(source: Source, used: CorpusStatistics) -> bytes:
    return digest(repr(source).encode("utf-8", "surrogatepass"), used.digest().encode())


def _encode(document: Document) -> bytes:
    blocks = []
    for block in document.blocks:
        spans = [(span.at, span.start, span.end) for span in block.spans]
        blocks.append((block.id, block.role, block.lang, block.text, spans, block.level))
    aside = [(stretch.start, stretch.end, stretch.reason, stretch.lang) for stretch in document.set_aside]
    pages = [(page.at, page.label) for page in document.pages]
    doubts = [(doubt.start, doubt.end, doubt.kind, doubt.quote, doubt.decision) for doubt in document.doubts]
    return json.dumps((blocks, aside, pages, doubts), separators=(",", ":")).encode()


def _decode(source: Source, kept: bytes) -> Document:
    blocks, aside, pages, doubts = json.loads(kept)
    return Document(
        source,
        tuple(
            Block(name, role, lang, text, tuple(Span(*span) for span in spans), level)
            for name, role, lang, text, spans, level in blocks
        ),
        tuple(SetAside(*stretch) for stretch in aside),
        tuple(PageBreak(*page) for page in pages),
        tuple(Doubt(*doubt) for doubt in doubts),
    )
