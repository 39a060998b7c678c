"""What each hand-written file refers to, as paths: what must be in a collection if the file is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path, PurePosixPath

from build_tools.corpus import front_matter
from build_tools.corpus.front_matter import FrontMatter
from build_tools.corpus.regular_files import list_pages
from build_tools.corpus.sources.source_fields import SOURCE
from build_tools.editing.identifiers.references import referred_paths

INTRODUCTIONS = ("docs/index.md", "docs/sources/index.md", "docs/glossary/index.md")
"""Pages that a collection has where all that they refer to is in it."""


class ReferredPages(Mapping[str, FrontMatter]):
    """The hand-written pages of an edition that can be read, by their paths, and what they refer to.

    Each is read once for its references, and again when it is asked for: memory holds none of them.
    """

    def __init__(self, root: Path) -> None:
        """Find the pages below a folder that holds docs/, and their references."""
        self._root = root
        self._named: dict[str, frozenset[str]] = {}
        for file in list_pages(root / "docs", root, "**/*.md"):
            path = file.relative_to(root).as_posix()
            page = front_matter.read_front_matter(file, path, may_lack=True)[0]
            if page is not None:
                self._named[path] = frozenset(referred_paths(page))
            front_matter.forget_parsed_pages()

    def __getitem__(self, path: str) -> FrontMatter:
        page = front_matter.read_front_matter(self._root / path, path, may_lack=True)[0]
        front_matter.forget_parsed_pages()
        if path not in self._named or page is None:
            raise KeyError(path)
        return page

    def __iter__(self) -> Iterator[str]:
        return iter(self._named)

    def __len__(self) -> int:
        return len(self._named)

    def of(self, path: str) -> frozenset[str]:
        """Return the paths of the pages that a page refers to and that exist."""
        return (self._named.get(path, frozenset()) & self._named.keys()) - {path}

    @property
    def texts_referred_to(self) -> frozenset[str]:
        """The ids of the texts that pages other than their own refer to, whether they exist or not."""
        named = {path for page, paths in self._named.items() for path in paths - {page}}
        return frozenset(PurePosixPath(path).stem for path in named if path.startswith(f"{SOURCE.folder}/"))

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
        return (path for path in paths if path in self._named and self.of(path) <= kept)
