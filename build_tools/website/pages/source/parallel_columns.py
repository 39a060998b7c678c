"""Lay out a text in several languages so that a style sheet can set them side by side, row by row.

The page keeps the order of the seed, one column after the other, and each cell carries its row number, so
without the style sheet the text reads as in the seed. The checkboxes for the languages work without scripts.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from operator import attrgetter
from typing import NamedTuple

from build_tools.model import Data
from build_tools.segmentation.alignment import Column
from build_tools.text import html, markdown
from build_tools.website.naming.vocabulary import autonym, direction, language_name

_HEAD_ROW = 1
_LEAD_ROW = 2
PLACES_SHEET = "data/rows.css"
"""The style sheet that says where in the grid each numbered row and column is."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Rendered Markdown that belongs to a block.

    Attributes:
        block: The id of the block.
        content: The Markdown.
        is_language_heading: Whether it is a heading that the editors add to name the language of the block.
    """

    block: str
    content: str
    is_language_heading: bool = False


class _PlacedPiece(NamedTuple):
    column: int  # from 0
    row: int  # of the grid, from 1
    piece: Piece


def places_sheet(laid_out: Iterable[tuple[Column, ...]]) -> Data | None:
    """Return the style sheet for the rows and columns of some texts; None if no text has columns.

    A page may bear no style of its own, so its elements have numbers, and this sheet has a rule for each number.
    """
    grids = [columns for columns in laid_out if columns]
    if not grids:
        return None
    most_rows = max(len(column.rows) for columns in grids for column in columns) + 1
    rules = [f'[data-rows="{number}"]{{--rows:{number}}}' for number in range(1, most_rows + 1)]
    rules += [f'[data-row="{number}"]{{--row:{number}}}' for number in range(1, most_rows + 1)]
    rules += [f'[data-column="{number}"]{{--col:{number}}}' for number in range(1, max(map(len, grids)) + 1)]
    return Data(PLACES_SHEET, "\n".join([*rules, ""]))


def lay_out_columns(pieces: Iterable[Piece], columns: tuple[Column, ...]) -> Iterator[str]:
    """Yield the pieces in order as Markdown, those of aligned blocks set in columns and rows.

    Args:
        pieces: The rendered text.
        columns: The aligned blocks, one column for each language; empty if the text has no parallel versions.
    """
    places = {
        block: (number, row)
        for number, column in enumerate(columns)
        for row, blocks in enumerate(column.rows, _LEAD_ROW)
        for block in blocks
    }
    for is_parallel, group in groupby(pieces, key=lambda piece: piece.block in places):
        if not is_parallel:
            yield from (piece.content for piece in group)
            continue
        placed = [_PlacedPiece(*places[piece.block], piece) for piece in group]
        rows = max(len(column.rows) for column in columns) + 1
        sections = (
            _column(columns[number], number, list(cells)) for number, cells in groupby(placed, key=attrgetter("column"))
        )
        grid = markdown.block("div", sections, "columns", data_rows=str(rows))
        yield markdown.block("div", [_choice(columns), grid], "parallel")


def _column(column: Column, number: int, placed: list[_PlacedPiece]) -> str:
    heading = next((item.piece.content for item in placed if item.piece.is_language_heading), "")
    cells = [_cell(_HEAD_ROW, [heading or _language_heading(column.lang)])]
    rest = [item for item in placed if not item.piece.is_language_heading]
    for row, group in groupby(rest, key=attrgetter("row")):
        cells.append(_cell(row, [item.piece.content for item in group]))
    return markdown.block(
        "section",
        cells,
        "column",
        lang=column.lang,
        dir=direction(column.lang),
        aria_label=language_name(column.lang),
        data_column=str(number + 1),
    )


def _cell(row: int, contents: Iterable[str]) -> str:
    return markdown.block("div", contents, "cell", data_row=str(row))


def _language_heading(lang: str) -> str:
    """Return the name of a language, for a column without a heading that names it."""
    name = html.element("span", markdown.escape(language_name(lang)), lang="en")
    native_name = markdown.escape(autonym(lang))
    both = native_name if autonym(lang) == language_name(lang) else f"{native_name} {name}"
    return markdown.paragraph(both, "", "tongue")


def _choice(columns: tuple[Column, ...]) -> str:
    """Return a checkbox for each language, and one that stacks the columns."""
    boxes = [
        _checkbox(html.element("span", markdown.escape(autonym(column.lang)), lang=column.lang), column.lang)
        for column in columns
    ]
    below = html.element(
        "label",
        html.element("input", None, type_="checkbox", autocomplete="off", data_view="stacked") + "one after the other",
        "below",
    )
    legend = html.element("legend", "Side by side")
    return html.raw_block("fieldset", [legend, *boxes, below], "languages")


def _checkbox(name: str, lang: str) -> str:
    checkbox = html.element("input", None, type_="checkbox", checked="", autocomplete="off", value=lang)
    return html.element("label", checkbox + name, "chip")
