"""Pagefind, with which we compare our search: its index of a folder of HTML, and its answers in the browser.

It is not a dependency of ours. `pip install 'pagefind[bin]'` installs it, if its licence and its binary suit you.
"""

from __future__ import annotations

import importlib.util
import subprocess
import sys
import time
from pathlib import Path

from playwright.sync_api import Page

MISSING = "Pagefind is not installed (pip install 'pagefind[bin]'): left out."
_ASK = """async ([address, words, most]) => {
    const pagefind = await import(address)
    const answer = await pagefind.search(words)
    const rows = await Promise.all(answer.results.slice(0, most).map(result => result.data()))
    return rows.map(row => [row.url, row.sub_results.map(part => part.url)])
}"""


def is_installed() -> bool:
    """Whether its package is installed."""
    return importlib.util.find_spec("pagefind") is not None


def index_with_pagefind(folder: Path) -> float:
    """Index a folder of HTML into its `pagefind/`; return the seconds it took."""
    start = time.perf_counter()
    subprocess.run([sys.executable, "-m", "pagefind", "--site", str(folder)], check=True, capture_output=True)
    return time.perf_counter() - start


def ask_pagefind(page: Page, site: str, query: str, most: int = 10) -> list[str]:
    """Return the addresses of its results: of each page the section that matches best."""
    rows = page.evaluate(_ASK, [f"{site}pagefind/pagefind.js", query, most])
    root = site.removesuffix("/").rpartition("/")[0]
    return [root + str(parts[0] if parts else url) for url, parts in rows]
