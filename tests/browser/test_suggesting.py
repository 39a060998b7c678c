"""From reading to changing, for people with an account where the repository is kept, and for those without."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import Page, expect

from tests.support.browsing import Readers, move_focus


def test_a_reader_without_an_account_copies_a_message_that_names_page_and_words(
    page: Page, address: Callable[[str], str], familiar: str
) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(address("most mentioned"))
    definition = page.locator("meta[name=description]").get_attribute("content")
    page.get_by_text("Suggest a change without an account").click()
    page.get_by_role("button", name="Copy the message").click()
    expect(page.locator(".suggest [role=status]")).to_have_text("Copied.")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.startswith(f"About: {familiar}\nPage: http://127.0.0.1:")
    assert f"It says now: {definition}" in copied
    assert f"File: docs/glossary/{address('most mentioned').split('/')[-2]}.md" in copied


def test_where_the_clipboard_is_closed_the_message_is_selected(page: Page, address: Callable[[str], str]) -> None:
    page.add_init_script("Object.defineProperty(navigator, 'clipboard', { value: undefined })")
    page.goto(address("quality"))
    page.get_by_text("Suggest a change without an account").click()
    page.get_by_role("button", name="Copy the message").click()
    expect(page.locator(".suggest [role=status]")).to_contain_text("selected")
    assert page.evaluate("getSelection().toString()").startswith("About: Quality")


def test_the_button_is_there_on_the_next_page_too(page: Page, address: Callable[[str], str]) -> None:
    page.goto(address("glossary"))
    page.locator(".entries a.e").first.click()
    expect(page.locator("article[data-page=entry]")).to_be_visible()
    page.get_by_text("Suggest a change without an account").click()
    expect(page.get_by_role("button", name="Copy the message")).to_be_visible()


def test_without_javascript_the_message_can_be_read_and_no_button_is_promised(
    reader: Readers, address: Callable[[str], str]
) -> None:
    page = reader(javascript=False, width=360)
    page.goto(address("shortest source"))
    page.get_by_text("Suggest a change without an account").click()
    expect(page.locator(".suggest pre")).to_contain_text("It should say")
    expect(page.locator(".suggest button")).to_be_hidden()
    assert page.evaluate("document.documentElement.scrollWidth") <= 360


def test_a_keyboard_reaches_every_way_to_a_change(page: Page, address: Callable[[str], str]) -> None:
    page.goto(address("glossary"))
    start = page.get_by_role("link", name="Edit this page")
    start.focus()
    expect(start).to_be_focused()
    reached = []
    for _ in range(3):
        move_focus(page)
        reached.append(page.evaluate("document.activeElement.innerText"))
    assert reached == ["Suggest a change", "Add an entry", "Suggest a change without an account"]
