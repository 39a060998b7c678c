"""The options by which a command's work is divided among processes, and the ways in which that fails."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager

import click

from build_tools.interfaces.cli.options import visible_lines
from build_tools.sharding.executors import LostWorkersError
from build_tools.sharding.shard_plans import ShardError

JOBS = click.option(
    "--jobs",
    type=click.IntRange(1, 1000),
    default=None,
    help="How many processes to use (default: one for each core where that pays, else one).",
)
SCHEDULER = click.option(
    "--scheduler",
    default="",
    metavar="ADDRESS",
    help="The address of a scheduler of Dask, whose workers do the work; they need the same disk and packages.",
)


@contextmanager
def failures_told() -> Iterator[None]:
    """Print what stands in the way of a shard or of its workers, and exit with 1."""
    try:
        yield
    except (ShardError, LostWorkersError) as error:
        click.echo(visible_lines(str(error)), err=True, nl=False)
        sys.exit(1)
