"""What the matcher links: small texts and entries in, the words linked and their entries out."""

from __future__ import annotations

import random
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_tools.linking import Lexicon, link_mentions
from build_tools.linking.scanning.scanner import scan
from build_tools.model import Block, Document, Entry, Label, Rights, Ruling, Source, Span


def entry(entry_id: str, kind: str, pref_label: str, **labels: Any) -> Entry:  # noqa: ANN401  # lists or maps of lists
    fields: dict[str, tuple[Label, ...]] = {}
    for field in ("alt_labels", "short_labels", "shared_labels", "hidden_labels"):
        given_labels = labels.get(field, {})
        by_language = given_labels if isinstance(given_labels, dict) else {"en": given_labels}
        fields[field] = tuple(Label(text, tag) for tag, texts in by_language.items() for text in texts)
    return Entry(
        id=entry_id,
        kind=kind,
        pref_label=pref_label,
        definition="A thing.",
        evidence=(),
        related=(),
        broader=labels.get("broader", ()),
        former_ids=(),
        notes="",
        notes_line=1,
        path=f"docs/glossary/{entry_id}.md",
        alt_labels=fields["alt_labels"],
        short_labels=fields["short_labels"],
        shared_labels=fields["shared_labels"],
        hidden_labels=fields["hidden_labels"],
    )


SOUTH = entry(
    "south", "polity", "South Korea", alt_labels={"en": ["Seoul", "ROK"], "zh": ["韩国", "首尔"], "fr": ["Séoul"]}
)
NORTH = entry("north", "polity", "North Korea", alt_labels={"en": ["the North", "N. Korea"], "zh": ["朝鲜"]})
CITY = entry("seoul", "place", "Seoul (city)", shared_labels={"en": ["Seoul"], "zh": ["首尔"], "fr": ["Séoul"]})
PENINSULA = entry("peninsula", "place", "Korean peninsula", alt_labels={"zh": ["朝鲜半岛"]})
UNFRIENDLY = entry(
    "unfriendly", "concept", "unfriendly country", alt_labels={"en": ["unfriendly state"], "fr": ["État hostile"]}
)
KIM = entry("kim", "person", "Kim Jong-un")
CHANG = entry("chang", "person", "Chang Ho-jin", short_labels=["Chang"])
OTHER_CHANG = entry("other-chang", "person", "Chang Myon", short_labels=["Chang"])
WEAPONS = entry("weapons", "concept", "lethal weapons", alt_labels={"fr": ["arme létale"], "es": ["arma letal"]})
RUSSIA = entry("russia", "polity", "Russia", alt_labels=["Moscow"])
STATES = entry("us", "polity", "United States", alt_labels=["US", "U.S.", "Washington"])
MINISTRY = entry("mofa-south", "organisation", "Foreign Ministry (Seoul)", broader=("south",))
RUSSIAN_MINISTRY = entry(
    "mofa-russia", "organisation", "Russian Foreign Ministry", shared_labels=["Foreign Ministry"], broader=("russia",)
)
ALL = (SOUTH, NORTH, CITY, PENINSULA, UNFRIENDLY, KIM, CHANG, WEAPONS, RUSSIA, STATES, MINISTRY, RUSSIAN_MINISTRY)


def document(*texts: str, rulings: tuple[Ruling, ...] = ()) -> Document:
    seed, blocks = "", []
    for number, text in enumerate(texts, 1):
        blocks.append(Block(f"p{number}", "paragraph", "en", text, (Span(0, len(seed), len(seed) + len(text)),)))
        seed += text + "\n\n"
    rights = Rights("", None, "full")
    source = Source("text", "Text", (), None, None, None, ("en",), "article", None, rights, "text.txt",
                    seed, rulings, "", {}, "docs/sources/text.md")  # fmt: skip
    return Document(source, tuple(blocks), ())


def linked(*texts: str, entries: tuple[Entry, ...] = ALL, rulings: tuple[Ruling, ...] = ()) -> list[tuple[str, str]]:
    mentions, _, _ = link_mentions(document(*texts, rulings=rulings), Lexicon(entries))
    return [(mention.exact, mention.entry) for mention in mentions]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("South Korea and North Korea met.", [("South Korea", "south"), ("North Korea", "north")]),
        ("A South Korean and a Seoulite met.", []),
        ("They say unfriendly countries exist.", [("unfriendly countries", "unfriendly")]),
        ("An “unfriendly” state it is.", [("“unfriendly” state", "unfriendly")]),
        ("Called “unfriendly state”, it left.", [("unfriendly state", "unfriendly")]),
        ("This is an unfriendly step.", []),
        ("Kim Jong Un spoke; Kim Jong-un left.", [("Kim Jong Un", "kim"), ("Kim Jong-un", "kim")]),
        ("South Korea’s and South Korea's.", [("South Korea", "south"), ("South Korea", "south")]),
        ("LA VISITE DE KIM JONG UN", [("KIM JONG UN", "kim")]),
        ("They gave us the US view, the U.S.’ view.", [("US", "us"), ("U.S.", "us")]),
        ("The ROKs arrived.", [("ROK", "south")]),
        ("A lethal weapon, not non-lethal weapons.", [("lethal weapon", "weapons")]),
        ("Des armes létales, una arma letal.", [("armes létales", "weapons"), ("arma letal", "weapons")]),
        ("l’État hostile et les etats hostiles", [("État hostile", "unfriendly")]),
        ("韩国主要担心朝鲜，不是朝鲜半岛。", [("韩国", "south"), ("朝鲜", "north"), ("朝鲜半岛", "peninsula")]),
        ("Against the North, not the North Sea or north winds.", [("North", "north")]),
        ("The Washington Post and Seoul Times wrote it.", []),
    ],
)
def test_a_label_is_found_in_every_shape_it_takes_and_nowhere_else(text: str, expected: list[tuple[str, str]]) -> None:
    assert linked(text) == expected


@pytest.mark.parametrize("text", ["He visited Seoul.", "a visit to Seoul", "访问首尔", "s’est rendu à Séoul"])
def test_a_capital_one_goes_to_is_the_city(text: str) -> None:
    assert [entry_id for _, entry_id in linked(text)] == ["seoul"]


@pytest.mark.parametrize(
    "text", ["Seoul imposed sanctions.", "首尔一再否认", "ce que Séoul nie", "an alliance with Seoul"]
)
def test_a_capital_that_acts_is_its_government(text: str) -> None:
    assert [entry_id for _, entry_id in linked(text)] == ["south"]


def test_a_shared_name_belongs_to_the_country_before_it_else_to_the_body_named_last() -> None:
    assert linked("Russia’s Foreign Ministry spoke.")[-1] == ("Foreign Ministry", "mofa-russia")
    assert linked("South Korea’s Foreign Ministry spoke.")[-1] == ("Foreign Ministry", "mofa-south")
    assert linked("The Russian Foreign Ministry spoke.", "The Foreign Ministry added.")[-1][1] == "mofa-russia"
    assert linked("The Foreign Ministry spoke.")[-1][1] == "mofa-south"


def test_a_short_label_needs_the_full_name_in_the_text() -> None:
    assert linked("Chang said so.") == []
    assert linked("Chang Ho-jin said so. Chang left.") == [("Chang Ho-jin", "chang"), ("Chang", "chang")]


def test_a_short_label_of_two_persons_names_the_one_named_last() -> None:
    entries = (CHANG, OTHER_CHANG)
    assert linked("Chang Myon fell.", "Chang Ho-jin rose. Chang won.", entries=entries)[-1] == ("Chang", "chang")
    assert linked("Chang won.", "Chang Ho-jin met Chang Myon.", entries=entries)[0][0] == "Chang Ho-jin"


def test_a_label_that_two_entries_own_stays_unlinked_and_is_reported_with_both() -> None:
    twice = (SOUTH, entry("hotel", "organisation", "Grand Hotel", alt_labels=("Seoul",)))
    mentions, undecided, _ = link_mentions(document("Seoul shines."), Lexicon(twice))
    assert mentions == ()
    assert [one.entries for one in undecided] == [("hotel", "south")]


def test_a_ruling_stands_above_every_rule() -> None:
    elsewhere = Ruling("Moscow’s finest", 1, mention="Moscow", entry="seoul")
    nothing = Ruling("to Moscow", 1, mention="Moscow", entry=None)
    found = linked("Moscow’s finest hotel; flights to Moscow; Moscow.", rulings=(elsewhere, nothing))
    assert found == [("Moscow", "seoul"), ("Moscow", "russia")]


def test_a_ruling_for_an_entry_that_does_not_exist_is_a_finding() -> None:
    wrong = Ruling("Seoul", 7, mention="Seoul", entry="sowl")
    _, _, findings = link_mentions(document("Seoul.", rulings=(wrong,)), Lexicon(ALL))
    assert [(finding.code, finding.line) for finding in findings] == [("ruling-entry-unknown", 7)]


WORDS = st.sampled_from([label.text for one in ALL for label in (*one.alt_labels, Label(one.name, "en"))])
NOISE = st.text(alphabet=st.one_of(st.sampled_from(" \n-–’'“”.朝鲜éÉ\u200b"), st.characters()), max_size=8)
TEXTS = st.lists(st.one_of(WORDS, NOISE), max_size=12).map("".join)


@given(TEXTS)
def test_mentions_are_sorted_never_overlap_and_quote_their_block(text: str) -> None:
    mentions, _, _ = link_mentions(document(text), Lexicon(ALL))
    assert all(text[mention.start : mention.end] == mention.exact != "" for mention in mentions)
    assert all(before.end <= after.start for before, after in pairwise(mentions))


@given(TEXTS, st.integers())
def test_the_order_of_entries_changes_nothing(text: str, seed: int) -> None:
    shuffled = list(ALL)
    random.Random(seed).shuffle(shuffled)  # noqa: S311  # no secret is made of it
    assert linked(text) == linked(text, entries=tuple(shuffled))


@given(TEXTS)
def test_an_entry_with_nothing_in_the_text_changes_no_mention(text: str) -> None:
    stranger = entry("stranger", "place", "Ouagadougou", short_labels=["Ouaga"])
    assert linked(text) == linked(text, entries=(*ALL, stranger))


def test_a_lexicon_without_entries_finds_nothing() -> None:
    assert scan("South Korea", Lexicon(())) == []


def test_text_without_letters_or_of_strange_characters_is_read_without_complaint() -> None:
    assert linked("", "\x00\u202e\ud800", "—— 123 ——") == []


@pytest.mark.parametrize("around", ["", " Путин.", " 首尔。", " A\ttab.", " Two  spaces."])
def test_a_text_is_read_alike_whatever_scripts_and_blanks_stand_elsewhere_in_it(around: str) -> None:
    lexicon = Lexicon([entry("nato", "organisation", "NATO"), entry("seoul", "polity", "Seoul")])
    text = "At NATO Headquarters, Seoul spoke; not the Seoul Museum." + around
    found = [(start, text[start:end]) for start, end, *_ in scan(text, lexicon)]
    assert found == [(3, "NATO"), (22, "Seoul")]
