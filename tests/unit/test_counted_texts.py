"""The counts of all texts together, kept between builds: they are those that are made without a cache."""

from __future__ import annotations

import pytest

from build_tools.linking import Lexicon, count_all_names
from build_tools.model.corpus_statistics import count_all_words
from build_tools.website.counted_texts import count_names_once, count_words_once
from tests.support.kept_answers import KeptAnswers
from tests.support.labelled import person

PEOPLE = (person("otto", "Otto Brell", "Brell"), person("anna", "Anna Brell", "Brell"))
TEXTS = ("Otto Brell met Anna Brell.\n", "The dele-\ngates of Lorn; 首尔 \ud800 “caf\u00e9”.\n")


def test_words_are_counted_once_for_the_same_texts() -> None:
    cache = KeptAnswers()
    assert [count_words_once(TEXTS, cache=cache) for _ in range(2)] == [count_all_words(TEXTS)] * 2
    assert cache.made == 1


@pytest.mark.parametrize("texts", [TEXTS[:1], (*TEXTS, ""), ("".join(TEXTS),), (TEXTS[0], "Brell")])
def test_words_of_other_texts_are_counted_anew(texts: tuple[str, ...]) -> None:
    cache = KeptAnswers()
    count_words_once(TEXTS, cache=cache)
    assert count_words_once(texts, cache=cache) == count_all_words(texts)
    assert cache.made == 2


def test_names_are_counted_once_for_the_same_texts_and_labels() -> None:
    cache = KeptAnswers()
    counted = [count_names_once(TEXTS, Lexicon(PEOPLE), cache=cache) for _ in range(2)]
    assert counted == [count_all_names(TEXTS, Lexicon(PEOPLE))] * 2
    assert counted[0].names == {"otto": 1, "anna": 1}
    assert cache.made == 1


@pytest.mark.parametrize(
    "lexicon",
    [
        Lexicon(PEOPLE[:1]),
        Lexicon((*PEOPLE[:1], person("anna", "Anna Lind", "Brell"))),
        Lexicon((*PEOPLE, person("third", "Otto Brell"))),
        Lexicon(PEOPLE, ["initial"]),
    ],
)
def test_names_are_counted_anew_where_a_label_or_a_rule_differs(lexicon: Lexicon) -> None:
    cache = KeptAnswers()
    count_names_once(TEXTS, Lexicon(PEOPLE), cache=cache)
    assert count_names_once(TEXTS, lexicon, cache=cache) == count_all_names(TEXTS, lexicon)
    assert cache.made == 2
