"""From mention to mention: by the counts of the list, by keys, on a phone through a sheet."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.support.browsing import Readers, move_focus, violations
from tests.support.matrix import Scheme, some

Address = Callable[[str], str]
TEXT = "sources/slippery-slope"
LINK = "#p6 a.m[href$='/seoul/'] >> nth=0"
CARD = ".preview"
SCHEMES: tuple[Scheme, ...] = ("dark", "light")


@pytest.mark.parametrize("scheme", some(SCHEMES))
def test_a_count_leads_from_mention_to_mention_and_says_where_we_are(
    reader: Readers, address: Address, scheme: Scheme
) -> None:
    page = reader(scheme=scheme)
    page.goto(address(TEXT))
    count = page.locator(".rail a.count").first
    total = int(count.inner_text())
    count.click()
    status = page.get_by_role("complementary", name="Mentions").get_by_role("status")
    expect(status).to_contain_text(f"1 of {total}")
    expect(page.locator("a.m[data-here]")).to_have_count(1)
    expect(page.locator("a.m[data-here]")).to_be_in_viewport()
    assert violations(page) == []
    page.get_by_role("button", name="Next").click()
    expect(status).to_contain_text(f"2 of {total}")
    page.get_by_role("button", name="Previous").click()
    page.get_by_role("button", name="Previous").click()
    expect(status).to_contain_text(f"{total} of {total}")
    page.get_by_role("complementary", name="Mentions").get_by_role("button", name="Close").click()
    expect(page.locator("[data-here], [data-chosen]")).to_have_count(0)
    expect(status).to_be_hidden()


def test_keys_step_through_the_mentions_of_a_name_and_through_all(page: Page, address: Address) -> None:
    page.goto(address(TEXT))
    status = page.locator(".steps [role=status]")
    move_focus(page, "n")
    first = page.evaluate("() => document.activeElement.textContent")
    expect(status).to_contain_text("All names")
    move_focus(page, "n")
    move_focus(page, "p")
    assert page.evaluate("() => document.activeElement.textContent") == first
    page.keyboard.press("Escape")
    expect(status).to_be_hidden()
    page.locator(LINK).focus()
    page.keyboard.press("n")
    expect(status).to_contain_text("Seoul (city)")
    expect(page).to_have_url(address(TEXT))
    page.wait_for_timeout(700)
    expect(page.locator(CARD)).to_be_hidden()
    page.keyboard.press("Enter")
    page.wait_for_url("**/glossary/seoul/")
    expect(status).to_be_hidden()


def test_keys_of_one_letter_can_be_turned_off_and_never_act_while_one_types(page: Page, address: Address) -> None:
    page.goto(address(TEXT))
    page.keyboard.press("/")
    page.keyboard.type("pen")
    expect(page.locator(".steps")).to_be_hidden()
    page.keyboard.press("Escape")
    page.get_by_role("switch", name="Single-key shortcuts").click()
    for key in ("n", "p", "/", "?", "f", "s"):
        page.keyboard.press(key)
    expect(page.locator(".steps")).to_be_hidden()
    expect(page.get_by_role("dialog")).to_be_hidden()
    expect(page).to_have_url(address(TEXT))
    page.reload()
    page.keyboard.press("n")
    expect(page.locator(".steps")).to_be_hidden()
    page.get_by_role("switch", name="Single-key shortcuts").click()
    page.keyboard.press("n")
    expect(page.locator(".steps")).to_be_visible()


def test_a_letter_that_chooses_in_a_list_does_not_step_through_mentions(page: Page, address: Address) -> None:
    page.goto(address(TEXT))
    page.get_by_label("Cite", exact=True).focus()
    page.keyboard.press("n")
    page.keyboard.press("p")
    expect(page.locator(".steps")).to_be_hidden()


def test_a_selection_of_paragraphs_has_none_of_the_signs_beside_them(page: Page, address: Address) -> None:
    page.goto(address(TEXT))
    expect(page.locator("details.marks summary").first).to_be_visible()
    copied = page.evaluate(
        """() => {
            getSelection().selectAllChildren(document.querySelector(".page > .text"))
            return getSelection().toString()
        }"""
    )
    assert "≠" not in copied
    assert "at ¶" not in copied


@pytest.mark.parametrize("scheme", some(SCHEMES))
def test_on_a_phone_the_list_is_a_sheet_that_leads_to_the_mention(
    phone: Page, address: Address, scheme: Scheme
) -> None:
    phone.emulate_media(color_scheme=scheme)
    phone.goto(address(TEXT))
    phone.locator(".panel-open").tap()
    sheet = phone.get_by_role("dialog", name="In this text")
    expect(sheet).to_be_visible()
    assert violations(phone) == []
    sheet.locator("a.count").nth(1).tap()
    expect(sheet).to_be_hidden()
    expect(phone.locator("a.m[data-here]")).to_be_in_viewport()
    expect(phone.locator("a.m[data-here]")).to_be_focused()
    assert violations(phone) == []
    expect(phone.locator(".page > .rail")).to_have_count(1)
    phone.locator(".panel-open").tap()
    phone.keyboard.press("Escape")
    expect(sheet).to_be_hidden()
    phone.locator(".panel-open").tap()
    sheet.get_by_role("link", name="Yoon Suk-yeol").first.tap()
    phone.wait_for_url("**/glossary/yoon-suk-yeol/")
    expect(sheet).to_be_hidden()


def test_a_text_from_right_to_left_is_stepped_through_as_well(page: Page, address: Address) -> None:
    page.goto(address(TEXT))
    page.locator(".text").evaluate("it => (it.dir = 'rtl', it.lang = 'he')")
    page.locator(".rail a.count").first.click()
    page.keyboard.press("n")
    expect(page.locator("a.m[data-here]")).to_be_in_viewport()
    assert page.evaluate("() => document.documentElement.scrollWidth <= innerWidth")
