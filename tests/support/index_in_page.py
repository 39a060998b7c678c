"""A page with an edition's search index and the words of its texts, and the scripts that check quotations, no more."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from playwright.sync_api import Page, Route

from build_tools.model import Data

ADDRESS = "http://127.0.0.1:9/"
_STATIC = Path("build_tools/website/static")
_SCRIPTS = ("loading", "search/folding", "search/tokens", "search/store", "quotation", "candidates")


def open_index(page: Page, files: Iterable[Data]) -> list[str]:
    """Open the page; return the list to which the path of each file is added that the page loads."""
    known = {file.path: file.text for file in files}
    loaded: list[str] = []

    def answer(route: Route) -> None:
        path = route.request.url.removeprefix(ADDRESS)
        if path in known:
            loaded.append(path)
            route.fulfill(body=known[path], content_type="text/javascript; charset=utf-8")
        else:
            route.fulfill(body="<!doctype html>", content_type="text/html", status=404 if path else 200)

    page.route(f"{ADDRESS}**", answer)
    page.goto(ADDRESS)
    page.evaluate(f"self.readerSearch = {{ root: '{ADDRESS}' }}")
    for script in _SCRIPTS:
        page.add_script_tag(path=_STATIC / f"{script}.js")
    return loaded
