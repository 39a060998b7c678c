"""Texts of many kinds, cut by hand and by rule: how well the rules do, genre by genre."""

from __future__ import annotations

from collections import defaultdict

import pytest

from build_tools.segmentation import segment_text
from tests.support.judged_texts import Score, judged_texts, score

BOUNDARIES, HEADINGS, FURNITURE, ROLES = 0.97, 0.9, 0.95, 0.95
LEAST_TEXTS, LEAST_GENRES, LEAST_LANGUAGES = 25, 8, 6


@pytest.fixture(scope="module")
def scores() -> dict[str, Score]:
    found: dict[str, Score] = defaultdict(Score)
    for judged in judged_texts():
        result, _ = score(judged, *segment_text(judged.text, judged.language))
        found[judged.genre].add(result)
        found["all"].add(result)
    return found


def test_the_judged_texts_are_of_many_kinds_and_languages() -> None:
    judged = judged_texts()
    assert len(judged) >= LEAST_TEXTS
    assert len({text.genre for text in judged}) >= LEAST_GENRES
    assert len({text.language for text in judged}) >= LEAST_LANGUAGES


def test_blocks_begin_where_a_person_lets_them_begin_in_every_genre(scores: dict[str, Score]) -> None:
    assert {genre: score.boundary_f1 for genre, score in scores.items() if score.boundary_f1 < BOUNDARIES} == {}


def test_blocks_have_the_roles_that_a_person_gives_them(scores: dict[str, Score]) -> None:
    assert {genre: score.role_accuracy for genre, score in scores.items() if score.role_accuracy < ROLES} == {}


def test_headings_are_found_and_nothing_else_is_taken_for_one(scores: dict[str, Score]) -> None:
    assert scores["all"].heading_precision >= HEADINGS
    assert scores["all"].heading_recall >= HEADINGS


def test_furniture_is_set_aside_and_no_letter_of_the_text_with_it(scores: dict[str, Score]) -> None:
    assert scores["all"].furniture_recall >= FURNITURE
    assert {genre: score.words_lost for genre, score in scores.items() if score.words_lost} == {}
