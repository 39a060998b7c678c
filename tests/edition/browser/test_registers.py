"""The registers in a browser: the filter by keyboard, the lists without scripts, signs that lead there and back."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from benchmarks.chromium import wait_until
from benchmarks.reading_walks import overflow
from tests.support.browsing import Readers
from tests.support.builds import Site

Address = Callable[[str], str]


def test_a_reader_filters_the_points_by_keyboard_and_keeps_the_filter_in_the_address(
    page: Page, address: Address
) -> None:
    page.goto(address("discrepancies"))
    rows = page.locator(".register li:visible")
    every = rows.count()
    chip = page.locator(".chip[data-field='in']:not([data-value=''])").first
    chip.focus()
    page.keyboard.press("Enter")
    expect(chip).to_have_attribute("aria-pressed", "true")
    expect(page.get_by_role("status").filter(has_text=f"of {every}")).to_be_visible()
    assert 0 < rows.count() < every
    expect(page).to_have_url(re.compile(r"\bin="))
    page.reload()
    expect(page.locator(".chip[aria-pressed='true'][data-field='in']:not([data-value=''])")).to_have_count(1)


def test_without_scripts_the_lists_are_complete_and_promise_no_filter(reader: Readers, address: Address) -> None:
    page = reader(javascript=False)
    page.goto(address("discrepancies"))
    expect(page.locator(".tools")).to_be_hidden()
    assert page.locator(".register li:visible").count() > 40


def test_a_sign_in_the_margin_leads_to_the_point_and_its_passage_back_to_the_paragraph(page: Page, site: Site) -> None:
    page.goto(f"{site.url}sources/publishers-note/")
    many = page.locator("details.marks > summary", has_text="at ¶7")
    box = many.bounding_box()
    assert box
    assert min(box["width"], box["height"]) >= 24
    many.click()
    page.get_by_role("link", name="When did Rudenko visit Seoul?").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("When did Rudenko visit Seoul?")
    page.get_by_role("link", name="“On March 2”").click()
    page.wait_for_url("**/sources/publishers-note/#p7")
    expect(page.locator("#p7")).to_be_in_viewport()


def test_the_first_sign_has_its_words_beside_it_and_the_next_shows_them_to_pointer_and_keyboard(
    page: Page, site: Site
) -> None:
    page.goto(f"{site.url}sources/slippery-slope/")
    first, second = page.locator(".text details.marks").nth(0), page.locator(".text details.marks").nth(1)
    expect(first.locator(".words")).to_contain_text(re.compile(r"\d differences and 1 quotation at ¶1"))
    words = second.locator(".words").element_handle()
    wide = "it => it.getBoundingClientRect().width >= 2"
    assert not words.evaluate(wide)
    second.locator("summary").hover()
    wait_until(page, wide, words)
    page.mouse.move(2, 2)
    page.keyboard.press("Tab")
    second.locator("summary").focus()
    wait_until(page, wide, words)
    first.locator("summary").click()
    expect(first.locator(".meaning").first).to_contain_text("≠ stands where other texts")
    page.keyboard.press("Escape")
    expect(first.locator(".meaning").first).to_be_hidden()


@pytest.mark.parametrize("width", [360, 768, 1024, 1280])
def test_no_sign_covers_a_word_a_number_or_another_sign(reader: Readers, address: Address, width: int) -> None:
    page = reader(width=width)
    for place in ("longest source", "shortest source", "four languages"):
        page.goto(address(place))
        signs = page.locator("details.marks > summary")
        assert signs.count()
        covered = signs.evaluate_all(
            """signs => {
                const words = block => {
                    const range = document.createRange()
                    range.selectNodeContents(block)
                    return [...range.getClientRects()].map(box => [block, box])
                }
                const others = [...document.querySelectorAll('.text .p')].flatMap(words)
                for (const other of [...document.querySelectorAll('.text .n'), ...signs])
                    others.push([other, other.getBoundingClientRect()])
                const overlap = (start, end, a, b) => a[start] < b[end] - 1 && b[start] < a[end] - 1
                const meet = (a, b) => overlap('left', 'right', a, b) && overlap('top', 'bottom', a, b)
                const shown = signs.filter(sign => sign.checkVisibility())
                const meets = sign =>
                    others.find(([other, box]) => other !== sign && meet(sign.getBoundingClientRect(), box))
                return shown.filter(meets)
                    .map(sign => [sign.textContent, meets(sign)[0].textContent.slice(0, 60)])
            }"""
        )
        assert covered == [], place


@pytest.mark.parametrize("place", ["timeline/", "together/", "quotations/russia-unfriendly-listing/"])
@pytest.mark.parametrize("width", [320, 360])
def test_a_page_fits_a_phone_with_the_spacing_that_a_reader_may_set(
    reader: Readers, site: Site, place: str, width: int
) -> None:
    page = reader(width=width)
    page.goto(site.url + place)
    assert overflow(page, width) <= 0
    assert overflow(page, width, spaced=True) <= 0
