"""Check what hand-written text cites: each cited block exists and bears out the statement."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from build_tools.corpus import evidence
from build_tools.corpus.evidence import FORM, find_evidence, parse_evidence
from build_tools.corpus.written_pages import Prose
from build_tools.model import Document, Entry, Evidence, Mention, block_name
from build_tools.model.findings import Finding
from build_tools.text.hints import did_you_mean


@dataclass(frozen=True, slots=True)
class CitationIndex:
    """What citations are checked against: the documents by id and the entries that each block names.

    What cites a source in `faulty` is not judged: the source has findings of its own to be mended first.
    """

    documents: Mapping[str, Document]
    named: Mapping[tuple[str, str], frozenset[str]]
    faulty: frozenset[str] = frozenset()


def index_citations(
    documents: Iterable[Document], mentions: Mapping[str, tuple[Mention, ...]], faulty: Iterable[str] = ()
) -> CitationIndex:
    """The corpus as evidence needs it: which entries each block names, and which sources are not to be judged."""
    named: dict[tuple[str, str], set[str]] = {}
    for found in mentions.values():
        for mention in found:
            named.setdefault((mention.document, mention.block), set()).add(mention.entry)
    by_id = {one.source.id: one for one in documents}
    return CitationIndex(by_id, {place: frozenset(ids) for place, ids in named.items()}, frozenset(faulty))


def check_evidence(text: str, path: str, line: int, corpus: CitationIndex, entry: Entry | None = None) -> list[Finding]:
    """Faults of the evidence in a text of the file at `path`: each cited block must exist and bear it out.

    A block bears out a statement if it holds the quoted words or, where `entry` is given, names the entry.
    """
    findings: list[Finding] = []
    for bracket, at in find_evidence(text, line):
        places = parse_evidence(bracket, at)
        if places is None:
            findings.append(Finding(path, at, "evidence-form", f"[{bracket}] cannot be read as evidence", FORM))
        for place in places or ():
            findings.extend(_check_place(place, path, corpus, entry))
    return findings


def _check_place(place: Evidence, path: str, corpus: CitationIndex, entry: Entry | None) -> Iterator[Finding]:
    if place.source is None or place.source in corpus.faulty:
        return
    document = corpus.documents.get(place.source)
    if document is None:
        every = f"Sources: {', '.join(sorted(corpus.documents))}."
        hint = did_you_mean(place.source, corpus.documents, every, prefix="@")
        yield Finding(path, place.line, "evidence-source-unknown", f'no source has the id "{place.source}"', hint)
        return
    blocks = {block.id: block for block in document.blocks}
    for block_id in place.blocks:
        if block_id not in blocks:
            message = f'"{place.source}" has no block {block_name(block_id)}'
            hint = f"Its blocks: {', '.join(block_name(known) for known in blocks)}."
            yield Finding(path, place.line, "evidence-block-unknown", message, hint)
        elif place.words is not None:
            if " ".join(place.words.split()) not in " ".join(blocks[block_id].text.split()):
                message = f'{block_name(block_id)} of "{place.source}" does not hold the words "{place.words}"'
                hint = "Copy the words from the page, with its quotation marks and apostrophes."
                yield Finding(path, place.line, "evidence-words-absent", message, hint)
        elif entry is not None and entry.id not in corpus.named.get((place.source, block_id), ()):
            message = f'{block_name(block_id)} of "{place.source}" does not name {entry.id}'
            hint = f'Quote words of it: [@{place.source}, {block_name(block_id)}: "…"], or cite another paragraph.'
            yield Finding(path, place.line, "evidence-silent", message, hint)


def check_all_evidence(corpus: CitationIndex, entries: tuple[Entry, ...], written: tuple[Prose, ...]) -> list[Finding]:
    findings: list[Finding] = []
    for entry in entries:
        findings += check_evidence(entry.notes, entry.path, entry.notes_line, corpus, entry)
        line = entry.lines.get("evidence", 1)
        for item in entry.evidence:
            findings += check_evidence(item, entry.path, line, corpus, entry)
            if not any(evidence.find_evidence(item)):
                message = f'"{item}" is no evidence'
                findings.append(Finding(entry.path, line, "evidence-form", message, evidence.FORM))
    for document in corpus.documents.values():
        findings += check_evidence(document.source.headnote, document.source.path, 1, corpus)
    for page in written:
        findings += check_evidence(page.body, f"docs/{page.path}", page.body_line, corpus)
    return findings
