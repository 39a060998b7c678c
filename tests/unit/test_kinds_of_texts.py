"""Kinds of texts: roles beyond the paragraph, Markdown as input, and how both look on a page."""

from __future__ import annotations

import pytest

from build_tools.segmentation import segment, segment_text
from build_tools.segmentation.roles.genres.chapter_lines import is_chapter_line
from build_tools.segmentation.roles.genres.notes import find_calls, find_label
from build_tools.website.pages.source.line_starts import line_starts
from build_tools.website.pages.source.note_links import link_notes
from tests.support.invented import source

STANZA = (
    "The old well stands beside the gate,\n  Its rope is worn and thin,\nAnd those who come\n  Let no new bucket in.\n"
)
NOTES = (
    "A title of it\n\nThe count is mine.[1] Others count otherwise.[2]\n\n[1] So it is.\n\nThis is the end.[3]\n\n"
    "Notes\n\n2. They do.\n\n3. It was.\n"
)


def roles(text: str, language: str = "en") -> list[tuple[str, str]]:
    blocks, _ = segment_text(text, language)
    return [(block.role, block.text) for block in blocks]


def test_a_stanza_is_one_block_whose_lines_are_known() -> None:
    document, _ = segment(source(text=f"He sang.\n\n{STANZA}"))
    assert [(block.id, block.role) for block in document.blocks] == [("p1", "paragraph"), ("p2", "verse")]
    stanza = document.blocks[1].text
    starts = line_starts(document)["p2"]
    lines = [stanza[start:end].strip() for start, end in zip((0, *starts), (*starts, None), strict=True)]
    assert lines == [line.strip() for line in STANZA.splitlines()]


def test_prose_whose_lines_happen_to_begin_with_capitals_is_no_verse() -> None:
    prose = "".join(f"this line of prose is as full as all the others are in number {n}\n" for n in range(12))
    happens = (
        "In some places there is a provision for all the people to vote on\n"
        "Day one for a favourite lamp, which shall be lit on every holiday.\n"
        "In others the lamp may be selected by the keepers of the harbour.\n"
        "In such cases, this is the time.\n"
    )
    assert [role for role, _ in roles(f"{prose}\n{happens}")][-1] == "paragraph"


@pytest.mark.parametrize("line", ["Who goes there?", "“Is it far?” he asked. “It is!”", "— Вы её видели?", "Come!"])
def test_a_question_or_an_exclamation_is_no_heading(line: str) -> None:
    text = f"The first paragraph of it is here.\n\n{line}\n\nThe second paragraph of it is here.\n"
    assert "heading" not in {role for role, _ in roles(text)}


@pytest.mark.parametrize(
    "line",
    [
        "제1장 총칙",
        "Глава 1",
        "第一章",
        "Chapitre premier",
        "CHAPTER I.",
        "Zweites Kapitel",
        "Capítulo 3",
        "Часть вторая",
    ],
)
def test_the_number_of_a_chapter_is_a_heading_in_each_language(line: str) -> None:
    assert is_chapter_line(line)
    assert not is_chapter_line("Chapter 3 was hard to write.")
    assert not is_chapter_line("Part of the reason is the weather")
    assert ("heading", line) in roles(
        f"A title of it all\n\nThe first words are these.\n\n{line}\n\nThe others follow.\n"
    )


def test_the_parts_of_a_letter_are_no_headings() -> None:
    text = "Dear Sir,\n\nI have your letter, and will answer it when I can.\n\nYours,\n\nA. MOSS\n\nP.S. I cannot.\n"
    assert [role for role, _ in roles(text)] == ["salutation", "paragraph", "closing", "signature", "postscript"]


def test_a_name_in_capitals_speaks_in_a_play_and_only_there() -> None:
    play = "ANNA. Who is it?\n\nBEN. It is I.\n\nANNA. Come in, then.\n\nBEN. The door is shut.\n"
    assert {role for role, _ in roles(play)} == {"speech"}
    assert "speech" not in {role for role, _ in roles("TO G. DEL RIO.\n\nSend the book, please.\n" * 3)}


def test_a_dash_opens_dialogue_or_an_item() -> None:
    spoken = "- Is it far?\n- No.\n- Then let us go!\n- Not yet.\n"
    listed = "- a lamp\n- a chain\n- four barrels of oil\n"
    assert [role for role, _ in roles(spoken)] == ["dialogue"] * 4
    assert [role for role, _ in roles(listed)] == ["list-item"] * 3


def test_notes_are_linked_with_their_calls_where_the_numbers_agree() -> None:
    document, _ = segment(source(text=NOTES))
    links = {
        block: [(link.content, link.to) for _, _, link in placed] for block, placed in link_notes(document).items()
    }
    assert links["p1"] == [(("[1]",), "#footnote"), (("[2]",), "#endnote")]
    assert links["footnote"] == [(("1",), "#p1")]
    assert links["endnote-2"] == [(("3",), "#p2")]


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("[Footnote 7: See it.]", "7"),
        ("¹) Siehe dort.", "1"),
        ("[^a]: x", "a"),
        ("12. See it.", "12"),
        ("See it.", None),
    ],
)
def test_a_note_begins_with_its_label(text: str, label: str | None) -> None:
    found = find_label(text)
    assert (found and found[2]) == label


def test_a_number_behind_a_word_may_call_a_note_and_a_year_does_not() -> None:
    assert [label for _, _, label in find_calls("It was so.1 In 1838 there were 12.5 of them, and 3 boats.²")] == [
        "1",
        "2",
    ]


def test_markdown_marks_are_set_aside_and_say_what_the_blocks_are() -> None:
    text = (
        "---\ntitle: Lamps\n---\n\n# The lamps\n\nSee [the *old* list](list.md#a) and\n[the new](new.md).\n\n"
        "## Who pays? ##\n\n> Nobody\n> pays.\n\n"
        "| a | **b** c |\n|---|---|\n| 1 | 2 |\n\nThe end\n=======\n\n[^1]: No.\n"
    )
    document, _ = segment(source(text=text, title="The Lamps"))
    assert [(block.role, block.text) for block in document.blocks] == [
        ("title", "The lamps"),
        ("paragraph", "See the old list and the new."),
        ("heading", "Who pays?"),
        ("quote", "Nobody pays."),
        ("table", "a b c"),
        ("table", "1 2"),
        ("heading", "The end"),
        ("footnote", "[1] No."),
    ]
    assert {stretch.reason for stretch in document.set_aside} == {"front matter", "markup"}
    assert line_starts(document)["table"] == (2,)
    ledger = "".join(text[stretch.start : stretch.end] for stretch in document.set_aside)
    assert "](list.md#a)" in ledger
    assert "# " not in "".join(block.text for block in document.blocks)


def test_a_text_with_a_hash_or_links_on_lines_of_their_own_is_no_markdown() -> None:
    text = "A story of the sea\n\n[Home](/)\n\nThe #1 boat was *old*, and **nobody** knew.\n"
    assert ("paragraph", "The #1 boat was *old*, and **nobody** knew.") in roles(text)
