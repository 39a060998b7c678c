"""Measure the pages of a built site: how large they are, what a browser asks for, and which links share a name.

Usage: python -m benchmarks.page_sizes SITE

For each sort of page, the largest is measured: kB of HTML, elements, and the requests and kB of a first visit without
search. Of up to 60 pages of a sort, every link is read: those of one accessible name with several targets are counted.
"""

from __future__ import annotations

import random
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path

from playwright.sync_api import Browser, Response

from benchmarks.chromium import chromium
from tests.support.composed import tree_of
from tests.support.link_names import ambiguous_links, link_name
from tests.support.serving import serving

_SAMPLE = 60
_SEED = 19
_HEAD = ("pages", "number", "kB", "elements", "requests", "kB in all", "ambiguous", "of links", "largest")


def main(arguments: list[str]) -> int:
    """Print a table of a built site.

    Args:
        arguments: The folder of the site.

    Returns:
        The exit code: 2 for wrong usage.
    """
    if len(arguments) != 1 or not Path(arguments[0], "glossary/index.html").is_file():
        print(__doc__, file=sys.stderr)
        return 2
    site = Path(arguments[0])
    print("| " + " | ".join(_HEAD) + " |\n|" + "---|" * len(_HEAD))
    with serving(site) as server, chromium() as browser:
        for name, pages in groups_of_pages(site).items():
            if pages:
                print("| " + " | ".join(map(str, (name, *_row(pages, site, server.url, browser)))) + " |", flush=True)
    return 0


def groups_of_pages(site: Path) -> Mapping[str, list[Path]]:
    """Return the pages of a site by sort."""
    texts, glossary = site / "sources", site / "glossary"
    of_texts, of_glossary = sorted(texts.rglob("index.html")), sorted(glossary.rglob("index.html"))
    lists = [file for file in of_texts if "--" in file.relative_to(texts).as_posix()]
    below = [file for file in of_glossary if len(file.relative_to(glossary).parts) > 2]  # noqa: PLR2004 - ID/index.html
    alone = ("timeline", "search", "concordance", "together", "check", "quality", "terms")
    return {
        "home": [site / "index.html"],
        "texts": [texts / "index.html"],
        "lists of texts": lists,
        "one text": [file for file in of_texts if file not in {*lists, texts / "index.html"}],
        "glossary": [glossary / "index.html"],
        "entries": [file for file in of_glossary if file not in {*below, glossary / "index.html"}],
        "below the glossary": below,
        **{name: [file] for name in alone if (file := site / name / "index.html").is_file()},
    }


def _row(pages: list[Path], site: Path, address: str, browser: Browser) -> tuple[object, ...]:
    """Return what is measured of the largest of some pages, and what a sample of them has of ambiguous links."""
    largest = max(pages, key=lambda file: file.stat().st_size)
    elements = sum(1 for _ in tree_of(largest.read_text("utf-8")).iter())
    way = largest.parent.relative_to(site).as_posix()
    requests, loaded = _loaded(f"{address}{'' if way == '.' else f'{way}/'}", browser)
    chosen = {largest, *random.Random(_SEED).sample(pages, min(_SAMPLE, len(pages)))}  # noqa: S311 - a sample, no secret
    ambiguous, links, examples = _count(sorted(chosen), site)
    size = round(largest.stat().st_size / 1000)
    return len(pages), size, elements, requests, loaded, ambiguous, links, f"{way} {examples[:3] or ''}"


def _loaded(address: str, browser: Browser) -> tuple[int, int]:
    """Return how many files a first visit asks for, and their kB without compression."""
    page = browser.new_page()
    responses: list[Response] = []

    def note(response: Response) -> None:
        responses.append(response)

    page.on("response", note)
    page.goto(address, wait_until="networkidle")
    sizes = [len(response.body()) if response.ok else 0 for response in [*responses]]
    page.close()
    return len(sizes), round(sum(sizes) / 1000)


def _count(pages: Iterable[Path], site: Path) -> tuple[int, int, list[str]]:
    ambiguous = links = 0
    examples: list[str] = []
    for file in pages:
        page = tree_of(file.read_text("utf-8"))
        shared = ambiguous_links(page, f"/{file.parent.relative_to(site).as_posix()}/")
        found = [link_name(link) for link in page.iter("a") if link.get("href")]
        links += len(found)
        ambiguous += sum(name in shared for name in found)
        examples += shared
    return ambiguous, links, sorted(set(examples))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
