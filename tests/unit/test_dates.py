"""Dates in EDTF: what is read of them, and that every part of the site takes whatever the check accepts."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from build_tools.edition.checks.material import Material
from build_tools.edition.checks.quoted_passages import check_event_times
from build_tools.edition.citation_index import CitationIndex
from build_tools.model.dates import is_edtf, iso_date, read_date
from build_tools.model.dates.single_dates import read_single, read_with_grammar
from build_tools.model.registers import Event, Role
from build_tools.model.registers import Testimony as Account
from build_tools.website.citations import Site, files
from build_tools.website.citations.csl import csl_date, record
from build_tools.website.citations.reference_files import bibtex, csl_json, ris
from build_tools.website.markup.body_nodes import Drawing
from build_tools.website.naming.date_words import date_in_words, date_order, day_in_words, time_in_words, year_in_words
from build_tools.website.naming.year_headings import heading_id, year_heading, year_id
from build_tools.website.pages import compose_data, compose_pages
from build_tools.website.pages.entry.offices import offices_at
from build_tools.website.pages.parts.date_chart import Scale, common_scale, draw_date
from build_tools.website.pages.timeline.marks import DatedThing, marks_of
from build_tools.website.pages.timeline.moments import precision
from build_tools.website.pages.timeline.timeline_chart import timeline_chart
from build_tools.website.search.gathering import gather
from build_tools.website.survey.lookups import survey
from tests.support.invented import document, edition, entry, source

_YEARS = st.one_of(st.integers(1990, 2030), st.integers(-9999, 9999)).map(
    lambda year: f"{year:05}" if year < 0 else f"{year:04}"
)
_TWO = st.integers(0, 41).map("{:02}".format)
_PARTS = st.one_of(_TWO, st.just("XX"))
_DAYS = st.one_of(
    _YEARS,
    st.tuples(_YEARS, _PARTS).map("-".join),
    st.tuples(_YEARS, _PARTS, _PARTS).map("-".join),
    st.from_regex(r"-?[0-9]{1,3}X{1,3}", fullmatch=True),
)
_TIMES = st.from_regex(r"T[0-2][0-9]:[0-5][0-9](:[0-5][0-9])?(Z|[+-][01][0-9]:[0-3]0)?", fullmatch=True)
_SINGLE = st.tuples(_DAYS, st.one_of(st.just(""), st.sampled_from("?~%"), _TIMES)).map("".join)
_ENDS = st.one_of(_SINGLE, st.sampled_from(["", ".."]))
_WRITTEN = st.one_of(_SINGLE, st.tuples(_ENDS, _ENDS).map("/".join))
EDTF = _WRITTEN.filter(is_edtf)


@settings(max_examples=300)
@given(_DAYS)
@example("0000")
@example("1900-02-29")
@example("2000-02-29")
@example("2024-04-31")
@example("2024-13")
@example("2024-00")
def test_a_date_read_without_the_grammar_is_what_the_grammar_reads(edtf: str) -> None:
    assert read_single(edtf) == read_with_grammar(edtf)


@pytest.mark.parametrize(
    ("edtf", "earliest", "latest"),
    [
        ("2024", "2024-01-01", "2024-12-31"),
        ("2024-05~", "2024-05-01", "2024-05-31"),
        ("2023-02", "2023-02-01", "2023-02-28"),
        ("2024-05-13T17:02:00+09:00", "2024-05-13", "2024-05-13"),
        ("2024-06-XX", "2024-06-01", "2024-06-30"),
        ("2024-XX-XX", "2024-01-01", "2024-12-31"),
        ("2024-21", "2024-03-01", "2024-05-31"),
        ("2024-22/2024-12", "2024-06-01", "2024-12-31"),
        ("202X", "2020-01-01", "2029-12-31"),
        ("19XX", "1900-01-01", "1999-12-31"),
        ("-0044-03-15", "-0044-03-15", "-0044-03-15"),
        ("-0044-XX", "-0044-01-01", "-0044-12-31"),
        ("-0004-02-XX", "-0004-02-01", "-0004-02-29"),
        ("2024-02/2024-06", "2024-02-01", "2024-06-30"),
        ("2024-05-13/", "2024-05-13", None),
        ("2023-11/..", "2023-11-01", None),
        ("../2024", None, "2024-12-31"),
        ("/2024", None, "2024-12-31"),
    ],
)
def test_a_date_has_one_earliest_and_one_latest_day(edtf: str, earliest: str | None, latest: str | None) -> None:
    date = read_date(edtf)
    assert date is not None
    assert is_edtf(edtf)
    assert [day and str(day) for day in (date.earliest, date.latest)] == [earliest, latest]


@pytest.mark.parametrize(
    "text",
    [
        *("2023-02-29", "-0001-02-29", "2024-04-31", "-0000", "2024-25", "2024-21-01", "2024-1X", "2024-05-1X", "XXXX"),
        *("2024S2", "Y12024", "[2023,2024]", "2024-06/2024-02", "2024-23/2024-02", " 2024", "2024 -05", "2024-05\n"),
        *("2024-05T10:00:00", "2024-05-13T10:00:00?", "2024-05-13T24:00:00", "2024-05-13T10:00:00+25:00"),
        "2024/2025/2026",
    ],
)  # fmt: skip
def test_what_is_no_date_is_refused_in_silence(text: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert not is_edtf(text)
    assert capsys.readouterr() == ("", "")


@given(st.text(st.sampled_from("0123456789-XT:/.?~%+ZSY ,[]{}"), max_size=24))
def test_any_text_is_a_date_or_none_and_never_an_error(text: str) -> None:
    date = read_date(text)
    assert is_edtf(text) == (date is not None and date.anchor is not None)


@pytest.mark.parametrize(
    ("edtf", "iso"),
    [
        *(("2024", "2024"), ("2024-05-13", "2024-05-13"), ("2024-06-XX", "2024-06"), ("2024-XX-XX", "2024")),
        ("2024-05-13T17:02:00+09:00", "2024-05-13T17:02:00+09:00"),
        *((edtf, None) for edtf in ("2024-21", "202X", "2024?", "2024-02/2024-06", "2024-05-13/", "-0044", "soon", "")),
    ],
)
def test_machines_are_given_a_date_of_iso_8601_or_none(edtf: str, iso: str | None) -> None:
    assert iso_date(edtf) == iso


def test_seasons_decades_and_unknown_days_stand_in_order_of_their_earliest_day() -> None:
    in_order = ["-0044", "202X", "2024", "2024?", "2024-01", "2024-21", "2024-03", "2024-03~", "2024-03-28",
                "2024-06-XX", "2024-12", None]  # fmt: skip
    assert sorted(set(in_order), key=date_order) == in_order


@pytest.mark.parametrize(
    ("edtf", "words"),
    [
        ("2024-21~", "about spring 2024"),
        ("2024-21/2024-22", "spring–summer 2024"),
        ("2024-22/2024-12", "summer–Dec 2024"),
        ("-0044-03-15", "15 March 45 BCE"),
        ("0000", "1 BCE"),
        ("-005X", "60–51 BCE"),
        ("-0044/0014", "45 BCE – 0014"),
        ("2024-06-XX/2024-07", "June–July 2024"),
    ],
)
def test_every_kind_of_date_has_words(edtf: str, words: str) -> None:
    assert date_in_words(edtf) == words


@pytest.mark.parametrize(
    ("edtf", "heading", "identifier"),
    [
        ("202X", "2020s", "y2020s"),
        ("19XX", "1900–1999", "y1900-1999"),
        ("../2024", "2024", "y2024"),
        ("2024-21", "2024", "y2024"),
        ("-0044", "45 BCE", "y45-bce"),
        ("../..", "Date not stated", "undated"),
        (None, "Date not stated", "undated"),
    ],
)
def test_only_what_has_no_date_is_filed_as_not_dated(edtf: str | None, heading: str, identifier: str) -> None:
    assert (year_heading(edtf), heading_id(year_id(edtf))) == (heading, identifier)


@pytest.mark.parametrize(
    ("edtf", "exactness"), [("2024-06-XX", "month"), ("2024-21?", "season, uncertain"), ("202X", "decade")]
)
def test_an_unknown_day_is_no_day(edtf: str, exactness: str) -> None:
    assert precision(edtf) == exactness


def test_a_season_is_drawn_over_its_three_months_and_an_unknown_day_over_its_month() -> None:
    scale = Scale(2024 * 12, 2025 * 12)
    assert common_scale(["2024-21"]) == Scale(2024 * 12 + 2, 2024 * 12 + 5)
    assert bar_of("2024-21", scale) == ("30", "45")
    assert bar_of("2024-06-XX", scale) == ("75", "15")
    assert marks("2024-21", "2024-06-XX") == [(200, 300), (500, 100)]


def bar_of(date: str, scale: Scale) -> tuple[str, str]:
    """Where the bar of a date begins on a scale, and its width."""
    (drawing,) = draw_date(date, scale)
    assert isinstance(drawing, Drawing)
    tag, attributes = drawing.shapes[-1]
    assert tag == "rect"
    return dict(attributes)["x"], dict(attributes)["width"]


def marks(*dates: str) -> list[tuple[int, int]]:
    """Where the bars of some dates begin in the picture of their year, and how wide they are."""
    found = (marks_of(DatedThing(date), 2024 if date.startswith("2024") else 2020, (0, 1200), (0,)) for date in dates)
    return [(mark.x, mark.width) for drawn, _ in found for mark in drawn]


def test_a_decade_is_not_drawn_beyond_the_picture() -> None:
    ((start, width),) = marks("202X")
    assert start + width <= 1200


def test_an_event_of_spring_is_not_after_a_text_of_april() -> None:
    def codes(event_date: str, issued: str) -> list[str]:
        text = document(("paragraph", "en", "It was signed."), issued=issued)
        event = Event(event_date, accounts=(Account("harbour", "p1", "It was signed"),))
        index = CitationIndex({"harbour": text}, {})
        material = Material(entries=(entry("a", "A", "event", event=event),), citations=index)
        return [finding.code for finding in check_event_times(material)]

    assert codes("2024-21", "2024-03-15/2024-04-10") == []
    assert codes("2024-22", "2024-21") == ["event-after-text"]
    assert codes("202X", "2019-12-31") == ["event-after-text"]


@pytest.mark.parametrize(
    ("edtf", "date"),
    [
        ("2024-06-XX", {"date-parts": [[2024, 6]]}),
        ("2024-XX", {"date-parts": [[2024]]}),
        ("-0044-03-15", {"date-parts": [[-45, 3, 15]]}),
        ("2024-21/2024-12~", {}),
    ],
)
def test_a_citation_says_what_is_known_of_a_date(edtf: str, date: dict[str, object]) -> None:
    assert csl_date(edtf) == date


def test_an_office_of_a_season_is_held_within_it_only() -> None:
    spring = entry("ada", "Ada", "person", roles=(Role("Clerk", "", begin="2024-21", end=".."),))
    assert "At the date of this text, 13 June 2024: Clerk." in offices_at(spring, source(issued="2024-06-13"), {})
    assert "not stated" in offices_at(spring, source(issued="2024-04-13"), {})


@pytest.mark.parametrize(("begin", "end"), [("2024-06", "2024-02"), ("2024-02/2024-06", None), ("..", None)])
def test_an_office_with_ends_that_make_no_interval_is_told_as_it_is_written(begin: str, end: str | None) -> None:
    person = entry("ada", "Ada", "person", roles=(Role("Clerk", "", begin=begin, end=end),))
    assert offices_at(person, source(issued="2024-03-01"), {}).startswith("Clerk (")


@given(EDTF, EDTF)
@settings(max_examples=300)
def test_an_accepted_date_goes_through_order_words_charts_citation_and_offices(edtf: str, other: str) -> None:
    date = read_date(edtf)
    assert date is not None
    assert date.earliest is None or date.latest is None or date.earliest <= date.latest
    assert sorted([edtf, other], key=date_order) == sorted([other, edtf], key=date_order) or date_order(
        edtf
    ) == date_order(other)
    for words in (date_in_words, day_in_words, time_in_words, year_in_words, precision, year_heading):
        assert words(edtf)
    assert "X" not in date_in_words(edtf)
    scale = common_scale([edtf, other])
    assert all(draw_date(one, scale) for one in (edtf, other) if (known := read_date(one)) and known.begin)
    assert timeline_chart(
        [("Texts", [DatedThing(edtf), DatedThing(other, is_disputed=True, texts=(edtf,), outside=(other,))])]
    )
    text = source(issued=edtf)
    item = record(text, Site())
    assert all(export(item) for export in (bibtex, ris, csl_json))
    person = entry(
        "ada", "Ada", "person", roles=(Role("Clerk", "", at=other), Role("Judge", "", begin=edtf, end=other))
    )
    assert offices_at(person, text, {}).endswith(".")


@given(EDTF, EDTF)
@settings(max_examples=15)
def test_an_edition_with_any_accepted_dates_is_composed(edtf: str, other: str) -> None:
    text = document(("paragraph", "en", "It was signed by Ada."), issued=edtf, modified=other)
    event = Event(other, accounts=(Account("harbour", "p1", "It was signed"),))
    entries = [
        entry("signing", "Signing", "event", event=event),
        entry("ada", "Ada", "person", roles=(Role("Clerk", "[@harbour, ¶1]", begin=other, end=edtf),)),
    ]
    made = edition([text], entries, {"Ada": "ada"})
    assert {"timeline.md", "sources/harbour.md", "glossary/signing.md"} <= {
        page.path for page in compose_pages(survey(made))
    }
    assert compose_data(survey(made))
    assert gather(made.documents, made.entries, made.mentions).heads[0].year
    assert files([text.source], Site())
