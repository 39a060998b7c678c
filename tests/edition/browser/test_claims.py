"""The contested questions in a browser: filters, the speakers that there is room for, and all of it without scripts."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.support.browsing import Readers, show_on

Address = Callable[[str], str]

CLAIMS = ".claim:visible"


def test_a_reader_filters_the_statements_and_keeps_the_filter_in_the_address(page: Page, address: Address) -> None:
    page.goto(address("claims"))
    page.locator(".chip[data-field='question']").nth(1).click()
    expect(page.locator(".matrix:visible")).to_have_count(1)
    page.locator(".chip[data-field='differs']").click()
    filtered = page.get_by_role("status").filter(has_text="statements")
    expect(filtered).to_be_visible()
    expect(page.locator(CLAIMS)).not_to_have_count(0)
    expect(page.locator(".claim:not(.differs):visible")).to_have_count(0)
    expect(page).to_have_url(re.compile("differs"))
    page.reload()
    expect(page.locator(".chip[data-field='differs']")).to_have_attribute("aria-pressed", "true")
    page.locator(".chip[data-field='differs']").click()
    page.locator(".chip[data-field='question']").first.click()
    for field in ("year", "text", "speaker"):
        choice = page.locator(f"select[data-field='{field}']")
        choice.select_option(index=1)
        expect(filtered).to_be_visible()
        expect(page.locator(CLAIMS)).not_to_have_count(0)
        choice.select_option(index=0)
        expect(filtered).to_have_count(0)


@pytest.mark.parametrize(("width", "most"), [(1280, 5), (768, 3)])
def test_a_table_shows_as_many_speakers_as_there_is_room_for(
    reader: Readers, address: Address, width: int, most: int
) -> None:
    page = reader(width=width)
    page.goto(address("claims"))
    heads = page.locator(".matrix").first.locator("thead th[data-speaker]:visible")
    expect(heads).to_have_count(most)
    before = heads.all_inner_texts()
    page.locator(".more-speakers:visible").first.click()
    expect(heads).not_to_have_text(before, use_inner_text=True)
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_on_a_phone_each_question_is_a_list_that_names_the_speaker_before_the_answer(
    reader: Readers, address: Address
) -> None:
    page = reader(width=390)
    page.goto(address("claims"))
    expect(page.locator("thead:visible, .silent:visible")).to_have_count(0)
    expect(page.locator(".claim .who").first).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


def test_without_scripts_every_statement_and_every_speaker_is_there(reader: Readers, address: Address) -> None:
    page = reader(javascript=False)
    page.goto(address("claims"))
    expect(page.locator(".tools")).to_be_hidden()
    assert page.locator(CLAIMS).count() == page.locator(".claim").count() > 80
    expect(page.locator("[data-speaker][hidden]")).to_have_count(0)


def test_every_statement_is_printed_wherever_the_reader_was(page: Page, address: Address) -> None:
    page.goto(address("claims"))
    heads = page.locator(".matrix").first.locator("thead th[data-speaker]:visible")
    before = heads.all_inner_texts()
    page.locator(".more-speakers:visible").first.click()
    expect(heads).not_to_have_text(before, use_inner_text=True)
    shown = page.locator(CLAIMS).count()
    show_on(page, "print")
    expect(page.locator(CLAIMS)).to_have_count(page.locator(".claim").count())
    expect(page.locator(".claim .who").first).to_be_visible()
    show_on(page, "screen")
    expect(page.locator(CLAIMS)).to_have_count(shown)
