"""Draw the pictures of the tutorial: follow it with the program of this checkout, and look at the site that results.

    python -m config.scripts.tutorial_pictures

Where the pages that they show look otherwise, the pictures are drawn anew and committed.
"""

from __future__ import annotations

import re
import tempfile
from base64 import b64decode
from pathlib import Path

from playwright.sync_api import Page, Route, ViewportSize

from benchmarks.chromium import chromium
from tests.support.followed_tutorial import follow
from tests.support.installed import install
from tests.support.serving import serving

ROOT = Path(__file__).resolve().parents[2]
TUTORIAL = ROOT / "docs/manual/tutorial.md"
PICTURES = ROOT / "docs/assets/tutorial"
LARGEST = 40_000
"""Bytes of a picture."""

_WINDOW: ViewportSize = {"width": 1080, "height": 620}
_QUALITY = 60


def draw() -> None:
    """Follow the tutorial in a folder that is removed afterwards, and write the pictures."""
    PICTURES.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, chromium() as browser:
        place = Path(folder)
        edition, _ = follow(TUTORIAL.read_text("utf-8"), install(place), place)
        with serving(edition / "site") as server:
            page = browser.new_page(viewport=_WINDOW, reduced_motion="reduce")
            page.route("**/*.css", _wait_for_fonts)
            page.goto(f"{server.url}sources/reply-to-the-lighthouse/")
            page.locator("#p1 a.m").nth(1).hover()
            page.locator("#preview .counts").wait_for()
            _save(page, "card")
            page.goto(f"{server.url}glossary/anna-vane/")
            _save(page, "entry")
            page.goto(server.url)
            _save(page, "home")


def _wait_for_fonts(route: Route) -> None:
    """Let a page wait for its fonts, without which it is shown where they do not come at once."""
    answer = route.fetch()
    route.fulfill(response=answer, body=re.sub(r"font-display:\s*optional", "font-display:block", answer.text()))


def _save(page: Page, name: str) -> None:
    """Write what the window shows.

    Raises:
        SystemExit: If it is too large.
    """
    page.evaluate("document.fonts.ready")
    options = {"format": "webp", "quality": _QUALITY}
    picture = b64decode(page.context.new_cdp_session(page).send("Page.captureScreenshot", options)["data"])
    if len(picture) > LARGEST:
        raise SystemExit(f"{name}.webp has {len(picture)} bytes, more than {LARGEST}")
    (PICTURES / f"{name}.webp").write_bytes(picture)


if __name__ == "__main__":
    draw()
