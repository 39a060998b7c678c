"""A site as its doors tell of it: where it is, and the title, description and day of each page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from build_tools.text.escaping import one_line
from build_tools.website.markup.composed_page import TreePage
from build_tools.website.naming.addresses import page_address

SiteBytes = tuple[str, bytes]
"""The path of a file below the site, and what is in it."""


@dataclass(frozen=True, slots=True)
class ListedPage:
    """A page that is composed.

    Attributes:
        path: Its path below docs/.
        title: Its title.
        description: What it says in a sentence, or empty.
        kind: What sort of page it is, such as "source" or "entry".
        changed: The day on which its hand-written file last changed (ISO 8601), or empty.
    """

    path: str
    title: str
    description: str
    kind: str
    changed: str = ""


@dataclass(frozen=True, slots=True)
class PublishedSite:
    """A site.

    Attributes:
        name: Its name.
        description: What it is in a sentence, or empty.
        home: Its address, with a slash at its end; empty where it is not known.
        language: Its language, a BCP 47 tag.
        author: Who is responsible for it; where nobody is named, its name.
        terms: On what terms its editors' own words may be used, or empty.
        pages: Its composed pages, by path.
        sections: The titles and paths of the pages in its navigation.
        use_directories: Whether a page is a folder with an index ("x/") or a file ("x.html").
        has_copies: Whether it has the Markdown and JSON of its pages.
    """

    name: str
    description: str = ""
    home: str = ""
    language: str = "en"
    author: str = ""
    terms: str = ""
    pages: tuple[ListedPage, ...] = ()
    sections: tuple[tuple[str, str], ...] = ()
    use_directories: bool = True
    has_copies: bool = False

    def address(self, path: str) -> str:
        """Return the address of a page or file below docs/: below the root of the site where its own is not known."""
        is_page = path.endswith(".md")
        return self.home + (page_address(path, use_directories=self.use_directories) if is_page else path)

    def of_kind(self, *kinds: str) -> tuple[ListedPage, ...]:
        """Return the pages of these kinds, without those of parts of them, which are folders deeper."""
        return tuple(page for page in self.pages if page.kind in kinds and page.path.count("/") == 1)


def listed_pages(pages: Iterable[TreePage]) -> Iterator[ListedPage]:
    """Yield the composed pages, with their front matter in single lines."""
    for page in pages:
        title, description, kind, changed = (
            one_line(value) if isinstance(value := page.fields.get(name, ""), str) else ""
            for name in ("title", "description", "kind", "changed")
        )
        yield ListedPage(page.path, title, description, kind, changed)
