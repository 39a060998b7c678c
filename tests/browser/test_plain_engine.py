"""Pages of texts that MkDocs makes of the exported Markdown without our adapter: a script gives them what they lack."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from playwright.sync_api import Page, expect

from build_tools.corpus import sources
from build_tools.website.assets.static_files import templates_folder
from tests.support.browsing import Readers
from tests.support.builds import ROOT, Site, build
from tests.support.composed import EXTENSIONS
from tests.support.serving import serving

TEXTS = [source.id for source in sources.load_sources(ROOT)[0]]

PARAGRAPHS = """() => [...document.querySelectorAll("article p[id]:is(.p, .block, .byline, .subtitle)")].map(block => ({
    id: block.id, lang: block.lang, words: block.textContent.trim(), isNumbered: block.matches(".p"),
    number: (link => link && [link.hash, link.dataset.n, link.ariaLabel])(block.querySelector("a.n")),
    links: [...block.querySelectorAll("a.m")].map(link => [
        link.textContent, link.pathname.split("/").at(-2), [...link.classList].sort().join(" ")]),
}))"""
"""What a reader, a style sheet or a script of ours finds of each paragraph of a text."""


@pytest.fixture(scope="module", params=["our templates", "the theme alone"])
def plain_site(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of our edition, exported and built by MkDocs without our adapter."""
    folder = tmp_path_factory.mktemp("plain")
    export = [sys.executable, "-m", "build_tools", "build", "--root", str(ROOT), "--out", str(folder / "docs")]
    subprocess.run(export, cwd=ROOT, check=True, capture_output=True)
    settings = folder / "docs.yml"
    if request.param == "the theme alone":
        settings.write_text(yaml.safe_dump(without_our_templates(folder / "theme")), encoding="utf-8")
    build(folder / "site", root=folder, options=("--config-file", str(settings)))
    with serving(folder / "site") as server:
        yield server.url


def without_our_templates(theme: Path) -> dict[str, object]:
    """Return settings of Material for MkDocs with our script; a page that names a template of ours has the theme's."""
    theme.mkdir()
    for name in {path.name for path in templates_folder().glob("*.html")} - {"main.html", "404.html"}:
        (theme / name).write_text('{% extends "main.html" %}', encoding="utf-8")
    return {
        "site_name": "Reader",
        "theme": {"name": "material", "font": False, "custom_dir": str(theme)},
        "plugins": [],
        "markdown_extensions": EXTENSIONS,
        "extra_javascript": ["assets/reader.js"],
    }


def paragraphs(page: Page, address: str) -> list[dict[str, object]]:
    page.goto(address)
    expect(page.locator("article p.p a.m:is(.person, .place, .organisation, .polity, .concept)").first).to_be_attached()
    found: list[dict[str, object]] = page.evaluate(PARAGRAPHS)
    return found


@pytest.mark.parametrize("text", TEXTS)
def test_paragraphs_are_as_our_adapter_writes_them(reader: Readers, plain_site: str, site: Site, text: str) -> None:
    ours, plain = (paragraphs(reader(), f"{url}sources/{text}/") for url in (site.url, plain_site))
    numbered = [block for block in ours if block["isNumbered"]]
    assert numbered
    assert [block for block in plain if block["isNumbered"]] == numbered


def test_a_page_that_our_adapter_wrote_is_left_as_it_is_and_loads_no_entries(page: Page, site: Site) -> None:
    page.goto(f"{site.url}sources/{TEXTS[0]}/", wait_until="networkidle")
    assert page.locator("a.n").count() == page.locator("p.p").count() > 0
    loaded = page.evaluate("() => performance.getEntriesByType('resource').map(({ name }) => name)")
    assert [name for name in loaded if name.endswith("entries.js")] == []
