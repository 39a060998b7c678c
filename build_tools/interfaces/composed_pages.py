"""Composed pages as MkDocs publishes them: MkDocs converts what editors wrote, all else is HTML already.

Python-Markdown takes ten times as long over a page as writing its HTML from the tree. That both are equal in text,
links and ids is tested on every page.
"""

from __future__ import annotations

import hashlib
import posixpath
import re
from collections.abc import Callable, Iterable

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.pages import Page as BuiltPage
from mkdocs.structure.toc import TableOfContents

from build_tools.website.localisation import ENGLISH, speak
from build_tools.website.markup.as_html import write_html
from build_tools.website.markup.body_nodes import EditorBlocks, EditorWords
from build_tools.website.markup.composed_page import ComposedPage, TreePage
from build_tools.website.naming.addresses import addresses_from, page_address
from build_tools.website.naming.outside_names import OUTSIDE


class ComposedPages:
    """The pages of a build whose bodies are trees.

    Attributes:
        pages: The pages, by their path below docs/.
    """

    def __init__(self, language: str = ENGLISH, copy: Callable[[ComposedPage], None] | None = None) -> None:
        """Start without pages, in the language of the site (BCP 47); `copy` is given each page that is composed."""
        self._language, self._copy = language, copy
        self.pages: dict[str, TreePage] = {}
        self._written: dict[str, tuple[EditorBlocks | EditorWords, ...]] = {}
        self._converted: dict[str, list[str]] = {}

    def take(self, pages: Iterable[TreePage]) -> None:
        """Take the pages that MkDocs is to publish."""
        self.pages |= {page.path: page for page in pages}

    def find(self, built: BuiltPage) -> TreePage | None:
        """Return the page as it was composed; None if its body is no tree."""
        return self.pages.get(built.file.src_uri)

    def spare_markdown(self, built: BuiltPage) -> bool:
        """Have MkDocs convert nothing of a page in which no editor wrote; return whether it is such a page."""
        page = self.find(built)
        is_spared = page is not None and not self._written_on(page)
        if is_spared:
            setattr(built, "render", lambda config, files: _take_as_converted(built))  # noqa: ARG005, B010 - MkDocs' own signature; a method is replaced
        return is_spared

    def markdown_of(self, built: BuiltPage) -> str | None:
        """Give a page its front matter, and return what MkDocs is to convert of it; None if it is not composed."""
        page = self.find(built)
        if page is None:
            return None
        built.meta = {**page.front_matter, "template": "kept.html", "layout": page.template}
        return f"\n\n{_separator(page)}\n\n".join(prose.markdown for prose in self._written_on(page))

    def _written_on(self, page: TreePage) -> tuple[EditorBlocks | EditorWords, ...]:
        if page.path not in self._written:
            self._written[page.path] = page.prose
        return self._written[page.path]

    def keep_prose(self, built: BuiltPage, html: str) -> str:
        """Keep the HTML of what editors wrote on a page until the page is written.

        Args:
            built: The page.
            html: What MkDocs made of its Markdown.

        Returns:
            The HTML that MkDocs is to hold; none for a composed page, so that memory does not hold all of them.

        Raises:
            PluginError: If an editor's prose reaches beyond its end.
        """
        page = self.find(built)
        if page is None:
            return mark_evidence(html, built.file.url)
        written = self._written_on(page)
        parts = html.split(_separator(page)) if written else []
        if len(parts) != len(written):
            message = f"{page.path}: prose with an element that does not end [prose-html]"
            raise PluginError(message)
        self._converted[page.path] = [mark_evidence(part.strip(), built.file.url) for part in parts]
        built.present_anchor_ids = self.ids_of(page.path, built.present_anchor_ids or ())
        return ""

    def ids_of(self, path: str, in_prose: Iterable[str]) -> set[str]:
        """Return the ids of a page, which is composed when one is asked for that is not in its prose.

        Args:
            path: Its path, below docs/.
            in_prose: The ids that are in what editors wrote on it.
        """
        return _Ids(self.pages[path], in_prose)

    def prose_of(self, path: str) -> list[str]:
        """Return the HTML of each thing that editors wrote on a composed page; none for any other."""
        return self._converted.get(path, [])

    def fill_in(self, built: BuiltPage, config: MkDocsConfig) -> dict[str, object]:
        """Give a page its HTML; return what its template shows around it."""
        page = self.find(built)
        if page is None:
            return {}
        composed, converted = page.settle(), self._converted[page.path]
        with speak(self._language):
            built.content = _html(composed, converted, use_directories=config.use_directory_urls)
            if self._copy:
                self._copy(composed)
        return {"around": composed.around}

    def release(self, built: BuiltPage) -> None:
        """Forget the HTML of a page that is written."""
        if self.find(built):
            built.content = ""


class _Ids(set[str]):
    """The ids of a page: those in prose, and those of its tree, which is composed when one of them is asked for."""

    def __init__(self, page: TreePage, in_prose: Iterable[str]) -> None:
        super().__init__(in_prose)
        self._page: TreePage | None = page

    def __contains__(self, identifier: object) -> bool:
        if self._page and not super().__contains__(identifier):
            self.update(self._page.settle().ids)
            self._page = None
        return super().__contains__(identifier)


def _take_as_converted(built: BuiltPage) -> None:
    built.content = ""
    built.toc = TableOfContents([])
    built.present_anchor_ids = set()


def _separator(page: TreePage) -> str:
    """Return a comment that no editor wrote between two parts of a page's prose."""
    return f"<!-- {hashlib.sha256(page.path.encode()).hexdigest()} -->"


def _html(page: ComposedPage, converted: Iterable[str], *, use_directories: bool) -> str:
    html = write_html(page.body, addresses_from(page.path, use_directories=use_directories))
    parts = [html.parts[0]]
    for written, prose, after in zip(converted, html.prose, html.parts[1:], strict=True):
        parts += [written if isinstance(prose, EditorBlocks) else _without_paragraph(written), after]
    return "".join(parts)


def _without_paragraph(html: str) -> str:
    """Return a line of prose without the element of a paragraph around it."""
    return html.removeprefix("<p>").removesuffix("</p>")


_LINK = re.compile(r'<a href="(?P<page>[^"#]*)(?P<at>#[^"]*)"(?P<title> title="[^"]*")?>')
_OUTSIDE = frozenset(page_address(OUTSIDE, use_directories=way).rstrip("/") for way in (True, False))
_PLACES = re.compile(
    r"\((?:(?:<a class=\"ev(?: outside)?\"[^>]*>[^<]*</a>|<span class=\"outside\">[^<]*</span>)(?:; )?)+\)"
)


def mark_evidence(html: str, address: str) -> str:
    """Return prose with classes on its evidence: `ev` on each link to a place in a text, `evs` around each bracket.

    A link to an outside source has the class `outside` too.

    Args:
        html: What MkDocs made of an editor's prose.
        address: The address of the page, below the root of the site.
    """
    folder = posixpath.dirname(address)

    def marked(link: re.Match[str]) -> str:
        target = posixpath.normpath(posixpath.join(folder, link["page"]))
        title = link["title"] or ""
        if target.startswith("sources/") and not title:
            return f'<a class="ev" href="{link["page"]}{link["at"]}">'
        if target in _OUTSIDE:
            return f'<a class="ev outside" href="{link["page"]}{link["at"]}"{title}>'
        return link[0]

    return _PLACES.sub(lambda places: f'<span class="evs">{places[0]}</span>', _LINK.sub(marked, html))
