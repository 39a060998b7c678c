"""Whatever is inserted into a hand-written file is in the report, in every format, and links and code come first."""

from __future__ import annotations

import json
import random
import re
from collections.abc import Iterator

import pytest

from build_tools.editing.changes import Changes, changes_as_json, changes_as_markdown, changes_as_text, compare
from build_tools.editing.changes.change_values import Stretch
from build_tools.editing.changes.wording.passage_changes import compare_passages
from build_tools.editing.changes.wording.word_differences import compare_words
from tests.support import scratch
from tests.support.edits import Edited, Editor
from tests.support.matrix import FULL

EDITS = 10  # in each proposed change
SEEDS = range(320 if FULL else 32)


def report_on(edited: Edited) -> Changes:
    return compare(scratch.tree(edited.before), scratch.tree(edited.after), "en", small=0)


@pytest.mark.parametrize("seed", SEEDS)
def test_every_inserted_word_and_construct_is_seen_in_every_format(seed: int) -> None:
    edited = Editor(seed).edit(EDITS)
    changes = report_on(edited)
    text, markdown, data = changes_as_text(changes), changes_as_markdown(changes), changes_as_json(changes)
    for shown in (text, markdown, "".join(added_words(json.loads(data)))):
        assert [word for word in edited.words if f"q{word}q" not in shown] == []
    flagged = " ".join(item["value"] for item in json.loads(data)["constructs"])
    for shown in (flagged, flags(text), flags(markdown)):
        assert [construct for construct in edited.constructs if construct not in shown] == []


def added_words(data: dict[str, list[dict[str, list[dict[str, list[dict[str, str]]]]]]]) -> Iterator[str]:
    for file in data["wording"]:
        for passage in file["passages"]:
            yield from (words["text"] for words in passage["words"] if words["kind"] == "added")


def flags(shown: str) -> str:
    """The section on new constructs of a report as text or as Markdown."""
    return re.split(r"\n\n(?:### )?[A-Z][a-z]", shown.partition("New links, HTML and code")[2])[0]


def edit_notes(notes: str, earlier: str = "") -> Changes:
    before = scratch.corpus() | {"docs/glossary/grain.md": scratch.entry("grain", earlier).encode()}
    return compare(
        scratch.tree(before),
        scratch.tree(before | {"docs/glossary/grain.md": scratch.entry("grain", notes).encode()}),
        "en",
    )


def test_two_thousand_harmless_words_hide_nothing_behind_them() -> None:
    changes = edit_notes(" ".join(f"harmless{number}" for number in range(2_000)) + " slander")
    for shown in (changes_as_text(changes), changes_as_markdown(changes), changes_as_json(changes)):
        assert len(set(re.findall(r"harmless\d+", shown))) == 2_000
        assert "slander" in shown


def test_a_long_paragraph_is_shortened_where_it_did_not_change() -> None:
    words = " ".join(f"old{number}" for number in range(4_000))
    shown = changes_as_text(edit_notes(f"{words} slander", words))
    assert "characters, which are the same) … " in shown
    assert "old3999 {+slander+}" in shown
    assert len(shown) < 1_000


def test_what_does_not_fit_is_counted_and_the_place_to_read_it_named() -> None:
    changes = edit_notes("\n\n".join(f"{number} " + "word " * 5_000 for number in range(30)))
    for shown in (changes_as_text(changes), changes_as_markdown(changes)):
        assert len(shown) < 700_000
        match = re.search(r"Not shown, to save space: (\d+) passages with ([0-9,]+) changed characters", shown)
        assert match
        assert int(match[1]) == 30 - shown.count(", added:")
        assert int(match[2].replace(",", "")) > int(match[1]) * 25_000
    assert "Read them with: git diff a revision a revision -- docs" in changes_as_text(changes)
    hidden = json.loads(changes_as_json(changes))["passages_not_shown"]
    assert hidden["passages"] > 0
    assert hidden["characters"] > hidden["passages"] * 25_000


def test_a_word_of_a_megabyte_is_cut_and_the_rest_is_counted() -> None:
    shown = changes_as_text(edit_notes("x" * 1_000_000))
    assert len(shown) < 40_000
    assert "970,000 more characters removed or added, which only the file has" in shown


def test_words_cannot_close_or_open_a_mark() -> None:
    shown = changes_as_text(edit_notes("kept +} hidden [-slander-] {+ end", "kept end"))
    (line,) = (line for line in shown.splitlines() if "kept" in line)
    assert line.endswith(r"kept {+\x2b} hidden [\x2dslander\x2d] {\x2b+} end")


def test_a_link_hidden_in_a_quoted_field_is_flagged_as_yaml_reads_it() -> None:
    before = scratch.corpus()
    hidden = scratch.entry("grain", definition='"Cereals \\x3cscript src=x\\x3e"').encode()
    text = changes_as_text(
        compare(scratch.tree(before), scratch.tree(before | {"docs/glossary/grain.md": hidden}), "en")
    )
    assert "docs/glossary/grain.md:4: html <script src=x>" in text


def test_a_second_copy_of_a_link_is_flagged_and_a_moved_link_is_not() -> None:
    link = "See [it](https://a.example/)."
    assert [item.line for item in edit_notes(f"{link}\n\nWords.\n\n{link}", f"{link}\n\nWords.").constructs] == [12]
    assert edit_notes(f"Words.\n\n{link}", f"{link}\n\nWords.").constructs == ()


def test_a_host_that_looks_like_another_is_named_as_browsers_look_it_up() -> None:
    changes = edit_notes(
        "See [the paper](https://www.h\u0430ni.co.kr/a) and [more](https://www.hani.co.kr/b).", "Words."
    )
    assert [item.host for item in changes.constructs] == ["www.xn--hni-6cd.co.kr", ""]
    assert "which leads to www.xn--hni-6cd.co.kr" in changes_as_text(changes)


def passages(before: str, after: str) -> list[tuple[int, str, str]]:
    return [(change.line, change.field, change.state) for change in compare_passages(before, after)]


def test_only_passages_that_differ_are_told_each_by_its_own_line() -> None:
    before = "---\ntitle: A\nkind: place\n---\nOne is here.\n\nTwo is there.\n\nThree ends.\n"
    after = "---\nkind: place\ntitle: A big B\nodd: yes\n---\nThree ends.\n\nOne is\nhere.\n\nTwo is not there.\n"
    assert passages(before, before) == []
    assert passages(before, after) == [
        (3, "title", "changed"),
        (4, "odd", "added"),
        (8, "", "spaced"),
        (11, "", "changed"),
    ]


def test_a_passage_at_another_place_is_told_as_moved_and_shows_no_word_as_new() -> None:
    changes = list(compare_passages("One is.\n\nTwo is.\n\nThree is.\n", "Three is.\n\nOne is.\n\nTwo is.\n"))
    assert [(change.line, change.state, change.stretches) for change in changes] == [
        (1, "moved", (Stretch("same", "Three is."),))
    ]


def test_words_behind_the_front_matter_fence_are_words_too() -> None:
    (change,) = compare_passages("---\ntitle: A\n---\n", "---\ntitle: A\n--- slander\n")
    assert change.stretches == (Stretch("added", "slander"),)


@pytest.mark.parametrize("seed", range(200 if FULL else 20))
def test_both_texts_can_be_read_back_from_a_word_difference(seed: int) -> None:
    chosen = random.Random(seed)  # noqa: S311  # examples, no secrets
    before, after = (chosen.choices(("a", "b", "c", "dd", "ee", "港", "口"), k=chosen.randint(0, 60)) for _ in range(2))
    stretches = compare_words(" ".join(before), " ".join(after))
    for words, kind in ((before, "removed"), (after, "added")):
        assert " ".join(part.text for part in stretches if part.kind in {"same", kind}) == " ".join(words)


def test_a_small_edit_is_told_as_a_small_edit() -> None:
    assert compare_words("The cat sat on the mat.", "The cat sat down on the mat.") == (
        Stretch("same", "The cat sat"),
        Stretch("added", "down"),
        Stretch("same", "on the mat."),
    )
    assert compare_words("称韩国为不友好国家", "称韩国为友好国家")[1] == Stretch("removed", "不")


@pytest.mark.parametrize("alphabet", ["a", "abcdefgh", "港口"])
def test_words_that_repeat_without_end_are_compared(alphabet: str) -> None:
    chosen = random.Random(alphabet)  # noqa: S311  # the same
    before, after = (" ".join(chosen.choices(alphabet, k=4_000)) for _ in range(2))
    assert "".join(part.text for part in compare_words(before, after) if part.kind != "removed").replace(" ", "") == (
        after.replace(" ", "")
    )
    assert list(compare_passages(before.replace(" ", "\n\n"), after.replace(" ", "\n\n"))) or alphabet == "a"
