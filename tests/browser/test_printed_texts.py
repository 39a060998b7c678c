"""PDFs of two programs, read by two extractors: title, headings and paragraphs are found, the furniture goes."""

from __future__ import annotations

import re
import unicodedata

import pytest
from playwright.sync_api import Page

from build_tools.segmentation import cut_text
from tests.support.printed_article import (
    AUTHOR,
    EXTRACTORS,
    HEAD,
    HEADINGS,
    PARAGRAPHS,
    TITLE,
    print_by_library,
    print_in_browser,
)

LEAST_WHOLE = 7  # of nine paragraphs: two extractors lose the order of words, or the end of a full last line


def plain(words: str) -> str:
    return re.sub(r"\s+", "", unicodedata.normalize("NFKC", words))


def check_cut(text: str) -> None:
    cut = cut_text(text, "en")
    of_role = {role: [block.text for block in cut.blocks if block.role == role] for role in ("title", "heading")}
    assert of_role["title"] == [TITLE]
    assert {plain(words) for words in HEADINGS[1:]} <= {plain(words) for words in of_role["heading"]}
    assert AUTHOR in {block.text for block in cut.blocks}
    numbered = {plain(block.text) for block in cut.blocks if block.role == "paragraph"}
    assert sum(plain(words) in numbered for words in PARAGRAPHS) >= LEAST_WHOLE
    aside = [text[span.start : span.end] for span in cut.set_aside if span.reason == "page furniture"]
    pages = len(cut.pages)
    assert pages > 1
    assert [page.label for page in cut.pages] == [str(number) for number in range(1, pages + 1)]
    assert not any(plain(HEAD) in plain(block.text) or block.text.isdecimal() for block in cut.blocks)
    left = re.sub(r"\d|\s", "", "".join(aside)).replace(plain(HEAD), "")
    assert left == ""


@pytest.mark.parametrize("extractor", EXTRACTORS)
@pytest.mark.parametrize("style", ["text-align: left", "text-align: justify", "text-align: justify; hyphens: auto"])
def test_a_text_printed_by_a_browser_is_read_as_it_was_written(page: Page, style: str, extractor: str) -> None:
    check_cut(EXTRACTORS[extractor](print_in_browser(page, style)))


@pytest.mark.parametrize("extractor", EXTRACTORS)
@pytest.mark.parametrize("align", ["L", "J"])
def test_a_text_printed_by_a_library_is_read_as_it_was_written(align: str, extractor: str) -> None:
    check_cut(EXTRACTORS[extractor](print_by_library(align)))
