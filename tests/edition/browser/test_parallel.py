"""A text in several languages: side by side, row by row, in the reader's choice, with the counterparts of a name."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import pairwise

import pytest
from playwright.sync_api import Page, expect

from tests.support.browsing import Readers, move_focus, violations
from tests.support.builds import Site
from tests.support.half_sent import half_sending
from tests.support.matrix import View, some, views

Address = Callable[[str], str]
PLACE = "four languages"
LEFTS = """
globalThis.lefts = () => [...document.querySelectorAll(".column")].map(column => {
    const { left, width } = column.querySelector(".cell").getBoundingClientRect()
    return [Math.round(left), Math.round(width)]
})
"""


def shown(page: Page) -> list[str]:
    """The languages of the columns that can be seen."""
    languages: list[str] = page.locator(".column").evaluate_all(
        "list => list.filter(c => c.querySelector('.p').getClientRects().length).map(c => c.lang)"
    )
    return languages


def rows(page: Page, column: int) -> list[float]:
    """Where the paragraphs of a column begin, in pixels."""
    found = page.locator(f".column:nth-child({column}) .p")
    tops: list[float] = found.evaluate_all("list => list.map(p => Math.round(p.getBoundingClientRect().top + scrollY))")
    return tops


@pytest.mark.parametrize("number", [1, 2, 3, 4])
def test_columns_stay_where_they_are_while_the_rest_of_the_page_arrives(
    reader: Readers, site: Site, address: Address, number: int
) -> None:
    path = address(PLACE).removeprefix(site.url)
    file = site.folder / path / "index.html"
    begins = [
        match.start()
        for match in re.finditer(rb'<section class="column"|<aside class="wordings-notes"', file.read_bytes())
    ]
    page = reader(width=1280)
    page.goto(address("missing"))
    page.add_init_script(LEFTS)
    with half_sending(site.folder, file, begins[number]) as server:
        page.goto(f"{server.url}{path}", wait_until="commit")
        expect(page.locator(".column")).to_have_count(number)
        early = page.evaluate("lefts()")
        server.goes_on.set()
        expect(page.locator(".languages[data-fitted]")).to_be_attached()
        assert page.evaluate("lefts()")[:number] == early


def test_every_column_says_its_language_and_begins_its_rows_at_one_height(page: Page, address: Address) -> None:
    page.goto(address(PLACE))
    assert shown(page) == ["en", "zh", "fr", "es"]
    heights = [rows(page, column) for column in range(1, 5)]
    assert len(heights[0]) == 3
    assert heights.count(heights[0]) == 4
    lefts = page.locator(".column").evaluate_all("list => list.map(c => c.getBoundingClientRect().left)")
    assert lefts == sorted(set(lefts))


def test_each_paragraph_stands_once_in_the_order_of_the_seed(page: Page, address: Address) -> None:
    page.goto(address(PLACE))
    numbers = page.locator(".text .p").evaluate_all("list => list.map(p => p.id)")
    assert numbers == [f"p{number}" for number in range(1, len(numbers) + 1)]


@pytest.mark.parametrize("javascript", [True, False])
def test_a_reader_leaves_a_language_out(reader: Readers, address: Address, javascript: bool) -> None:  # noqa: FBT001
    page = reader(javascript=javascript)
    page.goto(address(PLACE))
    page.get_by_role("checkbox", name="中文").uncheck()
    expect(page.locator("#p4")).to_be_hidden()
    expect(page.locator("#p7")).to_be_visible()
    page.get_by_role("checkbox", name="one after the other").check()
    expect(page.get_by_role("checkbox", name="one after the other")).to_be_checked()
    tops = page.locator("#p1, #p2, #p3, #p7").evaluate_all("list => list.map(p => p.getBoundingClientRect().top)")
    assert all(above < below for above, below in pairwise(tops))


def test_the_choice_is_kept_and_can_be_passed_on(reader: Readers, address: Address) -> None:
    page = reader()
    page.goto(address(PLACE))
    page.get_by_role("checkbox", name="español").uncheck()
    page.get_by_role("checkbox", name="中文").uncheck()
    expect(page).to_have_url(re.compile(r"\?view=parallel&languages=en,fr$"))
    page.goto(address(PLACE))
    assert shown(page) == ["en", "fr"]
    other = reader()
    other.goto(address(PLACE) + "?view=parallel&languages=zh,es")
    assert shown(other) == ["zh", "es"]
    other.goto(address(PLACE) + "?view=stacked")
    expect(other.get_by_role("checkbox", name="one after the other")).to_be_checked()


def test_one_language_at_least_is_shown(page: Page, address: Address) -> None:
    page.goto(address(PLACE) + "?view=parallel&languages=fr")
    box = page.get_by_role("checkbox", name="français")
    box.click()
    expect(box).to_be_checked()
    assert shown(page) == ["fr"]


def test_a_link_leads_to_a_paragraph_in_a_language_that_was_left_out(page: Page, address: Address) -> None:
    page.goto(address(PLACE) + "?view=parallel&languages=en,fr#p11")
    expect(page.locator("#p11")).to_be_in_viewport()
    expect(page.get_by_role("checkbox", name="español")).to_be_checked()


@pytest.mark.parametrize("by", ["mouse", "keyboard"])
def test_a_name_shows_its_counterparts_in_its_row(page: Page, address: Address, by: str) -> None:
    page.goto(address(PLACE))
    name = page.locator("#p1 a.m[href*='unfriendly-country']")
    if by == "mouse":
        name.hover()
    else:
        name.focus()
    expect(page.locator(".twin")).to_have_text(["不友好国家", "État hostile", "estado no amigable"])
    if by == "mouse":
        page.mouse.move(2, 2)
    else:
        page.keyboard.press("Tab")
        page.keyboard.press("Tab")
    expect(page.locator(".twin", has_text="hostile")).to_have_count(0)


def test_a_phone_has_two_languages_of_the_readers_choice_paragraph_by_paragraph(
    reader: Readers, address: Address
) -> None:
    page = reader(width=360)
    page.goto(address(PLACE))
    assert shown(page) == ["en", "zh"]
    page.get_by_role("checkbox", name="français").check()
    expect(page.locator("#p7")).to_be_visible()
    assert shown(page) == ["en", "fr"]
    tops = [page.locator(f"#p{number}").bounding_box() for number in (1, 7, 2, 8, 3, 9)]
    heights = [box["y"] for box in tops if box]
    assert len(heights) == 6
    assert heights == sorted(heights)
    assert page.evaluate("document.documentElement.scrollWidth") == 360


def test_the_keyboard_reads_one_language_after_the_other(page: Page, address: Address) -> None:
    page.goto(address(PLACE))
    previews = page.get_by_role("switch", name="Previews of entries")
    previews.click()  # a card has stops of its own, if it comes in time
    expect(previews).to_have_attribute("aria-checked", "false")
    page.locator("#p3 .n").focus()
    expect(page.locator("#p3 .n")).to_be_focused()
    met: list[str] = []
    while "p4" not in met and len(met) < 60:
        move_focus(page)
        met.append(page.evaluate("document.activeElement.closest('[id]').id"))
    assert set(met) <= {"p3", "title", "p4", "content"}


@pytest.mark.parametrize("view", [*views(), View(820, "light"), *some([View(820, "dark")], 0)], ids=str)
def test_the_columns_are_accessible_by_day_and_night(reader: Readers, address: Address, view: View) -> None:
    page = reader(width=view.width, scheme=view.scheme)
    page.goto(address(PLACE))
    page.locator("#p1 a.m").first.focus()
    page.locator("details.marks summary").first.click()
    expect(page.locator("details.marks").first).to_have_attribute("open", "")
    assert violations(page) == []


def test_the_signs_of_a_paragraph_open_and_close_like_a_menu(page: Page, address: Address) -> None:
    page.goto(address(PLACE))
    signs = page.locator("details.marks").first
    opener = signs.locator("summary")
    expect(opener).to_contain_text(re.compile("differences?"))
    opener.press("Enter")
    expect(signs.get_by_role("link").first).to_be_visible()
    page.keyboard.press("Escape")
    expect(signs.get_by_role("link").first).to_be_hidden()
    expect(opener).to_be_focused()


def test_every_language_is_printed_whatever_was_chosen_on_the_screen(page: Page, address: Address) -> None:
    page.emulate_media(media="print")
    page.goto(address("four languages") + "?view=parallel&languages=fr")
    for number in (1, 4, 7, 10, 13):
        expect(page.locator(f"#p{number}")).to_be_visible()
    expect(page.locator(".languages")).to_be_hidden()


@pytest.mark.parametrize("width", [360, 1280])
def test_words_in_which_the_versions_part_are_framed_and_explained_at_their_row(
    reader: Readers, address: Address, width: int
) -> None:
    page = reader(width=width)
    page.goto(address("four languages"))
    english, note = page.locator("#p1"), page.locator(".note[data-row='3']")
    expect(english.locator(".framed", has_text="invasion of Ukraine")).to_be_visible()
    box, beside = english.bounding_box(), note.bounding_box()
    assert box and beside
    assert beside["y"] + beside["height"] <= box["y"] if width < 700 else beside["x"] + beside["width"] <= box["x"]
    note.locator("summary", has_text="Invasion or aggression?").click()
    note.get_by_role("link", name="Read on").click()
    page.wait_for_url("**/discrepancies/invasion-or-aggression/")
