"""The data of a site: the edition is taken when its pages are composed, and its data written when the pages are."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig

from build_tools.edition.publication.published_edition import PublishedEdition
from build_tools.exports.bulk_data import data_pieces
from build_tools.exports.packaging.described_data import DataSettings, last_day
from build_tools.interfaces.mkdocs_defaults import PLUGIN, site_language
from build_tools.website.citations import Site
from build_tools.website.naming.data_files import ARCHIVE, DATA_FOLDER
from build_tools.website.writing import write_packed


def data_settings(config: MkDocsConfig, changed: Mapping[str, str]) -> DataSettings:
    """Return what an edition says of its data, as MkDocs' settings and the history of its pages have it."""
    return DataSettings(
        site=Site(config.site_name, config.site_url or ""),
        language=site_language(config),
        description=config.site_description or "",
        terms=config.copyright or "",
        day=last_day(changed),
    )


def wants_data(config: MkDocsConfig) -> bool:
    """Return whether an edition has its data made, as its plugin's option says."""
    plugin = config.plugins.get(PLUGIN)
    return plugin is None or bool(plugin.config.get("bulk_data", True))


class SiteData:
    """What data are made of, between the two steps of a build in which they are taken and written."""

    def __init__(self) -> None:
        """Begin with nothing to write."""
        self._published: PublishedEdition | None = None
        self._settings = DataSettings()
        self._last: Path | None = None

    def begin(self, config: MkDocsConfig, changed: Mapping[str, str], last: Path | None = None) -> None:
        """Begin a build; without an edition that is taken there will be no data.

        Args:
            config: MkDocs' settings.
            changed: The days on which pages were last changed, by path.
            last: The folder of the last site, from which files with the same bytes are linked; None for none.
        """
        self._published, self._settings, self._last = None, data_settings(config, changed), last

    def take(self, published: PublishedEdition) -> None:
        """Take the edition to make data of."""
        self._published = published

    def write_below(self, folder: Path) -> dict[str, Path]:
        """Write the data of the edition that was taken into the folder of the site, and let go of it.

        Returns:
            The files, by their paths below the folder; none where no edition was taken.

        Raises:
            OSError: If the disk refuses.
        """
        published, self._published = self._published, None
        if published is None:
            return {}
        last = self._last / DATA_FOLDER if self._last else None
        paths = write_packed(data_pieces(published, self._settings), folder / DATA_FOLDER, ARCHIVE, last)
        return {path: folder / path for path in (f"{DATA_FOLDER}{name}" for name in (*paths, ARCHIVE))}
