"""The tree that `build` writes is complete: another site generator makes the same site of it, without this program."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from benchmarks.engines import differences, read_site
from tests.support.builds import REPO_URL, Site, build
from tests.support.projects import small_project

ADDRESS = "https://reader.example/"


def run(*command: str | Path, cwd: Path, **environment: str) -> None:
    fixed = {name: os.environ[name] for name in ("PATH", "HOME", "LANG", "PYTHON") if name in os.environ}
    fixed |= {"NO_MKDOCS_2_WARNING": "1", "SOURCE_DATE_EPOCH": "1700000000", "PYTHONUTF8": "1"}
    done = subprocess.run(
        list(map(str, command)),
        cwd=cwd,
        env=fixed | environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout


def write_tree(root: Path, folder: Path, address: str, **environment: str) -> Path:
    """Write the tree of an edition; return its settings."""
    environment |= {"SITE_URL": address, "REPO_URL": REPO_URL}
    run(sys.executable, "-m", "build_tools", "build", "--out", folder, cwd=root, **environment)
    return folder.with_suffix(".yml")


def published(folder: Path) -> dict[str, bytes]:
    """The files of a site that are no pages, nor what a theme or a generator brings."""
    files = {path.relative_to(folder).as_posix(): path for path in folder.rglob("*") if path.is_file()}
    return {
        name: path.read_bytes()
        for name, path in files.items()
        if name.startswith(("assets/", "data/", "cite/"))
        and not name.endswith(".html")
        and "/javascripts/" not in name
        and "/stylesheets/" not in name
    }


def test_properdocs_makes_the_site_of_the_plugin_from_the_tree(site: Site, root: Path, tmp_path: Path) -> None:
    settings = write_tree(root, tmp_path / "docs", site.url, API="true")  # as the site is built
    if not (root / "build/engines/properdocs/.properdocs").is_file():
        run(root / "config/scripts/setup.sh", "properdocs", cwd=root)
    engine = root / "build/engines/properdocs/bin/python"
    options = ("build", "--strict", "--config-file", settings, "--site-dir", tmp_path / "site")
    run(engine, "-m", "properdocs", *options, cwd=tmp_path, SITE_THEME="materialx")
    found = list(differences(read_site(site.folder, site.url), read_site(tmp_path / "site", site.url)))
    assert found == []


def test_mkdocs_makes_of_the_tree_what_the_plugin_gives_it_in_memory(tmp_path: Path) -> None:
    project = small_project(tmp_path / "project")
    build(tmp_path / "plugin", root=project, SITE_URL=ADDRESS, REPO_URL=REPO_URL)
    settings = write_tree(project, tmp_path / "docs", ADDRESS)
    options = ("build", "--strict", "--config-file", settings, "--site-dir", tmp_path / "tree")
    run(sys.executable, "-m", "mkdocs", *options, cwd=tmp_path)
    assert list(differences(*(read_site(tmp_path / name, ADDRESS) for name in ("plugin", "tree")))) == []
    assert published(tmp_path / "plugin") == published(tmp_path / "tree")


@pytest.mark.parametrize(
    ("change", "kind"),
    [
        (("Lease", "Loan"), "words"),
        (("../lease/", "../loan/"), "links"),
        ((' id="', ' id="x'), "ids"),
        (("assets/reader.js", "assets/other.js"), "loaded"),
    ],
)
def test_a_difference_between_two_sites_is_found(change: tuple[str, str], kind: str, tmp_path: Path) -> None:
    page = (
        '<title>Lease</title><script src="../assets/reader.js"></script><header class="md-header top"></header>'
        '<article class="page"><p id="p1"><a href="../lease/">Lease</a></p></article>'
    )
    for name, text in (("one", page), ("two", page.replace(*change))):
        (tmp_path / name / "glossary").mkdir(parents=True)
        (tmp_path / name / "glossary/index.html").write_text(text, encoding="utf-8")
    one, two = (read_site(tmp_path / name, ADDRESS) for name in ("one", "two"))
    assert [(path, found) for path, found, _ in differences(one, two)] == [("glossary/index.html", kind)]
    assert list(differences(one, one)) == []
