"""The copy to keep: unpacked and opened as files, with fonts, scripts and links, and no request to anybody."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner
from playwright.sync_api import Browser, Page, expect

from build_tools.interfaces.cli import main
from build_tools.interfaces.mkdocs_defaults import NAVIGATION
from build_tools.website.writing import pack_site
from tests.support.browsing import window
from tests.support.builds import build
from tests.support.projects import small_project

HOME = "https://reader.example/"


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site as `make offline` packs it."""
    folder = tmp_path_factory.mktemp("offline")
    build(
        folder / "site",
        root=small_project(folder / "project"),
        options=("-f", "config/mkdocs.offline.yml"),
        SITE_URL=HOME,
    )
    packed = CliRunner().invoke(main, ["pack", str(folder / "site"), str(folder / "offline.zip")])
    assert packed.exit_code == 0, packed.output
    return folder / "offline.zip"


@pytest.fixture(scope="module")
def unpacked(archive: Path) -> Path:
    with zipfile.ZipFile(archive) as packed:
        packed.extractall(archive.parent / "desk")
    return archive.parent / "desk" / "offline"


@pytest.fixture
def desk(browser: Browser) -> Iterator[Page]:
    """A reader without a network, whose console must stay clean."""
    troubles: list[str] = []
    with window(browser, offline=True) as page:
        page.on("console", lambda message: troubles.append(message.text) if message.type == "error" else None)
        page.on("pageerror", lambda error: troubles.append(str(error)))
        page.on("request", lambda request: None if request.url.startswith("file:") else troubles.append(request.url))
        page.on("requestfailed", lambda request: troubles.append(f"failed: {request.url}"))
        yield page
    assert troubles == []


def test_a_reader_opens_the_index_and_follows_a_text_and_a_term(desk: Page, unpacked: Path) -> None:
    desk.goto((unpacked / "index.html").as_uri())
    desk.locator(".card h3 a").first.click()
    desk.wait_for_url("**/sources/*.html")
    mention = desk.locator(".text a.m").first
    name = mention.get_attribute("href")
    assert name and name.endswith(".html")
    desk.goto((unpacked / "sources" / name).resolve().as_uri())
    expect(desk.locator("[data-page=entry] h1")).to_be_visible()
    desk.locator(".kwic .at").first.click()
    desk.wait_for_url("**/sources/*.html#*")


def test_fonts_and_scripts_work_from_files(desk: Page, unpacked: Path) -> None:
    desk.goto((unpacked / "sources/tongues.html").as_uri())
    families = "() => document.fonts.ready.then(all => [...all].filter(f => f.status === 'loaded').map(f => f.family))"
    loaded = {family.casefold() for family in desk.evaluate(families)}  # names of fonts have no case
    assert {"reader serif", "reader sans"} <= loaded
    button = desk.get_by_role("button", name="Dark colours")
    button.click()
    expect(button).to_have_attribute("aria-pressed", "true")
    desk.get_by_role("checkbox", name="français").uncheck()
    expect(desk.locator("#p3")).to_be_hidden()
    desk.goto((unpacked / "glossary/index.html").as_uri())
    expect(desk.get_by_role("searchbox").or_(desk.locator(".tools input"))).to_be_visible()


def test_the_copy_names_the_place_where_the_site_is_at_home(desk: Page, unpacked: Path) -> None:
    desk.goto((unpacked / "sources/letter.html").as_uri())
    desk.emulate_media(media="print")
    expect(desk.locator(".printed-address")).to_contain_text(f"{HOME}sources/letter/")


def test_a_text_of_the_copy_is_cited_by_its_address_on_the_web(desk: Page, unpacked: Path) -> None:
    desk.goto((unpacked / "sources/letter.html").as_uri())
    cited = desk.locator(".cite-panel:visible").first
    expect(cited).to_contain_text(f"{HOME}sources/letter/")
    expect(cited).not_to_contain_text("file:")


def test_no_page_of_the_copy_leads_to_a_folder_or_to_a_server(unpacked: Path) -> None:
    pages = [path.read_text(encoding="utf-8") for path in unpacked.rglob("*.html")]
    assert len(pages) > len(NAVIGATION)
    assert [page[:200] for page in pages if 'href="/' in page or 'src="/' in page] == []


def test_the_same_site_packs_to_the_same_bytes(unpacked: Path, archive: Path, tmp_path: Path) -> None:
    again = tmp_path / archive.name
    names = pack_site(unpacked, again)
    assert again.read_bytes() == archive.read_bytes()
    assert list(names) == sorted(names)
    assert "404.html" not in names
