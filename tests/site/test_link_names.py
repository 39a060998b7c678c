"""Links with the same name lead to the same place: who hears a list of links can choose among them."""

from __future__ import annotations

from pathlib import Path

from tests.support.builds import Site
from tests.support.composed import tree_of
from tests.support.hostile_edition import HostileSite
from tests.support.link_names import ambiguous_links


def test_links_of_entries_and_of_the_glossary_are_told_apart_by_name(site: Site) -> None:
    assert _ambiguous(site.folder) == {}


def test_links_of_a_hostile_edition_are_told_apart_by_name(hostile_site: HostileSite) -> None:
    assert _ambiguous(hostile_site.folder) == {}


def test_links_with_one_name_and_two_places_are_noticed() -> None:
    others = '<a href="b/">¶1<b aria-hidden="true">!</b></a> <a href="a/" aria-label="A, ¶1">¶1</a>'
    page = tree_of(f'<p><a href="a/">¶1</a> {others}</p>')
    assert ambiguous_links(page, "/x/") == {"¶1": {"/x/a/", "/x/b/"}}


def _ambiguous(site: Path) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for file in sorted((site / "glossary").rglob("index.html")):
        address = f"/{file.parent.relative_to(site).as_posix()}/"
        shared = ambiguous_links(tree_of(file.read_text("utf-8")), address)
        # Two works of one publisher on one day are told apart by their titles, which stand in the description.
        if names := sorted(name for name, targets in shared.items() if not all("/outside/#" in it for it in targets)):
            found[address] = names
    return found
