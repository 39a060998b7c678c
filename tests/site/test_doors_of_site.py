"""The doors of a built site: each leads somewhere, and is what its standard asks for."""

from __future__ import annotations

import posixpath
import re
from pathlib import Path
from urllib.parse import urljoin

import pytest

from tests.support.builds import Site, build
from tests.support.door_schemas import schema_faults
from tests.support.projects import set_option, small_project


def heads(folder: Path, relation: str) -> dict[str, set[str]]:
    """The addresses to which the heads of pages lead by a relation, by the path of the page."""
    found = {}
    link = re.compile(rf'<link rel="{relation}"[^>]* href="([^"]*)"')
    for page in sorted(folder.rglob("*.html")):
        head = page.read_text(encoding="utf-8").partition("<body")[0]
        found[page.relative_to(folder).as_posix()] = set(link.findall(head))
    return found


def test_the_xml_of_the_site_is_what_its_standards_ask_for(site: Site) -> None:
    for path in ("sitemap.xml", "opensearch.xml", "feed/texts.xml", "feed/changes.xml"):
        assert schema_faults(path, (site.folder / path).read_bytes()) == [], path


@pytest.mark.parametrize("relation", ["alternate", "search"])
def test_what_the_head_of_a_page_offers_to_programs_is_there(site: Site, relation: str) -> None:
    offered = heads(site.folder, relation)
    assert len(offered) > 100
    for page, links in offered.items():
        assert links, page
        targets = {urljoin(site.url + page, link).removeprefix(site.url) for link in links}
        assert {target for target in targets if not (site.folder / target).is_file()} == set(), page


def test_the_sitemap_tells_the_day_of_the_hand_written_file(site: Site) -> None:
    rows = re.findall(r"<loc>([^<]+)</loc>\s*<lastmod>([^<]+)</lastmod>", (site.folder / "sitemap.xml").read_text())
    days = {address.removeprefix(site.url): day for address, day in rows}
    assert len([page for page in days if page.startswith("glossary/")]) > 100
    for page in ("sources/slippery-slope/", "glossary/vladimir-putin/"):
        html = (site.folder / page / "index.html").read_text(encoding="utf-8")
        assert f'<time datetime="{days[page]}">' in html


def test_a_site_that_knows_no_address_offers_no_list_of_addresses(tmp_path: Path) -> None:
    project = small_project(tmp_path / "project")
    (project / "docs/robots.txt").write_text("User-agent: *\nDisallow: /\n", encoding="utf-8")
    build(tmp_path / "site", root=project)
    there = {
        path
        for path in ("sitemap.xml", "sitemap.xml.gz", "feed", "opensearch.xml")
        if (tmp_path / "site" / path).exists()
    }
    assert there == set()
    assert "sources/letter/" in (tmp_path / "site/llms.txt").read_text(encoding="utf-8")
    assert not any(heads(tmp_path / "site", "alternate|search").values())
    # What an edition says itself is not written over.
    assert (tmp_path / "site/robots.txt").read_text(encoding="utf-8") == "User-agent: *\nDisallow: /\n"


def contents(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.mark.parametrize("directories", ["true", "false"])
def test_beside_its_pages_a_site_that_asks_for_it_has_their_markdown_and_json(tmp_path: Path, directories: str) -> None:
    project, folder = small_project(tmp_path / "project"), tmp_path / "site"
    set_option(project, "page_copies: true")
    with (project / "mkdocs.yml").open("a", encoding="utf-8") as settings:
        settings.write(f"use_directory_urls: {directories}\n")
    build(folder, root=project, SITE_URL="https://reader.example/")
    offered = heads(folder, "alternate")
    page = "sources/letter/index.html" if directories == "true" else "sources/letter.html"
    resolved = {
        name: {posixpath.normpath(posixpath.join(posixpath.dirname(name), link)) for link in links}
        for name, links in offered.items()
    }
    assert {link for links in resolved.values() for link in links if not (folder / link).is_file()} == set()
    assert {"sources/letter.md", "sources/letter.json"} <= resolved[page]
    linked = [
        (path, link)
        for path in folder.glob("*/*.md")
        if path.parent.name in {"sources", "glossary", "discrepancies", "quotations"}  # manuals have examples of links
        for link in re.findall(r"\]\(([^)#\s:]+)", path.read_text(encoding="utf-8"))
    ]
    assert len(linked) > 10
    assert [(path, link) for path, link in linked if not (path.parent / link).is_file()] == []
    # What the last build made of an unchanged page is used again; its Markdown is there all the same.
    first = contents(folder)
    build(folder, root=project, SITE_URL="https://reader.example/")
    assert contents(folder) == first
