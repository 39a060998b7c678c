"""The plan of a corpus: its texts with their checksums, a list for each shard, and what the glossary is now.

A plan is what all later stages go by. They refuse files that are not as the plan says, so that a result is of what its
mark names; after a change, the plan is made again, and only the shards of texts that changed are new.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from build_tools.corpus.sources.given_statistics import load_statistics
from build_tools.corpus.sources.listed_texts import ChangedTextError, ListedText, list_texts
from build_tools.model.findings import Finding
from build_tools.sharding.shard_numbers import ShardError, ShardNumber, all_shards, shard_of
from build_tools.sharding.shared_glossary import ChangedGlossaryError, load_shared_glossary, print_glossary
from build_tools.sharding.success_marks import PROGRAM, make_mark, read_mark
from build_tools.website.caching import program_version
from build_tools.website.writing import write_marked

PLAN_FOLDER = "plan"
_ENDING = ".jsonl"


class ShardPlan(NamedTuple):
    """A plan.

    Attributes:
        language: The language of the site, a BCP 47 tag.
        glossary: A digest of the glossary.
        texts: A digest of the texts of each shard, in the order of the shards.
    """

    language: str
    glossary: str
    texts: tuple[str, ...]

    @property
    def shards(self) -> tuple[ShardNumber, ...]:
        """The shards."""
        return all_shards(len(self.texts))

    def inputs(self, shard: ShardNumber) -> dict[str, str]:
        """Return what every result of a shard is made of."""
        return {PROGRAM: program_digest(), "texts": self.texts[shard.number - 1], "glossary": self.glossary}

    def inputs_of_all(self) -> dict[str, str]:
        """Return what every result of the whole corpus is made of."""
        joined = sha256("\n".join(self.texts).encode()).hexdigest()
        return {PROGRAM: program_digest(), "texts": joined, "glossary": self.glossary}


def program_digest() -> str:
    """Return a digest of the program as marks have it."""
    return program_version().hex()


def make_plan(root: Path, work: Path, count: int, language: str) -> tuple[list[int], list[Finding]]:
    """Write the plan of a corpus.

    Args:
        root: The folder that holds seeds/ and docs/.
        work: The folder of plan and results.
        count: The number of shards.
        language: The language of the site, a BCP 47 tag.

    Returns:
        The number of texts in each shard, and the findings on the texts together and on the glossary.

    Raises:
        DestinationError: If something else is in the place of the plan.
        OSError: If the disk refuses.
    """
    texts, findings = list_texts(root)
    findings += (*load_shared_glossary(root, language).findings, *load_statistics(root)[1])
    shards = all_shards(count)
    inputs = {PROGRAM: program_digest(), "language": language, "glossary": print_glossary(root, language)}
    listed: dict[ShardNumber, list[ListedText]] = {shard: [] for shard in shards}
    for text in texts:
        listed[shard_of(text.id, count)].append(text)
    pieces = ((shard.name + _ENDING, b"".join(map(_row, listed[shard]))) for shard in shards)
    before = read_mark(work / PLAN_FOLDER)
    write_marked(pieces, work / PLAN_FOLDER, partial(make_mark, inputs), before.files if before else ())
    return [len(listed[shard]) for shard in shards], findings


def _row(text: ListedText) -> bytes:
    return f"{json.dumps(text, ensure_ascii=False)}\n".encode("utf-8", "surrogateescape")


def read_plan(work: Path) -> ShardPlan:
    """Read the plan of a corpus.

    Raises:
        ShardError: If there is none, or one of another version of the program.
    """
    mark = read_mark(work / PLAN_FOLDER)
    names = [shard.name + _ENDING for shard in all_shards(len(mark.files))] if mark else []
    if mark is None or {PROGRAM, "language", "glossary"} != mark.inputs.keys() or set(names) != mark.files.keys():
        raise ShardError(f'There is no plan in "{work}". Make one: python -m build_tools shard plan --shards N')
    if mark.inputs[PROGRAM] != program_digest():
        raise ShardError(
            f'Another version of the program made the plan in "{work}". Make it again: '
            f"python -m build_tools shard plan --shards {len(names)}"
        )
    return ShardPlan(mark.inputs["language"], mark.inputs["glossary"], tuple(mark.files[name] for name in names))


def planned_texts(plan: ShardPlan, work: Path, shard: ShardNumber) -> Iterator[ListedText]:
    """Yield the texts of a shard, sorted by id.

    Raises:
        ShardError: If the list is not as it was planned.
    """
    file = work / PLAN_FOLDER / (shard.name + _ENDING)
    if not file.is_file():
        raise changed_since_plan(f'its list "{file}" is gone', len(plan.texts))
    hashed = sha256()
    with file.open("rb") as lines:
        for line in lines:
            hashed.update(line)
    if hashed.hexdigest() != plan.texts[shard.number - 1]:
        raise changed_since_plan(f'its list "{file}" has changed', len(plan.texts))
    with file.open("rb") as lines:
        for line in lines:
            yield ListedText(*json.loads(line.decode("utf-8", "surrogateescape")))


def changed_since_plan(fault: str, count: int) -> ShardError:
    """Return the error of whatever is not as it was planned.

    Args:
        fault: What has changed, as the first half of a sentence.
        count: The number of shards.
    """
    return ShardError(
        f"{fault[:1].upper()}{fault[1:]} since the plan was made. Make it again: "
        f"python -m build_tools shard plan --shards {count}"
    )


@contextmanager
def keeping_to(plan: ShardPlan) -> Iterator[None]:
    """Say what to do where a text or the glossary is not as it was planned.

    Raises:
        ShardError: If that is so.
    """
    try:
        yield
    except ChangedTextError as error:
        raise changed_since_plan(f'the text "{error}" has changed', len(plan.texts)) from error
    except ChangedGlossaryError as error:
        raise changed_since_plan("the glossary, or the counts of a larger corpus, changed", len(plan.texts)) from error
