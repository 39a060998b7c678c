"""A block has the same words, links and ids as HTML and as Markdown, whatever words it has."""

from __future__ import annotations

import re
from collections.abc import Callable

import markdown as python_markdown
import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_tools.website.markup.as_data import runs
from build_tools.website.markup.as_html import write_html
from build_tools.website.markup.as_markdown import write_markdown
from build_tools.website.markup.body_nodes import (
    Anchor,
    Block,
    Bullets,
    Definitions,
    Division,
    Drawing,
    EditorWords,
    Heading,
    LineBreak,
    Link,
    Paragraph,
    Phrase,
    Slot,
    Table,
    Verbatim,
)
from build_tools.website.markup.composed_page import ComposedPage
from build_tools.website.pages import compose_pages
from build_tools.website.survey.lookups import survey
from tests.support.composed import EXTENSIONS, templates, tree_of, whole_html
from tests.support.hostile_text import ATTACKS, HOSTILE
from tests.support.invented import SMALL
from tests.support.matrix import examples
from tests.support.pages_as_trees import words_of

TEXTS = st.lists(st.sampled_from((*HOSTILE, *ATTACKS, *"ab1 |`*_#")), min_size=1, max_size=8).map(
    lambda pieces: f"x{''.join(pieces)}x"
)
DRAWING = Drawing("0 0 9 9", (("circle", (("cx", "1"), ("r", "2"))),), ("dot",))


def as_html(*blocks: Block) -> str:
    (html,) = write_html(blocks, lambda path: path).parts
    return html


def as_markdown(*blocks: Block) -> str:
    return write_markdown(blocks, "index.md")


def read(html: str) -> tuple[str, list[str | None], list[str]]:
    """The words, the targets of links and the ids that a browser finds."""
    body = tree_of(html)
    words = re.sub(r"\s+", " ", words_of(body)).strip()
    return words, [link.get("href") for link in body.iter("a") if link.get("href")], ids_of(html)


def ids_of(html: str) -> list[str]:
    return [element.attrib["id"] for element in tree_of(html).iter() if element.get("id")]


def converted(content: str) -> str:
    return python_markdown.markdown(content, extensions=EXTENSIONS)


BLOCKS: dict[str, Callable[[str], Block]] = {
    "a heading": lambda text: Heading(2, "h", (text, " ", Link((text,), "glossary/a.md"))),
    "a list": lambda text: Bullets(((Link((text,), "glossary/a.md"), " ", Phrase((text,), ("count",))), (text,))),
    "definitions": lambda text: Definitions((((text,), (text, Link((text,), "sources/a.md#p1"))),)),
    "a table": lambda text: Table((("A",), (text,)), (((text,), (Link((text,), "sources/a.md"), LineBreak(), text)),)),
    "lines of code": Verbatim,
    "details": lambda text: Division((Paragraph((text,)),), tag="details", summary=text),
    "a paragraph with code": lambda text: Paragraph(("Type ", Phrase((text,), tag="code"), " here")),
    "a table with code": lambda text: Table((("A",),), (((Phrase((text,), tag="code"),),),)),
}


@pytest.mark.parametrize("name", BLOCKS)
@examples(1_000, 60)
@given(text=TEXTS)
def test_a_block_has_the_same_words_links_and_ids_as_html_and_as_markdown(name: str, text: str) -> None:
    block = BLOCKS[name](text)
    assert read(converted(as_markdown(block))) == read(as_html(block))


def test_a_row_is_headed_by_its_first_cell_where_a_table_says_so() -> None:
    table = Table((("Text",), ("Words",)), ((("Vane",), ("1,204",)),), has_row_heads=True, classes=("numbers",))
    assert '<table class="numbers">' in as_html(table)
    assert '<th scope="row">Vane</th>\n<td>1,204</td>' in as_html(table)
    assert as_markdown(table) == "| Text | Words |\n| --- | --- |\n| Vane | 1,204 |"


def test_a_cell_may_be_empty() -> None:
    table = Table((("A",), ("B",)), (((), ("b",)),))
    assert read(converted(as_markdown(table))) == read(as_html(table)) == ("A B b", [], [])


def test_a_bar_in_a_cell_ends_no_cell() -> None:
    table = Table((("A",),), (((Phrase(("a | b",), tag="code"),),), (("c | d",),)))
    assert as_markdown(table).split("\n")[2:] == ["| <code>a &#124; b</code> |", "| c &#124; d |"]


def test_code_is_written_between_signs_that_it_does_not_have() -> None:
    assert as_markdown(Paragraph((Phrase(("a_b",), tag="code"),))) == "`a_b`"
    assert as_markdown(Paragraph((Phrase(("a `b`",), tag="code"),))) == "`` a `b` ``"
    assert as_markdown(Verbatim("a\n```\nb")) == "````text\na\n```\nb\n````"


def test_a_drawing_is_seen_in_html_alone_and_by_no_screen_reader() -> None:
    paragraph = Paragraph(("2024", DRAWING))
    assert as_html(paragraph) == (
        '<p>2024<svg class="dot" aria-hidden="true" viewBox="0 0 9 9"><circle cx="1" r="2"/></svg></p>\n'
    )
    assert as_markdown(paragraph) == "2024"


def test_what_is_read_where_no_template_is_stands_in_the_markdown_alone() -> None:
    slot = Slot("chart", (Paragraph(("Plain words",)),))
    assert as_html(slot) == "<!-- chart -->\n"
    assert as_markdown(slot) == "<!-- chart -->\n\nPlain words\n\n<!-- end chart -->"
    assert as_markdown(Slot("tools")) == "<!-- tools -->"


@pytest.mark.parametrize("item", [DRAWING, LineBreak(), Anchor("p1"), EditorWords("*a*")])
def test_a_template_is_given_nothing_that_only_a_body_may_hold(
    item: Drawing | LineBreak | Anchor | EditorWords,
) -> None:
    with pytest.raises(TypeError, match="a template cannot show"):
        runs((item,))


def test_what_editors_wrote_in_a_table_or_an_open_part_is_converted_and_in_a_place_for_a_template_is_not() -> None:
    words = EditorWords("*a*")
    table = Table(((words,),), (((words,),),))
    body = (Division((table,), tag="details", summary="More"), Slot("x", (Paragraph((words,)),)))
    page = ComposedPage("x.md", "main.html", {}, body=body)
    assert page.prose == (words, words) == write_html(body, str).prose


FILL = '{% from "partials/fill.html" import fill %}{{ fill(body, "chart", html) }}'


@pytest.mark.parametrize(
    "body", ["<p>a</p>\n<!-- chart -->\n", "<p>a</p>\n<!-- chart -->\n<p>Plain</p>\n<!-- end chart -->\n"]
)
def test_a_template_shows_its_own_in_the_place_of_plain_words(body: str) -> None:
    shown = templates().from_string(FILL).render(body=body, html="<p>drawn</p>")
    assert words_of(tree_of(shown)).split() == ["a", "drawn"]


def test_the_places_that_a_page_keeps_are_those_that_its_template_fills() -> None:
    for page in compose_pages(survey(SMALL)):
        if isinstance(page, ComposedPage):
            assert "<!--" not in whole_html(page), page.path
