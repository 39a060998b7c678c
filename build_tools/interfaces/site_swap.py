"""Build the site beside its place, and put it there when it is whole: a build that fails leaves the last good site."""

from __future__ import annotations

import errno
import logging
import re
import shutil
from contextlib import ExitStack
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.utils import CountHandler

from build_tools.sharding.executors import LostWorkersError
from build_tools.sharding.shard_numbers import ShardError
from build_tools.website.writing import (
    DestinationError,
    check_destination,
    describe_disk_error,
    link_or_copy,
    put_site,
    stage_site,
)

_TOO_DEEP = "A page nests lists, quotations or definitions more deeply than the converter of Markdown can follow."
_SKIPPED = re.compile(r"Page skipped: '(.*)'\. Generated empty output\.")
"""What MkDocs says of a page for which it was given nothing to write."""

_FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)


class SiteSwap:
    """The place of a site, and the folder where MkDocs builds until the site is whole.

    MkDocs empties `site_dir` before it builds. Between `begin` and the end, `site_dir` is therefore another folder.

    Attributes:
        is_dirty: Whether a copy of the last site is changed, instead of a site made anew.
    """

    def __init__(self, *, dirty: bool = False) -> None:
        """Begin with nothing to swap; a dirty build changes a copy of the last site."""
        self.is_dirty = dirty
        self._held = ExitStack()
        self._config: MkDocsConfig | None = None
        self._place = ""
        self._pages_left: set[str] = set()

    @property
    def last(self) -> Path:
        """Return where the last site is."""
        return Path(self._place)

    def begin(self, config: MkDocsConfig) -> None:
        """Let MkDocs build beside the place of the site.

        Raises:
            PluginError: If that place is not for a site: sources, or a folder with files of a person.
        """
        site = Path(config.site_dir)
        try:
            check_destination(site, Path(config.docs_dir).parent)
            staged = self._held.enter_context(stage_site(site))
        except DestinationError as error:
            raise PluginError(str(error)) from error
        if self.is_dirty and site.is_dir():
            shutil.copytree(site, staged, symlinks=True, dirs_exist_ok=True)
        self._build_in(staged, config)

    def _build_in(self, staged: Path, config: MkDocsConfig) -> None:
        self._config, self._place, self._pages_left = config, config.site_dir, set()
        config.site_dir = str(staged)
        log = logging.getLogger("mkdocs.commands.build")
        log.addFilter(self._is_news)
        self._held.callback(log.removeFilter, self._is_news)

    def place_of(self, config: MkDocsConfig) -> Path:
        """Return where the site will be, whether it is built beside that place or in it."""
        return Path(self._place if self._config is not None else config.site_dir)

    def take_over_page(self, path: str, place: str) -> bool:
        """Let a page be that of the last site, whatever MkDocs writes of it, and return whether it is.

        Args:
            path: The path of its Markdown, below docs/.
            place: The path of its HTML, below the folder of the site.
        """
        if self._config is None:
            return False
        page = Path(self._config.site_dir, place)
        try:
            link_or_copy(self.last / place, page)
        except OSError:
            return False
        if not page.is_file():  # removed by somebody since
            return False
        self._pages_left.add(path)
        return True

    def expect_page(self, path: str) -> None:
        """Expect a page from another process, whatever MkDocs writes of it; `path` is that of its Markdown."""
        self._pages_left.add(path)

    def finish(self, config: MkDocsConfig) -> None:
        """Put the site into its place, unless a strict build is about to fail for its warnings."""
        if self._config is None:
            return
        if not (config.strict and _has_warnings()):
            self._put(Path(config.site_dir), Path(self._place))
        self.abandon()

    def _put(self, staged: Path, place: Path) -> None:
        try:
            put_site(staged, place)
        except DestinationError as error:
            raise PluginError(str(error)) from error

    def fail(self, error: Exception) -> None:
        """Remove what was built, after an error that ends the build.

        Raises:
            PluginError: If the disk refused, a page is nested too deeply, or a process that helped was killed; the
                message says so in a sentence.
        """
        place = self._place
        self.abandon()
        if isinstance(error, OSError):
            if error.errno in _FULL:  # of a file that is copied, the error names what is read
                error.filename = place
            raise PluginError(describe_disk_error(error)) from error
        if isinstance(error, (LostWorkersError, ShardError)):
            raise PluginError(str(error)) from error
        if isinstance(error, RecursionError):
            raise PluginError(_TOO_DEEP) from error

    def abandon(self) -> None:
        """Remove what was built and is not in its place."""
        if self._config is not None:
            self._config.site_dir = self._place
            self._config = None
        self._held.close()

    def close(self) -> None:
        """End: no build follows."""
        self.abandon()

    def _is_news(self, record: logging.LogRecord) -> bool:
        """Return whether a message says more than that a page is left as it is."""
        skipped = _SKIPPED.fullmatch(record.getMessage())
        return skipped is None or skipped[1] not in self._pages_left


def _has_warnings() -> bool:
    """Return whether MkDocs has counted a warning in this build, for which it will fail a strict one."""
    handlers = logging.getLogger("mkdocs").handlers
    return any(handler.get_counts() for handler in handlers if isinstance(handler, CountHandler))
