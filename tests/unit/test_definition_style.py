"""Advice on definitions: what is said of English words is said of them in an English edition alone."""

from __future__ import annotations

import pytest

from build_tools.edition.checks.material import Material
from build_tools.edition.checks.style import check_definition_style
from tests.support.invented import entry


@pytest.mark.parametrize(
    ("language", "definition", "codes"),
    [
        ("en", "A state that did not answer.", ["definition-article-first"]),
        ("en-GB", "Is a state that did not answer.", ["definition-verb-first"]),
        ("fr", "A priori, chef d'un ministère.", []),
        ("de", "Was man am Hafen zahlt", ["definition-without-stop"]),
        ("fr", "Premier est le titre.", ["definition-label-first"]),
    ],
)
def test_english_articles_and_verbs_are_looked_for_in_english(language: str, definition: str, codes: list[str]) -> None:
    entries = (entry("premier", "Premier", definition=definition),)
    findings = check_definition_style(Material(entries=entries, language=language))
    assert [finding.code for finding in findings] == codes
