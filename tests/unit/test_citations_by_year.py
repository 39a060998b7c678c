"""Dates known in part, and texts of one author and one year, in every style and every format."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache

import pytest
import rispy
from pybtex.database import parse_string

from build_tools.model import Creator, Source
from build_tools.website import citations
from build_tools.website.citations import Citations, Site
from build_tools.website.citations.date_phrases import date_in_citations, with_letter, years_in_citations
from build_tools.website.citations.placeholder_numbers import PARAGRAPH_PLACEHOLDER
from build_tools.website.citations.year_letters import year_letters
from tests.support.invented import source

VANE = (Creator("Ada Vane"),)
DATES = (
    # EDTF, in Chicago, in MLA, in APA, within a text, BibTeX's year, RIS' date
    ("1863-XX", "1863", "1863", "(1863)", "1863", "1863", None),
    ("1863-04-XX", "April 1863", "Apr. 1863", "(1863, April)", "1863", "1863", "1863/04//"),
    ("186X", "1860s", "1860s", "(1860s)", "1860s", "1860s", "1860///1860s"),
    ("18XX", "1800–1899", "1800–1899", "(1800–1899)", "1800–1899", "1800--1899", "1800///1800–1899"),
    ("186X~", "ca. 1860s", "ca. 1860s", "(ca. 1860s)", "1860s", "1860s", "1860///ca. 1860s"),
    ("2023-11/..", "November 2023–", "November 2023–", "(November 2023–)", "2023–", "2023--", "2023///November 2023–"),
    (
        "2023-11/",
        "November 2023 or later",
        "November 2023 or later",
        "(November 2023 or later)",
        "2023 or later",
        None,
        None,
    ),
    (
        "../2023-11",
        "November 2023 or earlier",
        "November 2023 or earlier",
        "(November 2023 or earlier)",
        "2023 or earlier",
        None,
        None,
    ),
    (
        "2024-06-20/",
        "June 20, 2024, or later",
        "June 20, 2024, or later",
        "(June 20, 2024, or later)",
        "2024 or later",
        None,
        None,
    ),
    ("2023-21", "spring 2023", "spring 2023", "(2023, Spring)", "2023", "2023", "2023///spring 2023"),
    (
        "2023-22/2023-24",
        "summer 2023–winter 2023",
        "summer 2023–winter 2023",
        "(summer 2023–winter 2023)",
        "2023",
        "2023",
        None,
    ),
    ("2024-02/2024-06", "February–June 2024", "Feb.–June 2024", "(2024, February–June)", "2024", "2024", None),
    (
        "2023-12/2024-01",
        "December 2023–January 2024",
        "Dec. 2023–Jan. 2024",
        "(2023–2024, December–January)",
        "2023–2024",
        "2023--2024",
        None,
    ),
    ("198X/199X", "1980s–1990s", "1980s–1990s", "(1980s–1990s)", "1980s–1990s", "1980s--1990s", None),
    ("1863~", "1863?", "circa 1863", "(ca. 1863)", "ca. 1863", "1863", "1863///ca. 1863"),
    ("1863?", "1863?", "circa 1863", "(ca. 1863)", "ca. 1863", "1863", "1863///1863?"),
    ("-0043-03-15", "44 BC", "44 BC", "(44 B.C.E", "44 B.C.E", "44 BCE", None),
    ("2024-05-13", "May 13, 2024", "13 May 2024", "(2024, May 13)", "2024", "2024", "2024/05/13/"),
    (None, "n.d.", "", "(n.d.)", "n.d.", None, None),
    ("XXXX", "n.d.", "", "(n.d.)", "n.d.", None, None),
)
TEXTS = [
    source(
        f"text-{number}",
        title=f"Paper {number * 'x'}.",
        creators=(Creator(f"Ada Vane{chr(97 + number)}"),),
        issued=row[0],
    )
    for number, row in enumerate(DATES)
]


@cache
def cited() -> Mapping[str, Citations]:
    return citations.cite(TEXTS, Site("Lorn Reader"))


@pytest.mark.parametrize(("text", "row"), list(zip(TEXTS, DATES, strict=True)), ids=[str(row[0]) for row in DATES])
def test_only_an_unknown_date_is_undated_in_a_style_or_a_format(text: Source, row: tuple[str | None, ...]) -> None:
    chicago, mla, apa = cited()[text.id].styles
    _, in_chicago, in_mla, in_apa, in_text, year, day = row
    assert in_chicago and in_chicago in chicago.reference and in_chicago in chicago.place
    assert in_mla is not None and in_mla.lower() in mla.reference.lower()
    assert in_apa and in_apa in apa.reference
    assert f", {in_text}" in apa.place
    is_undated = in_chicago == "n.d."
    assert ("n.d." in f"{chicago.reference}{mla.reference}{apa.reference}{apa.place}") == is_undated
    formats = cited()[text.id].formats
    fields = parse_string(formats["bib"], "bibtex").entries[text.id].fields
    assert is_undated or (fields["year"] == year if year else "20" in fields["year"])
    (of_ris,) = rispy.loads(formats["ris"])
    assert day is None or of_ris["date"] == day
    (of_csl,) = json.loads(formats["json"])
    assert ("issued" in of_csl) != is_undated


def test_a_date_of_several_years_is_whole_in_biblatex() -> None:
    for edtf in ("2023-11/..", "186X", "2023-12/2024-01", "2023-21", "1863~"):
        text = next(text for text in TEXTS if text.issued == edtf)
        assert f"date = {{{edtf}}}" in cited()[text.id].formats["bib"]
    assert "date =" not in cited()["text-0"].formats["bib"].replace("date = {1863-XX}", "")


@pytest.mark.parametrize(
    ("edtf", "words", "years"),
    [
        ("2023-11/..", "November 2023–", "2023–"),
        ("186X", "1860s", "1860s"),
        ("-0043", "44 BCE", "44 BCE"),
        ("", "", ""),
    ],
)
def test_a_date_has_words_and_years(edtf: str, words: str, years: str) -> None:
    assert (date_in_citations(edtf), years_in_citations(edtf)) == (words, years)


@pytest.mark.parametrize(
    ("years", "letter", "shown"),
    [("2024", "a", "2024a"), ("", "b", "n.d.-b"), ("1860s", "a", "1860s-a"), ("2024", "", "2024"), ("", "", "n.d.")],
)
def test_a_letter_follows_a_year_at_once_and_words_with_a_hyphen(years: str, letter: str, shown: str) -> None:
    assert with_letter(years, letter) == shown


TOLLS = source("tolls", title="Tolls", creators=VANE, issued="2024-03-04", publisher="Gazette")
ROADS = source("roads", title="Roads", creators=VANE, issued="2024-01", publisher="Gazette")
OLDER = source("older", title="Rivers", creators=VANE, issued="1863", publisher="Gazette")
UNDATED = [source(f"undated-{title.lower()}", title=title, creators=VANE) for title in ("Notes", "Lakes")]
INFERRED = [
    source(f"inferred-{title.lower()}", title=title, creators=VANE, issued="2024", inferred={"issued": "By its paper."})
    for title in ("Hills", "Seas")
]


def test_texts_of_one_author_and_year_have_letters_in_the_order_of_time() -> None:
    letters = year_letters([TOLLS, ROADS, OLDER, *UNDATED, *INFERRED])
    assert letters == {"roads": "a", "tolls": "b", "undated-lakes": "a", "undated-notes": "b"}
    many = [source(f"text-{number:02}", title=f"{number:02}", creators=VANE, issued="2024") for number in range(28)]
    assert [year_letters(many)[text.id] for text in (many[0], many[25], many[26], many[27])] == ["a", "z", "aa", "ab"]


def test_a_letter_stands_on_the_page_and_in_each_file_and_where_a_style_has_none_it_does_not() -> None:
    made = citations.cite([TOLLS, ROADS, OLDER, *UNDATED], Site("Lorn Reader", "https://lorn.example/"))
    chicago, mla, apa = made["tolls"].styles
    assert apa.reference.startswith("Vane, A. (2024b, March 4). Tolls.")
    assert apa.place == f"(Vane, 2024b, para. {PARAGRAPH_PLACEHOLDER})"
    assert "2024b" not in chicago.reference + chicago.place + mla.reference + mla.place
    assert made["roads"].styles[2].place == f"(Vane, 2024a, para. {PARAGRAPH_PLACEHOLDER})"
    assert made["older"].styles[2].place == f"(Vane, 1863, para. {PARAGRAPH_PLACEHOLDER})"
    assert made["undated-lakes"].styles[2].reference.startswith("Vane, A. (n.d.-a). <em>Lakes</em>.")
    assert made["undated-lakes"].styles[2].place == f"(Vane, n.d.-a, para. {PARAGRAPH_PLACEHOLDER})"
    assert "n.d.-a" not in made["undated-lakes"].styles[0].reference
    files = {data.path: data.text for data in citations.files([TOLLS, ROADS], Site())}
    for ending in ("bib", "ris", "json"):
        assert "In citations by author and date: 2024b." in made["tolls"].formats[ending]
        assert "In citations by author and date: 2024b." in files[f"cite/tolls.{ending}"]
        assert "by author and date" not in made["older"].formats[ending]
    assert json.loads(made["tolls"].formats["json"])[0]["year-suffix"] == "b"
    assert "year = {2024}" in made["tolls"].formats["bib"]
