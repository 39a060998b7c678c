"""When each hand-written file last changed, as git tells it: never the clock."""

from __future__ import annotations

import subprocess
from collections.abc import Mapping
from pathlib import Path


def last_changes(root: Path) -> Mapping[str, str]:
    """The day (YYYY-MM-DD) of the last commit of each file below docs/, by path below docs/; empty without git."""
    command = ["git", "-C", str(root), "log", "--format=%x00%cs", "--name-only", "--relative", "--", "docs"]
    try:
        run = subprocess.run(command, capture_output=True, check=True, encoding="utf-8", errors="replace")  # noqa: S603
    except (OSError, subprocess.CalledProcessError):
        return {}
    changed: dict[str, str] = {}
    for commit in run.stdout.split("\0")[1:]:
        day, *files = commit.split("\n")
        for file in files:
            if file.startswith("docs/"):
                changed.setdefault(file.removeprefix("docs/"), day)
    return changed
