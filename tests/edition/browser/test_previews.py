"""Previews of entries: by mouse, by keyboard, by touch, by day and night, and when something goes wrong."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from benchmarks.chromium import wait_until
from tests.support.browsing import Readers, arrived, point_at, violations
from tests.support.builds import Site
from tests.support.matrix import Scheme, View, some, views

Address = Callable[[str], str]
TEXT = "sources/column-will-ties-recover"
CARD = ".preview"
PUTIN = "#p2 a.person >> nth=0"
SCHEMES: tuple[Scheme, ...] = ("dark", "light")


def tab_to(page: Page, selector: str) -> None:
    """Move the focus to an element with Tab."""
    page.locator(selector).focus()
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Tab")
    expect(page.locator(selector)).to_be_focused()


def test_nothing_is_loaded_before_a_reader_points_at_a_name(page: Page, address: Address) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(address(TEXT))
    arrived(page)
    assert not any("/data/" in url for url in asked)
    point_at(page, PUTIN)
    expect(page.locator(CARD)).to_be_visible()
    assert [url.partition("/data/")[2] for url in asked if "/data/" in url] == ["entries.js"]


@pytest.mark.parametrize("view", [*views(), View(768, "light")], ids=str)
def test_an_open_card_is_accessible(reader: Readers, address: Address, view: View) -> None:
    page = reader(width=view.width, scheme=view.scheme)
    page.goto(address(TEXT))
    point_at(page, PUTIN)
    expect(page.locator(CARD)).to_be_visible()
    assert violations(page) == []


@pytest.mark.parametrize("view", [*views(), View(768, "light")], ids=str)
def test_a_reader_with_a_mouse_reads_who_somebody_is_and_opens_the_entry(
    reader: Readers, address: Address, view: View
) -> None:
    page = reader(width=view.width, scheme=view.scheme)
    page.goto(address(TEXT))
    point_at(page, PUTIN)
    card = page.locator(CARD)
    expect(card).to_be_visible()
    office = "At the date of this text, 13 May 2024: President of Russia."
    for words in ("person", "Vladimir Putin", office, "mentions in 5 texts"):
        expect(card).to_contain_text(words)
    box, word = card.bounding_box(), page.locator(PUTIN).bounding_box()
    assert box and word
    assert box["y"] >= word["y"] + word["height"] or box["y"] + box["height"] <= word["y"]
    assert box["x"] >= 0 and box["x"] + box["width"] <= view.width
    card.get_by_role("link", name="Open entry").click()
    page.wait_for_url("**/glossary/vladimir-putin/")
    expect(card).to_be_hidden()


def test_the_card_stays_while_the_pointer_is_on_it_and_goes_when_it_leaves(page: Page, address: Address) -> None:
    page.goto(address(TEXT))
    point_at(page, PUTIN)
    card = page.locator(CARD)
    expect(card).to_be_visible()
    card.locator(".says").hover()
    page.wait_for_timeout(700)
    expect(card).to_be_visible()
    page.mouse.move(2, 400)
    expect(card).to_be_hidden()


def test_escape_closes_the_card_without_moving_the_pointer(page: Page, address: Address) -> None:
    page.goto(address(TEXT))
    point_at(page, PUTIN)
    expect(page.locator(CARD)).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator(CARD)).to_be_hidden()
    page.wait_for_timeout(700)
    expect(page.locator(CARD)).to_be_hidden()


def test_the_card_never_covers_the_column_beside_the_text(page: Page, address: Address) -> None:
    page.goto(address(TEXT))
    rail = page.locator(".rail").bounding_box()
    assert rail
    rightmost = page.locator(".text a.m").evaluate_all(
        """list => {
            const right = link => link.getBoundingClientRect().right
            return list.reduce((best, link, index) => right(link) > right(list[best]) ? index : best, 0)
        }"""
    )
    point_at(page, f".text a.m >> nth={rightmost}")
    expect(page.locator(CARD)).to_be_visible()
    box = page.locator(CARD).bounding_box()
    assert box and box["x"] + box["width"] < rail["x"]


def test_a_reader_by_keyboard_goes_into_the_card_and_on_without_a_trap(page: Page, address: Address) -> None:
    page.goto(address(TEXT))
    word, card = page.locator(PUTIN), page.locator(CARD)
    tab_to(page, PUTIN)
    expect(card).to_be_visible()
    expect(word).to_have_attribute("aria-describedby", "preview-says")
    page.keyboard.press("Tab")
    expect(card.get_by_role("link", name="Open entry")).to_be_focused()
    assert violations(page) == []
    page.keyboard.press("Shift+Tab")
    expect(word).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    expect(card.get_by_role("button", name="Turn previews off")).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.locator("#p2 a.m >> nth=2")).to_be_focused()
    expect(card).to_contain_text("Kim Jong-un")
    page.keyboard.press("Tab")
    page.keyboard.press("Escape")
    expect(card).to_be_hidden()
    assert page.evaluate("() => document.activeElement.closest('.preview') === null")


def test_enter_on_a_name_opens_its_entry_with_the_card_open_or_not(page: Page, address: Address) -> None:
    page.goto(address(TEXT))
    tab_to(page, PUTIN)
    expect(page.locator(CARD)).to_be_visible()
    page.keyboard.press("Enter")
    page.wait_for_url("**/glossary/vladimir-putin/")


@pytest.mark.parametrize("scheme", some(SCHEMES))
def test_a_reader_by_touch_taps_for_the_card_and_again_for_the_entry(
    phone: Page, address: Address, scheme: Scheme
) -> None:
    phone.emulate_media(color_scheme=scheme)
    phone.goto(address(TEXT))
    word, card = phone.locator("#p8 a.m >> nth=-1"), phone.locator(CARD)
    word.tap()
    expect(card).to_be_visible()
    assert violations(phone) == []
    expect(phone).to_have_url(address(TEXT))
    box, at = card.bounding_box(), word.bounding_box()
    assert box and at
    assert (box["x"], box["width"]) == (0, 360)
    assert at["y"] + at["height"] <= box["y"]
    card.get_by_role("button", name="Close").tap()
    expect(card).to_be_hidden()
    word.tap()
    expect(card).to_be_visible()
    word.tap()
    phone.wait_for_url("**/glossary/south-korea/")


def test_a_tap_beside_the_card_closes_it(phone: Page, address: Address) -> None:
    phone.goto(address(TEXT))
    phone.locator(PUTIN).tap()
    expect(phone.locator(CARD)).to_be_visible()
    phone.touchscreen.tap(180, 90)
    expect(phone.locator(CARD)).to_be_hidden()


def test_selecting_text_across_names_opens_no_card_and_closes_an_open_one(page: Page, address: Address) -> None:
    page.goto(address(TEXT))
    arrived(page)
    box = page.locator(PUTIN).bounding_box()
    assert box
    page.mouse.move(box["x"] - 60, box["y"] + 8)
    page.mouse.down()
    page.mouse.move(box["x"] + 20, box["y"] + 8, steps=5)
    page.wait_for_timeout(700)
    expect(page.locator(CARD)).to_be_hidden()
    page.mouse.up()
    wait_until(page, "getSelection().toString().includes('Vl')")
    page.mouse.click(box["x"] - 100, box["y"] + 8)
    wait_until(page, "getSelection().isCollapsed")
    point_at(page, PUTIN)
    expect(page.locator(CARD)).to_be_visible()
    page.keyboard.press("Control+a")
    expect(page.locator(CARD)).to_be_hidden()


def test_the_words_of_the_card_can_be_selected(page: Page, address: Address) -> None:
    page.goto(address(TEXT))
    point_at(page, PUTIN)
    page.locator(f"{CARD} .says").dblclick(position={"x": 12, "y": 10})  # the first word; the middle may be a space
    wait_until(page, "getSelection().toString().trim() !== ''")
    expect(page.locator(CARD)).to_be_visible()


def test_previews_turned_off_stay_off_until_they_are_turned_on(page: Page, address: Address) -> None:
    page.goto(address(TEXT))
    point_at(page, PUTIN)
    page.get_by_role("button", name="Turn previews off").click()
    expect(page.locator(CARD)).to_be_hidden()
    for place in (TEXT, "glossary/maria-zakharova"):
        page.goto(address(place))
        point_at(page, ".page :is(.text a.m, .rail a)[href*='ministry'] >> nth=0")
        page.wait_for_timeout(800)
        expect(page.locator(CARD)).to_be_hidden()
    switch = page.get_by_role("switch", name="Previews of entries")
    expect(switch).to_have_attribute("aria-checked", "false")
    switch.click()
    expect(switch).to_have_attribute("aria-checked", "true")
    point_at(page, ".rail a[href*='ministry'] >> nth=0")
    expect(page.locator(CARD)).to_be_visible()


@pytest.mark.parametrize("scheme", some(SCHEMES))
def test_links_between_entries_are_previewed_too(reader: Readers, address: Address, scheme: Scheme) -> None:
    page = reader(scheme=scheme)
    page.goto(address("glossary/maria-zakharova"))
    point_at(page, ".rail a[href*='yoon-suk-yeol']")
    expect(page.locator(CARD)).to_contain_text("President of South Korea (10 May 2022 – 4 Apr 2025).")
    assert violations(page) == []


def test_previews_come_after_a_text_was_opened_from_another_page(page: Page, site: Site) -> None:
    page.goto(f"{site.url}sources/")
    page.locator("a[href*='column-will-ties-recover']").first.click()
    page.wait_for_url("**/column-will-ties-recover/")
    point_at(page, PUTIN)
    expect(page.locator(CARD)).to_contain_text("Vladimir Putin")
    page.keyboard.press("Escape")
    expect(page.locator(CARD)).to_be_hidden()
    expect(page).to_have_url(re.compile("/column-will-ties-recover/"))
    page.go_back()
    page.wait_for_url(f"{site.url}sources/")
    expect(page.locator(CARD)).to_be_hidden()
