"""What an answer of the search says and costs: how many requests, how its passages begin, which words no text has."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from playwright.sync_api import Page, Request, Route, expect

from build_tools.model import Document, Label
from build_tools.website.search import compose_search
from tests.support.browsing import places, search
from tests.support.builds import Site
from tests.support.invented import document, entry, name
from tests.support.served_index import serve_index

FILLER = "Nothing else is said of it in this long report, which goes on for as many lines as the paper had. " * 20
REQUESTS = 12
"""The most that a first query may take, its engine included."""


def texts(number: int) -> list[Document]:
    """Texts by many makers, each of which speaks of the harbour far down."""
    return [
        document(
            *[("paragraph", "en", f"{FILLER}{place}-{number}")] * 4,
            ("paragraph", "en", f"The old harbour of place {place} was leased. {FILLER}"),
            id=f"text-{place:03}",
            publisher=f"Paper {place % 7}",
        )
        for place in range(number)
    ]


def said(page: Page, paragraphs: Sequence[str], words: str) -> str:
    """What the dialog says of a query to a text of these paragraphs."""
    serve_index(page, compose_search([document(*(("paragraph", "en", each) for each in paragraphs))], [], {}))
    search(page, words)
    return page.locator(".search-status").inner_text()


@pytest.mark.parametrize("words", ["harbour", '"old harbour"', "leased harbour"])
def test_a_first_query_takes_few_requests_however_many_texts_have_it(page: Page, site: Site, words: str) -> None:
    serve_index(page, compose_search(texts(120), [], {}))
    page.goto(f"{site.url}about/")
    asked: list[str] = []

    def note(request: Request) -> None:
        asked.append(request.url.removeprefix(site.url))

    page.on("request", note)
    search(page, words)
    expect(page.locator("dialog .hit").nth(3)).to_be_visible()
    assert len(asked) <= REQUESTS, asked
    assert len(set(asked)) == len(asked)


def test_the_search_page_fetches_the_rest_as_the_reader_comes_to_it(page: Page, site: Site) -> None:
    serve_index(page, compose_search(texts(120), [], {}))
    asked: list[str] = []

    def note(request: Request) -> None:
        if "/data/search/" in request.url or request.url.endswith("worker.js"):
            asked.append(request.url.removeprefix(site.url))

    page.on("request", note)
    page.goto(f"{site.url}search/?q=harbour")
    hits = page.locator(".hits > li")
    expect(page.locator(".found")).to_have_text("120 results.")
    shown = hits.count()
    assert 3 <= shown < 20
    assert len(asked) <= REQUESTS, asked
    first = hits.first.element_handle()
    first.evaluate("item => item.firstElementChild.focus()")
    more = page.get_by_role("button", name="Show more")
    more.scroll_into_view_if_needed()
    expect(hits.nth(shown)).to_be_attached()
    assert first.evaluate("item => item.firstElementChild === document.activeElement")
    while hits.count() < 20:
        more.scroll_into_view_if_needed()
    more.click()
    expect(hits.nth(20)).to_be_attached()
    links = page.locator(".hits a").evaluate_all("links => links.map(link => link.href)")
    assert len(set(links)) == len(links)


@pytest.mark.parametrize("place", ["dialog", "page"])
def test_a_search_that_waits_says_so_at_once(page: Page, site: Site, place: str) -> None:
    held: list[Route] = []
    is_over: list[bool] = []

    def hold(route: Route) -> None:
        route.continue_() if is_over else held.append(route)

    page.route("**/data/search/manifest.js", hold)
    if place == "page":
        page.goto(f"{site.url}search/?q=harbour")
    else:
        page.goto(f"{site.url}about/")
        page.keyboard.press("/")
        page.keyboard.insert_text("harbour")
    status = page.locator(".search-status" if place == "dialog" else ".found")
    expect(status).to_have_text("Searching…")
    is_over.append(True)
    for route in held:
        route.continue_()
    expect(status).not_to_have_text("Searching…")


@pytest.mark.parametrize("lead", [70, 71, 75, 80, 90, 110])
@pytest.mark.parametrize("first", ["Harbour of the town", "中文港口的消息和一艘船"])
def test_a_passage_begins_and_ends_between_words(page: Page, site: Site, first: str, lead: int) -> None:
    paragraph = (f"{first} " + "was quiet all that year and the boats lay still in the rain of March " * 4)[: lead - 8]
    paragraph = f"{paragraph.rpartition(' ')[0]} customs {FILLER}"
    page.goto(f"{site.url}about/")
    said(page, [paragraph], "customs")
    shown = page.locator("dialog .hit .hit-text").inner_text()
    words = shown.strip("… ")
    start = paragraph.index(words)
    assert shown.startswith("…") == (start > 0)
    end = start + len(words)
    cuts = (f" {paragraph}"[start : start + 2], f"{paragraph} "[end - 1 : end + 1])
    assert not [cut for cut in cuts if cut.isascii() and cut.isalpha()], shown


@pytest.mark.parametrize("words", ["🚢", "§", "№ %", '"…"', "-"])
def test_a_query_of_signs_alone_gets_a_sentence(page: Page, site: Site, words: str) -> None:
    page.goto(f"{site.url}about/")
    search(page, words)
    expect(page.locator(".search-status")).to_have_text("Type letters or digits: other signs are not searched.")
    page.get_by_role("combobox", name="Search").fill("")
    expect(page.locator(".search-status")).to_be_empty()


@pytest.mark.parametrize("words", ["13.09.2023", "13/09/2023", "9/13/2023", "2023. 9. 13.", "2023년 9월 13일"])
@pytest.mark.parametrize("text", ["It was 13 September 2023.", "Printed on 13.9.2023", "Printed 2023-09-13"])
def test_a_day_in_numbers_is_the_same_day_in_words(page: Page, site: Site, words: str, text: str) -> None:
    page.goto(f"{site.url}about/")
    assert said(page, [text, "It was 12 September 2023, the 9th day of 2013."], words) == "1 result."
    assert places(page) == ["sources/harbour/#p1"]


@pytest.mark.parametrize(
    ("words", "text", "shown"),
    [
        ("antigovernment", "An anti-government rally.", "anti-government for antigovernment"),
        ("reentry", "Its re-entry was refused.", "re-entry for reentry"),
        ("cooperative", "A co-operative mood.", "co-operative for cooperative"),
        ("1250.50", "It cost 1,250.50 marks.", "1,250 for 1250"),
    ],
)
def test_a_word_is_found_where_a_text_divides_it(page: Page, site: Site, words: str, text: str, shown: str) -> None:
    page.goto(f"{site.url}about/")
    status = said(page, [text, "The government and its anti hero. Co and operative. 250 men."], words)
    assert status == f"1 result. Showing {shown}."
    assert places(page) == ["sources/harbour/#p1"]


@pytest.mark.parametrize(
    ("words", "status"),
    [
        ("harbour", "2 results."),
        ("harbour of Blefuscu", "2 results. In no text: “blefuscu”."),
        ("harbour tower", "1 result."),
        ("tower rain", "2 results. No result has all the words."),
        ("Blefuscu", "Nothing found."),
    ],
)
def test_an_answer_says_which_words_it_does_not_have(page: Page, site: Site, words: str, status: str) -> None:
    page.goto(f"{site.url}about/")
    paragraphs = ["The harbour stayed.", "A harbour and a tower.", "Rain fell.", "Nothing else.", "Nothing more."]
    assert said(page, paragraphs, words) == status


def test_a_name_that_no_text_has_leads_to_its_entry_and_says_so(page: Page, site: Site) -> None:
    text = document(("paragraph", "en", "Lorn leased it."), ("paragraph", "en", "The Lorne brothers."))
    lorn = entry("lorn", "Lorn", "polity", alt_labels=(Label("로른", "ko"), Label("Лорн", "ru")))
    serve_index(page, compose_search([text], [lorn], {"harbour": name(text, {"Lorn leased": "lorn"})}))
    page.goto(f"{site.url}about/")
    for words in ("로른", "Лорн"):
        search(page, words)
        expect(page.locator(".search-status")).to_have_text(f"Entry Lorn and 1 result. In no text: “{words}”.")
        assert places(page) == ["glossary/lorn/", "sources/harbour/#p1"]
        page.keyboard.press("Escape")
        expect(page.locator("dialog.search")).to_be_hidden()


def test_of_entries_that_share_a_name_the_one_that_texts_name_leads(page: Page, site: Site) -> None:
    text = document(("paragraph", "en", "Lorn leased the harbour."), ("paragraph", "en", "Nothing was said."))
    people = [
        entry(f"{first.lower()}-lorn", f"{first} Lorn", "person", short_labels=(Label("Lorn", "en"),))
        for first in ("Ada", "Bela")
    ]
    serve_index(page, compose_search([text], people, {"harbour": name(text, {"Lorn": "bela-lorn"})}))
    page.goto(f"{site.url}about/")
    search(page, "Lorn")
    expect(page.locator(".search-status")).to_contain_text("Entry Bela Lorn")
    assert places(page)[0] == "glossary/bela-lorn/"
