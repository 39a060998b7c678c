"""Copies of a process have its values, and never outlive it."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from build_tools.sharding.executors import LostWorkersError, open_copies
from tests.support.mortal import die, double

_VALUES: list[int] = []

_ORPHANS = """
import os, signal, time
from build_tools.sharding.executors import open_copies
with open_copies(2, lambda: None) as pool:
    print(*(pool.submit(os.getpid).result() for _ in range(9)), flush=True)
    list(pool.map(time.sleep, [60, 60]))
"""


def _value() -> int:
    return _VALUES[-1]


def test_a_copy_has_the_values_of_the_process_and_what_is_done_in_it_first() -> None:
    here = [4]
    with open_copies(2, lambda: _VALUES.append(here[0])) as pool:
        assert pool.submit(_value).result() == 4
        assert list(pool.map(double, range(9))) == list(range(0, 18, 2))
    assert _VALUES == []


def test_a_copy_that_is_killed_is_told_in_a_sentence() -> None:
    with pytest.raises(LostWorkersError, match=r"^A process was killed, "), open_copies(2, list) as pool:
        pool.submit(die, 1).result()


def test_copies_end_with_the_process_however_it_ends(root: Path) -> None:
    with subprocess.Popen([sys.executable, "-c", _ORPHANS], cwd=root, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout
        copies = {int(word) for word in process.stdout.readline().split()}
        process.send_signal(signal.SIGKILL)
        process.wait()
    deadline = time.monotonic() + 20
    while any(map(_lives, copies)) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert copies
    assert not any(map(_lives, copies))


def _lives(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    return "\nState:\tZ" not in Path(f"/proc/{process}/status").read_text(encoding="utf-8")
