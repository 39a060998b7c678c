"""An edition of many texts in a browser: folds of years, pages of years, a glossary in pages."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.support.archive import ENTRIES, MENTIONS, OTHERS, TEXTS, YEARS, archive
from tests.support.browsing import Readers, move_focus, resize, show_on, violations
from tests.support.composed import tree_of
from tests.support.link_names import ambiguous_links
from tests.support.matrix import View, each_in_a_view
from tests.support.serving import SiteServer
from tests.support.shown_counts import read_counts

__all__ = ["archive"]

PORT = "glossary/port/"
PLACES = (PORT, f"{PORT}1961/", "glossary/", "glossary/letters/x/", "glossary/kinds/concepts/2/")


@pytest.mark.parametrize(("place", "view"), each_in_a_view(PLACES))
def test_the_pages_of_an_archive_are_accessible_and_fit(
    reader: Readers, archive: SiteServer, place: str, view: View
) -> None:
    page = reader(width=view.width, scheme=view.scheme)
    page.goto(archive.url + place)
    assert violations(page) == []
    resize(page, 320)
    assert page.evaluate("document.documentElement.scrollWidth") == 320


def test_every_count_of_an_archive_agrees_and_no_two_links_share_a_name(archive: SiteServer) -> None:
    found = read_counts(archive.folder)
    assert found.in_all["port"]["lines of the entry"] == MENTIONS * TEXTS + 3
    assert found.disagreements() == {}
    assert found.stray == []
    for file in (archive.folder / "glossary").glob("port/**/index.html"):
        assert ambiguous_links(tree_of(file.read_text("utf-8")), f"/{file.parent.name}/") == {}


def test_a_bar_opens_its_year_by_keyboard(page: Page, archive: SiteServer) -> None:
    page.goto(archive.url + PORT)
    expect(page.locator("details.year-fold[open]")).to_have_count(1)
    bar = page.get_by_role("link", name="1962")
    bar.first.focus()
    page.keyboard.press("Enter")
    fold = page.locator("details.year-fold").filter(has=page.locator("#year-1962"))
    expect(fold).to_have_attribute("open", "")
    expect(fold.locator("summary")).to_be_in_viewport()
    move_focus(page)
    assert page.evaluate("!!document.activeElement.closest('details.year-fold')")


def test_a_fold_opens_and_closes_by_keyboard(page: Page, archive: SiteServer) -> None:
    page.goto(archive.url + PORT)
    summary = page.locator("details.year-fold:not([open]) summary").first
    summary.focus()
    page.keyboard.press("Enter")
    expect(page.locator("details.year-fold[open]")).to_have_count(2)
    page.keyboard.press("Enter")
    expect(page.locator("details.year-fold[open]")).to_have_count(1)


def test_an_old_address_of_the_lines_of_a_text_opens_the_year_of_the_text(reader: Readers, archive: SiteServer) -> None:
    for page in (reader(), reader(javascript=False)):
        page.goto(f"{archive.url}{PORT}#from-letter-13")
        fold = page.locator("details.year-fold").filter(has=page.locator("#from-letter-13"))
        expect(fold.locator(".year-name")).to_have_text("1963")
        expect(fold).to_have_attribute("open", "")


def test_all_lines_of_a_year_are_one_link_away_without_scripts(reader: Readers, archive: SiteServer) -> None:
    page = reader(javascript=False, width=360)
    page.goto(archive.url + PORT)
    page.get_by_role("link", name=f"of {1960}").click()
    expect(page.locator(".kwic .at")).to_have_count(MENTIONS * TEXTS // YEARS)
    page.get_by_role("link", name="All years").click()
    expect(page).to_have_url(f"{archive.url}{PORT}#in-the-corpus")


def test_a_filter_finds_entries_of_all_pages_of_a_long_glossary_wherever_it_is_asked(
    page: Page, archive: SiteServer
) -> None:
    fetched: list[str] = []
    page.on("request", lambda request: fetched.append(request.url))
    page.goto(f"{archive.url}glossary/letters/x/")
    shown = page.locator("a.e:visible")
    expect(shown).to_have_count(200)
    expect(page.get_by_role("button", name=f"concept {ENTRIES}")).to_be_visible()
    assert not [url for url in fetched if url.endswith("data/glossary.js")]
    page.get_by_label("Filter by any label").fill("윤")
    expect(page.get_by_role("status")).to_have_text(f"{ENTRIES} of {ENTRIES + OTHERS} entries")
    expect(shown).to_have_count(100)
    page.get_by_role("button", name="Show more").click()
    expect(shown).to_have_count(200)
    page.get_by_label("Filter by any label").fill("xalx 윤")  # an entry of another page
    expect(shown).to_have_text(["xalxxalx 윤석열"])
    expect(page.locator(".found-label")).to_have_text("xalx 윤석열")
    expect(page).to_have_url(f"{archive.url}glossary/letters/x/?filter=xalx+%EC%9C%A4")
    shown.click()
    page.wait_for_url("**/glossary/xalx/")


def test_a_long_glossary_is_narrowed_by_kind_script_and_order_from_its_index(page: Page, archive: SiteServer) -> None:
    page.goto(f"{archive.url}glossary/?kind=place")
    shown = page.locator("a.e:visible")
    expect(shown).to_have_text(["port"])
    expect(page.get_by_role("heading", name="A–Z")).to_be_hidden()
    page.get_by_role("button", name="all kinds").click()
    page.get_by_role("button", name="by mentions").click()
    expect(shown.first).to_have_text("port")
    page.get_by_role("button", name="name in Korean").or_(page.get_by_role("button", name="name in Hangul")).click()
    expect(page.get_by_role("status")).to_have_text(f"{ENTRIES} of {ENTRIES + OTHERS} entries")
    assert violations(page) == []
    page.get_by_role("button", name="by name").click()
    page.get_by_role("button", name="name in").first.click()
    expect(page.get_by_role("heading", name="A–Z")).to_be_visible()
    expect(page.get_by_role("link", name="X: entries")).to_be_visible()


def test_on_a_phone_an_entry_that_is_found_stands_before_the_number_of_its_mentions(
    reader: Readers, archive: SiteServer
) -> None:
    page = reader(width=360)
    page.goto(f"{archive.url}glossary/?kind=place")
    name, count = page.locator("a.e:visible").bounding_box(), page.locator(".count:visible").bounding_box()
    assert name
    assert count
    assert name["x"] == 20
    assert name["y"] < count["y"]


def test_a_long_glossary_is_read_by_letter_without_scripts(reader: Readers, archive: SiteServer) -> None:
    page = reader(javascript=False)
    page.goto(f"{archive.url}glossary/")
    expect(page.locator(".tools")).to_be_hidden()
    page.get_by_role("link", name="X: entries").click()
    expect(page.locator("a.e:visible")).to_have_count(200)


def test_the_folds_of_an_entry_are_open_on_paper(page: Page, archive: SiteServer) -> None:
    page.goto(archive.url + PORT)
    show_on(page, "print")
    closed = page.locator("details.year-fold:not([open]) .kwic").first
    assert closed.evaluate("it => it.checkVisibility({ contentVisibilityAuto: true })")
