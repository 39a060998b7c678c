"""The commands that read a corpus in parts, which any program can drive."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import click

from build_tools.interfaces.cli.options import ROOT, finish, refuse
from build_tools.interfaces.cli.parallel.executor_options import Workers, failures_told, takes_workers
from build_tools.model.findings import Finding, pluralise
from build_tools.sharding.shard_merging import merge_counts, merge_parts
from build_tools.sharding.shard_numbers import MOST_SHARDS, ShardNumber, parse_shard
from build_tools.sharding.shard_plans import ShardPlan, make_plan, planned_texts, read_plan
from build_tools.sharding.shard_tasks import (
    PARTS_FOLDER,
    ShardOutcome,
    ShardTask,
    count_shard,
    read_findings,
    run_shard,
    task_for,
)
from build_tools.sharding.success_marks import NOT_THERE
from build_tools.text.escaping import visible
from build_tools.website.writing import check_destination, real_path

_WORTH = 1_000  # texts for which more processes pay: each takes a second to start
_WORK = click.option(
    "--work",
    type=click.Path(file_okay=False, path_type=Path),
    default=None,
    help="The folder of plan and results (default: build/shards).",
)
_SHARDS = click.argument("shards", nargs=-1, metavar="[K/N]…")


@click.group()
def shard() -> None:
    """Read a corpus in parts: plan, count, merge-counts, run, merge."""


@shard.command()
@ROOT
@_WORK
@click.option("--shards", "count", required=True, type=click.IntRange(1, MOST_SHARDS), help="The number of parts.")
def plan(root: Path, work: Path | None, count: int) -> None:
    """List the texts of each part with their checksums; after a change, do so again."""
    from build_tools.interfaces.mkdocs_defaults import site_language  # noqa: PLC0415 - no other stage needs MkDocs
    from build_tools.interfaces.publishable_tree import read_settings  # noqa: PLC0415

    folder = _work_folder(root, work)
    check_destination(folder, root)
    sizes, findings = make_plan(root, folder, count, site_language(read_settings(root)))
    texts = pluralise(sum(sizes), "text")
    click.echo(f"{texts} in {pluralise(count, 'shard')} of {min(sizes):,} to {max(sizes):,}.")
    finish(tuple(findings))


@shard.command(name="count")
@_SHARDS
@ROOT
@_WORK
@takes_workers
def count_shards(shards: tuple[str, ...], root: Path, work: Path | None, workers: Workers) -> None:
    """Count the words and names of parts: of all if none is named."""
    with failures_told():
        tasks = _tasks(root, _work_folder(root, work), shards)
        for outcome in _work_on(count_shard, tasks, workers):
            click.echo(_describe(outcome, "counted"))


@shard.command(name="merge-counts")
@ROOT
@_WORK
def merge_counts_command(root: Path, work: Path | None) -> None:
    """Merge the counts of all parts."""
    with failures_told():
        count = merge_counts(root, _work_folder(root, work))
    click.echo(f"The counts of {pluralise(count, 'shard')} are merged.")


@shard.command(name="run")
@_SHARDS
@ROOT
@_WORK
@takes_workers
def run_shards(shards: tuple[str, ...], root: Path, work: Path | None, workers: Workers) -> None:
    """Read, cut and link the texts of parts: of all if none is named."""
    errors: list[Finding] = []
    with failures_told():
        tasks = _tasks(root, _work_folder(root, work), shards)
        for outcome in _work_on(run_shard, tasks, workers):
            click.echo(_describe(outcome, "done"))
            errors += outcome.errors
    finish(tuple(errors))


@shard.command(name="merge")
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path))
@ROOT
@_WORK
def merge_parts_command(folder: Path, root: Path, work: Path | None) -> None:
    """Put the rows of all parts together in a folder, byte for byte those of one part alone."""
    check_destination(folder, root)
    if real_path(folder).is_relative_to(real_path(_work_folder(root, work) / PARTS_FOLDER)):
        refuse(f'"{visible(str(folder))}" is where the parts are: name another folder to write to.')
    with failures_told():
        count = merge_parts(_work_folder(root, work), folder)
    errors, advice = read_findings(folder)
    click.echo(
        f"{folder}: {pluralise(count, 'shard')} merged, {pluralise(advice, 'piece')} of advice in findings.jsonl."
    )
    finish(errors)


def _work_folder(root: Path, work: Path | None) -> Path:
    return root / "build" / "shards" if work is None else work


def _tasks(root: Path, work: Path, written: Sequence[str]) -> list[ShardTask]:
    """Return the tasks of the shards that somebody asks for, or of all."""
    planned = read_plan(work)
    shards = [_shard(text, planned) for text in written] or planned.shards
    return [task_for(root, work, number) for number in shards]


def _shard(written: str, planned: ShardPlan) -> ShardNumber:
    number = parse_shard(written)
    if number is None or number not in planned.shards:
        count = len(planned.shards)
        refuse(f'"{visible(written)}" is no shard of the plan, which has 1/{count} to {count}/{count}.')
    return number


def _work_on(
    do: Callable[[ShardTask], ShardOutcome], tasks: Sequence[ShardTask], workers: Workers
) -> Iterator[ShardOutcome]:
    """Yield the outcome of each task, in their order."""
    size = sum(map(_size, tasks)) if len(tasks) > 1 else 0
    with workers.open(workers.processes(len(tasks), size, _WORTH)) as executor:
        yield from executor.map(do, tasks)


def _size(task: ShardTask) -> int:
    return sum(1 for _ in planned_texts(read_plan(task.work), task.work, task.shard))


def _describe(outcome: ShardOutcome, done: str) -> str:
    if outcome.fault is None:
        return f"{outcome.shard}: {done} before."
    if outcome.fault == NOT_THERE:
        return f"{outcome.shard}: {done}."
    return f"{outcome.shard}: {done} again: {outcome.fault}."
