"""What names do in other languages: sentences of each, and the kinds of things that went wrong, ten inputs a kind."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

from benchmarks.languages import score_case
from build_tools.editing.annotation import annotate
from build_tools.linking import Lexicon
from build_tools.linking.explanation.decision_log import explain_text
from build_tools.linking.languages.label_language import language_of_label, languages_of_entries
from build_tools.linking.languages.rule_files import languages_with_rules, rules_of
from tests.support.language_cases import LanguageCase, entries_of, read_cases
from tests.unit.test_matching import entry

CASES = Path(__file__).parents[1] / "data/languages"
LANGUAGES = sorted(path.stem for path in CASES.glob("*.txt"))


def links(text: str, label: str, language: str, kind: str = "place", short: str = "") -> list[str]:
    case = LanguageCase(language, text, (("it", kind, (label, *filter(None, [short]))),), (), ())
    annotations, _ = annotate(text, "text.txt", Lexicon(entries_of(case)))
    return [annotation.exact for annotation in annotations]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("preferred", [False, True], ids=["tagged", "untagged"])
def test_the_sentences_of_each_language_have_their_links_and_no_others(language: str, *, preferred: bool) -> None:
    cases = [*read_cases(CASES / f"{language}.txt")]
    assert len(cases) >= 4
    for case in cases:
        score = score_case(case, preferred=preferred)
        assert score["found"] == score["mentions"] and not score["false"] and not score["forbidden"], case.text


@pytest.mark.parametrize("language", languages_with_rules())
def test_every_line_of_endings_says_what_becomes_of_a_word(language: str) -> None:
    rules = rules_of(language)
    assert rules.lines("script")
    for section in rules.tables:
        for line in rules.lines(section):
            endings, equals, changes = line.rpartition(" = ")
            assert equals and endings and changes, line
            for change in re.split(r"[\s/|]+", changes.strip()):
                assert re.fullmatch(r"¨?(?:\.|[+-]+.*|)", change), (section, line, change)


@pytest.mark.parametrize("language", ["ru", "uk", "pl"])
def test_all_lines_of_a_gender_have_the_same_cases(language: str) -> None:
    for name, table in rules_of(language).tables.items():
        columns = {len(line.rpartition(" = ")[2].partition("|")[0].split()) for line in rules_of(language).lines(name)}
        expected = {4, 5} if name.endswith((" n", " m", " pl")) else {5}
        assert columns <= expected and table is not None, (name, columns)


@pytest.mark.parametrize(
    "words",
    [
        "인도네시아에",
        "인도적인",
        "인도양에서",
        "인도어를",
        "인도계",
        "제인도",
        "대인도국",
        "인도인이",
        "인도산",
        "인도차이나",
    ],
)
def test_a_korean_name_is_no_part_of_another_word(words: str) -> None:
    assert links(f"그는 {words} 말했다.", "인도", "ko", "polity") == []


@pytest.mark.parametrize(
    "particles",
    [
        "는",
        "가",
        "를",
        "의",
        "에서",
        "에게까지",
        "로부터",
        "였다",
        "라고",
        "와의",
        "까지는",
        "만을",
        "뿐이다",
        "들도",
        "측은",
        "입니다",
    ],
)
def test_a_korean_name_takes_particles(particles: str) -> None:
    assert links(f"우리는 그때 인도{particles} 말했다.", "인도", "ko", "polity") == ["인도"]


@pytest.mark.parametrize(
    "words", ["이는 맞다", "이가 아프다", "이도 저도", "이것은", "이로써", "이에게", "이만", "이와", "이라고", "이미"]
)
def test_a_korean_surname_of_one_syllable_takes_no_particle(words: str) -> None:
    assert links(f"그러나 {words}.", "이도현", "ko", "person", short="이") == []


@pytest.mark.parametrize(
    "word",
    ["タイミング", "ネクタイ", "タイヤ", "スタイル", "タイトル", "アタイ", "タイル", "メンタイコ", "ワタイ", "タイー"],
)
def test_a_name_in_kana_is_no_part_of_a_longer_run(word: str) -> None:
    assert links(f"これは{word}です。タイへ行く。", "タイ", "ja") == ["タイ"]


@pytest.mark.parametrize("prefix", ["و", "ف", "ب", "ك", "ل", "وب", "ول", "فب", "وك", "فل"])
def test_an_arabic_name_stands_behind_words_of_one_letter(prefix: str) -> None:
    assert links(f"قال {prefix}كورلند أمس.", "كورلند", "ar") == ["كورلند"]


@pytest.mark.parametrize("prefix", ["ש", "ת", "ع", "مص", "شك", "يب", "هو", "تو", "نل", "كا"])
def test_other_letters_before_an_arabic_name_make_another_word_of_it(prefix: str) -> None:
    assert links(f"قال {prefix}كورلند أمس.", "كورلند", "ar") == []


@pytest.mark.parametrize("prefix", ["ו", "ב", "ל", "מ", "ש", "כ", "וב", "של", "שב", "וכש"])
def test_a_hebrew_name_stands_behind_words_of_one_letter(prefix: str) -> None:
    assert links(f"הוא נסע {prefix}קורלנד אתמול.", "קורלנד", "he") == ["קורלנד"]


@pytest.mark.parametrize(
    ("label", "text", "language"),
    [
        ("كورلند", "كُورْلَنْد", "ar"),
        ("كورلند", "كـــورلند", "ar"),
        ("وزارة الموانئ", "وِزَارَةُ المَوَانِئِ", "ar"),
        ("أحمد النجدي", "احمد النجدي", "ar"),
        ("القلعة", "القلعه", "ar"),
        ("مصطفى", "مصطفي", "ar"),
        ("תנדור", "תַּנְדּוֹר", "he"),
        ("בן־שקד", "בן שקד", "he"),
        ("בן שקד", "בן־שקד", "he"),
        ("קורלנד", "קוֹרְלַנְד", "he"),
    ],
)
def test_vowel_signs_and_stretching_say_nothing(label: str, text: str, language: str) -> None:
    assert links(f"« {text} »", label, language) == [text]


@pytest.mark.parametrize(
    ("label", "text"),
    [
        ("广国", "廣國"),
        ("廣國", "广国"),
        ("马哲敏", "馬哲敏"),
        ("谷物条约", "穀物條約"),
        ("朝鲜半岛", "朝鮮半島"),
        ("灯塔部", "燈塔部"),
        ("台湾", "臺灣"),
        ("龙门", "龍門"),
        ("后海", "後海"),
        ("广沢港", "廣澤港"),
        ("東亜会", "東亞會"),
    ],
)
def test_traditional_and_simplified_characters_are_one(label: str, text: str) -> None:
    assert links(f"他们说{text}很远。", label, "zh") == [text]


def test_of_two_spellings_in_han_the_one_that_stands_there_is_meant() -> None:
    entries = [entry("simple", "place", "后海"), entry("other", "place", "後海")]
    annotations, _ = annotate("他去了後海，不是后海。", "text.txt", Lexicon(entries))
    assert [(annotation.exact, annotation.entry) for annotation in annotations] == [
        ("後海", "other"),
        ("后海", "simple"),
    ]


@pytest.mark.parametrize(
    ("label", "text", "language", "found"),
    [
        ("มารูลา", "เขาไปมารูลาเมื่อวาน", "th", 1),
        ("มารูลา", "มารูลาเป็นประเทศ", "th", 1),
        ("ตาก", "เขาอยู่ที่ตากะ", "th", 0),
        ("กา", "เกาะใหญ่", "th", 0),
        ("ນາຄອນ", "ລາວໄປນາຄອນແລ້ວ", "lo", 1),
        ("កម្ពុជា", "នៅកម្ពុជានេះ", "km", 1),
        ("မြန်မာ", "သူကမြန်မာသို့", "my", 1),
        ("भारत", "महाभारत", "hi", 0),
        ("भारत", "भारतीय", "hi", 0),
        ("भारत", "वह भारत में है", "hi", 1),
    ],
)
def test_scripts_without_spaces_are_matched_at_syllables(label: str, text: str, language: str, found: int) -> None:
    assert len(links(text, label, language)) == found


@pytest.mark.parametrize(
    ("text", "tag", "language"),
    [
        ("Новоріччя", "", "uk"),
        ("Новоречье", "", "ru"),
        ("Корея", "uk", "uk"),
        ("서울", "en", "ko"),
        ("كورلند", "", "ar"),
        ("ירושלים", "und", "he"),
        ("東京", "ja", "ja"),
        ("北京", "", "zh"),
        ("Berlin", "de", "de"),
        ("Berlin", "", "en"),
    ],
)
def test_the_script_tells_the_language_of_a_label(text: str, tag: str, language: str) -> None:
    assert language_of_label(text, tag, {}) == language


def test_the_language_of_a_glossary_is_that_of_its_labels() -> None:
    names = ("Große Straße", "Grüner See", "Lomau")
    german = [replace(entry(f"e{number}", "place", name), definition="") for number, name in enumerate(names)]
    assert languages_of_entries(german)["Latn"] == "de"
    assert languages_of_entries([entry("e", "place", "Port of Lomau"), entry("f", "place", "Zürich")])["Latn"] == "en"


def test_what_stands_written_together_with_a_name_is_explained() -> None:
    (decision,) = explain_text("قال والنجدي أمس", Lexicon([entry("n", "place", "النجدي")]))
    assert decision.entry == "n" and "behind “و”, written together with it" in decision.evidence
    (decision,) = explain_text("서울에서는 비가 왔다.", Lexicon([entry("s", "place", "서울")]))
    assert "before “에서는”, written together with it" in decision.evidence


def test_a_declined_name_says_so_and_can_be_switched_off() -> None:
    place = entry("v", "place", "Вольна")
    (decision,) = explain_text("За Вольной поля.", Lexicon([place]))
    assert decision.entry == "v" and "case ending" in decision.evidence
    assert explain_text("За Вольной поля.", Lexicon([place], ["case ending"])) == ()
    assert explain_text("서울에서는", Lexicon([entry("s", "place", "서울")], ["written together"])) == ()


def test_a_predicate_before_a_question_particle_is_no_name() -> None:
    place = entry("v", "place", "Вольна")
    (decision,) = explain_text("Вольны ли мы уйти?", Lexicon([place]))
    assert decision.entry is None and "predicate" in decision.evidence
    assert explain_text("Вольны ли мы?", Lexicon([place], ["question word behind"]))[0].entry == "v"
    assert explain_text("Вольна ли то место?", Lexicon([place]))[0].entry == "v"
