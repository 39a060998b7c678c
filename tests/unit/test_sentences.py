from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_tools.corpus.cited_sentences import EDITORIAL, EVIDENCE, UNCITED, Share, share, split_sentences


def standings(markdown: str) -> list[tuple[str, str]]:
    return [(one.text, one.standing) for one in split_sentences(markdown)]


@pytest.mark.parametrize(
    "markdown",
    [
        "He left [@kim, ¶1].",
        "He left. [@kim, ¶1]",
        "He said “no.” [@kim, ¶1]",
        'He said "no" [@kim, ¶1: "a. B"; @moon, ¶2].',
        "He left [outside: KBS World, 2024-02-04, Talks. Again].",
    ],
)
def test_a_bracket_before_or_behind_the_full_stop_carries_its_sentence(markdown: str) -> None:
    assert [one.standing for one in split_sentences(markdown)] == [EVIDENCE]


def test_each_sentence_needs_a_bracket_of_its_own() -> None:
    assert standings("First. Second [@kim, ¶1]. Third.") == [
        ("First.", UNCITED),
        ("Second.", EVIDENCE),
        ("Third.", UNCITED),
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "Mr. Kim of the U.S. Treasury spoke, e.g. on Jan. 26 at 5 p.m. Moscow time.",
        "J. D. Vance and Dr. Moon met in No. 10.",
        "It cost 3.5 per cent.",
        "He asked “Why?” and left.",
        "They met … and parted.",
        'See [the entry](x.Y.md "A. B") again.',
    ],
)
def test_abbreviations_numbers_quotations_and_links_end_no_sentence(sentence: str) -> None:
    assert len(split_sentences(sentence)) == 1


def test_what_the_editors_mark_as_theirs_needs_no_evidence() -> None:
    inline = "A fact [@kim, ¶1]. *We doubt it. We always did.*{ .own } Another."
    assert [one.standing for one in split_sentences(inline)] == [EVIDENCE, EDITORIAL, EDITORIAL, UNCITED]
    whole = "We doubt it. All of it.\n{: .own }\n\nA fact.\n{: .small }"
    assert [one.standing for one in split_sentences(whole)] == [EDITORIAL, EDITORIAL, UNCITED]


def test_headings_code_tables_and_run_in_headings_are_not_read() -> None:
    markdown = "## A heading.\n\n```\nCode. More.\n```\n\n| A. | B. |\n|---|---|\n\n**Reason.** It is so [@kim, ¶1]."
    assert standings(markdown) == [("It is so.", EVIDENCE)]


def test_list_items_are_sentences_and_lines_are_counted_from_the_file() -> None:
    found = split_sentences("A fact\nover two lines.\n\n- One.\n- Two [@kim, ¶1].", 7)
    assert [(one.text, one.line) for one in found] == [("A fact over two lines.", 7), ("One.", 10), ("Two.", 11)]


def test_chinese_sentences_end_at_their_own_full_stop() -> None:
    assert [one.standing for one in split_sentences("第一句[@kim, ¶1]。第二句。")] == [EVIDENCE, UNCITED]


def test_shares_add_up() -> None:
    total = share(split_sentences("A [@kim, ¶1]. B.")) + Share(editorial=2)
    assert (total, total.factual) == (Share(1, 2, 1), 2)


@given(st.text(alphabet="aB .!?“”*{}[]()#|`~-\n@¶1,:;\"'own", max_size=120))
def test_no_text_is_too_strange_to_be_cut(markdown: str) -> None:
    assert all(one.text.strip() and one.line >= 1 for one in split_sentences(markdown))
