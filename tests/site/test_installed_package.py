"""From the built wheel, outside the repository: an edition is begun, filled, checked and built, and names no other."""

from __future__ import annotations

import re
import tarfile
import zipfile
from pathlib import Path

import pytest

from tests.support.begun_edition import TEXTS, begin, begin_with_texts, succeed
from tests.support.checkout import files, read
from tests.support.followed_tutorial import SAVED, follow
from tests.support.installed import Installed, install, make_archive

OF_ANOTHER_EDITION = re.compile(rb"seoul|moscow|russia", re.IGNORECASE)


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Installed:
    return install(tmp_path_factory.mktemp("package"))


def leaks(site: Path) -> list[str]:
    return [
        path.relative_to(site).as_posix()
        for path in site.rglob("*")
        if path.is_file() and OF_ANOTHER_EDITION.search(path.read_bytes())
    ]


@pytest.mark.parametrize("kind", ["wheel", "sdist"])
def test_an_archive_has_every_file_of_the_package(root: Path, tmp_path: Path, kind: str) -> None:
    archive = make_archive(kind, tmp_path)
    if kind == "wheel":
        names = set(zipfile.ZipFile(archive).namelist())
    else:
        with tarfile.open(archive) as opened:
            names = {name.partition("/")[2] for name in opened.getnames()}
    wanted = {path.relative_to(root).as_posix() for path in files(root / "build_tools")}
    assert len(wanted) > 300
    assert sorted(wanted - names) == []


def test_an_empty_edition_is_checked_and_built_without_a_word(installed: Installed, tmp_path: Path) -> None:
    edition = begin(installed, tmp_path)
    assert succeed(installed.reader(edition, "check")) == "0 texts, 0 entries, 0 mentions: no errors.\n"
    assert "WARNING" not in succeed(installed.reader(edition, "build"))
    assert leaks(edition / "site") == []


def test_the_tutorial_leads_to_a_site_of_three_texts(root: Path, installed: Installed, tmp_path: Path) -> None:
    edition, printed = follow(read(root / "docs/manual/tutorial.md"), installed, tmp_path)
    assert printed["reader check"] == "3 texts, 3 entries, 11 mentions: no errors.\n"
    assert "WARNING" not in printed["reader build"]
    site = edition / "site"
    assert leaks(site) == []
    home = read(site / "index.html")
    assert "Letters from" in home and "CC BY 4.0" in home
    assert len(list((site / "sources").glob("*/index.html"))) == len(
        SAVED.findall(read(root / "docs/manual/tutorial.md"))
    )
    assert "/glossary/anna-vane/" in read(site / "sources/report-on-the-lamps/index.html")


def test_three_texts_of_three_formats_and_two_entries_become_a_site_that_names_no_other(
    installed: Installed, tmp_path: Path
) -> None:
    edition = begin_with_texts(installed, tmp_path)
    assert succeed(installed.reader(edition, "check")) == "3 texts, 2 entries, 7 mentions: no errors.\n"
    assert "WARNING" not in succeed(installed.reader(edition, "build"))
    site = edition / "site"
    assert leaks(site) == []
    assert sorted(page.parent.name for page in (site / "sources").glob("*/index.html")) == sorted(TEXTS)
    assert all("/glossary/ines-calder/" in read(site / f"sources/{text}/index.html") for text in TEXTS)
