"""Built sites joined by a router: what is written, and what is refused with a sentence."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from build_tools.interfaces.cli import main
from build_tools.website.router.index.built_index import PageRow
from build_tools.website.router.joined_sites import JoinedSite, JoinedSites
from build_tools.website.router.router_pages import RouterPages
from build_tools.website.search import compose_search
from build_tools.website.writing import write
from tests.support.indexed import DOCUMENT, LORN, MENTION

LIST = """\
name = "Ports"

[[collections]]
id = "north"
name = "The north"
site = "north"
"""


def join(folder: Path, text: str | bytes, out: str = "out") -> Result:
    (folder / "collections.toml").write_bytes(text.encode() if isinstance(text, str) else text)
    result = CliRunner().invoke(main, ["collections", "join", str(folder / "collections.toml"), str(folder / out)])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


def lay_out_site(folder: Path) -> None:
    """A built site as far as a router looks at it."""
    write(compose_search((DOCUMENT,), (LORN,), {"harbour": (MENTION,)}), folder)
    (folder / "index.html").write_text("<!doctype html><title>North</title>", encoding="utf-8")


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("name = ", "is not TOML"),
        (b"\xff", "utf-8"),
        ("name = 'x'", "names no collections"),
        ("name = 'x'\ncollections = [1]", "Collection 1 is no table"),
        ("[[collections]]\nid = 'a'\nname = 'A'\nsite = 's'", "lacks a name"),
        (LIST.replace('"north"', '"data"', 1), "cannot be the name of its folder"),
        (LIST.replace('"north"', '"../x"', 1), "cannot be the name of its folder"),
        (LIST.replace("site", "place"), "lacks a site"),
        (f"language = 5\n{LIST}", "lacks a language"),
        (f"language = 'zz-nope'\n{LIST}", "is not a language tag"),
        (LIST + "elsewhere = 3\n", "elsewhere is a list"),
        (LIST + LIST.partition("\n\n")[2], 'Two collections have the id "north"'),
        (LIST, "is not the built site"),
    ],
)
def test_a_list_that_cannot_be_used_is_refused_in_a_sentence(tmp_path: Path, text: str | bytes, sentence: str) -> None:
    result = join(tmp_path, text)
    assert result.exit_code == 2
    assert sentence in result.stderr
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("damage", ["", "readerSearchData(", 'readerSearchData("manifest",{})\n', "\0"])
def test_an_index_that_is_damaged_is_refused_in_a_sentence(tmp_path: Path, damage: str) -> None:
    lay_out_site(tmp_path / "north")
    (tmp_path / "north/data/search/manifest.js").write_text(damage, encoding="utf-8")
    result = join(tmp_path, LIST)
    assert result.exit_code == 2
    assert "cannot be read" in result.stderr
    assert not (tmp_path / "out").exists()


def test_a_part_of_an_index_that_is_gone_is_named(tmp_path: Path) -> None:
    lay_out_site(tmp_path / "north")
    next((tmp_path / "north/data/search").glob("t-*.js")).unlink()
    result = join(tmp_path, LIST)
    assert result.exit_code == 2 and "north/data/search/t-" in result.stderr
    assert not (tmp_path / "out").exists()


def test_an_index_that_another_version_made_is_refused_in_a_sentence(tmp_path: Path) -> None:
    lay_out_site(tmp_path / "north")
    for passages in (tmp_path / "north/data/search").glob("b-*.js"):
        name, _, data = passages.read_text(encoding="utf-8").partition(",")
        found = json.loads(data[: data.rindex(")")])
        found["pages"] = [row[:-1] for row in found["pages"]]
        passages.write_text(f"{name},{json.dumps(found)})", encoding="utf-8")
    result = join(tmp_path, LIST)
    assert result.exit_code == 2 and "another version" in result.stderr


@pytest.mark.parametrize("out", ["north", "north/router"])
def test_a_router_takes_no_place_in_a_site_that_it_joins(tmp_path: Path, out: str) -> None:
    lay_out_site(tmp_path / "north")
    page = (tmp_path / "north/index.html").read_bytes()
    result = join(tmp_path, LIST, out)
    assert result.exit_code == 2 and "name another folder" in result.stderr
    assert (tmp_path / "north/index.html").read_bytes() == page
    assert not (tmp_path / "north/router").exists()


def test_the_second_page_of_a_list_of_texts_is_not_the_first_of_another_collection() -> None:
    sites = tuple(JoinedSite(name, name, name) for name in ("north", "north-2"))
    pages = RouterPages(JoinedSites("Ports", "en", sites), ())
    texts = [PageRow(n, f"sources/t{n}", "text", "", "x" * 200_000, "", 0, 0, "") for n in range(2)]
    paths = [path for site in sites for path, _ in pages.texts_of(site, texts)]
    assert len(set(paths)) == len(paths) == 4


def test_a_router_made_twice_has_the_same_bytes_and_holds_the_sites(tmp_path: Path) -> None:
    lay_out_site(tmp_path / "north")
    for out in ("out", "again"):
        assert join(tmp_path, LIST, out).exit_code == 0
    first, again = (
        {file.relative_to(tmp_path / out): file.read_bytes() for file in (tmp_path / out).rglob("*") if file.is_file()}
        for out in ("out", "again")
    )
    assert first == again
    assert (tmp_path / "out/north/index.html").read_bytes() == (tmp_path / "north/index.html").read_bytes()
    assert join(tmp_path, LIST).exit_code == 0


def test_pages_are_no_larger_than_a_reader_wants_and_escape_what_is_in_them(tmp_path: Path) -> None:
    lay_out_site(tmp_path / "north")
    assert join(tmp_path, LIST.replace("The north", "<script>alert(1)</script>")).exit_code == 0
    for page in (tmp_path / "out").rglob("*.html"):
        assert page.stat().st_size <= 300_000
        assert "<script>alert" not in page.read_text(encoding="utf-8")
        assert "style=" not in page.read_text(encoding="utf-8")


def test_the_pages_speak_the_language_of_the_list_in_its_direction(tmp_path: Path) -> None:
    lay_out_site(tmp_path / "north")
    assert join(tmp_path, f'language = "ar"\n{LIST}').exit_code == 0
    page = (tmp_path / "out/glossary/1/index.html").read_text(encoding="utf-8")
    assert '<html lang="ar" dir="rtl">' in page
    assert "Glossary" not in page
