"""The corpus read as one edition: seeds and entries become documents and mentions, all of it checked."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from build_tools.corpus import glossary, registers, sources, written_pages
from build_tools.corpus.written_pages import HouseStyle, Prose
from build_tools.edition.checks.anchor_lock import check_lock
from build_tools.edition.checks.entry_checks import check_edition
from build_tools.edition.checks.evidence_checks import check_all_evidence, index_citations
from build_tools.edition.checks.limits import check_limits
from build_tools.edition.checks.quoted_passages import check_register_evidence, check_registers
from build_tools.edition.checks.reference_checks import check_entries, check_points
from build_tools.edition.checks.style import check_style
from build_tools.linking import Ambiguous, Lexicon, ambiguous_findings, link_mentions
from build_tools.model import Document, Entry, Mention, Source
from build_tools.model.findings import ERROR, Finding
from build_tools.model.registers import Registers
from build_tools.segmentation import segment
from build_tools.segmentation.alignment import check_alignment


@dataclass(frozen=True, slots=True)
class Reading:
    """A corpus read, cut and linked, before any page is made of it; `findings` holds the faults of all of it."""

    documents: tuple[Document, ...]
    entries: tuple[Entry, ...]
    mentions: Mapping[str, tuple[Mention, ...]]
    undecided: tuple[Ambiguous, ...]
    prose: tuple[Prose, ...]
    findings: tuple[Finding, ...]
    lexicon: Lexicon
    registers: Registers = field(default_factory=Registers)


@dataclass(frozen=True, slots=True)
class Stages:
    """What cuts a source into blocks, and what links them; whoever reads two like corpora may remember."""

    cut: Callable[[Source], tuple[Document, list[Finding]]] = segment
    link: Callable[[Document, Lexicon], tuple[tuple[Mention, ...], tuple[Ambiguous, ...], list[Finding]]] = (
        link_mentions
    )


_MEANS = Stages()


def read_edition(
    root: Path, language: str = "en", only: Collection[str] | None = None, means: Stages = _MEANS
) -> Reading:
    """Read everything people wrote below `root`, cut the seeds into blocks and link them; nothing is written.

    With `only`, the ids of some texts, the others are neither cut nor linked, and what cites them is not judged.
    """
    found, findings = sources.load_sources(root)
    entries, faults = glossary.load_glossary(root / "docs" / "glossary", root, language)
    findings += faults + check_edition(entries) + check_limits(entries, _source_ids(root))
    written, faults = written_pages.load_written_pages(root)
    findings += faults
    registered, faults = registers.load_registers(root)
    known = registers.known_entries(root)
    findings += faults + check_entries(registered, entries, known) + check_points(written, known)
    documents: list[Document] = []
    mentions: dict[str, tuple[Mention, ...]] = {}
    undecided: list[Ambiguous] = []
    lexicon = Lexicon(entries)
    for source in found if only is None else [one for one in found if one.id in only]:
        document, faults = means.cut(source)
        findings += faults + check_alignment(document)
        mentions[source.id], open_places, faults = means.link(document, lexicon)
        findings += faults + ambiguous_findings(document, open_places)
        documents.append(document)
        undecided += open_places
    faulty = _faulty_sources(root, documents, findings)
    style = next((page.style for page in written if page.style.wording), HouseStyle())
    findings += check_style(entries, registered, documents, style)
    findings += check_lock(root, documents, faulty)
    corpus = index_citations(documents, mentions, faulty)
    findings += check_all_evidence(corpus, entries, written) + check_registers(registered, entries, corpus)
    findings += check_register_evidence(registered, entries, corpus)
    found_faults = tuple(sorted(set(findings)))
    return Reading(tuple(documents), entries, mentions, tuple(undecided), written, found_faults, lexicon, registered)


def _source_ids(root: Path) -> set[str]:
    """The ids of all texts, those with faults too."""
    return {file.stem for file in (root / "docs" / "sources").glob("*.md")} - {"index"}


def _faulty_sources(root: Path, documents: list[Document], findings: list[Finding]) -> set[str]:
    """The sources with an error of their own, or unread: what cites them cannot be judged before that is mended."""
    paths = {finding.path for finding in findings if finding.severity == ERROR}
    ids = _source_ids(root) - {one.source.id for one in documents}
    return ids | {one.source.id for one in documents if {one.source.path, f"seeds/{one.source.seed}"} & paths}
