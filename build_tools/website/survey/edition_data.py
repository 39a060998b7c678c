"""Everything the pages are composed from, as one frozen value."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from build_tools.corpus.page_fields import Band, Question
from build_tools.corpus.withdrawals import Withdrawal
from build_tools.corpus.written_pages import Prose
from build_tools.edition.publication.publications import Publication
from build_tools.edition.statistics import Statistics
from build_tools.linking import Ambiguous
from build_tools.model import Concordance, Document, Entry, Mention
from build_tools.model.registers import Registers
from build_tools.website.citations import Citations, Rendered, Site
from build_tools.website.markup.body_nodes import Content


@dataclass(frozen=True, slots=True)
class Edition:
    """The documents and entries of a site, their links, and what people wrote by hand.

    Attributes:
        documents: The texts, cut into blocks.
        entries: The glossary.
        mentions: The sorted mentions of each text, by its id.
        concordance: The concordance lines of each entry.
        bodies: Hand-written Markdown with rendered evidence, by path below docs/.
        definition_evidence: The evidence of definitions as links, by entry id.
        titles: The titles of the hand-written index pages, by path below docs/.
        changed: The ISO date of each file's last change, by path below docs/.
        language: The site's language (BCP 47).
        registers: The differences between texts, and the quotations.
        undecided: The labels that could name several entries.
        turning_points: The ids of the entries that the home page shows first.
        bands: The lines of the timeline's chart.
        questions: The contested questions.
        withdrawals: What was withdrawn.
        short_names: The one short name of each text, by its id; none where they are still to be found.
        citations: The citations of each text, by its id.
        page_citations: The citations of the editors’ own pages in each style, by path below docs/.
        site: The name and address of the site.
        publications: What is shown of each text that is not published in full, by its id.
        has_data: Whether the site has its data as files for programs.
        prose: The other hand-written pages, for what they cite.
        figures: The numbers of the edition, texts that are not published in full included; None to count what is shown.
    """

    documents: tuple[Document, ...]
    entries: tuple[Entry, ...]
    mentions: Mapping[str, tuple[Mention, ...]]
    concordance: Concordance
    bodies: Mapping[str, str] = field(default_factory=dict)
    definition_evidence: Mapping[str, Content] = field(default_factory=dict)
    titles: Mapping[str, str] = field(default_factory=dict)
    changed: Mapping[str, str] = field(default_factory=dict)
    language: str = "en"
    registers: Registers = field(default_factory=Registers)
    undecided: tuple[Ambiguous, ...] = ()
    turning_points: tuple[str, ...] = ()
    bands: tuple[Band, ...] = ()
    questions: tuple[Question, ...] = ()
    withdrawals: tuple[Withdrawal, ...] = ()
    short_names: Mapping[str, str] = field(default_factory=dict)
    citations: Mapping[str, Citations] = field(default_factory=dict)
    page_citations: Mapping[str, tuple[Rendered, ...]] = field(default_factory=dict)
    site: Site = field(default_factory=Site)
    publications: Mapping[str, Publication] = field(default_factory=dict)
    prose: tuple[Prose, ...] = ()
    figures: Statistics | None = None
    has_data: bool = False
