"""A text is escaped where it would be markup, and nowhere else: shown as its characters, read as its words."""

from __future__ import annotations

import re

import markdown as python_markdown
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from build_tools.text.escaping import visible
from build_tools.text.markdown import escape_lightly
from tests.support.composed import tree_of
from tests.support.hostile_text import ATTACKS, HOSTILE
from tests.support.matrix import examples
from tests.support.pages_as_trees import words_of

OWN = ("abbr", "admonition", "attr_list", "def_list", "fenced_code", "footnotes", "md_in_html", "tables", "toc")
PYMDOWN = (
    "betterem", "blocks.admonition", "blocks.definition", "blocks.details", "blocks.html", "blocks.tab", "caret",
    "critic", "details", "emoji", "escapeall", "fancylists", "highlight", "inlinehilite", "keys", "magiclink", "mark",
    "saneheaders", "snippets", "superfences", "tabbed", "tasklist", "tilde",
)  # fmt: skip
"""Every extension, but for those that take escaped brackets for their own and the one that redraws arrows."""

EXTENSIONS = {"own": OWN, "PyMdown's": (*OWN, *(f"pymdownx.{name}" for name in PYMDOWN))}

PIECES = (
    *HOSTILE, *ATTACKS, *"abc12 .)(-+*_#>[]{}<>&;:!=|~^`$@\\/\"'%?x", "\n", "\u00a0", "http://", "www.", "::", "??? ",
    "++a++", "{++", "\\(", "$$", "a@b.cd", "=== ", "[x]", "12:30:45", "a_b", "R&D", "&lt", "*[A]:", "[^1]:", "i. ",
)  # fmt: skip
TEXTS = st.lists(st.sampled_from(PIECES), max_size=14).map("".join)


def shown(content: str, extensions: str) -> tuple[list[str], str]:
    """The names of the elements that Markdown becomes, and its words; white space counts as one space."""
    html = python_markdown.markdown(f"before\n\n{content}\n\nafter", extensions=[*EXTENSIONS[extensions]])
    body = tree_of(html)
    return [element.tag for element in body.iter()][1:], one_line(words_of(body))


def one_line(text: str) -> str:
    return re.sub(r"\s+", " ", text)


@pytest.mark.parametrize("extensions", EXTENSIONS)
@examples(1_000, 60)
@given(text=TEXTS.filter(str.strip))
def test_a_paragraph_is_shown_as_exactly_its_characters(extensions: str, text: str) -> None:
    made = shown(escape_lightly(text, begins_line=True), extensions)
    assert made == (["p", "p", "p"], one_line(f"before\n{visible(text)}\nafter"))


@pytest.mark.parametrize("extensions", EXTENSIONS)
@examples(1_000, 60)
@given(before=TEXTS, linked=TEXTS, after=TEXTS)
def test_a_text_beside_links_and_within_one_is_shown_as_its_characters(
    extensions: str, before: str, linked: str, after: str
) -> None:
    link = f"[l{escape_lightly(linked)}l](x.md)"
    content = f'<a id="p1"></a>{escape_lightly(before, before_link=True)}{link}{escape_lightly(after)}'
    words = f"before\n{visible(before)}l{visible(linked)}l{visible(after)}\nafter"
    assert shown(content, extensions) == (["p", "p", "a", "a", "p"], one_line(words))


@pytest.mark.parametrize("extensions", EXTENSIONS)
@examples(500, 30)
@given(text=TEXTS)
@example(text="- '+__pwn()+')")
def test_the_title_of_a_link_says_what_it_was_given(extensions: str, text: str) -> None:
    content = f'a[x](x.md "{escape_lightly(text, in_quotes=True)}")b'
    html = python_markdown.markdown(content, extensions=[*EXTENSIONS[extensions]])
    body = tree_of(html)
    (link,) = body.iter("a")
    assert one_line(link.attrib.get("title", "")).strip() == one_line(visible(text)).strip()
    assert words_of(body) == "axb"


@pytest.mark.parametrize(
    "text",
    [
        "Mr. Kim said: “No (not yet).” At 17:02:00, R&D cost 3.5% more – see ¶ 4; A/B, well-known?",
        "He asked, \"Why?\" It's the harbour's, isn't it! Yes.",
        "Zürich, 首尔。Сеул, שלום",
        "a file_name of 2 > 1, 1 = 1, 1 + 1, 3 # 4, item 3. and 4) here - there",
        "AT&T, &c. and so on",
        "the address example.org and the time 12:30",
        "",
    ],
)
def test_plain_words_stand_as_they_are(text: str) -> None:
    assert escape_lightly(text, begins_line=True) == text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a *b* [c] `d`", r"a \*b\* \[c\] \`d\`"),
        ("_a_ b_c __d", r"\_a\_ b_c \_\_d"),
        ("<b> &lt; &#60;", "&#60;b> &#38;lt; &#38;#60;"),
        ("http://a.b www.c.d e@f.g :smile:", "http&#58;//a.b www\\.c.d e&#64;f.g &#58;smile:"),
        ("a  b\tc\nd", "a &#32;b&#9;c&#10;d"),
        ("C++ == $5 $a$ ~ ^", r"C\+\+ &#61;&#61; $5 &#36;a&#36; &#126; &#94;"),
        ("\x00\u202e", "␀⟨U+202E⟩"),
    ],
)
def test_what_would_be_markup_is_escaped_by_the_least_that_does_it(text: str, expected: str) -> None:
    assert escape_lightly(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1. a", r"1\. a"),
        ("1986. a", r"1986\. a"),
        ("b) a", r"b\) a"),
        ("iv. a", r"iv\. a"),
        ("- a", r"\- a"),
        ("# a", r"\# a"),
        ("> a", r"\> a"),
        (": a", "&#58; a"),
        ("--- a", r"\--- a"),
        (" a", "&#32;a"),
        ("\x85a", "&#10;a"),
    ],
)
def test_more_is_markup_at_the_beginning_of_a_line(text: str, expected: str) -> None:
    assert escape_lightly(text, begins_line=True) == expected
    assert escape_lightly(f"x {text.strip()}") == f"x {text.strip()}"


def test_an_exclamation_mark_makes_no_picture_of_the_link_after_it() -> None:
    assert escape_lightly("Look! Here!", before_link=True) == r"Look! Here\!"
    assert escape_lightly("Look! Here!") == "Look! Here!"


def test_quotation_marks_end_no_title() -> None:
    assert escape_lightly("a \"b\" 'c'", in_quotes=True) == "a &#34;b&#34; 'c'"
    assert escape_lightly("'c' d", in_quotes=True) == "&#39;c' d"
