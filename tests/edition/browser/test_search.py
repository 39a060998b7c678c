"""Search, through the dialog and the page that readers use."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from benchmarks.chromium import wait_until
from tests.support.browsing import Readers, places, search
from tests.support.builds import Site

SEARCHES = {
    "不友好国家": {"unfriendly-country"},
    "비우호국": {"unfriendly-country"},
    "État hostile": {"unfriendly-country"},
    "etat hostile": {"unfriendly-country"},
    "unfriendly states": {"unfriendly-country"},
    "DPRK": {"north-korea"},
    "Kim Jong Un": {"kim-jong-un"},
    "Путин": {"vladimir-putin"},
    "Zakharva": {"maria-zakharova"},
    "Zakharo": {"maria-zakharova"},
}


@pytest.mark.parametrize("words", SEARCHES)
def test_a_name_in_any_language_or_spelling_opens_with_the_card_of_its_entry(
    page: Page, site: Site, words: str
) -> None:
    page.goto(site.url)
    search(page, words)
    expect(page.locator("dialog .hit").first).to_have_class("hit card")
    assert {place.split("/")[1] for place in places(page)[:1]} == SEARCHES[words]
    expect(page.locator("dialog .hit:not(.card) mark").first).to_be_visible()


def test_a_reader_lands_on_the_paragraph_with_every_form_marked(page: Page, site: Site) -> None:
    page.goto(f"{site.url}about/")
    search(page, "不友好国家 Hankyoreh")
    # Two texts were published there, a third has the very characters; the reader takes the one she knows.
    found = {"column-will-ties-recover/#p8", "ties-spiral-downward/#p5", "four-language-summary/#p4"}
    assert {f"sources/{place}" for place in found} == set(places(page)[:3])
    page.locator("dialog .hit[href*='column-will-ties-recover'][href$='#p8']").click()
    page.wait_for_url("**/column-will-ties-recover/**#p8")
    expect(page.locator("[data-search-dialog]")).not_to_be_visible()
    wait_until(page, "CSS.highlights.has('search-hit')")
    marked = page.evaluate("[...CSS.highlights.get('search-hit')].map(range => range.toString())")
    assert [words for words in marked if "unfriendly" in words], marked
    expect(page.locator("#p8")).to_be_in_viewport()
    assert page.evaluate("document.querySelector(':target').id") == "p8"


@pytest.mark.parametrize("words", ["March 2024", "March 2024 Russia"])
def test_a_month_is_not_answered_by_the_copyright_notice_of_a_newspaper_of_that_month(
    page: Page, site: Site, words: str
) -> None:
    page.goto(site.url)
    search(page, words)
    passages = page.locator("dialog .hit:not(.card) .hit-text").all_text_contents()
    assert not any("Prohibited from unauthorized reproduction" in passage for passage in passages[:5])
    assert passages


def test_a_quoted_phrase_is_found_as_it_stands_and_nothing_else_is(page: Page, site: Site) -> None:
    page.goto(site.url)
    search(page, '"those who seek to live shall die"')
    # The text that has it, and the entry that quotes the text.
    assert places(page) == ["sources/ties-spiral-downward/#p6", "glossary/yi-sun-sin/"]
    expect(page.locator(".search-also")).to_be_empty()


@pytest.mark.parametrize("words", ["2023-12-26", "Dec. 26, 2023", "26 December", "le 26 décembre 2023", "12月26日"])
def test_a_day_is_found_however_it_is_written(page: Page, site: Site, words: str) -> None:
    page.goto(site.url)
    search(page, words)
    assert "sources/publishers-note/#p3" in places(page)[:3]


def test_what_is_searched_as_well_can_be_left_out(page: Page, site: Site) -> None:
    page.goto(site.url)
    search(page, "État hostile")
    expect(page.locator("dialog .hit.card")).to_be_visible()
    page.get_by_role("button", name="Do not also search unfriendly country").click()
    expect(page.locator("dialog .hit.card")).to_have_count(0)
    assert places(page)[0] == "sources/four-language-summary/#p7"
    expect(page.get_by_role("combobox", name="Search")).to_be_focused()


def test_words_that_are_not_all_found_rank_lower_and_never_leave_the_page_empty(page: Page, site: Site) -> None:
    page.goto(site.url)
    search(page, "kill chain xyzzyplugh")
    assert "sources/column-will-ties-recover/#p16" in places(page)[:3]


def test_a_word_after_a_minus_sign_is_left_out(page: Page, site: Site) -> None:
    page.goto(site.url)
    search(page, "ballet -cancelled")
    passages = page.locator("dialog .hit:not(.card) .hit-text").all_inner_texts()
    assert passages
    assert not any("cancelled" in text for text in passages)


@pytest.mark.parametrize("key", ["/", "s", "f"])
def test_a_key_opens_the_search_arrows_move_and_escape_returns(page: Page, site: Site, key: str) -> None:
    page.goto(f"{site.url}sources/four-language-summary/#p5")
    before = page.url
    page.keyboard.press(key)
    field = page.get_by_role("combobox", name="Search")
    expect(field).to_be_focused()
    page.keyboard.insert_text("Zakharova")
    options = page.locator("[data-search-dialog]").get_by_role("option")
    expect(options.nth(1)).to_be_visible()
    expect(field).to_have_attribute("aria-expanded", "true")
    expect(options.first).to_have_attribute("aria-selected", "true")
    page.keyboard.press("ArrowDown")
    expect(options.nth(1)).to_have_attribute("aria-selected", "true")
    expect(field).to_have_attribute("aria-activedescendant", "search-hit-1")
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    expect(options.last).to_have_attribute("aria-selected", "true")
    page.keyboard.press("Escape")
    expect(field).not_to_be_visible()
    expect(page).to_have_url(before)


def test_closing_the_search_gives_the_focus_back(page: Page, site: Site) -> None:
    page.goto(f"{site.url}about/")
    button = page.locator(".top [data-search-open]")
    button.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("combobox", name="Search")).to_be_focused()
    page.get_by_role("button", name="Close").click()
    expect(button).to_be_focused()


def test_the_number_of_results_is_announced(page: Page, site: Site) -> None:
    page.goto(site.url)
    search(page, "Zakharova")
    expect(page.locator(".search-status")).to_have_attribute("role", "status")
    expect(page.locator(".search-status")).to_contain_text(re.compile(r"Entry Maria Zakharova and \d+ results"))


def test_a_search_for_nothing_that_is_there_says_so(page: Page, site: Site) -> None:
    page.goto(site.url)
    search(page, "xyzzyplugh")
    expect(page.locator(".search-status")).to_contain_text("Nothing found")


def test_the_search_works_by_touch_on_a_phone(reader: Readers, site: Site) -> None:
    page = reader(width=360, scheme="dark")
    page.goto(site.url)
    page.locator(".top [data-search-open]").click()
    page.keyboard.insert_text("red line")
    page.locator("dialog .hit:not(.card)").first.click()
    page.wait_for_url("**/sources/**")
    assert page.evaluate("document.documentElement.scrollWidth") <= 360


def test_a_reader_filters_on_the_search_page_and_passes_its_address_on(page: Page, site: Site) -> None:
    page.goto(f"{site.url}search/?q=unfriendly%20country")
    expect(page.locator(".hits .card")).to_be_visible()
    page.get_by_role("checkbox", name=re.compile("French")).check()
    expect(page.locator(".hits .hit:not(.card)")).to_have_count(1)
    expect(page).to_have_url(re.compile("language=fr"))
    address = page.url
    assert "q=unfriendly+country" in address
    page.goto(site.url)
    page.goto(address)
    expect(page.locator(".hits .hit:not(.card)")).to_have_count(1)
    expect(page.locator(".hits .hit-text[lang=fr] mark").first).to_have_text("État hostile")


FACETS = ("Kind", "Kind of text", "Maker", "Publisher", "Language", "Text")


def test_every_facet_narrows_the_results(page: Page, site: Site) -> None:
    page.goto(f"{site.url}search/?q=sanctions")
    expect(page.locator(".hits .hit").nth(5)).to_be_visible()
    assert page.locator(".facets legend").all_inner_texts() == list(FACETS)
    whole = page.locator(".found").inner_text()
    for facet in FACETS:
        label = page.get_by_role("group", name=facet, exact=True).locator("label").last
        count = int(label.locator(".count").inner_text())
        label.locator("input").focus()
        page.keyboard.press("Space")
        expect(page.locator(".found")).to_contain_text(re.compile(rf"\b{count} results?\b"))
        expect(page.locator("input:checked")).to_be_focused()
        page.keyboard.press("Space")
        expect(page.locator("input:checked")).to_have_count(0)
        expect(page.locator(".found")).to_have_text(whole)  # the counts are those of all results again


def test_a_point_on_which_texts_differ_is_found(page: Page, site: Site, root: Path) -> None:
    path = min((root / "docs/discrepancies").glob("[!i]*.md"))
    title = re.search(r"^title: (.+)$", path.read_text("utf-8"), re.MULTILINE)
    assert title
    page.goto(site.url)
    search(page, title[1].strip("\"'"))
    page.locator(f"dialog .hit[href*='discrepancies/{path.stem}/']").click()
    page.wait_for_url(f"**/discrepancies/{path.stem}/**")
    expect(page.locator("h1")).to_be_visible()


def test_the_dialog_leads_to_all_results(page: Page, site: Site) -> None:
    page.goto(f"{site.url}about/")
    search(page, "sanctions")
    page.get_by_role("link", name="All results, with filters").click()
    page.wait_for_url("**/search/?q=sanctions")
    expect(page.locator(".hits .hit").nth(11)).to_be_visible()


def test_without_javascript_the_page_says_where_to_go(reader: Readers, site: Site) -> None:
    page = reader(javascript=False)
    page.goto(f"{site.url}search/")
    expect(page.locator(".without-script")).to_be_visible()
    page.locator(".without-script").get_by_role("link", name="glossary").click()
    expect(page.locator("h1")).to_contain_text("Glossary")


def test_two_searches_one_after_the_other_show_the_later(page: Page, site: Site) -> None:
    page.goto(site.url)
    search(page, "Rudenko")
    page.get_by_role("combobox", name="Search").fill("ballet show")
    expect(page.locator("dialog .hit:not(.card) mark").filter(has_text="ballet").first).to_be_visible()
    assert any("column-will-ties-recover" in place for place in places(page))


@pytest.mark.parametrize("words", ["가나다라예프", "Xu Zun-sin", "Blue House", "치노비예", "지노가마"])
def test_a_part_of_a_name_that_is_not_known_names_nothing_else(page: Page, site: Site, words: str) -> None:
    page.goto(site.url)
    search(page, words)
    expect(page.locator(".search-also")).to_be_empty()
    assert not [place for place in places(page) if place.startswith("sources/")]


def test_a_korean_word_with_an_ending_is_found_and_a_part_of_another_is_not(page: Page, site: Site) -> None:
    page.goto(site.url)
    search(page, "마리아 자하로바는")
    also = page.locator(".search-also .chip")
    expect(also).to_have_count(1)
    expect(also).to_contain_text("Maria Zakharova")


def test_a_contested_question_is_found_and_opens_its_table(page: Page, site: Site) -> None:
    page.goto(site.url)
    search(page, "What does Russia ask of Seoul, and can relations recover")
    hit = page.locator("dialog .hit[href*='claims']").first
    expect(hit.locator(".hit-kind")).to_have_text("question")
    hit.click()
    page.wait_for_url("**/claims/**#conditions")
    expect(page.locator("#conditions")).to_be_in_viewport()
