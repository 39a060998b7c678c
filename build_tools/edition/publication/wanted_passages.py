"""What is worth quoting of a text: passages that registers quote, cited evidence, mentions of entries."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from build_tools.corpus.evidence import find_evidence, parse_evidence
from build_tools.edition.outside_citations import passages_of_entry
from build_tools.edition.publication.excerpts import Passage
from build_tools.model import Document, Entry, Evidence, Mention
from build_tools.model.registers import Anchored, Registers
from build_tools.text.folding import spaced_pattern


def anchored_quotes(registers: Registers, entries: Iterable[Entry]) -> Iterator[tuple[str, Anchored]]:
    """Yield every quotation of registers and events, with the path of its file."""
    for discrepancy in registers.discrepancies:
        yield from ((discrepancy.path, passage) for passage in discrepancy.says)
    for quotation in registers.quotations:
        yield from ((quotation.path, version) for version in quotation.versions)
    for entry in entries:
        yield from ((entry.path, account) for account in (entry.event.accounts if entry.event else ()))


def cited_evidence(entries: Iterable[Entry]) -> Iterator[tuple[Entry, Evidence]]:
    """Yield each place of a text that an entry cites, in its fields and in its notes."""
    for entry in entries:
        for _, _, text in passages_of_entry(entry):
            for bracket, _ in find_evidence(text):
                yield from ((entry, place) for place in parse_evidence(bracket) or () if place.source)


def find_words(words: str, text: str) -> tuple[int, int] | None:
    """Return the first span of a text with some words, in code points; white space matches any white space."""
    pattern = spaced_pattern(words)
    match = re.search(pattern, text) if pattern else None
    return match.span() if match else None


def passages_by_text(
    documents: Iterable[Document],
    quoted: Iterable[tuple[str, Anchored]],
    evidence: Iterable[tuple[Entry, Evidence]],
    mentions: Mapping[str, tuple[Mention, ...]],
) -> dict[str, tuple[Passage, ...]]:
    """Return the passages of each text that are worth showing, the most important first.

    First come quotations as they are, then cited evidence, then the first mention of each entry, then all others.

    Args:
        documents: The texts.
        quoted: The quotations of registers and events, each with the path of its file.
        evidence: The evidence that entries cite.
        mentions: The mentions of each text, by its id.
    """
    texts = {(document.source.id, block.id): block.text for document in documents for block in document.blocks}
    wanted: dict[str, list[Passage]] = {document.source.id: [] for document in documents}
    for _, anchored in sorted(quoted, key=lambda item: (item[0], item[1].line)):
        span = find_words(anchored.quote, texts.get((anchored.source, anchored.block), ""))
        if span:
            wanted[anchored.source].append(Passage(anchored.block, *span, is_quoted=True))
    named: dict[tuple[str, str, str], list[Mention]] = defaultdict(list)
    for mention in (mention for source in wanted for mention in mentions.get(source, ())):
        named[mention.document, mention.block, mention.entry].append(mention)
    for entry, place in evidence:
        for block in place.blocks:
            first = [
                (mention.start, mention.end) for mention in named.get((place.source or "", block, entry.id), [])[:1]
            ]
            span = find_words(place.words, texts.get((place.source or "", block), "")) if place.words else None
            spans = [span] if span else [] if place.words else first
            wanted.get(place.source or "", []).extend(Passage(block, *cited) for cited in spans)
    return {source: (*passages, *_mentioned(mentions.get(source, ()))) for source, passages in wanted.items()}


def _mentioned(mentions: tuple[Mention, ...]) -> Iterator[Passage]:
    """Yield the first mention of each entry, then the others."""
    first = {mention.entry: mention for mention in reversed(mentions)}
    yield from (
        Passage(mention.block, mention.start, mention.end) for mention in mentions if first[mention.entry] == mention
    )
    yield from (
        Passage(mention.block, mention.start, mention.end) for mention in mentions if first[mention.entry] != mention
    )
