from __future__ import annotations

import pytest

from build_tools.text import escaping, html, markdown
from build_tools.website.markup.body_nodes import Link
from build_tools.website.naming.text_names import outside_link


@pytest.mark.parametrize(
    ("character", "shown"),
    [
        ("\x00", "␀"),
        ("\x0b", "␋"),
        ("\x1f", "␟"),
        ("\x7f", "␡"),
        ("\x80", "⟨U+0080⟩"),
        ("\u202e", "⟨U+202E⟩"),
        ("\u2066", "⟨U+2066⟩"),
        ("\ud800", "⟨U+D800⟩"),
        ("\ufffe", "⟨U+FFFE⟩"),
        ("\U0010ffff", "⟨U+10FFFF⟩"),
    ],
)
def test_what_cannot_be_seen_is_shown(character: str, shown: str) -> None:
    assert escaping.visible(f"a{character}b") == f"a{shown}b"
    assert character not in markdown.escape_lightly(character)


@pytest.mark.parametrize("text", ["שלום", "a\u200fb", "e\u0301", "\U0001f1f0\U0001f1f7", "soft\u00adhyphen"])
def test_marks_that_a_script_needs_are_kept(text: str) -> None:
    assert escaping.visible(text) == text


def test_an_address_keeps_its_query_and_its_brackets_cannot_end_the_link() -> None:
    made = markdown.link_target("https://e.example/a_(b)?x=1&y=2#z")
    assert made == "https://e.example/a_%28b%29?x=1&#38;y=2#z"


@pytest.mark.parametrize("address", ["javascript:alert(1)", "data:text/html,x", "mailto:a@b.example", "/etc", ""])
def test_what_is_no_web_address_is_shown_and_not_linked(address: str) -> None:
    assert outside_link("there", address) == address
    assert outside_link("there", "https://e.example/") == Link(("there",), "https://e.example/")


def test_an_element_has_its_classes_and_attributes_escaped() -> None:
    made = html.element("a", "Seoul", "m", "", "polity", href="x", aria_label='a "b"', lang=None, hidden="")
    assert made == '<a class="m polity" href="x" aria-label="a &#34;b&#34;" hidden>Seoul</a>'


def test_metadata_is_one_line_that_ends_no_attribute_and_opens_no_tag() -> None:
    assert markdown.metadata('a "b"\n<i> & c') == "a &quot;b&quot; ‹i› &amp; c"
