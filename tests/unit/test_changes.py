from __future__ import annotations

import tempfile
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_tools.corpus import glossary
from build_tools.corpus.front_matter import parse_front_matter
from build_tools.editing.changes import Changes, compare, makes_no_difference, read_sides, texts_to_read
from build_tools.editing.changes.mention_changes import compare_mentions
from build_tools.edition.edition_files import read_edition_files
from build_tools.edition.reading import Reading, read_edition
from build_tools.linking import AffectedTexts, Lexicon, link_text
from build_tools.linking.affected_texts import changed_entries
from build_tools.model import Entry
from build_tools.text import escaping
from build_tools.website import composing
from build_tools.website.markup.composed_page import DeferredPage, SiteFile
from tests.support import scratch
from tests.support.matrix import examples

WORDS = (
    "Orvale",
    "harbour",
    "Office",
    "Tarn",
    "Blue",
    "Line",
    "grain",
    "ferry",
    "lease",
    "the",
    "Ann",
    "A",
    "price",
    "sail",
)
KINDS = ("person", "organisation", "place", "concept", "polity")
MORE_TEXTS = {
    **scratch.TEXTS,
    "minutes": "Minutes\n\nTARN: The harbour-\nmaster spoke of “grain” prices.\n\n"
    "A: The ferry of the Blue\nLine was late. T. Tarn left.\n",
    "verse": "Verse\n\nOr vale, or hill; Orvales and grains, the Blue  Line too.\n\n"
    "Minister Tarn of Orvale, Orvale's own Ann.\n",
}


def told(changes: Changes) -> tuple[object, ...]:
    findings = set(changes.new_findings), set(changes.fixed_findings)
    return changes.mentions, changes.anchors, changes.breaches, changes.items, findings


def read_in_full(files: Mapping[str, bytes]) -> tuple[Reading, dict[str, SiteFile]]:
    """A corpus read by itself, nothing remembered of another, and its pages."""
    with tempfile.TemporaryDirectory() as folder:
        scratch.write(Path(folder), files)
        reading = read_edition(Path(folder), "en")
    return reading, {
        one.path: one.settle() if isinstance(one, DeferredPage) else one
        for one in composing.compose_for_comparison(reading, "en", {one.source.id for one in reading.documents})
    }


labels = st.lists(st.sampled_from(WORDS), min_size=1, max_size=3).map(" ".join)
lists = st.lists(labels, max_size=2, unique=True)


@st.composite
def edits(draw: st.DrawFn) -> dict[str, bytes | None]:
    """Some files of the glossary written anew, made, or deleted."""
    files: dict[str, bytes | None] = {}
    for key in draw(
        st.lists(st.sampled_from([*scratch.ENTRIES, "new-one", "another"]), min_size=1, max_size=3, unique=True)
    ):
        if draw(st.integers(0, 5)) == 0:
            files[f"docs/glossary/{key}.md"] = None
            continue
        fields = {name: draw(lists) for name in ("alt_labels", "short_labels", "shared_labels", "not_within")}
        lines = [f"{name}: {value}" for name, value in fields.items() if value]
        lines += ["related: [orvale]"] * draw(st.integers(0, 1))
        label, kind = draw(labels), draw(st.sampled_from(KINDS))
        definition = draw(st.sampled_from(["Mayor of a town.", "Minister of a place."]))
        head = "\n".join([f"pref_label: {label}", f"kind: {kind}", f"definition: {definition}", *lines])
        files[f"docs/glossary/{key}.md"] = f"---\n{head}\n---\n".encode()
    return files


@examples(full=100, quick=8)
@given(edit=edits())
def test_texts_left_unread_would_have_told_nothing(edit: dict[str, bytes | None]) -> None:
    files = scratch.corpus(MORE_TEXTS)
    after = {path: data for path, data in {**files, **edit}.items() if data is not None}
    whole = compare(scratch.tree(files), scratch.tree(after), "en")
    quick = compare(scratch.tree(files), scratch.tree(after), "en", small=0)
    assert told(quick) == told(whole)
    (earlier, pages), (later, others) = read_in_full(files), read_in_full(after)
    if not whole.unreadable:
        assert whole.mentions == compare_mentions(earlier, later)
    differing = {path for path in pages.keys() | others.keys() if pages.get(path) != others.get(path)}
    if whole.pages is not None:
        assert set(whole.pages) == differing
        assert makes_no_difference(whole) == (not differing and not whole.breaches)
    assert not makes_no_difference(quick) or not differing


@examples(full=300, quick=60)
@given(before=edits(), after=edits(), text=st.sampled_from(sorted(MORE_TEXTS.values())))
def test_a_text_out_of_reach_of_a_change_is_linked_as_it_was(
    before: dict[str, bytes | None], after: dict[str, bytes | None], text: str
) -> None:
    earlier, later = entries_of(before), entries_of(after)
    if not AffectedTexts(changed_entries(earlier, later), (earlier, later)).touches(text):
        one, other = (link_text(text, Lexicon(entries)) for entries in (earlier, later))
        assert [item[:4] for item in one[0]] == [item[:4] for item in other[0]]
        assert one[1] == other[1]


def entries_of(edit: dict[str, bytes | None]) -> list[Entry]:
    files = {**{path: data for path, data in scratch.corpus().items() if path.startswith("docs/glossary/")}, **edit}
    found = []
    for path, data in files.items():
        parsed, _ = parse_front_matter(data.decode(), path) if data else (None, [])
        entry = glossary.read_entry(parsed, "en")[0] if parsed else None
        found += [entry] if entry else []
    return found


def test_most_texts_are_left_unread_where_few_hold_the_new_name(tmp_path: Path) -> None:
    texts = {f"ferry-{number}": f"Ferry {number}\n\nThe ferry does not sail on day {number}.\n" for number in range(30)}
    files = scratch.corpus({**scratch.TEXTS, **texts})
    after = {**files, "docs/glossary/grain.md": scratch.entry("grain", more="alt_labels: [price]\n").encode()}
    scratch.write(tmp_path / "before", files)
    scratch.write(tmp_path / "after", after)
    read = read_edition_files(tmp_path / "before", "en"), read_edition_files(tmp_path / "after", "en")
    chosen = texts_to_read((scratch.tree(files), scratch.tree(after)), read)
    assert chosen == {"letter", "report"}
    assert read_sides(scratch.tree(files), scratch.tree(after), "en", small=0)[2] == 31


@pytest.mark.parametrize(
    ("label", "text"),
    [
        ("harbour master", "the harbour-\nmaster"),
        ("harbour master", "the harbour\n   master"),
        ("fire-arms", "fire arms"),
        ("Orvale", "Or\u00advale"),
        ("不友好国家", "不友好\n国家"),
        ("Café", "Cafe\u0301 Cafe"),
        ("U.N.", "the U.N. said"),
    ],
)
def test_a_name_is_in_reach_however_its_text_is_broken(label: str, text: str) -> None:
    parsed, _ = parse_front_matter(f'---\npref_label: "{label}"\nkind: concept\n---\n', "docs/glossary/one.md")
    assert parsed is not None
    entry = glossary.read_entry(parsed, "en")[0]
    assert entry is not None
    assert AffectedTexts([entry]).touches(text)
    assert not AffectedTexts([replace(entry, pref_label="elsewhere")]).touches(text)


def test_nothing_is_in_reach_of_no_change() -> None:
    assert not AffectedTexts([]).touches("Orvale")


@given(text=st.text())
def test_a_value_is_one_line_without_controls_whatever_it_holds(text: str) -> None:
    shown = escaping.plain(text, 50)
    assert not any(ord(character) < 32 or 127 <= ord(character) < 160 for character in shown)
    assert "##[" not in shown
    assert not shown.startswith("::")
    shown.encode()


@given(text=st.text(alphabet="`a \n<@", max_size=20))
def test_a_code_span_is_closed_by_its_own_fence_alone(text: str) -> None:
    span = escaping.code_span(text)
    fence = span[: len(span) - len(span.lstrip("`"))]
    inside = span[len(fence) : -len(fence)]
    assert span.endswith(fence)
    assert fence not in inside
    assert inside
    assert not inside.startswith("`")
    assert not inside.endswith("`")


def test_a_long_value_is_cut_and_its_length_told() -> None:
    assert escaping.plain("x" * 1_000_000, 3) == "xxx… (1,000,000 characters)"


def test_a_workflow_command_cannot_be_ended_or_begun_by_a_value() -> None:
    assert escaping.command_property("a,b:c%\nd") == r"a%2Cb%3Ac%25\x0ad"
    assert escaping.command_value("::set-output name=a::b") == r"\x3a:set-output name=a::b"
