"""The work on one shard as a task that any process on the same disk can do, and need not if it was done before."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import lru_cache, partial
from pathlib import Path
from typing import NamedTuple

from build_tools.model.corpus_statistics import CorpusStatistics
from build_tools.model.findings import ERROR, Finding
from build_tools.sharding.shard_counts import STATISTICS, count_texts, read_counts, write_counts
from build_tools.sharding.shard_numbers import ShardError, ShardNumber
from build_tools.sharding.shard_parts import read_part
from build_tools.sharding.shard_plans import ShardPlan, keeping_to, planned_texts, program_digest, read_plan
from build_tools.sharding.shard_rows import FINDING_ROWS, ROW_FILES
from build_tools.sharding.shared_glossary import SharedGlossary, check_glossary, load_checked_glossary
from build_tools.sharding.success_marks import fault_of, make_mark, read_mark
from build_tools.website.writing import write_marked

COUNTS_FOLDER, PARTS_FOLDER, STATISTICS_FOLDER = "counts", "parts", "statistics"
"""What is below the folder of plan and results: the counts of each shard, its rows, and the counts of all."""


class ShardTask(NamedTuple):
    """A shard to be worked on.

    Attributes:
        root: The folder that holds seeds/ and docs/.
        work: The folder of plan and results.
        shard: The shard.
        program: A digest of the program that asks.
    """

    root: Path
    work: Path
    shard: ShardNumber
    program: str


class ShardOutcome(NamedTuple):
    """What became of a task.

    Attributes:
        shard: The shard.
        fault: Why an earlier result did not count; None where it did, so that nothing was done.
        errors: The findings that are errors.
        advice: How many other findings there are.
    """

    shard: ShardNumber
    fault: str | None
    errors: tuple[Finding, ...] = ()
    advice: int = 0


def count_shard(task: ShardTask) -> ShardOutcome:
    """Count the words and names of a shard, unless that was done.

    Raises:
        ShardError: If there is no plan, or files are not as it says.
        DestinationError: If something else is in the place of the counts.
        OSError: If the disk refuses.
    """
    plan = _plan_for(task)
    folder, inputs = task.work / COUNTS_FOLDER / task.shard.name, plan.inputs(task.shard)
    fault = fault_of(folder, inputs, (STATISTICS,))
    if fault is not None:
        with keeping_to(plan):
            check_glossary(task.root, plan.language, plan.glossary)
            lexicon = _load(task.root, plan.language, plan.glossary).lexicon
            statistics = count_texts(task.root, planned_texts(plan, task.work, task.shard), lexicon)
        write_marked(write_counts(statistics), folder, partial(make_mark, inputs))
    return ShardOutcome(task.shard, fault)


def run_shard(task: ShardTask) -> ShardOutcome:
    """Read, cut and link the texts of a shard, unless that was done.

    Raises:
        ShardError: If there is no plan, files are not as it says, or the counts of all texts are not there.
        DestinationError: If something else is in the place of the rows.
        OSError: If the disk refuses.
    """
    plan = _plan_for(task)
    folder = part_folder(task.work, task.shard)
    inputs = {**plan.inputs(task.shard), **statistics_input(plan, task.work)}
    fault = fault_of(folder, inputs, ROW_FILES)
    if fault is not None:
        with keeping_to(plan):
            check_glossary(task.root, plan.language, plan.glossary)
            shared, statistics = _inform(
                *(task.root, plan.language, plan.glossary), task.work / STATISTICS_FOLDER, inputs["statistics"]
            )
            pieces = read_part(task.root, planned_texts(plan, task.work, task.shard), shared, statistics)
            write_marked(pieces, folder, partial(make_mark, inputs))
    errors, advice = read_findings(folder)
    return ShardOutcome(task.shard, fault, errors, advice)


def part_folder(work: Path, shard: ShardNumber) -> Path:
    """Return the folder with the rows of a shard."""
    return work / PARTS_FOLDER / shard.name


def statistics_input(plan: ShardPlan, work: Path) -> Mapping[str, str]:
    """Return the checksum of the counts of all texts, by which the rows of every shard are made.

    Raises:
        ShardError: If the counts of all texts are not there, or of something else.
    """
    folder = work / STATISTICS_FOLDER
    fault = fault_of(folder, plan.inputs_of_all(), (STATISTICS,))
    mark = read_mark(folder)
    if fault is not None or mark is None:
        raise ShardError(
            f'The counts of the corpus in "{folder}" cannot be used: {fault}. '
            "Make them: python -m build_tools shard merge-counts"
        )
    return {"statistics": mark.files[STATISTICS]}


def read_findings(folder: Path) -> tuple[tuple[Finding, ...], int]:
    """Return the errors among the findings of a shard or of all, and how many others there are."""
    errors: list[Finding] = []
    advice = 0
    with (folder / FINDING_ROWS).open("rb") as lines:
        for line in lines:
            fields = json.loads(line)
            if fields["severity"] == ERROR:
                errors.append(Finding(*(fields[name] for name in ("path", "line", "code", "message", "hint"))))
            else:
                advice += 1
    return tuple(errors), advice


def _plan_for(task: ShardTask) -> ShardPlan:
    if program_digest() != task.program:
        raise ShardError("A worker has another version of the program, or of a package: install the same on all.")
    plan = read_plan(task.work)
    if task.shard not in plan.shards:
        raise ShardError(f"There is no shard {task.shard}: the plan has {len(plan.shards)}.")
    return plan


# A process that works on several shards reads the glossary and the counts of the corpus once, whose digests are given.
_load = lru_cache(maxsize=1)(load_checked_glossary)


@lru_cache(maxsize=1)
def _inform(
    root: Path, language: str, glossary: str, folder: Path, _counts: str
) -> tuple[SharedGlossary, CorpusStatistics]:
    statistics = read_counts(folder)
    return _load(root, language, glossary).informed_by(statistics), statistics


def task_for(root: Path, work: Path, shard: ShardNumber) -> ShardTask:
    """Return the task of a shard, which names its folders so that every process on the disk finds them."""
    return ShardTask(root.resolve(), work.resolve(), shard, program_digest())
