from __future__ import annotations

import re
from dataclasses import replace

import pytest

from build_tools.edition.statistics import report_statistics
from build_tools.model import registers
from build_tools.website.naming.date_words import time_in_words
from build_tools.website.pages.registers.linked_passages import asserter, quoted_passage
from build_tools.website.pages.timeline.marks import DatedThing, marks_of
from build_tools.website.pages.timeline.moments import precision
from build_tools.website.survey.edition_data import Edition
from build_tools.website.survey.lookups import survey
from build_tools.website.survey.register_lookups import survey_registers
from tests.support.composed import body_html, composed_page, tree_of, whole_html
from tests.support.invented import SMALL, document, edition, entry


def page(path: str, made: Edition = SMALL) -> str:
    return composed_page(made, path).markdown


def page_html(path: str, made: Edition = SMALL) -> str:
    return whole_html(composed_page(made, path))


def signs_before(block: str, shown: str) -> str:
    """The signs that stand before a block of a page."""
    return shown.partition(f' id="{block}"')[0].rpartition('<details class="marks')[2]


def test_the_first_sign_of_a_text_says_in_words_what_it_stands_for_and_leads_to() -> None:
    signs = signs_before("p1", whole_html(composed_page(SMALL, "sources/harbour.md")))
    assert signs.startswith(' met">')
    assert '<span class="words">1 difference and 1 quotation at ¶1</span></summary>' in signs
    assert re.findall(r'class="meaning">(.) stands', signs) == ["≠", "”"]
    assert '<a class="differ" href="../../discrepancies/end-of-lease/">When does the lease end?</a>' in signs
    assert '<a class="quotation" href="../../quotations/vane-doubts/">Vane doubts it</a>' in signs


def test_a_difference_has_its_sign_where_each_text_first_speaks_of_it() -> None:
    (point, *_) = SMALL.registers.discrepancies
    says = point.says
    assert {one.source for one in says} == {"harbour"} and len({one.block for one in says}) == 2
    registry = survey_registers(SMALL)
    assert [place for place, items in registry.differ_at.items() if point in items] == [
        ("harbour", "p1"),
        ("harbour", "p3"),
    ]
    elsewhere = replace(point, says=(*says, replace(says[0], source="two-tongues")))
    made = replace(SMALL, registers=replace(SMALL.registers, discrepancies=(elsewhere,)))
    assert list(survey_registers(made).differ_at) == [("harbour", "p1"), ("two-tongues", "p1")]


def test_signs_beside_words_of_another_language_are_in_that_of_the_site() -> None:
    shown = whole_html(composed_page(SMALL, "sources/two-tongues.md"))
    assert ' lang="en"><summary>' in signs_before("p2", shown)


def test_a_paragraph_on_which_nothing_is_registered_has_no_signs() -> None:
    made = replace(SMALL, registers=Edition((), (), {}, {}).registers)
    text = composed_page(made, "sources/harbour.md")
    assert 'class="marks"' not in whole_html(text) and "signs" not in text.markdown


def test_a_point_quotes_every_passage_and_says_who_asserts_it_and_how_sure_we_are() -> None:
    shown = page("discrepancies/end-of-lease.md")
    assert re.findall(r"^\[“(.+?)”\]\(\.\./sources/harbour\.md#(p\d)\)", shown, re.MULTILINE) == [
        ("ends in 2031", "p1"), ("will outlive the old lease", "p3"),
    ]  # fmt: skip
    assert "Asserted by [Ada Vane](../glossary/ada-vane.md) (the author)." in shown
    as_laid_out = page_html("discrepancies/end-of-lease.md")
    assert re.findall(r'<a class="q" href="\.\./\.\./sources/harbour/#(p\d)">“(.+?)”</a>', as_laid_out) == [
        ("p1", "ends in 2031"), ("p3", "will outlive the old lease"),
    ]  # fmt: skip
    assert 'Asserted by <a href="../../glossary/ada-vane/">Ada Vane</a> (the author).' in as_laid_out
    assert "The editors leave this open." in as_laid_out


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("it is a “must” for us", "“it is a ‘must’ for us”"),
        ("it is a “must”", "“it is a ‘must’\u2009”"),
        ("“must” it be", "“must” it be"),
    ],
)
def test_quotation_marks_inside_quotation_marks_are_single(words: str, shown: str) -> None:
    assert quoted_passage(registers.Testimony("harbour", "p1", words), survey(SMALL)).content == (shown,)


def test_a_quotation_says_where_it_stands_if_one_beside_it_has_the_same_words() -> None:
    here, there = (registers.Testimony("harbour", block, "in May") for block in ("p1", "p2"))
    other = registers.Testimony("harbour", "p2", "in June")
    names = [quoted_passage(here, survey(SMALL), (here, beside)).label for beside in (here, other, there)]
    assert names[:2] == ["", ""]
    assert re.fullmatch(r"“in May”, .+, ¶1", names[2])


def test_whoever_asserts_something_for_a_body_need_not_be_named() -> None:
    words = asserter(registers.Attribution("official", "envoy of Nordia"), survey(SMALL))
    assert "".join(map(str, words)) == "envoy of Nordia (an official or government)"


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("a man of the Gordian knot party", "a man of the Gordian knot party (not named)"),
        ("plusieurs témoins (non nommés)", "plusieurs témoins (non nommés)"),
        ("소식통（익명）", "소식통（익명）"),
    ],
)
def test_whoever_is_not_named_is_said_to_be_so_once_in_any_language(name: str, shown: str) -> None:
    assert "".join(map(str, asserter(registers.Attribution("unnamed", name), survey(SMALL)))) == shown


@pytest.mark.parametrize(
    "path", ["discrepancies/lease-in-chinese.md", "quotations/vane-doubts.md", "glossary/signing.md", "timeline.md"]
)
def test_words_of_another_language_say_so_wherever_they_are_quoted(path: str) -> None:
    assert re.search(r'<a class="q" href="[^"]+" lang="zh">“[\u4e00-\u9fff。]+”</a>', page_html(path))


def test_the_index_of_points_carries_asserters_and_texts_for_the_filter() -> None:
    shown = page_html("discrepancies/index.md")
    assert 'data-by="author | unnamed" data-in="Vane"' in shown
    assert re.findall(r'<h2 class="of-kind" id="(\w+)">', shown) == ["date", "translation"]
    in_markdown = page("discrepancies/index.md")
    assert re.findall(r"^## .+ \{#(\w+)\}", in_markdown, re.MULTILINE) == ["date", "translation"]


def test_the_page_of_an_entry_tells_where_texts_differ_what_was_said_and_what_a_person_was() -> None:
    person, lease = page("glossary/ada-vane.md"), page("glossary/lease.md")
    assert "since 13 May 2024\n:   Fellow" in person
    assert "2020 or earlier\n:   Clerk" in person
    assert "[Vane doubts it](../quotations/vane-doubts.md)" in person
    assert "[When does the lease end?](../discrepancies/end-of-lease.md)" in lease


def test_an_account_of_what_was_to_come_says_so() -> None:
    evidence = '<a class="ev" href="../../sources/harbour/#p1">Vane, ¶1</a>'
    assert f"({evidence}, still to come)" in page_html("glossary/signing.md")
    assert "([Vane, ¶1](../sources/harbour.md#p1), still to come)" in page("glossary/signing.md")


def test_an_entry_that_no_text_names_says_why_it_exists() -> None:
    untold = [replace(one, event=None) if one.id == "signing" else one for one in SMALL.entries]
    made = replace(SMALL, entries=tuple(untold))
    for shown in (page("glossary/signing.md", made), page_html("glossary/signing.md", made)):
        assert "names this entry. An event without a name." in shown
    assert "names this entry" not in page("glossary/signing.md")


def test_a_point_of_precision_is_listed_apart_and_is_no_difference() -> None:
    by_id = {item.id: item for item in SMALL.registers.discrepancies}
    points = (replace(by_id["end-of-lease"], kind="precision"), by_id["lease-in-chinese"])
    made = replace(SMALL, registers=replace(SMALL.registers, discrepancies=points), figures=None)
    index = page("discrepancies/index.md", made)
    assert "1 point on which the texts differ." in index
    last = index.rpartition("\n## ")[2]
    assert last.startswith("Only in precision 1") and "end-of-lease" in last
    entry_page = page("glossary/lease.md", made)
    assert "end-of-lease" in entry_page.partition("## Where they differ only in precision")[2]
    assert "end-of-lease" not in entry_page.partition("## Where they differ only in precision")[0]
    assert "[1 difference between the texts](discrepancies/index.md)" in page("index.md", made)
    for path in ("timeline.md", "sources/harbour.md"):
        assert "end-of-lease" not in page_html(path, made)
    assert "Where the texts differ only in precision" in page_html("discrepancies/end-of-lease.md", made)
    assert "registers\tdifferences\t1" in report_statistics(survey(made).registry.figures)


def test_the_timeline_lists_events_and_texts_by_date_with_one_account_a_text() -> None:
    timeline = composed_page(SMALL, "timeline.md")
    shown = whole_html(timeline)
    assert re.findall(r'id="on-([\w-]+)"', shown) == ["signing", "harbour", "two-tongues"]
    assert re.findall(r'<a id="on-([\w-]+)"></a>', timeline.markdown) == ["signing", "harbour", "two-tongues"]
    assert shown.count('class="q"') == 2
    assert "[1 more account](glossary/signing.md#as-each-text-has-it " in timeline.markdown
    assert "the texts differ" not in shown  # on the end of the lease they do, not on its signing


def test_the_picture_of_the_timeline_has_a_lane_for_the_texts_and_a_named_link_for_each() -> None:
    chart = tree_of(whole_html(composed_page(SMALL, "timeline.md"))).find("./div[@class='bands']")
    assert chart is not None
    assert [part.text for part in chart.iter() if part.get("class") == "name"] == ["What happened", "The texts"]
    assert [part.get("aria-label") for part in chart.iter() if part.tag.endswith("a") and part.get("aria-label")] == [
        "signing of the lease, since 1990"
    ]


def test_terms_are_compared_where_two_languages_of_a_text_name_them() -> None:
    rows = [line for line in page("terms.md").split("\n") if line.startswith("| [")]
    assert [re.findall(r"\[([^]]+)\]\(sources", row) for row in rows] == [["lease", "租约"], ["Port Lorn", "洛恩港"]]
    assert "Texts differ on old lease" in rows[0]


def test_the_home_page_tells_turning_points_with_a_passage_in_its_own_language() -> None:
    shown = page("index.md")
    point = shown.partition("## Turning points")[2].partition("## The texts")[0]
    assert "since 1990" in point and "“was signed at Port Lorn”" in point
    assert "2 texts · 1 difference" in point
    assert "[2 differences between the texts](discrepancies/index.md)" in shown


def test_the_home_page_prefers_a_passage_that_dates_the_event_to_a_longer_one_that_does_not() -> None:
    told = document(("paragraph", "en", "They signed in 1990."), ("paragraph", "en", "It is kept in its best room."))
    accounts = (
        registers.Testimony("source", "p2", "It is kept in its best room."),
        registers.Testimony("source", "p1", "They signed in 1990.", date="1990"),
    )
    signed = entry("signing", "signing", "event", event=registers.Event("1990", accounts=accounts))
    shown = page("index.md", edition([told], [signed], turning_points=("signing",)))
    assert "“They signed in 1990.”" in shown and "best room" not in shown.partition("## Turning points")[2]


def test_the_quality_page_names_a_command_for_every_figure_and_lists_what_has_no_evidence() -> None:
    shown = page("quality.md")
    sections = shown.split("\n## ")[1:]
    assert len(sections) == 6
    assert all("`python -m build_tools" in section for section in sections)
    assert "Nobody knows." in shown


def test_a_former_address_leads_to_the_present_one() -> None:
    made = edition([document(("paragraph", "en", "A."))], [entry("new", "New & old", former_ids=("old",))])
    in_markdown = page("glossary/old.md", made)
    assert "[New & old](new.md)" in in_markdown
    assert 'moved: "glossary/new"' in in_markdown
    assert '<a href="../../glossary/new/">New &amp; old</a>' in body_html(composed_page(made, "glossary/old.md"))


@pytest.mark.parametrize(
    ("edtf", "words", "exactness"),
    [
        ("2022-02/..", "since February 2022", "no end stated"),
        ("../2024-05-13", "13 May 2024 or earlier", "within these bounds"),
        ("2024-04-27~", "about 27 April 2024", "day, about"),
        ("2024-01?", "January 2024, uncertain", "month, uncertain"),
        ("1990", "1990", "year"),
        ("2024-05-13T17:02:00+09:00", "13 May 2024", "day"),
    ],
)
def test_a_time_is_given_as_exactly_as_it_is_known(edtf: str, words: str, exactness: str) -> None:
    assert (time_in_words(edtf), precision(edtf)) == (words, exactness)


@pytest.mark.parametrize(
    ("date", "at"),
    [("2024", 0), ("2024-07", 500), ("2024-12-31", 997), ("2023", None), ("2025", None), ("2024-01?", 0)],
)
def test_a_date_has_its_place_in_the_picture_of_its_year_alone(date: str, at: int | None) -> None:
    marks, _ = marks_of(DatedThing(date), 2024, (0, 1000), (0,))
    assert [mark.x for mark in marks] == ([] if at is None else [at])
