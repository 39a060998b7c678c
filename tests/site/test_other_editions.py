"""An edition is a folder of texts and entries: theme, scripts and styles come with the installed package."""

from __future__ import annotations

import shutil
import subprocess
import sys
import zipfile
from importlib.metadata import entry_points
from pathlib import Path

from click.testing import CliRunner

from build_tools.interfaces.cli import main
from build_tools.website.assets.static_files import SCRIPTS, STYLES, static_files
from tests.support.builds import build

MKDOCS = "site_name: Another edition\ntheme:\n  name: material\nplugins:\n  - reader\n"


def lay_out(root: Path, folder: Path) -> Path:
    shutil.copytree(root / "tests/findings/stock", folder)
    return folder


def test_four_settings_make_a_site_with_our_theme_styles_and_scripts(root: Path, tmp_path: Path) -> None:
    edition = lay_out(root, tmp_path / "edition")
    (edition / "mkdocs.yml").write_text(MKDOCS, encoding="utf-8")
    build(tmp_path / "site", root=edition, SITE_URL="")
    page = (tmp_path / "site/sources/letter/index.html").read_text(encoding="utf-8")
    assert 'href="../../assets/reader.css"' in page
    assert 'src="../../assets/reader.js"' in page
    assert '<article class="page"' in page
    assert "/palette." not in page
    for path in ("assets/reader.css", "assets/reader.js", "assets/search/reader.js", "assets/fonts/serif-r.woff2"):
        assert (tmp_path / "site" / path).stat().st_size > 1000
    home = (tmp_path / "site/index.html").read_text(encoding="utf-8")
    assert 'href="glossary/"' in home


def test_pages_of_ones_own_are_published_with_fields_of_the_theme_and_without_front_matter(
    root: Path, tmp_path: Path
) -> None:
    edition = lay_out(root, tmp_path / "edition")
    pages = "not_in_nav: |\n  method.md\n  thanks.md\n  sources/letter.md\n  glossary/*\n"
    (edition / "mkdocs.yml").write_text(MKDOCS + pages, encoding="utf-8")
    (edition / "seeds/letter.txt").rename(edition / "seeds/LETTER.TXT")
    for file in ("seeds/SHA256SUMS", "docs/sources/letter.md"):
        path = edition / file
        path.write_text(path.read_text(encoding="utf-8").replace("letter.txt", "LETTER.TXT"), encoding="utf-8")
    (edition / "docs/method.md").write_text("# How it is made\n\nBy hand.\n", encoding="utf-8")
    fields = (
        "icon: material/pen\nstatus: new\nhide: [toc]\nsearch: {boost: 2}\nsocial: {cards: false}\ndate: 2024-05-13\n"
    )
    (edition / "docs/thanks.md").write_text(f"---\ntitle: Thanks\n{fields}---\nTo all.\n", encoding="utf-8")
    build(tmp_path / "site", root=edition)
    assert "<h1" in (tmp_path / "site/sources/letter/index.html").read_text(encoding="utf-8")
    method, thanks = (
        (tmp_path / "site" / name / "index.html").read_text(encoding="utf-8") for name in ("method", "thanks")
    )
    assert method.count("<h1") == thanks.count("<h1") == 1
    assert "<title>How it is made - Another edition</title>" in method and "By hand." in method
    assert "<title>Thanks - Another edition</title>" in thanks and "To all." in thanks


def test_the_site_of_an_edition_without_a_picture_names_none(root: Path, tmp_path: Path) -> None:
    edition = lay_out(root, tmp_path / "edition")
    (edition / "mkdocs.yml").write_text(f"{MKDOCS}site_url: https://reader.example.org/\n", encoding="utf-8")
    build(tmp_path / "site", root=edition)
    home = (tmp_path / "site/index.html").read_text(encoding="utf-8")
    assert "og:title" in home
    assert "og:image" not in home


def test_the_written_tree_holds_every_asset_and_an_edition_may_bring_its_own(root: Path, tmp_path: Path) -> None:
    edition = lay_out(root, tmp_path / "edition")
    (edition / "docs/assets").mkdir()
    (edition / "docs/assets/print.css").write_text("p { color: red }\n", encoding="utf-8")
    assert CliRunner().invoke(main, ["build", "--root", str(edition)]).exit_code == 0
    written = edition / "build/docs"
    bound = {*STYLES, *SCRIPTS}
    assert bound <= static_files().keys()
    assert {path for path in static_files() if (written / path).is_file() == (path in bound)} == set()
    assert "p{color:red}" in (written / "assets/reader.css").read_text(encoding="utf-8")


def test_a_wheel_holds_the_assets_and_templates_and_offers_command_and_plugin(root: Path, tmp_path: Path) -> None:
    copy = tmp_path / "checkout"
    shutil.copytree(root / "build_tools", copy / "build_tools", ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("pyproject.toml", "README.md", "LICENSE", "LICENSE-CONTENT.md"):
        shutil.copy(root / name, copy / name)
    command = [sys.executable, "-m", "pip", "wheel", "--no-deps", "--no-build-isolation", "--quiet", "-w", "..", "."]
    subprocess.run(command, cwd=copy, check=True, capture_output=True)
    with zipfile.ZipFile(next(tmp_path.glob("*.whl"))) as wheel:
        packed = set(wheel.namelist())
        entries = wheel.read(next(name for name in packed if name.endswith("entry_points.txt"))).decode()
    assert {f"build_tools/website/static/{path.removeprefix('assets/')}" for path in static_files()} <= packed
    assert "build_tools/website/templates/main.html" in packed
    assert "reader = build_tools.interfaces.cli:run_reader" in entries
    assert "reader = build_tools.interfaces.mkdocs_plugin:ReaderPlugin" in entries


def test_mkdocs_knows_the_plugin_by_its_name() -> None:
    assert [one.value for one in entry_points(group="mkdocs.plugins", name="reader")] == [
        "build_tools.interfaces.mkdocs_plugin:ReaderPlugin"
    ]
