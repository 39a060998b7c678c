"""The values of an edition that pages are composed from, gathered from what is published of it."""

from __future__ import annotations

from collections.abc import Mapping

from build_tools.corpus.written_pages import complete_pages
from build_tools.edition.publication.published_edition import PublishedEdition
from build_tools.linking.concordance import build_concordance
from build_tools.website.markup.body_nodes import Content
from build_tools.website.pages.parts.evidence_links import evidence_content, render_evidence
from build_tools.website.survey.edition_data import Edition


def gather_edition(published: PublishedEdition, language: str, names: Mapping[str, str]) -> Edition:
    """Return what pages are composed from, as far as it follows from an edition alone.

    Args:
        published: The edition as it is published.
        language: The language of the site, a BCP 47 tag.
        names: The short name of each text, by its id.
    """
    return Edition(
        documents=published.documents,
        entries=published.entries,
        mentions=published.mentions,
        concordance=build_concordance(published.documents, published.mentions),
        bodies=_bodies(published, names),
        definition_evidence=_definition_evidence(published, names),
        titles={page.path: page.title for page in complete_pages(published.prose)},
        registers=published.registers,
        undecided=published.undecided,
        bands=tuple(band for page in published.prose if page.path == "timeline.md" for band in page.bands),
        turning_points=tuple(
            entry for page in published.prose if page.path == "index.md" for entry in page.turning_points
        ),
        questions=published.questions,
        withdrawals=tuple(withdrawal for page in published.prose for withdrawal in page.withdrawn),
        language=language,
        publications=published.publications,
        prose=published.prose,
        figures=published.figures,
        short_names=names,
    )


def _bodies(published: PublishedEdition, names: Mapping[str, str]) -> Mapping[str, str]:
    bodies = {page.path: page.body for page in complete_pages(published.prose)}
    bodies |= {f"glossary/{entry.id}.md": entry.notes for entry in published.entries}
    bodies |= {f"sources/{document.source.id}.md": document.source.headnote for document in published.documents}
    bodies |= {item.path.removeprefix("docs/"): item.notes for item in published.registers.discrepancies}
    bodies |= {item.path.removeprefix("docs/"): item.notes for item in published.registers.quotations}
    bodies |= {item.path.removeprefix("docs/"): item.notes for item in published.registers.outside_works}
    return {path: render_evidence(body, path, names, published.works) for path, body in bodies.items()}


def _definition_evidence(published: PublishedEdition, names: Mapping[str, str]) -> Mapping[str, Content]:
    return {
        entry.id: evidence_content(" ".join(entry.evidence), f"glossary/{entry.id}.md", names, published.works)
        for entry in published.entries
        if entry.evidence
    }
