"""What each hand-written file refers to, as paths: what must be in a collection if the file is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from build_tools.corpus import front_matter
from build_tools.corpus.front_matter import FrontMatter
from build_tools.corpus.regular_files import list_pages
from build_tools.editing.identifiers.references import referred_paths

INTRODUCTIONS = ("docs/index.md", "docs/sources/index.md", "docs/glossary/index.md")
"""Pages that a collection has where all that they refer to is in it."""


def read_pages(root: Path) -> Mapping[str, FrontMatter]:
    """Return the hand-written pages of an edition that can be read, by their paths."""
    files = list_pages(root / "docs", root, "**/*.md")
    parsed = {
        path: front_matter.read_front_matter(file, path, may_lack=True)[0]
        for file, path in ((file, file.relative_to(root).as_posix()) for file in files)
    }
    return {path: page for path, page in parsed.items() if page is not None}


class ReferredPages:
    """The references between the pages of an edition."""

    def __init__(self, pages: Mapping[str, FrontMatter]) -> None:
        """Take the pages by their paths; each is looked at when it is asked for."""
        self._pages = pages
        self._found: dict[str, frozenset[str]] = {}

    def of(self, path: str) -> frozenset[str]:
        """Return the paths of the pages that a page refers to and that exist."""
        if path not in self._found:
            page = self._pages.get(path)
            paths = referred_paths(page) if page else ()
            self._found[path] = frozenset(paths) & self._pages.keys() - {path}
        return self._found[path]

    def reached_from(self, paths: Iterable[str]) -> frozenset[str]:
        """Return pages, and all that they refer to, and what these refer to."""
        reached: set[str] = set()
        waiting = [*paths]
        while waiting:
            path = waiting.pop()
            if path not in reached:
                reached.add(path)
                waiting += self.of(path) - reached
        return frozenset(reached)

    def closed_within(self, paths: Iterable[str], kept: frozenset[str]) -> Iterator[str]:
        """Yield those of some pages that refer to nothing but what is kept."""
        return (path for path in paths if path in self._pages and self.of(path) <= kept)
