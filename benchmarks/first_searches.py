"""What a first search fetches with an empty cache, and how long it takes: ours, the stock one, and Pagefind."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from pathlib import Path
from statistics import median
from typing import NamedTuple

from playwright.sync_api import Browser, Page

from benchmarks.chromium import ask_dialog, bytes_of, wait_until, watch_responses
from benchmarks.material_engine import ask_stock, open_field
from benchmarks.pagefind_engine import ask_pagefind
from tests.support.serving import serving

_OF_SEARCH = "search"
"""What is in the address of each file for the search that a page loads before anybody searches."""


class FirstSearch(NamedTuple):
    """Kilobytes fetched beyond the page itself, and milliseconds from the words to the results; medians."""

    kilobytes: float
    milliseconds: float


def search_ours(browser: Browser, site: Path, queries: Sequence[str]) -> FirstSearch:
    """Search the dialog of a site of ours."""
    return _search(browser, site, queries, _open_dialog, lambda page, query, _: ask_dialog(page, query))


def search_stock(browser: Browser, site: Path, queries: Sequence[str]) -> FirstSearch:
    """Search a site of Material with its own search, whose index every page loads before anybody searches."""
    return _search(browser, site, queries, open_field, lambda page, query, _: ask_stock(page, query))


def search_pagefind(browser: Browser, site: Path, queries: Sequence[str]) -> FirstSearch:
    """Search a site that Pagefind has indexed."""
    return _search(
        browser,
        site,
        queries,
        lambda _: None,
        lambda page, query, address: ask_pagefind(page, address, query),
    )


def _open_dialog(page: Page) -> None:
    page.keyboard.press("/")
    wait_until(page, "readerSearch.answers > 0")


def _search(
    browser: Browser,
    site: Path,
    queries: Sequence[str],
    begin: Callable[[Page], object],
    ask: Callable[[Page, str, str], object],
) -> FirstSearch:
    searches = []
    with serving(site) as server:
        for query in queries:
            context = browser.new_context()
            page = context.new_page()
            responses = watch_responses(context)
            page.goto(server.url)
            page.wait_for_load_state("networkidle")
            before = len(responses)
            begin(page)
            started = time.perf_counter()
            ask(page, query, server.url)
            milliseconds = (time.perf_counter() - started) * 1000
            early = (response for response in responses[:before] if _OF_SEARCH in response.url)
            fetched = bytes_of((*early, *responses[before:]))
            searches.append(FirstSearch(fetched / 1000, milliseconds))
            context.close()
    return FirstSearch(*(median(values) for values in zip(*searches, strict=True)))
