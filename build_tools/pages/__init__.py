"""Values become Markdown pages: every text, every entry, the indexes and the home page.

Pure functions; Markdown's own signs come from `markup`, and nothing here touches the disk.
"""

from __future__ import annotations

from build_tools.model import Page
from build_tools.pages.corpus import survey
from build_tools.pages.edition import Edition
from build_tools.pages.entry_page import entry_page
from build_tools.pages.glossary_page import glossary_page
from build_tools.pages.index_pages import home_page, sources_page
from build_tools.pages.source_page import source_page

__all__ = ["Edition", "compose_pages"]


def compose_pages(edition: Edition) -> tuple[Page, ...]:
    """Every page of an edition, sorted by path."""
    corpus = survey(edition)
    pages = [home_page(corpus), sources_page(corpus), glossary_page(corpus)]
    pages += [source_page(document, corpus) for document in corpus.documents]
    pages += [entry_page(entry, corpus) for entry in corpus.entries.values()]
    return tuple(sorted(pages, key=lambda page: page.path))
