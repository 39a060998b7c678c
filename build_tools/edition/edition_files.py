"""Read everything that people wrote for an edition; nothing of an edition is read from the disk anywhere else."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from build_tools.corpus import glossary, registers, sources, written_pages
from build_tools.corpus.docs_files import check_docs_files
from build_tools.corpus.front_matter.settings import check_language
from build_tools.corpus.lock_file import LockFile, read_lock
from build_tools.corpus.regular_files import check_files, list_pages
from build_tools.corpus.sources.given_statistics import load_statistics
from build_tools.corpus.written_pages import Prose
from build_tools.model import Entry, Source
from build_tools.model.corpus_statistics import CorpusStatistics
from build_tools.model.findings import Finding
from build_tools.model.registers import Registers

LoadTexts = Callable[[Path], tuple[tuple[Source, ...], list[Finding]]]
"""What reads the texts below a folder, and returns them with the findings on them."""


@dataclass(frozen=True, slots=True)
class EditionFiles:
    """What the files of an edition say, and the findings of reading them.

    `source_ids`, `entry_ids` and `outside_ids` are the ids of all pages of texts and all files of entries and of
    outside sources, readable or not. `absent` are the texts whose seeds are kept outside the repository.
    `statistics` are the counts of the corpus that the edition is a part of, None where it is a whole. `language` is
    that of the site (BCP 47), in which people write about the texts.
    """

    sources: tuple[Source, ...]
    entries: tuple[Entry, ...]
    registers: Registers
    pages: tuple[Prose, ...]
    source_ids: frozenset[str]
    entry_ids: frozenset[str]
    outside_ids: frozenset[str]
    lock: LockFile
    findings: tuple[Finding, ...]
    absent: tuple[Source, ...] = ()
    statistics: CorpusStatistics | None = None
    language: str = "en"

    @property
    def rules_off(self) -> tuple[str, ...]:
        """The names of the rules of linking that the edition does without."""
        return tuple(rule for page in self.pages for rule in page.rules_off)


def read_edition_files(root: Path, language: str, load_texts: LoadTexts = sources.load_sources) -> EditionFiles:
    """Read the files of an edition.

    Args:
        root: The folder that holds seeds/ and docs/.
        language: The language of the site, a BCP 47 tag; labels without a language are in it.
        load_texts: Reads the texts, for whoever reads them in another way.
    """
    texts, source_findings = load_texts(root)
    entries, entry_findings = glossary.load_glossary(root / "docs" / "glossary", root, language)
    items, register_findings = registers.load_registers(root)
    pages, page_findings = written_pages.load_written_pages(root)
    statistics, statistics_findings = load_statistics(root)
    return EditionFiles(
        sources=tuple(source for source in texts if source.seed_is_here),
        absent=tuple(source for source in texts if not source.seed_is_here),
        entries=entries,
        registers=items,
        pages=pages,
        source_ids=_ids_in(root / "docs" / "sources", root),
        entry_ids=_ids_in(root / "docs" / "glossary", root),
        outside_ids=_ids_in(root / registers.OUTSIDE_WORKS, root),
        lock=read_lock(root),
        findings=(
            *(*source_findings, *entry_findings, *register_findings, *page_findings),
            *(*check_files(root), *check_docs_files(root), *statistics_findings, *check_language(root, language)),
        ),
        statistics=statistics,
        language=language,
    )


def _ids_in(folder: Path, root: Path) -> frozenset[str]:
    return frozenset(file.stem for file in list_pages(folder, root)) - {"index"}
