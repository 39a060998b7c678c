"""Why a place is linked, or is not: the same decisions as the linker's, with reasons."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from build_tools.editing.explanations import explain_block, explain_words, find_block
from build_tools.edition.reading import Reading, read_edition
from build_tools.linking import Decision, Lexicon, explain_document, explain_text, link_mentions, near_matches
from build_tools.model import Document, Label, Ruling
from build_tools.website.data.link_reasons import why_data
from build_tools.website.kept import Kept
from tests.support.invented import cut, document, entry, source
from tests.support.kept_answers import KeptAnswers

ENTRIES = (
    entry("arcady", "Arcady", "polity", alt_labels=(Label("Port Arc", "en"),)),
    entry("port-arc", "Port Arc (city)", "place", shared_labels=(Label("Port Arc", "en"),)),
    entry("cold-country", "cold country", alt_labels=(Label("冷国", "zh"),)),
    entry("cold-coast", "冷国海岸", "place"),
)


@pytest.fixture(scope="module")
def reading(root: Path) -> Reading:
    return read_edition(root, "en")


def only(text: str, *, at: int = 0) -> Decision:
    return explain_text(text, Lexicon(ENTRIES))[at]


def test_the_explanation_of_every_text_names_exactly_what_is_linked(reading: Reading) -> None:
    for one in reading.documents:
        explained = [
            (block, decision.start, decision.end, decision.entry, decision.rule)
            for block, decisions in explain_document(one, reading.lexicon).items()
            for decision in decisions
            if decision.entry is not None
        ]
        linked = [(m.block, m.start, m.end, m.entry, m.rule) for m in reading.mentions[one.source.id]]
        assert explained == linked


def test_every_decision_of_the_corpus_says_why_in_words(reading: Reading) -> None:
    for one in reading.documents:
        for block in one.blocks:
            for decision in explain_block(one, block, reading.lexicon).decisions:
                reasons = [decision.evidence, *(other.reason for other in decision.rejected)]
                assert block.text[decision.start : decision.end] == decision.exact
                assert all(reasons)
                assert not any("{" in reason or "what stands" in reason or reason.endswith(".") for reason in reasons)


def test_a_city_is_told_from_its_government_by_the_words_before() -> None:
    city, state = only("He visited Port Arc."), only("Talks with Port Arc failed.")
    assert (city.entry, city.evidence) == ("port-arc", "“visited” before it indicates travel to a place")
    assert state.entry == "arcady"
    assert [one.reason for one in state.rejected] == [
        "it has the name too, but “Talks with” before it does not indicate travel"
    ]


def test_a_shorter_label_inside_a_longer_name_is_turned_down_by_name() -> None:
    found = only("在冷国海岸。")
    assert (found.entry, found.exact) == ("cold-coast", "冷国海岸")
    assert [(one.entry, one.reason) for one in found.rejected] == [
        ("cold-country", "“冷国” is only part of the longer name “冷国海岸”")
    ]


def ruled(entry_id: str | None) -> Document:
    ruling = Ruling("finest of Port Arc", 1, mention="Port Arc", entry=entry_id, reason="It is the harbour.")
    return cut(
        source(text="The finest of Port Arc.", rulings=(ruling,)), [("paragraph", "en", "The finest of Port Arc.")]
    )


def test_a_ruling_gives_its_reason_and_what_the_rules_would_have_said() -> None:
    (decision,) = explain_document(ruled("port-arc"), Lexicon(ENTRIES))["p1"]
    assert (decision.entry, decision.evidence) == ("port-arc", "an editor’s ruling: “It is the harbour.”")
    assert decision.rejected[0].entry == "arcady"
    assert "without the ruling" in decision.rejected[0].reason


def test_a_ruling_for_no_link_is_explained_too() -> None:
    (decision,) = explain_document(ruled(None), Lexicon(ENTRIES))["p1"]
    assert (decision.entry, decision.rule) == (None, "ruling: no link")
    assert decision.rejected[0].entry == "arcady"


def test_an_entry_does_not_apply_within_a_phrase_or_in_a_text_it_names() -> None:
    west = entry("west", "West", "polity", not_within=(Label("West Coast", "en"),))
    text = document(("paragraph", "en", "The West Coast is not the West."))
    assert [m.start for m in link_mentions(text, Lexicon([west]))[0]] == [26]
    away = replace(west, not_in_sources=(text.source.id,))
    assert link_mentions(text, Lexicon([away]))[0] == ()


def test_words_that_only_look_like_a_label_are_shown_the_nearest_labels() -> None:
    text = document(("paragraph", "en", "It was a cold step, and cold countries followed."))
    lexicon = Lexicon(ENTRIES)
    whole = explain_block(text, text.blocks[0], lexicon)
    asked = explain_words(whole, "cold  step", lexicon)
    assert asked is not None
    assert asked.decisions == ()
    assert [(one.entry, one.reason) for one in asked.near] == [
        ("cold-country", "it shares “cold”, but has “step” where the label has “country”")
    ]
    assert explain_words(whole, "warm step", lexicon) is None


@pytest.mark.parametrize("name", ["1", "¶1", "¶ 1", "p1", "P1"])
def test_a_paragraph_is_found_by_any_of_its_names(name: str) -> None:
    text = document(("title", "en", "A"), ("paragraph", "en", "B"), ("caption", "en", "C"), ("caption", "en", "D"))
    assert find_block(text, name) == text.blocks[1]
    assert find_block(text, "caption-2") == find_block(text, "caption 2") == text.blocks[3]
    assert find_block(text, "2") is None


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        ("COLD COUNTRY", "the letters are the same, but capitals and marks must match too"),
        ("coldcountry", "only spaces or marks differ"),
        ("cold contry", "one letter differs"),
        ("cold coutnry", "one letter differs"),
        ("the country", "it shares “country”, but “cold” of the label is missing"),
    ],
)
def test_the_difference_from_the_nearest_label_is_said_in_words(words: str, reason: str) -> None:
    first = near_matches(words, ENTRIES)[0]
    assert (first.entry, first.reason) == ("cold-country", reason)


def test_the_data_of_a_text_cannot_break_out_of_its_script() -> None:
    odd = entry("odd", "Odd </script> \u2028 name", "place")
    text = document(("paragraph", "en", "Odd </script> \u2028 name."))
    (file,) = why_data([text], (odd,), Lexicon([odd]), Kept())
    data = file.text
    assert "</" not in data
    assert "\u2028" not in data
    assert data.count("\n") == 1


def test_reasons_that_were_kept_are_those_that_are_made() -> None:
    cache = KeptAnswers()
    kept = Kept(cache)
    text = document(("paragraph", "en", "A cold country met Ada Vane. Vane left."))
    changed = [replace(one, definition="Another sentence.") for one in ENTRIES]
    renamed = [replace(one, pref_label=f"{one.pref_label} (new)") for one in ENTRIES]
    noted = [replace(one, notes="More.", lines={"notes": 40}, notes_line=40) for one in ENTRIES]
    others = [*ENTRIES, entry("new", "Elsewhere", "place")]
    for entries, made in ((ENTRIES, 1), (ENTRIES, 1), (noted, 1), (others, 1), (changed, 2), (renamed, 3)):
        lexicon = Lexicon(entries)
        kept.texts.stages(entries).link(text, lexicon)
        assert tuple(why_data([text], entries, lexicon, kept)) == tuple(why_data([text], entries, lexicon, Kept()))
        assert cache.made == made
