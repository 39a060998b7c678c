"""Chromium, a built site, and the search dialog used as a reader uses it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, BrowserContext, Error, Page, Response, sync_playwright

ROOT = Path(__file__).resolve().parent.parent
_PAUSE = 25  # milliseconds between two looks
_LEFT = "Execution context was destroyed"
_FLAGS = ("--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-sync")
_ASK = """([selector, words]) => new Promise(done => {
    const field = document.querySelector(selector)
    const before = readerSearch.answers ?? 0
    const start = performance.now()
    field.value = words
    field.dispatchEvent(new Event("input"))
    const look = () => (readerSearch.answers ?? 0) > before
        ? done(performance.now() - start) : requestAnimationFrame(look)
    look()
})"""


def build_site(folder: Path, address: str, config: Path | None = None) -> None:
    """Build the site into a folder.

    Args:
        folder: The folder to write to.
        address: The address that the site will have.
        config: The configuration file, if not that of the edition.

    Raises:
        SystemExit: If the build fails.
    """
    command = [sys.executable, "-m", "mkdocs", "build", "--site-dir", str(folder)]
    command += ["--config-file", str(config)] if config else ["--strict"]
    environment = {**os.environ, "SITE_URL": address, "NO_MKDOCS_2_WARNING": "1"}
    process = subprocess.run(command, cwd=ROOT, env=environment, check=False, capture_output=True, text=True)
    if process.returncode:
        raise SystemExit(process.stderr)


@contextmanager
def chromium() -> Iterator[Browser]:
    """Open a browser until the block ends.

    Raises:
        SystemExit: If there is no Chromium.
    """
    path = next(
        filter(None, map(shutil.which, (os.environ.get("CHROME_PATH") or "chromium-headless-shell", "chromium"))), None
    )
    if not path:
        raise SystemExit("Chromium was not found: name one in CHROME_PATH")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=list(_FLAGS))
        yield browser
        browser.close()


def wait_until(page: Page, condition: str, argument: object = None, patience: float = 120_000) -> None:
    """Wait until a condition holds in a page.

    Playwright's own way evaluates a text in the page again and again, which the policy of our pages refuses. A page
    that is left meanwhile cannot say anything, and the next one is asked.

    Args:
        page: The page.
        condition: A JavaScript expression, or a function of the argument.
        argument: What the function is given.
        patience: The milliseconds to wait.

    Raises:
        TimeoutError: If the condition does not hold in time.
    """
    for _ in range(round(patience / _PAUSE)):
        try:
            if page.evaluate(condition, argument):
                return
        except Error as error:
            if _LEFT not in error.message:
                raise
        page.wait_for_timeout(_PAUSE)
    raise TimeoutError(condition)


def open_dialog(page: Page, address: str) -> None:
    """Open the site and its search dialog, and wait until the dialog answers."""
    page.goto(address)
    page.wait_for_load_state("networkidle")
    page.keyboard.press("/")
    wait_until(page, "readerSearch.answers > 0")


def ask_dialog(page: Page, query: str) -> tuple[list[str], float]:
    """Type a query.

    Returns:
        The addresses of the results, without the words to highlight, and the milliseconds from key to results.
    """
    took = answer_time(page, "[data-search-dialog] input", query)
    links = page.locator("dialog .hit").evaluate_all("list => list.map(a => a.href.replace(/[?][^#]*/, ''))")
    return [str(link) for link in links], took


def answer_time(page: Page, field: str, query: str) -> float:
    """Type a query into a field, and return the milliseconds from key to results.

    Args:
        page: The page.
        field: The selector of the field.
        query: The query.
    """
    return float(page.evaluate(_ASK, [field, query]))


def watch_responses(context: BrowserContext) -> list[Response]:
    """Return the responses that the pages of a context get from now on, in a list that grows."""
    responses: list[Response] = []

    def take(response: Response) -> None:
        responses.append(response)

    context.on("response", take)
    return responses


def bytes_of(responses: Iterable[Response]) -> int:
    """Return the bytes that responses announce, without their heads."""
    return sum(int(response.headers.get("content-length", 0)) for response in responses)


def cold_bytes(browser: Browser, address: str, query: str) -> int:
    """Return the bytes of a first search with an empty cache, engine and data, from the key that opens the dialog."""
    context = browser.new_context()
    page = context.new_page()
    page.goto(address)
    page.wait_for_load_state("networkidle")
    responses = watch_responses(context)
    page.keyboard.press("/")
    wait_until(page, "readerSearch.answers > 0")
    ask_dialog(page, query)
    fetched = bytes_of(responses)
    context.close()
    return fetched
