"""Commands write over nothing that a person put somewhere; they end with a sentence where they may not or cannot."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from build_tools.interfaces.cli import main
from tests.support import scratch
from tests.support.builds import ROOT, STOCK

FORBIDDEN = (
    *("docs", "docs/new", "docs/../docs", "seeds", "seeds/new", ".", "", "..", "/", ".git", ".git/new", "link-to-docs"),
    *("own", "link-to-own", "own/page.md", "own/page.md/new", "loop", "/dev/full", "/dev/null/new", "n" * 300),
    str(ROOT / "build_tools/new"),
)


def run(*words: str) -> Result:
    result = CliRunner().invoke(main, words)
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


def sums(folder: Path) -> dict[str, str]:
    """What is below a folder: the checksum of each file, the target of each link."""
    return {
        str(path): str(path.readlink()) if path.is_symlink() else hashlib.sha256(path.read_bytes()).hexdigest()
        for path in folder.rglob("*")
        if path.is_symlink() or path.is_file()
    }


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = Path(shutil.copytree(STOCK, tmp_path / "project"))
    scratch.begin_history(folder)
    (folder / "own/glossary").mkdir(parents=True)
    for name in ("own/page.md", "own/index.md", "own/glossary/nordia.md"):
        (folder / name).write_text("mine", encoding="utf-8")
    for link, target in (("link-to-docs", "docs"), ("link-to-own", "own"), ("loop", "loop")):
        (folder / link).symlink_to(target)
    monkeypatch.chdir(folder)
    return folder


@pytest.mark.parametrize("out", FORBIDDEN, ids=lambda out: out[:30] or "empty")
def test_a_build_over_sources_or_files_of_a_person_is_refused_and_changes_nothing(out: str, project: Path) -> None:
    before = sums(project.parent)
    result = run("build", "--out", out)
    assert result.exit_code in {1, 2}
    assert result.stderr.count("\n") == 1 and result.stderr.strip().endswith(".")
    assert sums(project.parent) == before


def test_a_build_keeps_files_of_a_person_among_its_own_and_refuses_one_in_the_way(project: Path) -> None:
    run("build")
    (project / "build/docs/mine.txt").write_text("mine", encoding="utf-8")
    (project / "docs/glossary/nordia.md").unlink()
    assert ", 0 removed" not in run("build").stdout
    assert (project / "build/docs/mine.txt").read_text("utf-8") == "mine"
    (project / "build/docs/index.md").write_text("mine", encoding="utf-8")
    before = sums(project)
    refused = run("build")
    assert refused.exit_code == 2
    assert refused.stderr.startswith('"build/docs/index.md" is not as the last build wrote it, and would be replaced: ')
    assert sums(project) == before


def test_an_archive_replaces_only_a_packed_site(project: Path) -> None:
    site = project / "site"
    (site / "deep").mkdir(parents=True)
    (site / "index.html").write_text("home", encoding="utf-8")
    with zipfile.ZipFile(project / "own/photos.zip", "w") as photos:
        photos.writestr("own/index.html", "mine")
    (project / "own/link.zip").symlink_to("photos.zip")
    before = sums(project)
    for archive in ("own/page.md", "own/photos.zip", "own/link.zip", "own", "site/a.zip", "site/deep/a.zip", "loop"):
        assert run("pack", "site", archive).exit_code == 2
    assert run("pack", "site", "own/page.md/a.zip").exit_code == 1
    assert sums(project) == before
    assert run("pack", "site", "new/site.zip").exit_code == 0
    (site / "more.html").write_text("more", encoding="utf-8")
    assert run("pack", "site", "new/site.zip").exit_code == 0
    assert [path.name for path in (project / "new").iterdir()] == ["site.zip"]


@pytest.mark.parametrize("words", [("anchors",), ("schemas",), ("new", "entry", "Lease")], ids=lambda words: words[0])
def test_no_command_writes_through_a_link(words: tuple[str, ...], project: Path) -> None:
    shutil.rmtree(project / "docs/glossary")
    for link, target in (("anchors.lock", "own/page.md"), (".vscode", "own"), ("docs/glossary", "../own/glossary")):
        (project / link).unlink(missing_ok=True)
        (project / link).symlink_to(target)
    before = sums(project)
    assert run(*words).exit_code in {1, 2}
    assert sums(project) == before


def test_a_folder_in_the_place_of_the_lock_is_refused(project: Path) -> None:
    (project / "anchors.lock").unlink(missing_ok=True)
    (project / "anchors.lock").mkdir()
    result = run("anchors")
    assert (result.exit_code, result.stderr.count("\n")) == (2, 1)


@pytest.mark.parametrize("number", [13, 28, 30], ids=["no right", "full", "read-only"])
@pytest.mark.parametrize("command", ["build", "pack", "anchors", "schemas"])
def test_a_disk_that_refuses_is_one_sentence_and_leaves_nothing(
    number: int, command: str, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (project / "site").mkdir()
    (project / "site/index.html").write_text("home", encoding="utf-8")
    (project / "anchors.lock").unlink(missing_ok=True)

    def refuse(path: Path, *_: object, **__: object) -> None:
        raise OSError(number, os.strerror(number), str(path))

    before = sums(project)
    with monkeypatch.context() as patch:
        patch.setattr(Path, "write_bytes", refuse)
        patch.setattr(zipfile.ZipFile, "open", refuse)
        result = run(command, *(("site", "site.zip") if command == "pack" else ()))
    assert result.exit_code == 1
    *advice, sentence = result.stderr.splitlines()
    assert sentence.startswith("The disk refused") and sentence.endswith(f"{os.strerror(number)}.")
    assert "Traceback" not in "".join(advice)
    assert ".staging-" not in result.stderr
    assert sums(project) == before
    assert not list(project.rglob(".*.staging-*"))


def test_a_file_beyond_the_limit_of_the_system_is_one_sentence(project: Path) -> None:
    run("build")
    before = sums(project)
    (project / "docs/glossary/nordia.md").write_text(
        (project / "docs/glossary/nordia.md").read_text("utf-8") + "\nNotes.\n", encoding="utf-8"
    )
    command = 'ulimit -f 1; exec "$@"'
    done = subprocess.run(
        ["sh", "-c", command, "sh", sys.executable, "-m", "build_tools", "build"],
        cwd=project,
        env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr.count("\n")) == (1, 1), done.stderr
    assert "File too large" in done.stderr
    (project / "docs/glossary/nordia.md").write_bytes((STOCK / "docs/glossary/nordia.md").read_bytes())
    assert sums(project) == before


@pytest.mark.parametrize(
    ("root", "sentence"),
    [
        ("", "--root is empty: name the folder that holds seeds/ and docs/."),
        ("own", '"own" has no docs/ and no seeds/. Did you mean --root "{project}"?'),
        ("docs", '"docs" has no docs/ and no seeds/. Did you mean --root "{project}"?'),
        ("..", '".." has no docs/ and no seeds/. Did you mean --root "../project"?'),
        ("../projet", '"../projet" does not exist. Did you mean "../project"?'),
        ("../elsewhere", '"../elsewhere" does not exist. Name the folder that holds both: --root FOLDER.'),
        ("own/page.md", '"own/page.md" is not a folder. Name the folder that holds both: --root FOLDER.'),
        ("half", '"half" has no seeds/. Did you mean --root "{project}"?'),
    ],
)
@pytest.mark.parametrize("command", ["check", "build", "anchors"])
def test_a_root_that_is_no_edition_is_refused(command: str, root: str, sentence: str, project: Path) -> None:
    (project / "half/docs").mkdir(parents=True)
    before = sums(project)
    result = run(command, "--root", root)
    assert (result.exit_code, result.stderr) == (2, sentence.format(project=project) + "\n")
    assert sums(project) == before


def test_the_current_folder_is_named_as_such(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(project / "own")
    assert run("check").stderr.startswith("The current folder has no docs/ and no seeds/. Did you mean --root")


def test_a_text_is_begun_where_there_are_no_raw_texts_yet(tmp_path: Path) -> None:
    (tmp_path / "edition/docs").mkdir(parents=True)
    (tmp_path / "a.txt").write_text("A title\n\nA line.\n", encoding="utf-8")
    assert run("new", "source", "--root", str(tmp_path / "edition"), str(tmp_path / "a.txt")).exit_code == 0
    assert [path.name for path in sorted((tmp_path / "edition/seeds").iterdir())] == ["SHA256SUMS", "a.txt"]
    assert run("new", "entry", "--root", str(tmp_path), "Lease").exit_code == 2
