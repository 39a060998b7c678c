"""Names however their letters are encoded, and letters that a language tells apart."""

from __future__ import annotations

import unicodedata
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_tools.linking import Lexicon, explain_document, link_mentions, link_text
from build_tools.model import Entry, Label
from build_tools.website.naming.foreign_words import mark_foreign
from tests.support.invented import cut, entry, source

LODZ = entry("lodz", "Łódź", "place")
STREET = entry("strasse", "Wilhelmstraße", "place")
ZURICH = entry("zurich", unicodedata.normalize("NFD", "Zürich"), "place")
JOSE = entry("jose", "Jose", "place")
ETIENNE = entry(
    "etienne",
    "Étienne Müller-Ferreão",
    "person",
    alt_labels=(Label("김마루", "ko"), Label("Nguyễn Tán", "vi")),
)
OFFICE = entry("office", "Office of Financial Affairs", "organisation", alt_labels=(Label("Straßburger Verein", "de"),))
MUTTER = entry("mutter", "Mutter", "place", alt_labels=(Label("Mutter", "de"),))
MOTHERS = entry("mothers", "Mütter", "place", alt_labels=(Label("Mütter", "de"),))
RAMA = entry("rama", "Rama", "place", alt_labels=(Label("राम", "hi"),))


def names(text: str, *entries: Entry, language: str = "") -> list[tuple[str, str | None]]:
    rows, _ = link_text(text, Lexicon(entries), languages=[(0, language)] if language else ())
    return [(text[row[0] : row[1]], row[2]) for row in rows]


def test_letters_without_decomposition_are_found_by_their_plain_spelling() -> None:
    text = "He went to Lodz and to Wilhelmstrasse, then to Łódź and Wilhelmstraße."
    assert [name for name, _ in names(text, LODZ, STREET)] == ["Lodz", "Wilhelmstrasse", "Łódź", "Wilhelmstraße"]


def test_ligatures_of_a_pdf_are_the_letters_they_join() -> None:
    text = "The Ofﬁce of Financial Aﬀairs. Strassburger Verein."
    assert names(text, OFFICE) == [("Ofﬁce of Financial Aﬀairs", "office"), ("Strassburger Verein", "office")]


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_composed_and_decomposed_names_are_one(form: str) -> None:
    text = "Étienne Müller-Ferreão est arrivé. 김마루는 갔다. Nguyễn Tán. Joséphine. Zürich, Zurich."
    written = unicodedata.normalize(form, text)  # type: ignore[arg-type]
    found = [(unicodedata.normalize("NFC", name), one) for name, one in names(written, ETIENNE, JOSE, ZURICH)]
    assert found == [
        ("Étienne Müller-Ferreão", "etienne"),
        ("김마루", "etienne"),
        ("Nguyễn Tán", "etienne"),
        ("Zürich", "zurich"),
        ("Zurich", "zurich"),
    ]


@given(
    st.lists(
        st.sampled_from(["Łódź", "Zürich", "Ærø", "ﬁn", "김마루", "é", "straße", "ガ", "क़", "\n\n", " "]), max_size=12
    )
)
def test_mentions_are_the_same_in_both_forms_and_fold_to_their_label(words: list[str]) -> None:
    lexicon = Lexicon((LODZ, ZURICH, ETIENNE))
    found = []
    for form in ("NFC", "NFD"):
        text = unicodedata.normalize(form, " ".join(words))
        rows, _ = link_text(text, lexicon)
        found.append([(unicodedata.normalize("NFC", text[row[0] : row[1]]), row[2]) for row in rows])
    assert found[0] == found[1]
    assert len(found[0]) == sum(word in ("Łódź", "Zürich", "김마루") for word in words)


def test_a_vowel_sign_goes_on_with_a_word() -> None:
    assert names("रामायण और राम", RAMA) == [("राम", "rama")]


def test_a_name_is_not_found_in_half_a_ligature() -> None:
    assert names("a ﷺ b", entry("allah", "الله", "place")) == []


@pytest.mark.parametrize(
    ("language", "text", "entries"),
    [
        ("de", "Die Mutter sah die Mütter.", ["mutter", "mothers"]),
        ("de-AT", "Die Mütter.", ["mothers"]),
        ("en", "Mutter and Mütter", ["mutter", "mothers"]),
        ("", "Mutter and Mütter", ["mutter", "mothers"]),
    ],
)
def test_of_two_spellings_the_text_names_the_one_it_writes(language: str, text: str, entries: list[str]) -> None:
    assert [one for _, one in names(text, MUTTER, MOTHERS, language=language)] == entries


@pytest.mark.parametrize(
    ("label", "text", "language", "linked"),
    [
        ("Mütter", "Mutter", "de", False),
        ("Mutter", "Mütter", "de", False),
        ("Mütter", "Mutter", "en", True),
        ("Łódź", "Lodz", "pl", False),
        ("Łódź", "Lodz", "de", True),
        ("Malmö", "Malmo", "sv", False),
        ("Malmö", "Malmo", "fr", True),
        ("Peña", "Pena", "es", False),
        ("Pekín", "Pekin", "es", True),
        ("Wilhelmstraße", "Wilhelmstrasse", "de", True),
        ("Königsberg", "KÖNIGSBERG", "de", True),
        ("Königsberg", "Ko\u0308nigsberg", "de", True),
        ("Пётр", "Петр", "ru", True),
        ("Йод", "Иод", "ru", False),
    ],
)
def test_a_letter_of_its_own_in_the_language_of_a_text_is_no_accent(
    label: str,
    text: str,
    language: str,
    linked: bool,  # noqa: FBT001
) -> None:
    assert bool(names(f"So {text}.", entry("one", label, "place"), language=language)) is linked


def test_where_the_language_of_a_text_is_unknown_that_of_the_label_decides() -> None:
    tagged = entry("verein", "Home", "organisation", alt_labels=(Label("Mütterheim", "de"),))
    assert names("Mutterheim, Mütterheim", tagged) == [("Mütterheim", "verein")]


def test_a_shorter_name_inside_one_that_is_spelled_otherwise_is_found() -> None:
    longer = entry("longer", "Haus Löwe", "place")
    assert names("Das Haus Lowe", longer, entry("house", "Haus", "place"), language="de") == [("Haus", "house")]


def test_each_block_of_a_document_is_read_in_its_own_language() -> None:
    of = source("harbour", "Mutter spoke.\n\nMutter sprach.")
    document = cut(of, [("paragraph", "en", "Mutter spoke."), ("paragraph", "de", "Mutter sprach.")])
    lexicon = Lexicon([replace(MOTHERS, pref_label="Mütter")])
    assert [mention.block for mention in link_mentions(document, lexicon)[0]] == ["p1"]
    decisions = explain_document(document, lexicon)
    assert [len(decisions[block]) for block in ("p1", "p2")] == [1, 0]


def test_a_rare_han_character_is_marked_with_its_neighbours() -> None:
    assert mark_foreign("Eat at 𠮷野家 today", "en") == 'Eat at <span lang="zh">𠮷野家</span> today'
