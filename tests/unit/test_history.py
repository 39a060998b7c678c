from __future__ import annotations

import os
import subprocess
from pathlib import Path

from build_tools.corpus.history import check_history, last_changes, read_revision, read_work_tree


def git(folder: Path, *words: str, day: str = "2024-05-13") -> None:
    when = f"{day}T12:00:00+00:00"
    environment = {"GIT_AUTHOR_DATE": when, "GIT_COMMITTER_DATE": when, "HOME": str(folder), "PATH": "/usr/bin:/bin"}
    identity = ["-c", "user.name=An Editor", "-c", "user.email=editor@example.org"]
    subprocess.run(["git", *identity, *words], cwd=folder, env=environment, check=True, capture_output=True)


def test_a_page_changed_on_the_day_of_its_last_commit(tmp_path: Path) -> None:
    page = tmp_path / "docs" / "glossary" / "seoul.md"
    page.parent.mkdir(parents=True)
    (tmp_path / "README.md").write_text("Not a page.", encoding="utf-8")
    git(tmp_path, "init")
    for day, words in (("2024-05-13", "one"), ("2024-06-20", "two")):
        page.write_text(words, encoding="utf-8")
        git(tmp_path, "add", "--all", day=day)
        git(tmp_path, "commit", "--message", words, day=day)
    assert last_changes(tmp_path) == {"glossary/seoul.md": "2024-06-20"}


def test_a_project_below_the_top_of_a_repository_knows_its_own_pages(tmp_path: Path) -> None:
    page = tmp_path / "site" / "docs" / "index.md"
    page.parent.mkdir(parents=True)
    page.write_text("Home.", encoding="utf-8")
    git(tmp_path, "init")
    git(tmp_path, "add", "--all")
    git(tmp_path, "commit", "--message", "Begin")
    assert last_changes(tmp_path / "site") == {"index.md": "2024-05-13"}


def test_without_git_nothing_is_known_and_nothing_breaks(tmp_path: Path) -> None:
    assert last_changes(tmp_path) == {}
    assert check_history(tmp_path) == ()  # an edition that is about to begin
    (tmp_path / "docs/sources").mkdir(parents=True)
    (tmp_path / "docs/sources/letter.md").write_text("Words.", encoding="utf-8")
    assert [finding.code for finding in check_history(tmp_path)] == ["history-missing"]


def test_a_shallow_clone_gives_no_day_and_one_piece_of_advice(tmp_path: Path) -> None:
    page = tmp_path / "whole/docs/index.md"
    page.parent.mkdir(parents=True)
    git(tmp_path / "whole", "init")
    for day, words in (("2024-05-13", "one"), ("2024-06-20", "two")):
        page.write_text(words, encoding="utf-8")
        git(tmp_path / "whole", "add", "--all", day=day)
        git(tmp_path / "whole", "commit", "--message", words, day=day)
    git(tmp_path, "clone", "--depth", "1", f"file://{tmp_path}/whole", "shallow")
    assert last_changes(tmp_path / "shallow") == {}
    assert [finding.code for finding in check_history(tmp_path / "shallow")] == ["history-shallow"]
    assert last_changes(tmp_path / "whole") == {"index.md": "2024-06-20"}
    assert check_history(tmp_path / "whole") == ()


def test_what_is_not_read_has_the_hash_that_git_gives_it_in_a_commit(tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs/large.png").write_bytes(b"\x00\xff" * 700_000)
    (tmp_path / "link").symlink_to(os.fsdecode(b"caf\xe9"))
    git(tmp_path, "init")
    git(tmp_path, "add", "--all")
    git(tmp_path, "commit", "--message", "Begin")
    committed = read_revision(tmp_path, "HEAD")
    assert committed is not None
    assert read_work_tree(tmp_path).hashes == committed.hashes
    assert committed.hashes.keys() == {"docs/large.png", "link"}
