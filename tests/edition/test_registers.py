"""The edition's registers as they are: every quotation found once, every id known, every point with its two sides."""

from __future__ import annotations

from pathlib import Path

import pytest

from build_tools.corpus.lock_file import LOCK
from build_tools.edition.checks.quoted_passages import occurrences
from build_tools.edition.publication.wanted_passages import anchored_quotes
from build_tools.edition.reading import Reading, read_edition
from build_tools.model.findings import ERROR


@pytest.fixture(scope="module")
def reading(root: Path) -> Reading:
    found = read_edition(root, "en")
    assert [one for one in found.findings if one.severity == ERROR] == []
    return found


def test_every_quotation_stands_exactly_once_in_the_block_it_cites(reading: Reading) -> None:
    blocks = {(one.source.id, block.id): block.text for one in reading.documents for block in one.blocks}
    quotes = list(anchored_quotes(reading.registers, reading.entries))
    assert len(quotes) > 300
    times = {(path, one.quote): occurrences(one.quote, blocks[one.source, one.block]) for path, one in quotes}
    assert {place: number for place, number in times.items() if number != 1} == {}


def test_every_point_has_two_sides_and_concerns_an_entry(reading: Reading) -> None:
    known = {entry.id for entry in reading.entries}
    for point in reading.registers.discrepancies:
        assert len(point.says) >= 2
        assert point.about
        assert set(point.about) <= known


def test_every_quotation_has_a_speaker_and_speaks_the_language_of_its_block(reading: Reading) -> None:
    languages = {(one.source.id, block.id): block.lang for one in reading.documents for block in one.blocks}
    for quotation in reading.registers.quotations:
        assert quotation.speaker or quotation.speaker_name
        for version in quotation.versions:
            assert languages[version.source, version.block] == version.lang, (quotation.id, version)


def test_the_home_page_has_five_turning_points_and_each_is_dated(reading: Reading) -> None:
    home = next(page for page in reading.prose if page.path == "index.md")
    events = {entry.id: entry.event for entry in reading.entries}
    assert len(home.turning_points) == 5
    for point in home.turning_points:
        event = events[point]
        assert event and event.date and event.accounts, point


def test_our_own_anchors_are_locked_and_as_they_were_published(root: Path) -> None:
    reading = read_edition(root, "en")
    locked = (root / LOCK).read_text("utf-8").splitlines()
    assert locked == sorted(locked)
    assert len(locked) == sum(len(document.blocks) for document in reading.documents)
    assert [one for one in reading.findings if one.path == LOCK] == []
