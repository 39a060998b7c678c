"""The check of quotations gives the same answer in Python and in a browser, and none is called exact that is not."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from pathlib import Path

import pytest
from playwright.sync_api import Page

from build_tools.edition.quoting import Answer, check_quotation
from build_tools.edition.quoting.quotation_tokens import ReadText
from build_tools.edition.reading import read_edition
from build_tools.model import Document
from tests.support.builds import ROOT
from tests.support.generated_quotations import KINDS, Generated, flat, generate_quotations
from tests.support.matrix import FULL

COUNT = 5_000 if FULL else 240
CHUNK = 250
ASK = """([quotations, ids]) => {
    self.textsToCheck ??= ids.map(id => readerQuotation.read({ id, blocks: readerTexts[id] }))
    return quotations.map(quotation => {
        const { state, gaps, matches } = readerQuotation.check(quotation, self.textsToCheck)
        return [state, !!gaps, matches.map(({ text, places }) =>
            [text.id, places.map(place => [place.exact, place.list.map(({ form, block }) => [form, block.id])])])]
    })
}"""
SCRIPTS = ("search/folding.js", "quotation.js")


@pytest.fixture(scope="module")
def documents() -> Sequence[Document]:
    return read_edition(ROOT, "en").documents


@pytest.fixture(scope="module")
def texts(documents: Sequence[Document]) -> Sequence[ReadText]:
    return [ReadText(document.source.id, document.blocks) for document in documents]


@pytest.fixture(scope="module")
def quotations(documents: Sequence[Document]) -> Sequence[Generated]:
    return tuple(generate_quotations(documents, COUNT))


@pytest.fixture(scope="module")
def answers(texts: Sequence[ReadText], quotations: Sequence[Generated]) -> Sequence[Answer]:
    return [check_quotation(quotation.words, texts) for quotation in quotations]


def test_no_quotation_is_called_exact_that_no_text_has(
    documents: Sequence[Document], quotations: Sequence[Generated], answers: Sequence[Answer]
) -> None:
    whole = [flat(" ".join(_in_sequence(document))) for document in documents]
    for quotation, answer in zip(quotations, answers, strict=True):
        if answer.state == "exact":
            assert any(flat(quotation.words) in text for text in whole), quotation
        if quotation.is_exact is not None:
            assert (answer.state == "exact") == quotation.is_exact, quotation
    assert {quotation.kind for quotation in quotations} == set(KINDS)
    assert {answer.state for answer in answers} == {"exact", "altered", "absent"}


def test_a_browser_answers_as_the_command_does(
    page: Page, texts: Sequence[ReadText], quotations: Sequence[Generated], answers: Sequence[Answer]
) -> None:
    page.goto("about:blank")
    page.evaluate(f"self.readerTexts = {json.dumps({text.id: _blocks(text) for text in texts})}")
    for script in SCRIPTS:
        page.add_script_tag(path=Path("build_tools/website/static", script))
    ids = [text.id for text in texts]
    for start in range(0, len(quotations), CHUNK):
        words = [quotation.words for quotation in quotations[start : start + CHUNK]]
        expected = [_as_browser(answer) for answer in answers[start : start + CHUNK]]
        for quotation, found, answer in zip(words, page.evaluate(ASK, [words, ids]), expected, strict=True):
            assert found == answer, quotation


def _in_sequence(document: Document) -> list[str]:
    """The paragraphs, then all else: a quotation may cross from one paragraph to the next over a heading."""
    blocks = sorted(document.blocks, key=lambda block: not re.fullmatch(r"p\d+", block.id))
    return [block.text for block in blocks]


def _blocks(text: ReadText) -> list[dict[str, str]]:
    return [{"id": block.id, "text": block.text} for block in text.blocks]


def _as_browser(answer: Answer) -> list[object]:
    return [
        answer.state,
        answer.has_gaps,
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
