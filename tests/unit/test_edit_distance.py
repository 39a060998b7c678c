from __future__ import annotations

import json
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz.distance import OSA

from build_tools.linking.names.romanisation import one_edit

LETTERS = "abc"


def by_definition(one: str, other: str, limit: int) -> int:
    """The optimal string alignment distance, row by row; limit + 1 if it is greater."""
    rows = [list(range(len(other) + 1))]
    for i, letter in enumerate(one, 1):
        row = [i]
        for j, mark in enumerate(other, 1):
            costs = [rows[-1][j] + 1, row[j - 1] + 1, rows[-1][j - 1] + (letter != mark)]
            if i > 1 and j > 1 and letter == other[j - 2] and one[i - 2] == mark:
                costs.append(rows[-2][j - 2] + 1)
            row.append(min(costs))
        rows.append(row)
    return min(rows[-1][-1], limit + 1)


def edited_once(word: str) -> set[str]:
    cuts = [(word[:at], word[at:]) for at in range(len(word) + 1)]
    added = {left + letter + right for left, right in cuts for letter in LETTERS}
    dropped = {left + right[1:] for left, right in cuts}
    changed = {left + letter + right[1:] for left, right in cuts if right for letter in LETTERS}
    return added | dropped | changed | {word}


@given(st.text(LETTERS, max_size=7), st.text(LETTERS, max_size=7), st.integers(0, 3))
def test_the_library_counts_letters_as_the_definition_does(one: str, other: str, limit: int) -> None:
    assert OSA.distance(one, other, score_cutoff=limit) == by_definition(one, other, limit)


@given(st.text(LETTERS, max_size=6), st.text(LETTERS, max_size=6))
def test_one_edit_adds_drops_or_changes_a_letter_and_swaps_none(one: str, other: str) -> None:
    assert one_edit(one, other) == (other in edited_once(one))


def test_the_distances_that_the_browser_must_count_are_those_of_the_library(root: Path) -> None:
    for line in (root / "tests/data/distances.jsonl").read_text("utf-8").splitlines():
        row = json.loads(line)
        assert OSA.distance(row["one"], row["other"], score_cutoff=row["most"]) == row["distance"], row
