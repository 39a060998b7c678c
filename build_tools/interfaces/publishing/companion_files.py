"""The files for programs that a site has beside its pages: taken when pages are composed, written when they are."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File

from build_tools.edition.publication.published_edition import PublishedEdition
from build_tools.interfaces.kept_pages import are_understood
from build_tools.interfaces.publishing.opened_doors import OpenedDoors
from build_tools.interfaces.publishing.site_data import SiteData, wants_data
from build_tools.interfaces.publishing.stored_data import StoredData, StoredFile
from build_tools.website.markup.composed_page import ComposedPage, SiteFile
from build_tools.website.naming.data_files import DATA_FOLDER


class CompanionFiles:
    """Data, feeds, lists and copies of pages; a site has none of them while it is served.

    Attributes:
        has_data: Whether the site has its data.
        stored: The data that its scripts load.
    """

    def __init__(self) -> None:
        """Begin with none."""
        self.has_data = False
        self._is_served = False
        self._data, self._doors, self.stored = SiteData(), OpenedDoors(), StoredData()

    def begin(self, config: MkDocsConfig, changed: Mapping[str, str], place: Path, *, is_served: bool) -> None:
        """Begin a build.

        Args:
            config: MkDocs' settings.
            changed: The days on which pages were last changed, by path.
            place: Where the site will be, and the last one is.
            is_served: Whether the pages are served while somebody edits.
        """
        self._is_served, self.has_data = is_served, wants_data(config) and not is_served
        last = place if are_understood(config.plugins) else None
        self._data.begin(config, changed, last)
        self.stored.begin(config, last)

    def take(self, published: PublishedEdition) -> None:
        """Take the edition as it is published."""
        if self.has_data:
            self._data.take(published)
        self._doors.take(published)

    def open(self, config: MkDocsConfig, composed: Iterable[SiteFile]) -> None:
        """Take the composed pages, and let templates know what their heads may lead to."""
        self._doors.open(config, composed, is_served=self._is_served)

    def copy(self, page: ComposedPage) -> None:
        """Write the copy of a page that is composed anyway, if the site has copies."""
        self._doors.copy(page)

    def expect_copy(self, path: str) -> None:
        """Expect the copy of a page from another process; `path` is that of the page, below docs/."""
        self._doors.expect_copy(path)

    def write_data(self, config: MkDocsConfig, files: Iterable[File]) -> None:
        """Write the data before the pages, unless the edition has files of its own among them, which come first.

        Args:
            config: MkDocs' settings.
            files: The files of the site, as MkDocs has them.

        Raises:
            OSError: If the disk refuses.
        """
        if not any(file.dest_uri.startswith(DATA_FOLDER) for file in files if not isinstance(file, StoredFile)):
            self._data.write_below(Path(config.site_dir))

    def write(self, config: MkDocsConfig) -> None:
        """Write the files into the folder of the site.

        Raises:
            OSError: If the disk refuses.
        """
        self.stored.remove_excluded()
        self._data.write_below(Path(config.site_dir))
        self._doors.write(config)
