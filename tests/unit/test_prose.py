from __future__ import annotations

import pytest

from build_tools.text.prose.heading_ids import add_heading_ids, split_at_heading
from build_tools.text.prose.links import drop_addresses, mask_addresses
from build_tools.text.prose.paragraphs import first_sentence


def test_a_heading_of_an_editor_gets_an_id_of_its_own_and_moves_down() -> None:
    body = "Intro.\n\n## How old?\n\nOld.\n\n## How old? ##\n\n### Ünder { #under .x }\n\n#tag\n\n## 首尔\n"
    assert add_heading_ids(body, deeper=1) == (
        "Intro.\n\n### How old? { #n-how-old }\n\nOld.\n\n### How old? { #n-how-old-2 }\n\n"
        "#### Ünder { #n-under .x }\n\n## tag { #n-tag }\n\n### 首尔 { #n-section }"
    )


def test_an_underlined_heading_counts_as_one_and_a_table_or_code_does_not() -> None:
    assert add_heading_ids("Title\n=====\nBody") == "# Title { #n-title }\n\nBody"
    assert add_heading_ids("Part\n---\n\nBody") == "## Part { #n-part }\n\n\nBody"
    for untouched in ("```\n# no\n```", "    # no", "a | b\n--- | ---\n1 | 2", "a\n\n---\n\nb", "- a\n---"):
        assert add_heading_ids(untouched) == untouched


def test_an_introduction_ends_where_the_first_heading_stands() -> None:
    body = add_heading_ids("Intro.\n\n```\n# no heading\n```\n\n## Start\n\nHere.")
    assert split_at_heading(body) == ("Intro.\n\n```\n# no heading\n```\n\n", "## Start { #n-start }\n\nHere.")
    assert split_at_heading("Only this.") == ("Only this.", "")


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("A column. It answers.", "A column."),
        ("A column\nover lines. More.\n\nAnd more.", "A column over lines."),
        ("By J. Doe of the U.S. Navy, Mr. Xu. It answers.", "By J. Doe of the U.S. Navy, Mr. Xu."),
        ("See [this. That](a.md) now. More.", "See [this. That](a.md) now."),
        (
            'They say <span lang="zh">一篇。第二。</span> now. More.',
            'They say <span lang="zh">一篇。第二。</span> now.',
        ),
        ("A line<br>and one. More.", "A line<br>and one."),
        ("He said “no.” Then left.", "He said “no.”"),
        ("一篇评论。第二句。", "一篇评论。"),
        ("**Reason.** It is so. More.", "**Reason.** It is so."),
        ("Texts on Seoul.\n{: .lead }", "Texts on Seoul."),
        ("No end", "No end"),
        ("", ""),
    ],
)
def test_the_first_sentence_ends_where_a_reader_would_end_it(body: str, expected: str) -> None:
    assert first_sentence(body) == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("# a # #", "# a # { #n-a }"),
        ("#  a \t", "# a { #n-a }"),
        ("####### a", "###### # a { #n-a }"),
        ("# a {: #b .c }", "# a { #n-b .c }"),
        ("# a } b }", "# a } b } { #n-a-b }"),
        ("# a { b } c }", "# a { b } c } { #n-a-b-c }"),
        ("# [a](b.md) c", "# [a](b.md) c { #n-a-c }"),
        ("#", "#  { #n-section }"),
    ],
)
def test_a_heading_keeps_its_words_and_attributes(line: str, expected: str) -> None:
    assert add_heading_ids(line) == expected


def test_an_id_that_an_editor_gave_is_not_given_again() -> None:
    ids = [line.split()[-2] for line in add_heading_ids("# a { #a-2 }\n# a\n# a\n# a\n# a { #a-2 }").split("\n")]
    assert ids == ["#n-a-2", "#n-a", "#n-a-3", "#n-a-4", "#n-a-2-2"]


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("a [b](c.md) d", "a b d"),
        ("[b](c.md){ .x } d", "b d"),
        ('[b](c.md "e") [f][g] [h]', "b [f][g] [h]"),
        ("[a [b](c)", "[a b"),
        ("](c) [b](c", "](c) [b](c"),
        ("[a](b){c [d](e)", "a{c d"),
    ],
)
def test_a_link_is_dropped_but_for_its_words(content: str, expected: str) -> None:
    assert drop_addresses(content) == expected


def test_masked_addresses_keep_every_character_in_its_place() -> None:
    assert mask_addresses("a [b](c\nd){ .e } f", "#") == "a [b###\n######## f"
