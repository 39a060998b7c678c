"""What scripts say is in the language of the site, and a passage from right to left reads so wherever it is shown."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import expect

from tests.support.browsing import Readers, arrived, violations
from tests.support.greek_edition import greek_edition, publish_edition
from tests.support.projects import add_text
from tests.support.serving import serving

TREATY = """\
معاهدة الحبوب

قال إلياس تندور إن كورلند بعيدة (2024) و"Korland Ltd." شركة. وصل الوفد إلى كورلند أمس.
"""
TREATY_PAGE = """\
---
seed: treaty.txt
title: معاهدة الحبوب
genre: report
languages: [ar]
rights: {statement: "http://rightsstatements.org/vocab/InC/1.0/", notice: null, publish: full}
---
"""
KORLAND = """\
---
pref_label: Κορλάνδη
kind: polity
definition: Μια χώρα.
evidence: ["[@treaty, ¶1]"]
alt_labels: {ar: [كورلند]}
---
"""


@pytest.fixture(scope="module", params=["ko", "ar"])
def site(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, str]]:
    """The language of an edition and the address of its site."""
    folder = tmp_path_factory.mktemp(request.param)
    edition = greek_edition(folder / "edition", request.param)
    add_text(edition, "treaty", TREATY, TREATY_PAGE)
    (edition / "docs/glossary/korland.md").write_text(KORLAND, encoding="utf-8")
    publish_edition(edition, folder / "site")
    with serving(folder / "site") as server:
        yield request.param, server.url


WORDS = {
    "ko": {
        "kind": "항목, 정치체",
        "found": "항목 Κορλάνδη 및 결과 1건.",
        "card": "텍스트 1편에서 언급 2회, 여기 2회",
        "open": "항목 열기",
        "copied": "서지를 복사했습니다",
        "whole": "텍스트 전체",
    },
    "ar": {
        "kind": "مدخل، كيان سياسي",
        "found": "المدخل Κορλάνδη و1 نتيجة.",
        "card": "2 مواضع ذكر في 1 نص، 2 هنا",
        "open": "فتح المدخل",
        "copied": "نُسخت إحالة",
        "whole": "النص كله",
    },
}


def test_search_says_what_it_found_in_the_language_of_the_site(reader: Readers, site: tuple[str, str]) -> None:
    language, address = site
    page = reader()
    page.goto(f"{address}glossary/korland/")
    page.keyboard.press("/")
    expect(page.get_by_role("combobox")).to_be_focused()
    page.keyboard.insert_text("كورلند")
    expect(page.locator(".search-status")).to_have_text(WORDS[language]["found"])
    expect(page.locator(".hit.card .hit-kind")).to_have_text(WORDS[language]["kind"])
    passage = page.locator(".hit:not(.card) .hit-text")
    assert passage.evaluate("element => getComputedStyle(element).direction") == "rtl"


def test_a_card_and_the_box_for_citing_speak_it_too(reader: Readers, site: tuple[str, str]) -> None:
    language, address = site
    page = reader()
    page.goto(f"{address}sources/treaty/")
    arrived(page)
    page.locator(".text a.m").first.hover()
    card = page.locator("#preview")
    expect(card.locator(".counts")).to_have_text(WORDS[language]["card"])
    expect(card.get_by_role("link")).to_have_text(WORDS[language]["open"])
    expect(page.locator("#cite-what option").first).to_have_text(WORDS[language]["whole"])
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.locator(".cite-tools button").click()
    expect(page.locator(".notice")).to_contain_text(WORDS[language]["copied"])


def test_a_line_of_the_corpus_reads_in_the_direction_of_its_language(reader: Readers, site: tuple[str, str]) -> None:
    page = reader()
    page.goto(f"{site[1]}glossary/korland/")
    line = page.locator(".kwic li").last
    before, name = line.locator(".l").bounding_box(), line.locator("b").bounding_box()
    assert before is not None
    assert name is not None
    assert before["x"] > name["x"]
    page.goto(f"{site[1]}glossary/harbour/")
    line = page.locator(".kwic li").last
    before, name = line.locator(".l").bounding_box(), line.locator("b").bounding_box()
    assert before is not None
    assert name is not None
    assert before["x"] < name["x"]


def test_pages_in_another_language_are_as_accessible(reader: Readers, site: tuple[str, str]) -> None:
    page = reader()
    for place in ("", "sources/note/", "glossary/harbour/", "timeline/"):
        page.goto(f"{site[1]}{place}")
        arrived(page)
        assert violations(page) == []


def test_the_first_cell_of_a_row_stands_where_its_language_begins(reader: Readers, site: tuple[str, str]) -> None:
    page = reader()
    page.goto(f"{site[1]}sources/treaty/")
    starts = page.locator(".text").evaluate(
        """(text, page) => ["rtl", "ltr"].map(towards => {
            const row = document.createElement("p")
            row.className = "block table"
            if (towards !== page) row.dir = towards
            row.innerHTML = '<span class="td">1</span> <span class="td">2</span>'
            text.append(row)
            const [first, second] = [...row.children].map(cell => cell.getBoundingClientRect().x)
            return first < second ? "ltr" : "rtl"
        })""",
        "rtl" if site[0] == "ar" else "ltr",
    )
    assert starts == ["rtl", "ltr"]
