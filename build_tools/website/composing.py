"""The flow on one screen: an edition is read and checked, and becomes pages and data."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from build_tools.edition.reading import Reading, read_edition
from build_tools.linking.concordance import build_concordance
from build_tools.model import Data, Document, Page
from build_tools.model.findings import Finding, has_errors
from build_tools.website import citations
from build_tools.website.citations import Site
from build_tools.website.data.link_reasons import why_data
from build_tools.website.data.quotation_data import quotable_data
from build_tools.website.pages import compose_data, compose_pages
from build_tools.website.pages.indexes.fields_table import CONTRIBUTE, fields_section
from build_tools.website.pages.indexes.finding_codes_page import FINDINGS, finding_sections
from build_tools.website.pages.parts.evidence_links import render_evidence
from build_tools.website.search import compose_search
from build_tools.website.survey.edition_data import Edition
from build_tools.website.survey.lookups import Corpus, survey

COMPOSED = (
    *("index.md", "sources/index.md", "glossary/index.md", "discrepancies/index.md", "quotations/index.md"),
    *("timeline.md", "terms.md", "quality.md", "check.md"),
)
"""The hand-written pages that are composed anew with what the corpus adds to them."""

APPENDED: Mapping[str, Callable[[], str]] = {CONTRIBUTE: fields_section, FINDINGS: finding_sections}
"""The hand-written pages below which Markdown follows that depends on no corpus; all others are published unchanged."""


def compose(
    root: Path, changed: Mapping[str, str] | None = None, language: str = "en", site: Site | None = None
) -> tuple[tuple[Page | Data, ...], tuple[Finding, ...]]:
    """Compose every page of the site and the data that its scripts load.

    Args:
        root: The folder that holds seeds/ and docs/.
        changed: The day each hand-written page last changed, by path below docs/.
        language: The language of the site, a BCP 47 tag.
        site: Where the edition is published.

    Returns:
        The pages and data, sorted by path, none where a finding is an error; and all findings.
    """
    reading = read_edition(root, language)
    if has_errors(reading.findings):
        return (), reading.findings
    site = site or Site()
    cited = [document.source for document in reading.documents]
    edition = replace(
        _edition(reading, language),
        changed=changed or {},
        site=site,
        citations=citations.cite(cited, site, language),
    )
    corpus = survey(edition)
    files: tuple[Page | Data, ...] = (
        *_pages(reading, corpus),
        *_reasons(reading, reading.documents),
        *compose_data(corpus),
        *compose_search(reading.documents, reading.entries, reading.mentions, reading.registers),
        *citations.files(cited, site),
        *quotable_data(reading.documents, language),
    )
    return tuple(sorted(files, key=lambda file: file.path)), reading.findings


def compose_for_comparison(reading: Reading, language: str, explained: Collection[str]) -> tuple[Page | Data, ...]:
    """Compose the pages of an edition to compare them with those of another; none where a finding is an error.

    What follows from the fields of a text alone, its citations, is left out, and so is the search index.

    Args:
        reading: The edition.
        language: The language of the site, a BCP 47 tag.
        explained: The ids of the texts whose links are given with their reasons.
    """
    if has_errors(reading.findings):
        return ()
    documents = [document for document in reading.documents if document.source.id in explained]
    return (*_pages(reading, survey(_edition(reading, language))), *_reasons(reading, documents))


def _pages(reading: Reading, corpus: Corpus) -> Iterator[Page]:
    written = {page.path for page in reading.prose}
    for page in compose_pages(corpus):
        yield replace(page, edit_path=None) if page.path in COMPOSED and page.path not in written else page
    for prose in reading.prose:
        if prose.path not in COMPOSED:
            text = prose.front_matter + render_evidence(prose.body, prose.path, corpus.by_id)
            if prose.path in APPENDED:
                text = f"{text.rstrip()}\n\n{APPENDED[prose.path]().rstrip()}\n"
            yield Page(prose.path, text, prose.path)


def _reasons(reading: Reading, documents: Iterable[Document]) -> Iterator[Data]:
    return (why_data(document, reading.entries, reading.lexicon) for document in documents)


def _edition(reading: Reading, language: str) -> Edition:
    return Edition(
        documents=reading.documents,
        entries=reading.entries,
        mentions=reading.mentions,
        concordance=build_concordance(reading.documents, reading.mentions),
        bodies=_bodies(reading),
        definition_evidence=_definition_evidence(reading),
        titles={page.path: page.title for page in reading.prose},
        registers=reading.registers,
        undecided=reading.undecided,
        bands=tuple(band for page in reading.prose if page.path == "timeline.md" for band in page.bands),
        turning_points=tuple(
            entry for page in reading.prose if page.path == "index.md" for entry in page.turning_points
        ),
        language=language,
    )


def _bodies(reading: Reading) -> Mapping[str, str]:
    bodies = {page.path: page.body for page in reading.prose}
    bodies |= {f"glossary/{entry.id}.md": entry.notes for entry in reading.entries}
    bodies |= {f"sources/{document.source.id}.md": document.source.headnote for document in reading.documents}
    bodies |= {item.path.removeprefix("docs/"): item.notes for item in reading.registers.discrepancies}
    bodies |= {item.path.removeprefix("docs/"): item.notes for item in reading.registers.quotations}
    return {path: render_evidence(body, path, reading.citations.documents) for path, body in bodies.items()}


def _definition_evidence(reading: Reading) -> Mapping[str, str]:
    documents = reading.citations.documents
    return {
        entry.id: " ".join(render_evidence(item, f"glossary/{entry.id}.md", documents) for item in entry.evidence)
        for entry in reading.entries
    }
