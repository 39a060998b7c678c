"""The data that scripts of a site load, written when they are made: memory need not hold them until pages are."""

from __future__ import annotations

from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, InclusionLevel

from build_tools.model import Data
from build_tools.website.writing import RenewedFiles, remove_below


class StoredFile(File):
    """A file of the site that is in its place already."""

    def copy_file(self, dirty: bool = False) -> None:  # noqa: FBT001, FBT002 - as MkDocs declares it
        """Leave the file as it is."""


class StoredData:
    """The data of a site that were written into its folder."""

    def __init__(self) -> None:
        """Begin with none."""
        self._folder = Path()
        self._renewed = RenewedFiles(self._folder)
        self._paths: list[str] = []
        self._files: tuple[File, ...] = ()

    def begin(self, config: MkDocsConfig, last: Path | None = None) -> None:
        """Begin a build, into the folder that MkDocs has emptied for it.

        Args:
            config: MkDocs' settings.
            last: The folder of the last site, from which files with the same bytes are linked; None for none.
        """
        self._folder, self._paths = Path(config.site_dir), []
        self._renewed = RenewedFiles(self._folder, last)

    def put(self, data: Data) -> None:
        """Write a file of data.

        Raises:
            OSError: If the disk refuses.
        """
        self._renewed.add(data.path, data.text.encode())
        self._renewed.finish()
        self._paths.append(data.path)

    def files(self, config: MkDocsConfig) -> tuple[File, ...]:
        """Return the files that were written, as MkDocs has them."""
        self._files = tuple(
            StoredFile.generated(config, path, abs_src_path=str(self._folder / path)) for path in sorted(self._paths)
        )
        return self._files

    def remove_excluded(self) -> None:
        """Remove the files that the settings of the edition leave out of its site, as MkDocs has found.

        Raises:
            OSError: If the disk refuses.
        """
        left_out = {InclusionLevel.EXCLUDED, InclusionLevel.DRAFT}
        remove_below((file.dest_uri for file in self._files if file.inclusion in left_out), self._folder)
