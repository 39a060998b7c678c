"""Whole pages, byte for byte: a change to what we publish is seen, read and accepted."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from build_tools.website.pages import compose_pages
from tests.support.builds import ROOT
from tests.support.invented import SMALL

PAGES = {page.path: page.markdown for page in compose_pages(SMALL)}
FOLDER = ROOT / "tests/golden/pages/small"


@pytest.mark.parametrize("path", PAGES)
def test_a_page_of_the_small_edition_is_as_it_was(path: str, golden: Callable[[Path, str], None]) -> None:
    (FOLDER / path).parent.mkdir(parents=True, exist_ok=True)
    golden(FOLDER / path, PAGES[path])


def test_no_golden_page_is_left_of_a_page_that_is_gone() -> None:
    assert {path.relative_to(FOLDER).as_posix() for path in FOLDER.rglob("*.md")} == set(PAGES)
