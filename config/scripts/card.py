"""Draw docs/assets/card.png, the picture shown with shared links to the site, from card.svg with our fonts."""

from __future__ import annotations

import os
from base64 import b64encode
from pathlib import Path

from playwright.sync_api import sync_playwright

ROOT = Path(__file__).resolve().parents[2]
ASSETS = ROOT / "docs" / "assets"
FONTS = ROOT / "build_tools" / "website" / "static" / "fonts"
FACES = (
    ("Reader Serif", "normal", "serif-r"),
    ("Reader Serif", "italic", "serif-i"),
    ("Reader Sans", "normal", "sans-v"),
)


def _face(family: str, style: str, file: str) -> str:
    data = b64encode((FONTS / f"{file}.woff2").read_bytes()).decode()
    return f'@font-face{{font-family:"{family}";font-style:{style};src:url(data:font/woff2;base64,{data})}}'


def draw() -> None:
    """Render the drawing at its own size (1200 by 630) and write it beside the source."""
    drawing = (ASSETS / "card.svg").read_text(encoding="utf-8")
    page_text = f"<style>*{{margin:0}}{''.join(_face(*face) for face in FACES)}</style>{drawing}"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=os.environ.get("CHROME_PATH") or None, args=["--no-sandbox", "--disable-gpu"]
        )
        page = browser.new_page(viewport={"width": 1200, "height": 630})
        page.set_content(page_text)
        page.evaluate("document.fonts.ready")
        page.screenshot(path=ASSETS / "card.png")
        browser.close()


if __name__ == "__main__":
    draw()
