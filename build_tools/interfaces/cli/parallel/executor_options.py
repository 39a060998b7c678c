"""The options by which a command's work is divided among processes, and the ways in which that fails."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import wraps
from typing import NamedTuple, TypeVar

import click

from build_tools.interfaces import JOBS, SCHEDULER
from build_tools.interfaces.cli.options import visible_lines
from build_tools.sharding.executors import Executor, LostWorkersError, open_executor, usual_jobs
from build_tools.sharding.shard_numbers import ShardError

_Item = TypeVar("_Item")

_JOBS = click.option(
    "--jobs",
    type=click.IntRange(1, 1000),
    envvar=JOBS,
    default=None,
    help="How many processes to use (default: one for each core where that pays, else one).",
)
_SCHEDULER = click.option(
    "--scheduler",
    envvar=SCHEDULER,
    default="",
    metavar="ADDRESS",
    help="The address of a scheduler of Dask, whose workers do the work; they need the same disk and packages.",
)


class Workers(NamedTuple):
    """Who does the work of a command, as somebody asked for it.

    Attributes:
        jobs: The number of processes; None where nobody says.
        scheduler: The address of a scheduler; "" for none.
    """

    jobs: int | None
    scheduler: str

    def processes(self, tasks: int, size: int, worth: int) -> int:
        """Return how many processes to use; see `usual_jobs`."""
        return min(self.jobs, max(tasks, 1)) if self.jobs else usual_jobs(tasks, size, worth)

    @property
    def environment(self) -> dict[str, str]:
        """Return how another program of ours is asked for the same."""
        return {JOBS: str(self.jobs or ""), SCHEDULER: self.scheduler}

    @contextmanager
    def open(self, jobs: int) -> Iterator[Executor]:
        """Give what does the work; print what stands in its way, and exit with 1."""
        with failures_told(), open_executor(jobs, self.scheduler) as executor:
            yield executor


def takes_workers(command: Callable[..., None]) -> Callable[..., None]:
    """Give a command the options by which its work is divided, as its argument `workers`."""

    @_JOBS
    @_SCHEDULER
    @wraps(command)
    def call(*arguments: object, jobs: int | None, scheduler: str, **named: object) -> None:
        command(*arguments, workers=Workers(jobs, scheduler), **named)

    return call


def in_portions(items: Sequence[_Item], size: int) -> Iterator[tuple[_Item, ...]]:
    """Yield items in portions of a size, in their order; the last may be smaller."""
    for start in range(0, len(items), size):
        yield tuple(items[start : start + size])


@contextmanager
def failures_told() -> Iterator[None]:
    """Print what stands in the way of a shard or of its workers, and exit with 1."""
    try:
        yield
    except (ShardError, LostWorkersError) as error:
        click.echo(visible_lines(str(error)), err=True, nl=False)
        sys.exit(1)
