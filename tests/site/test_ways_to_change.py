"""From each page of the site to its change: the file, a form filled in, a draft of an entry."""

from __future__ import annotations

import html
import re
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

from build_tools.editing.scaffolds import blank_entry
from build_tools.edition.reading import read_edition
from tests.support.builds import REPO_URL, Site


def linked(path: Path) -> list[str]:
    """Where the links of a page lead."""
    return [html.unescape(found) for found in re.findall(r'<a [^>]*href="([^"]*)"', path.read_text(encoding="utf-8"))]


def test_every_page_with_a_file_has_an_edit_link_and_no_other(site: Site, root: Path) -> None:
    for path in sorted(site.folder.rglob("*.html")):
        page = path.relative_to(site.folder).as_posix()
        text = path.read_text(encoding="utf-8")
        edits = re.findall(r'<a href="([^"]*)" class="edit">', text)
        stem = page.removesuffix("index.html").rstrip("/") or "index"
        mine = [name for name in (f"{stem}.md", f"{stem}/index.md") if (root / "docs" / name).is_file()]
        assert len(edits) == len(mine) <= 1, page
        assert edits == [f"{REPO_URL}/edit/main/docs/{name}" for name in mine]


def test_a_suggestion_begins_with_what_the_page_says(site: Site, root: Path) -> None:
    entry = read_edition(root, "en").entries[0]
    path = site.folder / f"glossary/{entry.id}/index.html"
    text = path.read_text(encoding="utf-8")
    (link,) = (one for one in linked(path) if "/issues/new" in one)
    (definition,) = re.findall(r'<meta name="description" content="([^"]*)"', text)
    said = {name: value for name, (value,) in parse_qs(urlsplit(link).query).items()}
    assert link.startswith(f"{REPO_URL}/issues/new?template=suggest-a-change.yml&")
    assert said["page"] == f"{site.url}glossary/{entry.id}/"
    assert said["text"] == html.unescape(definition)
    assert said["entry"] == entry.pref_label
    assert said["version"] == "not stated"


def test_no_suggestion_is_too_long_for_an_address(site: Site) -> None:
    prefixes = (f"{REPO_URL}/issues/new", f"{REPO_URL}/new/")
    links = [link for path in site.folder.rglob("*.html") for link in linked(path) if link.startswith(prefixes)]
    assert links
    assert max(map(len, links)) < 7_000


def test_a_new_entry_begins_with_every_field_explained(site: Site) -> None:
    links = linked(site.folder / "glossary/index.html")
    (link,) = (one for one in links if one.startswith(f"{REPO_URL}/new/main/docs/glossary?"))
    said = {name: value for name, (value,) in parse_qs(urlsplit(link).query).items()}
    assert said == {"filename": "NAME-OF-THE-ENTRY.md", "value": blank_entry()}
