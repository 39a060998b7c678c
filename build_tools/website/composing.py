"""The flow on one screen: seeds and entries become documents, mentions, pages."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from build_tools.edition.checks.evidence_checks import CitationIndex, index_citations
from build_tools.edition.reading import Reading, read_edition
from build_tools.linking.concordance import build_concordance
from build_tools.model import Data, Document, Page
from build_tools.model.findings import Finding, has_errors
from build_tools.website import citations
from build_tools.website.citations import Site
from build_tools.website.data.link_reasons import why_data
from build_tools.website.data.quotation_data import quotable_data
from build_tools.website.pages import Edition, compose_data, compose_pages
from build_tools.website.pages.indexes.fields_table import CONTRIBUTE, fields_section
from build_tools.website.pages.parts.evidence_links import render_evidence
from build_tools.website.search import compose_search

COMPOSED = (
    *("index.md", "sources/index.md", "glossary/index.md", "discrepancies/index.md", "quotations/index.md"),
    *("timeline.md", "terms.md", "quality.md", "check.md"),
)
"""The hand-written pages to which the corpus adds something; the others are published as they are.

To the end of the page for contributors the tables of fields are added.
"""


def compose(
    root: Path, changed: Mapping[str, str] | None = None, language: str = "en", site: Site | None = None
) -> tuple[tuple[Page | Data, ...], tuple[Finding, ...]]:
    """Every page of the site with the data its scripts load, and all findings; nothing where a finding is an error.

    `changed` gives the day each hand-written page last changed, by path below docs/; `site` says where all is published.
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
    made: tuple[Page | Data, ...] = (
        *_pages(reading, edition),
        *_reasons(reading, reading.documents),
        *compose_data(edition),
        *compose_search(reading.documents, reading.entries, reading.mentions, reading.registers),
        *citations.files(cited, site),
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
    corpus = index_citations(reading.documents, reading.mentions)
    for one in reading.prose:
        if one.path not in COMPOSED:
            text = render_evidence(one.text, one.path, corpus)
            yield Page(
                one.path, f"{text.rstrip()}\n\n{fields_section()}\n" if one.path == CONTRIBUTE else text, one.path
            )


def _reasons(reading: Reading, documents: Iterable[Document]) -> Iterator[Data]:
    return (why_data(document, reading.entries, reading.lexicon) for document in documents)


def _edition(reading: Reading, language: str) -> Edition:
    corpus = index_citations(reading.documents, reading.mentions)
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


def _bodies(reading: Reading, corpus: CitationIndex) -> Mapping[str, str]:
    bodies = {page.path: page.body for page in reading.prose}
    bodies |= {f"glossary/{entry.id}.md": entry.notes for entry in reading.entries}
    bodies |= {f"sources/{one.source.id}.md": one.source.headnote for one in reading.documents}
    bodies |= {item.path.removeprefix("docs/"): item.notes for item in reading.registers.discrepancies}
    bodies |= {item.path.removeprefix("docs/"): item.notes for item in reading.registers.quotations}
    return {path: render_evidence(body, path, corpus) for path, body in bodies.items()}


def _definition_evidence(reading: Reading, corpus: CitationIndex) -> Mapping[str, str]:
    return {
        entry.id: " ".join(render_evidence(item, f"glossary/{entry.id}.md", corpus) for item in entry.evidence)
        for entry in reading.entries
    }
