"""Search at size: synthetic corpora, our index beside Pagefind's on the same pages, our dialog in Chromium.

    python -m benchmarks.search_scale [TEXTS…]        (500 unless told; 10000 takes some minutes)

Prints for each size: seconds and peak memory of either index, its files and bytes; the bytes of a first search with an
empty cache; how long rows take from the key on; and how often a known item is among the first three results.
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
from collections.abc import Sequence
from pathlib import Path
from statistics import median, quantiles

from benchmarks.chromium import ROOT, ask_dialog, build_site, chromium, cold_bytes, open_dialog
from benchmarks.pagefind_engine import MISSING, index_with_pagefind, is_installed
from benchmarks.search_corpus import Corpus, Question, ask, make_corpus
from build_tools.website.search import compose_search
from build_tools.website.writing import write
from tests.support.serving import serving

QUESTIONS, COLD = 150, 9
FIRST = 3


def main(arguments: Sequence[str]) -> int:
    """Measure each size; `--index TEXTS FOLDER` and `--pages …` are what the children are told, to be weighed alone."""
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
    took = time.perf_counter() - start
    print(f"{took:.2f} {before // 1024} {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024}")
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
    done = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True)
    ours, before, peak = map(float, done.stdout.split())
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
    """The same texts and entries as pages of HTML, with nothing around them."""
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
        costs = [cold_bytes(browser, server.url, one.query) for one in questions[:COLD]]
        page = browser.new_page()
        open_dialog(page, server.url)
        found: dict[str, list[tuple[bool, bool]]] = defaultdict(list)
        times = []
        for one in questions:
            links, took = ask_dialog(page, one.query)
            times.append(took)
            first = links[:FIRST]
            text = f"{server.url}sources/{one.text}/"
            right = any(link.partition("#")[0] == text for link in first), f"{text}#{one.block}" in first
            found[one.kind].append(right)
            if not right[0]:
                print(f"misses {one.kind}: {one.query} ({one.text} {one.block})")
    _report(costs, times, found)


def _report(costs: Sequence[int], times: Sequence[float], found: dict[str, list[tuple[bool, bool]]]) -> None:
    print(f"first search, bytes: median {median(costs):,.0f}, most {max(costs):,}")
    print(f"key to rows, ms: median {median(times):.0f}, p90 {quantiles(times, n=10)[-1]:.0f}")
    rows = [("all", [one for some in found.values() for one in some]), *sorted(found.items())]
    for kind, answers in rows:
        texts, paragraphs = (sum(one[place] for one in answers) / len(answers) for place in (0, 1))
        print(f"  {kind:9} {len(answers):4}  text in the first three {texts:.2f}, paragraph {paragraphs:.2f}")


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
