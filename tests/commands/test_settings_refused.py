"""Settings of a site that cannot be: each is named with the file and the line, or with the option that has it."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from build_tools.edition.edition_files import read_edition_files
from build_tools.interfaces.cli import main
from build_tools.model.findings import Finding
from tests.support.builds import STOCK
from tests.support.finding_cases import files_below

SETTINGS = 'site_name: Letters\ntheme:\n  name: material\n  language: "x y"\nplugins:\n  - search\n'
OPTION = '  - reader:\n      language: "y z"\n'


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = Path(shutil.copytree(STOCK, tmp_path / "project"))
    monkeypatch.chdir(folder)
    return folder


@pytest.mark.parametrize("words", [("tree",), ("data", "out")])
def test_an_address_of_no_site_is_refused_and_the_option_named(project: Path, words: tuple[str, ...]) -> None:
    before = files_below(project)
    done = CliRunner().invoke(main, [*words, "--site-url", "nonsense x"])
    assert done.exit_code == 2
    assert done.stderr.startswith('--site-url: "nonsense x" is not a web address.')
    assert files_below(project) == before


@pytest.mark.parametrize(("folder", "fault"), [("docs/x", "is part of docs/"), (".", "contains docs/")])
def test_a_site_is_not_built_over_the_texts(project: Path, folder: str, fault: str) -> None:
    (project / "mkdocs.yml").write_text("site_name: Letters\ntheme: material\n", encoding="utf-8")
    before = files_below(project)
    done = CliRunner().invoke(main, ["site", "--site-dir", folder])
    assert (done.exit_code, done.stderr) == (2, f'"{folder}" {fault}: name another folder to write to.\n')
    assert files_below(project) == before


def test_a_site_whose_settings_are_refused_is_told_the_line(project: Path) -> None:
    (project / "mkdocs.yml").write_text("theme: material\nsite_name: [Letters]\n", encoding="utf-8")
    done = CliRunner().invoke(main, ["site"])
    assert done.exit_code == 1
    assert 'mkdocs.yml:2: the setting "site_name" is refused' in done.stderr


@pytest.mark.parametrize(
    ("settings", "language", "line"), [(SETTINGS, "x y", 4), (SETTINGS + OPTION, "y z", 8), ("", "x y", 1)]
)
def test_the_language_of_a_site_is_a_finding_at_its_line_and_nowhere_else(
    project: Path, settings: str, language: str, line: int
) -> None:
    (project / "mkdocs.yml").write_text(settings, encoding="utf-8")
    entry = project / "docs/glossary/nordia.md"
    entry.write_text(entry.read_text("utf-8").replace("related", "alt_labels: [Nordby]\nrelated"), encoding="utf-8")
    findings = read_edition_files(project, language).findings
    hint = "Write a BCP 47 tag such as en, zh, fr or ko, in lower case."
    assert findings == (Finding("mkdocs.yml", line, "language-tag", f'"{language}" is not a language tag', hint),)
