"""One tree, three forms: the Markdown of a page, its HTML and its runs for templates say the same."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, replace
from itertools import count, groupby
from typing import cast
from urllib.parse import unquote

import markdown as python_markdown
import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_tools.text.escaping import visible
from build_tools.website.markup.as_data import runs
from build_tools.website.markup.as_html import write_html
from build_tools.website.markup.as_markdown import inline_markdown, write_markdown
from build_tools.website.markup.body_nodes import (
    Anchor,
    Block,
    Bullets,
    Content,
    Definitions,
    Division,
    EditorBlocks,
    EditorWords,
    Heading,
    Inline,
    Link,
    Paragraph,
    Phrase,
    Slot,
)
from build_tools.website.markup.composed_page import ComposedPage
from build_tools.website.naming.addresses import addresses_from
from tests.support.composed import EXTENSIONS, body_html, templates, tree_of
from tests.support.hostile_text import ATTACKS, HOSTILE
from tests.support.matrix import examples
from tests.support.pages_as_trees import is_comment, squeeze, words_of
from tests.support.substance import Link as FoundLink
from tests.support.substance import on_code_host, on_site, substance

PAGE = "sources/harbour.md"
PIECES = (*HOSTILE, *ATTACKS)
TARGETS = st.sampled_from(
    [
        "index.md", "index.md#cite", "glossary/index.md", "glossary/port-lorn.md", "sources/harbour.md#p1",
        "sources/two-tongues.md#p2", "cite/harbour.bib", "#p1", "https://e.example/a?b=1&c=(2)#d", "timeline.md#on-x",
    ]
)  # fmt: skip
LANGUAGES = st.sampled_from([None, None, "zh", "ar", "zh-Hans"])
CLASSES = st.sampled_from([(), ("m", "person", ""), ("ours",)])
EMPHASISED = st.sampled_from(["said", "two words", "[x]", "a * b"])


@st.composite
def texts(draw: st.DrawFn) -> str:
    """Hostile text; a strategy of its own, so that those made of it are not spelled out."""
    text = "".join(draw(st.lists(st.sampled_from(PIECES) | st.text(max_size=3), min_size=1, max_size=5)))
    return text if text.strip() else f"{text}x"


TEXTS = texts()


def plain_spans(content: st.SearchStrategy[Inline]) -> st.SearchStrategy[Phrase]:
    return st.builds(Phrase, st.tuples(content) | st.tuples(content, content), CLASSES, st.just("span"), LANGUAGES)


def inlines() -> st.SearchStrategy[Inline]:
    """Text, and elements around text, that any form of a page can show."""
    words = TEXTS | plain_spans(TEXTS)
    links = st.builds(Link, st.tuples(words) | st.tuples(words, words), TARGETS, CLASSES, st.just("") | TEXTS)
    emphasis = st.builds(Phrase, st.tuples(EMPHASISED), CLASSES, st.sampled_from(["em", "strong"]))
    return words | links | emphasis | plain_spans(links)


CONTENT = st.lists(inlines(), min_size=1, max_size=4).map(tuple)


BEGIN = st.just(()) | st.builds(lambda: (Anchor(""),))
END = st.just(()) | st.just((EditorWords(" as *we* [wrote](two-tongues.md)"),))
LINES = st.builds(lambda before, content, after: (*before, *content, *after), BEGIN, CONTENT, END)
BLOCKS = st.one_of(
    st.builds(Paragraph, LINES, st.just("p"), st.just(("p",)), LANGUAGES, st.just("1")),
    st.builds(Paragraph, LINES, role=st.just("Caption")),
    st.builds(Heading, st.integers(1, 6), st.just("h"), CONTENT, lang=LANGUAGES),
    st.builds(Bullets, st.tuples(LINES, LINES)),
    st.builds(Definitions, st.tuples(st.tuples(CONTENT, LINES), st.tuples(CONTENT, LINES))),
    st.just(EditorBlocks("Said *by us*, see [there](two-tongues.md#p1).\n\n- one\n- two\n")),
    st.just(Slot("facts")),
)


def division(inner: st.SearchStrategy[Block]) -> st.SearchStrategy[Block]:
    blocks = st.lists(inner, max_size=3).map(tuple)
    return st.builds(Division, blocks, st.just(("text",)), st.just("section"), st.just((("data-row", "1"),)), LANGUAGES)


TREES = st.lists(st.recursive(BLOCKS, division, max_leaves=4), min_size=1, max_size=4).map(tuple)


def numbered(item: object, numbers: Iterator[int]) -> object:
    """The same part of a tree with an id of its own wherever it has one."""
    if isinstance(item, tuple):
        return tuple(numbered(one, numbers) for one in item)
    if isinstance(item, Anchor) or (isinstance(item, Paragraph | Heading) and item.id):
        item = replace(item, id=f"x{next(numbers)}")
    if isinstance(item, Paragraph | Heading | Bullets | Definitions | Division):
        parts = {one.name: numbered(getattr(item, one.name), numbers) for one in fields(item)}
        return replace(item, **{name: part for name, part in parts.items() if isinstance(part, tuple)})  # type: ignore[arg-type]
    return item


def tags(html: str) -> list[str]:
    return [element.tag for element in tree_of(html).iter() if not is_comment(element)]


@examples(1_000, 60)
@given(tree=TREES)
def test_the_markdown_of_a_tree_becomes_the_words_links_and_ids_of_its_html(tree: tuple[Block, ...]) -> None:
    body = cast("tuple[Block, ...]", numbered(tree, count(1)))
    page = ComposedPage(PAGE, "source.html", {}, body=body)
    rendered = python_markdown.markdown(write_markdown(body, PAGE), extensions=EXTENSIONS)
    # What editors wrote links to files, and MkDocs gives their addresses.
    published = body_html(page).replace('href="two-tongues.md', 'href="../two-tongues/')
    assert substance(rendered, on_code_host(PAGE)) == substance(published, on_site(PAGE))
    assert set(substance(published, on_site(PAGE)).ids) == page.ids
    assert set(tags(rendered)) <= {"body", "p", "a", "em", "strong", "ul", "li", "dl", "dt", "dd", *HEADINGS}


HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")


@pytest.mark.parametrize(
    "prose",
    [
        "```\ncode", "`x", "*x", "- a\n- b", "    code", "!!! note\n    x", "Term\n:   what", "1. a\n\n    b",
        "| a | b |\n|---|---|\n| 1 | 2 |", "> said", "## Ours {: #ours }", "x\n{: .small }", "***", "\\", "x  ",
        "[x]: y.md",
    ],
)  # fmt: skip
def test_prose_ends_where_the_editors_ended_it(prose: str) -> None:
    body = (
        Slot("a"),
        EditorBlocks(prose),
        Slot("b"),
        Paragraph(("[x] `y` *z",), "p1"),
        EditorBlocks(prose.replace("ours", "b")),
    )
    texts = (EditorBlocks(prose), Paragraph(("- One",)), Bullets((("a",), ("b",))), Heading(2, "h", ("H",)))
    for blocks in (body, texts) if prose != "```\ncode" else (texts,):
        rendered = python_markdown.markdown(write_markdown(blocks, PAGE), extensions=EXTENSIONS)
        published = body_html(ComposedPage(PAGE, "source.html", {}, body=blocks))
        assert substance(rendered, on_code_host(PAGE)) == substance(published, on_site(PAGE))


@given(text=TEXTS, lang=LANGUAGES)
def test_no_text_becomes_markup_wherever_html_has_it(text: str, lang: str | None) -> None:
    def made(words: str) -> str:
        inner: Content = (words, Link((words,), "glossary/x.md", ("m",), words), Phrase((words,), ("q",), lang=lang))
        blocks = (
            Heading(2, "h", inner),
            Paragraph(inner, "p1", ("p",), lang, "1", words),
            Bullets((inner,)),
            Division((Definitions(((inner, inner),)),), attributes=(("aria-label", words),)),
        )
        return "".join(write_html(blocks, addresses_from(PAGE, use_directories=True)).parts)

    assert tags(made(text)) == tags(made("x"))
    shown = words_of(tree_of(made("\ue000"))).replace("\ue000", visible(text))
    assert squeeze(words_of(tree_of(made(text)))) == squeeze(shown)
    labels = {squeeze(one.get("aria-label", "")) for one in tree_of(made(text)).iter() if one.tag in {"a", "div"}}
    assert labels == {"Paragraph1", squeeze(visible(text))}


@examples(1_000, 100)
@given(content=CONTENT)
def test_runs_that_templates_show_have_the_words_and_links_of_the_html(content: Content) -> None:
    page = ComposedPage(PAGE, "source.html", {}, {"content": runs(content)})
    template = templates().from_string('{% from "partials/inline.html" import inline %}<p>{{ inline(c, s) }}</p>')
    shown = template.render(c=page.around["content"], s={"base": "../..", "end": "/", "index": ""})
    written = "".join(write_html((Paragraph(content),), addresses_from(PAGE, use_directories=True)).parts)
    in_runs, in_html = (substance(html, on_site(PAGE)) for html in (shown, written))
    assert in_runs.words == in_html.words
    assert joined(in_runs.links) == joined(in_html.links)
    assert set(tags(shown)) <= {"body", "p", "a", "span", "em", "strong"}


def joined(links: tuple[FoundLink, ...]) -> list[tuple[str, str, str]]:
    """Links with those that follow each other and lead to the same place as one: each run is a link of its own."""
    groups = groupby(links, key=lambda link: (unquote(link.address), link.label))
    return [("".join(link.words for link in group), *place) for place, group in groups]


@pytest.mark.parametrize("item", [Anchor("p1"), EditorWords("*words*")])
def test_what_only_a_body_can_have_is_refused_as_data(item: Inline) -> None:
    with pytest.raises(TypeError, match="a template cannot show"):
        runs(("words", item))


@pytest.mark.parametrize(
    ("to", "shown"),
    [
        ("index.md", "../.././"),
        ("glossary/index.md#a", "../../glossary/#a"),
        ("glossary/a.md", "../../glossary/a/"),
        ("cite/a.bib", "../../cite/a.bib"),
        ("#p1", "#p1"),
        ("https://e.example/?a=1&b", "https://e.example/?a=1&amp;b"),
    ],
)
def test_a_template_links_to_what_a_run_leads_to(to: str, shown: str) -> None:
    template = templates().from_string('{% from "partials/inline.html" import inline %}{{ inline(c, s) }}')
    made = template.render(c=runs((Link(("x",), to),)), s={"base": "../..", "end": "/", "index": ""})
    assert made == f'<a href="{shown}">x</a>'


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (("Seoul & ", Link(("Moscow",), "glossary/moscow.md")), "Seoul & [Moscow](../glossary/moscow.md)"),
        (("See!", Link(("there",), "sources/a.md#p1")), r"See\![there](a.md#p1)"),
        (("R&", Phrase(("lt;",))), "R&#38;lt;"),
        (("1", Phrase((". a",))), r"1\. a"),
        ((Link(("≠",), "x.md", (), 'What "is" it?'),), '[≠](../x.md "What &#34;is&#34; it?")'),
        ((Anchor("p2"), Anchor("p3"), "[…]"), r'<a id="p2"></a><a id="p3"></a>\[…\]'),
        (("A ", Phrase(("word",), tag="em"), ", ", Phrase(("two",), ("q",), "strong")), "A *word*, **two**"),
        ((Phrase(("",), tag="em"), "x"), "x"),
        (("a", Phrase((" b ",), tag="em"), "c"), "a b c"),
    ],
)
def test_a_line_is_written_as_a_person_would(content: Content, expected: str) -> None:
    assert inline_markdown(content, PAGE) == expected


@pytest.mark.parametrize(
    ("block", "expected"),
    [
        (Paragraph(("One.",), "p1", ("p",), "zh", "1"), '<a id="p1" lang="zh"></a>One.'),
        (Paragraph(("- One.",)), r"\- One."),
        (Heading(2, "x", ("1. On C#",)), r"## 1. On C\# {#x}"),
        (Bullets((("a",), ("b",))), "- a\n- b"),
        (Definitions(((("Term",), ("What it is.",)),)), "Term\n:   What it is."),
        (Division((Paragraph(("One.",)), Division((Paragraph(("Two.",)),)))), "One.\n\nTwo."),
        (Slot("facts"), "<!-- facts -->"),
        (EditorBlocks("\nWords.\n\n"), "Words."),
    ],
)
def test_a_block_is_written_as_a_person_would(block: Block, expected: str) -> None:
    assert write_markdown((block,), PAGE) == expected


def test_a_page_knows_its_ids_and_what_editors_wrote_however_deep() -> None:
    prose, line = EditorBlocks("Words."), EditorWords("A line.")
    inner = (Heading(2, "h", ("x",)), Paragraph((Phrase((Anchor("a"),)), line), "p1"), prose)
    page = ComposedPage(PAGE, "source.html", {}, body=(Division((Division(inner),)), Bullets(((Anchor("b"),),))))
    assert page.ids == {"h", "p1", "a", "b"}
    assert page.prose == (line, prose)


def test_what_a_template_is_given_has_no_character_that_cannot_be_seen() -> None:
    page = ComposedPage(PAGE, "source.html", {}, {"a": [["\u202ex", {"b": "\x00"}], 1, None, True]})
    assert page.around == {"a": [["⟨U+202E⟩x", {"b": "␀"}], 1, None, True]}


def test_the_fields_of_a_page_name_its_template() -> None:
    page = ComposedPage(PAGE, "source.html", {"title": 'A "b" <c>'}, body=(Paragraph(("One.",), "p1"),))
    assert page.front_matter == {"title": "A &quot;b&quot; ‹c›", "template": "source.html"}
    assert page.markdown.startswith('---\ntitle: "A &quot;b&quot; ‹c›"\ntemplate: "source.html"\n---\n\n<a id="p1">')
