"""Search at scale: synthetic corpora, our index beside Pagefind's of the same pages, our dialog in Chromium.

    python -m benchmarks.search_scale [TEXTS…]        (default: 500; 10000 takes some minutes)

Prints for each size: the seconds and peak memory of indexing, files and bytes of both indexes; the bytes of a first
search with an empty cache; the time from key to results; and how often a known item is among the first three results.
"""

from __future__ import annotations

import html
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path
from statistics import median, quantiles
from typing import NamedTuple

from benchmarks.chromium import ROOT, ask_dialog, build_site, chromium, cold_bytes, open_dialog
from benchmarks.pagefind_engine import MISSING, index_with_pagefind, is_installed
from benchmarks.search_corpus import Corpus, make_corpus
from benchmarks.search_questions import Question, ask
from build_tools.website.search import compose_search
from build_tools.website.writing import write
from tests.support.serving import serving

QUESTIONS, COLD_SEARCHES = 150, 9
FIRST = 3


class Hit(NamedTuple):
    """Whether the first results have the right text, and the right paragraph."""

    text: bool
    paragraph: bool


def main(arguments: Sequence[str]) -> int:
    """Measure each size. The child process that only builds our index is called with `--index TEXTS FOLDER`."""
    if arguments[:1] == ["--index"]:
        return _index(int(arguments[1]), Path(arguments[2]))
    for texts in map(int, arguments or ["500"]):
        _measure(texts)
    return 0


def _index(texts: int, folder: Path) -> int:
    corpus = make_corpus(texts)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    start = time.perf_counter()
    write(compose_search(corpus.documents, corpus.entries, corpus.mentions), folder)
    seconds = time.perf_counter() - start
    print(f"{seconds:.2f} {before // 1024} {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024}")
    return 0


def _measure(texts: int) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        corpus = make_corpus(texts)
        print(f"\n{texts} texts, {len(corpus.entries)} entries, prose in {', '.join(corpus.languages)}")
        _compare_indexes(corpus, texts, folder)
        questions = ask(corpus, QUESTIONS)
        del corpus
        _drive(folder, questions)


def _compare_indexes(corpus: Corpus, texts: int, folder: Path) -> None:
    command = [
        sys.executable,
        "-W",
        "ignore",
        "-m",
        "benchmarks.search_scale",
        "--index",
        str(texts),
        str(folder / "index"),
    ]
    process = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True)
    ours, before, peak = map(float, process.stdout.split())
    print(
        f"ours      {ours:7.1f} s  peak {peak:,.0f} MB ({before:,.0f} MB of it the corpus)  {_size(folder / 'index')}"
    )
    if not is_installed():
        print(MISSING)
        return
    _write_pages(corpus, folder / "pages")
    theirs = index_with_pagefind(folder / "pages")
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024
    print(f"Pagefind  {theirs:7.1f} s  peak {peak:,.0f} MB at most  {_size(folder / 'pages/pagefind')}")
    print(f"ours / Pagefind {ours / theirs:.2f}")
    shutil.rmtree(folder / "pages")


def _size(folder: Path) -> str:
    files = [file for file in folder.rglob("*") if file.is_file()]
    return f"{len(files):,} files, {sum(file.stat().st_size for file in files) / 1e6:,.1f} MB"


def _write_pages(corpus: Corpus, folder: Path) -> None:
    """Write the same texts and entries as HTML pages, without navigation."""
    for document in corpus.documents:
        title, *paragraphs = document.blocks
        body = "".join(f'<p id="{block.id}">{html.escape(block.text)}</p>' for block in paragraphs)
        _write_page(folder / document.source.path.removeprefix("docs/"), title.lang, title.text, body)
    for entry in corpus.entries:
        labels = ", ".join(label.text for label in entry.alt_labels)
        body = f"<p>{html.escape(labels)}</p><p>{html.escape(entry.definition)}</p>"
        _write_page(folder / entry.path.removeprefix("docs/"), "en", entry.pref_label, body)


def _write_page(path: Path, lang: str, title: str, body: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    words = html.escape(title)
    page = (
        f'<!doctype html><html lang="{lang}"><meta charset="utf-8"><title>{words}</title><h1>{words}</h1>{body}</html>'
    )
    path.with_suffix(".html").write_text(page, "utf-8")


def _drive(folder: Path, questions: Sequence[Question]) -> None:
    with serving(folder / "site") as server, chromium() as browser:
        build_site(folder / "site", server.url)
        shutil.rmtree(folder / "site/data/search")
        shutil.move(folder / "index/data/search", folder / "site/data/search")
        costs = [cold_bytes(browser, server.url, question.query) for question in questions[:COLD_SEARCHES]]
        page = browser.new_page()
        open_dialog(page, server.url)
        hits: dict[str, list[Hit]] = defaultdict(list)
        times = []
        for question in questions:
            links, took = ask_dialog(page, question.query)
            times.append(took)
            first = links[:FIRST]
            text = f"{server.url}sources/{question.text}/"
            hit = Hit(any(link.partition("#")[0] == text for link in first), f"{text}#{question.block}" in first)
            hits[question.kind].append(hit)
            if not hit.text:
                print(f"misses {question.kind}: {question.query} ({question.text} {question.block})")
    _report(costs, times, hits)


def _report(costs: Sequence[int], times: Sequence[float], hits: Mapping[str, Sequence[Hit]]) -> None:
    print(f"first search, bytes: median {median(costs):,.0f}, most {max(costs):,}")
    print(f"key to rows, ms: median {median(times):.0f}, p90 {quantiles(times, n=10)[-1]:.0f}")
    rows = [("all", [hit for of_kind in hits.values() for hit in of_kind]), *sorted(hits.items())]
    for kind, listed in rows:
        texts = sum(hit.text for hit in listed) / len(listed)
        paragraphs = sum(hit.paragraph for hit in listed) / len(listed)
        print(f"  {kind:9} {len(listed):4}  text in the first three {texts:.2f}, paragraph {paragraphs:.2f}")


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
