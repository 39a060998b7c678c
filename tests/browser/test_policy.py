"""The policy of the pages: what stands in a page never runs, whoever put it there, and nothing of ours needs to."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Route

from tests.support.browsing import EXAMPLES, HEAR_REFUSALS, PLACES, Readers, arrived, at_rest, window
from tests.support.builds import REPO_URL, build
from tests.support.matrix import FULL
from tests.support.serving import serving

Address = Callable[[str], str]
PLANTED = """
<script>globalThis.ran = "script"</script>
<img src="nothing.png" onerror="globalThis.ran = 'handler'">
<a id="planted" href="javascript:globalThis.ran='address'">x</a>
<iframe srcdoc="<script>parent.ran = 'frame'</script>"></iframe>
<style>:root { --planted: 1 }</style><p style="--planted: 1">x</p>
<form id="sending" action="https://example.org/"></form>
<base href="https://example.org/">
"""

USE_EVERYTHING = """async () => {
    const pause = time => new Promise(done => setTimeout(done, time))
    const used = new Set()
    const tell = (element, ...names) => names.forEach(name => element.dispatchEvent(new Event(name, { bubbles: true })))
    for (let round = 0; round < 2; round++) { // what one control shows may have controls of its own
        for (const element of document.querySelectorAll("summary, button, input, textarea")) {
            if (used.has(element)) continue
            used.add(element)
            if (element.matches("textarea, input:not([type=radio], [type=checkbox])")) {
                element.focus()
                element.value = "the lamp"
                tell(element, "input", "change")
            } else element.click()
            await pause(5)
        }
        const mention = document.querySelector("a.m")
        for (const name of ["pointerover", "pointerenter", "mouseover", "focusin"]) if (mention) tell(mention, name)
        await pause(300)
        for (const dialog of document.querySelectorAll("dialog[open]")) dialog.close()
    }
    return used.size
}"""
"""Use every control of a page as a reader would who tries them all, and count them."""

HOSTING = ("at the root of a host", "opened as files")
"""How the site may be published besides below a folder, as it is in all other tests."""


PUBLISHED_OTHERWISE = [
    (hosting, place)
    for number, place in enumerate(place for place in EXAMPLES if place != "missing")
    for hosting in (HOSTING if FULL else [HOSTING[number % len(HOSTING)]])
]
"""Each type of page with one of them in turn, or with both under FULL."""


@pytest.fixture(scope="module")
def placed(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Address]:
    """Where the site is published in another way: the address of a type of page."""
    folder = tmp_path_factory.mktemp("placed") / "site"
    if request.param == "opened as files":
        build(folder, options=("-f", "config/mkdocs.offline.yml"))
        yield lambda place: file_of(folder, EXAMPLES[place]).as_uri()
        return
    folder.mkdir()
    with serving(folder, "/") as server:
        build(folder, SITE_URL=server.url, REPO_URL=REPO_URL)
        yield lambda place: server.url + EXAMPLES[place]


def file_of(folder: Path, address: str) -> Path:
    """The file of a page in a copy whose addresses end in .html."""
    index = folder / address / "index.html"
    return index if index.is_file() else (folder / address).with_suffix(".html")


def use(page: Page, address: str) -> list[str]:
    """Open a page and use all that it has; return what its policy refused."""
    page.add_init_script(HEAR_REFUSALS)
    page.goto(address)
    arrived(page)
    assert page.evaluate(USE_EVERYTHING) > 5
    refused: list[str] = page.evaluate("refused")
    return refused


@pytest.mark.parametrize("place", PLACES)
def test_no_page_breaks_its_own_policy_whatever_of_it_is_used(reader: Readers, address: Address, place: str) -> None:
    assert use(reader(), address(place)) == []  # and a reader's console must stay clean


@pytest.mark.parametrize(("placed", "place"), PUBLISHED_OTHERWISE, indirect=["placed"])
def test_nor_does_it_where_the_site_is_published_otherwise(reader: Readers, placed: Address, place: str) -> None:
    assert use(reader(), placed(place)) == []


def test_what_somebody_plants_in_a_page_does_nothing(browser: Browser, address: Address) -> None:
    asked: list[str] = []

    def plant(route: Route) -> None:
        answer = route.fetch()
        route.fulfill(response=answer, body=answer.text().replace("</h1>", f"</h1>{PLANTED}", 1))

    with window(browser) as page:
        page.route("**/about/", plant)
        page.on("request", lambda request: asked.append(request.url))
        page.goto(address("about"))
        arrived(page)
        page.evaluate("document.querySelector('#planted').click()")
        page.evaluate("document.querySelector('#sending').submit()")
        page.wait_for_timeout(300)  # for what was planted, which would run in this time or not at all
        at_rest(page)
        assert page.evaluate("globalThis.ran ?? ''") == ""
        assert (
            page.evaluate("getComputedStyle(document.querySelector('#content p')).getPropertyValue('--planted')") == ""
        )
        # For Playwright the form, which the policy holds back, is being sent for ever: only the page can be asked.
        assert page.evaluate("[document.baseURI, location.href]") == [address("about")] * 2
        assert not [url for url in asked if "127.0.0.1" not in url]


def test_a_cell_is_aligned_as_its_column_says_without_a_style_of_its_own(reader: Readers, address: Address) -> None:
    page = reader()
    page.goto(address("about"))
    page.evaluate(
        """() => document.querySelector(".page").insertAdjacentHTML("beforeend", `<table><tr>
            <td data-align="left">1</td><td data-align="center">2</td><td data-align="right">3</td></tr></table>`)"""
    )
    cells = page.locator(".page > table td")
    assert cells.evaluate_all("list => list.map(cell => getComputedStyle(cell).textAlign)") == [
        "left",
        "center",
        "right",
    ]
