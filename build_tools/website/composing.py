"""The flow on one screen: an edition is read and checked, cut to what may be published, and becomes pages and data."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from build_tools.corpus.page_fields import CLAIMS
from build_tools.corpus.withdrawals import WITHDRAWN
from build_tools.corpus.written_pages import Prose, complete_pages
from build_tools.edition.publication.published_edition import PublishedEdition, publish, publishable_findings
from build_tools.edition.reading import Reading, read_edition
from build_tools.linking import Lexicon
from build_tools.model import Data, Document, Page
from build_tools.model.findings import Finding, has_errors
from build_tools.model.remembering import forget_all_made
from build_tools.text.markdown import add_field
from build_tools.website import citations
from build_tools.website.citations import Site
from build_tools.website.citations.page_citations import begin_citing_pages
from build_tools.website.data.link_reasons import why_data, withheld_why_data
from build_tools.website.data.quotation_data import quotable_data
from build_tools.website.gathered_edition import gather_edition
from build_tools.website.kept import Kept
from build_tools.website.localisation import ENGLISH, speak
from build_tools.website.markup import body_nodes
from build_tools.website.markup.composed_page import ComposedPage, SiteFile, TreePage
from build_tools.website.naming.short_names import short_names
from build_tools.website.pages import compose_data, compose_pages
from build_tools.website.pages.indexes.fields_table import CONTRIBUTE, fields_section
from build_tools.website.pages.indexes.finding_codes_page import FINDINGS, finding_sections
from build_tools.website.pages.parts.evidence_links import render_evidence
from build_tools.website.pages.parts.page_citing import cited_pages
from build_tools.website.search import compose_search
from build_tools.website.survey.lookups import Corpus, survey
from build_tools.website.survey.program_words import has_program_words, mark_if_programs

_NOWHERE = Site()

COMPOSED = (
    *("index.md", "sources/index.md", "glossary/index.md", "discrepancies/index.md", "quotations/index.md"),
    *("outside/index.md", "timeline.md", "terms.md", "quality.md", "check.md", "concordance.md", CLAIMS),
    *("data.md", "together.md", WITHDRAWN),
)
"""The written pages that are composed again with what the corpus adds to them."""

WORDS_IN = "words_in"
"""The field with the language of a page's words, where it is not that of the site."""

APPENDED: Mapping[str, Callable[[], tuple[body_nodes.Block, ...]]] = {
    CONTRIBUTE: fields_section,
    FINDINGS: finding_sections,
}
"""The written pages below which blocks follow that depend on no corpus; all others are published unchanged."""


def compose(  # noqa: PLR0913 - all that a build is asked for
    root: Path,
    changed: Mapping[str, str] | None = None,
    language: str = "en",
    site: Site = _NOWHERE,
    *,
    is_public: bool = False,
    kept: Kept | None = None,
    take: Callable[[PublishedEdition], None] | None = None,
    put: Callable[[Data], None] | None = None,
    has_data: bool = False,
) -> tuple[tuple[SiteFile, ...], tuple[Finding, ...]]:
    """Compose every page of the site and the data that its scripts load.

    Args:
        root: The folder that holds seeds/ and docs/.
        changed: The day each hand-written page last changed, by path below docs/.
        language: The language of the site, a BCP 47 tag.
        site: Where the edition is published.
        is_public: Whether the findings are to be without words that are published nowhere.
        kept: What earlier builds kept, and takes what is the same in the next one.
        take: Is given the edition as it is published, for what is made of it beside the pages.
        put: Is given each file of data when it is made, so that memory does not hold them all; None to return them.
        has_data: Whether the site has its data as files for programs.

    Returns:
        The pages and the data that are not put, sorted by path, none where a finding is an error; and all findings.
    """
    kept = kept or Kept()
    published, reasons, findings = _publish(root, language, kept, put, is_public=is_public)
    if published is None:
        return (), findings
    if take:
        take(published)
    with speak(language):
        files = (*reasons, *_hand_over(_files(published, changed or {}, language, site, kept, has_data=has_data), put))
    return tuple(sorted(files, key=lambda file: file.path)), findings


def _hand_over(files: Iterable[SiteFile], put: Callable[[Data], None] | None) -> Iterator[SiteFile]:
    for file in files:
        if put is not None and isinstance(file, Data):
            put(file)
        else:
            yield file


def _publish(
    root: Path, language: str, kept: Kept, put: Callable[[Data], None] | None, *, is_public: bool
) -> tuple[PublishedEdition | None, tuple[SiteFile, ...], tuple[Finding, ...]]:
    """Return an edition as it is published, the reasons for its links, and the findings; None where one is an error.

    Of all that was read, the compiled labels take the most memory, and nothing after this asks for them.
    """
    reading = read_edition(root, language, kept.stages)
    findings = publishable_findings(reading) if is_public else reading.findings
    if has_errors(findings):
        return None, (), findings
    published = publish(reading)
    with speak(language):
        reasons = tuple(_hand_over(_reasons(published, reading.lexicon, published.documents, kept), put))
    if not kept.texts.are_read_again:
        forget_all_made()
    return published, reasons, findings


def _files(  # noqa: PLR0913 - the same
    published: PublishedEdition, changed: Mapping[str, str], language: str, site: Site, kept: Kept, *, has_data: bool
) -> Iterator[SiteFile]:
    """Yield first what takes the most memory for a while, since the rest then finds room in what it leaves.

    Pandoc renders the citations meanwhile.
    """
    sources = [document.source for document in published.documents]
    cited = cited_pages(published.entries, published.registers, changed)
    of_texts = citations.begin_citing(sources, site, language, kept.cache)
    of_pages = begin_citing_pages(cited, site, language, kept.cache)
    names = short_names((document.source for document in published.documents), published.entries)
    yield from compose_search(
        *(published.documents, published.entries, published.mentions, published.registers),
        cache=kept.cache,
        kept=kept.terms,
        questions=published.questions,
        names=names,
    )
    edition = replace(
        gather_edition(published, language, names),
        changed=changed,
        site=site,
        has_data=has_data,
        citations=of_texts(),
        page_citations=of_pages(),
    )
    corpus = survey(edition)
    yield from _pages(published, corpus)
    yield from compose_data(corpus)
    yield from citations.files(sources, site)
    yield from quotable_data(published.documents, language)


def compose_for_comparison(reading: Reading, language: str, explained: Collection[str]) -> tuple[SiteFile, ...]:
    """Compose the pages of an edition to compare them with those of another; none where a finding is an error.

    What follows from the fields of a text alone, its citations, is left out, and so is the search index.

    Args:
        reading: The edition.
        language: The language of the site, a BCP 47 tag.
        explained: The ids of the texts whose links are given with their reasons.
    """
    if has_errors(reading.findings):
        return ()
    published = publish(reading)
    documents = [document for document in published.documents if document.source.id in explained]
    with speak(language):
        names = short_names((document.source for document in published.documents), published.entries)
        pages = _pages(published, survey(gather_edition(published, language, names)))
        return (*pages, *_reasons(published, reading.lexicon, documents, Kept()))


def _pages(published: PublishedEdition, corpus: Corpus) -> Iterator[Page | TreePage]:
    written = {page.path for page in published.prose}
    composed = {page.path: page for page in compose_pages(corpus)}
    for path, page in composed.items():
        yield replace(page, edit_path=None) if path in COMPOSED and path not in written else page
    for prose in complete_pages(published.prose):
        if prose.path not in composed:
            made = _written_page(prose, published, corpus.short_names)
            yield made if prose.path in written else replace(made, edit_path=None)


def _written_page(prose: Prose, published: PublishedEdition, names: Mapping[str, str]) -> Page | ComposedPage:
    """Return a written page, with the blocks that follow on some of them; texts are cited by these names."""
    body = mark_if_programs(render_evidence(prose.body, prose.path, names, published.works), prose, published.prose)
    is_programs = has_program_words(prose.path, published.prose)
    if prose.path not in APPENDED:
        page = prose.front_matter + body
        return Page(prose.path, add_field(page, WORDS_IN, ENGLISH) if is_programs else page, prose.path)
    fields = {**dict(prose.fields), **({WORDS_IN: ENGLISH} if is_programs else {})}
    template = fields.pop("template", "main.html")
    blocks = (body_nodes.EditorBlocks(body), *APPENDED[prose.path]())
    return ComposedPage(prose.path, str(template), fields, body=blocks, edit_path=prose.path)


def _reasons(
    published: PublishedEdition, lexicon: Lexicon, documents: Sequence[Document], kept: Kept
) -> Iterator[Data]:
    whole = [document for document in documents if not document.source.is_withheld]
    yield from why_data(whole, published.entries, lexicon, kept)
    for document in documents:
        if document.source.is_withheld:  # a reason may give away words that are not shown
            mentions = published.mentions.get(document.source.id, ())
            yield from (withheld_why_data(document.source.id, mentions),) if mentions else ()
