"""Access: axe-core finds nothing on any type of page, by day and night, at a desk and on a phone."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from benchmarks.chromium import wait_until
from tests.support.browsing import PLACES, Readers, expect_dark, move_focus, search, violations
from tests.support.builds import Site
from tests.support.matrix import Scheme, View, each_in_a_view, views

Address = Callable[[str], str]


@pytest.mark.parametrize(("place", "view"), each_in_a_view(PLACES))
def test_a_page_is_accessible_by_day_and_by_night(reader: Readers, address: Address, place: str, view: View) -> None:
    page = reader(width=view.width, scheme=view.scheme)
    page.goto(address(place))
    # The reference has the same form for each of some 160 modules: the first ones tell.
    page.evaluate("[...document.querySelectorAll('.doc-module .doc-module')].slice(4).forEach(it => it.remove())")
    assert violations(page) == []


@pytest.mark.parametrize("place", ["concordance", "check"])
def test_a_form_is_accessible_in_forced_colours(page: Page, address: Address, place: str) -> None:
    page.emulate_media(forced_colors="active")
    page.goto(address(place))
    expect(page.locator("main button[type=submit]")).to_be_visible()
    assert violations(page) == []


def test_a_small_target_is_found_and_none_that_the_header_half_covers(page: Page, address: Address) -> None:
    page.goto(address("most mentioned"))
    page.evaluate(
        """() => {
            const { top } = [...document.querySelectorAll(".kwic .at")].at(-1).getBoundingClientRect()
            scrollTo(0, scrollY + top + 10 - document.querySelector("header").getBoundingClientRect().bottom)
        }"""
    )
    wait_until(page, "scrollY > 0")
    assert violations(page) == []
    page.evaluate(
        """() => ["one", "two"].forEach(words => {
            const link = document.createElement("a")
            Object.assign(link, { href: `#${words}`, textContent: words })
            link.style = "display: block; width: 9px; height: 9px; overflow: hidden"
            document.querySelector("main h1").after(link)
        })"""
    )
    assert [found.partition(":")[0] for found in violations(page)] == ["target-size"] * 2


def test_night_is_dark(reader: Readers, site: Site) -> None:
    page = reader(scheme="dark")
    page.goto(site.url)
    expect_dark(page)


@pytest.mark.parametrize(("system", "chosen"), [("light", "dark"), ("dark", "light")])
def test_the_controls_of_the_browser_are_as_light_or_dark_as_the_page(
    reader: Readers, site: Site, system: Scheme, chosen: Scheme
) -> None:
    page = reader(scheme=system)
    page.goto(site.url)
    root = page.locator(":root")
    expect(root).to_have_css("color-scheme", "light dark")
    page.get_by_role("button", name="Dark colours").click()
    expect(root).to_have_css("color-scheme", chosen)


@pytest.mark.parametrize("view", views(), ids=str)
def test_the_open_search_is_accessible(reader: Readers, site: Site, view: View, familiar: str) -> None:
    page = reader(width=view.width, scheme=view.scheme)
    page.goto(site.url)
    search(page, familiar)
    expect(page.locator("dialog .hit").first).to_be_visible()
    assert violations(page) == []


def test_every_link_in_a_text_can_be_told_without_colour(page: Page, address: Address) -> None:
    page.goto(address("longest source"))
    bare = page.locator(".text a.m").evaluate_all(
        """list => list.filter(a => {
            const style = getComputedStyle(a);
            return style.textDecorationLine === 'none' && style.backgroundImage === 'none'
                && style.borderBottomStyle === 'none';
        }).length"""
    )
    assert bare == 0


def test_a_reader_by_keyboard_sees_where_she_is(page: Page, address: Address) -> None:
    page.goto(address("longest source"))
    mention = page.locator("#p1 a.m, #p2 a.m").first
    page.keyboard.press("Tab")
    mention.focus()
    expect(mention).to_be_focused()
    style = mention.evaluate("a => [getComputedStyle(a).outlineStyle, parseFloat(getComputedStyle(a).outlineWidth)]")
    assert style[0] != "none"
    assert style[1] >= 1


def test_the_first_tab_stop_leads_past_the_header(page: Page, address: Address) -> None:
    page.goto(address("longest source"))
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to content")).to_be_focused()
    page.keyboard.press("Enter")
    page.wait_for_url("**#content")
    wait_until(page, "document.querySelector(':target')?.id === 'content'")
    move_focus(page)
    assert page.evaluate("() => document.activeElement.closest('article') !== null")


def test_a_reader_who_chooses_the_dark_keeps_it_from_page_to_page(page: Page, site: Site, address: Address) -> None:
    page.goto(site.url)
    button = page.get_by_role("button", name="Dark colours")
    button.focus()
    page.keyboard.press("Enter")
    expect(button).to_have_attribute("aria-pressed", "true")
    for place in ("glossary", "longest source"):
        page.goto(address(place))
        expect_dark(page)
        expect(button).to_have_attribute("aria-pressed", "true")
