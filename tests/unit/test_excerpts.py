"""Excerpts keep the limits of a text's rights: of a quotation, of the whole, of the share."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_tools.edition.publication.excerpts import Passage, choose_excerpts, settle_limits
from build_tools.edition.publication.published_documents import cut_to_excerpts
from build_tools.edition.publication.words import word_spans
from build_tools.model import ExcerptLimits
from tests.support.invented import document

LIMITS = ExcerptLimits(words=5, total=12, share=1.0)


def words_shown(words: int, wanted: list[tuple[int, int]], limits: ExcerptLimits, *, is_quoted: bool = False) -> str:
    """Return which words of a paragraph are shown, one character each, where some spans of words are wanted."""
    text = " ".join(f"w{number:03}" for number in range(words))
    passages = [Passage("p1", 5 * first, 5 * last - 1, is_quoted) for first, last in wanted]
    excerpts = choose_excerpts(document(("paragraph", "en", text)), passages, settle_limits(limits))
    spans = excerpts.spans.get("p1", ())
    return "".join("x" if any(a <= start and end <= b for a, b in spans) else "." for start, end in word_spans(text))


@pytest.mark.parametrize(
    ("wanted", "is_quoted", "shown"),
    [
        ([(10, 11)], False, "........xxxxx......."),
        ([(0, 1)], False, "xxxxx..............."),
        ([(0, 1), (19, 20)], False, "xxxxx..........xxxxx"),
        ([(0, 1), (8, 9), (19, 20)], False, "xxxxx.xxxxx.......xx"),
        ([(3, 6)], True, "...xxx.............."),
        ([(3, 6), (6, 8), (8, 11)], True, "...xxxxx............"),
        ([(3, 9)], True, "...................."),
        ([(0, 5), (6, 11), (12, 17)], True, "xxxxx.xxxxx........."),
    ],
    ids=str,
)
def test_excerpts_keep_the_limits_of_a_quotation_and_of_all(
    wanted: list[tuple[int, int]],
    is_quoted: bool,  # noqa: FBT001 - a column of the table
    shown: str,
) -> None:
    assert words_shown(20, wanted, LIMITS, is_quoted=is_quoted) == shown


@given(
    st.lists(
        st.sampled_from(["seven words of a sentence stand here. ", "港口已关闭。", "x ", "— "]), min_size=1, max_size=60
    ),
    st.lists(st.tuples(st.integers(0, 900), st.integers(1, 60), st.booleans()), max_size=40),
    st.builds(ExcerptLimits, st.integers(1, 12), st.integers(1, 80), st.sampled_from([0.1, 0.5, 1.0])),
)
def test_excerpts_keep_their_limits_whatever_is_wanted(
    parts: list[str], spans: list[tuple[int, int, bool]], limits: ExcerptLimits
) -> None:
    whole = document(("paragraph", "en", "".join(parts).strip() or "x"))
    wanted = [Passage("p1", start, start + length, is_quoted) for start, length, is_quoted in spans]
    excerpts = choose_excerpts(whole, wanted, limits)
    text = whole.blocks[0].text
    shown = [len(word_spans(text[start:end])) for start, end in excerpts.spans.get("p1", ())]
    assert sum(shown) == excerpts.shown <= min(limits.total or 0, int((limits.share or 0) * len(word_spans(text))))
    assert all(number <= (limits.words or 0) for number in shown)
    published = cut_to_excerpts(whole, excerpts).document.blocks[0].text
    assert len(word_spans(published)) == sum(shown)


def test_excerpts_are_a_tenth_of_a_text_where_nobody_says_otherwise() -> None:
    assert words_shown(90, [(40, 41)], ExcerptLimits()).count("x") == 9
    assert words_shown(400, [(n, n + 1) for n in range(0, 400, 30)], ExcerptLimits()).count("x") == 40
