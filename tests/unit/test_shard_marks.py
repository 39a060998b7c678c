"""Which results of shards count: what was made of something else, damaged or killed is made again."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from build_tools.corpus import glossary
from build_tools.corpus.sources.given_statistics import STATISTICS as GIVEN
from build_tools.corpus.sources.given_statistics import load_statistics, write_statistics
from build_tools.model import Entry
from build_tools.model.corpus_statistics import CorpusStatistics
from build_tools.model.findings import Finding
from build_tools.sharding import shard_merging, shard_tasks
from build_tools.sharding.shard_numbers import shard_of
from tests.support.checkout import read
from tests.support.sharded import contents, lay_out_sharded, run_all, shard, sum_seeds

PART = "build/shards/parts/1-of-2"
CHANGED = "The glossary, or the counts of a larger corpus, changed since the plan was made."


@pytest.fixture
def halves(tmp_path: Path) -> Path:
    """A corpus, read in two shards."""
    corpus = lay_out_sharded(tmp_path / "corpus")
    run_all(corpus, 2, tmp_path / "merged")
    return corpus


def test_what_was_done_is_not_done_again(halves: Path) -> None:
    before = contents(halves / "build/shards")
    assert shard(halves, "count").stdout == "1/2: counted before.\n2/2: counted before.\n"
    assert shard(halves, "run", "2/2").stdout == "2/2: done before.\n"
    assert contents(halves / "build/shards") == before


def _without_mark(part: Path) -> None:
    (part / "_SUCCESS").unlink()


def _cut_off(part: Path) -> None:
    mark = part / "_SUCCESS"
    mark.write_bytes(mark.read_bytes()[:100])


def _nested(part: Path) -> None:
    (part / "_SUCCESS").write_text("[" * 100_000, encoding="utf-8")


def _pipe(part: Path) -> None:
    (part / "_SUCCESS").unlink()
    os.mkfifo(part / "_SUCCESS")


def _names_no_file(part: Path) -> None:
    mark = json.loads(read(part / "_SUCCESS"))
    del mark["files"]["mentions.jsonl"]
    (part / "_SUCCESS").write_text(json.dumps(mark), encoding="utf-8")


def _of_another_version(part: Path) -> None:
    mark = json.loads(read(part / "_SUCCESS"))
    mark["inputs"]["program"] = "0" * 40
    (part / "_SUCCESS").write_text(json.dumps(mark), encoding="utf-8")


def _of_another_shard(part: Path) -> None:
    (part / "_SUCCESS").write_bytes((part.parent / "2-of-2/_SUCCESS").read_bytes())


def _changed(part: Path) -> None:
    with (part / "mentions.jsonl").open("ab") as file:
        file.write(b"{}\n")


def _gone(part: Path) -> None:
    (part / "index.jsonl").unlink()


@pytest.mark.parametrize(
    ("spoil", "word"),
    [
        (_without_mark, "it has no _SUCCESS"),
        (_cut_off, "its _SUCCESS cannot be read"),
        (_nested, "its _SUCCESS cannot be read"),
        (_pipe, "its _SUCCESS cannot be read"),
        (_names_no_file, "its _SUCCESS does not name its files"),
        (_of_another_version, "another version of the program made it"),
        (_of_another_shard, "its texts have changed since"),
        (_changed, "mentions.jsonl is not as it was written"),
        (_gone, "index.jsonl is not as it was written"),
    ],
)
def test_a_result_that_does_not_count_is_named_and_made_again(
    halves: Path, tmp_path: Path, spoil: Callable[[Path], None], word: str
) -> None:
    before = contents(halves / PART)
    spoil(halves / PART)
    refused = shard(halves, "merge", tmp_path / "again")
    assert refused.exit_code == 1
    assert refused.stderr == f"Shard 1/2 cannot be merged: {word}. Run: python -m build_tools shard run 1/2\n"
    assert not (tmp_path / "again").exists()
    assert shard(halves, "run").stdout == f"1/2: done again: {word}.\n2/2: done before.\n"
    assert contents(halves / PART) == before


def test_an_edit_concerns_the_shard_of_its_text_and_the_counts(halves: Path) -> None:
    (halves / "seeds/t1.txt").write_text("Ship number 1 came into the port at noon.\n", encoding="utf-8")
    sum_seeds(halves)
    number = shard_of("t1", 2).number
    mark = halves / f"build/shards/counts/{number}-of-2/_SUCCESS"
    before = mark.read_bytes()
    mark.unlink()
    refused = shard(halves, "count", f"{number}/2")
    assert refused.exit_code == 1
    assert refused.stderr.startswith('The text "t1" has changed since the plan was made. Make it again: python -m ')
    mark.write_bytes(before)
    assert shard(halves, "plan", "--shards", 2).exit_code == 0
    counted = shard(halves, "count").stdout.splitlines()
    assert counted[number - 1] == f"{number}/2: counted again: its texts have changed since."
    assert counted[2 - number] == f"{3 - number}/2: counted before."
    assert "cannot be used: its texts have changed since" in shard(halves, "run").stderr


def test_an_edit_of_the_glossary_makes_a_new_plan_necessary(halves: Path) -> None:
    with (halves / "docs/glossary/ida-orlan.md").open("a", encoding="utf-8") as entry:
        entry.write("A note.\n")
    (halves / PART / "_SUCCESS").unlink()
    done = shard(halves, "run")
    assert done.exit_code == 1
    assert done.stderr.startswith(f"{CHANGED} Make it again:")


def test_a_shard_that_is_killed_leaves_nothing_that_counts(halves: Path, root: Path) -> None:
    before = contents(halves / PART)
    command = [sys.executable, "-m", "tests.support.killed_shard", str(halves)]
    seen = json.loads(subprocess.run(command, cwd=root, check=True, capture_output=True).stdout)
    assert seen.keys() == {"it is not there", "counts"}
    assert seen["it is not there"] > 50
    assert contents(halves / PART) == before


def _counts_given(names: int) -> bytes:
    return write_statistics(CorpusStatistics(names={"rolf-orlan": names}))


@pytest.fixture
def counted(tmp_path: Path) -> Path:
    """A part of a larger corpus, planned and counted in two shards."""
    corpus = lay_out_sharded(tmp_path / "part")
    (corpus / GIVEN).write_bytes(_counts_given(9))
    for command in (("plan", "--shards", 2), ("count",)):
        assert shard(corpus, *command).exit_code == 0
    return corpus


def test_the_counts_of_another_corpus_are_not_merged_under_the_mark_of_this(counted: Path) -> None:
    (counted / GIVEN).write_bytes(_counts_given(8))
    refused = shard(counted, "merge-counts")
    assert (refused.exit_code, refused.stderr.startswith(CHANGED)) == (1, True)
    assert not (counted / "build/shards/statistics").exists()


def test_counts_given_that_change_while_they_are_merged_are_told(
    counted: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def exchange(root: Path) -> tuple[CorpusStatistics | None, list[Finding]]:
        (root / GIVEN).write_bytes(_counts_given(8))
        return load_statistics(root)

    monkeypatch.setattr(shard_merging, "load_statistics", exchange)
    refused = shard(counted, "merge-counts")
    assert (refused.exit_code, refused.stderr.startswith(CHANGED)) == (1, True)
    assert not (counted / "build/shards/statistics").exists()


def test_a_glossary_that_is_edited_before_it_is_read_and_restored_later_leaves_no_counts(
    counted: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    entry, counts = counted / "docs/glossary/ida-orlan.md", counted / "build/shards/counts"
    before, right, load = read(entry), contents(counts), glossary.load_glossary
    shutil.rmtree(counts)

    def edit_and_load(folder: Path, root: Path, language: str) -> tuple[tuple[Entry, ...], list[Finding]]:
        entry.write_text(before.replace("Ida", "Ada"), encoding="utf-8")
        return load(folder, root, language)

    with monkeypatch.context() as patched:
        shard_tasks._load.cache_clear()
        patched.setattr(glossary, "load_glossary", edit_and_load)
        refused = shard(counted, "count", "1/2")
    assert (refused.exit_code, refused.stderr.startswith(CHANGED)) == (1, True)
    entry.write_text(before, encoding="utf-8")
    assert shard(counted, "count").exit_code == 0
    assert contents(counts) == right
