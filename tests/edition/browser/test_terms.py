"""The comparison of terms and that of claims in a browser: their columns, and that a finger can hit each link."""

from __future__ import annotations

import pytest

from benchmarks.reading_walks import axe_nodes, overflow
from tests.support.browsing import Readers
from tests.support.builds import Site

WIDTHS = "[...document.querySelectorAll('.terms tr:first-child > *')].map(cell => Math.round(cell.offsetWidth))"


@pytest.mark.parametrize("width", [360, 1280])
def test_columns_are_as_wide_with_one_row_as_with_all_so_that_none_moves_while_rows_arrive(
    reader: Readers, site: Site, width: int
) -> None:
    page = reader(width=width)
    page.goto(f"{site.url}terms/")
    widths = page.evaluate(WIDTHS)
    assert len(widths) > 2
    page.evaluate("document.querySelectorAll('.terms tbody tr:nth-child(n + 2)').forEach(row => row.remove())")
    assert page.evaluate(WIDTHS) == widths


@pytest.mark.parametrize("width", [320, 360, 390, 412])
def test_a_phone_shows_part_of_a_column_so_that_readers_see_that_there_are_more(
    reader: Readers, site: Site, width: int
) -> None:
    page = reader(width=width)
    page.goto(f"{site.url}terms/")
    starts = page.locator(".terms th").evaluate_all("cells => cells.map(cell => cell.getBoundingClientRect().left)")
    assert any(36 <= width - start <= 150 for start in starts)


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("place", ["terms/", "claims/"])
def test_every_link_of_a_comparison_is_large_enough_for_a_finger(
    reader: Readers, site: Site, place: str, width: int
) -> None:
    page = reader(width=width)
    page.goto(site.url + place)
    assert list(axe_nodes(page)) == []


def test_the_bar_fits_a_small_phone_with_the_spacing_that_a_reader_may_set(reader: Readers, site: Site) -> None:
    page = reader(width=320)
    page.goto(site.url)
    assert overflow(page, 320, spaced=True) <= 0
