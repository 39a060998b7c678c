"""Ways to read a text: clean, annotated, with reasons."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.support.browsing import Readers, arrived, move_focus, point_at, violations, window
from tests.support.builds import Site
from tests.support.matrix import View, some, views

Address = Callable[[str], str]
TEXT = "sources/slippery-slope"
CARD = ".preview"
LINK = "#p6 a.m[href$='/seoul/'] >> nth=0"
REASON = "“visit to” before it indicates travel to a place"
MODES = {"Clean": "clean", "Annotated": "annotated", "With reasons": "reasons"}
SHIFTS = """
    window.shifts = 0
    new PerformanceObserver(list => list.getEntries().forEach(one => window.shifts += one.value))
        .observe({ type: "layout-shift", buffered: true })
"""


def choose(page: Page, mode: str) -> None:
    page.locator(".modes label").filter(has_text=mode).click()
    expect(page.get_by_role("radio", name=mode)).to_be_checked()
    expect(page.locator("html")).to_have_attribute("data-mode", MODES[mode])


def lines(page: Page, selector: str) -> list[str]:
    found: list[str] = page.locator(selector).evaluate_all("list => list.map(a => getComputedStyle(a).backgroundImage)")
    return found


@pytest.mark.parametrize("view", views(), ids=str)
def test_each_mode_is_accessible_and_moves_no_word(reader: Readers, address: Address, view: View) -> None:
    page = reader(width=view.width, scheme=view.scheme)
    page.goto(address(TEXT))
    arrived(page)
    places = """() => [...document.querySelectorAll(".page :is(.head, .text) :is(a.m, p)")].map(it => {
        const box = it.getBoundingClientRect()
        return [box.x, box.y + scrollY, box.width, box.height].map(Math.round)
    })"""
    before = page.evaluate(places)
    for mode in MODES:
        choose(page, mode)
        assert page.evaluate(places) == before
        assert violations(page) == []


@pytest.mark.parametrize("width", some((360, 1280)))
def test_nothing_shifts_at_loading_nor_when_modes_cards_and_steps_are_used(
    browser: Browser, address: Address, width: int
) -> None:
    with window(browser, width=width) as page:
        page.route("**/*.woff2", lambda route: route.abort())  # what fonts move is not measured here
        page.add_init_script(SHIFTS)
        page.goto(address(TEXT))
        arrived(page)
        for mode in MODES:
            choose(page, mode)
        point_at(page, LINK)
        expect(page.locator(CARD)).to_be_visible()
        page.keyboard.press("n")
        expect(page.locator(".steps")).to_be_visible()
        assert page.evaluate("() => window.shifts") == 0


def test_annotated_is_the_mode_of_a_new_reader_and_of_one_without_scripts(reader: Readers, address: Address) -> None:
    page = reader()
    page.goto(address(TEXT))
    expect(page.get_by_role("radio", name="Annotated")).to_be_checked()
    shown = lines(page, ".text a.m")
    plain = reader(javascript=False)
    plain.goto(address(TEXT))
    assert lines(plain, ".text a.m") == shown
    assert len(set(shown)) > 2
    expect(plain.locator(".modes")).to_be_hidden()
    expect(plain.locator(".switches")).to_be_hidden()
    plain.locator(".rail a.count").first.click()
    plain.wait_for_url("**/#*")


def test_the_clean_mode_shows_text_and_keeps_links_for_pointer_and_screen_reader(page: Page, address: Address) -> None:
    page.goto(address(TEXT))
    choose(page, "Clean")
    assert set(lines(page, ".text a.m")) == {"none"}
    point_at(page, LINK)
    expect(page.locator(LINK)).to_have_css("text-decoration-line", "underline")
    page.wait_for_timeout(800)
    expect(page.locator(CARD)).to_be_hidden()
    expect(page.locator("#p6").get_by_role("link")).not_to_have_count(1)
    page.locator("#p1 .n").focus()
    expect(page.locator("#p1 .n")).to_be_focused()
    move_focus(page)
    assert page.evaluate("() => !document.activeElement.matches('a.m')")
    page.locator(LINK).click()
    page.wait_for_url("**/glossary/**")


def test_a_chosen_mode_is_there_at_the_first_paint_of_the_next_visit(page: Page, address: Address) -> None:
    page.goto(address(TEXT))
    choose(page, "Clean")
    seen = """() => requestAnimationFrame(function look() {
        const link = document.querySelector(".text a.m")
        if (link) (window.seen ??= new Set()).add(getComputedStyle(link).backgroundImage)
        if (document.readyState !== "complete") requestAnimationFrame(look)
    })"""
    page.add_init_script(f"({seen})()")
    page.goto(address("sources/ties-spiral-downward"))
    arrived(page)
    assert page.evaluate("() => [...window.seen]") == ["none"]
    expect(page.get_by_role("radio", name="Clean")).to_be_checked()


def test_a_mode_is_kept_from_text_to_text_and_chosen_by_keyboard(page: Page, site: Site, address: Address) -> None:
    page.goto(address(TEXT))
    page.get_by_role("radio", name="Annotated").focus()
    page.keyboard.press("ArrowRight")
    expect(page.get_by_role("radio", name="With reasons")).to_be_checked()
    page.get_by_role("link", name="Texts").first.click()
    page.wait_for_url(f"{site.url}sources/")
    page.locator("a[href*='ties-spiral-downward']").first.click()
    page.wait_for_url("**/ties-spiral-downward/")
    expect(page.get_by_role("radio", name="With reasons")).to_be_checked()
    point_at(page, "#p3 a.m >> nth=0")
    expect(page.locator(".preview .reason")).to_contain_text("Why linked: ")


STORES = {
    "cut short": "localStorage.setItem('reader', '[1')",
    "of another kind": "localStorage.setItem('reader', 'null')",
    "blocked": "Object.defineProperty(window, 'localStorage', { get() { throw new Error('blocked') } })",
}


@pytest.mark.parametrize("store", STORES)
def test_a_stored_value_of_nobodys_making_and_a_blocked_store_do_no_harm(
    browser: Browser, address: Address, store: str
) -> None:
    errors: list[str] = []
    with window(browser) as page:
        page.on("pageerror", lambda error: errors.append(f"{error} {error.stack}"))
        page.add_init_script(STORES[store])
        page.goto(address(TEXT))
        expect(page.get_by_role("radio", name="Annotated")).to_be_checked()
        choose(page, "Clean")
        assert set(lines(page, ".text a.m")) == {"none"}
        choose(page, "Annotated")
        point_at(page, LINK)
        page.get_by_role("button", name="Turn previews off").click()
        expect(page.locator(CARD)).to_be_hidden()
        # The theme keeps its palette and its scroll notes there without asking whether it may.
        assert [one for one in errors if "/assets/javascripts/" not in one and "__md" not in one] == []


@pytest.mark.parametrize("view", views(), ids=str)
def test_the_third_mode_draws_every_link_and_tells_its_reason(reader: Readers, address: Address, view: View) -> None:
    page = reader(width=view.width, scheme=view.scheme)
    page.goto(address(TEXT))
    choose(page, "With reasons")
    quiet = page.locator("#p6 a.m:not(.first)").evaluate_all(
        "list => list.filter(a => getComputedStyle(a).backgroundSize === '3px 1px').length"
    )
    assert quiet == 0
    point_at(page, LINK)
    expect(page.locator(".preview .reason")).to_contain_text(REASON)
    expect(page.get_by_role("button", name="Turn previews off")).to_be_hidden()
    assert violations(page) == []


def test_a_reader_by_keyboard_asks_for_the_reason_of_one_link(page: Page, address: Address) -> None:
    page.goto(address(TEXT))
    page.locator(LINK).focus()
    page.keyboard.press("?")
    expect(page.locator(".preview .reason")).to_contain_text(REASON)
    page.keyboard.press("Escape")
    expect(page.locator(CARD)).to_be_hidden()
    expect(page.locator(LINK)).to_be_focused()


def test_reasons_that_fail_to_load_are_said_to_have_failed(phone: Page, address: Address) -> None:
    phone.route("**/data/why/*.js", lambda route: route.abort())
    phone.goto(address(TEXT))
    choose(phone, "With reasons")
    phone.locator(LINK).tap()
    expect(phone.locator(".preview .reason")).to_contain_text("could not be loaded")
    expect(phone.locator(CARD)).to_contain_text("Seoul (city)")
