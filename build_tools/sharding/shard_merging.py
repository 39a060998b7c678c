"""The results of all shards put together, byte for byte what a single shard would be, whatever their number."""

from __future__ import annotations

import heapq
import json
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from functools import partial
from hashlib import sha256
from pathlib import Path

from build_tools.corpus.sources.given_statistics import load_statistics
from build_tools.exports.gathered_pieces import Piece
from build_tools.model.corpus_statistics import merge_statistics
from build_tools.sharding.shard_counts import STATISTICS, read_counts, write_counts
from build_tools.sharding.shard_numbers import ShardError, ShardNumber
from build_tools.sharding.shard_plans import ShardPlan, keeping_to, planned_texts, read_plan
from build_tools.sharding.shard_rows import ROW_FILES, text_of_row
from build_tools.sharding.shard_tasks import COUNTS_FOLDER, STATISTICS_FOLDER, part_folder, statistics_input
from build_tools.sharding.shared_glossary import check_glossary
from build_tools.sharding.success_marks import fault_of, make_mark
from build_tools.website.writing import write_marked

_ENOUGH = 1 << 18  # bytes that are written at once


def merge_counts(root: Path, work: Path) -> int:
    """Merge the counts of all shards, and return how many there are.

    In their place come the counts of a larger corpus, where the edition is a part of one.

    Args:
        root: The folder that holds seeds/ and docs/.
        work: The folder of plan and results.

    Raises:
        ShardError: If there is no plan, the glossary or the counts given are not as it says, or the counts of a shard
            are not there or of something else.
        DestinationError: If something else is in the place of the merged counts.
        OSError: If the disk refuses.
    """
    plan = read_plan(work)
    given, _ = load_statistics(root)
    with keeping_to(plan):
        check_glossary(root, plan.language, plan.glossary)  # afterwards: the counts given may be others by now
    folders = {shard: work / COUNTS_FOLDER / shard.name for shard in plan.shards}
    _check(plan, "count", lambda shard: fault_of(folders[shard], plan.inputs(shard), (STATISTICS,)))
    merged = given or merge_statistics(map(read_counts, folders.values()))
    inputs = plan.inputs_of_all()
    write_marked(write_counts(merged), work / STATISTICS_FOLDER, partial(make_mark, inputs))
    return len(folders)


def merge_parts(work: Path, folder: Path) -> int:
    """Put the rows of all shards together in the order of the texts, and return how many shards there are.

    Args:
        work: The folder of plan and results.
        folder: The folder to write.

    Raises:
        ShardError: If there is no plan, or the rows of a shard are not there or of something else.
        DestinationError: If something else is in the folder.
        OSError: If the disk refuses.
    """
    plan = read_plan(work)
    counted = statistics_input(plan, work)
    parts = {shard: part_folder(work, shard) for shard in plan.shards}
    _check(plan, "run", lambda shard: fault_of(parts[shard], {**plan.inputs(shard), **counted}, ROW_FILES))
    inputs = {**plan.inputs_of_all(), "texts": _digest_of_all(plan, work), **counted}
    write_marked(_merged(work, [*parts.values()]), folder, partial(make_mark, inputs))
    return len(parts)


def _check(plan: ShardPlan, command: str, fault_in: Callable[[ShardNumber], str | None]) -> None:
    """Refuse to go on where the result of a shard does not count.

    Raises:
        ShardError: If that is so; it names each shard, and the command that makes it.
    """
    faults = [
        f"Shard {shard} cannot be merged: {fault}. Run: python -m build_tools shard {command} {shard}"
        for shard in plan.shards
        if (fault := fault_in(shard)) is not None
    ]
    if faults:
        raise ShardError("\n".join(faults))


def _digest_of_all(plan: ShardPlan, work: Path) -> str:
    """Return a digest of all texts that is the same for every number of shards."""
    printed = sha256()
    lists = [planned_texts(plan, work, shard) for shard in plan.shards]
    for text in heapq.merge(*lists):
        printed.update(json.dumps(text).encode())
    return printed.hexdigest()


def _merged(work: Path, parts: list[Path]) -> Iterator[Piece]:
    for name in ROW_FILES:
        yield name, b""
        with ExitStack() as opened:
            files = [opened.enter_context((part / name).open("rb")) for part in parts]
            gathered = bytearray()
            for line in heapq.merge(*files, key=text_of_row):
                gathered += line
                if len(gathered) >= _ENOUGH:
                    yield name, bytes(gathered)
                    gathered.clear()
            yield name, bytes(gathered)
    yield STATISTICS, (work / STATISTICS_FOLDER / STATISTICS).read_bytes()
