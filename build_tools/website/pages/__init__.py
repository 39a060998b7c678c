"""Turn the values of an edition into Markdown pages: texts, entries, registers, indexes, the home page.

All functions here are pure: `text.markdown` and `text.html` write the syntax, and nothing touches the disk.
"""

from __future__ import annotations

from build_tools.model import Data
from build_tools.website.markup.composed_page import TreePage
from build_tools.website.pages.entry.entry_page import defer_entry_page
from build_tools.website.pages.entry.previews import preview_data
from build_tools.website.pages.entry.redirects import redirect_pages
from build_tools.website.pages.indexes.check_page import check_page
from build_tools.website.pages.indexes.glossary_page import glossary_page
from build_tools.website.pages.indexes.home_page import home_page, sources_page
from build_tools.website.pages.indexes.quality_page import quality_page
from build_tools.website.pages.indexes.terms_page import terms_page
from build_tools.website.pages.indexes.timeline_page import timeline_page
from build_tools.website.pages.registers.register_indexes import discrepancies_page, quotations_page
from build_tools.website.pages.registers.register_pages import discrepancy_page, quotation_page
from build_tools.website.pages.source.parallel_columns import places_sheet
from build_tools.website.pages.source.source_page import columns_of, defer_source_page
from build_tools.website.survey.lookups import Corpus
from build_tools.website.survey.page_inputs import PageInputs

__all__ = ["compose_data", "compose_pages"]


def compose_pages(corpus: Corpus) -> tuple[TreePage, ...]:
    """Return every page of a surveyed edition, sorted by path."""
    pages: list[TreePage] = [home_page(corpus), sources_page(corpus), glossary_page(corpus)]
    pages += [discrepancies_page(corpus), quotations_page(corpus), timeline_page(corpus)]
    pages += [check_page(corpus), terms_page(corpus), quality_page(corpus), *redirect_pages(corpus)]
    pages += [discrepancy_page(item, corpus) for item in corpus.registry.discrepancies]
    pages += [quotation_page(item, corpus) for item in corpus.registry.quotations]
    inputs = PageInputs(corpus)
    pages += [defer_source_page(document, corpus, inputs.of_source(document)) for document in corpus.documents]
    pages += [defer_entry_page(entry, corpus, inputs.of_entry(entry)) for entry in corpus.entries.values()]
    return tuple(sorted(pages, key=lambda page: page.path))


def compose_data(corpus: Corpus) -> tuple[Data, ...]:
    """Return the files that these pages load: entries for scripts that show them, a style sheet for columns."""
    sheet = places_sheet(columns_of(document, corpus) for document in corpus.documents)
    return (preview_data(corpus), *((sheet,) if sheet else ()))
