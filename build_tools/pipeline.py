"""The flow on one screen: seeds and entries become documents, mentions, pages."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from build_tools import bibliography, evidence, glossary, prose, registers, sources
from build_tools.alignment import check_alignment
from build_tools.anchoring import check_register_evidence, check_registers
from build_tools.bibliography import Site
from build_tools.concordance import build_concordance
from build_tools.evidence import Corpus, check_evidence, gather_corpus, render_evidence
from build_tools.explanations import why_data
from build_tools.findings import ERROR, Finding, has_errors
from build_tools.locking import check_lock
from build_tools.matching import Lexicon, Undecided, check_limits, link_mentions, undecided_findings
from build_tools.model import Data, Document, Entry, Mention, Page, Source
from build_tools.pages import Edition, compose_data, compose_pages
from build_tools.prose import HouseStyle, Prose
from build_tools.quotable import quotable_data
from build_tools.search import compose_search
from build_tools.segmentation import segment
from build_tools.style import check_style
from build_tools.testimony import Registers

COMPOSED = (
    *("index.md", "sources/index.md", "glossary/index.md", "discrepancies/index.md", "quotations/index.md"),
    *("timeline.md", "terms.md", "quality.md", "check.md"),
)
"""The hand-written pages to which the corpus adds something; the others are published as they are."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A corpus read, cut and linked, before any page is made of it; `findings` holds the faults of all of it."""

    documents: tuple[Document, ...]
    entries: tuple[Entry, ...]
    mentions: Mapping[str, tuple[Mention, ...]]
    undecided: tuple[Undecided, ...]
    prose: tuple[Prose, ...]
    findings: tuple[Finding, ...]
    lexicon: Lexicon
    registers: Registers = field(default_factory=Registers)


@dataclass(frozen=True, slots=True)
class Means:
    """What cuts a source into blocks, and what links them; whoever reads two like corpora may remember."""

    cut: Callable[[Source], tuple[Document, list[Finding]]] = segment
    link: Callable[[Document, Lexicon], tuple[tuple[Mention, ...], tuple[Undecided, ...], list[Finding]]] = (
        link_mentions
    )


_MEANS = Means()


def read(root: Path, language: str = "en", only: Collection[str] | None = None, means: Means = _MEANS) -> Reading:
    """Read everything people wrote below `root`, cut the seeds into blocks and link them; nothing is written.

    With `only`, the ids of some texts, the others are neither cut nor linked, and what cites them is not judged.
    """
    found, findings = sources.load(root)
    entries, faults = glossary.load(root / "docs" / "glossary", root, language)
    findings += faults + glossary.check_edition(entries) + check_limits(entries, _source_ids(root))
    written, faults = prose.load(root)
    findings += faults
    registered, faults = registers.load(root)
    known = registers.known_entries(root)
    findings += faults + registers.check_entries(registered, entries, known) + prose.check_points(written, known)
    documents: list[Document] = []
    mentions: dict[str, tuple[Mention, ...]] = {}
    undecided: list[Undecided] = []
    lexicon = Lexicon(entries)
    for source in found if only is None else [one for one in found if one.id in only]:
        document, faults = means.cut(source)
        findings += faults + check_alignment(document)
        mentions[source.id], open_places, faults = means.link(document, lexicon)
        findings += faults + undecided_findings(document, open_places)
        documents.append(document)
        undecided += open_places
    faulty = _faulty_sources(root, documents, findings)
    style = next((page.style for page in written if page.style.wording), HouseStyle())
    findings += check_style(entries, registered, documents, style)
    findings += check_lock(root, documents, faulty)
    corpus = gather_corpus(documents, mentions, faulty)
    findings += _check_all_evidence(corpus, entries, written) + check_registers(registered, entries, corpus)
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


def compose(
    root: Path, changed: Mapping[str, str] | None = None, language: str = "en", site: Site | None = None
) -> tuple[tuple[Page | Data, ...], tuple[Finding, ...]]:
    """Every page of the site with the data its scripts load, and all findings; nothing where a finding is an error.

    `changed` gives the day each hand-written page last changed, by path below docs/; `site` says where all is published.
    """
    reading = read(root, language)
    if has_errors(reading.findings):
        return (), reading.findings
    site = site or Site()
    cited = [document.source for document in reading.documents]
    edition = replace(
        _edition(reading, language),
        changed=changed or {},
        site=site,
        citations=bibliography.cite(cited, site, language),
    )
    made: tuple[Page | Data, ...] = (
        *_pages(reading, edition),
        *_reasons(reading, reading.documents),
        *compose_data(edition),
        *compose_search(reading.documents, reading.entries, reading.mentions, reading.registers),
        *bibliography.files(cited, site),
        *quotable_data(reading.documents, language),
    )
    return tuple(sorted(made, key=lambda one: one.path)), reading.findings


def compose_for_comparison(reading: Reading, language: str, explained: Collection[str]) -> tuple[Page | Data, ...]:
    """The pages of a corpus, and the reasons of links in the texts `explained`, by id; none where a finding is an error.

    What follows from the fields of a text alone, its citations, is left out, and so is the index of search.
    """
    if has_errors(reading.findings):
        return ()
    documents = [document for document in reading.documents if document.source.id in explained]
    return (*_pages(reading, _edition(reading, language)), *_reasons(reading, documents))


def _pages(reading: Reading, edition: Edition) -> Iterator[Page]:
    written = {page.path for page in reading.prose}
    for page in compose_pages(edition):
        yield replace(page, edit_path=None) if page.path in COMPOSED and page.path not in written else page
    corpus = gather_corpus(reading.documents, reading.mentions)
    for one in reading.prose:
        if one.path not in COMPOSED:
            yield Page(one.path, render_evidence(one.text, one.path, corpus), one.path)


def _reasons(reading: Reading, documents: Iterable[Document]) -> Iterator[Data]:
    return (why_data(document, reading.entries, reading.lexicon) for document in documents)


def _edition(reading: Reading, language: str) -> Edition:
    corpus = gather_corpus(reading.documents, reading.mentions)
    return Edition(
        documents=reading.documents,
        entries=reading.entries,
        mentions=reading.mentions,
        concordance=build_concordance(reading.documents, reading.mentions),
        bodies=_bodies(reading, corpus),
        definition_evidence=_definition_evidence(reading, corpus),
        titles={page.path: page.title for page in reading.prose},
        registers=reading.registers,
        undecided=reading.undecided,
        bands=tuple(one for page in reading.prose if page.path == "timeline.md" for one in page.bands),
        turning_points=tuple(one for page in reading.prose if page.path == "index.md" for one in page.turning_points),
        language=language,
    )


def _bodies(reading: Reading, corpus: Corpus) -> Mapping[str, str]:
    bodies = {page.path: page.body for page in reading.prose}
    bodies |= {f"glossary/{entry.id}.md": entry.notes for entry in reading.entries}
    bodies |= {f"sources/{one.source.id}.md": one.source.headnote for one in reading.documents}
    bodies |= {item.path.removeprefix("docs/"): item.notes for item in reading.registers.discrepancies}
    bodies |= {item.path.removeprefix("docs/"): item.notes for item in reading.registers.quotations}
    return {path: render_evidence(body, path, corpus) for path, body in bodies.items()}


def _definition_evidence(reading: Reading, corpus: Corpus) -> Mapping[str, str]:
    return {
        entry.id: " ".join(render_evidence(item, f"glossary/{entry.id}.md", corpus) for item in entry.evidence)
        for entry in reading.entries
    }


def _check_all_evidence(corpus: Corpus, entries: tuple[Entry, ...], written: tuple[Prose, ...]) -> list[Finding]:
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
