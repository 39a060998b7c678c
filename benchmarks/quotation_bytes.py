"""What the check of a quotation fetches: synthetic corpora of any size, our page's scripts in Chromium.

    python -m benchmarks.quotation_bytes [TEXTS…]        (default: 5 1000; 10000 takes some minutes)

Prints for each size and kind of quotation how many are exact, altered, absent and undecided, and the bytes and requests
of a check with an empty cache, scripts and data, before any compression; then the wrong answers: words denied that a
text has, words called exact that none has, and words overlooked, called absent though the text that they were made from
has words like them. A size of 5 is this edition.
"""

from __future__ import annotations

import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from statistics import median

from playwright.sync_api import Browser, Route

from benchmarks.chromium import ROOT, chromium
from benchmarks.search_corpus import make_corpus
from build_tools.edition.quoting import ReadText, check_quotation
from build_tools.edition.quoting.quotation_answers import quotation_parts
from build_tools.edition.reading import read_edition
from build_tools.model import Data, Document
from build_tools.website.assets.site_assets import Look, publish_assets
from build_tools.website.data.quotation_data import quotable_blocks, quotable_data
from build_tools.website.search import compose_search
from tests.support.generated_quotations import Generated, flat, generate_quotations

_OURS = 5
_QUOTATIONS = 120
_ADDRESS = "http://127.0.0.1:9/"
_BUNDLED = ("loading", "search/agents")
_MOST_BYTES = 150_000
_FAULTS = ("denied", "invented", "overlooked")


def main(arguments: Sequence[str]) -> int:
    """Measure each size; return 1 if a check fetches more than it may, or denies or invents words."""
    measured = [_measure(texts) for texts in map(int, arguments or ["5", "1000"])]
    return int(any(measured))


def _measure(texts: int) -> bool:
    documents, data = _edition(texts)
    assets = {path: content for path, content in publish_assets({}, Look()).files.items() if path.endswith(".js")}
    known = {**assets, **{file.path: file.text.encode() for file in data}}
    texts_read = [ReadText(document.source.id, quotable_blocks(document)) for document in documents]
    letters = [(text, flat(" ".join(text.blocks[index].text for index in text.sequence))) for text in texts_read]
    states: defaultdict[str, Counter[str]] = defaultdict(Counter)
    wrong: Counter[str] = Counter()
    costs: defaultdict[str, list[tuple[int, int]]] = defaultdict(list)
    with chromium() as browser:
        for quotation in generate_quotations(documents, _QUOTATIONS, seed=3):
            state, sizes = _check(browser, known, quotation.words)
            states[quotation.kind][state] += 1
            wrong.update(_faults(quotation, state, letters))
            costs[quotation.kind].append((sum(sizes), len(sizes)))
    print(f"\n{texts} texts, {_QUOTATIONS} quotations")
    for kind, listed in costs.items():
        sizes = [size for size, _ in listed]
        requests = max(count for _, count in listed)
        said = ", ".join(f"{count} {state}" for state, count in sorted(states[kind].items()))
        print(f"{kind:17} bytes: median {median(sizes):9,.0f}, most {max(sizes):9,}; requests {requests:3}; {said}")
    print("wrong answers:", ", ".join(f"{wrong[fault]} {fault}" for fault in _FAULTS))
    most = max(size for listed in costs.values() for size, _ in listed)
    return most > _MOST_BYTES or bool(wrong["denied"] or wrong["invented"])


def _faults(quotation: Generated, state: str, letters: Sequence[tuple[ReadText, str]]) -> Iterator[str]:
    """Yield what is wrong with an answer, by all texts that have the letters of the quotation."""
    parts = [flat("".join(token.form for token in part)) for part in quotation_parts(quotation.words)]
    having = [text for text, of_text in letters if all(part in of_text for part in parts)]
    is_exact = check_quotation(quotation.words, having).state == "exact"
    if is_exact and state in {"altered", "absent"}:
        yield "denied"
    if not is_exact and state == "exact":
        yield "invented"
    source = [text for text, _ in letters if text.id == quotation.text]
    if state == "absent" and check_quotation(quotation.words, source).state == "altered":
        yield "overlooked"


def _edition(texts: int) -> tuple[Sequence[Document], Sequence[Data]]:
    if texts == _OURS:
        reading = read_edition(ROOT, "en")
        searched = compose_search(reading.documents, reading.entries, reading.mentions, reading.registers)
        return reading.documents, (*searched, *quotable_data(reading.documents, "en"))
    corpus = make_corpus(texts)
    searched = compose_search(corpus.documents, corpus.entries, corpus.mentions)
    return corpus.documents, (*searched, *quotable_data(corpus.documents, "en"))


def _check(browser: Browser, known: Mapping[str, bytes], words: str) -> tuple[str, list[int]]:
    """Return the state of a quotation, and the bytes of each file that its check fetched."""
    sizes: list[int] = []

    def answer(route: Route) -> None:
        path = route.request.url.removeprefix(_ADDRESS)
        if path in known:
            sizes.append(len(known[path]))
            route.fulfill(body=known[path], content_type="text/javascript; charset=utf-8")
        else:
            route.fulfill(body="<!doctype html>", content_type="text/html")

    page = browser.new_page()
    page.route(f"{_ADDRESS}**", answer)
    page.goto(_ADDRESS)
    page.evaluate(f"self.readerSearch = {{ root: '{_ADDRESS}' }}")
    for script in _scripts():
        page.add_script_tag(content=script)
    state = page.evaluate("async words => (await readerCheckQuotation(words)).state", words)
    page.close()
    return str(state), sizes


def _scripts() -> Iterator[str]:
    """Yield the scripts that a page has already, bundled with others."""
    return ((ROOT / f"build_tools/website/static/{name}.js").read_text("utf-8") for name in _BUNDLED)


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
