"""config/scripts/report.sh, with a program in place of ours that says what a hostile pull request would have it say."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.support.builds import ROOT

HOSTILE = r"docs/a.md:1: ::set-output name=x::y\n::error::told\n\033[31mred ::add-mask::e"
PYTHON = f"""#!/bin/sh
case "$*" in
    *uuid*) exec python3 "$@" ;;
    *"--format github"*) printf '::error file=docs/a.md,line=1::annotated\\n' ;;
    *"-m build_tools check"*) printf '{HOSTILE}\\n'; exit "${{CHECKED:-0}}" ;;
    *markdown*) printf '# Report since %s\\n' "$4" ;;
    *) printf '%s\\n' "$*" ;;
esac
"""


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    (tmp_path / "config/scripts").mkdir(parents=True)
    shutil.copy(ROOT / "config/scripts/report.sh", tmp_path / "config/scripts")
    (tmp_path / "Makefile").write_text(".venv/.site:\n\t@:\n", encoding="utf-8")
    python = tmp_path / ".venv/bin/python"
    python.parent.mkdir(parents=True)
    python.write_text(PYTHON, encoding="utf-8")
    python.chmod(0o755)
    return tmp_path


def report(tree: Path, base: str = "base", **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        ["config/scripts/report.sh", base, "build/report"],
        cwd=tree,
        env={"PATH": os.environ["PATH"], "GITHUB_STEP_SUMMARY": str(tree / "summary"), **environment},
        capture_output=True,
        text=True,
        check=False,
    )


def test_a_runner_takes_nothing_that_people_wrote_for_a_command(tree: Path) -> None:
    lines = report(tree).stdout.splitlines()
    stop = lines.index(next(line for line in lines if line.startswith("::stop-commands::")))
    token = lines[stop].removeprefix("::stop-commands::")
    assert re.fullmatch(r"[0-9a-f]{32}", token)
    go = lines.index(f"::{token}::")
    hostile = [number for number, line in enumerate(lines) if "told" in line or "set-output" in line]
    assert len(hostile) == 2
    assert all(stop < number < go for number in hostile)
    assert lines[go + 1 :] == ["::error file=docs/a.md,line=1::annotated"]


def test_the_token_is_another_one_each_time(tree: Path) -> None:
    first, second = (report(tree).stdout.splitlines()[0] for _ in range(2))
    assert first != second


def test_the_report_is_written_in_three_forms_and_into_the_summary(tree: Path) -> None:
    assert report(tree, "abc").returncode == 0
    written = sorted(path.name for path in (tree / "build/report").iterdir())
    assert written == ["check.txt", "report.json", "report.md", "report.txt"]
    assert (tree / "summary").read_text("utf-8") == "# Report since abc\n"


def test_a_mistake_fails_the_run_after_all_is_reported(tree: Path) -> None:
    assert report(tree, CHECKED="1").returncode == 1
    assert (tree / "summary").read_text("utf-8") == "# Report since base\n"


def test_a_base_with_signs_of_the_shell_in_it_is_one_word(tree: Path) -> None:
    report(tree, "a; touch x $(touch y) *")
    assert (tree / "summary").read_text("utf-8") == "# Report since a; touch x $(touch y) *\n"
    assert not (tree / "x").exists()
    assert not (tree / "y").exists()
