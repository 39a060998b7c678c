"""What stays of a search: Back opens it again, the page that it led to has a plain address, its filters stay short."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from benchmarks.chromium import wait_until
from build_tools.website.search import compose_search
from tests.support.browsing import Readers, search
from tests.support.builds import Site
from tests.support.invented import document
from tests.support.served_index import serve_index

MANY = [
    document(
        ("paragraph", "en", f"The harbour of place {place}."),
        id=f"text-{place:03}",
        issued=str(1900 + place),
        publisher=f"Paper {place}",
    )
    for place in range(70)
]


MARKED = "CSS.highlights.get('search-hit')?.size > 0"


@pytest.mark.parametrize("way", ["Enter", "click"])
def test_back_from_a_result_opens_the_search_as_it_was(page: Page, site: Site, way: str) -> None:
    page.goto(f"{site.url}about/")
    search(page, "Moscow")
    if way == "Enter":
        page.keyboard.press("ArrowDown")
        page.keyboard.press("Enter")
    else:
        page.locator("dialog .hit").nth(1).click()
    page.wait_for_url(lambda address: "about" not in address)
    expect(page.locator("dialog[open]")).to_have_count(0)
    page.go_back()
    expect(page.get_by_role("combobox", name="Search")).to_have_value("Moscow")
    expect(page.locator("dialog .hit").first).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator("dialog[open]")).to_have_count(0)
    expect(page).to_have_url(f"{site.url}about/")
    page.reload()
    expect(page.locator("dialog[open]")).to_have_count(0)


def test_the_page_of_a_result_is_marked_but_its_address_is_plain(page: Page, site: Site) -> None:
    page.goto(f"{site.url}search/?q=kill+chain")
    page.locator(".hits a.hit:not(.card)").first.click()
    wait_until(page, MARKED)
    expect(page).to_have_url(re.compile(r"^[^?#]+#[^?]+$"))
    page.reload()
    wait_until(page, MARKED)
    page.go_back()
    page.wait_for_url("**/search/?q=kill*chain")
    expect(page.locator("[data-search-page] input").first).to_have_value("kill chain")
    page.go_forward()
    wait_until(page, MARKED)


def test_filters_show_the_most_frequent_values_and_more_on_demand(page: Page, site: Site) -> None:
    serve_index(page, compose_search(MANY, [], {}))
    page.goto(f"{site.url}search/?q=harbour")
    years = page.get_by_role("group", name="Year")
    expect(years.get_by_role("checkbox")).to_have_count(8)
    years.get_by_role("button", name="62 more: Year").click()
    expect(years.get_by_role("checkbox")).to_have_count(58)
    expect(years.get_by_role("checkbox").nth(8)).to_be_focused()
    # Nothing that all results have is offered, and makers are offered once.
    assert page.locator(".facets legend").all_inner_texts() == ["Year", "Maker", "Text"]


def test_a_reload_finds_as_many_results_as_the_reader_had_asked_for(page: Page, site: Site) -> None:
    serve_index(page, compose_search(MANY, [], {}))
    page.goto(f"{site.url}search/?q=harbour")
    more, hits = page.get_by_role("button", name="Show more"), page.locator(".hits > li")
    more.scroll_into_view_if_needed()
    expect(hits).to_have_count(20)
    more.click()
    expect(hits).to_have_count(40)
    expect(page).to_have_url(f"{site.url}search/?q=harbour")
    page.reload()
    more.scroll_into_view_if_needed()
    expect(hits).to_have_count(40)


def test_on_a_phone_filters_fold_and_no_keys_are_explained(phone: Page, site: Site) -> None:
    phone.goto(f"{site.url}search/?q=Russia")
    expect(phone.locator(".hits li").first).to_be_visible()
    expect(phone.locator(".facets")).to_be_hidden()
    phone.get_by_text("Filters", exact=True).tap()
    expect(phone.locator(".facets")).to_be_visible()
    phone.locator("[data-search-open]").tap()
    expect(phone.locator(".search-keys")).to_be_hidden()


def test_the_search_page_still_understands_signs_dates_and_prefixes(reader: Readers, site: Site) -> None:
    page = reader()
    said = {"13.09.2023": "result", "anti-government": "", "§ € ≠": "Type letters or digits"}
    for words, expected in said.items():
        page.goto(f"{site.url}search/?q={words}")
        expect(page.locator("[data-search-page] .found")).to_contain_text(expected)
        expect(page.locator("[data-search-page] .found")).not_to_contain_text("Searching")
