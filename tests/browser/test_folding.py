"""The folding of the browser is that of the build, and leads back to whole letters."""

from __future__ import annotations

import json
import unicodedata
from pathlib import Path

from playwright.sync_api import Page

from tests.support.builds import Site


def test_the_browser_folds_letters_as_the_build_does(page: Page, site: Site, root: Path) -> None:
    rows = [json.loads(line) for line in (root / "tests/data/folding.jsonl").read_text("utf-8").splitlines()]
    page.goto(site.url)
    page.evaluate("readerSearch.need('folding')")
    folded = page.evaluate("texts => texts.map(readerFolding.fold)", [row["text"] for row in rows])
    assert folded == [row["folded"] for row in rows]


def test_a_hit_in_decomposed_text_is_whole_syllables_and_letters(page: Page, site: Site) -> None:
    page.goto(site.url)
    page.evaluate("readerSearch.need('tokens')")
    text = unicodedata.normalize("NFD", "김마루는 Joséphine ﬁnal")
    cuts = page.evaluate("text => readerSearch.tokenize(text).map(({start, end}) => text.slice(start, end))", text)
    assert [unicodedata.normalize("NFC", one) for one in cuts] == ["김마", "마루", "루는", "는", "Joséphine", "ﬁnal"]
