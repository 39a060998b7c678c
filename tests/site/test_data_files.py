"""The data of a site: made with its pages, the same as the command writes, and read by the programs that it shows."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from build_tools.interfaces.publishing.site_data import SiteData
from tests.support.builds import ROOT, Site, build
from tests.support.exported import examples, export, rows
from tests.support.projects import set_option, small_project


def test_the_data_of_a_site_are_those_that_the_command_writes(site: Site, tmp_path: Path) -> None:
    made = export(ROOT, tmp_path / "data", site.url)
    files = [path for path in made.rglob("*") if path.is_file() and path.name != ".written"]
    assert len(files) > 40
    for path in files:
        assert (site.folder / "data" / path.relative_to(made)).read_bytes() == path.read_bytes(), path


def test_every_address_in_the_tables_is_a_place_on_the_site(site: Site) -> None:
    for table in ("texts", "blocks", "entries", "differences", "quotations"):
        for row in rows(site.folder / "data", table):
            page, _, place = row["address"].removeprefix(site.url).partition("#")
            text = (site.folder / page / "index.html").read_text(encoding="utf-8")
            assert not place or f'id="{place}"' in text, row["address"]


@pytest.mark.parametrize("number", range(2))
def test_the_programs_on_the_page_run_and_print_what_they_found(site: Site, tmp_path: Path, number: int) -> None:
    with zipfile.ZipFile(site.folder / "data/edition.zip") as archive:
        archive.extractall(tmp_path)
    program = examples("python")[number]
    done = subprocess.run([sys.executable, "-c", program], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert len(done.stdout.splitlines()) == (10, len(rows(tmp_path / "edition", "texts")))[number]


def test_an_edition_may_be_without_data_and_its_pages_lead_to_none(tmp_path: Path) -> None:
    project = small_project(tmp_path / "project")
    set_option(project, "bulk_data: false")
    build(tmp_path / "site", root=project)
    assert not (tmp_path / "site/data/texts.csv").exists()
    page = (tmp_path / "site/data/index.html").read_text(encoding="utf-8")
    assert "This copy of the site has no files to download." in page
    assert "edition.zip" not in page
    assert ">Data<" not in (tmp_path / "site/index.html").read_text(encoding="utf-8")


def test_nothing_is_written_for_an_edition_that_was_not_taken(tmp_path: Path) -> None:
    assert SiteData().write_below(tmp_path) == {}
    assert [*tmp_path.iterdir()] == []
