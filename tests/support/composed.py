"""Composed pages as readers have them: the HTML of the body, and what the templates show around it."""

from __future__ import annotations

from types import SimpleNamespace
from xml.etree.ElementTree import Element

import html5lib
import markdown as python_markdown
from jinja2 import ChoiceLoader, DictLoader, Environment, FileSystemLoader

from build_tools.model import KINDS
from build_tools.website.assets.static_files import templates_folder
from build_tools.website.localisation import translate
from build_tools.website.markup.as_html import ConvertedHtml, write_html
from build_tools.website.markup.body_nodes import EditorBlocks, EditorWords
from build_tools.website.markup.composed_page import ComposedPage
from build_tools.website.naming.addresses import addresses_from
from build_tools.website.pages import compose_pages
from build_tools.website.survey.edition_data import Edition
from build_tools.website.survey.lookups import survey

EXTENSIONS = ["toc", "tables", "fenced_code", "admonition", "attr_list", "def_list", "md_in_html"]
"""Those of our site: MkDocs' own and ours."""

# Our layout without the theme that it extends.
_FRAME = DictLoader({"main.html": "{% block body %}{{ page.content }}{% endblock %}"})


def composed_page(made: Edition, path: str) -> ComposedPage:
    """Return a page of an edition."""
    return next(page for page in compose_pages(survey(made)) if page.path == path).settle()


def body_html(page: ComposedPage) -> str:
    """Return the HTML of a page's body, what editors wrote converted, the places of slots kept as comments."""
    return converted(write_html(page.body, addresses_from(page.path, use_directories=True)))


def converted(html: ConvertedHtml) -> str:
    """Return HTML with what editors wrote, converted."""
    prose = [_converted(written) for written in html.prose]
    return "".join(part for pair in zip(html.parts, [*prose, ""], strict=True) for part in pair)


def _converted(written: EditorBlocks | EditorWords) -> str:
    html = python_markdown.markdown(written.markdown, extensions=EXTENSIONS)
    return html if isinstance(written, EditorBlocks) else html.removeprefix("<p>").removesuffix("</p>")


def whole_html(page: ComposedPage) -> str:
    """Return the HTML of a page as its template lays it out, within the frame of the theme."""
    return _render(page, page.template)


def head_html(page: ComposedPage) -> str:
    """Return what machines read in the head of a page."""
    return _render(page, "partials/metadata.html")


def templates() -> Environment:
    """Return our templates without those of the theme; as in MkDocs, it is they that escape."""
    made = Environment(loader=ChoiceLoader([_FRAME, FileSystemLoader(templates_folder())]))  # noqa: S701 - as said
    extra = {"kind_names": {kind: kind for kind in KINDS}, "words": dict.fromkeys(("text", "label", "own"), "")}
    made.globals |= {"_": translate, "config": {"extra": extra}}
    return made


def _render(page: ComposedPage, template: str) -> str:
    root = "/".join([".."] * (page.path.count("/") + 1))
    return (
        templates()
        .get_template(template)
        .render(
            page=SimpleNamespace(content=body_html(page), meta=page.front_matter),
            around=page.around,
            site={"base": root, "end": "/", "index": ""},
        )
    )


def tree_of(html: str) -> Element:
    """Return the body of HTML as a browser reads it."""
    body = html5lib.parse(html, namespaceHTMLElements=False).find("body")
    assert body is not None
    found: Element = body
    return found
