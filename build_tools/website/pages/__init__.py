"""Turn the values of an edition into Markdown pages: texts, entries, registers, indexes, the home page.

All functions here are pure: `text.markdown` and `text.html` write the syntax, and nothing touches the disk.
"""

from __future__ import annotations

from build_tools.model import Data
from build_tools.website.data.claims_data import claims_data
from build_tools.website.data.text_data import text_data
from build_tools.website.markup.composed_page import TreePage
from build_tools.website.pages.entry.entry_page import defer_entry_page
from build_tools.website.pages.entry.previews import preview_data
from build_tools.website.pages.entry.redirects import redirect_pages
from build_tools.website.pages.entry.withdrawn_pages import withdrawn_data, withdrawn_pages
from build_tools.website.pages.entry.year_pages import defer_year_pages
from build_tools.website.pages.entry_lists.glossary_data import filter_values, glossary_data
from build_tools.website.pages.entry_lists.glossary_lists import glossary_pages, is_in_pages
from build_tools.website.pages.entry_lists.glossary_page import glossary_page
from build_tools.website.pages.explore.concordance_page import concordance_page, text_order
from build_tools.website.pages.explore.together_page import together_page
from build_tools.website.pages.home.home_page import home_page
from build_tools.website.pages.indexes.check_page import check_page
from build_tools.website.pages.indexes.data_page import data_page
from build_tools.website.pages.indexes.quality_page import quality_page
from build_tools.website.pages.indexes.terms_page import terms_page
from build_tools.website.pages.registers.claims_page import claims_page
from build_tools.website.pages.registers.outside_page import outside_page
from build_tools.website.pages.registers.register_indexes import discrepancies_page, quotations_page
from build_tools.website.pages.registers.register_pages import discrepancy_page, quotation_page
from build_tools.website.pages.source.parallel_columns import places_sheet
from build_tools.website.pages.source.source_page import columns_of, defer_source_page
from build_tools.website.pages.text_lists.texts_pages import texts_pages
from build_tools.website.pages.timeline.timeline_page import timeline_pages
from build_tools.website.survey.lookups import Corpus
from build_tools.website.survey.page_inputs import PageInputs

__all__ = ["compose_data", "compose_pages"]


def compose_pages(corpus: Corpus) -> tuple[TreePage, ...]:
    """Return every page of a surveyed edition, sorted by path."""
    whole = filter_values(corpus) if is_in_pages(corpus) else ""
    pages: list[TreePage] = [home_page(corpus), *texts_pages(corpus)]
    pages += (glossary_page(corpus, whole), *glossary_pages(corpus, whole))
    pages += [discrepancies_page(corpus), quotations_page(corpus), outside_page(corpus), *timeline_pages(corpus)]
    pages += [check_page(corpus), data_page(corpus), terms_page(corpus), quality_page(corpus), *redirect_pages(corpus)]
    pages += (concordance_page(corpus), together_page(corpus), *withdrawn_pages(corpus))
    points = (*corpus.registry.discrepancies, *corpus.registry.agreements)
    pages += [discrepancy_page(item, corpus) for item in points]
    pages += [quotation_page(item, corpus) for item in corpus.registry.quotations]
    pages += [page for page in (claims_page(corpus),) if page]
    inputs = PageInputs(corpus)
    pages += [defer_source_page(document, corpus, inputs.of_source(document)) for document in corpus.documents]
    for entry in corpus.entries.values():
        digest = inputs.of_entry(entry)
        pages += (defer_entry_page(entry, corpus, digest), *defer_year_pages(entry, corpus, digest))
    return tuple(sorted(pages, key=lambda page: page.path))


def compose_data(corpus: Corpus) -> tuple[Data, ...]:
    """Return the files that these pages load or offer: entries, the order of texts, claims, withdrawals, columns."""
    sheet = places_sheet(columns_of(document, corpus) for document in corpus.documents)
    return (
        preview_data(corpus),
        text_order(corpus),
        *glossary_data(corpus),
        *text_data(corpus),
        *claims_data(corpus),
        *withdrawn_data(corpus),
        *((sheet,) if sheet else ()),
    )
