"""Quotations are checked in the texts that the search index names, with the answer that reading all texts gives."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

import pytest
from playwright.sync_api import Page

from build_tools.edition.quoting import Answer, check_quotation
from build_tools.edition.quoting.quotation_tokens import ReadText
from build_tools.edition.reading import read_edition
from build_tools.model import Document
from build_tools.website.data.quotation_data import quotable_data
from build_tools.website.search import compose_search
from build_tools.website.search.gathering import gather
from build_tools.website.search.lookup.candidate_texts import check_in_index
from build_tools.website.search.lookup.sought_terms import sought_terms
from build_tools.website.search.lookup.term_records import TermRecords
from tests.support.builds import ROOT
from tests.support.generated_quotations import KINDS, Generated, generate_quotations
from tests.support.index_in_page import open_index
from tests.support.matrix import FULL
from tests.support.shared_sentences import CASES, shared_sentences

COUNT = 5_000 if FULL else 240
CHUNK = 100
PARAGRAPHS = 3
ASK = """async quotations => {
    const listed = ({ text, places }) =>
        [text.id, places.map(place => [place.exact, place.list.map(({ form, block }) => [form, block.id])])]
    const answers = []
    for (const quotation of quotations) {
        const { state, gaps, matches, read, unread } = await readerCandidates.check(quotation)
        const sought = await readerCandidates.soughtTerms(quotation)
        answers.push([state, !!gaps, read, unread, sought, matches.map(listed)])
    }
    return answers
}"""


@pytest.fixture(scope="module")
def documents() -> Sequence[Document]:
    """The texts of this edition in pieces of a few paragraphs, so that there are many, in four languages."""
    return [piece for document in read_edition(ROOT, "en").documents for piece in _pieces(document)]


def _pieces(document: Document) -> Iterator[Document]:
    for number, start in enumerate(range(0, len(document.blocks), PARAGRAPHS)):
        source = replace(document.source, id=f"{document.source.id}-{number:02}", path=f"docs/sources/x-{number}.md")
        source = replace(source, path=f"docs/sources/{source.id}.md")
        yield replace(document, source=source, blocks=document.blocks[start : start + PARAGRAPHS])


@pytest.fixture(scope="module")
def texts(documents: Sequence[Document]) -> dict[str, ReadText]:
    return {document.source.id: ReadText(document.source.id, document.blocks) for document in documents}


@pytest.fixture(scope="module")
def quotations(documents: Sequence[Document]) -> Sequence[Generated]:
    return tuple(generate_quotations(documents, COUNT, seed=2))


@pytest.fixture(scope="module")
def terms(documents: Sequence[Document]) -> TermRecords:
    return TermRecords(gather(documents, (), {}))


@pytest.fixture(scope="module")
def answers(terms: TermRecords, texts: dict[str, ReadText], quotations: Sequence[Generated]) -> Sequence[Answer]:
    return [check_in_index(quotation.words, terms, texts.__getitem__) for quotation in quotations]


def test_the_texts_that_the_index_names_decide_as_all_texts_do(
    texts: dict[str, ReadText], quotations: Sequence[Generated], answers: Sequence[Answer]
) -> None:
    assert len(texts) > 20
    missed = []
    for quotation, answer in zip(quotations, answers, strict=True):
        whole = check_quotation(quotation.words, list(texts.values()))
        assert whole.state != "exact" or answer.state in {"exact", "undecided"}, quotation
        assert answer.state != "exact" or whole.state == "exact", quotation
        missed += [quotation] if answer.state not in {whole.state, "undecided"} else []
        if whole.state == "exact" and not answer.unread:
            assert [match.text.id for match in answer.matches] == [match.text.id for match in whole.matches], quotation
    # Words like those of a quotation can be in a text that shares few of the longest: seldom, and the answer says so.
    assert len(missed) <= len(answers) / 500, missed
    assert {quotation.kind for quotation in quotations} == set(KINDS)
    assert {answer.state for answer in answers} >= {"exact", "altered", "absent"}
    assert sum(answer.state == "undecided" for answer in answers) < len(answers) / 50
    assert max(len(answer.read) for answer in answers) < len(texts) / 2


def test_a_browser_reads_the_same_texts_and_answers_as_python_does(
    page: Page,
    documents: Sequence[Document],
    terms: TermRecords,
    quotations: Sequence[Generated],
    answers: Sequence[Answer],
) -> None:
    loaded = open_index(page, (*compose_search(documents, (), {}), *quotable_data(documents, "en")))
    for start in range(0, len(quotations), CHUNK):
        words = [quotation.words for quotation in quotations[start : start + CHUNK]]
        asked = zip(words, answers[start:], strict=False)
        expected = [_as_browser(quotation, answer, terms) for quotation, answer in asked]
        for quotation, found, answer in zip(words, page.evaluate(ASK, words), expected, strict=True):
            assert found == answer, quotation
    assert not [path for path in loaded if "/w-" in path or "/b-" in path or "manifest" in path]


def test_a_browser_finds_a_text_among_many_that_share_its_sentences(page: Page) -> None:
    documents = shared_sentences()
    open_index(page, (*compose_search(documents, (), {}), *quotable_data(documents, "en")))
    found = page.evaluate(ASK, [quotation for quotation, _ in CASES])
    terms = TermRecords(gather(documents, (), {}))
    texts = {document.source.id: ReadText(document.source.id, document.blocks) for document in documents}
    assert [(quotation, answer[0]) for (quotation, _), answer in zip(CASES, found, strict=True)] == list(CASES)
    assert len(terms.common) > 5
    assert found == [
        _as_browser(quotation, check_in_index(quotation, terms, texts.__getitem__), terms) for quotation, _ in CASES
    ]


def _as_browser(quotation: str, answer: Answer, terms: TermRecords) -> list[object]:
    return [
        answer.state,
        answer.has_gaps,
        list(answer.read),
        answer.unread,
        [list(alternatives) for alternatives in sought_terms(quotation, terms.common)],
        [
            [
                match.text.id,
                [
                    [passage.is_exact, [[token.form, match.text.blocks[token.block].id] for token in passage.tokens]]
                    for passage in match.passages
                ],
            ]
            for match in answer.matches
        ],
    ]
