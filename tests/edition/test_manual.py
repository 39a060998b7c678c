"""What the README shows of this edition is what the commands print."""

from __future__ import annotations

import re
import shlex
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from build_tools.corpus.lock_file import LOCK
from build_tools.interfaces.cli import main
from tests.support.checkout import read

_REWRITING = {"rename", "merge", "withdraw"}
"""The commands that rewrite the files of an edition, and are run in a copy."""


def test_the_manual_shows_what_the_commands_print(root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shown = re.findall(
        r"```console\n\$ python -m build_tools (.+)\n((?:.*\n)+?)```", read(root / "docs/manual/commands.md")
    )
    assert {line.split()[0] for line, _ in shown} == {"check", "tree", "segment", "explain", "quote", *_REWRITING}
    for line, expected in shown:
        monkeypatch.chdir(_copy(root, tmp_path / line.split()[0]) if line.split()[0] in _REWRITING else root)
        words = shlex.split(line.partition(" | head")[0])
        words += ["--out", str(tmp_path / "docs")] if words[0] == "tree" else []
        done = CliRunner().invoke(main, words)
        assert done.exit_code == 0, done.output
        printed = "".join(done.stdout.splitlines(keepends=True)[: expected.count("\n")])
        # An editor who adds an entry need not count anew in the manual.
        assert re.sub(r"\d+", "0", printed) == re.sub(r"\d+", "0", expected)


def _copy(root: Path, folder: Path) -> Path:
    for name in ("docs", "seeds"):
        shutil.copytree(root / name, folder / name)
    shutil.copy(root / LOCK, folder)
    return folder
