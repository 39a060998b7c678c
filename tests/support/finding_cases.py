"""The mistakes that an editor can make, each laid over the stock project."""

from __future__ import annotations

import atexit
import os
import shutil
import subprocess
import tempfile
from functools import cache
from pathlib import Path

from tests.support import scratch
from tests.support.builds import FINDINGS, STOCK

CASES = sorted(case for case in FINDINGS.iterdir() if case.name != "stock")
"""The folder of each mistake."""


def lay_out(case: Path | None, tmp_path: Path) -> Path:
    """A project with the mistake of a case, in a repository of one commit, or as `history.txt` says: none, shallow."""
    project = tmp_path / "project"
    shutil.copytree(STOCK, project)
    history = case / "history.txt" if case else None
    state = history.read_text(encoding="utf-8").strip() if history and history.is_file() else "whole"
    if state != "none":
        name = copy_repository(project)
        if state == "shallow":
            (project / ".git/shallow").write_text(f"{name}\n", encoding="utf-8")
    if case and (case / "committed").is_dir():
        commit(case / "committed", project)
    if case and (case / "in").is_dir():
        shutil.copytree(case / "in", project, symlinks=True, dirs_exist_ok=True)
    if case and (case / "removed.txt").is_file():
        for name in (case / "removed.txt").read_text(encoding="utf-8").split():
            (project / name).unlink()
    if case and (case / "enlarged.txt").is_file():
        for line in (case / "enlarged.txt").read_text(encoding="utf-8").splitlines():
            name, size = line.rsplit(" ", 1)
            os.truncate(project / name, int(size))
    return project


def command_of(case: Path) -> list[str] | None:
    """The command that meets a mistake where no build does: `command.txt`, to be typed in the folder of the project."""
    file = case / "command.txt"
    return file.read_text(encoding="utf-8").split() if file.is_file() else None


@cache
def repository() -> tuple[Path, str]:
    """A repository of one empty commit, made once, and the name of the commit."""
    folder = Path(tempfile.mkdtemp())
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    scratch.begin_history(folder)
    named = subprocess.run(["git", "rev-parse", "HEAD"], cwd=folder, check=True, capture_output=True, text=True)
    return folder / ".git", named.stdout.strip()


def copy_repository(project: Path) -> str:
    """Make a project a repository, and return the name of its commit."""
    folder, name = repository()
    shutil.copytree(folder, project / ".git")
    return name


def commit(folder: Path, project: Path) -> None:
    """Commit the project with the files of a folder, and delete these again."""
    shutil.copytree(folder, project, dirs_exist_ok=True)
    scratch.git(project, "add", "--all")
    scratch.git(project, "commit", "--quiet", "--message", "Begin")
    for name in files_below(folder):
        (project / name).unlink()


def files_below(folder: Path) -> dict[str, bytes]:
    """The files below a folder, by path."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
