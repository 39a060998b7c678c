"""What a command costs: processor seconds, and memory at the peak."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

_PROBE = """
import resource, subprocess, sys
if limit := int(sys.argv[1]):
    resource.setrlimit(resource.RLIMIT_CPU, (limit, resource.RLIM_INFINITY))
code = subprocess.run(sys.argv[2:], stdout=subprocess.DEVNULL).returncode
used = resource.getrusage(resource.RUSAGE_CHILDREN)
print(code, used.ru_utime + used.ru_stime, used.ru_maxrss // 1024)
"""


class Cost(NamedTuple):
    """What a command took: processor seconds, and megabytes at the peak of the largest process."""

    seconds: float
    megabytes: int


class TooLongError(Exception):
    """A command that was ended because it took more than its limit."""


def cost_of(command: Sequence[str], folder: Path, limit: int = 0) -> Cost:
    """Run a command in a folder, in a process of its own.

    Args:
        command: The command.
        folder: Where it is run.
        limit: After how many processor seconds it is ended; 0 for never.

    Raises:
        SystemExit: If it fails.
        TooLongError: If it was ended.
    """
    probe = subprocess.run(
        [sys.executable, "-c", _PROBE, str(limit), *command],
        cwd=folder,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONDONTWRITEBYTECODE": ""},
        capture_output=True,
        text=True,
        check=True,
    )
    code, seconds, megabytes = probe.stdout.split()
    if int(code) == -signal.SIGXCPU:
        raise TooLongError
    if code != "0":
        raise SystemExit(f"{folder}: {' '.join(command)} fails: {probe.stderr[-1000:]}")
    return Cost(float(seconds), int(megabytes))
