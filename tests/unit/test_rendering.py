"""Whatever a seed says is shown as its words: rendered and read again as a browser reads, nothing became markup."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable
from dataclasses import replace
from xml.etree.ElementTree import Element

import html5lib
import markdown as python_markdown
import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from build_tools.model import Mention
from build_tools.text import escaping, html, markdown
from tests.support.composed import composed_page, tree_of, whole_html
from tests.support.hostile_text import HOSTILE
from tests.support.invented import document, edition, entry

EXTENSIONS = ["attr_list", "md_in_html", "def_list", "toc", "tables", "admonition", "fenced_code", "abbr", "footnotes"]

ADVERSARIAL = st.lists(st.sampled_from(HOSTILE) | st.just(" ") | st.text(max_size=3), max_size=12).map("".join)


def render(content: str) -> Element:
    """The content rendered as our site does, with more extensions than it uses, and read as a browser reads."""
    html = python_markdown.markdown(content, extensions=EXTENSIONS, tab_length=4)
    tree: Element = html5lib.parse(html, namespaceHTMLElements=False)
    body = tree.find("body")
    assert body is not None
    return body


def text_of(element: Element) -> str:
    return "".join(element.itertext())


def squeeze(text: str) -> str:
    return re.sub(r"\s+", "", text)


def shape(element: Element) -> list[str]:
    """The names of all elements inside, in order."""
    return [child.tag for child in element.iter()]


BUILDERS: dict[str, Callable[[str], str]] = {
    "paragraph": lambda text: markdown.paragraph(f"begin{markdown.escape(text)}end", "x", "c"),
    "paragraph of nothing else": lambda text: markdown.paragraph(
        f"{markdown.link('', '#x', 'n')}{markdown.escape(text)}", "x"
    ),
    "heading": lambda text: markdown.heading(f"h{markdown.escape(text)}", 2, "x", lang="zh"),
    "list": lambda text: markdown.bullets([f"a{markdown.escape(text)}", f"b{markdown.escape(text)}"]),
    "definition": lambda text: markdown.definitions([(f"t{markdown.escape(text)}", f"d{markdown.escape(text)}")]),
    "table": lambda text: markdown.table(("h", f"n{markdown.escape(text)}"), [(f"c{markdown.escape(text)}", "1")]),
    "emphasis": lambda text: markdown.emphasis(f"e{markdown.escape(text)}e", "ours"),
    "element": lambda text: "a" + html.element("span", markdown.escape(text), "l", lang="zh") + "b",
    "link": lambda text: "a" + markdown.link(f"l{text}l", "x.md", "m") + "b",
    "wrapper": lambda text: markdown.block("div", [markdown.escape(f"w{text}")], "text", summary=None),
    "summary": lambda text: markdown.block("details", ["w"], summary=f"s{text}"),
}


@pytest.mark.parametrize("name", BUILDERS)
@given(text=ADVERSARIAL)
def test_text_stays_text_wherever_it_stands(name: str, text: str) -> None:
    plain, hostile = render(BUILDERS[name]("x")), render(BUILDERS[name](text))
    assert shape(hostile) == shape(plain)
    shown = text_of(render(BUILDERS[name]("\ue000"))).replace("\ue000", escaping.visible(text))
    assert squeeze(text_of(hostile)) == squeeze(shown)


@given(text=ADVERSARIAL)
def test_an_attribute_says_what_it_was_given(text: str) -> None:
    in_list = render("a" + markdown.link("x", "x.md", "e", data_labels=f"|{text}|"))
    in_html = render("a" + html.element("span", "x", data_labels=f"|{text}|"))
    for body in (in_list, in_html):
        (found,) = [child for child in body.iter() if "data-labels" in child.attrib]
        assert squeeze(found.attrib["data-labels"]) == squeeze(f"|{escaping.visible(text)}|")
        assert set(found.attrib) <= {"data-labels", "href", "class"}
        assert squeeze(text_of(body)) == "ax"


@given(address=ADVERSARIAL)
def test_an_address_stays_an_address(address: str) -> None:
    body = render("a" + markdown.external_link("x", f"https://e.example/{address}") + "b")
    assert shape(body) == ["body", "p", "a"]
    assert body.find("p/a").attrib["href"].startswith("https://e.example/")  # type: ignore[union-attr]
    assert text_of(body) == "axb"


@given(title=ADVERSARIAL)
def test_front_matter_is_read_back_as_it_was_written(title: str) -> None:
    head = markdown.render_front_matter({"title": title, "hide": ["toc", title]})
    assert head.startswith("---\n") and head.endswith("\n---")
    fields = yaml.safe_load(head.removeprefix("---\n").removesuffix("\n---"))
    assert fields == {"title": markdown.metadata(title), "hide": ["toc", markdown.metadata(title)]}
    assert not set('<>"\n') & set(fields["title"])


ROLES = ("title", "subtitle", "byline", "caption", "heading", "paragraph", "list-item", "author-note", "rights")
STRETCH = st.tuples(st.sampled_from(ROLES), st.sampled_from(["en", "zh", "ar"]), ADVERSARIAL.filter(str.strip))


@st.composite
def annotated(draw: st.DrawFn) -> tuple[tuple[tuple[str, str, str], ...], tuple[Mention, ...]]:
    """Stretches of a text, and mentions at any places in them that do not overlap."""
    stretches = draw(st.lists(STRETCH, min_size=1, max_size=4))
    mentions: list[Mention] = []
    for block in document(*stretches).blocks:
        places = st.lists(st.integers(0, len(block.text)), max_size=6, unique=True).map(sorted)
        ends = iter(draw(places))
        for start, end in zip(ends, ends, strict=False):
            named = draw(st.sampled_from(["seoul", "moscow"]))
            mentions.append(Mention("harbour", block.id, start, end, block.text[start:end], named, "label"))
    return tuple(stretches), tuple(mentions)


def by_id(body: Element) -> dict[str, Element]:
    return {child.attrib["id"]: child for child in body.iter() if "id" in child.attrib}


def marked(body: Element) -> dict[str, Element]:
    """Headings by their ids, and paragraphs by those of the marks that they begin with."""
    marks = {block[0].attrib["id"]: block for block in body.iter("p") if len(block) and "id" in block[0].attrib}
    return by_id(body) | marks


def links(block: Element) -> list[tuple[str, str]]:
    """The words of each link to an entry, and the entry."""
    found = ((child, re.search(r"glossary/(\w+)", child.attrib.get("href", ""))) for child in block.iter("a"))
    return [(squeeze(text_of(child)), entry[1]) for child, entry in found if entry]


def language(block: Element) -> str | None:
    """The language that a paragraph, a heading or its mark is in."""
    return block.attrib.get("lang", block[0].attrib.get("lang") if len(block) else None)


@given(given_text=annotated())
def test_a_page_shows_every_character_of_its_text_and_links_just_the_mentions(
    given_text: tuple[tuple[tuple[str, str, str], ...], tuple[Mention, ...]],
) -> None:
    stretches, mentions = given_text
    text = document(*stretches)
    made = replace(
        edition([text], [entry("seoul", "Seoul"), entry("moscow", "Moscow")]), mentions={text.source.id: mentions}
    )
    page = composed_page(made, "sources/harbour.md")
    published = by_id(tree_of(whole_html(page)))
    exported = marked(render(page.markdown.partition("\n---\n")[2]))
    for block in text.blocks:
        lang = block.lang if block.lang != "en" else None
        expected = [(squeeze(escaping.visible(m.exact)), m.entry) for m in mentions if m.block == block.id]
        for shown, of_markdown in ((published[block.id], False), (exported[block.id], True)):
            assert squeeze(text_of(shown)) == squeeze(escaping.visible(block.text))
            assert {child.tag for child in shown.iter()} - {shown.tag} <= {"a"}
            assert links(shown) == expected
            if block.role not in {"title", "heading"} or not of_markdown:
                assert language(shown) == lang


def test_every_character_that_is_made_visible_is_one_that_python_does_not_print() -> None:
    changed = [
        chr(code) for code in range(sys.maxunicode + 1) if escaping.visible(f"\n{chr(code)}") != f"\n{chr(code)}"
    ]
    assert len(changed) > 2_000
    assert not any(map(str.isprintable, changed))
