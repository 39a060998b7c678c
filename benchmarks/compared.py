"""What it costs to publish and to search the same texts with this program and with others, as ratios of one run.

    python -m benchmarks.compared [TEXTSxLABELS…]        (default: 5x60 800x1000)

The texts are generated prose of some 5 kB, the labels those of invented entries. Every tool builds them once, cold, in
a process of its own: MkDocs with Material, which links nothing; Material's abbreviations; ezglossary, for which each
name is marked in the texts; Pagefind, which indexes the pages of the first. Printed is a table in Markdown: processor
seconds and their ratio to MkDocs with Material, the peak of memory, the size of the site, links to entries, and what a
first search fetches with an empty cache (uncompressed) and how long it takes. What is not installed is named. What
takes more than ten minutes of a processor is ended, and not begun again with as many labels and more texts; a search
that does not answer in half a minute is given up.
"""

from __future__ import annotations

import importlib.util
import re
import shutil
import sys
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import NamedTuple

from playwright.sync_api import Browser
from playwright.sync_api import TimeoutError as PlaywrightTimeoutError

from benchmarks.chromium import chromium
from benchmarks.costs import Cost, TooLongError, cost_of
from benchmarks.first_searches import FirstSearch, search_ours, search_pagefind, search_stock
from benchmarks.pagefind_engine import is_installed
from benchmarks.rival_projects import EZGLOSSARY, OURS, PLAIN, RIVALS, lay_out_rival, settle_edition
from benchmarks.shard_scale import lay_out_corpus

LIMIT = 600  # processor seconds
_QUERIES = 5
_LINK = {OURS: r'<a class="m[ "]', "abbr of Material": r"<abbr ", EZGLOSSARY: r'<a [^>]*class="mkdocs-ezglossary-link"'}
_HEAD = ("texts", "labels", "tool", "CPU s", "ratio", "MB at the peak", "MB of site", "links", "first search, kB", "ms")
_PAGEFIND = "Pagefind"


class _Ended(NamedTuple):
    """A tool that was ended, and with how many texts and labels."""

    tool: str
    texts: int
    labels: int


@dataclass(frozen=True, slots=True)
class Result:
    """What a tool took; None for what it did not do in time, or does not do at all."""

    cost: Cost | None
    megabytes: float = 0
    links: int | None = None
    search: FirstSearch | None = None
    is_search_given_up: bool = False


def main(arguments: Sequence[str]) -> int:
    """Measure each size, and print the table.

    Returns:
        The exit code: 2 for wrong usage.
    """
    sizes = [re.fullmatch(r"(\d+)x(\d+)", argument) for argument in arguments or ("5x60", "800x1000")]
    if None in sizes:
        print(__doc__, file=sys.stderr)
        return 2
    print(f"| {' | '.join(_HEAD)} |\n|{'--|' * len(_HEAD)}")
    ended: list[_Ended] = []
    with chromium() as browser:
        for size in filter(None, sizes):
            texts, labels = int(size[1]), int(size[2])
            for tool, result, ratio in _measure(texts, labels, browser, ended):
                print(f"| {' | '.join((str(texts), str(labels), tool, *_cells(result, ratio)))} |", flush=True)
    return 0


def _cells(result: Result, ratio: float | None) -> tuple[str, ...]:
    if result.cost is None:
        return (f"over {LIMIT}", *("–" for _ in _HEAD[4:]))
    search = result.search
    return (
        f"{result.cost.seconds:.1f}",
        f"{ratio:.1f}" if ratio is not None else "–",
        str(result.cost.megabytes),
        f"{result.megabytes:.1f}",
        f"{result.links:,}" if result.links is not None else "–",
        f"{search.kilobytes:,.0f}" if search else "–",
        f"{search.milliseconds:.0f}" if search else "over 30,000" if result.is_search_given_up else "–",
    )


def _measure(texts: int, labels: int, browser: Browser, ended: list[_Ended]) -> list[tuple[str, Result, float | None]]:
    """Return what each tool takes, with its ratio; those that are ended are noted."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        lay_out_corpus(folder / OURS, texts, labels)
        settle_edition(folder / OURS)
        queries = _queries(folder / OURS / "docs/glossary")
        results = {OURS: _build(OURS, folder / OURS)}
        for tool in RIVALS:
            if tool == EZGLOSSARY and importlib.util.find_spec("mkdocs_ezglossary_plugin") is None:
                print("ezglossary is not installed (pip install mkdocs-ezglossary-plugin): left out.", file=sys.stderr)
                continue
            if any(other.tool == tool and other.texts <= texts and other.labels <= labels for other in ended):
                results[tool] = Result(None)
                continue
            lay_out_rival(tool, folder / OURS, folder / tool)
            results[tool] = _build(tool, folder / tool)
        ended += (_Ended(tool, texts, labels) for tool, result in results.items() if result.cost is None)
        plain = results[PLAIN]
        for tool, search in ((OURS, search_ours), (PLAIN, search_stock)):
            if results[tool].cost is not None:
                results[tool] = _searched(results[tool], partial(search, browser, folder / tool / "site", queries))
        if plain.cost is not None and is_installed():
            results[_PAGEFIND] = _pagefind(folder / PLAIN / "site", browser, queries)
        floor = plain.cost.seconds if plain.cost else None
        return [
            (tool, result, result.cost.seconds / floor if floor and result.cost else None)
            for tool, result in results.items()
        ]


def _queries(glossary: Path) -> list[str]:
    """Return the names of some entries, spread over the glossary."""
    files = sorted(glossary.glob("*.md"))[:: max(1, len(list(glossary.glob("*.md"))) // _QUERIES)][:_QUERIES]
    return [re.findall(r"(?m)^pref_label: (.*)$", file.read_text("utf-8"))[0] for file in files]


def _build(tool: str, project: Path) -> Result:
    """Build a project; the links of all its pages are counted."""
    strict = ["--strict"] if tool == OURS else []
    command = [sys.executable, "-m", "mkdocs", "build", *strict, "--site-dir", str(project / "site")]
    try:
        cost = cost_of(command, project, LIMIT)
    except TooLongError:
        return Result(None)
    site, link = project / "site", _LINK.get(tool)
    pages = (page.read_text("utf-8") for page in (site / "sources").rglob("*.html"))
    return Result(cost, _megabytes(site), sum(len(re.findall(link, page)) for page in pages) if link else None)


def _pagefind(site: Path, browser: Browser, queries: Sequence[str]) -> Result:
    """Index the built pages; the processor time and the size are those of the index alone."""
    shutil.rmtree(site / "search", ignore_errors=True)
    try:
        cost = cost_of([sys.executable, "-m", "pagefind", "--site", str(site)], site, LIMIT)
    except TooLongError:
        return Result(None)
    indexed = Result(cost, _megabytes(site / "pagefind"))
    return _searched(indexed, partial(search_pagefind, browser, site, queries))


def _searched(result: Result, search: Callable[[], FirstSearch]) -> Result:
    try:
        return replace(result, search=search())
    except PlaywrightTimeoutError:
        return replace(result, is_search_given_up=True)


def _megabytes(folder: Path) -> float:
    return sum(file.stat().st_size for file in folder.rglob("*") if file.is_file()) / 1e6


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
