from __future__ import annotations

import string

import pytest

from build_tools.text import escaping, html, markdown


@pytest.mark.parametrize("character", string.punctuation)
def test_every_ascii_punctuation_character_becomes_a_reference(character: str) -> None:
    assert markdown.escape(f"a{character}b") == f"a&#{ord(character)};b"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("one two", "one two"),
        (" one", "&#32;one"),
        ("one ", "one&#32;"),
        ("one  two", "one&#32;&#32;two"),
        ("one\ttwo", "one&#9;two"),
        ("one\ntwo", "one&#10;two"),
        ("one\u00a0two", "one&#160;two"),
        ("one\u2028two", "one&#8232;two"),
        ("一　二", "一&#12288;二"),
        ("Zürich 首尔 Сеул", "Zürich 首尔 Сеул"),
        ("", ""),
    ],
)
def test_a_single_inner_blank_and_letters_of_any_script_stand_as_they_are(text: str, expected: str) -> None:
    assert markdown.escape(text) == expected


def test_a_line_end_of_any_kind_is_one_that_browsers_read_as_such() -> None:
    assert markdown.escape("a\rb\x85c") == "a&#10;b&#10;c"


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
    assert "\n".join(markdown.escape(f"a{character}b")).isprintable() or character not in markdown.escape(character)


@pytest.mark.parametrize("text", ["שלום", "a\u200fb", "e\u0301", "\U0001f1f0\U0001f1f7", "soft\u00adhyphen"])
def test_marks_that_a_script_needs_are_kept(text: str) -> None:
    assert escaping.visible(text) == text


def test_a_link_carries_its_classes_and_attributes() -> None:
    made = markdown.link("Seoul", "../glossary/south-korea.md", "m", "polity", "", aria_label="a “b”", lang=None)
    assert made == '[Seoul](../glossary/south-korea.md){ .m .polity aria-label="a “b”" }'


def test_an_address_keeps_its_query_and_its_brackets_cannot_end_the_link() -> None:
    made = markdown.external_link("there", "https://e.example/a_(b)?x=1&y=2#z")
    assert made == "[there](https://e.example/a_%28b%29?x=1&#38;y=2#z)"


@pytest.mark.parametrize("address", ["javascript:alert(1)", "data:text/html,x", "mailto:a@b.example", "/etc", ""])
def test_what_is_no_web_address_is_shown_and_not_linked(address: str) -> None:
    assert markdown.external_link("there", address) == markdown.escape(address)


def test_mentions_are_links_over_their_spans() -> None:
    marks = [(4, 9, "m.md", ("m", "first")), (9, 10, "n.md", ("m",))]
    assert markdown.link_spans("To: Seoul!", marks) == "To&#58;&#32;[Seoul](m.md){ .m .first }[&#33;](n.md){ .m }"


def test_a_wrapper_lets_markdown_in_and_a_raw_block_does_not() -> None:
    assert (
        markdown.block("div", ["one", "", "two"], "text") == '<div class="text" markdown="1">\n\none\n\ntwo\n\n</div>'
    )
    assert html.raw_block("div", [], "tools", hidden="") == '<div class="tools" hidden>\n</div>'


def test_metadata_is_one_line_that_ends_no_attribute_and_opens_no_tag() -> None:
    assert markdown.metadata('a "b"\n<i> & c') == "a &quot;b&quot; ‹i› &amp; c"
