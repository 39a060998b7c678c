"""The concordance: its lines, their order, filters and address, what it gives away, what is left without scripts."""

from __future__ import annotations

import csv
import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, Route, expect

from build_tools.model import Mention
from build_tools.website.data.data_scripts import as_script
from build_tools.website.search import compose_search
from tests.support.browsing import Readers, violations
from tests.support.builds import Site
from tests.support.invented import document, entry, name
from tests.support.served_index import serve_index

TEXTS = [
    document(
        ("paragraph", "en", "The mayor closed the old harbour at dawn. Nobody saw a harbour so empty."),
        ("paragraph", "en", "Two harbours were open. A new harbour was =planned in Port Lorn."),
        id="alpha",
        issued="1961-03-01",
        publisher="The Gazette",
    ),
    document(
        ("paragraph", "en", "An empty harbour is no harbour at all."),
        ("paragraph", "fr", "Le vieux harbour de Port Lorn."),
        id="beta",
        issued="1958-05-02",
        publisher="The Herald",
    ),
]
PORT = entry("port-lorn", "Port Lorn", "place")


def mentions() -> dict[str, tuple[Mention, ...]]:
    return {text.source.id: name(text, {"Port Lorn": "port-lorn"}) for text in TEXTS}


@pytest.fixture
def concordance(page: Page, site: Site) -> Page:
    """The page with an index of two texts, of which the second by id is the earlier."""
    serve(page)
    page.goto(f"{site.url}concordance/?q=harbour")
    expect(page.locator(".lines li").first).to_be_visible()
    return page


def serve(page: Page) -> None:
    serve_index(page, compose_search(TEXTS, [PORT], mentions()))
    order = as_script(
        "data/text-order.js", "readerTextOrder", {"order": [1, 0], "difference": {"alpha": ["p2"]}, "quotation": {}}
    ).text

    def answer(route: Route) -> None:
        route.fulfill(body=order, content_type="text/javascript")

    page.route("**/data/text-order.js", answer)


def words(page: Page) -> list[str]:
    return [re.sub(r"\s+", " ", line).strip() for line in page.locator(".line-words").all_inner_texts()]


def press(page: Page, button: str) -> None:
    page.get_by_role("button", name=button, exact=True).click()


def test_every_place_of_a_word_is_a_line_in_order_of_date(concordance: Page) -> None:
    expect(concordance.locator(".concordance-found")).to_contain_text("6 lines in 2 of")
    assert [line[:14] for line in words(concordance)][:3] == ["An empty harbo", "An empty harbo", "Le vieux harbo"]
    assert concordance.locator(".line-year").all_inner_texts() == ["1958"] * 3 + ["1961"] * 3
    expect(concordance.locator(".lines a").first).to_have_attribute(
        "href", re.compile(re.escape("/sources/beta/?h=harbour#p1") + "$")
    )


def test_lines_are_sorted_by_what_comes_before_or_after_and_the_address_keeps_it(concordance: Page) -> None:
    press(concordance, "Word before")
    before = [re.compile(rf"\b{word}\s*$") for word in ("a", "empty", "new", "no", "old", "vieux")]
    expect(concordance.locator(".line-words .l")).to_have_text(before, use_inner_text=True)
    expect(concordance).to_have_url(re.compile("sort=left"))
    concordance.reload()
    expect(concordance.get_by_role("button", name="Word before")).to_have_attribute("aria-pressed", "true")
    concordance.locator(".lines a").first.click()
    concordance.wait_for_url("**/sources/**")
    concordance.go_back()
    expect(concordance.get_by_role("button", name="Word before")).to_have_attribute("aria-pressed", "true")
    expect(concordance.locator(".lines li")).to_have_count(6)


def test_longer_words_and_entries_are_other_concordances(concordance: Page) -> None:
    press(concordance, "Longer words too")
    expect(concordance.locator(".lines li")).to_have_count(7)
    concordance.locator("#concordance-words").fill("port lorn")
    press(concordance, "The entry")
    expect(concordance.locator(".concordance-found")).to_contain_text("Port Lorn: 2 lines")
    assert all("Port Lorn" in line for line in words(concordance))


def test_a_phrase_is_found_where_its_words_stand_in_a_row(concordance: Page) -> None:
    field = concordance.locator("#concordance-words")
    field.fill("empty harbour")
    field.press("Enter")
    expect(concordance.locator(".concordance-found")).to_contain_text("“empty harbour”: 1 line in 1 of")
    field.fill("zebra")
    field.press("Enter")
    expect(concordance.locator(".concordance-found")).to_contain_text("in no text")
    expect(concordance.locator(".concordance-columns")).to_be_hidden()


def test_an_emptied_field_leaves_no_answer_of_the_words_before(concordance: Page) -> None:
    concordance.locator("#concordance-words").fill("")
    concordance.locator("#concordance-words").press("Enter")
    expect(concordance.locator(".concordance-found")).to_be_empty()
    expect(concordance.locator(".concordance-columns")).to_be_hidden()
    expect(concordance.locator(".dispersion")).to_be_hidden()


def test_a_line_from_right_to_left_fades_at_its_own_ends(concordance: Page) -> None:
    line = concordance.locator(".line-words").first
    line.locator("mark").evaluate("mark => mark.closest('.line-words').textContent = 'الميناء القديم'")
    line.evaluate("""line => line.innerHTML = '<span class="l">الميناء</span><span class="r">القديم</span>'""")
    assert "270deg" in line.locator(".l").evaluate("it => getComputedStyle(it).maskImage")
    assert "90deg" in line.locator(".r").evaluate("it => getComputedStyle(it).maskImage")


def test_filters_narrow_the_lines_and_stand_in_the_address(concordance: Page) -> None:
    concordance.get_by_label("1958").check()
    expect(concordance.locator(".lines li")).to_have_count(3)
    concordance.get_by_label("vieux").check()
    expect(concordance.locator(".lines li")).to_have_count(1)
    expect(concordance).to_have_url(re.compile("year=1958"))
    expect(concordance).to_have_url(re.compile("left=vieux"))
    concordance.reload()
    expect(concordance.locator(".lines li")).to_have_count(1)


def test_lines_are_narrowed_by_wording_by_kind_of_text_and_by_what_is_near(concordance: Page) -> None:
    concordance.get_by_label("a difference").check()
    expect(concordance.locator(".lines li")).to_have_count(1)
    expect(concordance).to_have_url(re.compile("near=difference"))
    concordance.get_by_label("a difference").uncheck()
    press(concordance, "Longer words too")
    concordance.get_by_label("harbours").check()
    expect(concordance.locator(".lines mark")).to_have_text(["harbours"])
    expect(concordance).to_have_url(re.compile("wording=harbours"))


def test_an_address_names_a_wording_as_it_is_written(page: Page, site: Site) -> None:
    serve(page)
    page.goto(f"{site.url}concordance/?q=entry:port-lorn&wording=“Port Lorn”")
    expect(page.locator(".lines li")).to_have_count(2)
    expect(page.get_by_role("checkbox", name="Port Lorn")).to_be_checked()


def test_an_address_names_entries_that_stand_together(page: Page, site: Site) -> None:
    serve(page)
    page.goto(f"{site.url}concordance/?q=entry:port-lorn")
    expect(page.get_by_role("button", name="The entry")).to_have_attribute("aria-pressed", "true")
    expect(page.locator(".lines li")).to_have_count(2)
    page.goto(f"{site.url}concordance/?q=entry:port-lorn+entry:nobody")
    expect(page.locator(".concordance-found")).to_have_text("“entry:port-lorn entry:nobody”: in no text.")


def test_the_table_has_every_line_and_no_formula(concordance: Page, tmp_path: Path) -> None:
    concordance.locator("#concordance-words").fill("new harbour was")
    concordance.locator("#concordance-words").press("Enter")
    expect(concordance.locator(".lines li")).to_have_count(1)
    with concordance.expect_download() as started:
        press(concordance, "CSV, 1 line")
    file = tmp_path / "lines.csv"
    started.value.save_as(file)
    with file.open(encoding="utf-8-sig", newline="") as opened:
        (row,) = csv.DictReader(opened)
    assert (row["year"], row["place"], row["word"]) == ("1961", "¶2", "new harbour was")
    assert row["after"] == "'=planned in Port Lorn."


def test_a_citation_names_the_words_the_lines_and_the_address(concordance: Page) -> None:
    press(concordance, "Cite this search")
    cited = concordance.locator(".concordance-cited")
    expect(cited).to_be_focused()
    expect(cited).to_contain_text("“harbour”: 6 lines in 2 of")
    expect(cited).to_contain_text("?q=harbour")


@pytest.mark.parametrize("width", [1280, 360])
def test_the_concordance_has_no_barrier_at_any_width(reader: Readers, site: Site, width: int) -> None:
    page = reader(width=width)
    serve(page)
    page.goto(f"{site.url}concordance/?q=harbour&sort=right")
    expect(page.locator(".lines li")).to_have_count(6)
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    if width < 700:
        page.get_by_text("Filters", exact=True).click()
        page.get_by_label("1958").check()
        expect(page.locator(".lines li")).to_have_count(3)


def test_without_scripts_the_page_says_where_else_to_look(reader: Readers, site: Site) -> None:
    page = reader(javascript=False)
    page.goto(f"{site.url}concordance/?q=harbour")
    expect(page.locator(".without-script")).to_contain_text("needs JavaScript")
    expect(page.locator("form.concordance-query")).to_be_hidden()
    assert page.locator(".without-script a").count() >= 3


def test_of_very_many_lines_the_first_are_shown_and_the_number_of_passages_is_said(page: Page, site: Site) -> None:
    texts = [
        document(*[("paragraph", "en", "A bell and a bell.")] * 15, id=f"text-{number:02}", issued="1960")
        for number in range(20)
    ]
    serve_index(page, compose_search(texts, [], {}))
    order = as_script(
        "data/text-order.js", "readerTextOrder", {"order": list(range(20)), "difference": {}, "quotation": {}}
    ).text
    page.route("**/data/text-order.js", lambda route: route.fulfill(body=order, content_type="text/javascript"))
    page.goto(f"{site.url}concordance/?q=bell")
    expect(page.locator(".concordance-found")).to_contain_text("The first 500 lines of 300 passages in 20 of")
    expect(page.locator(".lines li")).to_have_count(60)
    page.get_by_role("button", name="Show all 500 lines").click()
    expect(page.locator(".lines li")).to_have_count(500)
    expect(page.locator(".lines li").nth(60).locator("a")).to_be_focused()
