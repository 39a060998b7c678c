"""The words of a corpus: counted text by text, merged in any order, named by a digest."""

from __future__ import annotations

from itertools import permutations

from hypothesis import example, given
from hypothesis import strategies as st

from build_tools.model.corpus_statistics import CorpusStatistics, count_words, merge_statistics

TEXTS = (
    "The delegates met. Delegates left.",
    "A re-entry, a well-known re-entry.",
    "Der Abge\u00adordnete, café cafe\u0301.",
)


def test_words_are_counted_as_written_without_what_a_line_divides() -> None:
    assert count_words("The dele-\n  gates and the delegates").words == {"The": 1, "and": 1, "the": 1, "delegates": 1}
    assert count_words(TEXTS[2]).words == {"Der": 1, "Abgeordnete": 1, "café": 2}
    assert count_words(TEXTS[1]).count("re-entry") == 2
    assert count_words(TEXTS[0]).count("DELEGATES") == 2


def test_counts_come_to_the_same_in_any_order_and_shards_to_the_whole() -> None:
    parts = [count_words(text) for text in TEXTS]
    whole = merge_statistics(parts)
    assert {merge_statistics(order).digest() for order in permutations(parts)} == {whole.digest()}
    assert merge_statistics([merge_statistics(parts[:2]), parts[2]]) == whole
    assert merge_statistics([]) == CorpusStatistics()


def test_the_digest_of_some_words_does_not_depend_on_the_others() -> None:
    first, second = count_words("delegates here"), count_words("delegates there")
    assert first.digest() != second.digest()
    assert first.only(["Delegates"]).digest() == second.only(["Delegates"]).digest() != CorpusStatistics().digest()


@given(word=st.text(min_size=1, max_size=6))
@example(word="ǆx")
@example(word="ßig")
def test_what_is_left_of_a_corpus_counts_a_word_as_the_corpus_does(word: str) -> None:
    forms = (word, word.lower(), word.upper(), word.capitalize(), word[:1].upper() + word[1:].lower())
    whole = CorpusStatistics(words=dict.fromkeys(forms, 3))
    assert whole.only([word]).count(word) == whole.count(word) >= 3
