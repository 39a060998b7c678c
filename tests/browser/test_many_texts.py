"""An edition of many texts in a browser: home, lists of texts, timeline; by keyboard, by finger, without scripts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from filelock import FileLock
from playwright.sync_api import Browser, Page, expect

from benchmarks.reading_walks import overflow
from tests.conftest import SHARED
from tests.support.browsing import Readers, violations, window
from tests.support.builds import ROOT, build
from tests.support.many_texts import lay_out_many_texts
from tests.support.matrix import View, each_in_a_view
from tests.support.serving import serving

TEXTS, EVENTS = 120, 70
PLACES = ("", "sources/", "sources/by--year/1964/", "sources/by--maker/harbour-board/", "timeline/")


@pytest.fixture(scope="session")
def tides(request: pytest.FixtureRequest) -> Iterator[str]:
    """The address of the edition, which is built once for all workers."""
    folder: Path = request.config.stash[SHARED].folder.with_name("tides")
    with FileLock(folder.with_suffix(".lock")):
        if not folder.is_dir():
            build(
                folder, root=lay_out_many_texts(folder.with_name("tides-edition"), TEXTS, EVENTS), PYTHONPATH=str(ROOT)
            )
    with serving(folder) as server:
        yield server.url


@pytest.mark.parametrize(("place", "view"), each_in_a_view(PLACES))
def test_a_page_of_many_texts_is_accessible(reader: Readers, tides: str, place: str, view: View) -> None:
    page = reader(width=view.width, scheme=view.scheme)
    page.goto(tides + place)
    assert violations(page) == []


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("width", [320, 360, 768])
def test_nothing_is_wider_than_a_small_window(reader: Readers, tides: str, place: str, width: int) -> None:
    page = reader(width=width)
    page.goto(tides + place)
    assert overflow(page, width) <= 0
    assert overflow(page, width, spaced=True) <= 0


def test_on_a_phone_the_bars_of_few_years_stand_in_one_row_each_wide_enough_for_a_finger(
    reader: Readers, tides: str
) -> None:
    page = reader(width=360)
    page.goto(tides)
    bars = page.get_by_role("navigation", name="Texts by year").get_by_role("link")
    boxes = [box for bar in bars.all() if (box := bar.bounding_box())]
    assert len(boxes) == 15
    assert len({round(box["y"] + box["height"]) for box in boxes}) == 1
    assert min(box["width"] for box in boxes) >= 24
    expect(bars.first).to_have_accessible_name("1958 6")


def test_a_year_is_reached_from_the_home_page_by_keyboard_alone(page: Page, tides: str) -> None:
    page.goto(tides)
    page.get_by_role("navigation", name="Texts by year").get_by_role("link", name="1964").focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/sources/by--year/1964/")
    expect(page.get_by_role("heading", level=1)).to_have_text("Texts of 1964")
    expect(page.locator(".text-rows li")).to_have_count(8)


def test_without_scripts_every_text_can_be_reached_by_links(reader: Readers, tides: str) -> None:
    page = reader(javascript=False)
    page.goto(f"{tides}sources/")
    expect(page.locator(".tools")).to_be_hidden()
    found = set(page.locator(".text-rows .t").evaluate_all("links => links.map(link => link.href)"))
    for number in ("51–100", "101–120"):
        link = page.get_by_role("link", name=f"Texts {number}")
        address = link.evaluate("link => link.href")
        link.click()
        page.wait_for_url(address)
        found |= set(page.locator(".text-rows .t").evaluate_all("links => links.map(link => link.href)"))
    assert len(found) == TEXTS


def test_the_filter_finds_texts_by_words_and_facets_and_keeps_both_in_the_address(page: Page, tides: str) -> None:
    page.goto(f"{tides}sources/")
    page.get_by_label("Words of a title, a name, a number").fill("ship number 119")
    expect(page.get_by_role("status")).to_have_text("2 of 120 texts")  # the other is number 119 of the list
    page.get_by_label("Words of a title, a name, a number").fill("ship number 1")
    page.get_by_label("Maker").select_option("Harbour Board")
    page.get_by_role("button", name="Length").click()
    shown = page.locator(".found-rows li")
    expect(page.locator(".listing")).to_be_hidden()
    expect(page).to_have_url(re.compile("sort=length"))
    count = shown.count()
    assert 0 < count < TEXTS
    page.reload()
    expect(page.get_by_label("Maker")).to_have_value("harbour-board")
    expect(shown).to_have_count(count)
    assert violations(page) == []
    shown.first.get_by_role("link").click()
    page.wait_for_url("**/sources/t*/")


def test_a_parameter_that_is_no_facet_filters_nothing(page: Page, tides: str) -> None:
    page.goto(f"{tides}sources/?utm_source=mail")
    expect(page.get_by_role("button", name="Length")).to_be_visible()
    expect(page.locator(".found-rows")).to_be_hidden()
    expect(page.locator(".listing")).to_be_visible()


def test_rows_that_do_not_arrive_are_reported_and_can_be_asked_for_again(browser: Browser, tides: str) -> None:
    with window(browser) as page:
        failures: list[str] = []
        page.on("pageerror", lambda error: failures.append(error.message))
        page.route("**/data/texts.js", lambda route: route.fulfill(status=503, body="no"))
        page.goto(f"{tides}sources/?sort=length")
        status = page.get_by_role("status")
        expect(status).to_have_text("Part of the search could not be loaded.")
        page.get_by_label("Words of a title, a name, a number").focus()
        page.unroute("**/data/texts.js")
        page.keyboard.insert_text("ship")
        expect(status).to_contain_text("of 120 texts")
        assert failures == []


def test_names_in_the_picture_of_the_timeline_have_the_colours_that_a_reader_forces(page: Page, tides: str) -> None:
    page.emulate_media(forced_colors="active")
    page.goto(f"{tides}timeline/")
    fills = page.locator(".bands text").evaluate_all(
        """texts => {
            const probe = document.body.appendChild(document.createElement("i"))
            const colour = name => (probe.style.color = name, getComputedStyle(probe).color)
            const forced = ["CanvasText", "LinkText"].map(colour)
            return texts.filter(text => !forced.includes(getComputedStyle(text).fill)).map(text => text.textContent)
        }"""
    )
    assert fills == []


def test_the_timeline_opens_one_year_and_a_link_of_the_picture_opens_another(page: Page, tides: str) -> None:
    page.goto(f"{tides}timeline/")
    expect(page.locator(".year-fold[open]")).to_have_count(1)
    year = page.locator(".year-fold:has(#y1965)")
    expect(year.locator(".all-of-year")).to_be_hidden()
    page.get_by_role("group", name="The years as a picture").get_by_role("link", name="’65").or_(
        page.get_by_role("group", name="The years as a picture").get_by_role("link", name="1965", exact=True)
    ).click()
    expect(year.locator(".all-of-year")).to_be_visible()


def test_the_texts_of_the_timeline_are_as_wide_as_its_events(reader: Readers, site_of_few: str) -> None:
    page = reader()
    page.goto(f"{site_of_few}timeline/")
    widths = page.locator(".year-fold[open] .moment").evaluate_all("all => all.map(one => one.offsetWidth)")
    assert widths
    assert min(widths) > 600


@pytest.fixture(scope="session")
def site_of_few(request: pytest.FixtureRequest) -> Iterator[str]:
    """The address of an edition of few texts, which stand on its timeline."""
    folder: Path = request.config.stash[SHARED].folder.with_name("few-tides")
    with FileLock(folder.with_suffix(".lock")):
        if not folder.is_dir():
            build(folder, root=lay_out_many_texts(folder.with_name("few-tides-edition"), 6, 3), PYTHONPATH=str(ROOT))
    with serving(folder) as server:
        yield server.url


def test_in_a_narrow_window_a_table_stands_for_the_picture(reader: Readers, tides: str) -> None:
    page = reader(width=360)
    page.goto(f"{tides}timeline/")
    expect(page.locator(".bands")).to_be_hidden()
    table = page.get_by_role("table")
    table.get_by_role("link", name="1965").click()
    expect(page.locator(".year-fold:has(#y1965) .all-of-year")).to_be_visible()
