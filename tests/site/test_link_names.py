"""Links with the same name lead to the same place: who hears a list of links can choose among them.

The words of a text are links as they stand, and one word of its author's can mean two things: "Moscow" the city, and
Russia. A name that says more than the words would be read out within the sentence, so they have none; what the page
lists beside the text is told apart from them.
"""

from __future__ import annotations

from pathlib import Path

from tests.support.builds import Site
from tests.support.composed import tree_of
from tests.support.hostile_edition import HostileSite
from tests.support.link_names import ambiguous_links
from tests.support.matrix import FULL


def test_links_of_every_page_are_told_apart_by_name(site: Site) -> None:
    assert _ambiguous(site.folder) == {}


def test_links_of_a_hostile_edition_are_told_apart_by_name(hostile_site: HostileSite) -> None:
    # Two texts of one title are named alike; under FULL there are more of them, and they are told apart.
    expected = {} if FULL else {"/./": ["Hostile"], "/sources/": ["Hostile"]}
    assert _ambiguous(hostile_site.folder) == expected


def test_links_with_one_name_and_two_places_are_noticed() -> None:
    others = '<a href="b/">¶1<b aria-hidden="true">!</b></a> <a href="a/" aria-label="A, ¶1">¶1</a>'
    page = tree_of(f'<p><a href="a/">¶1</a> {others}</p>')
    assert ambiguous_links(page, "/x/") == {"¶1": {"/x/a/", "/x/b/"}}


def test_words_of_a_text_may_lead_to_two_entries_but_a_list_beside_it_may_not_have_them_too() -> None:
    text = '<p><a class="m" href="a/">Moscow</a> <a class="m first" href="b/">Moscow</a></p>'
    assert ambiguous_links(tree_of(text), "/x/") == {}
    assert ambiguous_links(tree_of(text + '<a href="a/">Moscow</a>'), "/x/") == {"Moscow": {"/x/a/", "/x/b/"}}


def _ambiguous(site: Path) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for file in sorted(site.rglob("index.html")):
        address = f"/{file.parent.relative_to(site).as_posix()}/"
        if address.startswith("/api/"):  # written from the code by a program that has its own names for its links
            continue
        shared = ambiguous_links(tree_of(file.read_text("utf-8")), address)
        # Two works of one publisher on one day are told apart by their titles, which stand in the description.
        if names := sorted(name for name, targets in shared.items() if not all("/outside/#" in it for it in targets)):
            found[address] = names
    return found
