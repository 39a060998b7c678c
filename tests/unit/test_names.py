"""Names in sentences, kind by kind: each of tests/data/names links what it marks, and nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest

from build_tools.linking import Lexicon, link_text
from tests.support.language_cases import LanguageCase, entries_of, read_cases

FILES = sorted((Path(__file__).parents[1] / "data/names").glob("*.txt"))
CASES = [pytest.param(case, id=f"{path.stem}: {case.text}") for path in FILES for case in read_cases(path)]


@pytest.mark.parametrize("case", CASES)
def test_names_of_one_kind_are_linked_as_marked(case: LanguageCase) -> None:
    matches, _ = link_text(case.text, Lexicon(entries_of(case, preferred=True), headings_own=True))
    linked = [(case.text[start:end], entry) for start, end, entry, *_ in matches]
    assert linked == [(case.text[start:end], entry) for start, end, entry in case.mentions]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_each_kind_has_ten_sentences(path: Path) -> None:
    assert len(list(read_cases(path))) >= 10
