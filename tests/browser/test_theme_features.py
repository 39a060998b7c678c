"""An edition may turn on features of the theme: then its script is loaded, and may swap pages; ours go on working."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
import yaml
from playwright.sync_api import Page, expect

from tests.support.browsing import Readers, arrived, search
from tests.support.builds import build
from tests.support.projects import small_project
from tests.support.serving import serving

SETTINGS = {
    "site_name": "Reader of ports",
    "theme": {"name": "material", "features": ["content.action.edit", "navigation.instant"]},
    "plugins": ["reader"],
}


@pytest.fixture(scope="module")
def instant_site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of an edition that lets the theme swap pages."""
    folder = tmp_path_factory.mktemp("instant")
    project = small_project(folder / "project")
    (project / "mkdocs.yml").unlink()
    (folder / "site").mkdir()
    with serving(folder / "site") as server:
        settings = {"site_url": server.url, **SETTINGS}
        (project / "mkdocs.yml").write_text(yaml.safe_dump(settings), encoding="utf-8")
        build(folder / "site", root=project)
        yield server.url


def follow(page: Page, link: str, address: str) -> None:
    """Follow a link to a page that the theme puts in the place of this one."""
    page.evaluate("globalThis.stayed = true")
    page.locator(link).first.click()
    page.wait_for_url(address)
    expect(page.locator("h1").first).to_be_visible()


def test_scripts_go_on_working_on_pages_that_are_swapped_in(reader: Readers, instant_site: str) -> None:
    page = reader()
    page.goto(f"{instant_site}sources/", wait_until="networkidle")
    follow(page, ".page a[href*=tongues]", "**/sources/tongues/")
    arrived(page)
    assert page.evaluate("globalThis.stayed") is True
    page.get_by_role("checkbox", name="français").uncheck()
    expect(page.locator("#p3")).to_be_hidden()
    button = page.get_by_role("button", name="Dark colours")
    button.click()
    expect(button).to_have_attribute("aria-pressed", "true")
    follow(page, "header a[href*=glossary]", "**/glossary/")
    expect(page.get_by_role("searchbox")).to_be_visible()
    page.go_back()
    page.wait_for_url("**/sources/tongues/**")
    expect(page.locator("#p1")).to_be_visible()
    search(page, "port")
    expect(page.locator("dialog .hit").first).to_be_visible()


def test_the_paragraph_to_cite_is_kept_when_the_theme_announces_its_page_again(
    reader: Readers, instant_site: str
) -> None:
    page = reader()
    page.goto(f"{instant_site}sources/tongues/", wait_until="networkidle")
    choice = page.get_by_label("Cite", exact=True)
    choice.select_option("p2")
    page.evaluate("location.hash = 'cite'")
    page.wait_for_url("**#cite")
    page.evaluate("document.body.append(Object.assign(document.createElement('a'), { href: '#p1', id: 'jump' }))")
    page.evaluate("document.querySelector('#jump').click()")
    page.wait_for_url("**#p1")
    expect(choice).to_have_value("p2")


def test_the_colours_that_were_chosen_hold_on_the_next_page(reader: Readers, instant_site: str) -> None:
    page = reader()
    page.goto(instant_site)
    page.get_by_role("button", name="Dark colours").click()
    page.goto(f"{instant_site}glossary/")
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "night")
    expect(page.get_by_role("button", name="Dark colours")).to_have_attribute("aria-pressed", "true")
