"""How pages name a text, its makers, its places and its length."""

from __future__ import annotations

from dataclasses import replace

import pytest

from build_tools.edition.publication.words import measure
from build_tools.model import Block, Creator, Span
from build_tools.website.citations.creator_names import family_name
from build_tools.website.naming.text_names import citation, place_name, short_name
from build_tools.website.pages.source.source_head import length
from tests.support.invented import Cut, document, source


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


def test_a_text_is_cited_by_its_makers_and_its_title() -> None:
    plain = source(creators=(Creator("Ada Vane"), Creator("Bo Li")))
    assert citation(plain) == "Ada Vane and Bo Li, “The harbour lease”"
    assert short_name(plain) == "Vane and Li"
    assert short_name(replace(plain, short_title="column")) == "column"
    assert short_name(replace(plain, creators=tuple(map(Creator, "ABCD")))) == "A et al."
    ours = replace(plain, creators=(), publisher="Gazette", title_stated=False)
    assert (citation(ours), short_name(ours)) == ("Gazette, [The harbour lease]", "Gazette")
    assert (citation(source()), short_name(source())) == ("“The harbour lease”", "The harbour lease")


@pytest.mark.parametrize(
    ("identifier", "role", "name"),
    [("p4", "list-item", "¶4"), ("caption-2", "caption", "caption 2"), ("author-note", "author-note", "author’s note")],
)
def test_a_place_is_cited_by_its_number_or_its_role(identifier: str, role: str, name: str) -> None:
    assert place_name(Block(identifier, role, "en", "x", (Span(0, 0, 1),))) == name
