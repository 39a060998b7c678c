"""An edition read from its files: the texts cut into blocks and linked to the entries, and all of it checked."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from build_tools.corpus.written_pages import Prose
from build_tools.edition.checks import CHECKS, Material
from build_tools.edition.citation_index import CitationIndex, index_citations
from build_tools.edition.edition_files import EditionFiles, read_edition_files
from build_tools.linking import Ambiguous, Lexicon, count_all_names, link_mentions, names_used
from build_tools.model import Document, Entry, Mention, Source
from build_tools.model.corpus_statistics import CorpusStatistics, count_all_words, merge_statistics
from build_tools.model.findings import ERROR, Finding
from build_tools.model.registers import Registers
from build_tools.segmentation import segment
from build_tools.segmentation.alignment import check_alignment


@dataclass(frozen=True, slots=True)
class Reading:
    """An edition before any page is made of it; `findings` are those of all of it, sorted, each once.

    `documents` are whole texts, for editors: pages are made of what `publish` leaves of them. `absent` are the texts
    whose seeds are kept outside the repository; `lock` is the text of anchors.lock, None where there is no such file.
    """

    documents: tuple[Document, ...]
    entries: tuple[Entry, ...]
    mentions: Mapping[str, tuple[Mention, ...]]
    undecided: tuple[Ambiguous, ...]
    prose: tuple[Prose, ...]
    findings: tuple[Finding, ...]
    lexicon: Lexicon
    registers: Registers = field(default_factory=Registers)
    citations: CitationIndex = field(default_factory=CitationIndex)
    absent: tuple[Source, ...] = ()
    lock: str | None = None

    @property
    def sources(self) -> tuple[Source, ...]:
        """Return every text that could be read, whether its seed is here or not."""
        return (*(document.source for document in self.documents), *self.absent)

    @property
    def withheld(self) -> tuple[Source, ...]:
        """Return the texts that are not published in full."""
        return tuple(source for source in self.sources if source.is_withheld)


@dataclass(frozen=True, slots=True)
class Stages:
    """What counts, cuts and links texts, so that whoever reads two like editions can keep results.

    Counting takes all texts of the edition; each is cut and linked by itself, given the counts. `link_all` does so with
    all of them in its own way, and yields them in their order.
    """

    compile: Callable[[Iterable[Entry], Collection[str]], Lexicon] = Lexicon
    count_words: Callable[[Iterable[str]], CorpusStatistics] = count_all_words
    cut: Callable[[Source, CorpusStatistics], tuple[Document, list[Finding]]] = segment
    count_names: Callable[[Iterable[str], Lexicon], CorpusStatistics] = count_all_names
    link: Callable[[Document, Lexicon], tuple[tuple[Mention, ...], tuple[Ambiguous, ...], list[Finding]]] = (
        link_mentions
    )
    link_all: Callable[[Sequence[Source], CorpusStatistics, Lexicon], Iterable[LinkedSource]] | None = None


_STAGES = Stages()


def read_edition(root: Path, language: str, stages: Callable[[Sequence[Entry]], Stages] | None = None) -> Reading:
    """Read, link and check the edition below a folder; nothing is written.

    Args:
        root: The folder that holds seeds/ and docs/.
        language: The language of the site, a BCP 47 tag.
        stages: Returns what cuts the texts and links them to the entries it is given.
    """
    files = read_edition_files(root, language)
    return link_edition(files, stages=stages(files.entries) if stages else _STAGES)


def index_labels(files: EditionFiles, stages: Stages = _STAGES) -> Lexicon:
    """Return the labels of an edition's entries, with what all its texts together say of names."""
    lexicon = stages.compile(files.entries, files.rules_off)
    counted = files.statistics or stages.count_names([source.text for source in files.sources], lexicon)
    return lexicon.informed_by(names_used(counted))


def count_corpus(files: EditionFiles, lexicon: Lexicon) -> CorpusStatistics:
    """Return what all texts of an edition say together, for whoever reads a part of them."""
    texts = [source.text for source in files.sources]
    return files.statistics or merge_statistics([count_all_words(texts), count_all_names(texts, lexicon)])


def link_edition(files: EditionFiles, only: Collection[str] | None = None, stages: Stages = _STAGES) -> Reading:
    """Cut the texts of an edition into blocks, link them, and check all of it.

    Args:
        files: What the files of the edition say.
        only: The ids of the texts to cut and link, or None for all. What cites another text is not judged.
        stages: What cuts and links the texts.
    """
    lexicon = index_labels(files, stages)
    chosen = files.sources if only is None else [source for source in files.sources if source.id in only]
    statistics = files.statistics or stages.count_words([source.text for source in files.sources])
    one_by_one = (link_source(source, statistics, lexicon, stages) for source in chosen)
    texts = list(stages.link_all(chosen, statistics, lexicon) if stages.link_all else one_by_one)
    findings = {*files.findings, *(finding for text in texts for finding in text.findings)}
    documents = tuple(text.document for text in texts)
    mentions = {text.document.source.id: text.mentions for text in texts}
    material = Material(
        documents=documents,
        entries=files.entries,
        registers=files.registers,
        pages=files.pages,
        ambiguous=tuple(place for text in texts for place in text.ambiguous),
        source_ids=files.source_ids,
        entry_ids=files.entry_ids,
        outside_ids=files.outside_ids,
        lock=files.lock,
        mentions=mentions,
        absent=files.absent,
        language=files.language,
        citations=index_citations(documents, mentions, _faulty_sources(files.source_ids, documents, findings)),
    )
    findings.update(finding for check in CHECKS for finding in check.run(material))
    return Reading(
        documents=documents,
        entries=files.entries,
        mentions=mentions,
        undecided=material.ambiguous,
        prose=files.pages,
        findings=tuple(sorted(findings)),
        lexicon=lexicon,
        registers=files.registers,
        citations=material.citations,
        absent=files.absent,
        lock=files.lock.text,
    )


@dataclass(frozen=True, slots=True)
class LinkedSource:
    """A text cut into blocks and linked; `findings` are those of cutting, aligning and linking it."""

    document: Document
    mentions: tuple[Mention, ...]
    ambiguous: tuple[Ambiguous, ...]
    findings: tuple[Finding, ...]


def link_source(
    source: Source, statistics: CorpusStatistics, lexicon: Lexicon, stages: Stages = _STAGES
) -> LinkedSource:
    """Cut one text into blocks and link it, given what all texts together say.

    Args:
        source: The text.
        statistics: The words of all texts.
        lexicon: The labels, with what all texts say of names.
        stages: What cuts and links.
    """
    document, cut_findings = stages.cut(source, statistics)
    mentions, ambiguous, link_findings = stages.link(document, lexicon)
    return LinkedSource(document, mentions, ambiguous, (*cut_findings, *check_alignment(document), *link_findings))


def _faulty_sources(ids: Collection[str], documents: Iterable[Document], findings: Iterable[Finding]) -> frozenset[str]:
    """Return the sources that were not cut or have errors, so that what cites them cannot be judged yet."""
    paths = {finding.path for finding in findings if finding.severity == ERROR}
    sound = {
        document.source.id
        for document in documents
        if not {document.source.path, f"seeds/{document.source.seed}"} & paths
    }
    return frozenset(ids) - sound
