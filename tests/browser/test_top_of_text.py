"""The top of a text: its first words stand on the first screen, below one row of what is folded."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from benchmarks.chromium import wait_until
from tests.support.browsing import EXAMPLES, Readers

Address = Callable[[str], str]
TEXTS = [place for place in ("shortest source", "longest source", "four languages") if place in EXAMPLES]


@pytest.mark.parametrize(("width", "height"), [(360, 640), (1280, 900)])
@pytest.mark.parametrize("place", TEXTS)
def test_the_first_words_of_a_text_stand_on_the_first_screen(
    reader: Readers, address: Address, place: str, width: int, height: int
) -> None:
    page = reader(width=width)
    page.set_viewport_size({"width": width, "height": height})
    page.goto(address(place))
    first = page.locator(".text :is(p, h2)[id]").first.bounding_box()
    assert first and first["y"] + 24 <= height


def test_facts_and_the_editors_note_open_below_the_bar_also_without_scripts(reader: Readers, address: Address) -> None:
    page = reader(javascript=False)
    page.goto(address("shortest source"))
    expect(page.locator(".facts dl").first).to_be_hidden()
    page.locator(".bar summary", has_text="Facts").click()
    expect(page.locator(".facts dl").first).to_be_visible()
    bar, opened = page.locator(".bar").bounding_box(), page.locator(".facts dl").first.bounding_box()
    cite = page.locator(".bar > a").bounding_box()
    assert bar and opened and cite and opened["y"] > cite["y"] and opened["width"] > bar["width"] / 2
    page.locator(".bar summary", has_text="Editors’ note").click()
    expect(page.locator(".headnote")).to_be_visible()
    page.locator(".bar").get_by_role("link", name="Cite").click()
    expect(page.locator("#cite")).to_be_in_viewport()


def test_the_folded_facts_are_printed(page: Page, address: Address) -> None:
    page.emulate_media(media="print")
    page.goto(address("shortest source"))
    expect(page.locator(".facts dl").first).to_be_visible()
    expect(page.locator(".headnote")).to_be_visible()
    expect(page.locator(".bar summary").first).to_be_hidden()


def test_the_list_of_keys_and_signs_opens_by_key_and_by_button_and_closes(page: Page, address: Address) -> None:
    page.goto(address("shortest source"))
    page.keyboard.press("?")
    keys = page.get_by_role("dialog", name="Keys and signs")
    expect(keys).to_contain_text("Next or previous mention")
    expect(keys).to_contain_text("≠")
    page.keyboard.press("Escape")
    expect(keys).to_be_hidden()
    page.get_by_role("button", name="Keys and signs").click()
    expect(keys).to_be_visible()
    keys.get_by_role("button", name="Close").click()
    page.get_by_role("switch", name="Single-key shortcuts").click()
    page.keyboard.press("?")
    expect(keys).to_be_hidden()


def test_a_text_is_shared_where_the_browser_can(page: Page, address: Address) -> None:
    page.goto(address("shortest source"))
    expect(page.get_by_role("button", name="Share")).to_be_hidden()
    page.add_init_script("navigator.share = async shared => (globalThis.shared = shared)")
    page.goto(address("shortest source") + "#p1")
    page.reload()
    page.get_by_role("button", name="Share").click()
    wait_until(page, "!!globalThis.shared")
    assert page.evaluate("shared.url") == address("shortest source") + "#p1"


def test_a_heading_has_a_link_to_itself(page: Page, address: Address) -> None:
    page.goto(address("shortest source"))
    page.get_by_role("link", name="Link to “Cite”").focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**#cite")
