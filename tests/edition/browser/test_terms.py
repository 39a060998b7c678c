"""The comparison of terms in a browser."""

from __future__ import annotations

import pytest

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
