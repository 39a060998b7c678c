"""All that readers do on a site which a stranger made of three files with the installed package."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Page, expect

from tests.support.begun_edition import ARRIVES, NAME, begin_with_texts, succeed
from tests.support.browsing import (
    HEAR_REFUSALS,
    Readers,
    arrived,
    at_rest,
    expect_dark,
    places,
    point_at,
    resize,
    search,
    violations,
)
from tests.support.installed import install
from tests.support.serving import serving

LETTER = "sources/a-letter-about-the-stones/"
PAGES = ("", LETTER, "sources/", "glossary/ines-calder/", "glossary/", "check/", "search/", "about/", "contribute/")


@pytest.fixture(scope="module")
def begun(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the site, built by the command of the package."""
    folder = tmp_path_factory.mktemp("begun")
    installed = install(folder)
    with serving(folder / "letters/site") as server:
        edition = begin_with_texts(installed, folder, server.url)
        succeed(installed.reader(edition, "build"))
        yield server.url


@pytest.fixture
def visit(reader: Readers, begun: str) -> Iterator[Callable[[str], Page]]:
    """Open a page of the site for a reader whose browser notes what the page's policy refuses."""
    page = reader()
    page.add_init_script(HEAR_REFUSALS)

    def visit(place: str) -> Page:
        page.goto(begun + place)
        arrived(page)
        return page

    yield visit
    at_rest(page)
    assert page.evaluate("refused") == []


def test_search_finds_a_paragraph_and_lands_on_it(visit: Callable[[str], Page]) -> None:
    page = visit("")
    search(page, "carriers fog")
    assert places(page)[0] == f"{LETTER}#p2"
    page.locator("dialog .hit").first.click()
    page.wait_for_url(f"**/{LETTER}**#p2")
    expect(page.locator("#p2")).to_be_in_viewport()
    expect(page.locator("#p2")).to_contain_text(ARRIVES)


def test_a_card_explains_a_name_and_the_list_counts_it(visit: Callable[[str], Page]) -> None:
    page = visit(LETTER)
    point_at(page, "#p1 a.m >> nth=0")
    expect(page.locator("#preview")).to_contain_text("Walker who wants a map of the stones.")
    listed = page.get_by_role("navigation", name="In this text").get_by_role("listitem")
    expect(listed.filter(has_text="Ines Calder").locator(".count")).to_contain_text("2")
    page.locator("#p2 a.m", has_text="Calder").click()
    page.wait_for_url("**/glossary/ines-calder/")
    expect(page.locator(".kwic li")).to_have_count(4)


def test_a_paragraph_is_cited_with_its_address(visit: Callable[[str], Page], begun: str) -> None:
    page = visit(LETTER)
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.get_by_role("link", name="Paragraph 2", exact=True).hover()
    page.get_by_role("button", name="cite paragraph 2").click()
    expect(page.locator(".notice")).to_contain_text("Chicago citation of ¶2 copied")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.endswith(f"May 3, 1924, para. 2, {NAME}, {begun}{LETTER}#p2.")


def test_a_quotation_is_checked(visit: Callable[[str], Page], begun: str) -> None:
    page = visit("check/")
    page.locator("textarea").fill(ARRIVES)
    page.locator(".check button").click()
    expect(page.locator(".check-answer")).to_contain_text("Exact")
    expect(page.locator(".check-place a")).to_have_attribute("href", f"{begun}{LETTER}#p2")


def test_the_dark_is_kept_from_page_to_page(visit: Callable[[str], Page]) -> None:
    page = visit("")
    page.get_by_role("button", name="Dark colours").click()
    expect_dark(page)
    expect_dark(visit(LETTER))


def test_a_page_that_is_not_there_leads_home(reader: Readers, begun: str) -> None:
    page = reader()
    answer = page.goto(f"{begun}no/such/page/")
    assert answer and answer.status == 404
    assert NAME in page.title()
    page.locator("header a.wordmark").click()
    expect(page).to_have_url(begun)


@pytest.mark.parametrize("width", [320, 1280])
def test_a_word_of_code_in_the_first_column_of_a_table_is_not_divided(reader: Readers, begun: str, width: int) -> None:
    page = reader(width=width)
    page.goto(f"{begun}manual/rights/")
    arrived(page)
    code = page.locator(".page td:first-child code")
    assert code.evaluate_all("list => list.map(code => code.getClientRects().length)") == [1, 1, 1]


@pytest.mark.parametrize("place", PAGES)
def test_each_kind_of_page_is_accessible_and_breaks_no_rule_of_its_own(
    visit: Callable[[str], Page], place: str
) -> None:
    page = visit(place)
    assert violations(page) == []
    for width in (320, 1280):
        resize(page, width)
        assert page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") <= 0
