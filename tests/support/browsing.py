"""Real Chromium, and readers who notice every error and every request that leaves the site."""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Literal, Protocol
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page, Request, expect, sync_playwright

from benchmarks.chromium import wait_until
from benchmarks.reading_walks import axe_nodes
from build_tools.corpus.written_pages import standard_pages
from build_tools.interfaces.mkdocs_defaults import NAVIGATION
from build_tools.model import KINDS
from tests.support.builds import ROOT, Site
from tests.support.matrix import Scheme

PATIENCE = 120_000
"""Milliseconds after which what a reader waits for will not come, on a machine that is busy with other things too."""

expect.set_options(timeout=PATIENCE)


STANDARD = standard_pages()


def field(path: Path, name: str) -> str:
    """A one-line field of a hand-written page, or nothing."""
    found = re.search(rf"^{name}: *(.+)$", path.read_text(encoding="utf-8"), re.MULTILINE)
    return found[1].strip("\"' ") if found else ""


def written(folder: str) -> list[Path]:
    """The pages of a folder that people wrote, without its index."""
    return sorted(path for path in (ROOT / "docs" / folder).glob("*.md") if path.name != "index.md")


def examples_of_pages() -> dict[str, str]:
    """An address for each type of page that the corpus of this repository has, found in its files."""
    texts = {path: (ROOT / "seeds" / field(path, "seed")).stat().st_size for path in written("sources")}
    found = {"home": ""}
    by_size = sorted(texts, key=texts.__getitem__)
    folders = {"shortest source": by_size[:1], "longest source": by_size[-1:]}
    folders |= {"discrepancy": written("discrepancies"), "quotation": written("quotations")}
    folders |= {kind: [path for path in written("glossary") if field(path, "kind") == kind] for kind in KINDS}
    folders["four languages"] = [path for path in texts if field(path, "parallel")]
    for place, paths in folders.items():
        if paths:
            found[place] = f"{paths[0].parent.name}/{paths[0].stem}/"
    menu = [page.removesuffix("index.md").removesuffix(".md").strip("/") for _, page in NAVIGATION]
    found |= {place: f"{place}/" for place in menu if place}
    names = {path.stem for path in (ROOT / "docs").glob("*.md")} | {page.path.removesuffix(".md") for page in STANDARD}
    others = [name for name in names if name not in {"index", *menu} and "/" not in name]
    return found | {place: f"{place}/" for place in sorted(others)} | {"missing": "no/such/page/"}


EXAMPLES = examples_of_pages()
PLACES = (*EXAMPLES, "most mentioned")
"""The types of page, each by an example."""

FLAGS = (
    "--no-sandbox",  # as root Chromium starts no other way, and it only meets pages of ours
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    # A page that asks another server is noticed and gets nothing.
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
)


HEAR_REFUSALS = (
    "globalThis.refused = []; addEventListener('securitypolicyviolation', e => refused.push(e.violatedDirective))"
)
"""A script that notes, from the first moment of a page, what its policy refuses."""


class Readers(Protocol):
    """Opens a page for a new reader."""

    def __call__(self, *, width: int = 1280, scheme: Scheme = "light", javascript: bool = True) -> Page: ...


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    names = (
        os.environ.get("CHROME_PATH") or "chromium-headless-shell",
        "chromium",
        "chromium-browser",
        "google-chrome",
    )
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


@contextmanager
def window(browser: Browser, *, width: int = 1280, offline: bool = False, javascript: bool = True) -> Iterator[Page]:
    """Open a page in a browser of its own, in which things may go wrong, until the block ends."""
    context = browser.new_context(
        viewport={"width": width, "height": 800}, offline=offline, java_script_enabled=javascript
    )
    context.set_default_timeout(PATIENCE)
    yield context.new_page()
    context.close()


def violations(page: Page) -> list[str]:
    """What axe-core finds, each with the element it finds it on."""
    return [f"{rule}: {element}" for rule, element in axe_nodes(page)]


def search(page: Page, words: str) -> None:
    """Open the dialog by its key, put the words in, and wait for the answer."""
    page.keyboard.press("/")
    field = page.get_by_role("combobox", name="Search")
    expect(field).to_be_focused()
    before = page.evaluate("readerSearch.answers ?? 0")
    page.keyboard.insert_text(words)
    # The first answer is to the empty field, and then the status is empty; later ones may find an older status.
    wait_until(page, "before => readerSearch.answers > before", before)
    expect(page.locator(".search-status")).to_have_text(re.compile(r"^(?!Searching…)."))


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


def expect_dark(page: Page) -> None:
    """Wait until the ground of the page is dark in every channel."""
    ground = "getComputedStyle(document.body).backgroundColor.match(/\\d+/g).slice(0, 3).map(Number)"
    wait_until(page, f"Math.max(...{ground}) < 60")


def move_focus(page: Page, key: str = "Tab") -> None:
    """Press a key that moves the focus, and wait until another element has it."""
    before = page.evaluate_handle("document.activeElement")
    page.keyboard.press(key)
    wait_until(page, "before => document.activeElement !== before", before)


def resize(page: Page, width: int) -> None:
    """Give the window another width, and wait until the page has it and is drawn in it."""
    page.set_viewport_size({"width": width, "height": 800})
    wait_until(page, "width => innerWidth === width", width)
    arrived(page)


def show_on(page: Page, media: Literal["print", "screen"]) -> None:
    """Show a page as on paper or on a screen, and wait until it knows."""
    page.emulate_media(media=media)
    wait_until(page, "media => matchMedia(media).matches", media)


def at_rest(page: Page) -> None:
    """Wait until the page on which a test ends has all its parts."""
    wait_until(page, "document.readyState === 'complete'")


def point_at(page: Page, selector: str) -> None:
    """Move the mouse onto a word as people do, not as a jump from elsewhere on it.

    A font that arrives late moves the lines, and so brings another word under a mouse that rests.
    """
    arrived(page)
    page.mouse.move(2, 2)
    page.locator(selector).hover()


@pytest.fixture(scope="session")
def address(site: Site) -> Callable[[str], str]:
    """The address of a type of page, or of a page by its own."""
    most = max(site.folder.glob("glossary/*/index.html"), key=mentions, default=site.folder / "glossary/index.html")
    found = EXAMPLES | {"most mentioned": f"{most.parent.relative_to(site.folder).as_posix()}/"}
    return lambda name: site.url + found.get(name, f"{name}/")


@pytest.fixture(scope="session")
def familiar(address: Callable[[str], str]) -> str:
    """The preferred label of the entry that the texts name most."""
    return field(ROOT / "docs/glossary" / f"{address('most mentioned').split('/')[-2]}.md", "pref_label")


def mentions(page: Path) -> int:
    """How many lines of the corpus an entry's page shows."""
    return len(re.findall(r'class="[^"]*\bat\b', page.read_text(encoding="utf-8")))
