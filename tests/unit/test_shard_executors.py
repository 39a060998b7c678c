"""Shards come to the same bytes in one process, in several, on a cluster and by a shell, whatever dies meanwhile."""

from __future__ import annotations

import json
import os
import re
import signal
import socket
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import pytest
from click.testing import CliRunner

from build_tools.interfaces.cli import main
from build_tools.interfaces.cli.parallel import annotation_commands
from build_tools.sharding.executors import LostWorkersError, open_executor, usual_jobs
from tests.support.checkout import read
from tests.support.mortal import die, double
from tests.support.sharded import contents, lay_out_sharded, run_all, shard


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    return lay_out_sharded(tmp_path / "corpus", 60)


@pytest.fixture
def counted(corpus: Path) -> Path:
    """The corpus with its counts, to be run in seven shards."""
    for command in (("plan", "--shards", 7), ("count",), ("merge-counts",)):
        assert shard(corpus, *command).exit_code == 0
    return corpus


def whole(corpus: Path, tmp_path: Path) -> dict[str, bytes]:
    """The corpus read as one shard, in this process."""
    return run_all(corpus, 1, tmp_path / "whole")


def merged(corpus: Path, tmp_path: Path) -> dict[str, bytes]:
    assert shard(corpus, "merge", tmp_path / "merged").exit_code == 0
    return contents(tmp_path / "merged")


@pytest.mark.parametrize("shards", [2, 7])
def test_several_processes_come_to_the_bytes_of_one(corpus: Path, tmp_path: Path, shards: int) -> None:
    assert run_all(corpus, shards, tmp_path / "several", "--jobs", "2") == whole(corpus, tmp_path)


def test_results_come_in_the_order_of_the_tasks() -> None:
    for jobs in (1, 2):
        with open_executor(jobs) as executor:
            assert list(executor.map(double, range(9))) == list(range(0, 18, 2))


def test_a_process_that_is_killed_is_told_in_a_sentence() -> None:
    with pytest.raises(LostWorkersError, match=r"^A process was killed, .* What was finished stays\.$"):
        _map_to_death()


def _map_to_death() -> None:
    with open_executor(2) as executor:
        list(executor.map(die, range(2)))


def test_other_processes_are_started_only_where_there_is_enough_to_do() -> None:
    assert usual_jobs(8, 999, 1000) == 1
    assert usual_jobs(1, 1000, 1000) == 1
    assert usual_jobs(8, 1000, 1000) == min(8, len(os.sched_getaffinity(0)))


@pytest.mark.parametrize("command", ["annotate", "count"])
def test_texts_are_annotated_and_counted_to_the_same_bytes_in_several_processes(
    corpus: Path, command: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    broken = corpus / "seeds/t9.txt"
    broken.write_bytes(b"Ida Orlan \xff")
    texts = sorted(str(file) for file in (corpus / "seeds").glob("*.txt"))
    monkeypatch.setattr(annotation_commands, "_PORTION", 9)
    one, two = (
        CliRunner().invoke(main, [command, "--glossary", str(corpus / "docs/glossary"), "--jobs", jobs, *texts])
        for jobs in ("1", "2")
    )
    assert (two.exit_code, two.stdout, two.stderr) == (one.exit_code, one.stdout, one.stderr)
    assert (one.exit_code, "ida-orlan" in one.stdout, f"{broken}:1: byte 10" in one.stderr) == (1, True, True)


def on_cluster(corpus: Path, root: Path, victim: str) -> tuple[int, str, str, bool]:
    """Run the shards on a cluster of which a part is killed: exit code, output, errors, whether it was killed."""
    command = [sys.executable, "-m", "tests.support.dask_cluster", str(corpus), victim]
    done = subprocess.run(command, cwd=root, capture_output=True, check=True, text=True)
    code, output, errors, was_killed = json.loads(done.stdout)
    return code, output, errors, was_killed


def test_a_cluster_that_loses_a_worker_comes_to_the_same_bytes(counted: Path, root: Path, tmp_path: Path) -> None:
    code, output, errors, was_killed = on_cluster(counted, root, "worker")
    assert (code, errors, was_killed) == (0, "", True)
    assert [line.partition(":")[0] for line in output.splitlines()] == [f"{number}/7" for number in range(1, 8)]
    result = merged(counted, tmp_path)
    assert result == whole(counted, tmp_path)


def test_a_scheduler_that_dies_is_told_in_a_sentence_and_leaves_nothing_half_written(
    counted: Path, root: Path, tmp_path: Path
) -> None:
    code, _, errors, was_killed = on_cluster(counted, root, "scheduler")
    assert (code, was_killed) == (1, True)
    assert re.fullmatch(r'The scheduler at "tcp://\S+" does not answer: start it, then .* finished stays\.\n', errors)
    parts = counted / "build/shards/parts"
    finished = [part for part in parts.iterdir() if not part.name.startswith(".")]
    assert all((part / "_SUCCESS").is_file() for part in finished)
    again = shard(counted, "run")
    assert again.exit_code == 0
    assert again.stdout.count("done before.") == len(finished)
    assert merged(counted, tmp_path) == whole(counted, tmp_path)


def test_a_scheduler_that_is_not_there_is_told_in_a_sentence(counted: Path) -> None:
    done = shard(counted, "run", "--scheduler", "tcp://127.0.0.1:1")
    assert done.exit_code == 1
    assert done.stderr.startswith('The scheduler at "tcp://127.0.0.1:1" does not answer: start it, ')
    assert not (counted / "build/shards/parts").exists()


def test_an_address_that_is_none_is_told_in_a_sentence(counted: Path) -> None:
    done = shard(counted, "run", "--scheduler", "nowhere")
    assert (done.exit_code, done.stderr.count("\n")) == (1, 1)


def recipe_of(root: Path, heading: str) -> str:
    """The first block of code below a heading of the manual."""
    below = read(root / "docs/manual/shards.md").partition(f"{{ #{heading} }}")[2]
    match = re.search(r"```[a-z]+\n(.*?)```", below, re.DOTALL)
    assert match
    return match[1]


def follow(command: list[str], corpus: Path, root: Path) -> int:
    """Run a command in a folder where `python` has the program, end all that it left running, and return its code."""
    path = f"{Path(sys.executable).parent}:{os.environ['PATH']}"
    process = subprocess.Popen(
        command,
        cwd=corpus,
        env={**os.environ, "PATH": path, "PYTHONPATH": str(root)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    code = process.wait()
    with suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    return code


@pytest.mark.parametrize("heading", ["shell", "dask"])
def test_a_recipe_of_the_manual_works_as_it_stands(heading: str, root: Path, tmp_path: Path) -> None:
    recipe = recipe_of(root, heading)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        recipe = recipe.replace("8786", str(free.getsockname()[1]))
    corpus = lay_out_sharded(tmp_path / "corpus", 30)
    assert follow(["bash", "-e", "-c", recipe], corpus, root) == 0
    assert contents(corpus / "build/corpus") == whole(corpus, tmp_path)


def test_the_recipe_for_snakemake_works_as_it_stands(root: Path, tmp_path: Path) -> None:
    place = root / "build/engines/snakemake"
    if not (place / ".snakemake").is_file():
        subprocess.run([root / "config/scripts/setup.sh", "snakemake"], cwd=root, check=True)
    corpus = lay_out_sharded(tmp_path / "corpus", 30)
    (corpus / "Snakefile").write_text(recipe_of(root, "snakemake"), encoding="utf-8")
    assert follow([str(place / "bin/snakemake"), "--cores", "2"], corpus, root) == 0
    assert contents(corpus / "build/corpus") == whole(corpus, tmp_path)
