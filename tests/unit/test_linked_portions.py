"""An edition whose texts are linked by several processes is the edition that one process reads."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import NoReturn

import pytest
from click.testing import CliRunner

from build_tools.edition.reading import Stages, read_edition
from build_tools.interfaces.cli import main
from build_tools.interfaces.cli.parallel import executor_options
from build_tools.sharding import linked_portions
from build_tools.sharding.executors import Executor, open_executor
from build_tools.sharding.linked_portions import link_in_portions, portion_stages
from build_tools.sharding.shard_numbers import ShardError
from build_tools.website.caching import MemoryCache
from tests.support.builds import ROOT, build
from tests.support.dask_cluster import workers_at_scheduler
from tests.support.sharded import contents, lay_out_sharded


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    return lay_out_sharded(tmp_path / "corpus", 60)


def test_texts_linked_in_several_processes_are_the_same_reading(corpus: Path) -> None:
    reported: list[int] = []
    with open_executor(2) as executor:
        stages = portion_stages(executor, corpus, "en", lambda: reported.append(1))
        together = read_edition(corpus, "en", stages=stages)
    alone = read_edition(corpus, "en")
    for part in ("documents", "mentions", "undecided", "findings", "entries", "citations"):
        assert getattr(together, part) == getattr(alone, part)
    assert len(reported) == 60


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """The number of processes that each command asked for."""
    asked: list[int] = []

    def note(jobs: int, scheduler: str) -> AbstractContextManager[Executor]:
        asked.append(jobs)
        return open_executor(jobs, scheduler)

    monkeypatch.setattr(executor_options, "open_executor", note)
    return asked


def test_a_check_prints_the_same_with_several_processes(corpus: Path, opened: list[int]) -> None:
    (corpus / "seeds/t9.txt").write_bytes(b"Ida Orlan \xff")
    one, two = (
        CliRunner().invoke(main, ["check", "--root", str(corpus), "--jobs", jobs, "--format", "json"])
        for jobs in ("1", "2")
    )
    assert (two.exit_code, two.stdout) == (one.exit_code, one.stdout)
    assert "seed-not-utf8" in one.stdout
    assert opened == [2]


def test_the_data_are_the_same_with_several_processes(corpus: Path, tmp_path: Path, opened: list[int]) -> None:
    for jobs in ("1", "2"):
        done = CliRunner().invoke(main, ["data", "--root", str(corpus), "--jobs", jobs, str(tmp_path / jobs)])
        assert done.exit_code == 0, done.output
    assert contents(tmp_path / "2") == contents(tmp_path / "1") != {}
    assert opened == [2]


def test_a_tree_is_the_same_with_several_processes_and_what_they_cut_is_kept(
    corpus: Path, tmp_path: Path, opened: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    written = [_tree(corpus, "2"), _tree(corpus, "2")]
    (corpus / "build/.cache").rename(tmp_path / "aside")
    assert [_tree(corpus, "1"), *written] == [written[0]] * 3
    assert len(written[0]) > 100
    assert opened == [2, 2]
    monkeypatch.setattr(linked_portions, "link_portion", _refuse)
    assert _tree(corpus, "2") == written[0]  # of what one process cut, nothing is to be cut in another


def _refuse(portion: object) -> NoReturn:
    raise AssertionError(portion)


def _tree(corpus: Path, jobs: str) -> dict[str, bytes]:
    done = CliRunner().invoke(main, ["tree", "--root", str(corpus), "--jobs", jobs])
    assert done.exit_code == 0, done.output
    return contents(corpus / "build/docs")


def test_a_site_is_the_same_where_the_workers_of_a_scheduler_link_its_texts(corpus: Path, tmp_path: Path) -> None:
    alone = build(tmp_path / "alone", root=corpus, PYTHONPATH=str(ROOT))
    (corpus / "build").rename(tmp_path / "aside")
    with workers_at_scheduler() as address:
        together = build(tmp_path / "together", root=corpus, READER_SCHEDULER=address, PYTHONPATH=str(ROOT))
        (corpus / "build").rename(tmp_path / "aside2")
        tree = CliRunner().invoke(main, ["tree", "--root", str(corpus), "--scheduler", address])
    assert tree.exit_code == 0, tree.output
    assert contents(tmp_path / "together") == contents(tmp_path / "alone")
    assert contents(corpus / "build/docs") == _tree(corpus, "1")
    assert len(together.splitlines()) == len(alone.splitlines())


def test_a_site_is_not_built_where_the_scheduler_does_not_answer(corpus: Path, tmp_path: Path) -> None:
    with pytest.raises(AssertionError, match=r'The scheduler at "tcp://127\.0\.0\.1:1" does not answer: start it, '):
        build(tmp_path / "site", root=corpus, READER_SCHEDULER="tcp://127.0.0.1:1", PYTHONPATH=str(ROOT))
    assert not (tmp_path / "site").exists()


class _Asked(MemoryCache):
    """Keeps answers, and counts how often somebody asks."""

    def __init__(self) -> None:
        super().__init__()
        self.times = 0

    def recall(self, kind: str, key: bytes) -> bytes | None:
        self.times += 1
        return super().recall(kind, key)


def test_a_cache_is_asked_once_for_each_text_that_is_cut_already(corpus: Path) -> None:
    cache = _Asked()
    with open_executor(2) as executor:
        link_all = link_in_portions(lambda: nullcontext(executor), corpus, "en", cache)
        first, second = (read_edition(corpus, "en", lambda _: Stages(link_all=link_all)) for _ in range(2))
    assert second.documents == first.documents
    assert cache.times == 2 * 60


class _Editing:
    """Runs tasks one after another, once somebody has edited an entry."""

    def __init__(self, entry: Path) -> None:
        self._entry = entry

    def map(self, function: Callable[..., object], tasks: Iterator[object], /) -> Iterator[object]:
        self._entry.write_text(self._entry.read_text("utf-8") + "More.\n", encoding="utf-8")
        return map(function, tasks)


def test_a_glossary_that_changes_meanwhile_is_told(corpus: Path) -> None:
    executor = _Editing(corpus / "docs/glossary/ida-orlan.md")
    stages = portion_stages(executor, corpus, "en", list)  # type: ignore[arg-type]
    with pytest.raises(ShardError, match=r"^The glossary has changed while the texts were read\."):
        read_edition(corpus, "en", stages=stages)
