"""The search below its surface: twins, requests, disks, and whatever people paste into a field."""

from __future__ import annotations

import json
from collections.abc import Callable
from itertools import product
from pathlib import Path
from string import ascii_lowercase

import pytest
from playwright.sync_api import Browser, Page, Request, expect

from benchmarks.chromium import wait_until
from build_tools.model import Label
from build_tools.website.search import compose_search, postings
from build_tools.website.search.label_rows import units
from tests.support.browsing import arrived, places, search, window
from tests.support.builds import Site, build
from tests.support.invented import document, entry, name
from tests.support.projects import small_project
from tests.support.served_index import serve_index

VOWELS = "aeiou"


def test_the_browser_cuts_texts_into_the_same_tokens_as_the_build(page: Page, site: Site, root: Path) -> None:
    rows = [json.loads(line) for line in (root / "tests/data/tokens.jsonl").read_text("utf-8").splitlines()]
    page.goto(site.url)
    page.evaluate("Promise.all(['tokens', 'dates'].map(readerSearch.need))")
    found = page.evaluate(
        """texts => texts.map(text => {
            const tokens = readerSearch.tokenize(text).map(token => token.text)
            return [tokens, readerSearch.findDates(tokens)]
        })""",
        [row["text"] for row in rows],
    )
    for row, (tokens, dates) in zip(rows, found, strict=True):
        assert (tokens, dates) == (row["tokens"], row["dates"]), row["text"]


def test_the_browser_reads_labels_by_the_same_units_as_the_build(page: Page, site: Site, root: Path) -> None:
    texts = [json.loads(line)["text"] for line in (root / "tests/data/tokens.jsonl").read_text("utf-8").splitlines()]
    texts += [f"{text} countries states taxes boss crisis" for text in texts[:20]]
    page.goto(site.url)
    page.evaluate("Promise.all(['tokens', 'aliases'].map(readerSearch.need))")
    assert page.evaluate("texts => texts.map(readerSearch.units)", texts) == [units(text) for text in texts]


def test_the_browser_counts_the_letters_that_differ_as_the_build_does(page: Page, site: Site, root: Path) -> None:
    rows = [json.loads(line) for line in (root / "tests/data/distances.jsonl").read_text("utf-8").splitlines()]
    page.goto(site.url)
    page.evaluate("readerSearch.need('words')")
    found = page.evaluate("rows => rows.map(({one, other, most}) => readerSearch.distance(one, other, most))", rows)
    assert found == [row["distance"] for row in rows]


def test_a_token_knows_where_it_stands(page: Page, site: Site) -> None:
    page.goto(site.url)
    page.evaluate("readerSearch.need('tokens')")
    text = "𝐁 the U.S. and Séoul’s 军事合作"
    cuts = page.evaluate("text => readerSearch.tokenize(text).map(({start, end}) => text.slice(start, end))", text)
    assert cuts == ["𝐁", "the", "U.S.", "and", "Séoul", "军事", "事合", "合作", "作"]


def test_nothing_of_the_index_is_fetched_before_the_field_has_the_focus(
    page: Page, site: Site, address: Callable[[str], str]
) -> None:
    asked: list[str] = []

    def note(request: Request) -> None:
        asked.append(request.url.removeprefix(site.url))

    page.on("request", note)
    page.goto(address("longest source"))
    arrived(page)
    assert [path for path in asked if path.startswith("data/search/") or "search_index" in path or "lunr" in path] == []
    with page.expect_event("request", lambda request: "data/search/manifest.js" in request.url):
        page.keyboard.press("/")


@pytest.mark.parametrize(
    "words",
    [
        "",
        "   ",
        '"',
        '""',
        "-",
        "*",
        "(.*)+$",
        "[a-",
        "\\",
        "<img src=x onerror=alert(1)>",
        "</script>",
        "é" * 10_000,
        "word " * 2_000,
        "__proto__",
        "constructor",
        "\u0000",
        "\U0001f600",
        "북",
        "中",
        "a",
        "§russia",
        "@2023-09-13",
    ],
)
def test_no_query_breaks_the_search(page: Page, site: Site, familiar: str, words: str) -> None:
    page.goto(site.url)
    page.keyboard.press("/")
    field = page.get_by_role("combobox", name="Search")
    field.fill(words)
    page.wait_for_timeout(400)  # for a fault, which would come in this time or not at all
    expect(page.locator(".search-status")).not_to_contain_text("could not be loaded")
    expect(page.locator("dialog :is(img, script)")).to_have_count(0)
    field.fill(familiar)
    expect(page.locator("dialog .hit.card .hit-title")).to_have_text(familiar)


def test_an_edition_without_any_entry_can_be_searched(page: Page, site: Site) -> None:
    words = "Lorn leased the harbour."
    serve_index(page, compose_search([document(("paragraph", "en", words))], [], {}))
    page.goto(site.url)
    search(page, "leased")
    assert places(page) == ["sources/harbour/#p1"]
    page.get_by_role("combobox", name="Search").fill("nothing of that")
    expect(page.locator(".search-status")).to_contain_text("Nothing found")


@pytest.mark.parametrize("text", ["x", "中", "한"])
def test_a_text_of_one_character_is_found_by_it(page: Page, site: Site, text: str) -> None:
    serve_index(page, compose_search([document(("paragraph", "en", text))], [], {}))
    page.goto(site.url)
    search(page, text)
    assert places(page) == ["sources/harbour/#p1"]


@pytest.mark.parametrize("words", ['"port of the north"', '"of the"'])
def test_a_phrase_with_words_too_frequent_for_their_places_finds_only_texts_that_hold_it(
    page: Page, site: Site, monkeypatch: pytest.MonkeyPatch, words: str
) -> None:
    monkeypatch.setattr(postings, "MOST", 12)
    texts = ["Port of the north", *["Port in a north"] * 3, *[f"The end of it {number}" for number in range(14)]]
    serve_index(page, compose_search([document(*(("paragraph", "en", text) for text in texts))], [], {}))
    page.goto(site.url)
    search(page, words)
    assert places(page) == ["sources/harbour/#p1"]
    expect(page.locator(".search-status")).to_contain_text("1 result")


def test_passages_are_shown_beside_entries_that_hold_all_words_of_a_query(page: Page, site: Site) -> None:
    words = ("harbour", "lease", "treaty", "lorn")
    entries = [entry(f"e{n}", f"Point {n}", definition=f"Harbour, lease, treaty, Lorn {n}.") for n in range(6)]
    texts = [*(f"A {one} was named." for one in words), *["Nothing was said."] * 60]
    serve_index(page, compose_search([document(*(("paragraph", "en", text) for text in texts))], entries, {}))
    page.goto(site.url)
    search(page, "harbour lease treaty lorn")
    kinds = [place.partition("/")[0] for place in places(page)]
    assert kinds[:4] == ["glossary", "sources", "sources", "glossary"]
    assert kinds.count("sources") == len(words)


def test_a_misspelled_word_is_recognised_however_many_words_sort_between_it_and_the_right_one(
    page: Page, site: Site
) -> None:
    between = [f"re{''.join(letters)}ov" for letters in product("ghijklmno", VOWELS, ascii_lowercase, "vwxyz")]
    paragraphs = [("paragraph", "en", text) for text in ("They rebuild it", *between)]
    index = compose_search([document(*paragraphs)], [], {})
    assert len([file for file in index if "/t-" in file.path]) > 8
    serve_index(page, index)
    page.goto(site.url)
    search(page, "rezbuild")
    assert places(page) == ["sources/harbour/#p1"]


def test_the_month_of_another_language_is_not_taken_for_a_typing_error(page: Page, site: Site) -> None:
    serve_index(page, compose_search([document(("paragraph", "en", "It marks the vote of 28 March 2024."))], [], {}))
    page.goto(site.url)
    search(page, "28 mars 2024")
    expect(page.locator(".search-status")).to_have_text("1 result.")
    assert places(page) == ["sources/harbour/#p1"]


def test_a_word_of_another_language_leads_through_the_names_of_entries_to_passages(page: Page, site: Site) -> None:
    text = document(("paragraph", "en", "The Lorn lease was signed."), ("paragraph", "en", "Nothing was said."))
    lease = entry("lease", "Lorn lease", "agreement", alt_labels=(Label("Лорнская аренда", "ru"),))
    serve_index(page, compose_search([text], [lease], {"harbour": name(text, {"Lorn lease": "lease"})}))
    page.goto(site.url)
    search(page, "подписание аренда")
    assert "sources/harbour/#p1" in places(page)
    also = page.locator(".search-also")
    expect(also).to_contain_text("Lorn lease")
    also.get_by_role("button").first.click()
    expect(page.locator(".search-also button")).to_have_count(0)
    assert places(page) == ["glossary/lease/"]


def test_an_entry_that_alone_answers_brings_the_passages_that_name_it(page: Page, site: Site) -> None:
    text = document(*(("paragraph", "en", words) for words in ("The row went on.", "Nothing was said.", "A dispute.")))
    row = entry("row", "Row", "event", definition="Quarrel, feud and dispute between neighbours.")
    serve_index(page, compose_search([text], [row], {"harbour": name(text, {"row": "row"})}))
    page.goto(site.url)
    search(page, "quarrel feud dispute neighbours")
    assert places(page)[0] == "glossary/row/"
    assert "sources/harbour/#p1" in places(page)
    expect(page.locator(".search-also")).to_contain_text("Row")
    page.locator(".search-also").get_by_role("button").first.click()
    expect(page.locator(".search-also button")).to_have_count(0)
    assert "sources/harbour/#p1" not in places(page)


def test_an_edition_without_texts_and_entries_finds_nothing_and_says_so(page: Page, site: Site) -> None:
    serve_index(page, compose_search([], [], {}))
    page.goto(site.url)
    search(page, "Zakharova 2023-09-13 「韩国」")
    expect(page.locator(".search-status")).to_contain_text("Nothing found")


def test_blocked_storage_does_not_stop_the_search(browser: Browser, site: Site, familiar: str) -> None:
    with window(browser) as page:
        page.add_init_script(
            "for (const name of ['sessionStorage', 'indexedDB', 'caches'])"
            " Object.defineProperty(window, name, {get() { throw new Error('blocked') }})"
        )
        page.goto(site.url)
        search(page, familiar)
        expect(page.locator("dialog .hit.card .hit-title")).to_have_text(familiar)


def test_the_search_works_from_a_disk(browser: Browser, tmp_path: Path) -> None:
    build(tmp_path / "site", root=small_project(tmp_path / "project"), options=("--no-directory-urls",))
    with window(browser) as page:  # not the one of a reader
        page.goto((tmp_path / "site/index.html").as_uri())
        search(page, "港口")
        expect(page.locator("dialog .hit.card .hit-title")).to_have_text("port")
        page.locator("dialog .hit:not(.card)").first.click()
        page.wait_for_url("**/sources/*.html*#p*")
        wait_until(page, "CSS.highlights.has('search-hit')")
