"""The page of the data: a hand-written introduction, and the files to download."""

from __future__ import annotations

from collections.abc import Iterable

from build_tools.website.localisation import translate
from build_tools.website.markup.body_nodes import Block, Bullets, Content, Heading, Link, Paragraph, Phrase
from build_tools.website.markup.composed_page import ComposedPage
from build_tools.website.naming.data_files import ARCHIVE, DATA_FOLDER, DATA_TABLES, OTHER_FILES, TABLE_FORMATS
from build_tools.website.pages.indexes.index_page import Index, compose_index
from build_tools.website.survey.lookups import Corpus

DATA_PAGE = "data.md"


def data_page(corpus: Corpus) -> ComposedPage:
    """Compose the page; a site that is made without data says so."""
    has_data = corpus.edition.has_data
    index = Index(
        "data",
        translate("The texts, what they name, and what the editors say of them, as files for programs."),
        above=_downloads()
        if has_data
        else (Paragraph((translate("This copy of the site has no files to download."),)),),
        has_content=has_data,
    )
    return compose_index(DATA_PAGE, index, corpus)


def _downloads() -> tuple[Block, ...]:
    tables = [[f"{name}.{ending}" for ending in TABLE_FORMATS] for name in DATA_TABLES]
    rows: tuple[Content, ...] = (
        (*_links([ARCHIVE]), ": ", translate("all in one file")),
        *map(_links, tables),
        _links(OTHER_FILES),
    )
    return Heading(2, "download", (translate("Download"),)), Bullets(rows)


def _links(names: Iterable[str]) -> Content:
    links = [Link((Phrase((name,), tag="code"),), DATA_FOLDER + name) for name in names]
    return tuple(part for link in links for part in (", ", link))[1:]
