"""Kill the work on a shard at each moment at which it touches the disk, and look at what it leaves.

    python -m tests.support.killed_shard ROOT

Prints one line of JSON: at how many moments there was no result that counts, and at how many there was one.
"""

from __future__ import annotations

import json
import shutil
import sys
from collections import Counter
from pathlib import Path

from build_tools.sharding.shard_numbers import ShardNumber
from build_tools.sharding.shard_plans import read_plan
from build_tools.sharding.shard_rows import ROW_FILES
from build_tools.sharding.shard_tasks import part_folder, run_shard, statistics_input, task_for
from build_tools.sharding.success_marks import fault_of
from tests.support.killing import run_until


def kill_at_each_moment(root: Path) -> Counter[str]:
    """Work on the first shard until a child lives to its end."""
    work = root / "build/shards"
    task = task_for(root, work, ShardNumber(1, 2))
    plan = read_plan(work)
    inputs = {**plan.inputs(task.shard), **statistics_input(plan, work)}
    folder = part_folder(work, task.shard)
    seen: Counter[str] = Counter()
    lived, moment = False, 0
    while not lived:
        shutil.rmtree(folder, ignore_errors=True)
        moment += 1
        lived = run_until(moment, lambda: run_shard(task))
        fault = fault_of(folder, inputs, ROW_FILES)
        seen["counts" if fault is None else fault] += 1
    return seen


if __name__ == "__main__":
    print(json.dumps(kill_at_each_moment(Path(sys.argv[1]))))  # noqa: T201
