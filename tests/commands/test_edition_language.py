"""Every command reads labels without a language in that of the edition's site, as its pages do."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from build_tools.interfaces.cli import main
from tests.support import scratch
from tests.support.projects import add_text

PAGE = """\
---
seed: brief.txt
title: Ein Brief
genre: article
languages: [{language}]
rights: {{statement: "http://rightsstatements.org/vocab/CNE/1.0/", notice: null, publish: full}}
---
"""
BRANDY = """\
---
pref_label: Weinbrand
kind: concept
definition: Getränk.
evidence: ["[@brief, ¶1]"]
alt_labels: [Brandy]
---
"""
SEOUL = """\
---
pref_label: 서울시
kind: place
definition: 도시.
evidence: ["[@brief, ¶1]"]
alt_labels: {en: [Seoul]}
---
"""
HANYANG = '---\npref_label: 한양\nkind: place\ndefinition: 옛 도시.\nevidence: ["[@brief, ¶2]"]\n---\n'


def _edition(root: Path, language: str, text: str) -> Path:
    for folder in ("seeds", "docs/sources", "docs/glossary"):
        (root / folder).mkdir(parents=True)
    settings = f"site_name: Briefe\ntheme: {{name: material, language: {language}}}\nplugins: [reader]\n"
    (root / "mkdocs.yml").write_text(settings, "utf-8")
    (root / "docs/index.md").write_text("---\ntitle: Briefe\n---\n# Briefe\n", "utf-8")
    add_text(root, "brief", text, PAGE.format(language=language))
    return root


@pytest.fixture
def german(tmp_path: Path) -> Path:
    """An edition that names its only entry by a German plural."""
    root = _edition(tmp_path / "de", "de", "Ein Brief\n\nEr trank zwei Brandys im Hafen.\n")
    (root / "docs/glossary/weinbrand.md").write_text(BRANDY, "utf-8")
    return root


def _run(root: Path, *words: str) -> Result:
    return CliRunner().invoke(main, [*words, "--root", str(root)], catch_exceptions=False)


@pytest.mark.parametrize(
    "words",
    [
        ("check",),
        ("figures",),
        ("anchors",),
        ("anchors", "--renumber", "brief"),
        ("rename", "weinbrand", "brandwein"),
        ("withdraw", "weinbrand", "--reason", "Doppelt.", "--on", "2026-03-01"),
    ],
)
def test_evidence_that_names_an_entry_in_the_language_of_the_site_is_no_error(
    german: Path, words: tuple[str, ...]
) -> None:
    done = _run(german, *words)
    assert "evidence-silent" not in done.output
    assert done.exit_code == 0, done.output


def test_words_that_the_site_links_are_explained_as_linked(german: Path) -> None:
    assert "“Brandys”: weinbrand" in _run(german, "explain", "brief", "1").output


def test_words_that_the_site_links_are_not_suggested(german: Path) -> None:
    assert "× “Brandys”" not in _run(german, "suggest").output


def test_a_report_on_changes_links_what_the_site_links(german: Path) -> None:
    scratch.begin_history(german)
    scratch.git(german, "add", "--all")
    scratch.git(german, "commit", "--quiet", "--message", "Before")
    entry = german / "docs/glossary/weinbrand.md"
    entry.write_text(BRANDY.replace("Getränk.", "Ein Getränk."), "utf-8")
    done = _run(german, "changes", "HEAD", "--strict")
    assert "evidence-silent" not in done.output
    assert done.exit_code == 0, done.output


def test_a_merged_name_is_in_the_language_of_the_site(tmp_path: Path) -> None:
    root = _edition(tmp_path / "ko", "ko", "서울\n\n서울시는 큰 도시이다.\n\n한양은 옛 이름이다.\n")
    seoul = root / "docs/glossary/seoul.md"
    seoul.write_text(SEOUL, "utf-8")
    (root / "docs/glossary/hanyang.md").write_text(HANYANG, "utf-8")
    done = _run(root, "merge", "hanyang", "seoul")
    assert done.exit_code == 0, done.output
    assert "\nalt_labels: {en: [Seoul], ko: [한양]}\n" in seoul.read_text("utf-8")
