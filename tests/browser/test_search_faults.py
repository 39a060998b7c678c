"""A search of which a part does not arrive: what the reader sees, and how another try goes."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Route, expect

from benchmarks.chromium import wait_until
from tests.support.browsing import search, window
from tests.support.builds import Site


@pytest.mark.parametrize("fault", ["missing", "truncated"])
def test_a_file_that_does_not_arrive_leaves_a_message_and_another_try(
    browser: Browser, site: Site, familiar: str, fault: str
) -> None:
    with window(browser) as page:

        def spoil(route: Route) -> None:
            if fault == "missing":
                route.fulfill(status=404, body="no")
            else:
                route.fulfill(status=200, body='readerSearchData("t-', content_type="text/javascript")

        page.route("**/data/search/t-*.js", spoil)
        page.goto(site.url)
        search(page, familiar)
        expect(page.locator(".search-status")).to_contain_text("could not be loaded")
        page.unroute("**/data/search/t-*.js")
        page.get_by_role("button", name="Try again").click()
        expect(page.locator("dialog .hit.card .hit-title")).to_have_text(familiar)


@pytest.mark.parametrize("name", ["worker.js", "manifest.js"])
def test_a_search_that_cannot_start_says_so_and_can_be_tried_again(
    browser: Browser, site: Site, familiar: str, name: str
) -> None:
    with window(browser) as page:
        page.route(f"**/{name}*", lambda route: route.fulfill(status=503, body="no"))
        page.goto(site.url)
        search(page, familiar)
        expect(page.locator(".search-status")).to_contain_text("could not be loaded")
        page.unroute(f"**/{name}*")
        page.get_by_role("button", name="Try again").click()
        expect(page.locator("dialog .hit.card .hit-title")).to_have_text(familiar)


def test_a_search_that_cannot_start_is_silent_until_words_are_typed(browser: Browser, site: Site) -> None:
    with window(browser) as page:
        page.route("**/worker.js*", lambda route: route.fulfill(status=503, body="no"))
        page.goto(site.url)
        page.keyboard.press("/")
        wait_until(page, "readerSearch.answers === 1")
        expect(page.locator(".search-status")).to_be_empty()
        page.keyboard.insert_text("x")
        expect(page.locator(".search-status")).to_contain_text("could not be loaded")


def test_the_button_for_another_try_stays_in_place_while_further_queries_fail(browser: Browser, site: Site) -> None:
    with window(browser) as page:
        page.route("**/worker.js*", lambda route: route.fulfill(status=503, body="no"))
        page.goto(site.url)
        search(page, "first")
        wait_until(page, "readerSearch.answers > 0")
        button = page.get_by_role("button", name="Try again").element_handle()
        before = page.evaluate("readerSearch.answers")
        page.keyboard.insert_text(" second")
        wait_until(page, "before => readerSearch.answers > before", before)
        assert button.evaluate("button => button.isConnected")
