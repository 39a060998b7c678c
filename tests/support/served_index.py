"""An index that a page gets in the place of its own, so that a test says what can be found."""

from __future__ import annotations

from playwright.sync_api import Page, Route

from build_tools.model import Data


def serve_index(page: Page, files: tuple[Data, ...]) -> None:
    """Answer what the search asks for out of these files."""
    known = {file.path: file.text for file in files}

    def answer(route: Route) -> None:
        path = "data/search/" + route.request.url.rpartition("/")[2].partition("?")[0]
        if path in known:
            route.fulfill(body=known[path], content_type="text/javascript; charset=utf-8")
        else:
            route.fulfill(status=404)

    page.route("**/data/search/*", answer)
