"""Quotations are checked in what is published of a text, and over nothing that is left out of it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from build_tools.editing.quotation_proofs import read_quotable
from build_tools.website.citations import Site
from build_tools.website.search.gathering import gather
from build_tools.website.search.lookup.term_records import TermRecords
from tests.support.invented import document


@pytest.mark.parametrize(("left_out", "state"), [("", "exact"), ("p2", "altered")])
def test_words_on_either_side_of_what_is_left_out_do_not_follow_each_other(left_out: str, state: str) -> None:
    text = document(
        ("paragraph", "en", "The harbour stayed open."),
        ("paragraph", "en", "Nobody came."),
        ("paragraph", "en", "Rain fell on the town."),
    )
    first, second, third = text.blocks
    kept = (first, replace(second, text="", spans=()), third) if left_out == second.id else (first, third)
    shown = [replace(text, blocks=kept)]
    quotable = read_quotable(shown, TermRecords(gather(shown, (), {})), Site(), "en", "")
    assert quotable.check("harbour stayed open. Rain fell on the town").state == state
