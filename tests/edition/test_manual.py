"""What the README shows of this edition is what the commands print."""

from __future__ import annotations

import re
import shlex
import subprocess
import sys
from pathlib import Path

from tests.support.checkout import read


def test_the_manual_shows_what_the_commands_print(root: Path, tmp_path: Path) -> None:
    shown = re.findall(
        r"```console\n\$ python -m build_tools (.+)\n((?:.*\n)+?)```", read(root / "docs/manual/commands.md")
    )
    assert {line.split()[0] for line, _ in shown} == {"check", "build", "segment", "explain"}
    for line, expected in shown:
        words = shlex.split(line.partition(" | head")[0])
        words += ["--out", str(tmp_path / "docs")] if words[0] == "build" else []
        done = subprocess.run(
            [sys.executable, "-m", "build_tools", *words], cwd=root, capture_output=True, encoding="utf-8", check=True
        )
        printed = "".join(done.stdout.splitlines(keepends=True)[: expected.count("\n")])
        # An editor who adds an entry need not count anew in the manual.
        assert re.sub(r"\d+", "0", printed) == re.sub(r"\d+", "0", expected)
