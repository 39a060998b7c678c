"""What the pages of a site weigh, whether they are valid, which of their links share a name: rows of a table."""

from __future__ import annotations

import re
import statistics
import subprocess
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from playwright.sync_api import Browser

from benchmarks.chromium import ROOT, bytes_of, watch_responses
from tests.support.composed import tree_of
from tests.support.link_names import ambiguous_links, link_name

_MOST_KB, _MOST_REQUESTS, _LARGEST_KB = 80, 10, 300
_MOST_SHIFT = 0.01
_TOOLS = ROOT / "build/node/node_modules"
SLOW_NETWORK = {"offline": False, "latency": 400, "downloadThroughput": 50_000, "uploadThroughput": 50_000}
"""A slow phone: 400 kbit/s, and 400 ms until an answer begins."""
_WATCH = """for (const [type, add] of [["largest-contentful-paint", e => globalThis.painted = e.startTime],
    ["layout-shift", e => e.hadRecentInput || (globalThis.shifted = (globalThis.shifted ?? 0) + e.value)]])
    new PerformanceObserver(list => list.getEntries().forEach(add)).observe({ type, buffered: true })"""
_HTML_VALIDATE = (str(_TOOLS / ".bin/html-validate"), "--config", "config/html-validate.json")
_VNU = ("java", "-jar", str(_TOOLS / "vnu-jar/build/dist/vnu.jar"), "--skip-non-html", "--errors-only")


class Row(NamedTuple):
    """A row of the table; `is_met` is None for what has no goal."""

    measure: str
    before: str
    now: str
    goal: str
    is_met: bool | None

    def __str__(self) -> str:
        """Return the row in Markdown."""
        verdict = "" if self.is_met is None else "yes" if self.is_met else "**no**"
        return "| " + " | ".join((*self[:4], verdict)) + " |"


def none_of(measure: str, before: str, found: Mapping[str, int], of: str = "") -> Row:
    """Return the row of what there should be none of.

    Args:
        measure: What is counted.
        before: What the review found.
        found: How many there are now, by name.
        of: What they are a part of.
    """
    number = sum(found.values())
    told = ", ".join(f"{name} {count}" for name, count in list(found.items())[:4])
    return Row(measure, before, f"{number}{of}{f' ({told})' if told else ''}", "0", number == 0)


def weight_rows(pages: Mapping[str, str], site: Path, url: str, browser: Browser) -> Iterator[Row]:
    """Yield what a first visit fetches, how soon it is seen and how much moves, and the largest page.

    Args:
        pages: The address of a page of every sort.
        site: The folder of the site.
        url: Its address.
        browser: The browser.
    """
    for name, before in (
        ("home", "79 kB, 11"),
        ("one text", "87 kB, 11"),
        ("glossary", "102 kB, 12"),
        ("entries", "90 kB, 12"),
    ):
        context = browser.new_context()
        page = context.new_page()
        responses = watch_responses(context)
        page.goto(f"{url}{pages[name]}{'/' if pages[name] else ''}", wait_until="networkidle")
        fonts = [response for response in responses if response.url.endswith(".woff2")]
        weight = (bytes_of(responses) - bytes_of(fonts)) / 1000
        asked = [response.url for response in responses if not response.url.endswith(".svg")]
        now = f"{weight:.0f} kB, {len(asked)} requests"
        yield Row(
            f"2c first visit, {name} (gzip, no fonts)",
            before,
            now,
            f"{_MOST_KB} kB, {_MOST_REQUESTS}",
            weight <= _MOST_KB and len(asked) <= _MOST_REQUESTS,
        )
        if any("sitemap" in address for address in asked):
            yield Row("2d fetched with every page", "sitemap 34 kB", "sitemap", "nothing", is_met=False)
        context.close()
        painted, shifted = _slowly(f"{url}{pages[name]}{'/' if pages[name] else ''}", browser)
        yield Row(f"largest paint on 400 kbit/s, CPU ×4, {name}", "2.8–2.9 s", f"{painted / 1000:.1f} s", "", None)
        yield Row(f"moved meanwhile, {name}", "0–0.0008", f"{shifted:.4f}", str(_MOST_SHIFT), shifted < _MOST_SHIFT)
    yield _largest(site)


def _largest(site: Path) -> Row:
    largest = max(
        (file for file in site.rglob("index.html") if "api" not in file.relative_to(site).parts),
        key=lambda file: file.stat().st_size,
    )
    size = largest.stat().st_size / 1000
    return Row(
        "2d the largest page",
        "739 kB (API)",
        f"{size:.0f} kB ({largest.parent.relative_to(site)})",
        f"{_LARGEST_KB} kB",
        size <= _LARGEST_KB,
    )


def _slowly(address: str, browser: Browser) -> tuple[float, float]:
    """Return the milliseconds until the largest paint, the median of three visits, and how much moved in the worst."""
    painted, shifted = [], []
    for _ in range(3):
        context = browser.new_context()
        page = context.new_page()
        page.add_init_script(_WATCH)
        session = context.new_cdp_session(page)
        session.send("Network.enable")
        session.send("Network.emulateNetworkConditions", SLOW_NETWORK)
        session.send("Emulation.setCPUThrottlingRate", {"rate": 4})
        page.goto(address, wait_until="networkidle")
        painted.append(float(page.evaluate("globalThis.painted ?? 0")))
        shifted.append(float(page.evaluate("globalThis.shifted ?? 0")))
        context.close()
    return statistics.median(painted), max(shifted)


def validity_rows(site: Path) -> Iterator[Row]:
    """Yield the errors that two validators find; nothing where they are not installed."""
    programs = {
        "1d, 3b html-validate": ("1,085 (a11y), 775", [*_HTML_VALIDATE, f"{site.resolve()}/**/*.html"]),
        "3a validator of the W3C": ("775", [*_VNU, str(site.resolve())]),
    }
    for name, (before, command) in programs.items():
        if _TOOLS.is_dir():
            process = subprocess.run(command, cwd=ROOT, check=False, capture_output=True, text=True)
            errors = len(re.findall(r"^\s+\d+:\d+\s+error|: error: ", process.stdout + process.stderr, re.MULTILINE))
            yield Row(name, before, str(errors), "0", errors == 0 == process.returncode)


def links_row(site: Path) -> Row:
    """Return how many links of all pages share a name with others that lead elsewhere."""
    ambiguous: Counter[str] = Counter()
    links = 0
    for file in site.rglob("index.html"):
        top = file.relative_to(site).parts[0]
        if top != "api":
            page = tree_of(file.read_text("utf-8"))
            shared = ambiguous_links(page, f"/{file.parent.relative_to(site).as_posix()}/")
            names = [link_name(link) for link in page.iter("a") if link.get("href")]
            links += len(names)
            ambiguous[top] += sum(name in shared for name in names)
    return none_of("links that share a name and not a target", "1,051 of 2,405 (100 texts)", +ambiguous, f" of {links}")
