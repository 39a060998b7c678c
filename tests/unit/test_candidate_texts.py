"""The texts that are read to check a quotation: none is missed that has its words, and what is unread is said."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from build_tools.edition.quoting import Answer, ReadText, check_quotation
from build_tools.edition.quoting.quotation_tokens import has_length, split_tokens, trim
from build_tools.model import Document
from build_tools.website.search.gathering import gather
from build_tools.website.search.lookup.candidate_texts import check_in_index
from build_tools.website.search.lookup.ranked_records import RecordSearch
from build_tools.website.search.lookup.sought_terms import sought_terms
from build_tools.website.search.lookup.term_records import TermRecords
from tests.support.invented import cut, entry, source
from tests.support.matrix import examples
from tests.support.shared_sentences import CASES, shared_sentences

MOST_READ = 9
COMMON = "the tide came in and the ships went out"
WORDS = st.sampled_from(
    [
        "the",
        "tide",
        "U.S.",
        "U.",
        "S.",
        "don’t",
        "L’été",
        "中国",
        "人民",
        "我",
        "3,000",
        "대사를",
        "美대사",
        "ｶﾞｽ",
        "Straße",
        "naïve",
        "R2",
        "x-ray",
        "foo_bar",
        "㎢",
        "№",
        "か\u3099く",
    ]
)
SPACES = st.sampled_from([" ", "  ", "\n", ", ", ". ", "", " – ", "’s "])


def text(number: int, *paragraphs: str) -> Document:
    name = f"t{number:02}"
    of = source(name, "\n\n".join(paragraphs))
    return cut(of, [("paragraph", "en", words) for words in paragraphs])


def ask(quotation: str, documents: Sequence[Document]) -> Answer:
    texts = {document.source.id: ReadText(document.source.id, document.blocks) for document in documents}
    return check_in_index(quotation, TermRecords(gather(documents, (), {})), texts.__getitem__)


@pytest.mark.parametrize("count", [MOST_READ, MOST_READ + 7])
def test_words_that_many_texts_have_are_exact_and_what_is_unread_is_counted(count: int) -> None:
    answer = ask(COMMON, [text(number, COMMON) for number in range(count)])
    assert (answer.state, len(answer.matches)) == ("exact", MOST_READ)
    assert answer.unread == count - MOST_READ


def test_nothing_is_denied_that_an_unread_text_may_have() -> None:
    likely = [text(number, COMMON) for number in range(12)]
    hidden = text(99, "the ships came in and the tide went out")
    assert ask("the ships came in and the tide went out", [hidden]).state == "exact"
    answer = ask("the ships came in and the tide went out", [*likely, hidden])
    assert (answer.state, answer.unread) == ("undecided", 13 - MOST_READ)


def test_words_that_are_nowhere_are_absent_and_no_text_is_read() -> None:
    answer = ask("volcanoes erupted everywhere", [text(number, COMMON) for number in range(9)])
    assert (answer.state, answer.read, answer.unread) == ("absent", (), 0)


@pytest.mark.parametrize(("quotation", "state"), CASES)
def test_a_text_is_found_among_many_that_share_its_sentences(quotation: str, state: str) -> None:
    assert ask(quotation, shared_sentences()).state == state


def test_the_longest_words_come_first_and_brackets_are_the_quoters() -> None:
    assert sought_terms("the [Norwegian] government resigned … at once")[:2] == (("government",), ("resigned",))
    assert sought_terms("中国人民")[0] == ("中国", "中")
    assert ("norwegian",) in sought_terms("[the Norwegian government]")


@given(
    pieces=st.lists(st.tuples(WORDS, SPACES), min_size=6, max_size=24),
    breaks=st.sets(st.integers(1, 22), max_size=3),
    start=st.integers(0, 12),
    length=st.integers(3, 12),
)
@example(pieces=[("中国", ""), ("人民", "")] * 4, breaks={3}, start=1, length=5)
@example(pieces=[("中国", ""), ("か\u3099く", "")] * 4, breaks={3}, start=0, length=5)
@examples(400, 60)
def test_a_text_that_has_the_words_exactly_is_always_read(
    pieces: list[tuple[str, str]], breaks: set[int], start: int, length: int
) -> None:
    paragraphs = [""]
    for number, (word, space) in enumerate(pieces):
        paragraphs[-1] += word + (space if number + 1 not in breaks else "")
        if number + 1 in breaks:
            paragraphs.append("")
    documents = [text(0, *[words.strip() for words in paragraphs if words.strip()]), text(1, COMMON)]
    quotation = "".join(word + space for word, space in pieces[start : start + length])
    if not has_length(trim(split_tokens(quotation))):
        return
    texts = [ReadText(document.source.id, document.blocks) for document in documents]
    whole = check_quotation(quotation, texts)
    found = ask(quotation, documents)
    if whole.state == "exact":
        assert found.state in {"exact", "undecided"}
        terms = TermRecords(gather(documents[:1], (), {}))
        assert [listed for listed in sought_terms(quotation) if not any(map(terms.passages_with, listed))] == []
    if found.state == "exact":
        assert whole.state == "exact"


def test_a_search_finds_words_their_plurals_and_entries_by_other_names() -> None:
    documents = [
        text(0, "A treaty was signed at Lorn.", "Nobody read it."),
        text(1, "Treaties are long."),
        text(2, COMMON),
    ]
    lorn = entry("lorn", "Lorn", "polity")
    search = RecordSearch(TermRecords(gather(documents, [lorn], {})), [lorn])
    terms = TermRecords(gather(documents, [lorn], {}))
    found = [terms.records[record.number].text for record in search.search("treaty Lorn")]
    assert found[0] == "A treaty was signed at Lorn."
    assert "Treaties are long." in [terms.records[record.number].text for record in search.search("treaty")]
    assert search.entries_named("the treaty of Lorn") == ("lorn",)
    assert search.search("volcano") == []
    assert search.search("") == []


def test_a_search_finds_an_entry_by_a_name_as_long_as_the_browser_reads() -> None:
    name = "자유, 평화, 번영의 인도-태평양 전략"  # fourteen characters, each a unit
    entries = [entry("strategies", "인도-태평양 전략"), entry("strategy-of-korea", name)]
    search = RecordSearch(TermRecords(gather([text(0, COMMON)], entries, {})), entries)
    assert search.entries_named(name) == ("strategy-of-korea",)
