"""Segmentation: unseen texts by rule alone, and rulings that hold or not."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from build_tools.model import Block, Document, Rights, Ruling, SetAside, Source
from build_tools.model.findings import Finding
from build_tools.segmentation import locate, piece_as_json, segment, segment_text
from tests.support.builds import ROOT

GOLDEN = ROOT / "tests" / "golden" / "segmentation"
CASES = sorted(case.parent.name for case in GOLDEN.glob("*/expected.jsonl"))

PLAIN = Source(
    id="plain",
    title="Plain",
    creators=(),
    publisher=None,
    issued=None,
    modified=None,
    languages=("en",),
    genre="article",
    url=None,
    rights=Rights("", None, "full"),
    seed="plain.txt",
    text="",
    rulings=(),
    headnote="",
    inferred={},
    path="docs/sources/plain.md",
)


def ruled(text: str, *rulings: Ruling, languages: tuple[str, ...] = ("en",)) -> tuple[Document, list[Finding]]:
    return segment(replace(PLAIN, text=text, rulings=rulings, languages=languages))


def roles(text: str) -> list[tuple[str, str]]:
    blocks, _ = segment_text(text)
    return [(block.role, block.text) for block in blocks]


def texts(blocks: Sequence[Block]) -> list[str]:
    return [block.text for block in blocks]


@pytest.mark.parametrize("case", CASES)
def test_an_unseen_text_is_cut_by_rule_alone(case: str, golden: Callable[[Path, str], None]) -> None:
    blocks, set_aside = segment_text((GOLDEN / case / "text.txt").read_bytes().decode())
    pieces: list[Block | SetAside] = sorted([*blocks, *set_aside], key=lambda piece: piece.start)
    lines = [json.dumps(piece_as_json(piece), ensure_ascii=case == "hostile") + "\n" for piece in pieces]
    golden(GOLDEN / case / "expected.jsonl", "".join(lines))


def test_a_hyphen_at_a_wrap_stays_and_takes_no_blank_unless_it_waits_for_a_second_word() -> None:
    text = (
        "The committee asked for a list of the houses and got one of forty-\n"
        "three, which the mayor of the town had made, and a note about pre-\n"
        "and post-war repairs that nobody in the whole town had ever seen.\n"
    )
    [(_, shown)] = roles(text)
    assert "one of forty-three, which the mayor of the town had made" in shown
    assert "about pre- and post-war repairs" in shown


def test_a_number_that_only_happens_to_begin_a_line_opens_no_item() -> None:
    text = (
        "The harbour was closed for most of the winter, and the keeper wrote\n"
        "10. of his letters in that time; the others are lost. He counted the\n"
        "ships that passed the light, and there were not many of them to count.\n"
    )
    assert [role for role, _ in roles(text)] == ["paragraph"]


def test_a_day_of_the_month_opens_no_item() -> None:
    assert roles("First came the rain.\n\n12. Mai war ein Sonntag.\n")[1][0] == "paragraph"


def test_levels_follow_indentation_and_kinds_of_number() -> None:
    blocks, _ = segment_text("1. One\n(a) first\n(b) second\n2. Two\n   - deep\n      * deeper\n3. Three\n")
    assert [block.level for block in blocks] == [0, 1, 1, 0, 1, 2, 0]
    blocks, _ = segment_text("  i. one\n ii. two\niii. three\n iv. four\n")
    assert [block.level for block in blocks] == [0, 0, 0, 0]


def test_an_item_goes_on_in_lines_that_hang_below_its_text() -> None:
    text = "- The first item is long enough to need a second line in the narrow\n  column.\n- The second is not.\n"
    assert [name for _, name in roles(text)] == [
        "- The first item is long enough to need a second line in the narrow column.",
        "- The second is not.",
    ]


def test_the_rows_of_a_table_stay_rows() -> None:
    text = "".join(f"{number}\tname of the house\tstreet and town and country of it\n" for number in range(100, 110))
    assert len(roles(text)) == 10


def test_who_signed_below_a_label_is_no_heading() -> None:
    text = "TREATY\n\nDone in Lumen.\n\nFor Nordia:\n\nOtto Brell\n\nFor Vesland:\n\nAnna Vane\n"
    assert "heading" not in dict(roles(text))


def test_paragraphs_in_thai_stay_apart_and_are_no_headings_though_no_stop_ends_them() -> None:
    sentence = "ความสัมพันธ์ทางการทูตระหว่างสองประเทศเริ่มขึ้นในปี พ.ศ. 2440"
    paragraphs = [sentence, "ประธานาธิบดีเยือนกรุงมอสโกและพบกับผู้นำหลายคน", "ต่อมาทั้งสองประเทศได้แลกเปลี่ยนเอกอัครราชทูต"]
    text = "\n\n".join(["บทที่ ๑", *paragraphs, "บทที่ ๒", sentence * 3])
    assert roles(text) == [
        ("title", "บทที่ ๑"),
        *(("paragraph", paragraph) for paragraph in paragraphs),
        ("heading", "บทที่ ๒"),
        ("paragraph", sentence * 3),
    ]


@pytest.mark.parametrize("stop", ["။", "\u17d4", "።", "։"])
def test_a_line_that_ends_with_a_stop_of_its_script_is_no_subtitle(stop: str) -> None:
    sentences = f"နှစ်နိုင်ငံသည် စာချုပ်ကို လက်မှတ်ရေးထိုးခဲ့သည်{stop} သမ္မတသည် သွားရောက်ခဲ့သည်{stop}"
    assert roles(f"အခန်း ၁\n\n{sentences}\n\nသူပြန်လာသည်{stop}\n")[1] == ("paragraph", sentences)


def test_a_text_of_one_line_has_no_title() -> None:
    assert roles("Not a word more") == [("paragraph", "Not a word more")]


def test_a_title_may_stand_below_a_note_and_links() -> None:
    text = "This piece appeared first in the Gazette.\n\n[Home](/)\n\nThe Long Way\n\n" + "It was a long way. " * 20
    assert [role for role, _ in roles(text)] == ["paragraph", "title", "paragraph"]


def test_ids_number_paragraphs_and_name_other_blocks_by_role() -> None:
    blocks, _ = segment_text("Title of it\n\nA word.\n\nHEAD\n\nAnother word.\n\nHEAD TWO\n\n1. Item.\n2. Item two.\n")
    assert [block.id for block in blocks] == ["title", "p1", "heading", "p2", "heading-2", "p3", "p4"]


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("Seoul", "en"),
        ("서울에서 만났다", "ko"),
        ("Москва", "ru"),
        ("القاهرة", "ar"),
        ("ירושלים", "he"),
        ("東京の本屋は朝に開く", "ja"),
        ("不友好国家 (NATO)", "zh"),
        ("Αθήνα", "el"),
        ("2024", "en"),
    ],
)
def test_the_script_decides_the_language_first(text: str, lang: str) -> None:
    blocks, _ = segment_text(text, "en")
    assert [block.lang for block in blocks] == [lang]


def test_a_declared_language_of_the_same_script_goes_before_the_common_one() -> None:
    document, _ = ruled("Київ", languages=("uk", "en"))
    assert document.blocks[0].lang == "uk"
    document, _ = ruled("日本", languages=("ja",))
    assert document.blocks[0].lang == "ja"


def test_a_ruled_language_holds_until_the_next_and_gives_way_to_another_script() -> None:
    text = "An English line.\n\nUne ligne.\n\n一行中文字。\n\nEncore une.\n\nEnglish again.\n"
    document, findings = ruled(
        text, Ruling("Une ligne", 1, lang="fr"), Ruling("English again", 2, lang="en"), languages=("en", "zh")
    )
    assert findings == []
    assert [block.lang for block in document.blocks] == ["en", "fr", "zh", "fr", "en"]


def test_a_ruling_sets_a_block_aside() -> None:
    document, _ = ruled("Read this.\n\nWrite to us.\n", Ruling("Write to", 1, role="contact"))
    assert texts(document.blocks) == ["Read this."]
    assert document.set_aside == (SetAside(12, 24, "contact", "en"),)


def test_a_ruling_splits_a_block_and_another_joins_two() -> None:
    document, _ = ruled("One two three.\n\nFour\n\nfive.", Ruling("three", 1, split=True), Ruling("Four", 2, join=True))
    assert texts(document.blocks) == ["One two", "three.", "Four five."]


def test_a_quotation_that_stands_nowhere_is_a_finding_with_the_nearest_words() -> None:
    _, findings = ruled("It was Moscow’s finest hotel, they said.", Ruling("Moscow's finest", 7, role="caption"))
    assert [(finding.path, finding.line, finding.code) for finding in findings] == [
        ("docs/sources/plain.md", 7, "ruling-absent")
    ]
    assert "Moscow’s finest" in findings[0].hint
    _, findings = ruled("One line.\nThey went home by train.", Ruling("They went home by ship", 7, split=True))
    assert "Line 2 reads: They went home by train." in findings[0].hint
    _, findings = ruled("One line.", Ruling("utterly different", 7, split=True))
    assert "neither their beginning nor their end" in findings[0].hint


def test_a_quotation_that_stands_twice_is_a_finding_until_words_before_it_decide() -> None:
    text = "The cat sat.\n\nThe dog sat.\n"
    _, findings = ruled(text, Ruling("sat", 3, role="caption"))
    assert [(finding.line, finding.code) for finding in findings] == [(3, "ruling-ambiguous")]
    assert "lines 1, 3" in findings[0].message
    assert "after:" in findings[0].hint
    document, findings = ruled(text, Ruling("sat", 3, after="dog", role="caption"))
    assert findings == []
    assert document.blocks[1].role == "caption"


def test_words_that_should_stand_before_a_quotation_and_do_not_are_named() -> None:
    _, findings = ruled("The cat sat.", Ruling("cat", 3, after="dog", role="caption"))
    assert findings[0].code == "ruling-absent"
    assert '"dog"' in findings[0].hint


def test_a_quotation_over_two_blocks_and_two_rulings_at_odds_are_findings() -> None:
    _, findings = ruled("One.\n\nTwo.", Ruling("One. Two.", 1, role="caption"))
    assert [finding.code for finding in findings] == ["ruling-across-blocks"]
    _, findings = ruled("One two.", Ruling("One", 1, role="caption"), Ruling("two", 2, role="heading"))
    assert [(finding.line, finding.code) for finding in findings] == [(2, "ruling-conflict")]


def test_white_space_of_a_quotation_matches_any_and_han_may_be_broken_anywhere() -> None:
    assert locate("a  b", None, "x a\n\tb") == [(2, 6)]
    assert locate("莫斯科", None, "促使莫斯\n\n科将") == [(2, 7)]
    assert locate("forty-three", None, "forty-\nthree") == [(0, 12)]
    assert locate("b", "a", "b a b a c b") == [(4, 5), (10, 11)]
    assert locate(" ", None, "x") == []
    assert locate("a.c (", None, "abc ( a.c (") == [(6, 11)]


def test_a_name_that_begins_with_an_elided_particle_signs_a_letter() -> None:
    text = "Paris, le 15 mars 1922\n\nMon cher Brell,\n\nJe pars demain.\n\nVotre dévoué,\n\nd’Ormeuil de Laval\n"
    assert [role for role, _ in roles(text)][-2:] == ["closing", "signature"]
