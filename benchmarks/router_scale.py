"""A router at scale: synthetic collections with one glossary, their indexes joined, its search page in Chromium.

    python -m benchmarks.router_scale [COLLECTIONSxTEXTS[xCOPIES]…]        (default: 3x300; 50x2000 takes half an hour)

With copies each collection is joined so many times, as if there were as many more that say the same: a router of a
size that would take long to invent. A text is found if one of its copies is. Copies fill the lists of the router, and
share what they are asked for, so that a router of texts that differ says more.

Prints for each size: the seconds and peak memory of joining, and the bytes of the router; the bytes of a first search
with an empty cache; the time from key to results; and how often a known item is among the first three results. This is
said of all questions, and of those that one paragraph answers: among very many texts several say the words of some
questions, and none of these is the right one.
"""

from __future__ import annotations

import json
import os
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, replace
from pathlib import Path
from statistics import median, quantiles
from typing import Any

from playwright.sync_api import Browser, Page

from benchmarks.chromium import ROOT, answer_time, bytes_of, chromium, wait_until, watch_responses
from benchmarks.search_corpus import Corpus, make_corpus, make_entries
from benchmarks.search_questions import Question, ask, count_answers
from build_tools.website.router.joined_sites import JoinedSite, JoinedSites
from build_tools.website.router.joining import compose_router
from build_tools.website.search import compose_search
from build_tools.website.writing import write, write_below
from tests.support.ranges import RangeHandler
from tests.support.serving import serving

ENTRIES, QUESTIONS, COLD_SEARCHES, FIRST = 10_000, 150, 9, 3
_FIELD = "[data-router-search] input"


def main(arguments: Sequence[str]) -> int:
    """Measure each size. Child processes are called with `--index` and `--join`, so that memory is theirs alone."""
    if arguments[:1] == ["--index"]:
        place, texts, questions, folder = arguments[1:]
        return _index(int(place), int(texts), int(questions), Path(folder))
    if arguments[:1] == ["--join"]:
        return _join(int(arguments[1]), Path(arguments[2]))
    for size in arguments or ["3x300"]:
        collections, texts_of_each, *copies = map(int, size.split("x"))
        _measure(collections, texts_of_each, *copies)
    return 0


def _index(place: int, texts: int, questions: int, folder: Path) -> int:
    """Write the index of a collection, and print questions about its texts."""
    entries = tuple(make_entries(ENTRIES, random.Random(1)))  # noqa: S311 - nothing here is secret
    corpus = make_corpus(texts, place + 1, entries, place * texts)
    named = {mention.entry for mentions in corpus.mentions.values() for mention in mentions}
    used = [entry for entry in entries if entry.id in named]
    write(compose_search(corpus.documents, used, corpus.mentions), folder / f"c{place}")
    _write_texts(corpus, folder / f"c{place}.txt")
    asked = ask(corpus, questions, place + 2)
    print(json.dumps([asdict(question) for question in asked]))
    return 0


def _join(collections: int, folder: Path) -> int:
    sites = tuple(JoinedSite(f"c{place}", f"Collection {place}", "") for place in range(collections))
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    start, cpu = time.perf_counter(), time.process_time()

    def read(site: JoinedSite, name: str) -> str:
        return (folder / site.id / f"data/search/{name}.js").read_text(encoding="utf-8")

    router = compose_router(JoinedSites("Router", "en", sites), lambda site: lambda name: read(site, name))
    write_below(router, folder)
    seconds, used = time.perf_counter() - start, time.process_time() - cpu
    print(seconds, used, before // 1024, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024)
    return 0


def _child(*words: object) -> str:
    command = [sys.executable, "-W", "ignore", "-m", "benchmarks.router_scale", *map(str, words)]
    return subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout


def _measure(collections: int, texts: int, copies: int = 1) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        print(f"\n{copies} times {collections} collections of {texts} texts, {ENTRIES} entries")
        places, share = range(collections), -(-QUESTIONS // collections)
        with ThreadPoolExecutor(os.cpu_count()) as children:  # each waits for a process of its own
            asked = list(children.map(lambda place: _child("--index", place, texts, 2 * share, folder), places))
        questions = [_question(fields) for printed in asked for fields in json.loads(printed)]
        answers = count_answers(questions, _paragraphs(folder / f"c{place}.txt" for place in places))
        for place in range(collections, collections * copies):
            (folder / f"c{place}").symlink_to(folder / f"c{place % collections}")
        seconds, cpu, before, peak = map(float, _child("--join", collections * copies, folder).split())
        files = [file for file in (folder / "data/search").iterdir() if file.is_file()]
        size = sum(file.stat().st_size for file in files) / 1e6
        print(f"joined in {seconds:.1f} s ({cpu:.1f} CPU s), peak {peak:,.0f} MB ({before:,.0f} MB before)")
        print(f"router: {len(files)} files, {size:,.1f} MB; {_pages(folder):,} pages")
        search_router(folder, _chosen(answers))


def _pages(folder: Path) -> int:
    return sum(1 for top in ("texts", "glossary") for _ in (folder / top).rglob("*.html"))


def _question(fields: dict[str, Any]) -> Question:
    return replace(Question(**fields), wanted=tuple(fields["wanted"]))


def _chosen(answers: Mapping[Question, int]) -> dict[Question, int]:
    """Return the questions that are asked, each with the number of its answers: of phrases those that have one."""
    found = [question for question, count in answers.items() if count == 1 or question.kind != "phrase"]
    random.Random(3).shuffle(found)  # noqa: S311 - nothing here is secret
    return {question: answers[question] for question in found[:QUESTIONS]}


def _paragraphs(files: Iterable[Path]) -> Iterator[str]:
    for file in files:
        yield from file.read_text(encoding="utf-8").split("\n")


def _write_texts(corpus: Corpus, file: Path) -> None:
    """Write the paragraphs of a collection, in which questions must be unique."""
    lines = (" ".join(block.text.split()) for document in corpus.documents for block in document.blocks)
    file.write_text("\n".join(lines), encoding="utf-8")


def search_router(folder: Path, questions: Mapping[Question, int]) -> None:
    """Ask the search page of a router in Chromium, and print what it costs and finds.

    Args:
        folder: The router, with its collections.
        questions: The questions, each with the number of paragraphs that answer it.
    """
    with serving(folder, handler=RangeHandler) as server, chromium() as browser:
        costs = [_cold_bytes(browser, server.url, question.query) for question in [*questions][:COLD_SEARCHES]]
        page = browser.new_page()
        page.goto(f"{server.url}search/")
        hits: dict[str, list[bool]] = defaultdict(list)
        times = []
        for question, answers in questions.items():
            links, took = _ask(page, question.query)
            times.append(took)
            texts = dict.fromkeys(link.partition("/sources/")[2].partition("/")[0] or link for link in links)
            is_found = question.text in [*texts][:FIRST]  # copies of a text are one
            for group in ("all", question.kind, "answered by one" if answers == 1 else "by several"):
                hits[group].append(is_found)
            if not is_found:
                print(f"misses {question.kind}: {question.query} ({question.text}), which {answers} paragraphs answer")
    print(f"first search, bytes: median {median(costs):,.0f}, most {max(costs):,}")
    print(f"key to rows, ms: median {median(times):.0f}, p90 {quantiles(times, n=10)[-1]:.0f}")
    for group, found in sorted(hits.items()):
        print(f"  {group:15} {len(found):4}  text in the first three {sum(found) / len(found):.2f}")


def _ask(page: Page, query: str) -> tuple[list[str], float]:
    took = answer_time(page, _FIELD, query)
    links = page.locator(".hits .hit").evaluate_all("list => list.map(link => link.href)")
    return [str(link) for link in links], took


def _cold_bytes(browser: Browser, address: str, query: str) -> int:
    """Return the bytes of a first search with an empty cache, engine and data."""
    context = browser.new_context()
    page = context.new_page()
    page.goto(f"{address}search/")
    page.wait_for_load_state("networkidle")
    responses = watch_responses(context)
    _ask(page, query)
    wait_until(page, "readerSearch.answers > 0")
    fetched = bytes_of(responses)
    context.close()
    return fetched


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
