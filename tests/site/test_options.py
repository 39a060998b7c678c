"""What a build makes of its options, and that it makes the same twice."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

import pytest

from tests.support.builds import REPO_URL, ROOT, build
from tests.support.checkout import read
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
    entry = pages[tmp_path / "site/glossary/nordia/index.html"]
    assert "<summary>Suggest a change without an account</summary>" in entry
    assert "send it to <b>editors &lt;post@reader.example&gt;</b>" in entry


MOVED = """\
from urllib.parse import urljoin


def on_config(config):
    config.site_url = urljoin(config.site_url, "1.0/")
"""


def test_a_version_that_another_plugin_puts_into_a_folder_is_named_by_that_address(
    project: Path, tmp_path: Path
) -> None:
    (project / "moved.py").write_text(MOVED, encoding="utf-8")
    settings = read(project / "mkdocs.yml")
    (project / "mkdocs.yml").unlink()
    (project / "mkdocs.yml").write_text(f"{settings}\nhooks: [moved.py]\n", encoding="utf-8")
    build(tmp_path / "site", root=project, SITE_URL="https://reader.example/")
    page = read(tmp_path / "site/sources/letter/index.html")
    address = "https://reader.example/1.0/sources/letter/"
    assert f'<link rel="canonical" href="{address}">' in page
    assert re.search(rf'class="printed-address">[^<]*{re.escape(address)}', page)
    assert not re.search(r"https://reader\.example/(?!1\.0/)", page)
    assert not re.search(r'(?:href|src)="/', page)
