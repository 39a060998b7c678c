"""A page that the last build wrote is taken as it is only where nothing that it depends on has changed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.support.builds import build
from tests.support.projects import small_project

ENTRY, TEXT = "docs/glossary/port.md", "docs/sources/tongues.md"


def contents(site: Path) -> dict[str, bytes]:
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in site.rglob("*") if path.is_file()}


def replaced(path: str, old: str, new: str) -> Callable[[Path], dict[str, str]]:
    def change(project: Path) -> dict[str, str]:
        file = project / path
        written = file.read_text(encoding="utf-8")
        assert old in written
        if file.is_symlink():
            file.unlink()
        file.write_text(written.replace(old, new), encoding="utf-8")
        return {}

    return change


def another_template(project: Path) -> dict[str, str]:
    replaced("mkdocs.yml", "  name: material\n", "  name: material\n  custom_dir: overrides\n")(project)
    (project / "overrides/partials").mkdir(parents=True)
    (project / "overrides/partials/footer.html").write_text("<footer>Another foot</footer>\n", encoding="utf-8")
    return {}


CHANGES: dict[str, Callable[[Path], dict[str, str]]] = {
    "nothing": lambda _: {},
    "a definition": replaced(ENTRY, "Place for ships.", "Place for boats."),
    "a label": replaced(ENTRY, "alt_labels: {", "alt_labels: {en: [haven], "),
    "a headnote": replaced(TEXT, "A notice in three languages.", "A notice, see [port](../glossary/port.md)."),
    "the name of the site": replaced("mkdocs.yml", "site_name: ", "site_name: Another "),
    "a template": another_template,
    "the contact": lambda _: {"CONTACT": "editors@lorn.example"},
    "the address": lambda _: {"SITE_URL": "https://lorn.example/reader/"},
    "the repository": lambda _: {"REPO_URL": "https://github.com/example/reader"},
}


@pytest.mark.parametrize("name", CHANGES)
def test_a_site_that_is_built_again_is_as_one_that_is_built_anew(tmp_path: Path, name: str) -> None:
    project = small_project(tmp_path / "project")
    build(project / "site", root=project)
    environment = CHANGES[name](project)
    build(project / "site", root=project, options=(), **environment)
    (project / "build").rename(tmp_path / "aside")
    build(tmp_path / "anew", root=project, options=(), **environment)
    assert contents(project / "site") == contents(tmp_path / "anew")


def test_a_page_that_is_as_it_was_is_the_same_file_and_one_that_somebody_removed_is_made_again(tmp_path: Path) -> None:
    project = small_project(tmp_path / "project")
    left, removed = (project / "site" / path / "index.html" for path in ("glossary/port", "sources/tongues"))
    build(project / "site", root=project)
    before, whole = left.stat().st_ino, removed.read_bytes()
    removed.unlink()
    removed.parent.rmdir()
    said = build(project / "site", root=project)
    assert left.stat().st_ino == before
    assert removed.read_bytes() == whole
    assert "Page skipped" not in said
