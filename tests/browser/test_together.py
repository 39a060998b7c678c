"""The names that stand together: picture and table agree, numbers lead to paragraphs, a phone has the table alone."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from tests.support.browsing import Readers
from tests.support.greek_edition import greek_edition, publish_edition
from tests.support.serving import SiteServer, serving


@pytest.fixture(scope="module")
def named(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SiteServer]:
    """An edition in which a person and an organisation stand together, built and served."""
    folder = tmp_path_factory.mktemp("named")
    with serving(publish_edition(greek_edition(folder / "edition", "en"), folder / "site")) as server:
        yield server


def test_a_number_leads_to_the_lines_that_name_both(page: Page, named: SiteServer) -> None:
    page.goto(f"{named.url}together/")
    row = page.locator(".pairs tbody tr").first
    one, other, *_ = row.locator("a").all_inner_texts()
    row.get_by_role("link", name=re.compile(f"name {re.escape(one)} with")).click()
    expect(page.locator(".concordance-found")).to_contain_text(f"{one} + {other}")
    expect(page.locator(".lines li").nth(1)).to_be_visible()


def test_every_name_of_the_picture_is_a_link_of_the_table_and_reached_by_keyboard(
    page: Page, named: SiteServer
) -> None:
    page.goto(f"{named.url}together/")
    targets = "links => [...new Set(links.map(link => link.getAttribute('href')))].sort()"
    in_picture = page.locator(".network a").evaluate_all(targets)
    assert in_picture == page.locator(".pairs td:nth-child(-n+2) a").evaluate_all(targets)
    page.locator(".network a").first.focus()
    page.keyboard.press("Tab")
    expect(page.locator(".network a").nth(1)).to_be_focused()


def test_a_phone_and_a_reader_without_scripts_have_the_table(reader: Readers, named: SiteServer) -> None:
    page = reader(width=360, javascript=False)
    page.goto(f"{named.url}together/")
    expect(page.locator(".network")).to_be_hidden()
    expect(page.locator(".pairs tbody tr").first).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
