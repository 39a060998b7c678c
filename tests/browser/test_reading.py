"""Reading: from a text to an entry and back, by link, by number, without JavaScript, on any screen."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from benchmarks.chromium import wait_until
from tests.support.browsing import PLACES, Readers, resize
from tests.support.builds import Site

Address = Callable[[str], str]


def top(page: Page, selector: str) -> float:
    """How far below the top of the window an element begins, in pixels."""
    box = page.locator(selector).first.bounding_box()
    assert box, f"{selector} is not shown"
    return box["y"]


def expect_below_header(page: Page, selector: str) -> None:
    """Wait until an element begins in the upper half of the window and is not covered by the header."""
    wait_until(
        page,
        """selector => {
            // While a page comes, neither need be there.
            const foot = document.querySelector("header.md-header")?.getBoundingClientRect().bottom
            const top = document.querySelector(selector)?.getBoundingClientRect().top
            return foot <= top && top < innerHeight / 2
        }""",
        selector,
    )


def expect_at(page: Page, selector: str, before: float) -> None:
    """Wait until an element begins where it was before, in pixels below the top of the window."""
    wait_until(
        page,
        """([selector, before]) =>
            Math.abs(document.querySelector(selector)?.getBoundingClientRect().top - before) <= 4""",
        [selector, before],
    )


def settled(page: Page) -> None:
    """Wait until the page has stopped scrolling."""
    page.evaluate(
        """() => new Promise(done => {
            let last = -1, calm = 0;
            const look = () => {
                calm = scrollY === last ? calm + 1 : 0;
                last = scrollY;
                calm > 5 ? done() : requestAnimationFrame(look);
            };
            look();
        })"""
    )


def open_a_mention(page: Page, address: Address) -> tuple[str, float]:
    """Open the first name in a paragraph far down a text; return the paragraph's selector and where it stood."""
    page.goto(address("longest source"))
    numbers = page.locator("p[id^=p]:has(a.m)").evaluate_all("list => list.map(p => p.id)")
    paragraph = f"#{numbers[len(numbers) * 2 // 3]}"
    page.locator(paragraph).scroll_into_view_if_needed()
    start = page.evaluate("scrollY")
    page.mouse.wheel(0, 200)
    wait_until(page, "start => scrollY !== start", start)
    settled(page)
    before = top(page, paragraph)
    page.locator(f"{paragraph} a.m").first.click()
    page.wait_for_url("**/glossary/*/")
    expect(page.locator("h1#label")).to_be_visible()
    return paragraph, before


def test_a_reader_opens_a_term_and_returns_to_her_paragraph(page: Page, address: Address) -> None:
    paragraph, before = open_a_mention(page, address)
    page.go_back()
    page.wait_for_url(address("longest source"))
    expect(page.locator(paragraph)).to_be_in_viewport()
    expect_at(page, paragraph, before)


def test_back_leads_to_the_mention_and_its_marked_paragraph_where_it_stood(page: Page, address: Address) -> None:
    page.goto(address("most mentioned"))
    page.locator("a.at").last.click()
    page.wait_for_url("**/sources/**#p*")
    block = f"#{page.url.partition('#')[2]}"
    expect_below_header(page, block)
    settled(page)
    before = top(page, block)
    page.locator(f"{block} a.m").first.focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/glossary/*/")
    page.go_back()
    page.wait_for_url(f"**{block}")
    wait_until(page, "block => document.querySelector(block)?.matches(':target')", block)
    expect_at(page, block, before)
    expect(page.locator(f"{block} a.m").first).to_be_focused()


def test_a_reader_goes_back_and_forward_twice_and_scripts_still_work(page: Page, address: Address) -> None:
    page.goto(address("glossary"))
    for _ in range(2):
        page.locator("#a-z ~ * a.e, a.e").first.click()
        page.wait_for_url("**/glossary/*/")
        page.go_back()
        page.wait_for_url(address("glossary"))
    expect(page.locator(".tools")).to_have_count(1)
    expect(page.locator(".tools")).to_be_visible()


def test_a_link_to_a_paragraph_shows_it_below_the_header(page: Page, address: Address) -> None:
    page.goto(address("longest source") + "#p9")
    expect_below_header(page, "#p9")


def test_a_paragraph_number_is_a_link_to_the_paragraph(page: Page, address: Address) -> None:
    page.goto(address("longest source"))
    number = page.get_by_role("link", name="Paragraph 7", exact=True)
    number.scroll_into_view_if_needed()
    settled(page)
    number.click()
    page.wait_for_url("**/#p7")
    expect_below_header(page, "#p7")


def test_a_reader_of_an_entry_opens_a_passage_and_sees_the_name_in_it(page: Page, address: Address) -> None:
    page.goto(address("most mentioned"))
    link = page.locator("#in-the-corpus ~ * a.at, a.at").last
    target = link.get_attribute("href") or ""
    link.click()
    block = f"#{target.partition('#')[2]}"
    page.wait_for_url(f"**{block}")
    expect_below_header(page, block)
    assert page.locator(f'{block} a.m[href*="{address("most mentioned").split("/")[-2]}"]').count() >= 1


def test_the_texts_are_read_without_javascript(reader: Readers, address: Address) -> None:
    page = reader(javascript=False)
    page.goto(address("longest source"))
    expect(page.locator("#p1")).to_be_visible()
    page.locator("#p1 a.m").first.click()
    expect(page.locator("h1#label")).to_be_visible()
    page.locator("a.at").first.click()
    page.wait_for_url("**/sources/*/#*")
    page.goto(address("glossary"))
    expect(page.locator(".tools")).to_be_hidden()
    assert page.locator("a.e").count()


@pytest.mark.parametrize("place", PLACES)
def test_no_page_is_wider_than_its_window(page: Page, address: Address, place: str) -> None:
    page.goto(address(place))
    wide = {}
    for width in (320, 360, 768, 1024, 1280):
        resize(page, width)
        found = page.evaluate("() => document.documentElement.scrollWidth - document.documentElement.clientWidth")
        if found > 0:
            wide[width] = found
    assert wide == {}


def test_a_missing_page_says_so_and_leads_home(page: Page, address: Address, site: Site) -> None:
    answer = page.goto(address("missing"))
    assert answer
    assert answer.status == 404
    page.locator("header a.wordmark").click()
    expect(page).to_have_url(site.url)


@pytest.mark.parametrize("width", [700, 744, 819])
def test_the_links_of_the_header_stand_in_one_line_on_a_tablet(reader: Readers, address: Address, width: int) -> None:
    page = reader(width=width)
    page.goto(address("shortest source"))
    tops = page.locator(".site-links a").evaluate_all(
        "list => list.map(a => Math.round(a.getBoundingClientRect().top))"
    )
    assert len(set(tops)) == 1 and tops[0] > 4
