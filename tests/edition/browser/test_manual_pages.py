"""The pages of the manual on a phone."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.support.browsing import Readers, arrived


@pytest.mark.parametrize("place", ["manual/tutorial", "manual/measurements"])
def test_a_picture_is_no_wider_than_the_page(reader: Readers, address: Callable[[str], str], place: str) -> None:
    page = reader(width=360)
    page.goto(address(place))
    arrived(page)
    assert page.locator("article img").count()
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
