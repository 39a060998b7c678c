"""One folding: its fixture, which the browser reads too, the way back to offsets, and what it must leave apart."""

from __future__ import annotations

import json
import re
import unicodedata
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from build_tools.text.characters import browser_table
from build_tools.text.folding import fold, fold_except, fold_label
from build_tools.text.normalising import BORDER, fold_mapped, normalise, normalise_label
from build_tools.text.scripts import SCRIPTS, dominant_script, is_cjk, is_unspaced

TRICKY = (
    "aeéñßẞÆæﬁﬀŁøọ\u0301\u0323\u0306\u0308ẵ각\u1100\u1161\u11a8ㄱガｶﾞ\u3099क\u093c\u0958ािกำ\u0e49шйёЙς½²™Ⅳ𠮷朝한"
    "“”«»\u00ad\u200b\u200d \n\t-–’'."
)
TEXTS = st.text(alphabet=st.one_of(st.sampled_from(TRICKY), st.characters()), max_size=40)
SEEN = st.text(
    alphabet=st.one_of(st.sampled_from(re.sub("[\u00ad\u200b\u200d]", "", TRICKY)), st.characters(categories=["L"])),
    max_size=40,
)


def test_the_fixture_that_binds_python_and_the_browser_holds(root: Path) -> None:
    rows = [json.loads(line) for line in (root / "tests/data/folding.jsonl").read_text("utf-8").splitlines()]
    assert len(rows) >= 60
    for row in rows:
        assert fold(row["text"]) == row["folded"], row["text"]


def test_the_linker_folds_letters_as_the_search_does(root: Path) -> None:
    for line in (root / "tests/data/folding.jsonl").read_text("utf-8").splitlines():
        row = json.loads(line)
        assert normalise_label(row["text"]).lower().replace("ς", "σ") == " ".join(row["folded"].split()).replace(
            "ʼ", "'"
        ), row["text"]


def test_the_browser_has_the_same_table_of_characters(root: Path) -> None:
    script = (root / "build_tools/website/static/search/folding.js").read_text("utf-8")
    (table,) = re.findall(r"const TABLE = (.*)", script)
    assert json.loads(table) == browser_table(), "run python -m scripts.browser_table"


def test_case_accents_hyphens_apostrophes_and_quotation_marks_make_no_difference() -> None:
    assert fold_label("“Kim  Jong-un”") == fold_label("KIM JONG\nUN")
    assert fold_label("Corée du Sud") == fold_label("coree du sud")
    assert fold_label("Russia’s") == fold_label("russia's")


def test_hangul_stays_whole_and_kana_keeps_its_voice() -> None:
    assert fold_label("비우호국") == "비우호국"
    assert fold("ガ") != fold("カ")


def test_letters_that_a_language_tells_apart_can_be_kept() -> None:
    assert fold_except("MÜTTER Łódź", "äöü") == "mütter lodz"
    assert fold_except("Nguyễn", "âđêôơư") == "nguyên"


def test_a_ligature_in_capitals_becomes_capitals() -> None:
    assert normalise_label("ÆRØ Ærø") == "AERO Aero"


def test_a_folded_place_leads_back_to_the_real_one() -> None:
    folded = fold_mapped("an “unfriendly”  state")
    start = folded.text.index("unfriendly state")
    assert folded.span(start, start + len("unfriendly state")) == (4, 22)


def test_a_rare_han_character_is_as_unspaced_as_its_neighbours() -> None:
    assert is_unspaced("𠮷")
    assert is_cjk("𠮷野家")
    assert dominant_script("𠮷") == "Hani"


@given(TEXTS)
def test_every_span_of_normalised_text_leads_back_to_what_it_was_made_of(text: str) -> None:
    normalised = normalise(text)
    spans = [(start, end) for start in range(len(normalised.text)) for end in (start + 1, start + 2, start + 7)]
    for start, end in spans:
        made = normalised.text[start:end]
        if len(made) < end - start or BORDER in made or normalised.whole_span(start, end) is None:
            continue
        if not (made[0].isalnum() and made[-1].isalnum()):
            continue
        first, last = normalised.span(start, end)
        assert 0 <= first < last <= len(text)
        assert normalise_label(text[first:last]).lower() == " ".join(made.split()).lower()


@given(TEXTS)
def test_the_segments_of_the_map_cover_the_text_in_order_and_never_overlap(text: str) -> None:
    normalised = normalise(text)
    ends = [0]
    for offset in range(len(normalised.text) - 1):
        first, last = normalised.span(offset, offset + 1)
        assert first >= ends[-1] or (first, last) == normalised.span(offset - 1, offset)
        ends.append(max(last, ends[-1]))
        skipped = text[ends[-2] : first]
        assert not any(character.isalnum() for character in skipped)


@given(SEEN)
def test_composed_and_decomposed_text_are_normalised_alike(text: str) -> None:
    composed, decomposed = (normalise(unicodedata.normalize(form, text)).text for form in ("NFC", "NFD"))
    assert composed == decomposed


@given(TEXTS)
def test_folding_what_is_folded_changes_nothing(text: str) -> None:
    once = fold_label(text)
    assert fold_label(once) == once


def test_a_letter_of_another_script_is_told_from_latin_ones_in_any_company() -> None:
    for script, letters in SCRIPTS.items():
        for letter in letters.replace("-", ""):
            assert dominant_script(f"“{letter}” – {letter}") == script
    assert dominant_script("“1914–1918”…") is None
