from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from build_tools.text.folding import fold, fold_label

TEXTS = st.text(alphabet=st.one_of(st.sampled_from("aÉñ“”\u00ad\u200b \n\t-–’'朝한Йß"), st.characters()), max_size=60)


def test_case_accents_hyphens_apostrophes_and_quotation_marks_make_no_difference() -> None:
    assert fold_label("“Kim  Jong-un”") == fold_label("KIM JONG\nUN")
    assert fold_label("Corée du Sud") == fold_label("coree du sud")
    assert fold_label("Russia’s") == fold_label("russia's")


def test_hangul_stays_whole_and_kana_keeps_its_voice() -> None:
    assert fold_label("비우호국") == "비우호국"


def test_a_folded_place_leads_back_to_the_real_one() -> None:
    folded = fold("an “unfriendly”  state")
    start = folded.text.index("unfriendly state")
    assert folded.span(start, start + len("unfriendly state")) == (4, 22)


@given(TEXTS)
def test_every_folded_character_leads_back_to_the_character_it_came_from(text: str) -> None:
    folded = fold(text)
    for at, character in enumerate(folded.text):
        real = text[folded.real(at)]
        assert fold(real).text in (character, "") or (character == " " and real.isspace())


@given(TEXTS)
def test_folding_what_is_folded_changes_nothing(text: str) -> None:
    once = fold_label(text)
    assert fold_label(once) == once
