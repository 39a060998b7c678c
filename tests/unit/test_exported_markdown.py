"""The Markdown of a page, converted as any engine does, has the words, links and ids of the HTML that we publish.

The address of a numbered paragraph is a link on our page and a mark in the Markdown, and what stands in a place for a
template is for those who read the Markdown alone.
"""

from __future__ import annotations

import re

import markdown as python_markdown
import pytest

from build_tools.website.markup.as_html import write_html
from build_tools.website.markup.composed_page import ComposedPage
from build_tools.website.naming.text_names import relative
from build_tools.website.pages import compose_pages
from build_tools.website.survey.lookups import survey
from tests.support.composed import EXTENSIONS, converted, tree_of
from tests.support.invented import SMALL
from tests.support.pages_as_trees import words_of

PAGES = [pytest.param(page, id=page.path) for page in compose_pages(survey(SMALL)) if isinstance(page, ComposedPage)]
_PLAIN = re.compile(r"<!-- ([\w -]+) -->\n\n(?:(?!<!-- ).)*?<!-- end \1 -->", re.DOTALL)


def read(html: str) -> tuple[str, list[str], list[str]]:
    """The words, the targets of links and the ids that a browser finds, but for the links of paragraphs' numbers."""
    tree = tree_of(html)
    links = [link.attrib["href"] for link in tree.iter("a") if link.get("href") and link.get("class") != "n"]
    words = re.sub(r"\s+", " ", words_of(tree)).strip()
    return words, links, [element.attrib["id"] for element in tree.iter() if element.get("id")]


@pytest.mark.parametrize("page", PAGES)
def test_the_markdown_of_a_page_has_the_words_links_and_ids_of_its_html(page: ComposedPage) -> None:
    def address(target: str) -> str:
        path, sharp, fragment = target.partition("#")
        return relative(path, page.path) + sharp + fragment

    exported = _PLAIN.sub("", page.markdown.partition("\n---\n")[2])
    assert read(python_markdown.markdown(exported, extensions=EXTENSIONS)) == read(
        converted(write_html(page.body, address))
    )
