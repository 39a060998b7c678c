"""Read an edition in shards on a cluster of Dask, and kill a part of it as soon as the first shard is done.

    python -m tests.support.dask_cluster ROOT (worker | scheduler)

Prints one line of JSON: the exit code, what was printed, and whether anything was killed before the end.
"""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from threading import Event, Thread

from tests.support.sharded import shard

_ADDRESS = re.compile(r"tcp://127\.0\.0\.1:\d+")


@contextmanager
def started(*arguments: str) -> Iterator[subprocess.Popen[str]]:
    """Start a program of Dask, and end it."""
    command = [sys.executable, "-m", "distributed.cli." + arguments[0], *arguments[1:]]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as process:
        try:
            yield process
        finally:
            process.kill()


def address_of(scheduler: subprocess.Popen[str]) -> str:
    """Return the address that a scheduler says it has."""
    for line in scheduler.stderr or ():
        if "Scheduler at" in line and (found := _ADDRESS.search(line)):
            Thread(target=(scheduler.stderr or sys.stdin).read, daemon=True).start()
            return found[0]
    raise ValueError("the scheduler did not say where it is")


def kill_once_begun(parts: Path, victim: int, ended: Event) -> None:
    """Kill a process when the first shard is done, unless all of them are."""
    while not ended.is_set() and not list(parts.glob("*/_SUCCESS")):
        time.sleep(0.01)
    if not ended.is_set():
        os.kill(victim, signal.SIGKILL)


@contextmanager
def workers_at_scheduler() -> Iterator[str]:
    """Start a scheduler with two workers, give its address, and end them."""
    with cluster() as (address, _, _):
        yield address


@contextmanager
def cluster() -> Iterator[tuple[str, subprocess.Popen[str], list[subprocess.Popen[str]]]]:
    """Start a scheduler with two workers; give its address and them, and end them."""
    with ExitStack() as stack:
        scheduler = stack.enter_context(
            started("dask_scheduler", "--host", "127.0.0.1", "--port", "0", "--no-dashboard")
        )
        address = address_of(scheduler)
        options = ("--nthreads", "1", "--no-nanny", "--no-dashboard")
        workers = [stack.enter_context(started("dask_worker", address, *options)) for _ in range(2)]
        for worker in workers:
            Thread(target=(worker.stderr or sys.stdin).read, daemon=True).start()
        yield address, scheduler, workers


def main(root: Path, part: str) -> None:
    """Start a scheduler with two workers, and read the edition."""
    with cluster() as (address, scheduler, workers):
        ended = Event()
        victim = (workers[0] if part == "worker" else scheduler).pid
        killer = Thread(target=kill_once_begun, args=(root / "build/shards/parts", victim, ended))
        killer.start()
        done = shard(root, "run", "--scheduler", address)
        ended.set()
        killer.join()
        was_killed = (workers[0] if part == "worker" else scheduler).poll() is not None
    print(json.dumps([done.exit_code, done.stdout, done.stderr, was_killed]))  # noqa: T201


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
