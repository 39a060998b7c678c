"""Real Chromium, and readers who notice every error and every request that leaves the site."""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Protocol
from urllib.parse import urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, ConsoleMessage, Page, Request, expect, sync_playwright

from tests.support.builds import Site
from tests.support.matrix import Scheme

PATIENCE = 30_000
"""Milliseconds after which what a reader waits for will not come, on a machine that is busy with other things too."""

expect.set_options(timeout=PATIENCE)

KINDS = ("person", "organisation", "place", "polity", "event", "agreement", "concept")
PLACES = (
    "home",
    "sources",
    "glossary",
    "shortest source",
    "longest source",
    "four languages",
    *KINDS,
    "most mentioned",
    "timeline",
    "terms",
    "quality",
    "discrepancies",
    "discrepancy",
    "quotations",
    "quotation",
    "check",
    "about",
    "contribute",
    "linking",
    "search",
    "api",
    "missing",
)
"""The types of page, each by an example."""

FLAGS = (
    "--no-sandbox",  # as root Chromium starts no other way, and it only meets pages of ours
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",  # whoever asks for another server is noticed and gets nothing
)


class Readers(Protocol):
    """Opens a page for a new reader."""

    def __call__(self, *, width: int = 1280, scheme: Scheme = "light", javascript: bool = True) -> Page: ...


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    names = (os.environ.get("CHROME_PATH") or "chromium", "chromium-browser", "google-chrome")
    path = next(filter(None, map(shutil.which, names)), None)
    assert path, "Chromium was not found: run make test, or name one in CHROME_PATH"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=list(FLAGS))
        yield browser
        browser.close()


@pytest.fixture
def reader(browser: Browser) -> Iterator[Readers]:
    """Readers whose consoles must stay clean and whose browsers must ask nobody but us."""
    contexts = []
    errors: list[str] = []
    strangers: list[str] = []

    def hear(message: ConsoleMessage) -> None:
        # A page that is missing is what the reader of 404.html asked for.
        asked = message.location["url"] == (message.page.url if message.page else None)
        if message.type == "error" and not (asked and "404" in message.text):
            errors.append(f"{message.text} ({message.location['url']})")

    def note(request: Request) -> None:
        if urlsplit(request.url).hostname not in {"127.0.0.1", None}:
            strangers.append(request.url)

    def arrive(*, width: int = 1280, scheme: Scheme = "light", javascript: bool = True) -> Page:
        context = browser.new_context(
            viewport={"width": width, "height": 800},
            color_scheme=scheme,
            reduced_motion="reduce",
            java_script_enabled=javascript,
        )
        context.set_default_timeout(PATIENCE)
        context.on("request", note)
        contexts.append(context)
        page = context.new_page()
        page.on("console", hear)
        page.on("pageerror", lambda error: errors.append(str(error)))
        return page

    yield arrive
    for context in contexts:
        context.close()
    assert errors == []
    assert strangers == []


@pytest.fixture
def page(reader: Readers) -> Page:
    """A reader at a desk, by day."""
    return reader()


@pytest.fixture
def phone(browser: Browser) -> Iterator[Page]:
    """A reader with a finger and a small window; what fails to load is hers to notice."""
    context = browser.new_context(viewport={"width": 360, "height": 740}, has_touch=True, reduced_motion="reduce")
    context.set_default_timeout(PATIENCE)
    yield context.new_page()
    context.close()


def violations(page: Page) -> list[str]:
    """What axe-core finds, each with the first elements it finds it on."""
    found = Axe().run(page, options={"resultTypes": ["violations"]}).response["violations"]
    return [f"{one['id']} ({one['help']}): {[node['target'] for node in one['nodes'][:3]]}" for one in found]


def search(page: Page, words: str) -> None:
    """Open the dialog by its key, put the words in, and wait for the answer."""
    page.keyboard.press("/")
    field = page.get_by_role("combobox", name="Search")
    expect(field).to_be_focused()
    page.keyboard.insert_text(words)
    expect(page.locator(".search-status")).not_to_be_empty()


def places(page: Page) -> list[str]:
    """The addresses of the hits, below the site's, without what is to be marked there."""
    links = page.locator("dialog .hit").evaluate_all("list => list.map(link => link.href)")
    return [re.sub(r"^http://[^/]+/reader/|\?[^#]*", "", link) for link in links]


def arrived(page: Page) -> None:
    """Wait until a page has its fonts and has been drawn with them."""
    page.evaluate(
        """() => document.fonts.ready.then(() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(
            () => setTimeout(done)))))"""
    )


def point_at(page: Page, selector: str) -> None:
    """Move the mouse onto a word as people do, not as a jump from elsewhere on it."""
    page.mouse.move(2, 2)
    page.locator(selector).hover()


def field(path: Path, name: str) -> str:
    """A one-line field of a hand-written page."""
    found = re.search(rf"^{name}: *(.+)$", path.read_text(encoding="utf-8"), re.MULTILINE)
    assert found, f"{path} has no {name}"
    return found[1].strip("\"' ")


@pytest.fixture(scope="session")
def address(site: Site, root: Path) -> Callable[[str], str]:
    """The address of a type of page."""
    seeds = {path.stem: root / "seeds" / field(path, "seed") for path in source_files(root)}
    length = {name: path.stat().st_size for name, path in seeds.items()}
    entries = sorted(path for path in (root / "docs/glossary").glob("*.md") if path.name != "index.md")
    known = {
        "home": "",
        "missing": "no/such/page/",
        "four languages": "sources/four-language-summary/",
        "shortest source": f"sources/{min(length, key=length.__getitem__)}/",
        "longest source": f"sources/{max(length, key=length.__getitem__)}/",
        "most mentioned": max(site.folder.glob("glossary/*/index.html"), key=mentions).parent.name,
    }
    known["most mentioned"] = f"glossary/{known['most mentioned']}/"
    for place, folder in (("discrepancy", "discrepancies"), ("quotation", "quotations")):
        known[place] = f"{folder}/{min(path.stem for path in (root / 'docs' / folder).glob('[!i]*.md'))}/"
    known |= {kind: f"glossary/{next(e.stem for e in entries if field(e, 'kind') == kind)}/" for kind in KINDS}
    return lambda name: site.url + known.get(name, f"{name}/")


def source_files(root: Path) -> list[Path]:
    return sorted(path for path in (root / "docs/sources").glob("*.md") if path.name != "index.md")


def mentions(page: Path) -> int:
    """How many lines of the corpus an entry's page shows."""
    return len(re.findall(r'class="[^"]*\bat\b', page.read_text(encoding="utf-8")))
