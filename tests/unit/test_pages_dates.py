from __future__ import annotations

import pytest

from build_tools.website.naming.date_words import date_in_words, date_order, day_in_words


@pytest.mark.parametrize(
    ("edtf", "words"),
    [
        ("2024", "2024"),
        ("2024-06", "June 2024"),
        ("2024-06-02", "2 June 2024"),
        ("2024-05-13T17:02:00+09:00", "13 May 2024, 17:02 (UTC+9)"),
        ("2024-05-13T17:02:00-03:30", "13 May 2024, 17:02 (UTC−3:30)"),
        ("2024-05-13T17:02:00Z", "13 May 2024, 17:02 UTC"),
        ("2024-05-13T17:02:00", "13 May 2024, 17:02"),
        ("2024-02/2024-06", "Feb–June 2024"),
        ("2024-04-03/2024-04-10", "3–10 April 2024"),
        ("2024-03-15/2024-04-10", "15 Mar – 10 Apr 2024"),
        ("2023-12/2024-02", "Dec 2023 – Feb 2024"),
        ("2022/2024", "2022–2024"),
        ("2024-06-20/", "20 June 2024 or later"),
        ("2024-06-20/..", "20 June 2024 or later"),
        ("../2024-06", "June 2024 or earlier"),
        ("/2024-06", "June 2024 or earlier"),
        ("../..", "not known"),
        ("1990~", "about 1990"),
        ("1990-09?", "September 1990, uncertain"),
        ("1990%", "about 1990, uncertain"),
        ("1990~/1991", "about 1990 to 1991"),
        ("202X", "2020s"),
        ("19XX", "1900–1999"),
        ("2024-XX", "2024"),
        ("2024-05-XX", "May 2024"),
        ("2024-21", "spring 2024"),
        ("2024-13", "2024-13"),
        ("last summer", "last summer"),
    ],
)
def test_a_date_is_shown_as_exactly_as_it_is_known(edtf: str, words: str) -> None:
    assert date_in_words(edtf) == words


def test_a_day_leaves_the_time_of_day_out() -> None:
    assert day_in_words("2024-05-13T17:02:00+09:00") == "13 May 2024"
    assert day_in_words("2024-05-13T17:02:00+09:00/") == "13 May 2024 or later"


def test_texts_stand_in_order_of_their_earliest_day_and_the_undated_last() -> None:
    in_order = ["../2023", "2024-02/2024-06", "2024-03-15/2024-04-10", "2024-04-05T16:59:00+09:00", "2024-05-13",
                "2024-06/", None]  # fmt: skip
    mixed = in_order[3:] + in_order[:3]
    assert sorted(mixed, key=date_order) == in_order
