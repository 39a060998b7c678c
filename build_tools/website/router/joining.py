"""Put a router together from the indexes of built sites: each file as it is made, so that memory never holds all."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import PurePosixPath

from build_tools.website.localisation import speak
from build_tools.website.router.index.built_index import BuiltIndex, PageRow, ReadFile
from build_tools.website.router.index.merged_names import MergedEntry, merge_entries
from build_tools.website.router.index.page_numbers import number_pages
from build_tools.website.router.index.router_index import NamedPage, RouterIndex
from build_tools.website.router.index.row_blocks import cut_rows
from build_tools.website.router.joined_sites import JoinedSite, JoinedSites
from build_tools.website.router.router_assets import router_assets
from build_tools.website.router.router_pages import ROWS_OF_PAGE, Extent, GlossaryPart, RouterPages, html_size

RouterFile = tuple[str, bytes]
"""The path of a file below the router, and what is in it."""

_Rows = Sequence[tuple[MergedEntry, str]]
"""Entries, each as HTML."""


def compose_router(joined: JoinedSites, reader_of: Callable[[JoinedSite], ReadFile]) -> Iterator[RouterFile]:
    """Yield the files of a router; the same sites give the same files.

    Args:
        joined: The collections.
        reader_of: Returns what reads the files of the index of a collection.

    Raises:
        OSError: If a file of an index is not there.
        ValueError: If it is no file of an index.
    """
    indexes = [BuiltIndex(reader_of(site)) for site in joined.sites]
    with speak(joined.language):
        assets = router_assets(joined.language)
        yield from assets.files.items()
        pages = RouterPages(joined, assets.styles)
        extents = []
        for site, index in zip(joined.sites, indexes, strict=True):
            texts = list(_own_texts(index, site))
            yield from pages.texts_of(site, texts)
            extents.append(Extent(len(texts), sum(1 for _ in index.entries())))
        numbering = number_pages(indexes, [site.elsewhere for site in joined.sites])
        yield from (pages.home(extents, numbering.entry_count), pages.list_of_texts(extents), pages.search())
        glossary = _Glossary(pages)
        listed = [{"name": site.name, "path": site.id, "isFlat": site.is_flat} for site in joined.sites]
        for file in RouterIndex(indexes, numbering, listed).files(glossary.number(merge_entries(indexes, numbering))):
            yield from glossary.take()
            yield file
        yield from glossary.take()
        yield pages.glossary(glossary.listed)


def _own_texts(index: BuiltIndex, site: JoinedSite) -> Iterator[PageRow]:
    pages = index.pages(0, index.first_entry)
    return (page for page in pages if PurePosixPath(page.path).name not in site.elsewhere)


class _Glossary:
    """The pages of the glossary, made while the entries pass by on their way into the index."""

    def __init__(self, pages: RouterPages) -> None:
        self.listed: list[GlossaryPart] = []
        self._pages = pages
        self._ready: list[RouterFile] = []

    def number(self, entries: Iterable[MergedEntry]) -> Iterator[NamedPage]:
        """Yield each entry with the number of its page."""
        rows = ((entry, self._pages.entry(entry)) for entry in entries)
        before: _Rows = ()
        for block in cut_rows(rows, ROWS_OF_PAGE, lambda row: html_size(row[1])):
            if before:
                self._finish(before, is_last=False)
            before = block
            for entry, _ in block:
                yield entry, len(self.listed) + 1
        if before:
            self._finish(before, is_last=True)

    def take(self) -> Iterator[RouterFile]:
        """Yield the pages that are full, each once."""
        while self._ready:
            yield self._ready.pop(0)

    def _finish(self, rows: _Rows, *, is_last: bool) -> None:
        page = GlossaryPart(len(self.listed) + 1, rows[0][0].label, rows[-1][0].label)
        self._ready.append(self._pages.entries_on(page, [html for _, html in rows], is_last=is_last))
        self.listed.append(page)
