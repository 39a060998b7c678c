"""Short texts of many kinds, each cut exactly as a person cut it."""

from __future__ import annotations

import pytest

from build_tools.segmentation import segment_text
from tests.support.judged_texts import JudgedText, score, texts_of_kinds


@pytest.mark.parametrize("judged", texts_of_kinds(), ids=lambda judged: f"{judged.genre}/{judged.name}")
def test_a_text_is_cut_as_a_person_cut_it(judged: JudgedText) -> None:
    result, differences = score(judged, *segment_text(judged.text, judged.language))
    assert differences == []
    assert result.furniture_aside == result.furniture
