"""Why a word is linked: the reason on demand, by mouse, by keyboard, by touch."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import Readers
from tests.browser.test_access import violations
from tests.conftest import Site

Address = Callable[[str], str]
TEXT = "sources/slippery-slope"
LINK = "#p6 a.m >> nth=1"
REASON = "tells of going to a place"


def test_nothing_is_loaded_or_shown_before_the_reader_asks(page: Page, address: Address) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(address(TEXT))
    page.locator(LINK).hover()
    expect(page.get_by_role("switch", name="Show why")).to_have_attribute("aria-checked", "false")
    expect(page.locator(".why")).to_be_hidden()
    assert not any("/data/why/" in url for url in asked)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1280])
def test_a_reader_switches_it_on_and_reads_the_reason_of_a_link(
    reader: Readers, address: Address, width: int, scheme: Literal["light", "dark"]
) -> None:
    page = reader(width=width, scheme=scheme)
    page.goto(address(TEXT))
    page.get_by_role("switch", name="Show why").click()
    page.locator(LINK).hover()
    expect(page.locator(".why [role=status]")).to_contain_text(REASON)
    assert violations(page) == []
    assert page.evaluate("() => document.documentElement.scrollWidth <= innerWidth")


def test_a_reader_by_keyboard_asks_about_one_link_and_goes_on_reading(page: Page, address: Address) -> None:
    page.goto(address(TEXT))
    page.locator(LINK).focus()
    page.keyboard.press("?")
    expect(page.locator(".why [role=status]")).to_contain_text(REASON)
    page.keyboard.press("Tab")
    expect(page.locator(".why [role=status]")).to_contain_text("South Korea")
    below = "() => document.activeElement.getBoundingClientRect().bottom <= document.querySelector('.why').getBoundingClientRect().top"
    assert page.evaluate(below)
    page.get_by_role("button", name="Close").press("Enter")
    expect(page.locator(".why")).to_be_hidden()
    assert page.evaluate("() => document.activeElement.matches('a.m')")


def test_a_reader_by_touch_taps_for_the_reason_and_again_for_the_entry(browser: Browser, address: Address) -> None:
    context = browser.new_context(viewport={"width": 360, "height": 740}, has_touch=True, reduced_motion="reduce")
    page = context.new_page()
    page.goto(address(TEXT))
    page.get_by_role("switch", name="Show why").tap()
    page.locator(LINK).tap()
    expect(page.locator(".why [role=status]")).to_contain_text(REASON)
    assert page.url.endswith("slippery-slope/")
    page.locator(LINK).tap()
    page.wait_for_url("**/glossary/seoul/")
    context.close()


def test_the_switch_stays_as_it_was_from_text_to_text(page: Page, site: Site, address: Address) -> None:
    page.goto(address(TEXT))
    page.get_by_role("switch", name="Show why").click()
    page.get_by_role("link", name="Texts").first.click()
    page.wait_for_url(f"{site.url}sources/")
    expect(page.locator(".why")).to_be_hidden()
    page.locator("a[href*='ties-spiral-downward']").first.click()
    page.wait_for_url("**/ties-spiral-downward/")
    expect(page.get_by_role("switch", name="Show why")).to_have_attribute("aria-checked", "true")
    page.locator("#p3 a.m").first.hover()
    expect(page.locator(".why [role=status]")).to_contain_text("label")
