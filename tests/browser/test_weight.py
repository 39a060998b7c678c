"""What a page costs: bytes and requests of a first load, and nothing that moves while it arrives."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, Response

from tests.support.browsing import PLACES, Readers, arrived
from tests.support.matrix import each_at_a_width

Address = Callable[[str], str]

SHIFTS = """
new PerformanceObserver(list => {
    for (const entry of list.getEntries())
        if (!entry.hadRecentInput) globalThis.shifted = (globalThis.shifted ?? 0) + entry.value
}).observe({ type: "layout-shift", buffered: true })
"""


READ_FIRST = ("home", "shortest source", "longest source", "four languages", "most mentioned", "glossary")
"""The pages at which readers arrive, each a type of its own."""


@pytest.mark.parametrize("place", [place for place in READ_FIRST if place in PLACES])
def test_a_page_arrives_within_its_budget(reader: Readers, address: Address, place: str) -> None:
    page = reader()
    answers: list[Response] = []
    page.on("response", lambda answer: answers.append(answer))  # noqa: PLW0108 - Playwright marks what it is given
    page.goto(address(place), wait_until="networkidle")
    arrived(page)
    sizes = {one.url: int(one.headers["content-length"]) for one in answers}
    fonts = sum(size for url, size in sizes.items() if url.endswith(".woff2"))
    assert fonts <= 45_000
    assert sum(sizes.values()) - fonts <= 80_000
    assert len(answers) <= 9  # and the browser asks for the icon
    # What grows with the corpus is fetched by those who ask for it.
    assert [url for url in sizes if "sitemap" in url or "/data/search/" in url or "/javascripts/" in url] == []


def shift_of(page: Page, address: Address, place: str, slowness: int = 1) -> float:
    """How much of the window moves while a page arrives, on a machine so many times slower than this one."""
    # Whether a font still comes in time for its first page is the network's affair; it is kept for the next one.
    page.goto(address("missing"))
    arrived(page)
    page.add_init_script(SHIFTS)
    page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": slowness})
    page.goto(address(place))
    arrived(page)
    return float(page.evaluate("globalThis.shifted ?? 0"))


@pytest.mark.parametrize(
    ("place", "width"),
    [
        *each_at_a_width(place for place in PLACES if place != "missing"),
        pytest.param("four languages", 768, id="four languages-768"),
    ],
)
def test_nothing_moves_while_a_page_arrives(reader: Readers, address: Address, place: str, width: int) -> None:
    assert shift_of(reader(width=width), address, place) < 0.01


@pytest.mark.parametrize("width", [360, 768])
def test_the_languages_of_a_text_do_not_push_each_other_about_on_a_slow_machine(
    reader: Readers, address: Address, width: int
) -> None:
    # The browser draws the page in parts while it reads it.
    assert shift_of(reader(width=width), address, "four languages", slowness=16) < 0.01
