"""On paper: the article with its numbers, whom it names, and its address; nothing of the screen."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.support.browsing import Readers, show_on
from tests.support.builds import Site
from tests.support.matrix import some

Address = Callable[[str], str]


@pytest.fixture(params=some(("dark", "light")))
def paper(reader: Readers, request: pytest.FixtureRequest) -> Page:
    """A page as it goes to the printer, from a screen by day and by night."""
    page = reader(scheme=request.param, width=700)
    page.emulate_media(media="print")
    return page


def test_a_text_is_printed_with_its_numbers_and_without_the_frame(paper: Page, address: Address) -> None:
    paper.goto(address("longest source"))
    expect(paper.locator("#p1")).to_be_visible()
    numbers = paper.locator(".text .n").evaluate_all(
        """list => list.map(n => [getComputedStyle(n, '::before').content, n.getBoundingClientRect().width,
            n.getBoundingClientRect().right <= n.parentElement.getBoundingClientRect().left])"""
    )
    assert numbers
    assert [number[0] for number in numbers] == [f'"{at}"' for at in range(1, len(numbers) + 1)]
    assert all(width > 0 and left_of_the_text for _, width, left_of_the_text in numbers)
    for frame in ("header.top", "footer", ".marks", ".strip", "nav.crumb"):
        assert not any(paper.locator(frame).evaluate_all("list => list.map(e => e.getClientRects().length > 0)"))


def test_paper_is_white_and_ink_is_black_whatever_the_screen(paper: Page, address: Address) -> None:
    paper.goto(address("longest source"))
    ground, ink = paper.evaluate(
        """() => [getComputedStyle(document.documentElement).backgroundColor,
            getComputedStyle(document.querySelector('#p1')).color]"""
    )
    assert ground == "rgb(255, 255, 255)"
    assert max(map(int, ink.removeprefix("rgb(").rstrip(")").split(","))) < 60


def test_whom_a_text_names_and_where_it_stands_are_printed_below_it(paper: Page, site: Site, address: Address) -> None:
    paper.goto(address("longest source"))
    expect(paper.get_by_role("heading", name="In this text")).to_be_visible()
    assert paper.locator(".rail li").count() > 0
    place = paper.locator(".printed-address")
    expect(place).to_be_visible()
    expect(place).to_contain_text(address("longest source").removeprefix(site.url))


def test_a_text_fits_the_sheet(paper: Page, address: Address) -> None:
    paper.goto(address("longest source"))
    pages = paper.pdf(format="A4", prefer_css_page_size=True).count(b"/Type /Page\n")
    assert 1 <= pages <= 6
    assert paper.evaluate("document.documentElement.scrollWidth") <= 700


def test_every_difference_of_a_text_is_printed(page: Page, address: Address) -> None:
    page.goto(address("longest source"))
    expect(page.locator(".more-differing > summary")).to_be_visible()
    show_on(page, "print")
    expect(page.locator(".more-differing > summary")).to_be_hidden()
    hidden = page.locator(".differing li").evaluate_all("all => all.filter(it => !it.checkVisibility()).length")
    assert hidden == 0


def test_results_are_printed_without_the_form_and_the_filters(page: Page, site: Site, familiar: str) -> None:
    page.goto(f"{site.url}search/?q={familiar}")
    expect(page.locator(".hits li").first).to_be_visible()
    show_on(page, "print")
    expect(
        page.locator(".page-search, .search-all, .filters, .search-columns .more").filter(visible=True)
    ).to_have_count(0)
    expect(page.locator(".hits li").first).to_be_visible()


def test_a_printed_concordance_has_sentences_and_its_whole_address(page: Page, site: Site) -> None:
    page.goto(f"{site.url}concordance/?q=harbour")
    line = page.locator(".concordance .lines")
    line.evaluate("""list => list.innerHTML = '<li><span class="line-words"><span class="l">the old </span>'
        + '<span class="r"><mark>harbour</mark> was</span></span></li>'""")
    show_on(page, "print")
    for part in page.locator(".line-words > span").all():
        expect(part).to_have_css("display", "inline")
    expect(page.locator(".printed-address")).to_contain_text("concordance/?q=harbour")
