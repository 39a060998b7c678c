"""Where tasks are run: in this process, in several on this machine, or on the workers of a scheduler of Dask.

Whoever runs tasks asks for one thing, `map`, which gives the results in the order of the tasks. Tasks and results are
values that can be pickled, and functions are those of modules, so that it makes no difference where they run.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from functools import partial
from importlib.util import find_spec
from typing import TYPE_CHECKING, Protocol, TypeVar

if TYPE_CHECKING:
    from concurrent.futures import ProcessPoolExecutor

Task = TypeVar("Task")
Result = TypeVar("Result")

MISSING = 'A scheduler needs a package that is not installed: pip install "distributed>=2026.8".'
"""What to do where Dask is not installed."""

_PATIENCE = 5  # seconds for which a scheduler may not answer


class LostWorkersError(Exception):
    """Tasks that nobody runs any more; the message is a sentence that says what to do."""


class Executor(Protocol):
    """What runs tasks."""

    def map(self, function: Callable[[Task], Result], tasks: Iterable[Task], /) -> Iterator[Result]:
        """Yield the result of each task, in their order."""


class _Serial:
    """Runs tasks in this process, each when its result is asked for."""

    def map(self, function: Callable[[Task], Result], tasks: Iterable[Task], /) -> Iterator[Result]:
        return map(function, tasks)


def usual_jobs(tasks: int, size: int, worth: int) -> int:
    """Return in how many processes tasks are run if nobody says: one where starting others takes longer than they save.

    Args:
        tasks: The number of tasks.
        size: How much there is to do, in any unit.
        worth: The least of that for which a second process pays.
    """
    return min(tasks, _cores()) if size >= worth else 1


def _cores() -> int:
    """Return how many cores this process may use; all, where the system does not say."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


@contextmanager
def open_executor(jobs: int = 1, scheduler: str = "") -> Iterator[Executor]:
    """Give what runs tasks, and end it.

    Args:
        jobs: The number of processes on this machine.
        scheduler: The address of a scheduler of Dask, which is asked instead.

    Raises:
        LostWorkersError: If the scheduler does not answer or is gone, or a process was killed.
    """
    if scheduler:
        with _dask_executor(scheduler) as executor:
            yield executor
    elif jobs <= 1:
        yield _Serial()
    else:
        with _process_pool(jobs, "spawn") as executor:
            yield executor


def can_copy_processes() -> bool:
    """Return whether the system makes copies of processes that work: macOS has them and warns of them."""
    return sys.platform == "linux"


@contextmanager
def open_copies(jobs: int, begin: Callable[[], object]) -> Iterator[ProcessPoolExecutor]:
    """Give copies of this process as it is when it hands them the first task, and end them.

    They have all its values, so that nothing is sent to them but what they are to do. A copy ends when this process
    does, however that ends.

    Args:
        jobs: The number of copies.
        begin: Called in each of them first.

    Raises:
        LostWorkersError: If a process was killed.
    """
    with _process_pool(jobs, "fork", partial(_begin_copy, begin)) as executor:
        yield executor


def _begin_copy(begin: Callable[[], object]) -> None:
    import signal  # noqa: PLC0415 - needed where there are copies
    from threading import Thread  # noqa: PLC0415

    signal.signal(signal.SIGINT, signal.SIG_IGN)  # whoever interrupts a build means the process that was copied
    Thread(target=_end_with_parent, daemon=True).start()
    begin()


def _end_with_parent() -> None:
    from multiprocessing import parent_process  # noqa: PLC0415

    if parent := parent_process():
        parent.join()
        os._exit(1)


@contextmanager
def _process_pool(jobs: int, method: str, begin: Callable[[], object] | None = None) -> Iterator[ProcessPoolExecutor]:
    # Who runs one task after another need not wait for what several processes are started with.
    import multiprocessing  # noqa: PLC0415
    from concurrent.futures.process import BrokenProcessPool, ProcessPoolExecutor  # noqa: PLC0415

    pool = ProcessPoolExecutor(jobs, multiprocessing.get_context(method), begin)
    try:
        yield pool
    except BrokenProcessPool as error:
        raise LostWorkersError(
            "A process was killed, perhaps since memory ran out: run the same command again, with fewer --jobs. "
            "What was finished stays."
        ) from error
    finally:
        pool.shutdown(cancel_futures=True)


@contextmanager
def _dask_executor(address: str) -> Iterator[Executor]:
    if find_spec("distributed") is None:
        raise LostWorkersError(MISSING)
    import logging  # noqa: PLC0415
    from concurrent.futures import CancelledError  # noqa: PLC0415

    from distributed import Client, KilledWorker  # noqa: PLC0415 - an extra, which takes a second to import
    from distributed.comm import CommClosedError  # noqa: PLC0415
    from distributed.comm.addressing import get_address_host_port  # noqa: PLC0415

    again = "then run the same command again. What was finished stays."
    for name in ("distributed", "distributed.client", "distributed.comm"):
        logging.getLogger(name).setLevel(logging.CRITICAL)  # a sentence says what they print as tracebacks
    lost = f'The scheduler at "{address}" does not answer: start it, {again}'
    try:
        get_address_host_port(address)  # a client that fails later than this prints a traceback of its own
        client = Client(address, timeout=_PATIENCE, set_as_default=False)
    except (OSError, ValueError) as error:
        raise LostWorkersError(lost) from error
    try:
        yield client.get_executor(pure=False)
    except KilledWorker as error:
        raise LostWorkersError(
            f"The workers of one task died, several times: give them more memory, {again}"
        ) from error
    except ImportError as error:
        raise LostWorkersError(f"A worker lacks the program: install it there, {again}") from error
    except (CancelledError, CommClosedError, TimeoutError) as error:
        raise LostWorkersError(lost) from error
    finally:
        client.close()
