"""Previews when something goes wrong: data that does not come, hostile entries, letters from the right."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, Route, expect

from build_tools.model import Label
from build_tools.model.registers import Role
from build_tools.website.pages import compose_data
from build_tools.website.survey.lookups import survey
from tests.support.browsing import Readers, point_at, violations
from tests.support.builds import Site
from tests.support.invented import edition, entry

Address = Callable[[str], str]
TEXT = "sources/column-will-ties-recover"
CARD = ".preview"
PUTIN = "#p2 a.person >> nth=0"


def test_where_the_data_fails_to_load_links_lead_on_at_the_first_tap_and_click(phone: Page, address: Address) -> None:
    phone.route("**/data/entries.js", lambda route: route.abort())
    phone.goto(address(TEXT))
    phone.locator(PUTIN).tap()
    phone.wait_for_url("**/glossary/vladimir-putin/")
    expect(phone.locator(CARD)).to_be_hidden()
    phone.goto(address(TEXT))
    point_at(phone, PUTIN)
    phone.wait_for_timeout(800)
    expect(phone.locator(CARD)).to_be_hidden()
    phone.locator(PUTIN).click()
    phone.wait_for_url("**/glossary/vladimir-putin/")


def test_previews_and_reasons_work_from_a_folder_without_a_server(phone: Page, site: Site) -> None:
    phone.goto(f"{site.folder.as_uri()}/{TEXT}/index.html")
    phone.locator(".modes label").filter(has_text="With reasons").tap()
    phone.locator(PUTIN).tap()
    expect(phone.locator(CARD)).to_contain_text("At the date of this text, 13 May 2024: President of Russia.")
    expect(phone.locator(f"{CARD} .reason")).to_contain_text(
        "Why linked: it matches its preferred label “Vladimir Putin”."
    )


def invented(route: Route) -> None:
    """Answer with entries that are hard to show: a hostile label, no mentions, a role without dates, right-to-left."""
    label = "He said \"{{ x }}\" {% y %} </script><img src=x onerror='window.hurt = 1'>"
    names = (Label("فلاديمير بوتين", "ar"), Label("x" * 300, "ko"))
    person = entry(
        "vladimir-putin", label, "person", alt_labels=names, roles=(Role("Clerk", ""),), definition="מוסקבה."
    )
    route.fulfill(body=compose_data(survey(edition([], [person])))[0].text, content_type="text/javascript")


@pytest.mark.parametrize("width", [360, 1280])
def test_a_hostile_entry_is_shown_as_words(reader: Readers, address: Address, width: int) -> None:
    page = reader(width=width)
    page.route("**/data/entries.js", invented)
    page.goto(address(TEXT))
    point_at(page, PUTIN)
    card = page.locator(CARD)
    expect(card).to_contain_text('{{ x }}" {% y %} </script><img src=x')
    expect(card).to_contain_text("Named in no text")
    expect(card).to_contain_text("Clerk (time not stated).")
    assert card.locator(".says").evaluate("it => getComputedStyle(it).direction") == "rtl"
    assert page.evaluate("() => window.hurt === undefined && document.querySelector('.preview img') === null")
    assert card.evaluate("it => it.scrollWidth <= it.clientWidth")
    assert violations(page) == []
    page.keyboard.press("Escape")
    expect(card).to_be_hidden()
    # Nothing is known of this one: its link works as ever.
    point_at(page, "#p8 a.m >> nth=0")
    page.wait_for_timeout(800)
    expect(card).to_be_hidden()


def test_a_text_from_right_to_left_has_its_card_in_the_window(page: Page, address: Address) -> None:
    page.goto(address(TEXT))
    page.locator("#p2").evaluate("it => (it.dir = 'rtl', it.lang = 'ar')")
    point_at(page, PUTIN)
    expect(page.locator(CARD)).to_be_visible()
    box = page.locator(CARD).bounding_box()
    assert box and box["x"] >= 0 and box["x"] + box["width"] <= 1280
