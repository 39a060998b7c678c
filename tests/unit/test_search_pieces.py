"""What the index holds beside its terms: labels and names of entries, facets, passages; nothing written twice."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest

from build_tools.model import Data, Entry, Label
from build_tools.website.caching import NO_CACHE
from build_tools.website.search import compose_search, index_files, postings
from build_tools.website.search.facets import columns
from build_tools.website.search.gathering import gather
from build_tools.website.search.label_rows import label_rows, stem, units
from build_tools.website.search.records import PAGE, Record
from build_tools.website.search.word_rows import read_rows
from tests.support.indexed import DOCUMENT, LORN, MENTION, blocks, data, decode, holders, named_in
from tests.support.invented import cut, entry, source
from tests.support.invented_registers import REGISTERS
from tests.support.kept_answers import KeptAnswers


def labelled(identifier: str, label: str, *others: str) -> Entry:
    return entry(identifier, label, alt_labels=tuple(Label(text, "en") for text in others))


def test_a_label_is_kept_by_its_units_with_the_places_of_its_entries() -> None:
    north, west = labelled("north", "The North (region)", "northern states", "北方"), labelled("west", "West")
    assert label_rows([north, west]) == ["northern state\t0", "the north\t0", "west\t1", "北 方\t0"]


def test_an_entry_that_only_may_bear_a_label_says_so() -> None:
    owner, other = labelled("owner", "Lorn"), entry("other", "Lorn (town)", shared_labels=(Label("the Lorn", "en"),))
    assert label_rows([owner, other]) == ["lorn\t0 1", "the lorn\t1?"]


@pytest.mark.parametrize(
    ("word", "bare"),
    [
        ("countries", "country"), ("states", "state"), ("taxes", "tax"), ("crisis", "crisis"), ("boss", "boss"),
        ("états", "états"), ("us", "us"),
    ],
)  # fmt: skip
def test_a_word_loses_the_ending_of_an_english_plural(word: str, bare: str) -> None:
    assert stem(word) == bare


def test_a_word_by_which_searchers_mean_an_entry_leads_to_it() -> None:
    made = entry("north", "The North", search_labels=(Label("nord-coréen", "fr"),))
    assert label_rows([made]) == ["nord coreen\t0?", "the north\t0"]
    assert holders(compose_search([], [made], {}), "coreen") == [1]


def test_units_are_words_and_single_characters() -> None:
    assert units("unfriendly States of 韩国") == ["unfriendly", "state", "of", "韩", "国"]


def test_labels_of_many_entries_lie_in_sorted_pieces_none_of_them_large() -> None:
    entries = [labelled(f"e{number:04}", f"Name {number:04}") for number in range(3000)]
    found = data(compose_search([], entries, {}))
    pieces = found["manifest"]["labels"]
    assert len(pieces) > 3
    assert [first for first, _ in pieces] == sorted(first for first, _ in pieces)
    assert max(len(found[name]) for _, name in pieces) < 8_000
    names = [row[0] for _, name in found["manifest"]["entries"] for row in found[name]]
    assert names == [one.id for one in entries]
    assert len(json.dumps(found["manifest"])) < 10_000


def test_the_passages_of_each_group_of_pages_are_in_files_of_their_own(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(index_files, "_PASSAGES", 1)
    monkeypatch.setattr(index_files, "_PAGES_IN_GROUP", 1)
    files = compose_search([DOCUMENT], [LORN], {"harbour": (MENTION,)})
    groups = data(files)["manifest"]["blocks"]
    assert [first for first, _, _ in groups] == [0, PAGE + 1]
    assert [[record[0] for record in block["records"]] for block in blocks(files)] == [[0], [1], [2], [3], [PAGE + 1]]
    changed = compose_search([DOCUMENT], [replace(LORN, definition="Another.")], {"harbour": (MENTION,)})
    after = data(changed)["manifest"]["blocks"]
    assert (after[0] == groups[0], after[1] == groups[1]) == (True, False)


def values(column: dict[str, Any], numbers: list[int]) -> list[str]:
    """The values of a facet at these numbers, as a browser reads them."""
    flat = decode(column["runs"])
    runs = list(zip(flat[::2], flat[1::2], strict=True))
    starts = [sum(length for length, _ in runs[:at]) for at in range(len(runs))]
    found = []
    for number in numbers:
        place = [place for start, (_, place) in zip(starts, runs, strict=True) if start <= number][-1]
        found.append(column["values"][place - 1] if place else "")
    return found


def test_every_record_has_its_facets() -> None:
    chinese = cut(
        source("zh", text="甲\n\nB", publisher="Daily"), [("paragraph", "zh", "甲"), ("paragraph", "en", "B")]
    )
    gathered = gather([DOCUMENT, chinese], [LORN], {})
    found = columns(gathered.heads, gathered.records)
    assert values(found["publisher"], [0, 1, 2]) == ["Lorn Gazette", "Daily", ""]
    assert values(found["maker"], [0, 1, 2]) == ["Lorn Gazette", "Daily", ""]
    assert values(found["year"], [0, 1, 2]) == ["2021", "", ""]
    assert values(found["kind"], [0, 1, 2]) == ["text", "text", "polity"]
    assert values(found["language"], [1, 3, PAGE + 1, PAGE + 2, 2 * PAGE + 1]) == ["en", "en", "zh", "en", ""]


def test_points_and_utterances_of_the_registers_are_found_by_what_editors_say_of_them() -> None:
    gathered = gather([], [LORN], {}, REGISTERS)
    assert [(head.path, head.kind) for head in gathered.heads[1:]] == [
        ("discrepancies/end-of-lease", "difference"),
        ("discrepancies/lease-in-chinese", "difference"),
        ("quotations/vane-doubts", "quotation"),
        *[("outside", "outside source")] * 3,
    ]
    found = compose_search([], [entry("ada-vane", "Ada Vane", "person")], {}, REGISTERS)
    assert holders(found, "outlives") == [PAGE + 1]
    assert named_in(found, "ada-vane") == [3 * PAGE + 1]


def test_what_is_unchanged_is_not_read_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(postings, "_READ_TOGETHER", PAGE)
    cache = KeptAnswers()
    first: tuple[Data, ...] = compose_search([DOCUMENT], [LORN], {}, cache=cache)
    assert cache.made == 2
    changed = replace(LORN, definition="Another sentence.")
    second = compose_search([DOCUMENT], [changed], {}, cache=cache)
    assert set(second) != set(first)
    assert cache.made == 3
    assert compose_search([DOCUMENT], [changed], {}, cache=cache) == second
    assert cache.made == 3


def test_pages_that_are_read_together_are_indexed_as_they_are_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    together = compose_search([DOCUMENT], [LORN], {}, REGISTERS)
    monkeypatch.setattr(postings, "_READ_TOGETHER", PAGE)
    assert compose_search([DOCUMENT], [LORN], {}, REGISTERS) == together


def test_words_that_were_kept_are_those_that_are_read() -> None:
    words = (
        "On 13 May 2024 Seoul's U.S.-led talks in Seoul, Зима 2024年5月13日 한국 \ud800 of 5 March",
        "word " * 300,
    )
    records = [Record(PAGE + place, "p1", "¶1", "en", text, 1.0) for place, text in enumerate(words, 1)]
    cache = KeptAnswers()
    assert read_rows(records, cache) == read_rows(records, cache) == read_rows(records, NO_CACHE)
    assert cache.made == 1
