from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_tools.corpus import front_matter
from build_tools.corpus.evidence import evidence_spans, find_evidence, parse_evidence
from build_tools.corpus.glossary import read_entry
from build_tools.edition.checks.evidence_checks import check_evidence
from build_tools.edition.citation_index import CitationIndex, index_citations
from build_tools.model import Block, Document, Evidence, Mention, Rights, Source, Span
from build_tools.website.pages.parts.evidence_links import render_evidence

PARSED, _ = front_matter.parse_front_matter("---\npref_label: Seoul\nkind: place\n---\n", "docs/glossary/seoul.md")
assert PARSED is not None
SEOUL, _ = read_entry(PARSED, "en")


@pytest.fixture
def corpus() -> CitationIndex:
    text = "Seoul said “no”, a second time."
    source = Source("kim", "A Title", (), None, None, None, ("en",), "article", None, Rights("", None, "full"), "k.txt",
                    text, (), "", {}, "docs/sources/kim.md", short_title="Kim")  # fmt: skip
    blocks = tuple(
        Block(name, "paragraph", "en", text, (Span(0, 0, len(text)),)) for name in ("p1", "p2", "p3", "author-note")
    )
    mention = Mention("kim", "p1", 0, 5, "Seoul", "seoul", "pref_label")
    return index_citations([Document(source, blocks, ())], {"kim": (mention,)})


@pytest.mark.parametrize(
    ("bracket", "expected"),
    [
        ("@kim, ¶4", (Evidence("kim", ("p4",), None, None),)),
        ("@kim, ¶4–6", (Evidence("kim", ("p4", "p5", "p6"), None, None),)),
        ("@kim, author-note", (Evidence("kim", ("author-note",), None, None),)),
        ("@kim, ¶4; ¶6", (Evidence("kim", ("p4",), None, None), Evidence("kim", ("p6",), None, None))),
        (
            '@kim, ¶4: "a; b"; @moon, caption-2',
            (Evidence("kim", ("p4",), "a; b", None), Evidence("moon", ("caption-2",), None, None)),
        ),
        ("outside: kbs-2024-02-04", (Evidence(None, (), None, "kbs-2024-02-04"),)),
        (
            "outside:  kbs-2024-02-04 ;\nkremlin",
            (Evidence(None, (), None, "kbs-2024-02-04"), Evidence(None, (), None, "kremlin")),
        ),
        (
            "outside: KBS World, 2024-02-04, Talks",
            (Evidence(None, (), None, None, 1, "KBS World, 2024-02-04, Talks"),),
        ),
        ("outside: KBS World", None),
        ("outside: kbs-2024-02-04;", None),
        ("@kim, paragraph four", None),
        ("@kim", None),
        ("outside: ", None),
    ],
)  # fmt: skip
def test_evidence_is_read_in_the_forms_the_house_style_gives(
    bracket: str, expected: tuple[Evidence, ...] | None
) -> None:
    assert parse_evidence(bracket) == expected


def test_brackets_in_code_and_ordinary_links_are_no_evidence() -> None:
    assert list(find_evidence("`[@kim, ¶1]` and [a](b.md)\n\n``[@kim, ¶2] ` `` [@kim, ¶3]")) == [("@kim, ¶3", 3)]


def test_a_cited_block_must_name_the_entry_or_hold_the_quoted_words(corpus: CitationIndex) -> None:
    good = '[@kim, ¶1] [@kim, ¶2: "said “no”"]'
    assert check_evidence(good, "x.md", 1, corpus, SEOUL) == []
    bad = '[@kim, ¶2]\n[@kim, ¶2: "said yes"]\n[@kim, ¶9]\n[@kin, ¶1]'
    faults = check_evidence(bad, "x.md", 5, corpus, SEOUL)
    assert [(fault.line, fault.code) for fault in faults] == [
        (5, "evidence-silent"),
        (6, "evidence-words-absent"),
        (7, "evidence-block-unknown"),
        (8, "evidence-source-unknown"),
    ]


def test_evidence_becomes_links_to_the_blocks_it_cites() -> None:
    shown = render_evidence("It said so [@kim, ¶1–2; author-note].", "glossary/seoul.md", {"kim": "Kim"})
    assert shown == (
        "It said so ([Kim, ¶1–2](../sources/kim.md#p1); [Kim, author note](../sources/kim.md#author-note))."
    )


def test_what_is_no_evidence_is_left_as_it_stands() -> None:
    text = "`[@kim, ¶1]` and [@kim, something!] and [a link](b.md)"
    assert render_evidence(text, "index.md", {}) == text


@given(st.lists(st.sampled_from(["[@a", "[outside:", "[", "]", '"', ";", "x", "\n"]), max_size=30).map("".join))
def test_a_bracket_ends_at_the_first_end_that_is_not_in_quotation_marks(text: str) -> None:
    plain = re.compile(r'\[(?:@|outside:)(?:"[^"]*"|[^\]"])*\]')
    assert list(evidence_spans(text)) == [match.span() for match in plain.finditer(text)]


@pytest.mark.parametrize("paragraphs", ["¶6–4", "¶1–999999", f"¶{'9' * 5000}"])
def test_a_range_that_runs_backwards_or_without_end_is_a_finding(corpus: CitationIndex, paragraphs: str) -> None:
    text = f"[@kim, {paragraphs}]"
    assert [finding.code for finding in check_evidence(text, "x.md", 1, corpus)] == ["evidence-form"]
    assert render_evidence(text, "index.md", {}) == text
