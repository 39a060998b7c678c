"""Search, through the dialog that readers use."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.conftest import Site

SEARCHES = {
    "不友好国家": {"unfriendly-country", "four-language-summary"},
    "État hostile": {"unfriendly-country", "four-language-summary"},
    "estado no amigable": {"unfriendly-country", "four-language-summary"},
    "Camp David": {"camp-david-summit-2023", "spirit-of-camp-david"},
    "Zakharova": {"maria-zakharova"},
}


def search(page: Page, words: str) -> None:
    """Open the dialog by its key and type as a hand does; an input method puts its characters in at once."""
    page.keyboard.press("/")
    field = page.locator("[data-md-component=search-query]")
    expect(field).to_be_focused()
    if words.isascii():
        page.keyboard.type(words)
    else:
        page.keyboard.insert_text(words)
        page.keyboard.press("Shift")  # the dialog listens to keys, and an input method ends with one
    expect(page.locator(".md-search-result__item").first).to_be_visible()


@pytest.mark.parametrize("words", SEARCHES)
def test_a_reader_finds_what_she_looks_for_on_the_first_screen(page: Page, site: Site, words: str) -> None:
    page.goto(site.url)
    search(page, words)
    links = page.locator(".md-search-result__item").evaluate_all("list => list.map(it => it.querySelector('a').href)")
    found = [link.removeprefix(site.url).split("/")[1] for link in links[:10] if link.removeprefix(site.url).count("/")]
    assert SEARCHES[words] & set(found), links[:10]


def test_enter_opens_the_best_hit(page: Page, site: Site) -> None:
    page.goto(f"{site.url}about/")
    search(page, "Zakharova")
    page.keyboard.press("Enter")
    expect(page.locator("article h1#label")).to_contain_text("Zakharova")


def test_a_search_for_nothing_that_is_there_says_so(page: Page, site: Site) -> None:
    page.goto(site.url)
    page.keyboard.press("/")
    page.keyboard.type("xyzzyplugh")
    expect(page.locator(".md-search-result__meta")).to_contain_text("No matching")


def test_escape_closes_the_search_and_leaves_the_reader_where_she_was(page: Page, site: Site) -> None:
    page.goto(f"{site.url}sources/four-language-summary/#p5")
    before = page.url
    page.keyboard.press("/")
    expect(page.locator("[data-md-component=search-query]")).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator("[data-md-component=search-query]")).not_to_be_focused()
    assert page.url == before
