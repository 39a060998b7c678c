"""Browsers before 2024, simulated: what they do not know is made unknown, and nothing of a text is lost."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, Route

from tests.support.browsing import Readers
from tests.support.matrix import Scheme

Address = Callable[[str], str]
UNKNOWN = {
    "light-dark(": "light-unknown(",
    ":has(": ":unknown(",
    "color-mix(": "color-unknown(",
    "subgrid": "unknown",
    "::details-content": "::unknown",
}
OLDER = """delete Element.prototype.checkVisibility
delete HTMLElement.prototype.showPopover"""


def older(page: Page) -> Page:
    """A browser of 2022: it skips what it cannot read."""

    def serve(route: Route) -> None:
        answer = route.fetch()
        sheet = answer.text()
        for feature, unknown in UNKNOWN.items():
            sheet = sheet.replace(feature, unknown)
        route.fulfill(response=answer, body=sheet)

    page.route("**/*.css", serve)
    page.add_init_script(OLDER)
    return page


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_link_in_a_text_keeps_its_line_and_its_words_can_be_read(
    reader: Readers, address: Address, scheme: Scheme
) -> None:
    page = older(reader(scheme=scheme))
    page.goto(address("longest source"))
    bare = page.locator(".text a.m").evaluate_all(
        "list => list.filter(a => getComputedStyle(a).backgroundImage === 'none').length"
    )
    assert bare == 0
    ink, ground = page.evaluate(
        """() => ["color", "backgroundColor"].map((name, at) =>
            getComputedStyle(at ? document.body : document.querySelector("#p1"))[name].match(/\\d+/g).map(Number)[0])"""
    )
    assert abs(ink - ground) > 120


def test_the_list_beside_a_text_holds_together_and_keys_step_from_name_to_name(
    reader: Readers, address: Address
) -> None:
    page = older(reader())
    page.goto(address("longest source"))
    row = page.locator(".rail li").first
    label, count = row.locator("a").first.bounding_box(), row.locator("a.count").bounding_box()
    assert label and count and abs(label["y"] - count["y"]) < 8
    page.keyboard.press("n")
    page.locator(".steps").wait_for(state="visible")
