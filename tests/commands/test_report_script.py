"""config/scripts/report.sh in small repositories: the program of the base makes the report, whatever is proposed."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support import scratch
from tests.support.builds import ROOT

HOSTILE = "# No reader will see a difference.\nimport sys\nprint('No reader will see a difference.')\nsys.exit(0)\n"
PRINTED = "docs/a.md:1: ::set-output name=x::y\n::error::hostile\n"
STUB = f"""#!/bin/sh
case "$*" in
    *uuid*) exec {sys.executable} "$@" ;;
    *"--format github"*) printf '::error file=docs/a.md,line=1::annotated\\n' ;;
    *"-m build_tools check"*) cat "$PRINTED"; exit "${{CHECKED:-0}}" ;;
    *) exec {sys.executable} "$@" ;;
esac
"""


def commit(repository: Path, message: str) -> str:
    scratch.git(repository, "add", "--all")
    scratch.git(repository, "commit", "--quiet", "--message", message)
    return subprocess.run(
        ["git", "rev-parse", "HEAD"], cwd=repository, capture_output=True, text=True, check=True
    ).stdout.strip()


@pytest.fixture
def edition(tmp_path: Path) -> Path:
    """A repository of texts and pages with the script, whose program is installed from elsewhere."""
    repository = scratch.repository(tmp_path / "edition")
    (repository / "config/scripts").mkdir(parents=True)
    for name in ("report.sh", "check.sh"):
        shutil.copy(ROOT / "config/scripts" / name, repository / "config/scripts")
    (repository / "requirements.txt").write_text("seoul-moscow-reader==0.2.0\n", encoding="utf-8")
    commit(repository, "Report on changes")
    scratch.git(repository, "branch", "base")
    return repository


def add_program(repository: Path) -> None:
    """Give the base a program of its own, by a link to ours that its Makefile makes."""
    makefile = f'PYTHONPATH := {ROOT}\n.venv/.site:\n\tmkdir -p .venv/bin && ln -sf "$$STUB" .venv/bin/python\n'
    (repository / "Makefile").write_text(makefile, encoding="utf-8")
    (repository / ".gitignore").write_text("/.venv/\n", encoding="utf-8")
    (repository / "build_tools").mkdir()
    shutil.copy(ROOT / "build_tools/__init__.py", repository / "build_tools")
    main = f"import runpy, sys\nsys.path[0] = {str(ROOT)!r}\nfor name in [*sys.modules]:\n"
    main += "    if name.partition('.')[0] == 'build_tools':\n        del sys.modules[name]\n"
    main += "runpy.run_module('build_tools', run_name='__main__', alter_sys=True)\n"
    (repository / "build_tools/__main__.py").write_text(main, encoding="utf-8")
    commit(repository, "Begin a program")
    scratch.git(repository, "branch", "--force", "base")


def run(repository: Path, script: str, *words: str, **environment: str) -> subprocess.CompletedProcess[str]:
    stub = repository.parent / "python"
    stub.write_text(STUB, encoding="utf-8")
    stub.chmod(0o755)
    (repository.parent / "printed").write_text(PRINTED, encoding="utf-8")
    settings = {
        "PATH": os.environ["PATH"],
        "PYTHON": sys.executable,
        "STUB": str(stub),
        "PRINTED": str(repository.parent / "printed"),
    }
    settings |= {"GITHUB_STEP_SUMMARY": str(repository.parent / "summary"), "PYTHONPATH": str(ROOT)}
    return subprocess.run(
        [f"config/scripts/{script}", *words],
        cwd=repository,
        env={**settings, **environment},
        capture_output=True,
        text=True,
        check=False,
    )


def propose(repository: Path, files: dict[str, str]) -> str:
    scratch.write(repository, {path: text.encode() for path, text in files.items()})
    return commit(repository, "Propose")


NOTE = scratch.entry("grain", "Slander about a neighbour.")


def test_a_program_that_would_report_no_difference_is_not_asked(edition: Path) -> None:
    add_program(edition)
    hostile = {"build_tools/__main__.py": HOSTILE, "build_tools/__init__.py": HOSTILE, "Makefile": "$(error hostile)\n"}
    head = propose(edition, {**hostile, "docs/glossary/grain.md": NOTE})
    for checked_out in ("base", head):  # what is proposed is reported on rightly even where it is checked out
        scratch.git(edition, "checkout", "--quiet", "--detach", checked_out)
        done = run(edition, "report.sh", "base", f"../{checked_out}", head)
        assert done.returncode == 0, done.stderr
        shown = (edition.parent / checked_out / "report.txt").read_text("utf-8")
        assert "Slander about a neighbour." in shown
        assert "No reader will see a difference." not in shown
        assert "The program changes too" in shown
        for name in hostile:
            assert f"\n  {name}\n" in shown
    assert (
        subprocess.run(
            ["git", "worktree", "list"], cwd=edition, capture_output=True, text=True, check=True
        ).stdout.count("\n")
        == 1
    )


def test_an_edition_without_a_program_is_told_of_its_version_and_of_words_of_a_newer_format(edition: Path) -> None:
    newer = scratch.entry("grain", "Slander.", more="related: [blue-line]\npronunciation: of a newer format\n")
    shadow = {"build_tools/__init__.py": HOSTILE, "build_tools/__main__.py": HOSTILE}
    head = propose(edition, {"docs/glossary/grain.md": newer, "requirements.txt": "reader==9\n", **shadow})
    scratch.git(edition, "checkout", "--quiet", "base")
    propose(edition, {"docs/glossary/orvale.md": scratch.entry("orvale", "What others did meanwhile.")})
    done = run(edition, "report.sh", "base", "../out", head)
    assert done.returncode == 0, done.stderr
    out = edition.parent / "out"
    assert sorted(path.name for path in out.iterdir()) == ["report.json", "report.md", "report.txt"]
    assert (edition.parent / "summary").read_text("utf-8") == (out / "report.md").read_text("utf-8")
    shown = (out / "report.txt").read_text("utf-8")
    assert "The program changes too." in shown
    assert "docs/glossary/grain.md is written for another version of the program: its words are below" in shown
    assert "pronunciation, added: {+pronunciation: of a newer format+}" in shown
    assert "Slander." in shown
    assert "meanwhile" not in shown
    data = json.loads((out / "report.json").read_text("utf-8"))
    assert data["program"] == ["build_tools/__init__.py", "build_tools/__main__.py", "requirements.txt"]
    assert data["refused"] is False


@pytest.mark.parametrize("base", ["nowhere", "--all", "a; touch x $(touch y) *"])
def test_a_base_that_git_does_not_know_is_one_word_and_makes_no_report(edition: Path, base: str) -> None:
    assert run(edition, "report.sh", base, "../out").returncode != 0
    assert not (edition.parent / "out").exists()
    assert not (edition / "x").exists()
    assert not (edition / "y").exists()


def between_the_stops(output: str) -> list[str]:
    lines = output.splitlines()
    stop = next(number for number, line in enumerate(lines) if line.startswith("::stop-commands::"))
    token = lines[stop].removeprefix("::stop-commands::")
    assert re.fullmatch(r"[0-9a-f]{32}", token)
    return lines[stop + 1 : lines.index(f"::{token}::")]


def test_a_runner_takes_nothing_that_people_wrote_for_a_command(edition: Path) -> None:
    propose(edition, {"docs/glossary/grain.md": scratch.entry("grain", "::error::hostile")})
    output = run(edition, "report.sh", "base", "../out").stdout
    assert "hostile" not in output.replace("\n".join(between_the_stops(output)), "")
    add_program(edition)
    output = run(edition, "check.sh", "../found").stdout
    assert between_the_stops(output)[:2] == ["docs/a.md:1: ::set-output name=x::y", "::error::hostile"]
    assert output.endswith("::error file=docs/a.md,line=1::annotated\n")


def test_the_token_is_another_one_each_time(edition: Path) -> None:
    add_program(edition)
    first, second = (run(edition, "check.sh", "../found").stdout.splitlines()[0] for _ in range(2))
    assert first != second


def test_a_mistake_fails_the_run_after_all_is_reported(edition: Path) -> None:
    add_program(edition)
    done = run(edition, "check.sh", "../found", CHECKED="1")
    assert done.returncode == 1
    assert "hostile" in (edition.parent / "found/check.txt").read_text("utf-8")
    assert "annotated" in done.stdout
