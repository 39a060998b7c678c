"""Measure how a built site is to read, by the measures of a review in a browser, each beside its goal.

Usage: python -m benchmarks.reading_measures SITE

Of every sort of page the largest is opened: wide and light, narrow and dark, in the states that readers bring about,
with forced colours, by keyboard, in the narrowest window, on a slow network. html-validate and the validator of the W3C
read every page, where `sh config/scripts/pages.sh` has put them. The column "before" is of a review of five texts.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from playwright.sync_api import Browser, Page

from benchmarks.chromium import chromium
from benchmarks.page_sizes import groups_of_pages
from benchmarks.reading_costs import Row, links_row, none_of, validity_rows, weight_rows
from benchmarks.reading_walks import Stops, axe_nodes, overflow, untagged_words, walk
from tests.support.serving import serving

_VIEWS = ((1280, "light"), (360, "dark"))
_STATES = {
    "menu": "button.menu",
    "search": "[data-search-open]",
    "facts": "details.fold > summary",
    "sign": "details.marks > summary",
    "citing": "a[href='#cite']",
    "reasons": "label[data-value=reasons]",
    "clean": "label[data-value=clean]",
    "in this text": "button.panel-open",
    "year": "details.year-fold:not([open]) > summary",
    "filter": ".tools .chip:nth-of-type(2)",
}

Opened = Callable[[str, int, str], Page]


def main(arguments: list[str]) -> int:
    """Print the table.

    Args:
        arguments: The folder of the site.

    Returns:
        The exit code: 1 if a goal is not reached, 2 for wrong usage.
    """
    if len(arguments) != 1 or not Path(arguments[0], "glossary/index.html").is_file():
        print(__doc__, file=sys.stderr)
        return 2
    site = Path(arguments[0])
    print("| measure | before | now | goal | reached |\n|---|---|---|---|---|")
    rows: list[Row] = []
    with serving(site) as server, chromium() as browser:
        for row in _rows(site, server.url, browser):
            rows.append(row)
            print(row, flush=True)
    return int(any(row.is_met is False for row in rows))


def pages_to_read(site: Path) -> Mapping[str, str]:
    """Return the address of the largest page of every sort, below that of the site, but for the API."""
    groups = {name: pages for name, pages in groups_of_pages(site).items() if pages}
    known = {file for pages in groups.values() for file in pages}
    for file in sorted(site.rglob("index.html")):
        top, *below = file.relative_to(site).parts
        if file not in known and top != "api":
            groups.setdefault(f"{top}, one" if len(below) > 1 else top, []).append(file)
    largest = {name: max(pages, key=lambda file: file.stat().st_size) for name, pages in groups.items()}
    return {name: file.parent.relative_to(site).as_posix().removeprefix(".") for name, file in largest.items()}


def _rows(site: Path, url: str, browser: Browser) -> Iterator[Row]:
    errors: list[str] = []
    strangers: list[str] = []

    def opened(address: str, width: int, scheme: str) -> Page:
        page = browser.new_context(
            viewport={"width": width, "height": 800},
            color_scheme="dark" if scheme == "dark" else "light",
            reduced_motion="reduce",
            forced_colors="active" if scheme == "forced" else "none",
        ).new_page()
        page.on("pageerror", lambda error: errors.append(str(error)))
        page.on("console", lambda said: errors.append(said.text) if said.type == "error" else None)
        page.on("request", lambda asked: None if asked.url.startswith((url, "data:")) else strangers.append(asked.url))
        page.goto(f"{url}{address}{'/' if address else ''}", wait_until="networkidle")
        return page

    pages = pages_to_read(site)
    yield from _access(pages, opened)
    yield from _keyboard_and_width(pages, opened)
    yield from weight_rows(pages, site, url, browser)
    yield from validity_rows(site)
    yield links_row(site)
    yield none_of("5a requests to others", "0", Counter(strangers))
    yield none_of("errors in the console", "0", Counter(errors))


def _access(pages: Mapping[str, str], opened: Opened) -> Iterator[Row]:
    rules: Counter[str] = Counter()
    in_states: Counter[str] = Counter()
    forced: Counter[str] = Counter()
    runs = 0
    for address in pages.values():
        for width, scheme in _VIEWS:
            page = opened(address, width, scheme)
            rules.update(rule for rule, _ in axe_nodes(page))
            for selector in _STATES.values():
                control = page.locator(selector).locator("visible=true").first
                if control.count():
                    control.click()
                    page.wait_for_timeout(200)
                    in_states.update(rule for rule, _ in axe_nodes(page))
                    runs += 1
                    page.keyboard.press("Escape")
            page.context.close()
        page = opened(address, 1280, "forced")
        forced.update(rule for rule, _ in axe_nodes(page))
        page.context.close()
    shown = f" on {len(pages)} sorts of page, twice"
    yield none_of("1a axe with best practice: elements", "6–15 (2 rules), 22 sorts", rules, shown)
    yield none_of(
        "1b the same in states that readers bring about", "the same 2 rules, 240 runs", in_states, f" in {runs} runs"
    )
    yield none_of("1b' the same in forced colours", "3 (`color-contrast`)", forced, f" on {len(pages)} pages")


def _keyboard_and_width(pages: Mapping[str, str], opened: Opened) -> Iterator[Row]:
    stops = Stops()
    wide: Counter[str] = Counter()
    bare: Counter[str] = Counter()
    for name, address in pages.items():
        for width, scheme in _VIEWS:
            page = opened(address, width, scheme)
            stops = stops.with_those(walk(page))
            bare[name] = untagged_words(page)
            page.context.close()
        page = opened(address, 320, "light")
        wide[name] += max(0, overflow(page, 320)) + max(0, overflow(page, 320, spaced=True))
        page.context.close()
    found = {"out of sight": stops.out_of_sight, "without a mark": stops.unmarked, "covered": stops.covered}
    yield none_of(
        "1c keyboard: stops at fault", "1 of 4,868", {k: v for k, v in found.items() if v}, f" of {stops.number}"
    )
    yield none_of("1e pixels wider than 320, and with text spacing", "0", +wide)
    yield none_of("1f words of another script without language", "13 Chinese", +bare)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
