"""What a build makes of its options, and that it makes the same twice."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

import pytest

from tests.support.builds import REPO_URL, ROOT, build
from tests.support.matrix import some
from tests.support.projects import small_project


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return small_project(tmp_path / "project")


def tree_hashes(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


@pytest.mark.parametrize("corpus", some(("small", "whole")))
def test_two_builds_are_the_same_to_the_byte(project: Path, tmp_path: Path, corpus: str) -> None:
    built = [tmp_path / name for name in ("first", "second")]
    for folder in built:
        root = project if corpus == "small" else ROOT
        build(folder, root=root, SITE_URL="https://reader.example/", REPO_URL=REPO_URL)
    first, second = map(tree_hashes, built)
    assert len(first) > 50
    assert {name for name in first.keys() | second.keys() if first.get(name) != second.get(name)} == set()


def test_a_build_that_knows_no_repository_has_no_edit_links_and_no_address(project: Path, tmp_path: Path) -> None:
    build(tmp_path / "site", root=project, CONTACT="editors <post@reader.example>")
    pages = {path: path.read_text(encoding="utf-8") for path in (tmp_path / "site").rglob("*.html")}
    linked = re.compile(r'class="edit"|rel="canonical"|/edit/main/|issues/new|/new/main|github\.com/example')
    assert [path for path, text in pages.items() if linked.search(text)] == []
    entry = pages[tmp_path / "site/glossary/russia/index.html"]
    assert "<summary>Suggest a change without an account</summary>" in entry
    assert "send it to <b>editors &lt;post@reader.example&gt;</b>" in entry
