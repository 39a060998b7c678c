"""Put a router together from the indexes of built sites: each file as it is made, so that memory never holds all."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import PurePosixPath

from build_tools.website.localisation import speak
from build_tools.website.router.index.built_index import BuiltIndex, PageRow, ReadFile
from build_tools.website.router.index.merged_names import MergedEntry, merge_entries
from build_tools.website.router.index.page_numbers import number_pages
from build_tools.website.router.index.router_index import NamedPage, RouterIndex
from build_tools.website.router.joined_sites import JoinedSite, JoinedSites
from build_tools.website.router.router_assets import router_assets
from build_tools.website.router.router_pages import LARGEST_PAGE, PAGE_AROUND, Extent, GlossaryPart, RouterPages

RouterFile = tuple[str, bytes]
"""The path of a file below the router, and what is in it."""


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
        labels: list[str] = []
        rows: list[str] = []
        filled = 0
        for entry in entries:
            row = self._pages.entry(entry)
            size = len(row.encode("utf-8", "surrogatepass"))
            if rows and filled + size > LARGEST_PAGE - PAGE_AROUND:
                self._finish(labels, rows, is_last=False)
                labels, rows, filled = [], [], 0
            labels.append(entry.label)
            rows.append(row)
            filled += size
            yield entry, len(self.listed) + 1
        if rows:
            self._finish(labels, rows, is_last=True)

    def take(self) -> Iterator[RouterFile]:
        """Yield the pages that are full, each once."""
        while self._ready:
            yield self._ready.pop(0)

    def _finish(self, labels: Sequence[str], rows: Sequence[str], *, is_last: bool) -> None:
        page = GlossaryPart(len(self.listed) + 1, labels[0], labels[-1])
        self._ready.append(self._pages.entries_on(page, rows, is_last=is_last))
        self.listed.append(page)
