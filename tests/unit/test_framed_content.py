"""Framed words: a phrase around a span of inline content, links whole, and nothing lost."""

from __future__ import annotations

from build_tools.website.markup.body_nodes import Content, Link, PageMark, Phrase
from build_tools.website.markup.framed_content import frame

PORT = Link(("the port",), "glossary/port.md")


def framed(*content: str | Link) -> Phrase:
    return Phrase(content, ("framed",))


def words(content: Content) -> str:
    return "".join(item if isinstance(item, str) else words(getattr(item, "content", ())) for item in content)


def test_words_are_framed_within_a_string_and_across_a_link() -> None:
    content = ("They leave ", PORT, " at noon.")
    assert frame(content, [(5, 10)], "framed") == ("They ", framed("leave"), " ", PORT, " at noon.")
    assert frame(content, [(5, 22)], "framed") == ("They ", framed("leave ", PORT, " at"), " noon.")


def test_a_link_that_is_touched_is_framed_whole_and_spans_that_meet_are_one() -> None:
    content = ("They leave ", PORT, " at noon.")
    assert frame(content, [(15, 17)], "framed") == ("They leave ", framed(PORT), " at noon.")
    found = frame(content, [(23, 27), (0, 4), (2, 10)], "framed")
    assert found == (framed("They leave"), " ", PORT, " at ", framed("noon"), ".")


def test_no_word_is_lost_wherever_a_frame_begins_and_ends() -> None:
    content = ("They ", PageMark("page-2", "2"), "leave ", PORT, " at noon.")
    for start in range(28):
        for end in range(start, 29):
            assert words(frame(content, [(start, end)], "framed")) == words(content)
    assert frame(content, [], "framed") == content
