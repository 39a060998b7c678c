"""Quick looks that spare a closer one: what they rule out, the closer look would not have found."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from build_tools.linking.languages.passage_language import PassageLanguages
from build_tools.linking.scanning.longer_names import may_be_opener, name_beside
from build_tools.linking.scanning.text_addresses import is_in_address, may_have_address
from build_tools.linking.word_lists import DIRECTIONS

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
def test_a_word_whose_last_letters_open_no_name_opens_none(words: list[str]) -> None:
    text = " ".join([*words, "Korland"]) + "\n"
    start = len(text) - len("Korland\n")
    reason = name_beside(text, start, len(text) - 1, "place", lambda _: False)
    assert not reason or not text.isascii() or may_be_opener(text, start)


def test_every_direction_is_told_by_its_last_letters() -> None:
    words = [word for word in DIRECTIONS if word.isascii() and not word.endswith("*")]
    assert all(may_be_opener(f"{word} Korland\n", len(word) + 1) for word in words)


@given(st.lists(_SENTENCES, min_size=1, max_size=90), st.sampled_from(["de", "en", "fr", "tr"]))
def test_whether_a_passage_may_be_in_a_language_depends_on_no_earlier_question(lines: list[str], language: str) -> None:
    text = ". ".join(lines)
    asked = PassageLanguages(text)
    for offset in range(0, len(text), 700):
        for apart_from in ("", "kim", "der"):
            asked.likely(offset)
            fresh = PassageLanguages(text).may_be(language, offset, apart_from)
            assert asked.may_be(language, offset, apart_from) == fresh
