"""Whole pages, byte for byte: a change to what we publish is seen, read and accepted.

Of a page with a template there are three files: its Markdown, the HTML of its body, and what the template shows around.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from build_tools.website.pages import compose_pages
from build_tools.website.survey.lookups import survey
from tests.support.builds import ROOT
from tests.support.composed import body_html
from tests.support.invented import SMALL


def written() -> Iterator[tuple[str, str]]:
    for page in compose_pages(survey(replace(SMALL, has_data=True))):
        composed, stem = page.settle(), page.path.removesuffix(".md")
        yield page.path, composed.markdown
        yield f"{stem}.html", body_html(composed)
        yield f"{stem}.json", json.dumps(composed.around, ensure_ascii=False, indent=1) + "\n"


FILES = dict(written())
FOLDER = ROOT / "tests/golden/pages/small"


@pytest.mark.parametrize("path", FILES)
def test_a_page_of_the_small_edition_is_as_it_was(path: str, golden: Callable[[Path, str], None]) -> None:
    (FOLDER / path).parent.mkdir(parents=True, exist_ok=True)
    golden(FOLDER / path, FILES[path])


def test_no_golden_page_is_left_of_a_page_that_is_gone() -> None:
    files = (path for path in FOLDER.rglob("*") if path.is_file())
    assert {path.relative_to(FOLDER).as_posix() for path in files} == set(FILES)
