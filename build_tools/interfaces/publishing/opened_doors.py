"""What programs look for first, as the plugin adds it to a site that is built."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig

from build_tools.edition.publication.published_edition import PublishedEdition
from build_tools.exports.doors.feeds import feed_titles
from build_tools.exports.doors.page_alternates import json_copies, markdown_copy
from build_tools.exports.doors.published_site import PublishedSite, SiteBytes, listed_pages
from build_tools.exports.doors.site_doors import door_files
from build_tools.interfaces.built_pages import without_directives
from build_tools.interfaces.mkdocs_defaults import PLUGIN, site_language
from build_tools.model import Page
from build_tools.text.escaping import one_line
from build_tools.website.localisation import speak
from build_tools.website.markup.composed_page import ComposedPage, SiteFile, TreePage
from build_tools.website.naming.addresses import site_base
from build_tools.website.writing import write_below

_DOORS = "doors"
"""The setting by which templates know what the heads of pages may lead to."""

_SITEMAP = "sitemap.xml"

_WITHOUT_COPY = ("moved",)
"""The kinds of pages that only lead to another."""


class OpenedDoors:
    """The doors of a site, between the step of a build in which its pages are composed and the one that writes them."""

    def __init__(self) -> None:
        """Begin with none."""
        self._site: PublishedSite | None = None
        self._published: PublishedEdition | None = None
        self._pages: tuple[Page | TreePage, ...] = ()
        self._copied: set[str] = set()
        self._folder = Path()

    def take(self, published: PublishedEdition) -> None:
        """Take the edition as it is published, of which the data of its texts and entries are made."""
        self._published = published

    def open(self, config: MkDocsConfig, composed: Iterable[SiteFile], *, is_served: bool) -> None:
        """Take the composed pages, and let templates know what their heads may lead to; a served site has no doors.

        Args:
            config: MkDocs' settings with their navigation, which are changed in place.
            composed: The pages of the site, and its data.
            is_served: Whether the pages are served while somebody edits.
        """
        config.extra.pop(_DOORS, None)
        if not config.site_url:  # a list of pages must have absolute addresses; without any it is no sitemap
            config.theme.static_templates.discard(_SITEMAP)
        self._site = site = None if is_served else _site(config, composed)
        self._copied, self._folder = set(), Path(config.site_dir)
        if site is None or not site.has_copies:
            self._published = None
        self._pages = tuple(_copied_pages(composed)) if site and site.has_copies else ()
        if site:
            extra = {"feeds": feed_titles(site), "search": bool(site.home), "copies": site.has_copies}
            config.extra[_DOORS] = extra

    def copy(self, page: ComposedPage) -> None:
        """Write the Markdown of a page that is composed anyway, if the site has such copies."""
        if self._pages and page.fields.get("kind") not in _WITHOUT_COPY:
            self._copied.add(page.path)
            write_below([markdown_copy(page)], self._folder)

    def expect_copy(self, path: str) -> None:
        """Expect the Markdown of a page from another process; `path` is that of the page, below docs/."""
        self._copied.add(path)

    def write(self, config: MkDocsConfig) -> None:
        """Write the doors into the folder of the site; a file of the same name that the edition has itself stays.

        Raises:
            OSError: If the disk refuses.
        """
        site, published, pages = self._site, self._published, self._pages
        self._site, self._published, self._pages = None, None, ()
        if site is None:
            return
        write_below(_not_its_own(door_files(site), Path(config.docs_dir)), self._folder)
        left = (
            page for page in pages if page.path not in self._copied
        )  # of those that are as the last build made them
        write_below(_markdown_copies(left, config), self._folder)
        if published:
            write_below(_not_its_own(json_copies(published, site), Path(config.docs_dir)), self._folder)


def _copied_pages(composed: Iterable[SiteFile]) -> Iterator[Page | TreePage]:
    for item in composed:
        if isinstance(item, Page) or (isinstance(item, TreePage) and item.fields.get("kind") not in _WITHOUT_COPY):
            yield item


def _markdown_copies(pages: Iterable[Page | TreePage], config: MkDocsConfig) -> Iterator[SiteBytes]:
    with speak(site_language(config)):
        for page in pages:
            if isinstance(page, Page):
                yield markdown_copy(replace(page, markdown=without_directives(page.markdown, page.path)))
            else:
                yield markdown_copy(page.settle())


def _site(config: MkDocsConfig, composed: Iterable[SiteFile]) -> PublishedSite:
    pages = [item for item in composed if isinstance(item, TreePage)]
    return PublishedSite(
        name=one_line(config.site_name),
        description=one_line(config.site_description or ""),
        home=site_base(config.site_url or ""),
        language=site_language(config),
        author=one_line(config.site_author or ""),
        terms=one_line(config.copyright or ""),
        pages=tuple(listed_pages(pages)),
        sections=tuple(_sections(config.nav)),
        use_directories=config.use_directory_urls,
        has_copies=_wants_copies(config),
    )


def _wants_copies(config: MkDocsConfig) -> bool:
    """Return whether a site has the Markdown and JSON of its pages, as the plugin's option says."""
    plugin = config.plugins.get(PLUGIN)
    return bool(plugin and plugin.config.get("page_copies"))


def _sections(nav: object) -> Iterator[tuple[str, str]]:
    """Yield the titles and paths of the pages that a navigation names, whatever it sorts them under."""
    for item in nav if isinstance(nav, list) else ():
        for title, target in item.items() if isinstance(item, dict) else ():
            if isinstance(target, str) and target.endswith(".md") and "://" not in target:
                yield str(title), target
            yield from _sections(target)


def _not_its_own(files: Iterable[SiteBytes], docs: Path) -> Iterator[SiteBytes]:
    return ((path, data) for path, data in files if not (docs / path).exists())
