"""Names of months and of languages: one table for all that reads or writes them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from build_tools.editing.guesses.date_guess import find_days
from build_tools.linking import word_lists
from build_tools.segmentation.roles.line_classifiers import is_dateline
from build_tools.text.folding import fold
from build_tools.text.months import CALENDAR_WORDS, ENGLISH_SHORT, MONTHS, SPELLINGS
from build_tools.website.naming.vocabulary import autonym, direction, language_name, language_order
from build_tools.website.search.date_tokens import find_dates
from build_tools.website.search.tokens import tokenize


def test_the_browser_has_the_table_of_the_build(root: Path) -> None:
    rows = [" ".join(name for name, number in MONTHS.items() if number == month) for month in range(1, 13)]
    script = (root / "build_tools/website/static/search/dates.js").read_text("utf-8")
    assert re.findall(r'^    "(.+)",$', script, re.MULTILINE) == rows


def test_names_of_months_are_as_search_folds_words() -> None:
    assert {fold(spelling): number for spelling, number in SPELLINGS.items()} == MONTHS


def test_a_word_of_everyday_is_no_month() -> None:
    assert not {"out", "set", "ago", "gen"} & {*MONTHS}
    assert [*find_dates(tokenize("two years ago 15 ships set 20 nets out 12 miles"))] == []


def test_english_short_names_keep_the_months_of_four_letters() -> None:
    assert ENGLISH_SHORT[5:9] == ("June", "July", "Aug", "Sept")
    assert {"Sept", "Sep", "March", "Sunday"} <= CALENDAR_WORDS


@pytest.mark.parametrize(
    "words",
    [
        "13 September 2023",
        "13th of September 2023",
        "Sept. 13, 2023",
        "September 13, 2023",
        "13. September 2023",
        "13 settembre 2023",
        "13 de setembro de 2023",
        "13 de septiembre de 2023",
        "le 13 septembre 2023",
        "13 september 2023",
        "13 сентября 2023 г.",
        "13 вересня 2023",
        "2023-09-13",
        "2023年9月13日",
        "2023년 9월 13일",
    ],
)
def test_search_drafts_and_segmentation_read_the_same_day(words: str) -> None:
    assert [names[0] for _, _, names in find_dates(tokenize(words))] == ["@2023-09-13"]
    assert [day.edtf for day in find_days(words)] == ["2023-09-13"]
    assert is_dateline(words.removeprefix("le "))


@pytest.mark.parametrize("words", ["Сентябрь 2023", "Settembre 2023", "Março 2024", "Mai 2024", "März 2024"])
def test_a_month_that_stands_alone_is_a_month_everywhere(words: str) -> None:
    assert find_dates(tokenize(words))
    assert is_dateline(words)


def test_words_of_two_sentences_make_no_day_of_a_draft() -> None:
    assert find_days("Room 13; September 2023. It met on 1º de enero de 2024.")[0].words == "1º de enero de 2024"


@pytest.mark.parametrize(
    ("tag", "name", "own_name", "written"),
    [
        ("zh", "Chinese", "中文", None),
        ("zh-Hant", "Chinese (traditional)", "中文", None),
        ("ka", "Georgian", "ქართული", None),
        ("ur", "Urdu", "اردو", "rtl"),
        ("mn", "Mongolian", "монгол", None),
        ("ar", "Arabic", "العربية", "rtl"),
        ("ar-Latn", "Arabic (Latin script)", "العربية", None),
        ("az-Arab", "Azerbaijani (Arabic)", "آذربایجان تۆرکجه‌سی", "rtl"),
        ("pt-BR", "Portuguese (Brazil)", "português", None),
        ("ckb", "Central Kurdish", "کوردیی ناوەندی", "rtl"),
        ("grc", "Ancient Greek", "Ancient Greek", None),
        ("qqq", "qqq", "qqq", None),
        ("ota-Arab", "Ottoman Turkish (Arabic)", "Ottoman Turkish (Arabic)", "rtl"),
        ("en-x-none", "English (x, none)", "English", None),
    ],
)
def test_a_language_has_its_names_and_its_direction(tag: str, name: str, own_name: str, written: str | None) -> None:
    assert (language_name(tag), autonym(tag), direction(tag)) == (name, own_name, written)


def test_languages_stand_in_one_order_with_that_of_the_site_first() -> None:
    tags = ["fr", "de", "zh", "ru", "en", "ar", "ko"]
    assert sorted(tags, key=lambda tag: language_order(tag, "fr")) == ["fr", "en", "zh", "ko", "ru", "ar", "de"]


def test_the_calendar_words_of_linking_are_those_of_the_table() -> None:
    assert word_lists.CALENDAR_WORDS == CALENDAR_WORDS
