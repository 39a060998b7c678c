"""Annotating any text with any entries: what comes out, and that nothing that goes in does harm."""

from __future__ import annotations

import hashlib
import json
import random
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_tools.editing.annotation import annotate, as_lines, read_lexicon
from build_tools.exports.resource_names import PROGRAM, VOCABULARY
from build_tools.exports.standoff.web_annotations import CONTEXT
from build_tools.linking import Lexicon, explain_text
from build_tools.model import Entry, Label
from tests.support.matrix import FULL, some


def entry(entry_id: str, kind: str, *labels: str, short: tuple[str, ...] = ()) -> Entry:
    alternatives = tuple(Label(text, "en") for text in labels[1:])
    shorts = tuple(Label(text, "en") for text in short)
    return Entry(entry_id, kind, labels[0], alternatives, shorts, (), (), "", (), (), (), (), "", 1, f"{entry_id}.md")


ENTRIES = (
    entry("atlantis", "polity", "Atlantis", "U.A.", "ATL"),
    entry("mint", "organisation", "Atlantis Mint"),
    entry("roe", "person", "Edward T. Roe", short=("Roe",)),
    entry("kim", "person", "Kim Tae-sik", short=("Kim",)),
    entry("song", "person", "Kim Song", short=("Kim",)),
    entry("a", "concept", "A"),
    entry("deal", "agreement", "secret deal"),
    entry("han", "place", "朝鲜", "朝鲜半岛"),
)
WORDS = st.sampled_from(
    [label for one in ENTRIES for label in (one.name, *(item.text for item in (*one.alt_labels, *one.short_labels)))]
)
NOISE = st.text(
    alphabet=st.one_of(st.sampled_from(" \n\r\t-–—’'“”\".,:;()[]朝鲜éÉ\u200b\u00adAR"), st.characters()), max_size=6
)
TEXTS = st.lists(
    st.one_of(WORDS, NOISE, st.sampled_from([" ", "\n", " Library ", " Tom ", "President "])), max_size=14
).map("".join)


def test_an_annotation_is_a_w3c_web_annotation_with_its_rule() -> None:
    annotations, _ = annotate("In Atlantis,", "notes/a.txt", Lexicon(ENTRIES))
    (line,) = as_lines(annotations).splitlines()
    assert json.loads(line) == {
        "@context": [
            "http://www.w3.org/ns/anno.jsonld",
            {"rule": f"{VOCABULARY}rule", "sha256": f"{VOCABULARY}sha256"},
        ],
        "id": "notes/a.txt#char=3,11",
        "type": "Annotation",
        "motivation": "identifying",
        "creator": PROGRAM,
        "body": {"id": "atlantis"},
        "target": {
            "source": "notes/a.txt",
            "sha256": hashlib.sha256(b"In Atlantis,").hexdigest(),
            "selector": [
                {"type": "TextPositionSelector", "start": 3, "end": 11},
                {"type": "TextQuoteSelector", "exact": "Atlantis", "prefix": "In ", "suffix": ","},
            ],
        },
        "rule": "pref_label",
    }


def test_below_an_address_everything_that_an_annotation_names_is_absolute() -> None:
    annotations, _ = annotate("In Atlantis,", "my notes/a.txt", Lexicon(ENTRIES))
    value = json.loads(as_lines(annotations, "https://edition.example"))
    assert value["target"]["source"] == "https://edition.example/my%20notes/a.txt"
    assert value["id"] == "https://edition.example/my%20notes/a.txt#char=3,11"
    assert value["body"]["id"] == "https://edition.example/glossary/atlantis/"


@given(TEXTS)
def test_annotations_are_sorted_never_overlap_and_quote_their_text(text: str) -> None:
    annotations, _ = annotate(text, "a.txt", Lexicon(ENTRIES))
    assert all(text[one.start : one.end] == one.exact != "" for one in annotations)
    assert all(text.startswith(one.prefix + one.exact + one.suffix, one.start - len(one.prefix)) for one in annotations)
    assert all(len(one.prefix) <= CONTEXT and len(one.suffix) <= CONTEXT for one in annotations)
    assert all(before.end <= after.start for before, after in pairwise(annotations))


@given(TEXTS, st.integers())
def test_the_order_of_entries_changes_nothing(text: str, seed: int) -> None:
    shuffled = list(ENTRIES)
    random.Random(seed).shuffle(shuffled)  # noqa: S311  # no secret is made of it
    assert annotate(text, "a.txt", Lexicon(ENTRIES)) == annotate(text, "a.txt", Lexicon(shuffled))


@given(TEXTS)
def test_an_unrelated_entry_changes_no_other_mention(text: str) -> None:
    stranger = entry("stranger", "person", "Gottlieb Zwingenberger", short=("Zwingenberger",))
    assert annotate(text, "a.txt", Lexicon(ENTRIES)) == annotate(text, "a.txt", Lexicon((*ENTRIES, stranger)))


@given(TEXTS)
def test_the_reasons_given_are_those_of_the_links_made(text: str) -> None:
    annotations, _ = annotate(text, "a.txt", Lexicon(ENTRIES))
    decisions = [one for one in explain_text(text, Lexicon(ENTRIES)) if one.entry]
    assert [(one.start, one.end, one.entry, one.rule) for one in annotations] == [
        (one.start, one.end, one.entry, one.rule) for one in decisions
    ]


@pytest.mark.parametrize(
    "text", ["", "\x00Atlantis\x00", "\ud800 Atlantis", "\ufeffAtlantis", "Atlantis" + "\u200b" * 5, " \n \n "]
)
def test_strange_text_gives_a_result(text: str) -> None:
    annotations, _ = annotate(text, "a.txt", Lexicon(ENTRIES))
    assert [one.exact for one in annotations] == (["Atlantis"] if "Atlantis" in text else [])


@pytest.mark.parametrize("times", some((33_000, 330_000)))
def test_a_long_line_is_read_to_its_end(times: int) -> None:
    annotations, _ = annotate("Roe of Atlantis " * times, "a.txt", Lexicon(ENTRIES))
    assert len(annotations) == 2 * times


@pytest.mark.parametrize(
    "piece",
    ["Roe Roe ", "Kim ", "A. ", "A: ", "President Kim ", "Atlantis Mint’s ", "\n\nR: Roe", "  A", "secret ", "朝鲜"],
)
def test_no_text_makes_the_time_grow_faster_than_its_length(piece: str) -> None:
    annotations, _ = annotate(piece * (40_000 if FULL else 4_000), "a.txt", Lexicon(ENTRIES))
    assert all(one.exact for one in annotations)


def test_strange_labels_give_a_result() -> None:
    odd = (
        entry("odd", "place", "\ud800", " ", "…", "\x00", "“”", "-", "a\ud800b"),
        entry("twin", "polity", "Atlantis"),
    )
    annotations, advice = annotate("\ud800 … - Atlantis", "a.txt", Lexicon((*ENTRIES, *odd)))
    assert annotations == ()
    assert [one.code for one in advice] == ["mention-undecided"]
    assert "(atlantis, twin)" in advice[0].message


@pytest.mark.parametrize("number", some((5_000, 50_000)))
def test_many_thousand_entries_are_read(number: int) -> None:
    many = (entry(f"e{at}", "place", f"Place{at} Hill{at}") for at in range(number))
    annotations, _ = annotate(f"To Place{number - 1} Hill{number - 1}.", "a.txt", Lexicon(many))
    assert [one.entry for one in annotations] == [f"e{number - 1}"]


def test_a_folder_is_read_without_the_rules_of_a_house(tmp_path: Path) -> None:
    folder = tmp_path / "terms"
    folder.mkdir()
    (folder / "roe.md").write_text(
        "---\npref_label: Roe\nkind: person\nrelated: [nobody]\nodd: 1\n---\n", encoding="utf-8"
    )
    (folder / "bad.md").write_text("no front matter", encoding="utf-8")
    lexicon, findings = read_lexicon(folder)
    assert list(lexicon.entries) == ["roe"]
    assert [(one.path, one.code, one.severity) for one in findings] == [
        ("terms/bad.md", "front-matter-missing", "error"), ("terms/roe.md", "key-unknown", "advice"),
    ]  # fmt: skip
