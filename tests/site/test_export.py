"""Our adapter writes the HTML of a page itself: the same words, links and ids as MkDocs makes of its Markdown.

Both are real builds with a bare theme: of the edition with our plugin, and of the exported Markdown without it.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import yaml

from build_tools.corpus.written_pages import API_PAGE
from build_tools.website.assets.static_files import templates_folder
from tests.support.builds import ROOT, build
from tests.support.composed import EXTENSIONS
from tests.support.hostile_edition import HostileSite
from tests.support.matrix import FULL
from tests.support.substance import Substance, on_site, substance

BARE = "{{ page.content }}"


def bare_theme(folder: Path) -> Path:
    """A theme that shows the body of a page and nothing else, whatever template the page names."""
    folder.mkdir()
    for name in ("main.html", *(path.name for path in templates_folder().glob("*.html"))):
        (folder / name).write_text("" if name == "404.html" else BARE, encoding="utf-8")
    return folder


def settings(path: Path, **values: object) -> Path:
    path.write_text(yaml.safe_dump({"site_name": "Reader", **values}), encoding="utf-8")
    return path


def bodies(folder: Path) -> dict[str, Substance]:
    """The substance of every page of a built site, by the path of its Markdown."""
    made = {}
    for page in sorted(folder.rglob("index.html")):
        address = page.parent.relative_to(folder).as_posix()
        path = "index.md" if address == "." else f"{address}.md"
        made[path] = substance(page.read_text(encoding="utf-8"), on_site(path))
    return made


def texts(root: Path) -> list[Path]:
    return [path for path in (root / "docs/sources").glob("*.md") if path.stem != "index"]


def differing(root: Path, folder: Path) -> Iterator[tuple[str, str, object, object]]:
    """Build the pages of an edition in both ways, and yield what differs: page, part, with us, without."""
    theme = bare_theme(folder / "theme")
    ours = {"name": "material", "custom_dir": str(theme)}
    with_us = settings(folder / "with.yml", docs_dir=str(root / "docs"), theme=ours, plugins=["reader"])
    build(folder / "with", root=root, options=("-f", str(with_us)))
    export = [sys.executable, "-m", "build_tools", "build", "--root", str(root), "--out", str(folder / "docs")]
    subprocess.run(export, cwd=ROOT, check=True, capture_output=True)
    alone = {"name": None, "custom_dir": str(theme)}
    without = settings(folder / "without.yml", theme=alone, plugins=[], markdown_extensions=EXTENSIONS)
    build(folder / "without", root=folder, options=("-f", str(without)))
    published, converted = bodies(folder / "with"), bodies(folder / "without")
    assert set(published) == set(converted) >= {path.relative_to(root / "docs").as_posix() for path in texts(root)}
    assert all(published[path.relative_to(root / "docs").as_posix()].ids for path in texts(root))
    for path in sorted(set(published) - {API_PAGE}):
        for part in ("words", "links", "ids", "languages"):
            pair = getattr(published[path], part), getattr(converted[path], part)
            if pair[0] != pair[1]:
                yield path, part, *pair


def test_every_page_of_our_edition_is_the_same_in_both_ways(tmp_path: Path) -> None:
    assert list(differing(ROOT, tmp_path)) == []


def test_every_page_of_a_hostile_edition_is_the_same_in_both_ways(hostile_site: HostileSite, tmp_path: Path) -> None:
    assert hostile_site.edition.paragraphs >= (25_000 if FULL else 600)
    assert list(differing(hostile_site.edition.project, tmp_path)) == []
