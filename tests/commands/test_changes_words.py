"""`changes` shows the words of every hand-written file and names every other file, whoever can read them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from build_tools.editing.changes import NO_DIFFERENCE
from build_tools.interfaces.cli import main
from tests.support import scratch


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return scratch.repository(tmp_path / "project")


def run(project: Path, *words: str) -> Result:
    result = CliRunner().invoke(main, ["changes", "--root", str(project), *words])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


def changes_since(project: Path) -> Any:  # noqa: ANN401  # parsed JSON
    return json.loads(run(project, "before", "--format", "json").stdout)


def test_a_deleted_lock_of_anchors_is_refused(project: Path) -> None:
    CliRunner().invoke(main, ["anchors", "--root", str(project)])
    scratch.git(project, "add", "--all")
    scratch.git(project, "commit", "--quiet", "--message", "Lock")
    (project / "anchors.lock").unlink()
    shown = run(project, "HEAD", "--strict")
    assert shown.exit_code == 1
    assert "anchors.lock: the file is gone" in shown.stdout
    assert NO_DIFFERENCE not in shown.stdout


def test_every_file_of_the_program_is_named_and_what_it_does_is_not_guessed(project: Path) -> None:
    program = ("build_tools/x.py", "mkdocs.yml", ".github/workflows/x.yml", "theme/main.html", "requirements.in")
    scratch.write(
        project, {**dict.fromkeys(program, b"site_name: changed\n"), "README.md": b"Words.\n", "tests/x.py": b""}
    )
    shown = run(project, "before").stdout
    assert NO_DIFFERENCE not in shown
    assert "this report cannot say what its pages will look like" in shown
    changes = changes_since(project)
    assert changes["program"] == sorted(program)
    assert changes["files_aside"] == ["README.md", "tests/x.py"]
    assert all(f"\n  {path}\n" in f"{shown}\n" for path in program)


def test_tests_and_licences_make_no_difference(project: Path) -> None:
    scratch.write(project, {"README.md": b"Words.\n", "LICENSE": b"MIT", "tests/x.py": b""})
    assert NO_DIFFERENCE in run(project, "before").stdout


def test_files_that_git_ignores_are_no_part_of_a_change_outside_what_is_published(project: Path) -> None:
    scratch.write(project, {".gitignore": b"/site/\n*.png\n", "site/a.html": b"", "docs/assets/a.png": b""})
    changes = changes_since(project)
    assert changes["program"] == []
    assert changes["others"] == ["docs/assets/a.png"]


def test_a_word_that_only_a_newer_program_knows_is_an_error_unless_the_program_changes_too(project: Path) -> None:
    newer = scratch.entry("grain", more="related: [blue-line]\npronunciation: of a newer format\n")
    scratch.write(project, {"docs/glossary/grain.md": newer.encode()})
    assert changes_since(project)["refused"] is True
    scratch.write(project, {"requirements.txt": b"reader==9\n"})
    changes = changes_since(project)
    assert changes["refused"] is False
    assert changes["files_of_another_version"] == ["docs/glossary/grain.md"]
    assert "pronunciation, added: {+pronunciation: of a newer format+}" in run(project, "before").stdout


def test_a_file_that_cannot_be_read_is_shown_as_text(project: Path) -> None:
    scratch.write(project, {"docs/glossary/grain.md": b"+++\nformat = 'another'\n+++\nSlander.\n"})
    shown = run(project, "before").stdout
    assert "docs/glossary/grain.md cannot be read on one side: its words are below" in shown
    assert "Slander." in shown


def test_new_and_deleted_pages_are_shown_word_by_word(project: Path) -> None:
    scratch.write(project, {"docs/about.md": b"---\ntitle: About\n---\nSlander [here](https://a.example/).\n"})
    shown = run(project, "before").stdout
    assert "docs/about.md:4: link https://a.example/" in shown
    assert "line 4, added: {+Slander [here](https://a.example/).+}" in shown
    (project / "docs/discrepancies/price.md").unlink()
    assert "reading, removed: [-reading: Nothing follows.-]" in run(project, "before").stdout


def test_every_paragraph_of_a_raw_text_that_changed_is_shown_whole(project: Path) -> None:
    path = project / "seeds/notice.txt"
    longer = path.read_text("utf-8").replace("sails tomorrow.", "sails tomorrow. " + "Much more. " * 30 + "Slander.")
    scratch.write(project, {"seeds/notice.txt": longer.encode()})
    shown = run(project, "before").stdout
    assert "#p2 of notice is on other words: It sails tomorrow. {+Much more." in shown
    assert "Slander.+}" in shown
    assert "seeds/notice.txt: changed, " in shown
