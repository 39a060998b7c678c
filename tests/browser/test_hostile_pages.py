"""A hostile edition in Chromium: whatever a reader does on any page, no text runs, and nobody else is asked."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from urllib.parse import quote

import pytest
from playwright.sync_api import Dialog, Page, expect

from tests.support.browsing import Readers, arrived, at_rest, point_at, search, show_on
from tests.support.hostile_edition import HostileSite
from tests.support.hostile_text import ATTACKS
from tests.support.matrix import FULL, some

TRAP = "globalThis.__pwn = () => { globalThis.pwned = (globalThis.pwned ?? 0) + 1 }"
ACTIVE = """() => [...document.querySelectorAll("*")].filter(element =>
    element.matches("iframe, object, embed, base, img, [src*='e.example'], [href^='javascript:' i]") ||
    [...element.attributes].some(({ name }) => name.startsWith("on"))).map(element => element.outerHTML)"""


@pytest.fixture
def visit(reader: Readers, hostile_site: HostileSite) -> Iterator[Callable[[str], Page]]:
    """Open pages of the hostile site; afterwards nothing has run, asked anything or become an element that can."""
    page = reader()
    dialogs: list[str] = []

    def refuse(dialog: Dialog) -> None:
        dialogs.append(dialog.message)
        dialog.dismiss()

    page.on("dialog", refuse)
    page.add_init_script(TRAP)

    def visit(address: str) -> Page:
        page.goto(hostile_site.url + address)
        arrived(page)
        return page

    yield visit
    check(page)
    assert dialogs == []


def check(page: Page) -> None:
    """Nothing has run on the page that is open, and nothing on it waits to."""
    at_rest(page)
    assert page.evaluate("globalThis.pwned ?? 0") == 0
    assert page.evaluate(ACTIVE) == []


def pages(site: HostileSite) -> list[str]:
    """The address of a page of each type and kind, or under FULL of all but the long texts, of which one is enough."""
    places = [f"{path.parent.relative_to(site.folder).as_posix()}/" for path in site.folder.rglob("index.html")]
    alike = ("sources/hostile-", "manual/", *(() if FULL else ("sources/said-", "discrepancies/", "quotations/")))
    return sorted(place for place in places if not place.startswith(alike) or place.rstrip("/").endswith(("-0", "s")))


def payload(site: HostileSite, name: str) -> str:
    """The first payload of a field."""
    return next(payload.text for payload in site.edition.payloads if payload.field == name)


def test_every_page_is_shown_and_printed(visit: Callable[[str], Page], hostile_site: HostileSite) -> None:
    for place in [*pages(hostile_site), "no/such/page/"]:
        page = visit(place)
        show_on(page, "print")
        show_on(page, "screen")
        check(page)


def test_words_of_a_payload_are_searched_for(visit: Callable[[str], Page], hostile_site: HostileSite) -> None:
    page = visit("")
    for name in some(("entry.pref_label", "source.short_title", "discrepancy.title", "quotation.title"), 2):
        search(page, payload(hostile_site, name))
        page.keyboard.press("ArrowDown")
        check(page)
        page.keyboard.press("Escape")
        page.goto(f"{hostile_site.url}search/?q={quote(payload(hostile_site, name))}")
        expect(page.locator("[data-search-page] .found")).not_to_be_empty()
        check(page)
    page.locator(".facets input").first.check()


def test_a_hostile_entry_is_previewed_with_its_reason(visit: Callable[[str], Page]) -> None:
    page = visit("sources/said-0/")
    for mode in ("annotated", "reasons"):
        page.locator(f".modes input[value={mode}]").check(force=True)
        expect(page.locator("html")).to_have_attribute("data-mode", mode)
        point_at(page, ".text a.m[href*='said-0']")
        expect(page.locator("#preview")).to_be_visible()
        check(page)
        page.keyboard.press("Escape")
        expect(page.locator("#preview")).to_be_hidden()
    page.keyboard.press("n")
    expect(page.locator("aside.steps")).to_be_visible()


def test_the_lists_are_filtered(visit: Callable[[str], Page], hostile_site: HostileSite) -> None:
    page = visit("glossary/")
    page.locator(".tools input").fill(payload(hostile_site, "entry.pref_label"))
    expect(page.locator(".tools .found")).not_to_be_empty()
    for place in ("discrepancies/", "quotations/"):
        chips = visit(place).locator(".tools .chip")
        expect(chips.first).to_be_visible()
        for chip in chips.all():
            chip.click()
        check(page)


def test_the_dates_are_opened(visit: Callable[[str], Page]) -> None:
    for details in visit("timeline/").locator("details.derivation summary").all():
        details.click()


def test_a_quotation_is_checked(visit: Callable[[str], Page], hostile_site: HostileSite) -> None:
    page = visit("check/")
    for words in (payload(hostile_site, "seeds.quote"), f"{payload(hostile_site, 'seeds.quote')} was not the word"):
        page.locator("textarea").fill(f"said of Lorn 0 that {words}")
        page.locator(".check button").click()
        expect(page.locator(".check")).to_have_attribute("data-state", "altered" if "not" in words else "exact")
        check(page)


def test_a_text_is_cited_copied_and_set_in_other_colours(visit: Callable[[str], Page]) -> None:
    page = visit("sources/said-0/#p1")
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.get_by_role("button", name="Dark colours").click()
    page.locator(".cite-tools select").select_option("p1")
    expect(page.locator(".cite-tools select")).to_have_value("p1")
    for style in page.locator(".cite input").all():
        style.check(force=True)
        page.locator(".cite-tools button").click()
        expect(page.locator(".notice")).to_contain_text("copied")
        assert (
            page.evaluate("async () => (await navigator.clipboard.read()).some(item => item.types.length === 0)")
            is False
        )
    check(page)


def test_languages_stand_side_by_side(visit: Callable[[str], Page]) -> None:
    page = visit("sources/tongues/")
    for box in page.locator(".languages input[value]").all():
        box.click()
    page.locator(".parallel .cell a.m:visible").first.hover()


HASHES = (
    "#%",
    "#%E0%A4%A",
    "#p1%00",
    "#__proto__",
    "#]",
    '#"]',
    "#%22%5D%3E",
    "#<img src=x onerror=__pwn()>",
    "#:~:text=",
)
PARAMETERS = (
    "q={}",
    "h={0}&e={0}",
    "view={0}&languages={0}",
    "filter={0}&kind={0}",
    "by={0}&in={0}",
    "__proto__[x]={}",
)
PLACES = ("sources/said-0/", "sources/tongues/", "glossary/", "discrepancies/", "", "search/", "no/such/%E0%A4%A/")


@pytest.mark.parametrize("place", some(PLACES, 4))
def test_a_hostile_address_runs_nothing_and_breaks_nothing(visit: Callable[[str], Page], place: str) -> None:
    for mark in some(HASHES, 3):
        check(visit(f"{place}{mark}"))
        visit("findings/")  # else a browser only moves to the next mark
    for number, parameter in enumerate(PARAMETERS):
        attack = quote(ATTACKS[number * 7 % len(ATTACKS)])
        check(visit(f"{place}?{parameter.format(attack)}#%"))


STORED = (
    "", "{", "null", "0", '"x"', "[]", "[[]]", "{}", '{"mode":"<img src=x onerror=__pwn()>","previews":{},"keys":[]}',
    '{"mode":{"toString":1}}', '{"languages":5}', '{"languages":{"length":1}}', '{"languages":["]"],"stacked":"x"}',
    '{"languages":[null,{"toString":1}]}', '{"index":9,"color":{"scheme":"x"}}', '{"index":"length","color":{"a b":1}}',
    '{"index":1,"color":{"onclick=__pwn()":"x"}}', '{"color":null}', '"]', "x']", "\\", '{"__proto__":{"mode":"x"}}',
)  # fmt: skip


@pytest.mark.parametrize("place", ["sources/said-0/", "sources/tongues/"])
def test_what_another_page_of_the_host_has_stored_runs_nothing_and_breaks_nothing(
    visit: Callable[[str], Page], hostile_site: HostileSite, place: str
) -> None:
    scope = "/" + hostile_site.url.split("/", 3)[3]
    page = visit(place)
    for value in STORED:
        keys = ("reader", "reader-languages", "reader-cite-style", f"{scope}.__palette")
        for key in keys:
            page.evaluate(f"localStorage.setItem({json.dumps(key)}, {json.dumps(value)})")
        check(visit(place))
        expect(page.locator("html")).to_have_attribute("data-mode", "annotated")
    page.get_by_role("button", name="Dark colours").click()
