"""What the tutorial says, done: its files saved, its fields filled in, its commands typed."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

from tests.support.begun_edition import fill, run_git, succeed
from tests.support.installed import Installed

SAVED = re.compile(r"[Ss]ave this as `([^`]+)`:\n\n```text\n(.*?)```", re.DOTALL)
FILLED = re.compile(r"Write this into `([^`]+)`:\n\n```yaml\n(.*?)```", re.DOTALL)
TYPED = re.compile(r"^\$ (.+)$", re.MULTILINE)


def follow(tutorial: str, installed: Installed, place: Path) -> tuple[Path, dict[str, str]]:
    """Do what the tutorial says, in its order; return the folder in the end, and what each command printed."""
    printed: dict[str, str] = {}
    steps = [*SAVED.finditer(tutorial), *FILLED.finditer(tutorial), *TYPED.finditer(tutorial)]
    for step in sorted(steps, key=re.Match.start):
        if step.re is SAVED:
            (place / step[1]).write_text(step[2], encoding="utf-8")
        elif step.re is FILLED:
            fill(place / step[1], step[2])
        else:
            words = shlex.split(step[1])
            if words[0] == "cd":
                place /= words[1]
            elif words[:2] != ["reader", "serve"]:
                done = installed.reader(place, *words[1:]) if words[0] == "reader" else run_git(place, *words[1:])
                printed[step[1]] = succeed(done)
    return place, printed
