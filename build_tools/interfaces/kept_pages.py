"""Whole pages as the last build wrote them: where all that one is made of is the same, it is not written again."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager, ExitStack
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as BuiltPage

from build_tools.interfaces.serving.served_site import ServedSite
from build_tools.interfaces.site_swap import SiteSwap
from build_tools.website.caching import NO_CACHE, Cache, digest
from build_tools.website.markup.composed_page import DeferredPage, TreePage
from build_tools.website.writing.manifests import paths_below

_KIND = "page"
_UNDERSTOOD = {"reader", "autorefs", "mkdocstrings"}
"""The plugins that change no page by anything but what a key takes in, and no other file."""

_SETTINGS = (
    *("site_name", "site_url", "site_description", "site_author", "copyright", "repo_url", "repo_name", "edit_uri"),
    *("edit_uri_template", "use_directory_urls", "extra", "extra_css", "extra_javascript", "strict"),
)
"""The settings that templates read."""


def are_understood(plugins: Iterable[str]) -> bool:
    """Return whether what a site is made of, and nothing else, decides on its files, with these plugins."""
    return {name.rpartition("/")[2] for name in plugins} <= _UNDERSTOOD


class KeptPages:
    """The pages of the last build, as they are in the place of the site: those of a server stay there as they are.

    Attributes:
        frame: A digest of what is part of every page; None where something else may be.
    """

    def __init__(self) -> None:
        """Start with none."""
        self._held = ExitStack()
        self._cache: Cache = NO_CACHE
        self._site = SiteSwap()
        self.frame: bytes | None = None
        self._missed: dict[str, bytes] = {}
        self._left: set[str] = set()
        self._checksums: list[tuple[bytes, bytes]] = []

    def begin(self, cache: AbstractContextManager[Cache], site: SiteSwap) -> Cache:
        """Open the cache until the end of the build.

        Args:
            cache: The cache on disk.
            site: The last site, or the one that is served.
        """
        self._site, self._missed, self._left, self._checksums = site, {}, set(), []
        self._cache = self._held.enter_context(cache)
        return self._cache

    def take_frame(self, config: MkDocsConfig, nav: Navigation) -> None:
        """Take in the settings and the navigation, which are part of every page."""
        self.frame = None
        if are_understood(config.plugins):
            settings = [json.dumps(config.get(name), default=str, sort_keys=True) for name in _SETTINGS]
            theme = json.dumps({name: config.theme[name] for name in config.theme}, default=str, sort_keys=True)
            parts = (*settings, theme, str(nav), *sorted(config.plugins))
            self.frame = digest(*(part.encode() for part in parts), *_own_templates(config))

    def leave(self, built: BuiltPage, page: TreePage | None, prose: Iterable[str]) -> bool:
        """Leave a page as the last build wrote it, if all that it is made of is as it was; it is found out once.

        Args:
            built: The page as MkDocs has it, with its front matter.
            page: The page as it was composed.
            prose: The HTML of what editors wrote on it.

        Returns:
            Whether it is left, so that nothing is to be written of it.
        """
        if self.frame is None or page is None or built.file.dest_uri in self._missed:
            return False
        if self.is_left(built):
            return True
        inputs = page.inputs if isinstance(page, DeferredPage) else digest(repr(page).encode("utf-8", "surrogatepass"))
        path, place = built.file.src_uri, built.file.dest_uri
        words = (place, built.edit_url or "", built.canonical_url or "", json.dumps(built.meta), *prose)
        key = digest(self.frame, inputs, *(part.encode() for part in words))
        if isinstance(self._site, ServedSite):
            is_left = self._site.leave_page(path, place, key)
        else:
            is_left = self._is_in_last_site(place, key) and self._site.take_over_page(path, place)
        if is_left:
            self._left.add(place)
        else:
            self._missed[place] = key
        return is_left

    def is_left(self, built: BuiltPage) -> bool:
        """Return whether a page is left as it was."""
        return built.file.dest_uri in self._left

    def keep(self, built: BuiltPage, output: str) -> None:
        """Keep the HTML of a page that was asked for and not found, as it is written to the place of the site."""
        key = self._missed.pop(built.file.dest_uri, None)
        if key is None:
            return
        if isinstance(self._site, ServedSite):
            self._site.take_page(built.file.dest_uri, key)
        else:
            self._checksums.append((key, digest(output.encode("utf-8", "xmlcharrefreplace"))))

    def take_checksums(self) -> list[tuple[bytes, bytes]]:
        """Return by what the pages are known that were made since this was asked last, for `keep_checksums`."""
        taken, self._checksums = self._checksums, []
        return taken

    def keep_checksums(self, checksums: Iterable[tuple[bytes, bytes]]) -> None:
        """Keep by what pages are known that another process made."""
        self._checksums += checksums

    def _is_in_last_site(self, place: str, key: bytes) -> bool:
        checksum = self._cache.recall(_KIND, key)
        if checksum is None:
            return False
        try:
            return digest((self._site.last / place).read_bytes()) == checksum
        except OSError:
            return False

    def finish(self) -> None:
        """Write what was kept, at the end of a build."""
        for key, checksum in self.take_checksums():
            self._cache.keep(_KIND, key, checksum)
        self._held.close()

    def abandon(self, error: BaseException) -> None:
        """Forget what was kept since `begin`, after an error that ends the build."""
        self._held.__exit__(type(error), error, error.__traceback__)


def _own_templates(config: MkDocsConfig) -> Iterator[bytes]:
    """Yield the files of an edition's own templates; those of packages are part of the program."""
    if folder := config.theme.custom_dir:
        for path in sorted(paths_below(Path(folder))):
            file = Path(folder) / path
            if file.is_file():
                yield from (path.encode(), file.read_bytes())
