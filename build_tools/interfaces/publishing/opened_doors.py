"""What programs look for first, as the plugin adds it to a site that is built."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig

from build_tools.exports.doors.feeds import feed_titles
from build_tools.exports.doors.published_site import PublishedSite, SiteBytes, listed_pages
from build_tools.exports.doors.site_doors import door_files
from build_tools.interfaces.mkdocs_defaults import site_language
from build_tools.text.escaping import one_line
from build_tools.website.markup.composed_page import SiteFile, TreePage
from build_tools.website.writing import write_below

_DOORS = "doors"
"""The setting by which templates know what the heads of pages may lead to."""

_SITEMAP = "sitemap.xml"


class OpenedDoors:
    """The doors of a site, between the step of a build in which its pages are composed and the one that writes them."""

    def __init__(self) -> None:
        """Begin with none."""
        self._site: PublishedSite | None = None

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
        self._site = None if is_served else _site(config, composed)
        if self._site:
            config.extra[_DOORS] = {"feeds": feed_titles(self._site), "search": bool(self._site.home)}

    def write(self, config: MkDocsConfig) -> None:
        """Write the doors into the folder of the site; a file of the same name that the edition has itself stays.

        Raises:
            OSError: If the disk refuses.
        """
        site, self._site = self._site, None
        if site:
            write_below(_not_its_own(door_files(site), Path(config.docs_dir)), Path(config.site_dir))


def _site(config: MkDocsConfig, composed: Iterable[SiteFile]) -> PublishedSite:
    pages = [item for item in composed if isinstance(item, TreePage)]
    return PublishedSite(
        name=one_line(config.site_name),
        description=one_line(config.site_description or ""),
        home=f"{config.site_url.rstrip('/')}/" if config.site_url else "",
        language=site_language(config),
        author=one_line(config.site_author or ""),
        terms=one_line(config.copyright or ""),
        pages=tuple(listed_pages(pages)),
        sections=tuple(_sections(config.nav)),
        use_directories=config.use_directory_urls,
    )


def _sections(nav: object) -> Iterator[tuple[str, str]]:
    """Yield the titles and paths of the pages that a navigation names, whatever it sorts them under."""
    for item in nav if isinstance(nav, list) else ():
        for title, target in item.items() if isinstance(item, dict) else ():
            if isinstance(target, str) and target.endswith(".md") and "://" not in target:
                yield str(title), target
            yield from _sections(target)


def _not_its_own(files: Iterable[SiteBytes], docs: Path) -> Iterator[SiteBytes]:
    return ((path, data) for path, data in files if not (docs / path).exists())
