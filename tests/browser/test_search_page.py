"""The search page and its queries: what is left out, what the address keeps, what its links and filters promise."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from build_tools.website.search import compose_search
from tests.support.browsing import places, search
from tests.support.builds import Site
from tests.support.invented import document, entry, name
from tests.support.served_index import serve_index

PORT = entry("port-lorn", "Port Lorn", "place")
TEXTS = [
    document(
        ("paragraph", "en", "The old harbour of Port Lorn was leased by the mayor."),
        ("paragraph", "en", "The harbour is old, and the mayor closed it."),
        id="alpha",
        issued="1961",
        publisher="The Gazette",
    ),
    document(("paragraph", "en", "A harbour of ships."), id="beta", issued="1958", publisher="The Herald"),
]
FOUND = "[data-search-page] .found"
LINES = "All lines in the concordance"


@pytest.fixture
def served(page: Page) -> Page:
    """A page whose search has an index of two texts and an entry."""
    serve_index(page, compose_search(TEXTS, [PORT], {"alpha": name(TEXTS[0], {"Port Lorn": "port-lorn"})}))
    return page


def ask(page: Page, site: Site, query: str) -> None:
    page.goto(f"{site.url}search/?{query}")
    expect(page.locator(FOUND)).to_have_text(re.compile(r"^(?!Searching…)."))


@pytest.mark.parametrize(("words", "found"), [("Herald", ["beta/"]), ("gazette 1961", ["alpha/"]), ("quill", [])])
def test_a_text_is_found_by_what_only_its_head_says(served: Page, site: Site, words: str, found: list[str]) -> None:
    served.goto(f"{site.url}about/")
    search(served, words)
    assert [place.removeprefix("sources/") for place in places(served)] == found


@pytest.mark.parametrize(
    ("words", "left"),
    [
        ('harbour -"old harbour"', {"alpha/#p2", "beta/#p1"}),
        ("harbour -“closed it”", {"alpha/#p1", "beta/#p1"}),
        ('harbour -"old harbour" -ships', {"alpha/#p2"}),
        ('harbour -"of Port"', {"alpha/#p2", "beta/#p1"}),
        ('-"closed it" "the mayor"', {"alpha/#p1"}),
        ('harbour-"the mayor"', {"alpha/#p1", "alpha/#p2"}),
    ],
)
def test_a_phrase_after_a_minus_sign_is_left_out(served: Page, site: Site, words: str, left: set[str]) -> None:
    served.goto(f"{site.url}about/")
    search(served, words)
    found = {place.removeprefix("sources/") for place in places(served) if place.startswith("sources/")}
    assert found == left


def test_a_phrase_of_frequent_words_is_left_out_by_the_text_of_the_passages(page: Page, site: Site) -> None:
    both = [("paragraph", "en", f"Day {number}: the harbour of the town.") for number in range(300)]
    serve_index(page, compose_search([document(*both, ("paragraph", "en", "The town of the harbour."))], [], {}))
    page.goto(f"{site.url}about/")
    search(page, 'town -"harbour of"')
    assert places(page) == ["sources/harbour/#p301"]


@pytest.mark.parametrize("words", ["-harbour", '-"old harbour"', "-harbour -mayor"])
def test_a_query_that_only_leaves_out_asks_for_a_word(served: Page, site: Site, words: str) -> None:
    served.goto(f"{site.url}about/")
    search(served, words)
    expect(served.locator(".search-status")).to_have_text("Type a word to search for, besides those to exclude.")


def test_the_reason_of_a_result_names_the_correction_in_the_language_of_the_page(served: Page, site: Site) -> None:
    ask(served, site, "q=harbuor")
    expect(served.locator(".hit-why").first).to_have_text("Matched: harbour for harbuor")


def test_filters_without_words_are_no_fault(served: Page, site: Site) -> None:
    ask(served, site, "q=-harbour&year=1958")
    expect(served.locator(FOUND)).to_have_text("Type a word to search for, besides those to exclude.")
    served.goto(f"{site.url}search/?year=1958")
    field = served.get_by_role("searchbox", name="Search the texts")
    field.fill("harbour")
    expect(served.locator(FOUND)).to_have_text("1 result.")
    field.fill("")
    expect(served.locator(FOUND)).to_be_empty()
    expect(served.locator(".facets")).to_be_empty()


@pytest.mark.parametrize(
    ("query", "asked"),
    [
        ("q=harbour", "harbour"),
        ('q="the+mayor"', "the mayor"),
        ("q=Port+Lorn", "entry:port-lorn"),
        ("q=mayor+ships", None),
        ("q=harbuor", None),
        ("q=harbour+-ships", None),
        ("q=leas", None),
    ],
)
def test_the_link_to_the_concordance_is_there_where_it_has_the_same_lines(
    served: Page, site: Site, query: str, asked: str | None
) -> None:
    ask(served, site, query)
    link = served.get_by_role("link", name=LINES)
    if asked is None:
        expect(link).to_be_hidden()
        return
    expect(link).to_be_visible()
    link.click()
    expect(served.locator("#concordance-words")).to_have_value(asked)


def test_a_filter_keeps_the_focus_when_the_value_that_had_it_is_gone(served: Page, site: Site) -> None:
    ask(served, site, "q=harbour&year=1958&year=1700")
    served.get_by_label("1700").focus()
    served.keyboard.press("Space")
    expect(served.get_by_label("1700")).to_have_count(0)
    expect(served.get_by_role("group", name="Year").get_by_role("checkbox").first).to_be_focused()


def test_what_is_not_also_searched_is_kept_in_the_address(served: Page, site: Site) -> None:
    ask(served, site, "q=Port+Lorn+harbour")
    served.get_by_role("button", name="only the exact words").click()
    expect(served).to_have_url(re.compile(r"off=\*"))
    expect(served.locator(".also")).to_have_count(0)
    served.reload()
    expect(served.locator(".hits li").first).to_be_visible()
    expect(served.locator(".also")).to_have_count(0)
    ask(served, site, "q=Port+Lorn+harbour&off=port-lorn")
    expect(served.locator(".hits li").first).to_be_visible()
    expect(served.locator(".also")).to_have_count(0)
    served.get_by_role("searchbox", name="Search the texts").fill("Port Lorn")
    expect(served.locator(".also")).to_be_visible()
    expect(served).not_to_have_url(re.compile("off="))


def test_a_result_opened_in_a_new_tab_leaves_the_search_open(served: Page, site: Site) -> None:
    served.goto(f"{site.url}about/")
    search(served, "harbour")
    with served.context.expect_page() as opened:
        served.locator("dialog .hit").first.click(modifiers=["Control"])
    opened.value.close()
    expect(served.locator("dialog.search")).to_be_visible()
