"""Measure the largest pages of entries and of the glossary, and how many of their links share a name.

Usage: python -m benchmarks.page_sizes SITE
"""

from __future__ import annotations

import random
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from tests.support.composed import tree_of
from tests.support.link_names import ambiguous_links, link_name

_SAMPLE = 60
_SEED = 19


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
    glossary = site / "glossary"
    files = sorted(glossary.rglob("index.html"))
    entries = [file for file in files if file.parent.parent == glossary]
    below = [file for file in files if file not in {*entries, glossary / "index.html"}]
    groups = {"glossary": [glossary / "index.html"], "entries": entries, "pages below them": below}
    for name, pages in groups.items():
        if pages:
            print("\n".join(_rows(name, pages, site)))
    return 0


def _rows(name: str, pages: list[Path], site: Path) -> Iterator[str]:
    """Yield the size of the largest of some pages, and what a sample of them has of ambiguous links."""
    largest = max(pages, key=lambda file: file.stat().st_size)
    nodes = sum(1 for _ in tree_of(largest.read_text("utf-8")).iter())
    kilobytes = largest.stat().st_size / 1000
    yield f"{name}: {len(pages)} pages; largest {kilobytes:.0f} kB, {nodes} elements, {largest.parent.name}"
    chosen = {largest, *random.Random(_SEED).sample(pages, min(_SAMPLE, len(pages)))}  # noqa: S311 - a sample, no secret
    ambiguous, links, examples = _count(sorted(chosen), site)
    yield f"  {ambiguous} of {links} links on {len(chosen)} of them share a name and not a target {examples[:4]}"


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
