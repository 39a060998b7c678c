"""Tokens and dates: the shared fixture, of which the browser reads the other half."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_tools.text.folding import fold
from build_tools.website.search.date_tokens import find_dates
from build_tools.website.search.tokens import tokenize


def test_the_fixture_holds_and_is_large_enough_to_mean_something(root: Path) -> None:
    rows = [json.loads(line) for line in (root / "tests/data/tokens.jsonl").read_text("utf-8").splitlines()]
    assert len(rows) >= 300
    for row in rows:
        tokens = tokenize(row["text"])
        assert tokens == row["tokens"], row["text"]
        assert [[start, end, list(names)] for start, end, names in find_dates(tokens)] == row["dates"], row["text"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Kim Jong-un", "kim jong UN"),
        ("Séoul", "seoul"),
        ("the U.S. and", "the US and"),
        ("Seoul’s ties", "Seoul ties"),
        ("ＮＡＴＯ", "nato"),
        ("Straße", "STRASSE"),
        ("ёлка", "елка"),
        ("\u1112\u1161\u11ab\u1100\u116e\u11a8", "한국"),
    ],
)
def test_spellings_that_mean_the_same_are_the_same_tokens(one: str, other: str) -> None:
    assert tokenize(one) == tokenize(other)


def test_a_character_of_an_unspaced_script_takes_one_position() -> None:
    assert tokenize("军事合作 now") == ["军事", "事合", "合作", "作", "now"]


@pytest.mark.parametrize(
    "words",
    [
        "13 September 2023",
        "Sept. 13, 2023",
        "2023-09-13",
        "2023年9月13日",
        "2023년 9월 13일에",
        "le 13 septembre 2023",
        "13 сентября 2023",
    ],
)
def test_a_day_is_one_day_however_it_is_written(words: str) -> None:
    assert [names for _, _, names in find_dates(tokenize(words))] == [("@2023-09-13", "@09-13", "@2023-09")]


@pytest.mark.parametrize("words", ["September 2023", "сентябрь 2023", "2023년 9월", "2023年9月", "septiembre de 2023"])
def test_a_month_with_its_year_is_one_month_however_it_is_written(words: str) -> None:
    assert [names for _, _, names in find_dates(tokenize(words))] == [("@2023-09",)]


def test_a_day_without_its_year_says_so() -> None:
    assert [names for _, _, names in find_dates(tokenize("the vote of March 28 failed"))] == [("@03-28", "@?03-28")]


@given(st.text())
def test_any_text_has_tokens_without_blanks_and_folding_twice_changes_nothing(text: str) -> None:
    assert all(token and not any(map(str.isspace, token)) for token in tokenize(text))
    assert fold(fold(text)) == fold(text) or not text.isascii()
