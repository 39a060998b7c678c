"""What all texts together say of a name: counted text by text, merged in any order, and decisive where it is clear."""

from __future__ import annotations

from dataclasses import replace

import pytest

from build_tools.editing.annotation import NamedText, annotate, annotate_together, count_together
from build_tools.linking import Lexicon, explain_text
from build_tools.model import Entry, Label
from build_tools.model.corpus_statistics import (
    CorpusStatistics,
    merge_statistics,
    read_statistics,
    statistics_as_json,
)
from build_tools.model.documents import COMMONEST, DEFAULT_BEARER, HEADING
from tests.support.labelled import entry, person

OTTO, ANNA = person("otto", "Otto Brell", "Brell"), person("anna", "Anna Brell", "Brell")
BRELLS = Lexicon((OTTO, ANNA), headings_own=True)


def together(lexicon: Lexicon, *texts: str) -> list[list[tuple[str, str]]]:
    """The mentions of each text, with the ids of their entries."""
    named = [NamedText(f"{number}.txt", text) for number, text in enumerate(texts)]
    return [
        [(mention.exact, mention.entry) for mention in mentions] for mentions, _ in annotate_together(named, lexicon)
    ]


def rules(lexicon: Lexicon, *texts: str) -> list[str]:
    named = [NamedText(f"{number}.txt", text) for number, text in enumerate(texts)]
    return [mention.rule for mentions, _ in annotate_together(named, lexicon) for mention in mentions]


MANY = "Otto Brell came. Otto Brell went."


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        ((MANY, MANY, "Then Brell spoke."), "otto"),
        (("Otto Brell came.", "Otto Brell went.", "Otto Brell slept.", "Brell’s hat"), "otto"),
        ((MANY, "Then Brell spoke."), None),  # two full names are few
        ((MANY, MANY, MANY, "Anna Brell came.", "Then Brell spoke."), "otto"),
        ((MANY, MANY, "Anna Brell came.", "Then Brell spoke."), None),  # four to one is not clear
        ((MANY, MANY, "Anna Brell came. Then Brell spoke."), "anna"),  # the text itself stands above the corpus
        ((MANY, MANY, "Then Brell spoke. Later Anna Brell came."), "anna"),
        ((MANY, MANY, "Then Mary Brell spoke."), None),  # somebody else's given name
        ((MANY, MANY, "Then A. Brell spoke."), "anna"),
        ((MANY, MANY, "A letter from\nBrell\n\nof Monday"), "otto"),
        (("O. Brell, O. Brell, O. Brell, O. Brell", "Then Brell spoke."), None),  # initials do not vote
        (("Anna Brell " * 9, "Then Brell spoke."), "anna"),
    ],
)
def test_a_surname_is_whose_full_name_the_corpus_has_by_far_the_most_often(
    texts: tuple[str, ...], expected: str | None
) -> None:
    found = [one for exact, one in together(BRELLS, *texts)[-1] if exact in ("Brell", "A. Brell", "Mary Brell")]
    assert found == ([expected] if expected else [])


@pytest.mark.parametrize(
    ("entries", "label", "full", "expected"),
    [
        ((person("a", "Jean Moreau", "Moreau"), person("b", "Luc Moreau", "Moreau")), "Moreau", "Luc Moreau", "b"),
        ((person("a", "Ян Ковальский", "Ковальский"), person("b", "Олег Ковальский", "Ковальский")),
         "Ковальский", "Олег Ковальский", "b"),
        ((person("a", "Karl Bär", "Bär"), person("b", "Ida Bär", "Bär")), "Bär", "Karl Bär", "a"),
        ((person("a", "Maria de Silva", "Silva"), person("b", "Rui Silva", "Silva")), "Silva", "Rui Silva", "b"),
        ((entry("a", "organisation", "Harbour Mint", alt_labels=("the Mint",)),
          entry("b", "organisation", "River Mint", alt_labels=("the Mint",))), "the Mint", "River Mint", "b"),
        ((entry("a", "place", "Ostern an der Lohe", alt_labels=("Ostern",)),
          entry("b", "place", "Ostern am See", alt_labels=("Ostern",))), "Ostern", "Ostern am See", "b"),
        ((entry("a", "place", "Kell River", alt_labels=("Kell",)),
          entry("b", "polity", "Kell State", alt_labels=("Kell",))), "Kell", "Kell River", "a"),
        ((entry("a", "agreement", "Treaty of Orvale", shared_labels=("Orvale Text",)),
          entry("b", "agreement", "Protocol of Orvale", shared_labels=("Orvale Text",))),
         "Orvale Text", "Treaty of Orvale", "a"),
        ((person("a", "Nora Finch", "Finch"), person("b", "Abel Finch", "Finch"), person("c", "Zoe Finch", "Finch")),
         "Finch", "Zoe Finch", "c"),
        ((person("a", "이순호", "순호"), person("b", "박순호", "순호")), "순호", "박순호", "b"),
    ],
)  # fmt: skip
def test_it_is_so_for_names_of_every_kind_and_language(
    entries: tuple[Entry, ...], label: str, full: str, expected: str
) -> None:
    lexicon = Lexicon(entries)
    last = together(lexicon, *[f"{full}."] * 6, f"{label}.")[-1]
    assert [one for _, one in last] == [expected]
    assert together(lexicon, f"{label}.")[-1] == []


def test_the_rule_has_a_name_a_reason_and_the_others_that_have_the_name() -> None:
    assert rules(BRELLS, MANY, MANY, "Then Brell spoke.")[-1] == f"short_label: {COMMONEST}"
    counted = count_together([NamedText("a", MANY), NamedText("b", MANY)], BRELLS)
    (decision,) = explain_text("Then Brell spoke.", BRELLS.informed_by(counted))
    assert (decision.entry, decision.rule) == ("otto", f"short_label: {COMMONEST}")
    assert decision.evidence == "the texts name it in full by far the most often: 4 times, and any other at most 0"
    assert [rejected.entry for rejected in decision.rejected] == ["anna"]


def test_counts_of_texts_in_any_order_and_in_any_parts_are_those_of_the_whole() -> None:
    texts = [NamedText(f"{number}", text) for number, text in enumerate((MANY, "Anna Brell", "Brell", MANY, ""))]
    whole = count_together(texts, BRELLS)
    shuffled = [*texts[3:], *texts[:3]]
    parts = [count_together(shuffled[:2], BRELLS), count_together(shuffled[2:], BRELLS)]
    assert whole.names == {"otto": 4, "anna": 1}
    assert merge_statistics(parts) == merge_statistics(reversed(parts)) == whole
    assert merge_statistics(parts).digest() == whole.digest() != CorpusStatistics().digest()
    assert read_statistics(statistics_as_json(whole)) == whole


def test_one_text_alone_is_linked_as_among_the_others_from_the_stored_counts() -> None:
    texts = [NamedText(f"{number}", text) for number, text in enumerate((MANY, MANY, "Anna Brell.", "So Brell."))]
    informed = BRELLS.informed_by(count_together(texts, BRELLS))
    assert [annotate(text, source, informed) for source, text in texts] == [*annotate_together(texts, BRELLS)]
    stored = count_together(texts, BRELLS)
    assert [*annotate_together(texts[3:], BRELLS, stored)] == [*annotate_together(texts, BRELLS)][3:]


@pytest.mark.parametrize(
    "wrong", [[], None, {"names": 3}, {"names": {"a": "3"}}, {"words": {"a": -1}}, {"names": {"a": True}}]
)
def test_what_is_no_counts_is_refused(wrong: object) -> None:
    with pytest.raises(ValueError, match="no counts"):
        read_statistics(wrong)


OWNER = replace(ANNA, short_labels=(), shared_labels=ANNA.short_labels)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Brell came.", "otto"),
        ("We saw BRELL.", "otto"),
        ("Brell’s hat", "otto"),
        ("Anna Brell came. Brell left.", "anna"),
        ("Brell came. Anna Brell left.", "anna"),
        ("Otto Brell met Anna Brell. Brell left.", "anna"),
        ("A. Brell came.", "anna"),
        ("Mary Brell came.", None),
        ("“Brell”, she said", "otto"),
        ("On Monday\nBrell came.", "otto"),
        ("Dr. Brell came.", "otto"),
    ],
)
def test_a_surname_has_a_default_bearer_whom_only_a_reason_overrides(text: str, expected: str | None) -> None:
    found = [one.entry for one in annotate(text, "a.txt", Lexicon((OTTO, OWNER)))[0]]
    assert (found[0 if text.startswith("Brell came. Anna") else -1] if found else None) == expected


def test_a_surname_that_a_person_owns_is_decided_as_a_surname() -> None:
    lexicon = Lexicon((moved(OTTO, "alt_labels", "Brell"), OWNER))
    texts = ("Brell came.", "Mary Brell came.", "A. Brell came.", "Anna Brell came. Brell left.")
    assert [[one.entry for one in annotate(text, "a.txt", lexicon)[0]] for text in texts] == [
        ["otto"], [], ["anna"], ["anna", "anna"],
    ]  # fmt: skip


def test_a_default_bearer_has_a_name_and_a_reason() -> None:
    (decision,) = explain_text("Brell came.", Lexicon((OTTO, OWNER)))
    assert decision.rule == f"short_label: {DEFAULT_BEARER}"
    assert decision.evidence == "it is its short label “Brell”, and the others with this name only share it"
    assert [rejected.entry for rejected in decision.rejected] == ["anna"]


HEADED = (entry("lomau", "place", "Lomau"), entry("book", "concept", "Walks in Lomau", alt_labels=("Lomau",)))


@pytest.mark.parametrize(
    "text",
    [
        "Lomau",
        "in Lomau.",
        "Lomau’s walls",
        "LOMAU",
        "“Lomau”",
        "to\nLomau",
        "(Lomau)",
        "old Lomau",
        "Lomau, Lomau",
        "Lomau—",
    ],
)
def test_a_name_is_the_entry_that_it_heads(text: str) -> None:
    mentions, advice = annotate(text, "a.txt", Lexicon(HEADED, headings_own=True))
    assert {(mention.entry, mention.rule) for mention in mentions} == {("lomau", f"pref_label: {HEADING}")}
    assert advice == []


def test_two_headings_or_none_leave_it_open() -> None:
    twins = (HEADED[0], replace(HEADED[0], id="other"))
    assert annotate("Lomau", "a.txt", Lexicon(twins, headings_own=True))[0] == ()
    assert annotate("Walks in Lomau", "a.txt", Lexicon(HEADED, headings_own=True))[0][0].entry == "book"


@pytest.mark.parametrize(
    ("rule", "entries", "text"),
    [
        (COMMONEST, (OTTO, ANNA), "So Brell."),
        (DEFAULT_BEARER, (OTTO, OWNER), "So Brell."),
        (HEADING, HEADED, "In Lomau."),
    ],
)
def test_each_rule_can_be_switched_off(rule: str, entries: tuple[Entry, ...], text: str) -> None:
    corpus = (MANY, MANY, text) if rule == COMMONEST else (text,)
    assert together(Lexicon(entries, headings_own=True), *corpus)[-1] != []
    assert together(Lexicon(entries, [rule], headings_own=True), *corpus)[-1] == []


def moved(owner: Entry, field: str, label: str) -> Entry:
    """The entry with a label under one field and under no other."""
    alt, short, shared = (
        tuple(item for item in getattr(owner, name) if item.text != label)
        + ((Label(label, "en"),) if name == field else ())
        for name in ("alt_labels", "short_labels", "shared_labels")
    )
    return replace(owner, alt_labels=alt, short_labels=short, shared_labels=shared)
