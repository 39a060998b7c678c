"""Access: axe-core finds nothing on any type of page, by day and night, at a desk and on a phone."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests.browser.conftest import PLACES, Readers
from tests.support.builds import Site

Address = Callable[[str], str]


def violations(page: Page) -> list[str]:
    """What axe-core finds, each with the first elements it finds it on."""
    found = Axe().run(page, options={"resultTypes": ["violations"]}).response["violations"]
    return [f"{one['id']} ({one['help']}): {[node['target'] for node in one['nodes'][:3]]}" for one in found]


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("place", PLACES)
def test_a_page_is_accessible_by_day_and_by_night(reader: Readers, address: Address, place: str, width: int) -> None:
    page = reader(width=width)
    page.goto(address(place))
    # The reference has the same form for each of some 160 modules: the first ones tell.
    page.evaluate("[...document.querySelectorAll('.doc-module .doc-module')].slice(4).forEach(it => it.remove())")
    found = {"day": violations(page)}
    page.emulate_media(color_scheme="dark")
    found["night"] = violations(page)
    assert found == {"day": [], "night": []}


def darkness(page: Page) -> int:
    """The brightest channel of the page's ground, 0 to 255."""
    ground = "() => getComputedStyle(document.body).backgroundColor.match(/\\d+/g).slice(0, 3).map(Number)"
    return max(map(int, page.evaluate(ground)))


def test_night_is_dark(reader: Readers, site: Site) -> None:
    page = reader(scheme="dark")
    page.goto(site.url)
    assert darkness(page) < 60


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1280])
def test_the_open_search_is_accessible(
    reader: Readers, site: Site, width: int, scheme: Literal["light", "dark"]
) -> None:
    page = reader(width=width, scheme=scheme)
    page.goto(site.url)
    page.keyboard.press("/")
    page.keyboard.type("Camp David")
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
    style = mention.evaluate("a => [getComputedStyle(a).outlineStyle, parseFloat(getComputedStyle(a).outlineWidth)]")
    assert style[0] != "none"
    assert style[1] >= 1


def test_the_first_tab_stop_leads_past_the_header(page: Page, address: Address) -> None:
    page.goto(address("longest source"))
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to content")).to_be_focused()
    page.keyboard.press("Enter")
    page.wait_for_url("**#content")
    page.wait_for_timeout(300)
    page.keyboard.press("Tab")
    assert page.evaluate("() => document.activeElement.closest('article') !== null")


def test_a_reader_who_chooses_the_dark_keeps_it_from_page_to_page(page: Page, site: Site, address: Address) -> None:
    page.goto(site.url)
    button = page.get_by_role("button", name="Dark colours")
    button.focus()
    page.keyboard.press("Enter")
    expect(button).to_have_attribute("aria-pressed", "true")
    for place in ("glossary", "longest source"):
        page.goto(address(place))
        assert darkness(page) < 60
        expect(button).to_have_attribute("aria-pressed", "true")
