"""The glossary of this edition in a browser: its filters, and what is near a wrong address."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import Page, expect

from tests.support.browsing import move_focus, show_on
from tests.support.builds import Site

Address = Callable[[str], str]


def test_the_glossary_is_filtered_by_keyboard(page: Page, address: Address) -> None:
    page.goto(address("glossary"))
    shown = page.locator("a.e:visible")
    everything = shown.count()
    field = page.locator(".tools input").first
    for _ in range(40):
        move_focus(page)
        if field.evaluate("it => it === document.activeElement"):
            break
    expect(field).to_be_focused()
    page.keyboard.type("zakh")
    expect(page.locator(".tools [role=status], .tools [aria-live]").first).to_contain_text(f"1 of {everything}")
    expect(shown).to_have_count(1)
    expect(shown).to_contain_text("Zakharova")
    field.fill("")
    page.keyboard.insert_text("不友好国家")
    expect(page.locator("a.e:visible").first).to_contain_text("unfriendly country")
    field.fill("")
    page.keyboard.press("Backspace")
    expect(shown).to_have_count(everything)


def test_the_glossary_is_filtered_by_kind_with_the_keyboard(page: Page, address: Address) -> None:
    page.goto(address("glossary"))
    everything = page.locator("a.e:visible").count()
    chip = page.locator(".tools button").filter(has_text="agreement").first
    chip.focus()
    page.keyboard.press("Enter")
    expect(chip).to_have_attribute("aria-pressed", "true")
    kinds = page.locator("a.e:visible").evaluate_all("list => [...new Set(list.map(it => it.dataset.kind))]")
    assert kinds == ["agreement"]
    page.locator(".tools button").filter(has_text="all kinds").focus()
    page.keyboard.press("Enter")
    expect(page.locator("a.e:visible")).to_have_count(everything)


def test_a_missing_page_names_what_is_nearest_to_its_address(page: Page, site: Site) -> None:
    page.goto(f"{site.url}glossary/unfriendly-state/")
    nearest = page.locator("[data-nearest] a")
    expect(nearest.first).to_contain_text("unfriendly country")
    expect(nearest.first).to_have_css("text-decoration-line", "none")
    nearest.first.click()
    expect(page).to_have_url(f"{site.url}glossary/unfriendly-country/")


def test_the_passages_that_tell_an_event_stand_in_their_list_on_screen_and_on_paper(page: Page, site: Site) -> None:
    page.goto(f"{site.url}glossary/camp-david-summit-2023/")
    passage = page.locator(".kwic .said").first
    for media in ("screen", "print"):
        show_on(page, media)
        expect(passage).to_be_visible()
        expect(passage).to_have_css("position", "static")
