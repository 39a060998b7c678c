"""Judged queries through the real interface: typed into the dialog of the built site, in Chromium.

    python -m benchmarks.search_quality QUERIES.jsonl

Prints a line for each query that misses, then what share finds a right page or entry among the first three
results (the card of an entry is one), a right paragraph among the first three passages, and nothing at all;
and the bytes of a first search with an empty cache. Exits 1 where a share is below its gate.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from playwright.sync_api import Browser, Page, Response, sync_playwright

from benchmarks.search_judged import Judged, read_judged
from build_tools import pipeline
from tests.serving import SiteServer, serving

ROOT = Path(__file__).resolve().parent.parent
FIRST = 3
GATES = {"page": 1.0, "passage": 0.95, "cross": 1.0, "empty": 0.0}
COLD = 60_000
"""The most bytes that a first search may fetch, engine and data together."""

_FLAGS = ("--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-sync")


@dataclass(frozen=True, slots=True)
class Outcome:
    """What one query found: a right page or entry, a right paragraph, anything."""

    judged: Judged
    page: bool
    passage: bool
    empty: bool


def main(arguments: Sequence[str]) -> int:
    """Build, serve, ask, count."""
    if len(arguments) != 1:
        print(__doc__)
        return 2
    reading = pipeline.read(ROOT)
    queries = read_judged(Path(arguments[0]), reading.documents, reading.entries)
    with tempfile.TemporaryDirectory() as folder, serving(Path(folder)) as server, sync_playwright() as playwright:
        _build(Path(folder), server.url)
        browser = playwright.chromium.launch(executable_path=_chromium(), args=list(_FLAGS))
        outcomes = _ask_all(browser.new_page(), server, queries)
        costs = [_cold(browser, server, one.query) for one in queries[:: max(1, len(queries) // 16)]]
        browser.close()
    return _report(outcomes, costs)


def _build(folder: Path, address: str) -> None:
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(folder)]
    environment = {**os.environ, "SITE_URL": address, "NO_MKDOCS_2_WARNING": "1"}
    subprocess.run(command, cwd=ROOT, env=environment, check=True, capture_output=True)


def _chromium() -> str:
    path = next(filter(None, map(shutil.which, (os.environ.get("CHROME_PATH") or "chromium", "chromium"))), None)
    if not path:
        raise SystemExit("Chromium was not found: name one in CHROME_PATH")
    return path


def _type(page: Page, query: str) -> list[str]:
    """Type a query into the dialog; the addresses of its results, without what is to be marked there."""
    field = page.get_by_role("combobox", name="Search")
    number = int(page.evaluate("readerSearch.answers ?? 0"))
    field.fill(query)
    page.wait_for_function("number => (readerSearch.answers ?? 0) > number", arg=number)
    links = page.locator("dialog .hit")
    return [str(link) for link in links.evaluate_all("list => list.map(a => a.href.replace(/[?][^#]*/, ''))")]


def _ask_all(page: Page, server: SiteServer, queries: Sequence[Judged]) -> list[Outcome]:
    page.goto(server.url)
    page.keyboard.press("/")
    page.wait_for_function("readerSearch.answers > 0")
    return [_judge(one, _type(page, one.query), server.url) for one in queries]


def _judge(one: Judged, links: Sequence[str], site: str) -> Outcome:
    right = {f"{site}sources/{source}/" for source, _ in one.blocks}
    right |= {f"{site}glossary/{one.entry}/"} if one.entry else set()
    blocks = {f"{site}sources/{source}/#{block}" for source, block in one.blocks}
    passages = [link for link in links if "#" in link][:FIRST]
    return Outcome(
        one, any(link.partition("#")[0] in right for link in links[:FIRST]), bool(blocks & set(passages)), not links
    )


def _cold(browser: Browser, server: SiteServer, query: str) -> int:
    """The bytes of a first search with an empty cache, from the key that opens the dialog."""
    context = browser.new_context()
    page = context.new_page()
    page.goto(server.url)
    page.wait_for_load_state("networkidle")
    fetched: list[int] = []

    def weigh(response: Response) -> None:
        fetched.append(int(response.headers.get("content-length", 0)))

    context.on("response", weigh)
    page.keyboard.press("/")
    page.wait_for_function("readerSearch.answers > 0")
    _type(page, query)
    context.close()
    return sum(fetched)


def _report(outcomes: Sequence[Outcome], costs: Sequence[int]) -> int:
    for one in outcomes:
        if not (one.page and one.passage):
            print(
                f"misses {one.judged.id:3} {one.judged.kind:8} {one.judged.query}: page {one.page}, passage {one.passage}"
            )
    cross = [one for one in outcomes if one.judged.kind == "cross"]
    shares = {
        "page": _share([one.page for one in outcomes]),
        "passage": _share([one.passage for one in outcomes]),
        "cross": _share([one.passage for one in cross]),
        "empty": _share([one.empty for one in outcomes]) if outcomes else 0.0,
    }
    counts = {"cross": len(cross)}
    for name, share in shares.items():
        total = counts.get(name, len(outcomes))
        print(f"{name:8} {round(share * total):3} of {total:3}  {share:.3f}")
    print(f"first search, bytes: median {median(costs):,.0f}, most {max(costs):,}")
    good = all(shares[name] >= gate for name, gate in GATES.items() if name != "empty")
    return 0 if good and shares["empty"] <= GATES["empty"] and max(costs) <= COLD else 1


def _share(answers: Sequence[bool]) -> float:
    return sum(answers) / len(answers) if answers else 1.0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
