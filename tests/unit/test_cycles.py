"""A build leaves cycles of values alone when its process ends: looking for them takes long and gives nothing."""

from __future__ import annotations

import subprocess
import sys

_LEFT_IN_A_CYCLE = """
from build_tools.interfaces import collect_rarely

class Value:
    def __del__(self):
        print("collected")

{before}
value = Value()
value.itself = value
del value
"""


def output_of_a_process(before: str) -> str:
    code = _LEFT_IN_A_CYCLE.format(before=before)
    return subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout


def test_the_end_of_a_build_looks_for_no_cycles() -> None:
    assert output_of_a_process("") == "collected\n"
    assert output_of_a_process("collect_rarely()") == ""
