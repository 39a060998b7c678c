"""Composed pages as MkDocs publishes them: what editors wrote is converted, evidence is marked, links lead there."""

from __future__ import annotations

from types import SimpleNamespace
from typing import cast
from urllib.parse import urljoin

import markdown as python_markdown
import pytest
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File
from mkdocs.structure.pages import Page

from build_tools.interfaces.composed_pages import ComposedPages, mark_evidence
from build_tools.text.prose.violations import find_content_violations
from build_tools.website.markup.body_nodes import Block, Definitions, EditorBlocks, EditorWords, Heading, Paragraph
from build_tools.website.markup.composed_page import ComposedPage
from build_tools.website.naming.addresses import addresses_from, page_address
from tests.support.composed import EXTENSIONS

PATHS = ("index.md", "timeline.md", "glossary/index.md", "glossary/port-lorn.md", "sources/harbour.md", "a/b/c.md")
FILES = ("cite/harbour.bib", "assets/card.png", "data/entries.js")


@pytest.mark.parametrize("use_directories", [True, False])
@pytest.mark.parametrize("page", PATHS)
def test_a_link_leads_where_mkdocs_publishes_the_file(page: str, *, use_directories: bool) -> None:
    def url(path: str) -> str:
        return urljoin("https://site.example/", File(path, None, "site", use_directories).url)

    address = addresses_from(page, use_directories=use_directories)
    for target in (*PATHS, *FILES):
        assert urljoin(url(page), address(target)) == url(target)
        assert urljoin(url(page), address(f"{target}#p1")) == f"{url(target)}#p1"
    assert urljoin("https://site.example/", page_address(page, use_directories=use_directories)) == url(page)


LINK = '<a href="{}">Vane, ¶1</a>'
MARKED = '<a class="ev" href="{}">Vane, ¶1</a>'
OUTSIDE = '<span class="outside">outside: Gazette</span>'


@pytest.mark.parametrize(
    ("address", "href"),
    [
        ("glossary/lease/", "../../sources/harbour/#p1"),
        ("glossary/lease.html", "../sources/harbour.html#p1"),
        ("glossary/", "../sources/harbour/#p1"),
        ("glossary/index.html", "../sources/harbour.html#p1"),
        ("./", "sources/harbour/#p1"),
        ("", "sources/harbour/#p1"),
        ("index.html", "sources/harbour.html#p1"),
        ("sources/other/", "../harbour/#p1"),
        ("sources/other.html", "harbour.html#caption-2"),
    ],
)
def test_a_link_to_a_place_in_a_text_is_marked_as_evidence_on_any_page(address: str, href: str) -> None:
    link, marked = LINK.format(href), MARKED.format(href)
    assert mark_evidence(f"<p>So {link}.</p>", address) == f"<p>So {marked}.</p>"
    assert mark_evidence(f"<p>So ({link}).</p>", address) == f'<p>So <span class="evs">({marked})</span>.</p>'


def test_places_in_one_bracket_are_marked_as_one_with_what_is_outside() -> None:
    link, marked = LINK.format("../../sources/harbour/#p1"), MARKED.format("../../sources/harbour/#p1")
    shown = mark_evidence(f"({link}; {OUTSIDE}; {link}) ({OUTSIDE})", "glossary/lease/")
    both = f'<span class="evs">({marked}; {OUTSIDE}; {marked})</span>'
    assert shown == f'{both} <span class="evs">({OUTSIDE})</span>'


@pytest.mark.parametrize(
    "html",
    [
        LINK.format("../../sources/harbour/"),
        LINK.format("../../sources/#texts"),
        LINK.format("../port/#notes"),
        LINK.format("#notes"),
        LINK.format("https://e.example/sources/harbour/#p1"),
        '(<a class="own" href="../../sources/harbour/#p1">words</a>)',
        f"({LINK.format('../port/#notes')})",
        "(words)",
    ],
)
def test_no_other_link_is_marked(html: str) -> None:
    assert mark_evidence(html, "glossary/lease/") == html


def test_the_address_of_a_link_is_left_as_it_is() -> None:
    html = '<a href="../../sources/a&amp;b/#p1">x</a>'
    assert mark_evidence(html, "glossary/lease/") == html.replace("<a ", '<a class="ev" ')


CONFIG = cast("MkDocsConfig", SimpleNamespace(use_directory_urls=True))


class Publishing:
    """The way of one page through the adapter; what MkDocs makes of its Markdown is given."""

    def __init__(self, *body: Block) -> None:
        """Hand the page over."""
        self.pages = ComposedPages()
        self.page = ComposedPage("glossary/lease.md", "source.html", {"title": "L"}, {"facts": ["x"]}, body)
        self.pages.take([self.page])
        file = SimpleNamespace(src_uri=self.page.path, url="glossary/lease/")
        self.built = cast("Page", SimpleNamespace(file=file, meta={}, content=None, present_anchor_ids={"by-hand"}))

    def publish(self, *converted: str) -> str:
        """Return the HTML, given that of each thing that editors wrote."""
        markdown = self.pages.markdown_of(self.built) or ""
        for prose, html in zip(self.page.prose, converted, strict=True):
            markdown = markdown.replace(prose.markdown, html, 1)
        self.built.content = self.pages.keep_prose(self.built, markdown)
        assert self.built.content == ""
        assert self.pages.fill_in(self.built, CONFIG) == {"around": {"facts": ["x"]}}
        return self.built.content


def test_what_editors_wrote_stands_where_the_tree_has_it() -> None:
    made = Publishing(EditorBlocks("*one*"), Heading(2, "h", ("H",)), Definitions((((EditorWords("two"),), ("d",)),)))
    html = made.publish("<p><em>one</em></p>", "<p>two</p>")
    assert html == '<p><em>one</em></p>\n<h2 id="h">H</h2>\n<dl>\n<dt>two</dt>\n<dd>d</dd>\n</dl>\n'
    assert made.built.meta == {"title": "L", "template": "kept.html", "layout": "source.html"}
    assert all(identifier in (made.built.present_anchor_ids or ()) for identifier in ("by-hand", "h"))


def test_evidence_is_marked_in_what_editors_wrote() -> None:
    html = Publishing(EditorBlocks("one")).publish(f"<p>{LINK.format('../../sources/harbour/#p1')}</p>")
    assert html == f"<p>{MARKED.format('../../sources/harbour/#p1')}</p>\n"


def test_a_page_without_prose_gives_mkdocs_nothing_to_convert() -> None:
    made = Publishing(Paragraph(("One <b>.",), "p1"))
    made.pages.spare_markdown(made.built)
    made.built.render(CONFIG, None)  # type: ignore[arg-type]
    assert (made.built.content, [*made.built.toc]) == ("", [])
    assert made.publish() == '<p id="p1">One &lt;b&gt;.</p>\n'


def test_the_html_of_a_page_is_forgotten_once_it_is_written() -> None:
    made = Publishing(Paragraph(("One.",)))
    made.publish()
    made.pages.release(made.built)
    assert made.built.content == ""


@pytest.mark.parametrize(("before", "after"), [("```\none", "two\n```"), ("~~~\none", "~~~\ntwo")])
def test_prose_that_swallows_what_follows_is_refused_with_a_finding(before: str, after: str) -> None:
    made = Publishing(EditorBlocks(before), Paragraph(("x",)), EditorBlocks(after))
    html = python_markdown.markdown(made.pages.markdown_of(made.built) or "", extensions=EXTENSIONS)
    with pytest.raises(PluginError, match=r"^glossary/lease\.md: .*\[prose-html\]$"):
        made.pages.keep_prose(made.built, html)


def test_what_editors_wrote_is_judged_one_by_one_so_that_each_ends_what_it_begins() -> None:
    made = Publishing(EditorBlocks("one"), EditorBlocks("two"))
    made.publish("<div>one", "two</div>")
    parts = made.pages.prose_of(made.page.path)
    assert [part.strip() for part in parts] == ["<div>one", "two</div>"]
    assert all(list(find_content_violations(part)) for part in parts)
    assert list(made.pages.prose_of("glossary/port.md")) == []


def test_a_comment_stands_between_two_things_that_editors_wrote_the_same_in_every_build() -> None:
    first, second = (
        Publishing(EditorBlocks("one"), EditorBlocks("two")),
        Publishing(EditorBlocks("one"), EditorBlocks("two")),
    )
    markdown = first.pages.markdown_of(first.built) or ""
    assert markdown == second.pages.markdown_of(second.built)
    assert markdown.startswith("one\n\n<!-- ") and markdown.endswith(" -->\n\ntwo")
