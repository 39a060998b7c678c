"""Judged queries in Chromium: our dialog, the theme's stock search and Pagefind on the same pages, side by side.

    python -m benchmarks.search_quality QUERIES.jsonl

Counts how often a right page or entry is among the first three results (the card of an entry is one), a right paragraph
among the first three passages, the paragraph across languages, and how often there is no result; and the bytes of our
first search with an empty cache. Each query that our dialog misses is printed. Exits with 1 if ours is below a
threshold. A page that only repeats a text (a quotation, a difference, an index) never counts as right.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from playwright.sync_api import Browser

from benchmarks.chromium import ROOT, ask_dialog, build_site, chromium, cold_bytes, open_dialog
from benchmarks.material_engine import ask_stock, build_stock, open_stock
from benchmarks.pagefind_engine import MISSING, ask_pagefind, index_with_pagefind, is_installed
from benchmarks.search_judged import Judged, read_judged
from build_tools.edition.reading import read_edition
from tests.support.serving import serving

FIRST = 3
THRESHOLDS = {"page": 1.0, "paragraph": 0.95, "cross": 1.0}
COLD_BYTES = 60_000
"""The most bytes that our first search may fetch, engine and data together."""

_COLD_QUERIES = 16


@dataclass(frozen=True, slots=True)
class Outcome:
    """What one query found: whether a right page or entry, whether a right paragraph, whether nothing at all."""

    judged: Judged
    page: bool
    paragraph: bool
    empty: bool


def main(arguments: Sequence[str]) -> int:
    """Build, serve, ask and count.

    Returns:
        The exit code: 1 if our search is below a threshold, 2 for wrong usage.
    """
    if len(arguments) != 1:
        print(__doc__)
        return 2
    reading = read_edition(ROOT, "en")
    queries = read_judged(Path(arguments[0]), reading.documents, reading.entries)
    with tempfile.TemporaryDirectory() as name, chromium() as browser:
        ours, costs = _ask_ours(browser, Path(name) / "ours", queries)
        for outcome in ours:
            if not (outcome.page and outcome.paragraph):
                judged = outcome.judged
                print(f"misses {judged.id:3} {judged.kind:8} {judged.query}: {outcome.page}, {outcome.paragraph}")
        print(f"{'':18} {'first three':>12} {'paragraph':>12} {'across languages':>17} {'empty':>7}")
        shares = _report("ours", ours)
        _report("Material, stock", _ask_material(browser, Path(name) / "stock", queries))
        if is_installed():
            _report("Pagefind", _ask_pagefind(browser, Path(name) / "ours", queries))
        else:
            print(MISSING)
    print(f"our first search, bytes: median {median(costs):,.0f}, most {max(costs):,}")
    good = all(shares[name] >= threshold for name, threshold in THRESHOLDS.items()) and not any(
        outcome.empty for outcome in ours
    )
    return 0 if good and max(costs) <= COLD_BYTES else 1


def _ask_ours(browser: Browser, folder: Path, queries: Sequence[Judged]) -> tuple[list[Outcome], list[int]]:
    with serving(folder) as server:
        build_site(folder, server.url)
        page = browser.new_page()
        open_dialog(page, server.url)
        outcomes = judge(queries, server.url, lambda query: ask_dialog(page, query)[0])
        step = max(1, len(queries) // _COLD_QUERIES)
        costs = [cold_bytes(browser, server.url, judged.query) for judged in queries[::step]]
        page.close()
    return outcomes, costs


def _ask_material(browser: Browser, folder: Path, queries: Sequence[Judged]) -> list[Outcome]:
    folder.mkdir()
    with serving(folder / "site") as server:
        build_stock(folder, server.url)
        page = browser.new_page()
        open_stock(page, server.url)
        outcomes = judge(queries, server.url, lambda query: ask_stock(page, query))
        page.close()
    return outcomes


def _ask_pagefind(browser: Browser, folder: Path, queries: Sequence[Judged]) -> list[Outcome]:
    """Ask Pagefind, with its defaults, on the site that was built for our search."""
    index_with_pagefind(folder)
    with serving(folder) as server:
        page = browser.new_page()
        page.goto(server.url)
        outcomes = judge(queries, server.url, lambda query: ask_pagefind(page, server.url, query))
        page.close()
    return outcomes


def judge(queries: Sequence[Judged], site: str, ask: Callable[[str], list[str]]) -> list[Outcome]:
    """Ask each query and compare the results with the judgement.

    Args:
        queries: The judged queries.
        site: The address of the site, with which the addresses of results begin.
        ask: Returns the addresses of the results of a query.
    """
    outcomes = []
    for judged in queries:
        links = ask(judged.query)
        right = {f"{site}sources/{source}/" for source, _ in judged.blocks}
        right |= {f"{site}glossary/{judged.entry}/"} if judged.entry else set()
        blocks = {f"{site}sources/{source}/#{block}" for source, block in judged.blocks}
        passages = [link for link in links if "#" in link][:FIRST]
        page = any(link.partition("#")[0] in right for link in links[:FIRST])
        outcomes.append(Outcome(judged, page, bool(blocks & set(passages)), not links))
    return outcomes


def _report(name: str, outcomes: Sequence[Outcome]) -> dict[str, float]:
    """Print a line of the table; return the shares by name."""
    cross = [outcome for outcome in outcomes if outcome.judged.kind == "cross"]
    counts = {
        "page": (sum(outcome.page for outcome in outcomes), len(outcomes)),
        "paragraph": (sum(outcome.paragraph for outcome in outcomes), len(outcomes)),
        "cross": (sum(outcome.paragraph for outcome in cross), len(cross)),
        "empty": (sum(outcome.empty for outcome in outcomes), len(outcomes)),
    }
    page, paragraph, across, empty = (f"{count}/{total}" for count, total in counts.values())
    print(f"{name:18} {page:>12} {paragraph:>12} {across:>17} {empty:>7}")
    return {key: count / total if total else 1.0 for key, (count, total) in counts.items()}


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
