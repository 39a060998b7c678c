"""Names of persons, letters, abbreviations: whose they are by the words around, and when they are nobody's."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import pytest

from build_tools.linking import Lexicon, Overrides, explain_text, link_text, overrides_for
from build_tools.model import Entry, Label
from build_tools.model.registers import Role

LabelTexts = Mapping[str, list[str]]


def entry(entry_id: str, kind: str, pref_label: str, definition: str = "", **labels: list[str] | LabelTexts) -> Entry:
    def read(field: str) -> tuple[Label, ...]:
        listed = labels.get(field, [])
        by_language = listed if isinstance(listed, Mapping) else {"en": listed}
        return tuple(Label(text, tag) for tag, texts in by_language.items() for text in texts)

    alternative, short, shared, hidden = map(read, ("alt_labels", "short_labels", "shared_labels", "hidden_labels"))
    return Entry(
        entry_id,
        kind,
        pref_label,
        alternative,
        short,
        shared,
        hidden,
        definition,
        (),
        (),
        (),
        (),
        "",
        1,
        f"{entry_id}.md",
    )


def linked(text: str, *entries: Entry) -> list[tuple[str, str | None]]:
    items, _ = link_text(text, Lexicon(entries))
    return [(text[start:end], named) for start, end, named, *_ in items]


ROE = entry("roe", "person", "Edward T. Roe", "Ambassador to Atlantis", short_labels=["Roe"])
POE = entry("poe", "person", "Martha Poe", "Secretary of the Treasury", short_labels=["Poe"])
POE_TWO = entry("poe-two", "person", "Simon Poe", "Director of the Mint", short_labels=["Poe"])
KIM = entry("kim", "person", "Kim Tae-sik", "Governor of the island", short_labels=["Kim"])
CHANG = entry("chang", "person", "Chang Min-ho", short_labels=["Chang"])
OFF = entry("off", "person", "Alfred Off", short_labels=["Off"])
S = entry("s", "concept", "S", "Office of the Secretary")
BODY = entry("nao", "organisation", "NAO", alt_labels=["North Atlantis Office"])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Then Roe left.", [("Roe", "roe")]),
        ("Roe’s and ROE’s letters.", [("Roe", "roe"), ("ROE", "roe")]),
        (
            "E. T. Roe, E.T. Roe and Edward Roe agreed.",
            [("E. T. Roe", "roe"), ("E.T. Roe", "roe"), ("Edward Roe", "roe")],
        ),
        ("Ned and Eddie Roe and Ed Roe", [("Eddie Roe", "roe"), ("Ed Roe", "roe")]),
        ("Tom Roe left, and so did J. F. Roe.", []),
        ("The Roe Library and the Roe Institute opened.", []),
        ("From the Roe Papers.", [("Roe", "roe")]),
        ("Roelike and Monroe", []),
    ],
)
def test_a_surname_is_its_bearers_unless_the_words_beside_it_contradict(
    text: str, expected: list[tuple[str, str]]
) -> None:
    assert linked(text, ROE) == expected


def test_a_surname_that_two_persons_bear_goes_by_title_then_by_the_name_given_last() -> None:
    both = (POE, POE_TWO)
    assert linked("Director Poe spoke.", *both) == [("Poe", "poe-two")]
    assert linked("Secretary of the Treasury Poe spoke.", *both) == [("Poe", "poe")]
    assert linked("Simon Poe met Martha Poe. Poe smiled.", *both)[-1] == ("Poe", "poe")
    assert linked("Poe spoke.\n\nMartha Poe spoke, then Martha Poe left.", *both)[0] == ("Poe", "poe")
    assert linked("Poe spoke.", *both) == []


@pytest.mark.parametrize(
    "text",
    [
        "The aide saw Edward Roe there, and then Tom Roe.",
        "So the Secretary of the Treasury Poe left with Director Poe (the Mint) after Simon Poe spoke.",
        "Later, Kim Tae Sik came, and Poe, Director of the Mint, stayed on.",
    ],
)
def test_a_line_that_ends_between_the_words_changes_no_mention(text: str) -> None:
    everybody = (ROE, POE, POE_TWO, KIM)
    expected = linked(text, *everybody)
    assert len(expected) > 0
    for space in [index for index, character in enumerate(text) if character == " "]:
        wrapped = text[:space] + "\n" + text[space + 1 :]
        assert [(" ".join(words.split()), named) for words, named in linked(wrapped, *everybody)] == expected, wrapped


def test_the_last_word_of_a_paragraph_does_not_hide_the_title_in_the_next() -> None:
    assert linked("They met at noon.\n\nDirector Poe spoke.", POE, POE_TWO) == [("Poe", "poe-two")]


def test_a_letter_that_numbers_a_paragraph_is_no_initial_but_one_that_fits_is() -> None:
    assert linked("The conclusions\n\nA. Roe’s successors\n\nB. Roe’s house", ROE) == [("Roe", "roe"), ("Roe", "roe")]
    assert linked("The conclusions\n\nE. Roe wrote", ROE) == [("E. Roe", "roe")]
    assert linked("Then A. Roe wrote", ROE) == []


def test_an_office_in_the_roles_counts_as_the_definition_does() -> None:
    judge = replace(POE_TWO, roles=(Role("Judge", "[@text, ¶1]", "Supreme Court"),))
    assert linked("Judge Poe ruled.", POE, judge) == [("Poe", "poe-two")]


def test_whom_somebody_serves_is_no_office_of_theirs() -> None:
    chief = entry("chief", "person", "Ann Poe", "President of Atlantis", short_labels=["Poe"])
    aide = entry("aide", "person", "Bea Poe", "Special Assistant to the President", short_labels=["Poe"])
    vice = entry("vice", "person", "Cid Poe", "Vice President of Atlantis", short_labels=["Poe"])
    assert linked("President Poe came.", chief, aide, vice) == [("Poe", "chief")]
    assert linked("Vice President Poe came.", chief, aide, vice) == [("Poe", "vice")]


@pytest.mark.parametrize(
    "text",
    [
        "Kim Tae-sik",
        "Kim Tae Sik",
        "Kim Taesik",
        "KIM TAE-SIK",
        "Tae-sik Kim",
        "Tae Sik Kim",
        "Kim T’ae-sik",
        "Gim Tae-sik",
        "Kim Dae-sik",
    ],
)
def test_a_korean_name_is_found_in_both_orders_and_in_its_usual_spellings(text: str) -> None:
    assert linked(f"{text} came.", KIM) == [(text, "kim")]


@pytest.mark.parametrize(
    "text", ["Kim Il-nam came.", "Kim Ok Hui came.", "Jang came.", "Jang Il-nam came.", "A kimono."]
)
def test_another_given_name_or_only_a_near_family_name_is_somebody_else(text: str) -> None:
    assert linked(text, KIM, CHANG) == []


def test_a_near_family_name_counts_with_a_given_name_that_fits() -> None:
    assert linked("Jang Min-ho came.", CHANG) == [("Jang Min-ho", "chang")]


def test_a_very_common_family_name_needs_its_full_name_or_a_title() -> None:
    assert linked("Kim said so.", KIM) == []
    assert linked("Governor Kim said so. Kim left.", KIM) == [("Kim", "kim"), ("Kim", "kim")]
    assert linked("Kim Tae-sik spoke.\n\nKim left.", KIM)[-1] == ("Kim", "kim")


def test_a_surname_that_is_a_function_word_needs_a_name_or_a_title_beside_it() -> None:
    assert linked("Off they went. Turn it Off.", OFF) == []
    assert linked("Mr. Off and Alfred Off went.", OFF) == [("Off", "off"), ("Alfred Off", "off")]


def test_a_plural_noun_at_a_sentences_start_is_no_surname() -> None:
    woods = entry("woods", "person", "Jane Woods", short_labels=["Woods"])
    assert linked("Woods cover the island. They met Woods.", woods) == [("Woods", "woods")]


def test_a_surname_that_is_a_given_name_too_belongs_to_the_family_name_after_it() -> None:
    dean = entry("dean", "person", "Patrick Dean", short_labels=["Dean"])
    assert linked("Dean Flint met Dean.", dean) == [("Dean", "dean")]
    assert linked("Dean G. Flint left.", dean) == []


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Approved by S, and sent.", 1), ("POL 7 KOR S. See it.", 1), ("in the U.S. and S.A.", 0), ("Tab S is here", 0),
        ("Annex “S”", 0), ("A, S, and B", 0), ("J. S. Flint", 0), ("S 12", 0), ("x\n\nS) first", 0), ("X-S", 0),
        ("USSR", 0), ("James S. Flint", 0),
    ],
)  # fmt: skip
def test_a_single_letter_is_a_name_only_where_it_stands_as_one(text: str, count: int) -> None:
    assert len(linked(text, S)) == count


def test_a_name_may_begin_with_an_initial_that_is_a_name_itself() -> None:
    person = entry("u", "person", "S. Alan Flint", short_labels=["Flint"])
    assert linked("Seen by S. Alan Flint today.", S, person) == [("S. Alan Flint", "u")]


def test_a_speakers_initial_is_the_person_named_above() -> None:
    assert linked("Call with Ambassador Roe\n\nR: Yes.\n\nR: No.", ROE) == [("Roe", "roe"), ("R", "roe"), ("R", "roe")]
    assert linked("R: Yes.", ROE) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("NAO, NAOs, NAO’s", ["NAO", "NAO", "NAO"]), ("nao Nao", []),
        ("NORTH ATLANTIS OFFICE", ["NORTH ATLANTIS OFFICE"]), ("North\nAtlantis Office", ["North\nAtlantis Office"]),
        ("North  Atlantis\n   Office", ["North  Atlantis\n   Office"]), ("North\n\nAtlantis Office", []),
        ("North Atlantis\r\nOffice", ["North Atlantis\r\nOffice"]), ("NAO報告", ["NAO"]),
    ],
)  # fmt: skip
def test_an_organisation_is_found_in_its_shapes(text: str, expected: list[str]) -> None:
    assert [exact for exact, _ in linked(text, BODY)] == expected


def test_a_name_broken_after_its_hyphen_or_between_han_characters_is_found() -> None:
    city = entry("city", "place", "Moscow", alt_labels={"zh": ["莫斯科"]})
    assert linked("Kim Tae-\nsik in 莫斯\n科.", KIM, city) == [("Kim Tae-\nsik", "kim"), ("莫斯\n科", "city")]


def test_russian_labels_are_found_in_their_cases_and_korean_ones_before_particles() -> None:
    russia = entry("russia", "polity", "Russia", alt_labels={"ru": ["Россия", "Москва"], "ko": ["러시아"]})
    text = "в России и в Москве, с Россией; россиянин. 러시아는 갔다."
    assert [exact for exact, _ in linked(text, russia)] == ["России", "Москве", "Россией", "러시아"]


def test_accents_and_elision_make_no_difference() -> None:
    ukraine = entry(
        "ukraine", "polity", "Ukraine", alt_labels={"es": ["Corea del Sur"], "fr": ["Séoul", "armée d’élite"]}
    )
    assert [exact for exact, _ in linked("l’Ukraine, d'Ukraine, à Seoul, SÉOUL, l'armee d'élite", ukraine)] == [
        "Ukraine", "Ukraine", "Seoul", "SÉOUL", "armee d'élite",
    ]  # fmt: skip


def test_an_entry_can_say_in_which_phrases_and_texts_it_does_not_apply() -> None:
    west = entry("west", "polity", "West")
    limited = replace(west, not_within=(Label("West Coast", "en"),), not_in_sources=("atlas",))
    lexicon = Lexicon((limited, BODY))
    text = "The West and the West Coast."
    assert [start for start, *_ in link_text(text, lexicon)[0]] == [4]
    assert link_text(text, lexicon, overrides_for("atlas", lexicon))[0] == []


def test_inside_a_phrase_where_one_entry_does_not_apply_another_may() -> None:
    gold = replace(entry("gold", "polity", "Gold"), not_within=(Label("Gold Coast", "en"),))
    coast = entry("coast", "place", "Coast")
    assert linked("The Gold Coast.", gold, coast) == [("Coast", "coast")]


@pytest.mark.parametrize(
    ("text", "rule", "words"),
    [
        ("Roe left.", "short_label: only bearer", "no other entry"),
        ("Tom Roe left.", "rejected: given name contradicts", "Tom"),
        ("The Roe Library.", "rejected: part of another name", "Roe Library"),
        ("Ambassador to Atlantis (Roe)", "short_label: only bearer", "nothing next to it contradicts"),
    ],
)
def test_every_decision_can_say_why(text: str, rule: str, words: str) -> None:
    decision = explain_text(text, Lexicon((ROE,)))[0]
    assert decision.rule == rule
    assert words in decision.evidence


def test_an_undecided_place_names_its_candidates_and_why_each_was_not_taken() -> None:
    decision = explain_text("Poe spoke.", Lexicon((POE, POE_TWO)), Overrides())[0]
    assert decision.entry is None
    assert [(rejected.entry, rejected.reason) for rejected in decision.rejected] == [
        ("poe", "it has the name too"), ("poe-two", "it has the name too"),
    ]  # fmt: skip
