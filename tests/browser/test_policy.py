"""The policy of the pages: what stands in a page never runs, whoever put it there, and nothing of ours needs to."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, Route

from tests.support.browsing import PATIENCE, PLACES, Readers, arrived

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


@pytest.mark.parametrize("place", PLACES)
def test_no_page_breaks_its_own_policy(reader: Readers, address: Address, place: str) -> None:
    page = reader()  # whose console must stay clean, and Chromium writes every violation there
    page.add_init_script(
        "globalThis.refused = []; addEventListener('securitypolicyviolation', e => refused.push(e.violatedDirective))"
    )
    page.goto(address(place))
    arrived(page)
    assert page.evaluate("refused") == []


def test_what_somebody_plants_in_a_page_does_nothing(browser: Browser, address: Address) -> None:
    context = browser.new_context()
    context.set_default_timeout(PATIENCE)
    asked: list[str] = []

    def plant(route: Route) -> None:
        answer = route.fetch()
        route.fulfill(response=answer, body=answer.text().replace("</h1>", f"</h1>{PLANTED}", 1))

    page = context.new_page()
    page.route("**/about/", plant)
    page.on("request", lambda request: asked.append(request.url))
    page.goto(address("about"))
    arrived(page)
    page.evaluate("document.querySelector('#planted').click()")
    page.evaluate("document.querySelector('#sending').submit()")
    page.wait_for_timeout(300)
    assert page.evaluate("globalThis.ran ?? ''") == ""
    assert page.evaluate("getComputedStyle(document.querySelector('#content p')).getPropertyValue('--planted')") == ""
    assert page.evaluate("document.baseURI") == page.url
    assert not [url for url in asked if "127.0.0.1" not in url]
    context.close()


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
