"""The date of an event in three layers, and whether texts differ on it: on its own date, not on one beside it."""

from __future__ import annotations

import json
import re
from dataclasses import replace

import pytest

from build_tools.model import Entry
from build_tools.model.date_comparison import may_be_same
from build_tools.model.registers import Event, OutsideDate, Registers
from build_tools.model.registers import Testimony as Said
from build_tools.website.pages.timeline.marks import DatedThing
from build_tools.website.pages.timeline.timeline_chart import timeline_chart
from build_tools.website.survey.date_witnesses import texts_differ
from build_tools.website.survey.edition_data import Edition
from build_tools.website.survey.lookups import survey
from tests.support.composed import composed_page, whole_html
from tests.support.invented import SMALL, document, edition, entry

LETTER = document(
    ("paragraph", "en", "On 4 March we had the fair; the water came in March."), id="letter", short_title="letter"
)
DIARY = document(
    ("paragraph", "en", "The flood was in May. The fair was on 4 March."),
    ("paragraph", "fr", "La crue vint en mai."),
    id="diary",
    short_title="diary",
    languages=("en", "fr"),
)
FLOOD_TOLD = (Said("letter", "p1", "the water came in March"), Said("diary", "p1", "The flood was in May"))
FAIR_TOLD = (Said("letter", "p1", "On 4 March we had the fair"), Said("diary", "p1", "The fair was on 4 March"))
BOTH_SAY = (Said("letter", "p1", "in March", "March"), Said("diary", "p1", "in May", "May"))


def event(identifier: str, date: str, *accounts: Said, outside: tuple[OutsideDate, ...] = ()) -> Entry:
    return entry(identifier, identifier, "event", event=Event(date, accounts=accounts, outside=outside))


def book(about: tuple[str, ...], *entries: Entry, says: tuple[Said, ...] = BOTH_SAY, kind: str = "date") -> Edition:
    point = replace(SMALL.registers.discrepancies[0], id="flood-date", about=about, says=says, kind=kind)
    return edition([LETTER, DIARY], entries, registers=Registers((point,)))


def disputed(made: Edition) -> list[str]:
    shown = whole_html(composed_page(made, "timeline.md"))
    marked = re.findall(r'id="on-(\w+)">[^<]*<span class="precision">the texts differ</span>', shown)
    corpus = survey(made)
    assert marked == [item.id for item in made.entries if texts_differ(item, corpus)]
    return marked


def dated(accounts: tuple[Said, ...], *dates: str | None) -> tuple[Said, ...]:
    return tuple(replace(account, date=date) for account, date in zip(accounts, dates, strict=True))


@pytest.mark.parametrize("about", [("flood", "fair"), ("fair", "flood")])
def test_a_difference_of_dates_marks_the_event_that_its_passages_tell_of(about: tuple[str, ...]) -> None:
    made = book(about, event("fair", "1901-03-04", *FAIR_TOLD), event("flood", "1901", *FLOOD_TOLD))
    assert disputed(made) == ["flood"]


def test_without_accounts_it_marks_the_first_event_that_it_is_about() -> None:
    assert disputed(book(("mill", "flood", "fair"), event("fair", "1901-03-04"), event("flood", "1901"))) == ["flood"]


@pytest.mark.parametrize(
    "says",
    [(BOTH_SAY[0], Said("letter", "p1", "On 4 March")), (BOTH_SAY[1], Said("diary", "p1", "on 4 March"))],
    ids=["letter", "diary"],
)
def test_two_places_of_one_text_are_one_witness(says: tuple[Said, ...]) -> None:
    assert disputed(book(("flood",), event("flood", "1901"), says=says)) == []


def test_two_languages_of_one_text_are_two_witnesses() -> None:
    says = (Said("diary", "p1", "in May"), Said("diary", "p2", "en mai"))
    assert disputed(book(("flood",), event("flood", "1901"), says=says)) == ["flood"]


@pytest.mark.parametrize("kind", ["precision", "wording", "fact"])
def test_only_a_difference_of_dates_marks_an_event(kind: str) -> None:
    assert disputed(book(("flood",), event("flood", "1901"), kind=kind)) == []


@pytest.mark.parametrize(
    ("dates", "differ"),
    [
        (("1901-03", "1901-05"), True),
        (("1901-03", "1901-03-04"), False),
        (("1901-03", "1901-05~"), False),
        (("1901-03", None), True),
        (("1901-03/1901-04", "1901-04/1901-05"), False),
    ],
)
def test_the_dates_that_texts_give_decide_where_two_do(dates: tuple[str | None, ...], *, differ: bool) -> None:
    made = book(("flood",), event("flood", "1901", *dated(FLOOD_TOLD, *dates)))
    assert disputed(made) == (["flood"] if differ else [])
    unregistered = replace(made, registers=Registers())
    assert disputed(unregistered) == (["flood"] if differ and None not in dates else [])


def test_what_was_still_to_come_is_no_other_date() -> None:
    planned, came = dated(FLOOD_TOLD, "1901-03", "1901-05")
    assert disputed(book((), event("flood", "1901", replace(planned, expected=True), came))) == []


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("1901", "1901-05", True),
        ("1901-05-01", "1901-05-02", False),
        ("1901/", "1903", True),
        ("../1902", "1903", False),
        ("190X", "1905", True),
        ("1901-05?", "1902", True),
        ("1901-05?", "1911", False),
        ("../..", "1911", True),
    ],
)
def test_dates_may_be_the_same_if_they_have_a_day_in_common(one: str, other: str, *, same: bool) -> None:
    assert (may_be_same(one, other), may_be_same(other, one)) == (same, same)


LAYERED = event(
    "flood",
    "1901-05-02",
    *dated(FLOOD_TOLD, "1901-03", "1901-05-02"),
    outside=(OutsideDate("1901-05-02", "[outside: Gazette, 1901-05-03, Flood]"),),
)


@pytest.mark.parametrize("path", ["glossary/flood.md", "timeline.md"])
def test_each_layer_is_named_with_its_marks_and_its_sources(path: str) -> None:
    shown = composed_page(book((), LAYERED), path).markdown
    texts, _, rest = shown.partition("The texts say\n")[2].partition("Evidence says\n")
    evidence, _, conclusion = rest.partition("We conclude\n")
    assert re.findall(r"([○●]) ([^(]+) \(\[(\w+, ¶1)\]", texts) == [
        ("○", "March 1901", "letter, ¶1"), ("●", "2 May 1901", "diary, ¶1"),
    ]  # fmt: skip
    assert "■ 2 May 1901 (outside: Gazette" in evidence
    assert conclusion.startswith(":   ◆ 2 May 1901\n")


def test_a_date_names_each_block_that_gives_it_once_in_their_order() -> None:
    told = (*FLOOD_TOLD, Said("diary", "p1", "in May"), Said("diary", "p2", "en mai"))
    shown = composed_page(
        book((), event("flood", "1901", *dated(told, *["1901-05"] * len(told)))), "glossary/flood.md"
    ).markdown
    row = shown.partition("The texts say\n")[2].partition("\n")[0]
    assert re.findall(r"\[(\w+, ¶\d)\]", row) == ["letter, ¶1", "diary, ¶1", "diary, ¶2"]


def test_a_layer_without_a_date_says_so() -> None:
    said = event("flood", "1901", *dated(FLOOD_TOLD, "1901-03", None))
    known = event("flood", "1901", *FLOOD_TOLD, outside=LAYERED.event.outside if LAYERED.event else ())
    assert "Evidence says\n:   none known" in composed_page(book((), said), "glossary/flood.md").markdown
    assert "The texts say\n:   no date" in composed_page(book((), known), "glossary/flood.md").markdown


def test_an_event_with_a_conclusion_alone_has_one_date_and_the_page_no_legend() -> None:
    made = book((), event("flood", "1901", *FLOOD_TOLD))
    assert "\nDate\n:   1901" in composed_page(made, "glossary/flood.md").markdown
    assert "Evidence says" not in composed_page(made, "timeline.md").markdown


def test_the_chart_has_a_row_and_a_shape_for_each_layer_and_joins_them() -> None:
    thing = DatedThing("1901-05-02", texts=("1901-03", "1901-05-02"), outside=("1901-05-02",))
    chart = timeline_chart([("Floods", [thing]), ("The texts", [DatedThing("1901", is_text=True)])])
    assert chart is not None
    ((floods,), (texts,)) = (lane["links"] for lane in json.loads(json.dumps(chart["lanes"])))
    assert sorted(mark["shape"] for mark in floods["marks"]) == ["diamond", "dot", "dot", "square"]
    assert len({mark["y"] for mark in floods["marks"]}) == 3
    assert len(floods["joints"]) == 1  # of March and May; what lies below each other is not joined
    assert [mark["shape"] for mark in texts["marks"]] == [""]
    (row,) = json.loads(json.dumps(chart["table"]))
    assert (row["year"], [bar["number"] for bar in row["numbers"]]) == ("1901", [1, 1])


def test_a_year_of_nothing_has_a_column_or_many_of_them_a_gap() -> None:
    def columns(*years: str) -> list[tuple[str, bool]]:
        chart = timeline_chart([("The texts", [DatedThing(year, is_text=True) for year in years])])
        assert chart is not None
        return [(column["name"], column["is_after_gap"]) for column in json.loads(json.dumps(chart["columns"]))]

    assert columns("1901", "1903") == [("1901", False), ("1902", False), ("1903", False)]
    assert columns("1801", "1901", "1902") == [("1801", False), ("1901", True), ("1902", False)]


def test_texts_of_a_year_alone_are_not_drawn_in_its_first_month() -> None:
    texts = [DatedThing("1901", is_text=True) for _ in range(30)]
    chart = timeline_chart([("The texts", texts)])
    assert chart is not None
    (lane,) = json.loads(json.dumps(chart["lanes"]))
    (bar,) = lane["bars"]
    assert (bar["number"], bar["width"] > 400) == (30, True)
    march = timeline_chart([("The texts", [*texts, DatedThing("1901-03-01", is_text=True)])])
    assert march is not None
    (lane,) = json.loads(json.dumps(march["lanes"]))
    assert [bar["number"] for bar in lane["bars"]] == [30, 1]
    assert lane["bars"][1]["width"] < 20
