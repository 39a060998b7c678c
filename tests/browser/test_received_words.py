"""Words as they were received, divided at lines' ends, over pages, as entities: found, linked and checked as words."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import expect

from tests.support.browsing import Readers, arrived, places, search
from tests.support.builds import build
from tests.support.projects import add_text, small_project
from tests.support.serving import serving

TEXT = """\
The Estuary Review

The pilots and the port

The pilots of the estuary sent their dele-
gates to the capital, and what they asked for was a re-
entry of every horse into the books of the har-

41
\fThe Estuary Review

bour, at the caf&eacute; of which the delegates had been kept
waiting &mdash; as it says there &mdash; until the ice broke. It was
not their first re-entry, and the harbour knew it.

42
"""
PAGE = """\
---
seed: pilots.txt
title: The pilots and the port
genre: report
languages: [en]
rights: {statement: "http://rightsstatements.org/vocab/UND/1.0/", notice: null, publish: full}
---
A report.
"""
ENTRY = """\
---
pref_label: delegates to the capital
kind: concept
definition: People whom the pilots sent.
evidence: ["[@pilots, ¶1]"]
---
"""


@pytest.fixture(scope="module")
def pilots(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of an edition with such a text."""
    folder = tmp_path_factory.mktemp("pilots")
    project = small_project(folder / "project")
    add_text(project, "pilots", TEXT, PAGE)
    (project / "docs/glossary/delegates.md").write_text(ENTRY, encoding="utf-8")
    (folder / "site").mkdir()
    with serving(folder / "site") as server:
        build(folder / "site", root=project, SITE_URL=server.url)
        yield server.url


def test_a_reader_sees_whole_words_and_where_printed_pages_begin(reader: Readers, pilots: str) -> None:
    page = reader()
    page.goto(f"{pilots}sources/pilots/")
    paragraph = page.locator("#p1")
    expect(paragraph).to_contain_text("sent their delegates to the capital")
    expect(paragraph).to_contain_text("a re-entry of every horse into the books of the harbour, at the caf&eacute; of")
    expect(paragraph.locator(".page-mark[data-page='42']")).to_have_attribute("aria-label", "Page 42")
    expect(paragraph.locator("a.m")).to_have_text("delegates to the capital")
    expect(page.locator(".ledger")).to_contain_text("page furniture")
    expect(page.locator(".ledger")).to_contain_text("line-end hyphen")


@pytest.mark.parametrize("words", ["delegates capital", "harbour café", "re-entry horse"])
def test_such_words_are_found(reader: Readers, pilots: str, words: str) -> None:
    page = reader()
    page.goto(pilots)
    search(page, words)
    assert any(place.endswith("sources/pilots/#p1") for place in places(page))


@pytest.mark.parametrize(
    "quotation",
    [
        "sent their delegates to the capital",
        "what they asked for was a re-entry of every horse into the books of the harbour",
        "at the café of which the delegates had been kept waiting — as it says there — until the ice broke",
    ],
)
def test_a_quotation_of_such_words_is_exact(reader: Readers, pilots: str, quotation: str) -> None:
    page = reader()
    page.goto(f"{pilots}check/")
    arrived(page)
    page.locator("textarea").fill(quotation)
    page.locator(".check button").click()
    expect(page.locator(".check-answer")).to_contain_text("Exact")
