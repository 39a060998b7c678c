"""The pages that come with the package: an edition has them unless its docs/ has a page of that name."""

from __future__ import annotations

import posixpath
import re
import shlex
import shutil
from collections.abc import Iterable
from pathlib import Path

import pytest
from click.testing import CliRunner

from build_tools.corpus.written_pages import Prose, complete_pages, standard_pages
from build_tools.interfaces.cli import main
from build_tools.interfaces.mkdocs_defaults import navigation
from build_tools.model import Data
from build_tools.model.finding_codes import FINDING_CODES
from build_tools.website.composing import compose
from build_tools.website.markup.composed_page import SiteFile
from tests.support.builds import STOCK

OF_ONE_EDITION = re.compile(r"Seoul|Moscow|Russia|five texts|sources/(?!index)[a-z]+\.md|glossary/(?!index)[a-z]+\.md")
LINKING_CASES = Path("tests/golden/linking")


@pytest.fixture
def edition(tmp_path: Path) -> Path:
    return Path(shutil.copytree(STOCK, tmp_path / "edition"))


def composed(root: Path) -> dict[str, SiteFile]:
    files, _ = compose(root)
    assert files
    return {file.path: file for file in files}


def titles(files: Iterable[SiteFile]) -> list[str]:
    pages = [file for file in files if not isinstance(file, Data)]
    return [title for item in navigation(pages, "en") for title in item]


@pytest.mark.parametrize("page", standard_pages(), ids=lambda page: page.path)
def test_a_page_of_the_package_speaks_of_no_edition(page: Prose) -> None:
    assert OF_ONE_EDITION.findall(page.text) == []


def test_an_edition_has_every_page_of_the_package_and_nothing_to_edit_it_by(edition: Path) -> None:
    files = composed(edition)
    missing = [page.path for page in standard_pages() if page.path not in files]
    assert missing == []
    assert getattr(files["contribute.md"], "edit_path", "") is None
    assert getattr(files["terms.md"], "edit_path", "") is None


def test_a_page_of_the_edition_replaces_that_of_the_package(edition: Path) -> None:
    (edition / "docs/contribute.md").write_text("---\ntitle: Join us\n---\nWrite to the office.\n", encoding="utf-8")
    page = composed(edition)["contribute.md"]
    assert not isinstance(page, Data)
    assert "Write to the office." in page.markdown and "Correct an entry" not in page.markdown
    assert page.edit_path == "contribute.md"


def test_a_page_without_words_of_its_own_keeps_those_of_the_package(edition: Path) -> None:
    (edition / "docs/glossary/index.md").write_text("---\ntitle: Names\n---\n", encoding="utf-8")
    page = composed(edition)["glossary/index.md"]
    assert not isinstance(page, Data)
    standard = next(page for page in standard_pages() if page.path == "glossary/index.md")
    assert "Names" in page.markdown and standard.body.strip() in page.markdown
    assert [page.path for page in complete_pages(())] == [page.path for page in standard_pages()]


def test_the_navigation_leaves_out_what_has_no_content(edition: Path) -> None:
    shown = titles(composed(edition).values())
    assert {"Home", "Texts", "Glossary", "Check a quotation", "Quality", "About", "Contribute"} <= {*shown}
    assert {*shown} & {"Timeline", "Differences", "Quotations", "Outside sources", "Terms", "Claims"} == set()
    work = "---\ntitle: Letters\npublisher: The Gazette\nurl: https://gazette.example/\nlanguage: en\n---\nThey left.\n"
    (edition / "docs/outside").mkdir()
    (edition / "docs/outside/letters.md").write_text(work, encoding="utf-8")
    with (edition / "docs/glossary/nordia.md").open("a", encoding="utf-8") as notes:
        notes.write("\nIt wrote again [outside: letters].\n")
    assert "Outside sources" in titles(composed(edition).values())


def test_the_page_on_linking_shows_what_explain_prints(root: Path) -> None:
    page = next(page for page in standard_pages() if page.path == "linking.md")
    shown = re.findall(r"```console\n\$ reader (.+)\n((?:.*\n)+?)```", page.body)
    assert len(shown) >= 6
    assert sum("not linked" in expected for _, expected in shown) >= 2
    for line, expected in shown:
        result = CliRunner().invoke(main, [*shlex.split(line), "--root", str(root / LINKING_CASES)])
        assert (result.exit_code, result.stdout) == (0, expected)


def test_a_page_of_the_package_leads_to_no_place_on_a_page_that_an_edition_may_replace() -> None:
    notes = "\n".join(code.note for code in FINDING_CODES.values())
    texts = {page.path: page.body for page in standard_pages()} | {"notes of findings": notes}
    made = re.compile(r"(contribute\.md#fields|findings\.md#[a-z-]+)$")  # what follows there whatever the page says
    led = {name: re.findall(r"\]\(([^)\s]+\.md#[^)\s]+)", text) for name, text in texts.items()}
    assert {
        name: bad for name, links in led.items() if (bad := [link for link in links if not made.search(link)])
    } == {}


@pytest.mark.parametrize("page", standard_pages(), ids=lambda page: page.path)
def test_a_page_of_the_package_links_to_pages_of_the_package_alone(page: Prose) -> None:
    folder = posixpath.dirname(page.path)
    linked = {
        posixpath.normpath(posixpath.join(folder, link)) for link in re.findall(r"\]\(([^)\s#:]+\.md)", page.body)
    }
    assert linked <= {standard.path for standard in standard_pages()}
