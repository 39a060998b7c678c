"""The data of previews: what a card shows, and a person's offices said no more surely than the evidence allows."""

from __future__ import annotations

import gzip
import json
from pathlib import Path
from typing import Any

import pytest

from build_tools.model import Data, Label
from build_tools.model.registers import Role
from build_tools.website import composing
from build_tools.website.pages import compose_data
from build_tools.website.pages.entry.offices import offices_at
from build_tools.website.survey.lookups import survey
from tests.support.invented import SMALL, document, edition, entry, source

NAMES = {"quay": "Quay Institute", "lorn": "Lorn"}


def previews(data: Data) -> dict[str, dict[str, Any]]:
    target, _, value = data.text.partition(" = ")
    assert target == "globalThis.readerEntries"
    return dict(json.loads(value))


def at(issued: str | None, *roles: Role, **fields: object) -> str:
    return offices_at(entry("ada", "Ada", "person", roles=roles), source(**fields | {"issued": issued}), NAMES)  # type: ignore[arg-type]


def test_a_preview_has_all_that_a_card_shows_and_nothing_empty() -> None:
    shown = previews(compose_data(survey(SMALL))[0])["port-lorn"]
    assert shown == {
        "label": "Port Lorn (harbour)",
        "kind": "place",
        "definition": "A harbour that is leased; its price is disputed.",
        "names": [["洛恩港", "zh"], ["Порт-Лорн", "ru"]],
        "mentions": 6,
        "texts": 2,
    }


def test_an_entry_without_mentions_has_a_preview_without_counts() -> None:
    made = edition([document(("paragraph", "en", "One"))], [entry("unseen", "Unseen")])
    assert previews(compose_data(survey(made))[0]) == {
        "unseen": {"label": "Unseen", "kind": "concept", "definition": "What Unseen is."}
    }


def test_of_several_names_in_a_language_the_first_is_shown_and_none_in_the_sites_own() -> None:
    labels = (Label("the old one", "en"), Label("一", "zh"), Label("二", "zh"), Label("مرفأ", "ar"))
    made = edition([], [entry("one", "One", alt_labels=labels)])
    assert previews(compose_data(survey(made))[0])["one"]["names"] == [["一", "zh"], ["مرفأ", "ar"]]


def test_a_hostile_title_neither_closes_the_script_nor_breaks_a_line() -> None:
    label = 'He said "{{ x }}" \u2028</script><b onload=1>\\'
    data = compose_data(survey(edition([], [entry("one", label)])))[0]
    assert "</" not in data.text and "\u2028" not in data.text
    assert data.text.count("\n") == 1
    assert previews(data)["one"]["label"] == label


def test_previews_are_the_same_bytes_whatever_the_order_of_the_entries() -> None:
    entries = [entry("b", "Same"), entry("a", "Same")]
    assert compose_data(survey(edition([], entries))) == compose_data(survey(edition([], entries[::-1])))


def test_an_edited_definition_changes_one_file_of_data(root: Path) -> None:
    made, _ = composing.compose(root)
    (entries,) = (one for one in made if isinstance(one, Data) and one.path == "data/entries.js")
    shown = previews(entries)
    definition = max((one["definition"] for one in shown.values()), key=len)
    told = [one.path for one in made if isinstance(one, Data) and definition in one.text]
    assert [path for path in told if not path.startswith("data/search/")] == ["data/entries.js"]
    assert len(told) == 2, "one piece of the index of search has it too"
    assert not any(definition in one.markdown for one in made if one.path.startswith("sources/"))  # type: ignore[union-attr]
    assert len(gzip.compress(entries.text.encode(), 9)) < 30_000, "now the previews want a file for each first letter"


@pytest.mark.parametrize(
    ("issued", "role", "expected"),
    [
        ("2023-04-05", Role("Clerk", "", at="2023-04-05"), "At the date of this text, 5 April 2023: Clerk."),
        (
            "2023-04-05T23:59:00-08:00",
            Role("Clerk", "", at="2023-04-05"),
            "At the date of this text, 5 April 2023: Clerk.",
        ),
        (
            "2023-04-05",
            Role("Clerk", "", "quay", begin="2020", end=".."),
            "At the date of this text, 5 April 2023: Clerk, Quay Institute.",
        ),
        (
            "2023-04-05",
            Role("Clerk", "", begin="2020-01", end="2023-04-05"),
            "At the date of this text, 5 April 2023: Clerk.",
        ),
        (
            "2023-04",
            Role("Clerk", "", begin="2023-03-31", end="2023-05"),
            "At the date of this text, April 2023: Clerk.",
        ),
        (
            "2024-06-20/",
            Role("Clerk", "", at="2024-06-20/.."),
            "At the date of this text, 20 June 2024 or later: Clerk.",
        ),
        (
            "2023-04/2023-06",
            Role("Clerk", "[@harbour, ¶1]", at="2023-04/2023-06"),
            "At the date of this text, Apr–June 2023: Clerk.",
        ),
    ],
)
def test_an_office_that_covers_the_date_of_the_text_is_held_then(issued: str, role: Role, expected: str) -> None:
    assert at(issued, role) == expected


@pytest.mark.parametrize(
    ("issued", "role", "expected"),
    [
        # Begun, but no end is known.
        (
            "2023-04-05",
            Role("Clerk", "", begin="2020"),
            "Clerk (2020 or later). At the date of this text, 5 April 2023: not stated.",
        ),
        # Ended in the year of the text, perhaps before it.
        (
            "2023-04-05",
            Role("Clerk", "", begin="2020", end="2023"),
            "Clerk (2020–2023). At the date of this text, 5 April 2023: not stated.",
        ),
        (
            "2023-04-05",
            Role("Clerk", "", at="2023-04"),
            "Clerk (April 2023). At the date of this text, 5 April 2023: not stated.",
        ),
        (
            "2023-04-05",
            Role("Clerk", "", at="2023-04-05?"),
            "Clerk (5 April 2023, uncertain). At the date of this text, 5 April 2023: not stated.",
        ),
        (
            "2023-04-05",
            Role("Clerk", "", end="2030"),
            "Clerk (2030 or earlier). At the date of this text, 5 April 2023: not stated.",
        ),
        (
            "2024-06-20/",
            Role("Clerk", "", begin="2020", end="2030"),
            "Clerk (2020–2030). At the date of this text, 20 June 2024 or later: not stated.",
        ),
        (
            "2023-04/2023-06",
            Role("Clerk", "[@other, ¶1]", at="2023-04/2023-06"),
            "Clerk (Apr–June 2023). At the date of this text, Apr–June 2023: not stated.",
        ),
    ],
)
def test_an_office_that_may_not_cover_the_date_is_told_with_its_own_time(
    issued: str, role: Role, expected: str
) -> None:
    assert at(issued, role) == expected


def test_a_role_without_dates_and_a_text_without_date_claim_nothing() -> None:
    role = Role("Clerk", "")
    assert at("2023-04-05", role) == "Clerk (time not stated). At the date of this text, 5 April 2023: not stated."
    assert at(None, role) == "Clerk (time not stated). The date of this text is not stated."
    assert at(None, Role("Clerk", "", at="2023")) == "Clerk (2023). The date of this text is not stated."
    assert at("2023-04-05") == ""


def test_a_moment_within_the_term_of_the_same_office_is_not_told_beside_it() -> None:
    term = Role("Clerk", "", begin="2020-05", end="2022-04")
    days = (Role("Clerk", "", at="2021"), Role("Clerk", "", at="2020-05"), Role("Clerk", "", at="2021-07?"))
    others = (Role("Mayor", "", at="2021"), Role("Clerk", "", "quay", at="2021"))
    assert at("2023-04-05", *days, term, *others) == (
        "Clerk (May 2020; May 2020 – Apr 2022; July 2021, uncertain); Mayor (2021); Clerk, Quay Institute (2021)."
        " At the date of this text, 5 April 2023: not stated."
    )
    since = Role("Clerk", "", begin="2020", end="..")
    assert at("2019", Role("Clerk", "", at="2021"), since).startswith("Clerk (since 2020). ")


def test_what_the_text_itself_calls_a_person_comes_before_what_others_say_of_other_times() -> None:
    own = Role("Clerk", "[@harbour, ¶1]", at="2022")
    other = Role("Mayor", "[@harbour-lease, ¶1]", at="2021")
    assert at("2023-04-05", own, other) == "In this text: Clerk (2022)."


def test_an_office_attested_before_and_after_a_text_is_said_to_be_just_that() -> None:
    roles = (Role("Mayor", "", "lorn", at="2022"), Role("Mayor", "", "lorn", at="2024-01?"))
    assert (
        at("2023-04-05", *roles)
        == "Before and after this text, 5 April 2023: Mayor, Lorn (2022; January 2024, uncertain)."
    )
    assert at("2022-04-05", *roles).endswith("not stated.")


def test_a_date_of_ours_is_marked_and_an_organisation_named_once() -> None:
    role = Role("Mayor of Lorn", "", "lorn", at="2023-04-05")
    assert at("2023-04-05", role, inferred={"issued": "ours"}) == (
        "At the date of this text, 5 April 2023 (inferred): Mayor of Lorn."
    )
