"""Quick looks that spare a closer one: what they rule out, the closer look would not have found."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from build_tools.linking.languages.passage_language import PassageLanguages
from build_tools.linking.scanning.longer_names import TAIL_LENGTH, TAILS_OF_OPENERS
from build_tools.linking.scanning.preceding_words import MAY_OPEN_NAME, may_open_name, sorts_before
from build_tools.linking.scanning.text_addresses import is_in_address, may_have_address

_NAME = "Korland"
_MARKS = st.sampled_from(
    ["/", "\\", ".", "@", ":", "-", "~", " ", "www", "http", "com", "de", "C", "src", "x", "?", "Ä"]
)
_WORDS = st.sampled_from(
    ["rue", "New", "South", "St.", "St", "a", "an", "x" * 41, "(", "Mr.", "", "Nord", "\n", "Новая"]
)
_SENTENCES = st.sampled_from(
    [
        "the man who was here and of it",
        "der Mann und die Frau, der mit ihr war",
        "le chat de la maison et les chiens",
        "kim bu ve ne için",
        "Petrol 17 — “Ärger”",
    ]
)


@given(st.lists(_MARKS, max_size=8), st.lists(_MARKS, max_size=8))
def test_a_text_without_a_sign_of_an_address_has_no_name_in_one(before: list[str], behind: list[str]) -> None:
    text = "".join(before) + _NAME + "".join(behind)
    start = len("".join(before))
    assert may_have_address(text) or not is_in_address(text, start, start + len(_NAME))


@given(st.lists(_WORDS, max_size=4))
def test_the_last_letters_of_a_word_tell_what_the_word_does(words: list[str]) -> None:
    text = " ".join([*words, "Korland"]) + "\n"
    start = len(text) - len("Korland\n")
    if start:
        assert may_open_name(text, start) == bool(sorts_before(text, start) & MAY_OPEN_NAME)


def test_every_word_that_opens_a_name_is_told_by_as_many_letters() -> None:
    assert {len(tail) for tail in TAILS_OF_OPENERS} == {TAIL_LENGTH}


@given(st.lists(_SENTENCES, min_size=1, max_size=90), st.sampled_from(["de", "en", "fr", "tr"]))
def test_whether_a_passage_may_be_in_a_language_depends_on_no_earlier_question(lines: list[str], language: str) -> None:
    text = ". ".join(lines)
    asked = PassageLanguages(text)
    for offset in range(0, len(text), 700):
        for apart_from in ("", "kim", "der"):
            asked.likely(offset)
            fresh = PassageLanguages(text).may_be(language, offset, apart_from)
            assert asked.may_be(language, offset, apart_from) == fresh
