"""Rules about names: each says its name, its reason and who else was a candidate, and can be switched off."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from build_tools.linking import Lexicon, explain_text, link_text
from build_tools.model import Entry
from build_tools.model.documents import LINKING_RULES
from tests.unit.test_matching_names import entry

HAROLD = entry("harold", "person", "Harold Noyce", short_labels=["Noyce"])
FRANCES = entry("frances", "person", "Frances Noyce", short_labels=["Noyce"])
IRVIN = entry("irvin", "person", "Dr. Irvin", short_labels=["Irvin"])
MEXICO = entry("mexico", "place", "Mexico")
CARNOT = entry("carnot", "person", "Sadi Carnot", short_labels=["Carnot"])
GEORGE = entry("george", "person", "George Washington", short_labels=["Washington"])
CITY = entry("city", "place", "Washington")
KORLAND = entry("korland", "polity", "Korland")
KRAFT = entry("kraft", "person", "Emil Kraft", short_labels=["Kraft"])
NAM = entry("nam", "person", "Ли Сун Нам", short_labels={"ru": ["Нам"]})
UK = entry("uk", "person", "Чо Мин Ук", short_labels={"ru": ["Ук"]})
REED = entry("reed", "person", "Ann Reed", short_labels=["Reed"])
ELDER = entry("elder", "person", "Hermann Brell", alt_labels=["Brell the Elder"], short_labels=["Brell"])
OTHER = entry("other", "person", "Hermann Brell", short_labels=["Brell"])

# Text, entries, words, entry linked, rule, words of the reason, the other candidates, the name to switch it off by.
CASES = [
    (
        "The painter Xanthe Noyce left.",
        (HAROLD,),
        "Noyce",
        None,
        "rejected: unknown given name",
        "“Xanthe”",
        ["harold"],
    ),
    ("Mrs. Noyce left.", (HAROLD,), "Noyce", None, "rejected: title of the other sex", "“Mrs”", ["harold"]),
    ("Mrs. Irvin left.", (IRVIN,), "Irvin", None, "rejected: title of the other sex", "“Mrs”", ["irvin"]),
    ("New Mexico is far.", (MEXICO,), "Mexico", None, "rejected: part of another name", "“New Mexico”", ["mexico"]),
    (
        "It was Ann Reed-Tempest who left.",
        (REED,),
        "Ann Reed",
        None,
        "rejected: part of another name",
        "“Ann Reed-Tempest”",
        ["reed"],
    ),
    ("Il est rue Carnot.", (CARNOT,), "Carnot", None, "rejected: part of another name", "“rue Carnot”", ["carnot"]),
    ("Washington died.", (GEORGE, CITY), "Washington", "george", "shared_label: person or place", "“died”", ["city"]),
    ("See www.Korland.org.", (KORLAND,), "Korland", None, "rejected: inside an address", "an address", ["korland"]),
    ("Die Kraft fehlt mir.", (KRAFT,), "Kraft", None, "rejected: a noun here", "goes with a noun", ["kraft"]),
    ("Нам сказали не то.", (NAM,), "Нам", None, "rejected: a common word", "a common word here", ["nam"]),
    ("Статья 5 УК не про это.", (UK,), "УК", None, "rejected: an abbreviation", "an abbreviation", ["uk"]),
    ("Reed beds grow; a reed too.", (REED,), "Reed", None, "rejected: small elsewhere", "small letters too", ["reed"]),
    ("Hermann Brell came.", (ELDER, OTHER), "Hermann Brell", "elder", "pref_label: namesake", "no name", ["other"]),
]
IDS = [f"{case[0]}" for case in CASES]


@pytest.mark.parametrize(("text", "entries", "words", "named", "rule", "reason", "others"), CASES, ids=IDS)
def test_a_rule_gives_its_name_its_reason_and_the_other_candidates(  # noqa: PLR0913, PLR0917 - one case
    text: str, entries: Sequence[Entry], words: str, named: str | None, rule: str, reason: str, others: list[str]
) -> None:
    lexicon = Lexicon(entries, headings_own=True)
    decision = next(one for one in explain_text(text, lexicon) if one.exact == words)
    assert (decision.entry, decision.rule) == (named, rule)
    assert reason in decision.evidence
    assert [rejected.entry for rejected in decision.rejected] == others
    assert all(rejected.reason for rejected in decision.rejected)


@pytest.mark.parametrize(("text", "entries", "words", "named", "rule", "reason", "others"), CASES, ids=IDS)
def test_a_rule_that_is_switched_off_decides_nothing(  # noqa: PLR0913, PLR0917 - one case
    text: str, entries: Sequence[Entry], words: str, named: str | None, rule: str, reason: str, others: list[str]
) -> None:
    name = rule.partition(": ")[2]
    assert name in LINKING_RULES
    lexicon = Lexicon(entries, [name], headings_own=True)
    linked = {text[start:end]: entry_id for start, end, entry_id, *_ in link_text(text, lexicon)[0]}
    assert linked.get(words) != named
    assert rule not in {one.rule for one in explain_text(text, lexicon)}, (reason, others)


@pytest.mark.parametrize(
    ("form", "text", "words"),
    [
        ("initials", "R. M. Garland came.", "R. M. Garland"),
        ("shorter name", "Rex Garland came.", "Rex Garland"),
        ("surname in capitals", "Rex Milton GARLAND came.", "Rex Milton GARLAND"),
        ("other order", "Garland, Rex Milton, came.", "Garland, Rex Milton"),
        ("first part of the surname", "Then d’Ormeuil came.", "d’Ormeuil"),
        ("without its article", "Il va au Mans.", "Mans"),
    ],
)
def test_a_form_of_a_name_is_named_and_can_be_switched_off(form: str, text: str, words: str) -> None:
    rex = entry("rex", "person", "Rex Milton Garland")
    orm = entry("orm", "person", "Paul d'Ormeuil de Laval", short_labels=["d'Ormeuil de Laval"])
    mans = entry("mans", "place", "Le Mans")
    linked = [one for one in explain_text(text, Lexicon((rex, orm, mans))) if one.entry]
    assert [one.exact for one in linked] == [words]
    assert form in linked[0].evidence or "label" in linked[0].rule
    without = Lexicon((rex, orm, mans), [form])
    assert words not in [text[start:end] for start, end, *_ in link_text(text, without)[0]]


def test_a_wife_named_by_her_title_is_not_the_bare_surname_of_the_next_sentence() -> None:
    text = "Harold Noyce came. Mrs. Noyce spoke. Noyce left."
    links = link_text(text, Lexicon((HAROLD, FRANCES)))[0]
    assert [(entry_id, rule) for _, _, entry_id, rule, *_ in links] == [
        ("harold", "pref_label"),
        ("frances", "short_label: sex of the title"),
        ("harold", "short_label: named last"),
    ]


def test_whom_all_labels_call_a_doctor_may_be_a_mister_or_half_of_a_couple() -> None:
    text = "Mr. Irvin came. Mr. and Mrs. Irvin spoke. Mrs. Irvin left."
    links = link_text(text, Lexicon((IRVIN,)))[0]
    assert [start for start, _, entry_id, *_ in links if entry_id] == [4, 29]
