from __future__ import annotations

import re
from dataclasses import replace

import pytest

from build_tools.website.naming.date_words import time_in_words
from build_tools.website.pages.indexes.timeline_page import precision
from build_tools.website.pages.parts.timeline_chart import fraction_of_span
from build_tools.website.survey.edition_data import Edition
from tests.support.composed import body_html, composed_page, tree_of, whole_html
from tests.support.invented import SMALL, document, edition, entry


def page(path: str, made: Edition = SMALL) -> str:
    return composed_page(made, path).markdown


def page_html(path: str, made: Edition = SMALL) -> str:
    return whole_html(composed_page(made, path))


def test_the_sign_beside_a_paragraph_stands_before_it_and_says_what_it_leads_to() -> None:
    shown = whole_html(composed_page(SMALL, "sources/harbour.md"))
    before = shown.partition('<p class="p" id="p1">')[0].strip().rpartition("\n")[2]
    differ = 'href="../../discrepancies/end-of-lease/" aria-label="Texts differ at ¶1: When does the lease end?"'
    quoted = 'href="../../quotations/vane-doubts/" aria-label="Quotation at ¶1: Vane doubts it"'
    assert before == (f'<p class="marks"><a class="differ" {differ}>≠</a> <a class="quotation" {quoted}>”</a></p>')


def test_signs_beside_words_of_another_language_are_in_that_of_the_site() -> None:
    shown = whole_html(composed_page(SMALL, "sources/two-tongues.md"))
    before = shown.partition('<p class="p" id="p2" lang="zh">')[0].strip().rpartition("\n")[2]
    assert before.startswith('<p class="marks" lang="en"><a ')


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
    for shown in (page("glossary/signing.md"), page_html("glossary/signing.md")):
        assert "names this entry. An event without a name." in shown


def test_the_timeline_lists_events_and_texts_by_date_with_one_account_a_text() -> None:
    timeline = composed_page(SMALL, "timeline.md")
    shown = whole_html(timeline)
    assert re.findall(r'id="on-([\w-]+)"', shown) == ["signing", "harbour", "two-tongues"]
    assert re.findall(r'<a id="on-([\w-]+)"></a>', timeline.markdown) == ["signing", "harbour", "two-tongues"]
    assert shown.count('class="q"') == 2
    assert "[1 more account](glossary/signing.md#as-each-text-has-it)" in timeline.markdown
    assert '<span class="precision">the texts differ</span>' in shown


def test_the_chart_of_the_timeline_has_a_line_for_the_texts_and_is_hidden_from_screen_readers() -> None:
    chart = tree_of(whole_html(composed_page(SMALL, "timeline.md"))).find("./div[@class='bands']")
    assert chart is not None and chart.get("aria-hidden") == "true"
    assert [line.findtext("span") for line in chart.findall("p")] == ["What happened", "The texts", "2022"]


def test_terms_are_compared_where_two_languages_of_a_text_name_them() -> None:
    rows = [line for line in page("terms.md").split("\n") if line.startswith("| [")]
    assert [re.findall(r"\[([^]]+)\]\(sources", row) for row in rows] == [["lease", "租约"], ["Port Lorn", "洛恩港"]]
    assert "Texts differ on old lease" in rows[0]


def test_the_home_page_tells_turning_points_with_a_passage_in_its_own_language() -> None:
    shown = page("index.md")
    point = shown.partition("## Turning points")[2].partition("## The texts")[0]
    assert "since 1990" in point and "“was signed at Port Lorn”" in point
    assert "In 2 texts, 1 point on which they differ." in point
    assert "[2 points on which they differ](discrepancies/index.md)" in shown


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
        ("2022-02/..", "since February 2022", "no end in the texts"),
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
    [("2022", 0.0), ("2023-07", 0.5), ("2024-12-31", 0.99), ("2021", None), ("2025", None), ("2024-01?", 0.67)],
)
def test_a_date_has_its_place_on_the_picture_or_none(date: str, at: float | None) -> None:
    found = fraction_of_span(date, 2022, 2024)
    assert (None if found is None else round(found, 2)) == (at if at != 0.99 else 1.0)
