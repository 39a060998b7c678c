"""One shard read, cut and linked, one text after another, so that memory never holds two of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from build_tools.corpus.sources.listed_texts import ListedText, forget_texts, read_listed
from build_tools.edition.checks import TEXT_CHECKS, Material
from build_tools.edition.citation_index import CitationIndex
from build_tools.edition.reading import LinkedSource, link_source
from build_tools.exports.gathered_pieces import GatheredPieces, Piece
from build_tools.linking import Lexicon
from build_tools.model import Source
from build_tools.model.corpus_statistics import CorpusStatistics
from build_tools.model.findings import Finding
from build_tools.sharding.shard_rows import FINDING_ROWS, ROW_FILES, lines_of_findings, rows_of_text
from build_tools.sharding.shared_glossary import SharedGlossary
from build_tools.website.search.gathering import cited_blocks


def read_part(
    root: Path, texts: Iterable[ListedText], shared: SharedGlossary, statistics: CorpusStatistics
) -> Iterator[Piece]:
    """Yield the files of a shard in pieces; a text with errors is reported in them, and the others are read.

    Args:
        root: The folder that holds seeds/ and docs/.
        texts: The texts of the shard, sorted by id.
        shared: The glossary, informed by the statistics.
        statistics: What all texts of the corpus say together.

    Raises:
        ChangedTextError: If a text is not as it was listed.
    """
    cited, gathered = cited_blocks(shared.entries), GatheredPieces()
    yield from ((path, b"") for path in ROW_FILES)
    for listed in texts:
        source, findings = read_listed(root, listed)
        if source is not None:
            rows, faults = _read_text(source, statistics, shared.lexicon, cited.get(source.id, {}))
            findings += faults
            for path, lines in rows:
                yield from gathered.add(path, lines)
        yield from gathered.add(FINDING_ROWS, lines_of_findings(listed.id, findings))
        forget_texts()
    yield from gathered.rest()


def _read_text(
    source: Source, statistics: CorpusStatistics, lexicon: Lexicon, cited: Mapping[str, set[str]]
) -> tuple[list[tuple[str, str]], list[Finding]]:
    """Return the lines of a text, each with its file, and the findings on it.

    A text on which the program fails is a finding: one of a million must not stop the others.
    """
    try:
        linked = link_source(source, statistics, lexicon)
        return list(rows_of_text(linked, cited)), list(findings_on_text(linked))
    except (MemoryError, OSError):
        raise  # which may not come again
    except Exception as error:  # noqa: BLE001 - whatever it is
        message = f"the seed cannot be read: {type(error).__name__} {error}".rstrip()
        hint = "This is a fault of the program, not of the text: report it, with the text."
        return [], [Finding(f"seeds/{source.seed}", 1, "seed-unreadable", message, hint)]


def findings_on_text(linked: LinkedSource) -> Iterator[Finding]:
    """Yield the findings of reading a text, and of the checks that look at nothing else."""
    document = linked.document
    yield from linked.findings
    material = Material(
        documents=(document,),
        ambiguous=linked.ambiguous,
        citations=CitationIndex({document.source.id: document}),
    )
    for check in TEXT_CHECKS:
        yield from check.run(material)
