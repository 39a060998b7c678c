"""Lists of texts at any size: cards, rows, and pages of rows by year, maker, kind, language and publisher."""

from __future__ import annotations

import re
from functools import cache

import pytest

from build_tools.model import Creator, Document
from build_tools.website.data.text_data import text_data
from build_tools.website.markup.as_html import write_html
from build_tools.website.markup.composed_page import ComposedPage
from build_tools.website.naming.text_names import first_words
from build_tools.website.pages import compose_pages
from build_tools.website.pages.parts.year_bars import YearBar, linked_bars
from build_tools.website.pages.text_lists.text_facets import MOST_ROWS, facets_of
from build_tools.website.pages.text_lists.text_rows import TextRows
from build_tools.website.survey.lookups import survey
from build_tools.website.survey.periods import MOST_PERIODS, periods_of
from tests.support.composed import body_html, composed_page, whole_html
from tests.support.invented import document, edition, entry

MAKERS = ("Harbour Board", "Lorn Gazette", "Ada Vane", "Городской совет")


def text(number: int, **fields: object) -> Document:
    """A text whose title, as those of a tenth of the others, is that of a telegram."""
    words = f"Ship number {number} came into the port at noon."
    maker = MAKERS[number % len(MAKERS)]
    given: dict[str, object] = {
        "id": f"t{number}",
        "title": f"Telegram {number % 10}",
        "creators": (Creator(maker, None, "organisation", None),),
        "issued": None if number % 50 == 0 else f"{1958 + number % 15}-{number % 12 + 1:02}",
        "languages": ("fr",) if number % 7 == 0 else ("en",),
    }
    return document(("paragraph", "en", words), **{**given, **fields})


@cache
def pages(number: int) -> dict[str, ComposedPage]:
    made = edition([text(one) for one in range(1, number + 1)], [entry("port", "port")], {"port": "port"})
    return {page.path: page.settle() for page in compose_pages(survey(made))}


def lists(number: int) -> dict[str, ComposedPage]:
    """The lists of texts of an edition of so many."""
    return {path: page for path, page in pages(number).items() if re.match(r"sources/(index|by--)", path)}


@pytest.mark.parametrize(("number", "cards", "rows"), [(5, 5, 0), (24, 24, 0), (25, 0, 25), (50, 0, 50)])
def test_few_texts_are_cards_and_more_are_rows_on_one_page(number: int, cards: int, rows: int) -> None:
    (page,) = lists(number).values()
    shown = body_html(page)
    assert (shown.count('<article class="card">'), shown.count('class="t"')) == (cards, rows)


def test_every_page_of_a_list_has_few_rows_and_all_pages_of_all_texts_have_each_text_once() -> None:
    shown = {path: body_html(page) for path, page in lists(400).items()}
    assert all(html.count('class="t"') <= MOST_ROWS for html in shown.values())
    assert max(len(html) for html in shown.values()) < 60_000
    every = [html for path, html in shown.items() if path == "sources/index.md" or "by--date" in path]
    found = re.findall(r'class="t" href="[./]*(?:sources/)?(t\d+)/"', "".join(every))
    assert sorted(found) == sorted(f"t{number}" for number in range(1, 401))


@pytest.mark.parametrize("facet", ["year", "maker", "language"])
def test_the_values_of_a_facet_are_links_that_lead_to_lists_of_the_site(facet: str) -> None:
    paths = set(pages(400))
    links = re.findall(rf"\]\((by--{facet}/[^)]+\.md)\)", pages(400)["sources/index.md"].markdown)
    assert links
    assert {f"sources/{link}" for link in links} <= paths


def test_no_text_can_be_where_a_list_is() -> None:
    assert all("--" in path for path in lists(400) if path != "sources/index.md")


def test_names_that_differ_in_signs_alone_have_a_list_each_and_spellings_of_one_name_have_one() -> None:
    names = ("C++ Press", "C# Press", "St. Petersburg Courier", "st. petersburg  courier")
    facets = {facet.id: facet for facet in facets_of([text(0, publisher=name) for name in names])}
    lists = {listed.name: (listed.id, len(listed.documents)) for listed in facets["publisher"].lists}
    assert lists.pop("St. Petersburg Courier") == ("st-petersburg-courier", 2)
    assert [(identifier[:8], number) for identifier, number in lists.values()] == [("c-press-", 1)] * 2
    assert len({identifier for identifier, _ in lists.values()}) == len(lists) == 2


def test_texts_without_a_date_are_apart() -> None:
    assert "[8 texts without a date](by--year/undated.md)" in pages(400)["sources/index.md"].markdown
    assert body_html(pages(400)["sources/by--year/undated.md"]).count('class="t"') == 8


def test_texts_of_one_title_are_told_apart_by_their_first_words() -> None:
    shown = body_html(pages(400)["sources/index.md"])
    names = re.findall(r'class="t" href="[^"]*"><span class="begins">([^<]*)</span>', shown)
    assert len(set(names)) == MOST_ROWS
    assert "“Telegram 5”" in shown


def test_rows_do_not_repeat_what_is_the_same_of_all_texts() -> None:
    def facts(*makers: str) -> tuple[set[str], set[object]]:
        texts = [text(n, title=f"No. {n}", creators=(Creator(makers[n % len(makers)]),)) for n in range(1, 7)]
        corpus = survey(edition(texts, [], {}))
        rows = TextRows(corpus)
        html = "".join(write_html((rows.listed(corpus.documents),), str).parts)
        filtered = {rows.as_data(document)["formal"] for document in corpus.documents}
        return set(re.findall(r'class="formal">(.*?)</span>', html)), filtered

    assert facts("Ada Vane", "Board") == ({"Ada Vane", "Board"}, {"Ada Vane", "Board"})
    assert facts("Ada Vane") == (set(), {""})


def test_the_heading_of_a_year_on_more_pages_than_one_says_how_many_of_its_texts_each_page_has() -> None:
    documents = [text(number, issued="1958" if number <= 60 else "1959") for number in range(1, 76)]
    shown = {page.path: page.settle() for page in compose_pages(survey(edition(documents, [])))}
    headings = {
        path: re.findall(r'class="of-year"[^>]*>(\d+) <span class="count">([^<]+)<', body_html(shown[path]))
        for path in ("sources/index.md", "sources/by--date/all--2.md")
    }
    assert list(headings.values()) == [[("1958", "50 of 60")], [("1958", "10 of 60"), ("1959", "15")]]


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("Embtels 1703, 1704, 1705. Department agrees.", "Embtels 1703, 1704, 1705…"),
        ("Short words.", "Short words."),
        ("諾" * 40, "諾" * 34 + "…"),
    ],
)
def test_no_mark_stands_between_the_first_words_and_their_ellipsis(words: str, shown: str) -> None:
    assert first_words(words, 34) == shown


def test_an_edition_of_many_centuries_has_few_bars() -> None:
    documents = [text(number, issued=f"{1000 + number * 3:04}") for number in range(300)]
    periods = periods_of(documents)
    assert len(periods) <= MOST_PERIODS
    assert [period.name for period in periods[:2]] == ["1000–1099", "1100–1199"]
    assert sum(len(period.documents) for period in periods) == len(documents)


def test_years_without_a_text_have_a_place_among_the_bars_or_are_one_gap() -> None:
    def columns(*ids: str) -> list[str]:
        bars = linked_bars([YearBar(year, year, 3, f"#y{year}") for year in ids], "Texts by year")
        html = "".join(write_html((bars,), str).parts)
        return [re.sub("<[^>]+>", "", item).strip() for item in re.findall("<li>(.*)</li>", html)]

    assert columns("1958", "1961", "1962") == ["1958 3", "1959 0", "1960 0", "1961 3", "1962 3"]
    assert columns("1900-1909", "1920-1929") == ["1900-1909 3", "1910–1919 0", "1920-1929 3"]
    assert columns("1700", "1900", "1901") == ["1700 3", "…", "1900 3", "1901 3"]
    assert columns("12-bce", "0003", "1990s") == ["12-bce 3", "0003 3", "1990s 3"]


def test_the_filter_has_all_texts_with_the_values_they_are_listed_by() -> None:
    made = edition([text(number) for number in range(1, 61)], [])
    (data,) = text_data(survey(made))
    assert data.text.startswith("globalThis.readerTextRows = ")
    assert data.text.count('"id":"t') == 60
    assert text_data(survey(edition([text(1)], []))) == ()


@pytest.mark.parametrize(("number", "limit"), [(5, 12_000), (100, 20_000), (800, 20_000)])
def test_the_home_page_does_not_grow_with_the_texts(number: int, limit: int) -> None:
    home = pages(number)["index.md"]
    shown = body_html(home)
    assert len(shown) < limit
    assert ("by-year" in home.ids) == (number > 24)
    assert ("the-texts" in home.ids) == (number <= 24)


@pytest.mark.parametrize(
    ("introduction", "lessons"),
    [
        ("See [the signs](#how-to-read).", 1),
        ("## How to begin {#how-to-read}\n\nRead.", 0),
        ("## How to read\n\nFrom left to right.", 0),
    ],
)
def test_the_home_page_explains_its_signs_unless_editors_do_so(introduction: str, lessons: int) -> None:
    made = edition([text(1)], [], bodies={"index.md": introduction})
    assert body_html(composed_page(made, "index.md")).count('id="how-to-read"') == lessons


def test_the_timeline_of_many_texts_without_events_has_their_years_and_no_text() -> None:
    page = pages(800)["timeline.md"]
    shown = whole_html(page)
    assert len(shown) < 60_000
    assert shown.count('<details class="year-fold"') == 15
    assert shown.count('id="on-') == 0
    assert re.search(r"\[\d+ texts of 1958\]\(sources/by--year/1958\.md\)", page.markdown)
