from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_tools.edition.checks.entry_checks import check_definitions
from build_tools.edition.checks.material import Material
from build_tools.text.prose.paragraphs import first_sentence
from build_tools.text.sentences import sentence_spans
from tests.support.invented import entry


def sentences(text: str) -> list[str]:
    return [text[start:end].strip() for start, end in sentence_spans(text)]


ONE_SENTENCE = [
    "Meeting of Gen. Kim with Sen. Park and Gov. Lee in Busan in February 2024.",
    "Treaty signed by Lt. Col. Orlov.",
    "Report of Prof. Moon of Seoul.",
    "Company founded by J. R. Smith and D.C. Park of Hyundai Motor Co. Ltd. in Ulsan.",
    "Rise of 3.5 per cent, to U.S. $1.2 billion, at 5 p.m. Moscow time on Jan. 26.",
    "They met … and parted... and met again.",
    "He asked “Why?” and left.",
    "See No. 10, pp. 3–5, vol. IV and St. Petersburg.",
    "Ein Vertrag, z. B. über Gas, den Dr. Huber u. a. in der Str. 5 schlossen.",
    "Mme. Dupont et M. Martin, p. ex. à St. Denis.",
    "El Sr. García y la Dra. Núñez, en EE. UU. desde 2001.",
    "Договор, т. е. соглашение А. С. Пушкина (см. стр. 5), подписан в г. Москве.",
    "डॉ. सिंह और प्रो. शर्मा मिले।",
    "زار د. أحمد موسكو؟",
    "「行こう。」と彼は言った。",
    "Am 15. März und am 3. 5. 1990 kam der Gesandte.",
    "한국과 소련은 1990. 9. 30. 수교했다.",
    "« Où vas-tu ? » demanda-t-il.",
    "Der Brief an prof. dr. Jansen.",
    "Ông đến TP. Hồ Chí Minh.",
]

TWO_SENTENCES = [
    "He left. She stayed.",
    "He works at Hyundai Motor Co. The firm is large.",
    "It fell in 2024. Trade rose to 3.5 billion.",
    "He said no. No. 5 fell.",
    "He went to the U.S. He stayed.",
    "He said “no.” Then left.",
    "It went on. 12 men left.",
    "On menait la guerre, etc. Le traité suivit.",
    "Он уехал в 2024 г. Это известно.",
    "第一句。第二句。",
    "“第一句！”第二句。",
    "पहला वाक्य। दूसरा वाक्य।",
    "هل وصل؟ نعم وصل.",
    "그는 떠났다. 그녀는 남았다.",
    "Où vas-tu ? À Paris.",
    "Non\u202f! Il part.",
    "« Où vas-tu\u00a0?\u00a0» Elle rit.",
    "Er ging. »Wohin?«",
    "Πού πας; Στη Μόσχα.",
    "Նա եկավ։ Նա գնաց։",
    "He left.[12] She stayed.",
    "He left.¹ She stayed.",
    "Er kam im Jahr 1990. März war es nicht.",
]


def test_an_opening_quotation_mark_begins_the_next_sentence() -> None:
    assert sentences("他走了。“去哪儿？”") == ["他走了。", "“去哪儿？”"]


@pytest.mark.parametrize("text", ONE_SENTENCE)
def test_abbreviations_initials_numbers_and_quotations_end_no_sentence(text: str) -> None:
    assert sentences(text) == [text]


@pytest.mark.parametrize("text", TWO_SENTENCES)
def test_sentences_end_at_the_stops_of_their_script(text: str) -> None:
    assert len(sentences(text)) == 2


@pytest.mark.parametrize("text", ONE_SENTENCE)
def test_definitions_and_cards_agree_on_what_one_sentence_is(text: str) -> None:
    assert first_sentence(f"{text} It is told elsewhere.") == text or text.endswith(("।", "؟", "。"))
    event = entry("a", "A", "event", definition=text)
    assert "definition-sentences" not in {finding.code for finding in check_definitions(Material(entries=(event,)))}


@pytest.mark.parametrize("text", TWO_SENTENCES)
def test_a_definition_of_two_sentences_is_refused_in_any_script(text: str) -> None:
    event = entry("a", "A", "event", definition=text)
    assert [finding.code for finding in check_definitions(Material(entries=(event,)))] == ["definition-sentences"]


@given(st.text(alphabet="aB .!?…“”\"'*()。」と5", max_size=60))
def test_the_sentences_of_a_text_are_the_text(text: str) -> None:
    spans = list(sentence_spans(text))
    assert "".join(text[start:end] for start, end in spans) + text[spans[-1][1] if spans else 0 :] == text
    assert not text[spans[-1][1] if spans else 0 :].strip()
