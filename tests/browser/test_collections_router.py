"""Three collections behind a plain static server: searched as one, an entry across them, back and forth."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from benchmarks.chromium import wait_until
from tests.support.browsing import Readers, arrived, at_rest, violations, window
from tests.support.deployment import SHIPS, deploy
from tests.support.matrix import Scheme
from tests.support.ranges import RangeHandler
from tests.support.serving import SiteServer, serving

QUERIES = ("port", "ship 7", '"tide was low"', "Marlow Finch", "harbur", "Meeting 2", "1965", "ship -noon")


@pytest.fixture(scope="module")
def router(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return deploy(tmp_path_factory.mktemp("deployment"))


@pytest.fixture(scope="module")
def server(router: Path) -> Iterator[SiteServer]:
    with serving(router) as server:
        yield server


def ask(page: Page, words: str) -> list[str]:
    """Put words into the field of the search page; the addresses of the hits below that of the router."""
    before = page.evaluate("readerSearch.answers ?? 0")
    page.get_by_role("searchbox").fill(words)
    wait_until(page, "before => readerSearch.answers > before", before)
    links = page.locator(".hits .hit").evaluate_all("list => list.map(link => link.href)")
    return [re.sub(r"^http://[^/]+/reader/", "", link) for link in links]


def test_a_search_finds_passages_of_every_collection_and_leads_to_them_and_back(page: Page, server: SiteServer) -> None:
    page.goto(f"{server.url}search/")
    hits = ask(page, "Marlow Finch")
    collections = {hit.partition("/")[0] for hit in hits} - {"glossary"}
    assert len(collections) > 1
    passage = page.locator(".hits .hit[href*='/sources/']").first
    address = str(passage.get_attribute("href"))
    passage.click()
    page.wait_for_url(re.compile(re.escape(address.partition("?")[0])))
    expect(page.locator(f"[id='{address.rpartition('#')[2]}']")).to_contain_text("Marlow Finch")
    page.go_back()
    expect(page.get_by_role("searchbox")).to_have_value("Marlow Finch")
    expect(page.locator(f".hits .hit[href='{address}']")).to_be_visible()
    at_rest(page)


def test_show_more_goes_on_to_the_last_result_and_back_keeps_what_was_shown(page: Page, server: SiteServer) -> None:
    page.goto(f"{server.url}search/?q=ship")
    more, hits = page.get_by_role("button", name="Show more"), page.locator(".hits .hit")
    expect(hits.first).to_be_visible()
    first = hits.first.get_attribute("href")
    while more.is_visible():
        before = hits.count()
        more.click()
        wait_until(page, "before => document.querySelectorAll('.hits .hit').length > before", before)
    expect(hits).to_have_count(SHIPS)
    assert hits.first.get_attribute("href") == first
    hits.last.click()
    page.wait_for_url("**/sources/**")
    page.go_back()
    expect(hits).to_have_count(SHIPS)
    at_rest(page)


def test_a_page_of_a_collection_leads_up_to_the_router(page: Page, server: SiteServer) -> None:
    page.goto(f"{server.url}beginning/glossary/marlow-finch/")
    page.get_by_role("banner").get_by_role("link", name="The Tide Reader").click()
    page.wait_for_url(server.url)
    page.go_back()
    page.get_by_role("banner").get_by_role("link", name="1958–1959").click()
    page.wait_for_url(f"{server.url}beginning/")
    at_rest(page)


def test_each_collection_can_be_searched_alone_with_the_same_words(page: Page, server: SiteServer) -> None:
    page.goto(f"{server.url}search/?q=tide")
    there = page.locator(".router-collections a")
    counts = page.locator(".router-collections .count")
    expect(counts).to_have_text([re.compile(r"^(≥ )?\d+$")] * 3)
    found = [int(count.removeprefix("≥ ")) for count in counts.all_text_contents()]
    assert found == sorted(found, reverse=True)
    there.first.click()
    page.wait_for_url(re.compile(r"/reader/[a-z0-9-]+/search/\?q=tide$"))
    expect(page.locator(".hits .hit").first).to_be_visible()
    page.go_back()
    expect(there.first).to_be_visible()
    at_rest(page)


def test_an_entry_leads_to_its_page_in_each_collection_without_a_script(reader: Readers, server: SiteServer) -> None:
    page = reader(javascript=False)
    page.goto(server.url)
    page.get_by_role("link", name="Glossary").click()
    page.wait_for_url("**/glossary/")
    page.locator("main li a").first.click()
    page.wait_for_url("**/glossary/1/")
    links = page.locator("h2#marlow-finch ~ ul").first.get_by_role("link")
    expect(links).not_to_have_count(0)
    addresses = links.evaluate_all("list => list.map(link => link.href)")
    assert len(addresses) > 1
    for address in addresses:
        page.goto(address)
        expect(page.get_by_role("heading", level=1)).to_have_text("Marlow Finch")
        page.go_back()
    expect(page.locator("h2#marlow-finch")).to_be_visible()
    at_rest(page)


def test_every_text_is_listed_once_and_can_be_opened_without_a_script(reader: Readers, server: SiteServer) -> None:
    page = reader(javascript=False)
    page.goto(f"{server.url}texts/")
    lists = page.locator("main li a").evaluate_all("list => list.map(link => link.href)")
    texts: list[str] = []
    for address in lists:
        page.goto(str(address))
        expect(page.locator("main li a").first).to_be_visible()
        texts += page.locator("main li a").evaluate_all("list => list.map(link => link.href)")
    assert len({text.rpartition("/sources/")[2] for text in texts}) == len(texts) == 30
    page.goto(texts[-1])
    expect(page.get_by_role("heading", level=1)).to_contain_text("Telegram")
    at_rest(page)


def test_parts_of_files_and_whole_files_give_the_same_results(
    reader: Readers, router: Path, server: SiteServer
) -> None:
    with serving(router, handler=RangeHandler) as ranges:
        answers: list[list[list[str]]] = []
        for address in (server.url, ranges.url):
            page = reader()
            page.goto(f"{address}search/")
            answers.append([ask(page, query) for query in QUERIES])
            at_rest(page)
    assert answers[0] == answers[1]
    assert sum(map(bool, answers[0])) >= 5


def test_a_block_that_is_another_is_not_taken_for_the_one_that_was_asked_for(
    browser: Browser, server: SiteServer
) -> None:
    with window(browser) as page:
        page.route("**/*.bin", lambda route: route.fulfill(body=b"\0" * 4_000_000))
        page.goto(f"{server.url}search/?q=tide")
        again = page.get_by_role("button", name="Try again")
        expect(again).to_be_visible()
        page.unroute("**/*.bin")
        again.click()
        expect(page.locator(".hits .hit").first).to_be_visible()
        at_rest(page)


PLACES = ("", "texts/", "texts/beginning/", "glossary/", "glossary/1/", "search/?q=tide")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("place", PLACES)
def test_the_pages_of_the_router_are_accessible(
    reader: Readers, server: SiteServer, place: str, scheme: Scheme
) -> None:
    page = reader(scheme=scheme)
    page.goto(server.url + place)
    if "q=" in place:
        expect(page.locator(".hits .hit").first).to_be_visible()
    arrived(page)
    assert violations(page) == []


@pytest.mark.parametrize("place", PLACES)
def test_a_phone_has_the_ways_to_texts_glossary_and_search_on_every_page(
    reader: Readers, server: SiteServer, place: str
) -> None:
    page = reader(width=360)
    page.goto(server.url + place)
    for name in ("Texts", "Glossary", "Search"):
        expect(page.get_by_role("navigation", name="Site").get_by_role("link", name=name)).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_the_first_page_asks_the_search(page: Page, server: SiteServer) -> None:
    page.goto(server.url)
    page.get_by_role("searchbox").fill("Marlow Finch")
    page.get_by_role("searchbox").press("Enter")
    page.wait_for_url("**/search/?q=Marlow+Finch")
    expect(page.locator(".hits .hit").first).to_contain_text("Marlow Finch")
    at_rest(page)


def test_the_texts_of_a_collection_are_in_the_order_of_time(page: Page, server: SiteServer) -> None:
    page.goto(f"{server.url}texts/beginning/")
    dates = page.locator(".router-texts .when").all_text_contents()
    assert dates == ["16 April 1958", "3 July 1958", "2 February 1959", "17 May 1959", ""]
