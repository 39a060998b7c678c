"""How often texts speak of an entry: whoever says it says the same, on every page of a site."""

from __future__ import annotations

from pathlib import Path

from tests.support.builds import Site
from tests.support.hostile_edition import HostileSite
from tests.support.shown_counts import ShownCounts, read_counts


def test_every_count_of_the_edition_agrees(site: Site) -> None:
    _check(site.folder, everywhere={"lines of the entry", "glossary", "glossary by kind", "preview", "search"})


def test_every_count_of_a_hostile_edition_agrees(hostile_site: HostileSite) -> None:
    _check(hostile_site.folder, everywhere={"lines of the entry", "glossary", "preview", "search"})


def test_two_numbers_of_the_same_are_noticed() -> None:
    found = ShownCounts()
    found.in_all["lorn"] |= {"home": 2, "search": 2}
    found.in_text["lorn", "letter"] |= {"rail of the entry": 2, "rail of the text": 1}
    assert found.disagreements() == {"lorn in letter": {"rail of the entry": 2, "rail of the text": 1}}


def _check(folder: Path, everywhere: set[str]) -> None:
    found = read_counts(folder)
    assert found.in_all
    assert {entry: shown for entry, shown in found.in_all.items() if not everywhere <= set(shown)} == {}
    assert found.disagreements() == {}
    assert found.stray == []
