"""The stock search of Material for MkDocs: the same pages, its default settings, its own search field."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from playwright.sync_api import Page

from benchmarks.chromium import ROOT, build_site

_CONFIG = """\
site_name: Stock
site_url: {address}
docs_dir: docs
theme: {{name: material, font: false, features: [search.highlight]}}
plugins: [search]
markdown_extensions: [admonition, attr_list, def_list, md_in_html, tables]
validation:
  nav: {{omitted_files: ignore, not_found: ignore}}
  links: {{not_found: ignore, unrecognized_links: ignore, anchors: ignore}}
"""
_FIELD, _STATUS = ".md-search__input", ".md-search-result__meta"


def build_stock(folder: Path, address: str) -> None:
    """Build the same pages into `folder/site` with the theme's own search and without our assets."""
    docs = folder / "docs"
    command = [sys.executable, "-m", "build_tools", "build", "--out", str(docs)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    config = folder / "mkdocs.yml"
    config.write_text(_CONFIG.format(address=address), "utf-8")
    build_site(folder / "site", address, config)


def open_stock(page: Page, address: str) -> None:
    """Open the site and the search field, and wait until the index is loaded."""
    page.goto(address)
    open_field(page)


def open_field(page: Page) -> None:
    """Open the search field of a page, and wait until the index is loaded."""
    page.locator(_FIELD).click()
    ask_stock(page, "and")


def ask_stock(page: Page, query: str) -> list[str]:
    """Return the addresses of the results, one a page (its sections are below it), without the words to highlight."""
    page.locator(_FIELD).fill("")
    page.locator(_FIELD).press("End")
    page.wait_for_function("note => !/\\d|No /.test(document.querySelector(note).textContent)", arg=_STATUS)
    page.locator(_FIELD).fill(query)
    page.locator(_FIELD).press("End")
    page.wait_for_function("note => /\\d|No /.test(document.querySelector(note).textContent)", arg=_STATUS)
    page.wait_for_timeout(100)
    links = page.locator(".md-search-result__item").evaluate_all(
        "list => list.map(item => item.querySelector('a').href.replace(/[?][^#]*/, ''))"
    )
    return [str(link) for link in links]
