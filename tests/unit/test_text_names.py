"""How pages name a text, its makers, its places and its length."""

from __future__ import annotations

from dataclasses import replace

import pytest

from build_tools.edition.publication.words import measure
from build_tools.model import Block, Creator, Entry, Label, Source, Span
from build_tools.website.citations.creator_names import family_name
from build_tools.website.localisation import speak
from build_tools.website.naming.short_names import short_names
from build_tools.website.naming.text_names import citation, place_name, with_place
from build_tools.website.pages.source.source_head import length
from tests.support.invented import Cut, document, entry, source


@pytest.mark.parametrize(
    ("stretches", "expected"),
    [
        ([("paragraph", "en", "It's well-known: 1,000 words.")], "1 paragraph, 4 words"),
        ([("paragraph", "zh", "俄韩关系。"), ("list-item", "en", "One")], "2 paragraphs, 1 word, 4 Chinese characters"),
        ([("paragraph", "ja", "ロシア")], "1 paragraph, 3 Japanese characters"),
        ([("paragraph", "ko", "한국과 러시아")], "1 paragraph, 2 words"),
        ([("title", "en", "Only this")], "0 paragraphs, 0 words"),
    ],
)
def test_length_counts_words_and_the_characters_of_scripts_without_them(stretches: list[Cut], expected: str) -> None:
    assert length(measure(document(*stretches))) == expected


@pytest.mark.parametrize(
    ("name", "family"),
    [
        ("Ellen Kim", "Kim"),
        ("Chung-in Moon", "Moon"),
        ("Park Min-hee", "Park"),
        ("Vane, Ada", "Vane"),
        ("문정인", "문정인"),
        ("Reuters", "Reuters"),
        ("", ""),
    ],
)
def test_a_family_name_is_kept_as_it_is_written(name: str, family: str) -> None:
    assert family_name(Creator(name)) == family


def short_name(text: Source, *entries: Entry) -> str:
    return short_names([text], entries)[text.id]


def test_a_text_is_cited_by_its_makers_and_its_title() -> None:
    plain = source(creators=(Creator("Ada Vane"), Creator("Bo Li")))
    assert citation(plain) == "Ada Vane and Bo Li, “The harbour lease”"
    assert short_name(plain) == "Vane and Li"
    assert short_name(replace(plain, short_title="column")) == "column"
    assert short_name(replace(plain, creators=tuple(map(Creator, "ABCD")))) == "A et al."
    ours = replace(plain, creators=(), publisher="Gazette", title_stated=False)
    assert (citation(ours), short_name(ours)) == ("Gazette, [The harbour lease]", "Gazette")
    assert (citation(source()), short_name(source())) == ("“The harbour lease”", "The harbour lease")


def test_a_maker_whose_family_name_another_person_bears_is_named_in_full() -> None:
    vane, other = (
        source(creators=(Creator("Ada Vane", entry="ada-vane"),)),
        source("pier", creators=(Creator("Bo Li"),)),
    )
    assert short_name(vane, entry("ada-vane", "Ada Vane", "person")) == "Vane"
    assert short_name(vane, entry("bo-vane", "Vane Bo (pilot)", "person")) == "Ada Vane"
    assert short_name(vane, entry("pilot", "Bo", "person", alt_labels=(Label("Bo Vane", "en"),))) == "Ada Vane"
    assert short_name(vane, entry("vane", "Vane Point", "place")) == "Vane"
    assert short_name(vane, entry("vanessa", "Vanessa Li", "person")) == "Vane"
    assert short_name(replace(vane, short_title="Vane"), entry("bo", "Bo Vane", "person")) == "Vane"
    again = replace(vane, id="again", creators=(Creator("Vane, Ada", entry="ada-vane"), Creator("Cy Li")))
    assert short_names([vane, other, again], ()) == {"harbour": "Vane", "pier": "Bo Li", "again": "Vane and Cy Li"}


@pytest.mark.parametrize(
    ("identifier", "role", "name"),
    [("p4", "list-item", "¶4"), ("caption-2", "caption", "caption 2"), ("author-note", "author-note", "author’s note")],
)
def test_a_place_is_cited_by_its_number_or_its_role(identifier: str, role: str, name: str) -> None:
    assert place_name(Block(identifier, role, "en", "x", (Span(0, 0, 1),))) == name


def named(*texts: Source) -> list[str]:
    names = short_names(texts, ())
    return [names[text.id] for text in texts]


def test_texts_of_one_author_are_told_apart_by_their_titles_and_no_more_than_needed() -> None:
    vane, bodies = (Creator("Ada Vane"),), (Creator("Harbour Office", kind="organisation"),)
    tolls, roads = (source(title.lower(), title=title, creators=vane) for title in ("Tolls", "Roads"))
    other = source("other", title="Rivers", creators=(Creator("Bo Li"),))
    assert named(tolls, roads, other) == ["Vane, Tolls", "Vane, Roads", "Li"]
    assert named(tolls, replace(roads, short_title="Vane")) == ["Vane, Tolls", "Vane"]
    assert named(replace(tolls, creators=bodies), replace(roads, creators=bodies)) == ["Tolls", "Roads"]
    assert named(replace(tolls, creators=(), publisher="G"), replace(roads, creators=(), publisher="G")) == [
        "Tolls",
        "Roads",
    ]


def test_texts_with_one_title_are_told_apart_by_number_date_and_at_last_by_id() -> None:
    letters = [
        source(f"letter-{number}", title="Letter", creators=(Creator("Ada Vane"),), issued=issued)
        for number, issued in enumerate(("1863-04-01", "1863-04-02", "1863-04-02", None))
    ]
    assert named(*letters) == [
        "Vane, 1 April 1863",
        "Vane, 2 April 1863 (letter-1)",
        "Vane, 2 April 1863 (letter-2)",
        "Vane",
    ]
    long = "Telegram from the office of the harbour to the clerk of the pilots"
    assert named(
        *(replace(text, title=f"{long}, No. {number}") for number, text in enumerate(letters[:3], 12)),
    ) == [f"Vane, No. {number}" for number in (12, 13, 14)]
    assert named(
        *(replace(text, title=f"{long}{end}", issued="1863") for text, end in zip(letters, "abc", strict=False))
    ) == [f"Vane, {long}{end}" for end in "abc"]
    same = [replace(text, short_title="Letters") for text in letters[:2]]
    assert named(*same) == ["Letters, 1 April 1863", "Letters, 2 April 1863"]


def test_no_two_of_many_texts_of_one_publisher_share_a_name() -> None:
    texts = [
        source(
            f"paper-{number:03}",
            title=f"{number // 2}. Telegram from the office to the pilots, {number % 3}" if number % 5 else "Minutes",
            publisher="Department of Ports" if number % 2 else None,
            creators=(Creator("Department of Ports", kind="organisation"),) if number % 7 else (),
            issued=f"19{number % 40 + 10}" if number % 11 else None,
            short_title="Tolls" if number in {30, 60} else None,
        )
        for number in range(338)
    ]
    names = short_names(texts, ())
    assert len({name.casefold() for name in names.values()}) == 338
    assert short_names(texts[::-1], ()) == names


def test_what_follows_a_name_from_right_to_left_stays_behind_it_on_a_page_from_left_to_right() -> None:
    treaty = source(title="معاهدة الحبوب", creators=(Creator("إلياس تندور"),))
    assert citation(treaty) == "إلياس تندور\u200e, “معاهدة الحبوب”\u200e"
    assert with_place("تندور", "¶2") == "تندور\u200e, ¶2"
    assert with_place("Vane", "¶2") == "Vane, ¶2"
    with speak("ar"):
        assert with_place("تندور", "¶2") == "تندور, ¶2"
