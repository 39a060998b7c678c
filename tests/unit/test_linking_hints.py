"""Every rule can be switched off, and what a hint says decides what was open."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

from build_tools.editing.annotation import annotate
from build_tools.linking import Lexicon
from build_tools.model import Entry, Label
from build_tools.model.documents import FORMS_OF_LABELS, LINKING_RULES
from tests.support.labelled import entry, person


def moved(owner: Entry, field: str, label: str) -> Entry:
    """The entry with a label under one field and under no other."""
    alt, short, shared = (
        tuple(item for item in getattr(owner, name) if item.text != label)
        + ((Label(label, "en"),) if name == field else ())
        for name in ("alt_labels", "short_labels", "shared_labels")
    )
    return replace(owner, alt_labels=alt, short_labels=short, shared_labels=shared)


OTTO, ANNA = person("otto", "Otto Brell", "Brell"), person("anna", "Anna Brell", "Brell")
OWNER = replace(ANNA, short_labels=(), shared_labels=ANNA.short_labels)
MINT = entry("mint", "organisation", "Harbour Mint", alt_labels=("Coin Office",))
COURT = entry("court", "organisation", "Old Court", alt_labels=("Coin Office",))
PACT = entry("pact", "agreement", "Pact of the Kell", short_labels=("Kell Pact",))
PACT_TWO = entry("pact-two", "agreement", "Second Pact of the Kell", short_labels=("Kell Pact",))
KIM = person("kim", "Kim Tae-sik", "Kim")


@pytest.mark.parametrize(
    ("text", "entries", "default", "rest"),
    [
        ("Brell", (OTTO, ANNA), ("short_labels", "Brell"), "shared_labels"),
        ("Brell", (OTTO, ANNA, person("ida", "Ida Brell", "Brell")), ("short_labels", "Brell"), "shared_labels"),
        ("Brell", (moved(OTTO, "shared_labels", "Brell"), OWNER), ("short_labels", "Brell"), "shared_labels"),
        ("Coin Office", (MINT, COURT), ("alt_labels", "Coin Office"), "shared_labels"),
        ("Coin Office", (moved(MINT, "shared_labels", "Coin Office"), moved(COURT, "shared_labels", "Coin Office")),
         ("alt_labels", "Coin Office"), "shared_labels"),
        ("Kell Pact", (PACT,), ("alt_labels", "Kell Pact"), "shared_labels"),
        ("Kell Pact", (PACT, PACT_TWO), ("alt_labels", "Kell Pact"), "shared_labels"),
        ("Kell Pact. Pact of the Kell, Second Pact of the Kell", (PACT, PACT_TWO), ("short_labels", "Kell Pact"),
         "shared_labels"),
        ("Kim", (KIM,), ("alt_labels", "Kim"), "shared_labels"),
        ("So K met Nixon.", (entry("k", "person", "K"), entry("kk", "person", "K")), ("alt_labels", "K"),
         "shared_labels"),
    ],
)  # fmt: skip
def test_what_the_hint_says_decides_what_was_open(
    text: str, entries: tuple[Entry, ...], default: tuple[str, str], rest: str
) -> None:
    mentions, advice = annotate(text, "a.txt", Lexicon(entries))
    field, label = default
    open_at_first = [finding for finding in advice if f'"{label}" stays unlinked' in finding.message]
    assert open_at_first and not any(mention.start == text.find(label) for mention in mentions)
    assert f'"{field}"' in open_at_first[0].hint
    assert len(entries) == 1 or f'"{rest}"' in open_at_first[0].hint
    decided = (moved(entries[0], field, label), *(moved(other, rest, label) for other in entries[1:]))
    if label == "K":
        decided = (entries[0], replace(decided[1], pref_label="Kay"))
    mentions, advice = annotate(text, "a.txt", Lexicon(decided))
    assert [mention.entry for mention in mentions if label in mention.exact or mention.exact in label][:1] == [
        entries[0].id
    ]
    assert advice == []


OF_MANY_FORMS = (
    *(person("nora", "Nora Lind Halvorsen", "Halvorsen"), person("paul", "Paul d’Ormeuil", "d’Ormeuil")),
    *(person("vya", "Пётр Вяземцев", "Вяземцев"), person("kim", "Kim Tae-sik", "Kim")),
    *(entry("fee", "concept", "harbour fee"), entry("rok", "polity", "ROK", alt_labels=("République de Corland",))),
    replace(entry("str", "place", "Lindenstraße"), alt_labels=(Label("Große Lindenstraße", "de"),)),
    replace(entry("min", "organisation", "Ministère des Phares"), alt_labels=(Label("Ministère des Phares", "fr"),)),
)


def test_every_form_of_a_label_that_is_no_label_can_be_switched_off() -> None:
    made = {sense.form.how for senses in Lexicon(OF_MANY_FORMS).senses.values() for sense in senses}
    assert made - FORMS_OF_LABELS.keys() <= {"as listed", "family name"}
    assert len(made) > 8
    for rule in made & FORMS_OF_LABELS.keys():
        without = Lexicon(OF_MANY_FORMS, [rule])
        assert rule not in {sense.form.how for senses in without.senses.values() for sense in senses}


def test_the_page_on_linking_lists_every_rule_that_can_be_switched_off(root: Path) -> None:
    page = (root / "build_tools" / "corpus" / "pages" / "linking.md").read_text(encoding="utf-8")
    assert re.findall(r"^\| `([^`]+)` \|", page, re.MULTILINE) == sorted(LINKING_RULES)
