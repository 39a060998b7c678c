"""The comparison of terms: a dash says only what is known, and languages part only where two of them are quoted."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from build_tools.model import Entry, Label
from build_tools.model.registers import Registers
from build_tools.model.registers import Testimony as Said
from build_tools.website.survey.edition_data import Edition
from tests.support.composed import composed_page
from tests.support.invented import SMALL, document, edition, entry

LEAFLET = document(
    ("paragraph", "en", "The town joined curbs on Nordia."),
    ("paragraph", "zh", "该镇加入了国际对诺迪亚的限制。"),
    ("paragraph", "fr", "Des restrictions contre la Nordie, dit la ville."),
    id="leaflet",
    languages=("en", "zh", "fr"),
)
NEWS = document(("paragraph", "en", "We gave bread."), id="news")
FOUND = '[对诺迪亚的限制](sources/leaflet.md#p2 "对诺迪亚的限制, The harbour lease, ¶2")'
NAMES = {"curbs on Nordia": "curbs", "诺迪亚": "nordia", "Des restrictions": "curbs"}
LEGEND = "none of the names that the glossary has for it stands in this language’s version"


def curbs(*labels: tuple[str, str], **fields: object) -> Entry:
    names = (("Des restrictions", "fr"), *labels)
    alt_labels = tuple(Label(text, lang) for text, lang in names)
    return replace(entry("curbs", "curbs on Nordia", alt_labels=alt_labels), **fields)  # type: ignore[arg-type]


def terms(made: Edition) -> str:
    return composed_page(made, "terms.md").markdown


def chinese(one: Entry) -> str:
    shown = terms(edition([LEAFLET], [one, entry("nordia", "Nordia", "polity")], NAMES))
    row: str
    (row,) = re.findall(r"^\| \[curbs on Nordia\].*$", shown, re.MULTILINE)
    assert (LEGEND in shown) == (" – |" in row)
    return row.split(" | ")[2]


@pytest.mark.parametrize(
    ("labels", "fields", "cell"),
    [
        ((), {}, "–"),
        ((("对诺迪亚的限制", "zh"),), {}, FOUND),
        ((("对诺迪亚的限制", "zh-Hans"), ("限制", "zh")), {}, FOUND),
        ((("诺迪亚", "zh"),), {}, "–"),
        ((("restrictions", "fr"),), {}, "–"),
        ((("限制", "zh"),), {"not_within": (Label("对诺迪亚的限制", "zh"),)}, "–"),
        ((("限制", "zh"),), {"not_in_sources": ("leaflet",)}, "–"),
        ((), {"short_labels": (Label("限制", "zh"),)}, "–"),
    ],
    ids=["no name", "unlinked", "longest", "of another entry", "other language", "in a phrase", "elsewhere", "short"],
)
def test_a_dash_stands_only_where_the_text_has_no_name_of_it(
    labels: tuple[tuple[str, str], ...], fields: dict[str, object], cell: str
) -> None:
    assert chinese(curbs(*labels, **fields)) == cell


@pytest.mark.parametrize(
    ("label", "found"), [("ville", True), ("vill", False), ("Ville", False), ("la nordie", True), ("Nordie", True)]
)
def test_a_name_ends_at_a_word_and_has_its_capitals(label: str, *, found: bool) -> None:
    town = entry("town", "town", alt_labels=(Label(label, "fr"), Label("该镇", "zh")))
    shown = terms(edition([LEAFLET], [town], {"town": "town", "该镇": "town"}))
    assert ("leaflet.md#p3" in shown) == found


@pytest.mark.parametrize(
    ("passages", "listed"),
    [
        ((("news", "p1", "bread"), ("leaflet", "p1", "joined")), False),
        ((("leaflet", "p1", "joined"), ("leaflet", "p1", "curbs")), False),
        ((("news", "p1", "bread"), ("leaflet", "p2", "加入")), False),
        ((("leaflet", "p1", "joined"), ("leaflet", "p2", "加入")), True),
        ((("leaflet", "p2", "加入"), ("leaflet", "p3", "dit"), ("news", "p1", "bread")), True),
    ],
)
def test_languages_part_where_a_point_quotes_two_of_them(
    passages: tuple[tuple[str, str, str], ...], *, listed: bool
) -> None:
    says = tuple(Said(*passage, "a gloss") for passage in passages)
    point = replace(SMALL.registers.discrepancies[1], id="joined", title="Who joined?", about=("curbs",), says=says)
    made = edition([LEAFLET, NEWS], [curbs()], NAMES, registers=Registers((point,)))
    shown = terms(made)
    assert ("Where the languages diverge 1" in shown) == listed
    assert ("Who joined?" in shown) == listed
