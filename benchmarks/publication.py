"""What it costs to publish generated texts in collections: to divide an edition, build each collection, and join them.

    python -m benchmarks.publication [TEXTS…]        (default: 800 10000)

The edition has prose of some 5 kB a text and a glossary of a thousand entries. It is divided into collections of at
most 2,000 texts, which are built strictly, as many at once as there are cores. Printed are, for each size, the
processor milliseconds a text takes and the peak memory of the largest process in each step, how long all of it took,
and what is published; then what the first pages of the router fetch, and what its search costs and finds.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from benchmarks.chromium import bytes_of, chromium, watch_responses
from benchmarks.costs import Cost, cost_of
from benchmarks.rival_projects import settle_edition
from benchmarks.router_scale import search_router
from benchmarks.search_corpus import Corpus
from benchmarks.search_questions import Question, ask, count_answers
from benchmarks.shard_scale import ENTRIES, generate, lay_out_corpus
from tests.support.ranges import RangeHandler
from tests.support.serving import serving

MOST, QUESTIONS = 2_000, 100
_PAGES = ("", "texts/", "glossary/", "search/")


def main(arguments: Sequence[str]) -> int:
    """Measure each size."""
    for texts in map(int, arguments or ["800", "10000"]):
        with tempfile.TemporaryDirectory(prefix="publication-") as name:
            _measure(texts, Path(name))
    return 0


def _measure(texts: int, folder: Path) -> None:
    edition, parts, router = folder / "edition", folder / "parts", folder / "router"
    lay_out_corpus(edition, texts)
    settle_edition(edition)
    program = (sys.executable, "-m", "build_tools", "collections")
    start = time.perf_counter()
    divided = cost_of((*program, "split", str(edition), str(parts), "--texts", str(MOST)), Path.cwd())
    collections = sorted(path.parent for path in parts.glob("*/mkdocs.yml"))
    with ThreadPoolExecutor(os.cpu_count()) as builders:  # each waits for a process of its own
        built = list(builders.map(_build, collections))
    joined = cost_of((*program, "join", str(parts / "collections.toml"), str(router)), Path.cwd())
    seconds = time.perf_counter() - start
    print(f"\n{texts:,} texts, {ENTRIES:,} entries, {len(collections)} collections, {seconds / 60:.1f} minutes")
    for step, costs in {"divide": [divided], "build": built, "join": [joined]}.items():
        used, peak = sum(cost.seconds for cost in costs), max(cost.megabytes for cost in costs)
        print(f"  {step:7} {used / texts * 1000:6.1f} ms a text, {used:,.0f} CPU s, {peak:,} MB at the peak")
    files = [file for file in router.rglob("*") if file.is_file()]
    print(f"  {len(files):,} files, {sum(file.stat().st_size for file in files) / 1e6:,.0f} MB")
    for page, fetched in _first_loads(router):
        print(f"  /{page} fetches {fetched:,} bytes")
    search_router(router, _questions(texts))


def _build(collection: Path) -> Cost:
    return cost_of((sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet"), collection)


def _first_loads(router: Path) -> Iterator[tuple[str, int]]:
    """Yield pages of a router with the bytes that each fetches with an empty cache."""
    with serving(router, handler=RangeHandler) as server, chromium() as browser:
        for name in _PAGES:
            context = browser.new_context()
            responses = watch_responses(context)
            context.new_page().goto(server.url + name, wait_until="networkidle")
            yield name, bytes_of(responses)
            context.close()


def _questions(texts: int) -> dict[Question, int]:
    """Return questions about the texts, each with the number of paragraphs that answer it."""
    entries, made = generate(texts, ENTRIES)
    documents, mentions = zip(*made, strict=True)
    named = {document.source.id: of_text for document, of_text in zip(documents, mentions, strict=True)}
    paragraphs = (block.text for document in documents for block in document.blocks)
    return count_answers(ask(Corpus(documents, entries, named, ()), QUESTIONS), paragraphs)


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
