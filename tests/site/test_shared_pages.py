"""A site whose pages several processes make is byte for byte the site that one makes, and is refused for the same."""

from __future__ import annotations

import subprocess
from contextlib import AbstractContextManager
from pathlib import Path

import pytest
from mkdocs.commands.build import build as build_here
from mkdocs.config import load_config
from mkdocs.exceptions import PluginError

from build_tools.interfaces.publishing import shared_pages
from build_tools.sharding.executors import open_copies
from tests.support.builds import build
from tests.support.mortal import die
from tests.support.projects import set_option, small_project
from tests.support.sharded import contents, lay_out_sharded

_ADDRESS = "https://reader.example/"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return small_project(tmp_path / "project")


def test_a_site_is_the_same_with_several_processes_and_built_again(project: Path, tmp_path: Path) -> None:
    set_option(project, "page_copies: true")
    alone = build(tmp_path / "alone", root=project, READER_JOBS="1", SITE_URL=_ADDRESS)
    (project / "build").rename(tmp_path / "aside")
    together = build(tmp_path / "together", root=project, READER_JOBS="3", SITE_URL=_ADDRESS)
    whole = contents(tmp_path / "alone")
    assert contents(tmp_path / "together") == whole
    assert "Page skipped" not in together
    assert len(together.splitlines()) == len(alone.splitlines())
    build(tmp_path / "together", root=project, READER_JOBS="3", SITE_URL=_ADDRESS)
    assert contents(tmp_path / "together") == whole


def test_a_page_of_another_process_is_known_again(project: Path) -> None:
    build(project / "site", root=project, READER_JOBS="3")
    composed = [*(project / "site/glossary").glob("*/index.html"), *(project / "site/sources").glob("*/index.html")]
    pages = {path: path.stat().st_ino for path in composed}
    assert len(pages) > 4
    build(project / "site", root=project, READER_JOBS="1")
    assert {path: path.stat().st_ino for path in pages} == pages


@pytest.mark.parametrize("jobs", ["1", "3"])
def test_a_site_is_refused_for_what_another_process_finds_on_a_page(project: Path, jobs: str) -> None:
    settings = (project / "mkdocs.yml").read_text(encoding="utf-8")
    (project / "mkdocs.yml").unlink()
    (project / "mkdocs.yml").write_text(settings.replace("  name: material\n", "  name: material\n  custom_dir: own\n"))
    (project / "own/partials").mkdir(parents=True)
    (project / "own/partials/footer.html").write_text("<footer><script>alert(1)</script></footer>\n", encoding="utf-8")
    with pytest.raises(AssertionError, match=r"(?s)glossary/port\.md: .*HTML that is not allowed on a page, on \d\d"):
        build(project / "site", root=project, READER_JOBS=jobs)
    assert not (project / "site").exists()


@pytest.mark.parametrize("jobs", ["none", "0", "-2"])
def test_a_number_of_processes_that_is_none_is_told(project: Path, jobs: str) -> None:
    with pytest.raises(AssertionError, match=f'READER_JOBS is "{jobs}": write how many'):
        build(project / "site", root=project, READER_JOBS=jobs)


@pytest.fixture
def copies(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """The number of other processes that each build has had."""
    opened: list[int] = []

    def note(jobs: int, begin: object) -> AbstractContextManager[object]:
        opened.append(jobs)
        return open_copies(jobs, begin)  # type: ignore[arg-type] # handed on as it came

    monkeypatch.setattr(shared_pages, "open_copies", note)
    return opened


def test_few_pages_are_made_by_one_process_unless_somebody_asks(
    tmp_path: Path, copies: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    edition = lay_out_sharded(tmp_path / "edition", 40)
    _build_in_this_process(edition)
    assert copies == []
    (edition / "build/.cache").rename(tmp_path / "aside")
    monkeypatch.setenv("READER_JOBS", "3")
    _build_in_this_process(edition)
    assert copies == [2]
    _build_in_this_process(edition)  # in which no page is made
    assert copies == [2]


def test_a_process_that_is_killed_is_told_in_a_sentence_and_leaves_the_last_site(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    edition = lay_out_sharded(tmp_path / "edition", 40)
    monkeypatch.setattr(shared_pages, "_make_pages", die)
    monkeypatch.setenv("READER_JOBS", "2")
    with pytest.raises(PluginError, match=r"^A process was killed, .* with fewer --jobs\."):
        _build_in_this_process(edition)
    assert not (edition / "site").exists()
    assert subprocess.run(["pgrep", "-f", str(edition)], capture_output=True, check=False).stdout == b""


def _build_in_this_process(edition: Path) -> None:
    config = load_config(str(edition / "mkdocs.yml"), site_dir=str(edition / "site"))
    config.plugins.on_startup(command="build", dirty=False)
    try:
        build_here(config)
    finally:
        config.plugins.on_shutdown()
