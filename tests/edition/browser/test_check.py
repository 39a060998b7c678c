"""Checking a quotation: forty cases and more in a real browser, and every way to ask."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from urllib.parse import urlencode

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.support.browsing import Readers, arrived, move_focus, violations, window
from tests.support.builds import ROOT, Site
from tests.support.matrix import View, views

CASES = [
    json.loads(line) for line in (ROOT / "tests/edition/quotations.jsonl").read_text(encoding="utf-8").splitlines()
]
TRULY = "those are truly troubling developments"
QUOTATION = "cooperated with South Korea and Japan on their existing sanctions regime"


def check(page: Page, quotation: str) -> None:
    """Paste and ask, and wait for the answer."""
    page.get_by_label("The quotation").fill(quotation)
    page.get_by_role("button", name="Check", exact=True).click()
    expect(page.locator(".check-answer")).to_have_text(re.compile(r"^(Exact|Altered|Not found|Too|The texts)"))


def answer(page: Page) -> dict[str, object]:
    """The answer as a reader has it: its state, its sentence, the places, what is marked."""
    found: dict[str, object] = page.evaluate(
        """() => {
            const marked = tag => [...document.querySelectorAll(`.check-found ${tag}`)]
                .map(mark => mark.lastChild.textContent.trim())
            return {
                state: document.querySelector(".check").dataset.state,
                says: document.querySelector(".check-answer").textContent,
                places: [...document.querySelectorAll(".check-place a")].map(link => link.href),
                names: [...document.querySelectorAll(".check-place a")].map(link => link.textContent),
                ins: marked("ins"),
                del: marked("del"),
            }
        }"""
    )
    return found


@pytest.fixture(scope="module")
def desk(browser: Browser, site: Site) -> Iterator[Page]:
    """One reader who asks about every case."""
    with window(browser) as page:
        page.goto(f"{site.url}check/")
        yield page


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_a_quotation_is_judged_as_a_person_would(desk: Page, site: Site, case: Mapping[str, object]) -> None:
    check(desk, str(case["quote"]))
    found = answer(desk)
    assert found["state"] == case["state"], found
    assert str(case.get("says", "")) in str(found["says"])
    if "source" in case:
        place = f"{site.url}sources/{case['source']}/#{next(iter(case['blocks'] or ['p']))}"  # type: ignore[call-overload]
        assert [one for one in found["places"] if one.startswith(place)], found  # type: ignore[attr-defined]
    for mark in ("ins", "del"):
        if mark in case:
            assert found[mark] == case[mark]
    if case["state"] == "exact":
        assert found["ins"] == found["del"] == []


def test_there_are_forty_cases_of_every_kind() -> None:
    assert len({case["name"] for case in CASES}) == len(CASES) >= 40
    assert {case["state"] for case in CASES} == {"exact", "altered", "absent", "short"}


def test_a_place_over_two_paragraphs_names_both(desk: Page) -> None:
    check(desk, "those are truly troubling developments. The current awkwardness of Seoul-Moscow relations")
    assert answer(desk)["names"] == [
        "Chung-in Moon, “Will Seoul's ties with Moscow really recover on their own?”, ¶2 to ¶3"
    ]


def test_ten_thousand_characters_are_checked_and_too_many_are_refused(desk: Page, root: Path) -> None:
    seed = (root / "seeds" / "003_8fa5bf5b77d5cfc8.txt").read_text(encoding="utf-8")
    body = seed[seed.index("The relationship between South Korea") : seed.index("Copyright ©")]
    check(desk, body.replace("682", "628"))
    found = answer(desk)
    assert (found["state"], found["ins"], found["del"]) == ("altered", ["682"], ["628"])
    check(desk, body.replace("Russia", "Prussia") + "x" * 3000)
    assert answer(desk)["state"] == "altered"
    check(desk, "word " * 5000)
    assert answer(desk)["state"] == "long"


def test_the_link_lands_at_the_paragraph_and_marks_it(page: Page, site: Site) -> None:
    page.goto(f"{site.url}check/")
    check(page, QUOTATION)
    page.locator(".check-place a").click()
    page.wait_for_url("**/sources/column-will-ties-recover/#p17")
    expect(page.locator("#p17")).to_be_in_viewport()
    assert page.evaluate("() => document.querySelector('#p17').matches(':target')")


@pytest.mark.parametrize("view", views(), ids=str)
def test_an_answer_is_accessible_and_fits(reader: Readers, site: Site, view: View) -> None:
    page = reader(width=view.width, scheme=view.scheme)
    page.goto(f"{site.url}check/")
    assert violations(page) == []
    check(page, QUOTATION)
    assert violations(page) == []
    assert page.evaluate("() => document.documentElement.scrollWidth <= innerWidth")
    expect(page.get_by_role("deletion")).to_have_text("not in the text: Japan")
    expect(page.get_by_role("insertion")).to_have_text("the text has: the US")


def test_a_reader_by_keyboard_pastes_asks_and_follows(page: Page, site: Site) -> None:
    page.goto(f"{site.url}check/")
    page.get_by_label("The quotation").focus()
    page.keyboard.insert_text(QUOTATION)
    page.keyboard.press("Control+Enter")
    expect(page.locator(".check-answer")).to_contain_text("Altered")
    for _ in range(4):
        move_focus(page)
        if page.evaluate("() => document.activeElement.matches('.check-place a')"):
            break
    page.keyboard.press("Enter")
    page.wait_for_url("**/#p17")


def test_a_reader_by_touch_checks_a_quotation(phone: Page, site: Site) -> None:
    phone.goto(f"{site.url}check/")
    phone.get_by_label("The quotation").fill(QUOTATION)
    phone.get_by_role("button", name="Check", exact=True).tap()
    expect(phone.locator(".check-answer")).to_contain_text("Altered")
    phone.locator(".check-place a").tap()
    phone.wait_for_url("**/#p17")


def test_nothing_is_loaded_before_the_reader_asks_and_nothing_pasted_is_sent(page: Page, site: Site) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(f"{request.method} {request.url} {request.post_data or ''}"))
    page.goto(f"{site.url}check/")
    arrived(page)
    assert not [one for one in asked if "quotable" in one or "quotation.js" in one or "data/search" in one]
    before = len(asked)
    check(page, QUOTATION)
    assert {one.split()[1].removeprefix(site.url).split("/")[0] for one in asked[before:]} == {"assets", "data"}
    assert not [one for one in asked if "Japan" in one]
    expect(page).to_have_url(re.compile(rf"^{re.escape(site.url)}check/(#.*)?$"))


def test_the_page_works_when_it_is_reached_by_a_link_and_again_after_back(page: Page, site: Site) -> None:
    page.goto(site.url)
    for _ in range(2):
        page.get_by_role("contentinfo").get_by_role("link", name="Check a quotation").click()
        page.wait_for_url(f"{site.url}check/")
        check(page, QUOTATION)
        expect(page.locator(".check-found li")).to_have_count(1)
        expect(page).to_have_url(re.compile("/check/"))
        page.go_back()
        page.wait_for_url(site.url)


def test_texts_that_do_not_load_are_reported_and_asked_for_again(browser: Browser, site: Site) -> None:
    with window(browser) as page:
        page.route("**/data/quotable/*", lambda route: route.abort())
        page.goto(f"{site.url}check/")
        check(page, QUOTATION)
        expect(page.locator(".check-answer")).to_contain_text("could not be loaded")
        page.unroute("**/data/quotable/*")
        check(page, QUOTATION)
        expect(page.locator(".check-answer")).to_contain_text("Altered")


def test_without_javascript_the_page_says_what_to_do_instead(reader: Readers, site: Site) -> None:
    page = reader(javascript=False)
    page.goto(f"{site.url}check/")
    expect(page.get_by_text("Checking needs JavaScript")).to_be_visible()
    expect(page.locator(".check")).to_be_hidden()
    assert page.locator(".check-texts a").count() == 5


def test_it_works_from_a_file(browser: Browser, site: Site) -> None:
    with window(browser) as page:
        page.goto((site.folder / "check" / "index.html").as_uri())
        check(page, QUOTATION)
        expect(page.locator(".check-answer")).to_contain_text("Altered")


@pytest.mark.parametrize("sign", ["?", "#"])
def test_an_address_with_a_quotation_is_answered_and_kept_on_the_way_back(page: Page, site: Site, sign: str) -> None:
    page.goto(f"{site.url}check/{sign}{urlencode({'q': QUOTATION})}")
    expect(page.locator(".check-answer")).to_have_text(re.compile("^Altered"))
    expect(page.get_by_label("The quotation")).to_have_value(QUOTATION)
    check(page, TRULY)
    page.locator(".check-place a").first.click()
    page.wait_for_url(re.compile("sources/"))
    page.go_back()
    expect(page.locator(".check-answer")).to_have_text(re.compile("^Exact"))
    expect(page.get_by_label("The quotation")).to_have_value(TRULY)


def test_a_quotation_too_long_for_an_address_is_answered_all_the_same(page: Page, site: Site) -> None:
    page.goto(f"{site.url}check/")
    check(page, "words that nobody wrote " * 100)
    expect(page).not_to_have_url(re.compile("q="))
