"""Places in raw files, whatever the text: maps lead from each character that is shown to the raw file, and back."""

from __future__ import annotations

import csv
import io
import json
from types import SimpleNamespace
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from build_tools.exports.standoff.raw_places import place_mentions, raw_span
from build_tools.exports.standoff.source_maps import source_map_json
from build_tools.exports.tables.row_formats import csv_head, rows_as_csv, rows_as_json
from build_tools.exports.tables.table_fields import DataColumn, DataTable
from build_tools.model import Block, Document, Mention, Span
from build_tools.segmentation import segment
from tests.support.builds import ROOT
from tests.support.exported import as_cell, examples, published
from tests.support.hostile_text import HOSTILE
from tests.support.invented import source

PIECES = [piece for piece in HOSTILE if piece != "\ud800"]
RAW = st.lists(
    st.sampled_from(
        [*PIECES, " ", "\n", "\r\n", "\n\n", "\r\n\r\n", "\ufeff", "inter-\nnational ", "A line of words\n"]
    ),
    min_size=1,
    max_size=30,
).map(lambda pieces: f"The lease\n\n{''.join(pieces)} word\n\nThe end.\n")


def decoder() -> SimpleNamespace:
    """The functions that the page of the data shows, without the lines that print."""
    (shown,) = [program for program in examples("python") if "def raw_place" in program]
    names: dict[str, Any] = {}
    exec(shown.partition("\nfor file in")[0], names)  # noqa: S102 - a program of ours
    return SimpleNamespace(**names)


def check_map(document: Document) -> int:
    """Follow every character that a text shows to the raw file and back, and return how many there are."""
    read, raw = decoder(), document.source.text
    value = json.loads(source_map_json(document))
    blocks = {block["id"]: block for block in value["blocks"]}
    for block in document.blocks:
        assert blocks[block.id]["characters"] == len(block.text)
        for at, character in enumerate(block.text):
            start, end = read.raw_place(blocks[block.id], at)
            if read.shown_place(value, start) == (block.id, at):
                assert raw[start:end] == character
            else:  # the space that stands for what is between two runs, none of which is shown
                assert character == " "
                assert start < end
                assert {read.shown_place(value, place) for place in range(start, end)} == {None}
    shown = [read.shown_place(value, place) for place in range(len(raw))]
    for place, found in enumerate(shown):
        if found is None:
            is_set_aside = any(start <= place < end for start, end, _ in value["set_aside"])
            assert is_set_aside or not raw[place].strip() or raw[place] == "\ufeff"
        else:
            assert read.raw_place(blocks[found[0]], found[1]) == (place, place + 1)
    return sum(len(block.text) for block in document.blocks)


def test_a_map_leads_from_every_character_of_the_texts_of_this_edition_to_the_raw_file_and_back() -> None:
    assert sum(map(check_map, published(ROOT).documents)) > 30_000


@given(RAW)
def test_a_map_leads_from_every_character_of_any_text_to_the_raw_file_and_back(raw: str) -> None:
    document, _ = segment(source(text=raw))
    assert check_map(document) > 0


@given(RAW, st.data())
def test_a_span_that_is_shown_is_the_same_words_in_the_raw_file(raw: str, data: st.DataObject) -> None:
    document, _ = segment(source(text=raw))
    block = data.draw(st.sampled_from(document.blocks))
    letters = [at for at, character in enumerate(block.text) if not character.isspace()]
    start = data.draw(st.sampled_from(letters))
    end = data.draw(st.sampled_from([at for at in letters if at >= start])) + 1
    span = raw_span(block, start, end)
    assert span is not None
    shown = block.text[start:end]
    assert (raw[span[0]], raw[span[1] - 1]) == (shown[0], shown[-1])
    if len(block.spans) == 1:
        assert raw[slice(*span)] == shown


def test_a_mention_across_the_end_of_a_line_is_the_words_of_the_raw_file_with_that_end() -> None:
    raw = "The men of Port\r\nOrvale pay."
    block = Block("p1", "paragraph", "en", "The men of Port Orvale pay.", (Span(0, 0, 15), Span(16, 17, 28)))
    document = Document(source(text=raw), (block,), ())
    at = block.text.index("Port Orvale")
    mention = Mention("harbour", block.id, at, at + len("Port Orvale"), "Port Orvale", "orvale", "pref_label")
    (placed,) = place_mentions(document, [mention])
    assert placed.exact == "Port\r\nOrvale" == raw[placed.start : placed.end]


CELLS = st.one_of(
    st.none(), st.booleans(), st.integers(), st.text(st.characters(exclude_categories=["Cs"])), st.sampled_from(PIECES)
)
TABLE = DataTable("odd", "Odd rows.", (DataColumn("a", "A."), DataColumn("b", "B."), DataColumn("c", "C.")))


@given(st.lists(st.tuples(CELLS, CELLS, CELLS)))
def test_any_row_is_read_back_from_both_formats_as_it_was(listed: list[tuple[Any, Any, Any]]) -> None:
    known = [tuple(value if value != "" else None for value in row) for row in listed]
    assert [tuple(one.values()) for one in json.loads(f"[{rows_as_json(listed, TABLE)}]")] == known
    text = csv_head(TABLE) + rows_as_csv(listed)
    cells = list(csv.reader(io.StringIO(text, newline=""), strict=True))
    assert cells == [["a", "b", "c"], *([as_cell(value) for value in row] for row in known)]
    assert text.endswith("\r\n")
