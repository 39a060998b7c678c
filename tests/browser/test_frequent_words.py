"""Words that very many records have, in a router whose lists are cut as those of a hundred thousand texts are."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page

from benchmarks.chromium import answer_time
from benchmarks.search_corpus import Corpus, make_corpus
from benchmarks.search_questions import Question, ask
from build_tools.website.router.index import merged_terms, router_index, word_pairs
from build_tools.website.router.joined_sites import JoinedSite, JoinedSites
from build_tools.website.router.joining import compose_router
from build_tools.website.search import compose_search
from build_tools.website.search.tokens import tokenize
from build_tools.website.writing import write, write_below
from tests.support.ranges import RangeHandler
from tests.support.serving import SiteServer, serving

PARTS, TEXTS = 3, 20
BLOCK = 20  # characters, instead of 8,000: so that a word and its plural are several blocks apart
MOST_OF_PAIR = 6  # records, of 4096
LIMITS = {"MOST": 4, "STRONGEST": 2, "MOST_OF_TIER": 40}  # of 8192, 2048 and 49152


@pytest.fixture(scope="module")
def corpus() -> Corpus:
    return make_corpus(PARTS * TEXTS)


def lay_out(corpus: Corpus, folder: Path) -> tuple[JoinedSite, ...]:
    """Write the indexes of the parts of a corpus, as those of sites."""
    sites = tuple(JoinedSite(f"part-{part}", f"Part {part}", "") for part in range(PARTS))
    for part, site in enumerate(sites):
        documents = corpus.documents[part * TEXTS : (part + 1) * TEXTS]
        mentions = {document.source.id: corpus.mentions[document.source.id] for document in documents}
        named = {mention.entry for found in mentions.values() for mention in found}
        entries = [entry for entry in corpus.entries if entry.id in named]
        write(compose_search(documents, entries, mentions), folder / site.id)
    return sites


@pytest.fixture(scope="module")
def server(corpus: Corpus, tmp_path_factory: pytest.TempPathFactory) -> Iterator[SiteServer]:
    folder = tmp_path_factory.mktemp("router")
    sites = lay_out(corpus, folder)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(router_index, "_TERMS", BLOCK)
        for module in (router_index, word_pairs):
            patch.setattr(module, "MOST_OF_PAIR", MOST_OF_PAIR)
        for name, most in LIMITS.items():
            patch.setattr(merged_terms, name, most)

        def read(site: JoinedSite, name: str) -> str:
            return (folder / site.id / f"data/search/{name}.js").read_text(encoding="utf-8")

        write_below(
            compose_router(JoinedSites("Router", "en", sites), lambda site: lambda name: read(site, name)), folder
        )
    with serving(folder, handler=RangeHandler) as server:
        yield server


def questions(corpus: Corpus, kind: str) -> list[Question]:
    """Questions of one kind, each about one paragraph."""
    return [question for question in ask(corpus, 120) if question.kind == kind]


def first_texts(page: Page, query: str) -> list[str]:
    """The texts of the first three hits for a query."""
    answer_time(page, "[data-router-search] input", query)
    links = page.locator(".hits .hit").evaluate_all("list => list.slice(0, 3).map(link => link.href)")
    return [str(link).partition("/sources/")[2].partition("/")[0] for link in links]


def test_a_phrase_of_frequent_words_is_found(page: Page, server: SiteServer, corpus: Corpus) -> None:
    page.goto(f"{server.url}search/")
    phrases = questions(corpus, "phrase")
    missed = [phrase.query for phrase in phrases if first_texts(page, phrase.query)[:1] != [phrase.text]]
    assert len(phrases) > 15
    assert missed == []


def test_a_misspelled_word_is_found_beside_frequent_ones(page: Page, server: SiteServer, corpus: Corpus) -> None:
    page.goto(f"{server.url}search/")
    typos = questions(corpus, "typo")
    missed = [typo.query for typo in typos if typo.text not in first_texts(page, typo.query)]
    assert len(typos) > 15
    assert missed == []


def test_a_word_finds_its_plural_many_blocks_away(page: Page, server: SiteServer, corpus: Corpus) -> None:
    page.goto(f"{server.url}search/")
    words = {word for document in corpus.documents for block in document.blocks for word in tokenize(block.text)}
    between = [word for word in sorted(words) if "file" < word < "files"]
    assert {"file", "files"} < words
    assert len(between) > 5
    answer = page.evaluate("readerSearch.ask('file name', { filters: {} })")
    assert {"file", "files"} < set(answer["marks"]["terms"])
