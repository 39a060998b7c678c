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
from build_tools.website.localisation import words_language
from build_tools.website.markup.body_nodes import Block, Division, Paragraph, Phrase, Slot
from build_tools.website.naming.vocabulary import autonym, language_name

_HEAD_ROW = 1
_LEAD_ROW = 2
LANGUAGES_SLOT = "languages"
"""The place for the choice of languages."""

WORDINGS_SLOT = "wordings"
"""The place for what editors say of wordings that differ."""

PLACES_SHEET = "data/rows.css"
"""The style sheet that says where in the grid each numbered row and column is."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Blocks of a page that belong to a block of a text.

    Attributes:
        block: The id of the block.
        content: The blocks of the page.
        is_language_heading: Whether it is a heading that the editors add to name the language of the block.
    """

    block: str
    content: tuple[Block, ...]
    is_language_heading: bool = False


class _PlacedPiece(NamedTuple):
    column: int  # from 0
    row: int  # of the grid, from 1
    piece: Piece


def places_sheet(laid_out: Iterable[tuple[Column, ...]]) -> Data | None:
    """Return the style sheet for the rows and columns of some texts; None if no text has columns.

    A page may have no style of its own, so its elements have numbers, and this sheet has a rule for each number.
    """
    grids = [columns for columns in laid_out if columns]
    if not grids:
        return None
    most_rows = max(len(column.rows) for columns in grids for column in columns) + 1
    rules = [f'[data-rows="{number}"]{{--rows:{number}}}' for number in range(1, most_rows + 1)]
    rules += [f'[data-row="{number}"]{{--row:{number}}}' for number in range(1, most_rows + 1)]
    rules += [f'[data-columns="{number}"]{{--columns:{number}}}' for number in range(1, max(map(len, grids)) + 1)]
    rules += [f'[data-column="{number}"]{{--col:{number}}}' for number in range(1, max(map(len, grids)) + 1)]
    return Data(PLACES_SHEET, "\n".join([*rules, ""]))


def lay_out_columns(pieces: Iterable[Piece], columns: tuple[Column, ...], *, has_notes: bool) -> Iterator[Block]:
    """Yield the pieces in order, those of aligned blocks set in columns and rows.

    Args:
        pieces: The text.
        columns: The aligned blocks, one column for each language; empty if the text has no parallel versions.
        has_notes: Whether there are notes beside the rows. The grid says so, and how many columns it has, where it
            begins: a browser draws a page before it has all of it.
    """
    places = {
        block: (number, row)
        for number, column in enumerate(columns)
        for row, blocks in enumerate(column.rows, _LEAD_ROW)
        for block in blocks
    }
    for is_parallel, group in groupby(pieces, key=lambda piece: piece.block in places):
        if not is_parallel:
            for piece in group:
                yield from piece.content
            continue
        placed = [_PlacedPiece(*places[piece.block], piece) for piece in group]
        rows = max(len(column.rows) for column in columns) + 1
        sections = tuple(
            _column(columns[number], number, list(cells)) for number, cells in groupby(placed, key=attrgetter("column"))
        )
        classes = ("columns", *(("with-notes",) if has_notes else ()))
        sizes = (("data-columns", str(len(columns))), ("data-rows", str(rows)))
        grid = Division((*sections, Slot(WORDINGS_SLOT)), classes, attributes=sizes)
        yield Division((Slot(LANGUAGES_SLOT), grid), ("parallel",))


def _column(column: Column, number: int, placed: list[_PlacedPiece]) -> Division:
    heading = next((item.piece.content for item in placed if item.piece.is_language_heading), ())
    cells = [_cell(_HEAD_ROW, heading or (_language_heading(column.lang),))]
    rest = [item for item in placed if not item.piece.is_language_heading]
    for row, group in groupby(rest, key=attrgetter("row")):
        cells.append(_cell(row, tuple(block for item in group for block in item.piece.content)))
    attributes = (("aria-label", language_name(column.lang)), ("data-column", str(number + 1)))
    return Division(tuple(cells), ("column",), "section", attributes, column.lang)


def _cell(row: int, contents: tuple[Block, ...]) -> Division:
    return Division(contents, ("cell",), attributes=(("data-row", str(row)),))


def _language_heading(lang: str) -> Paragraph:
    """Return the name of a language, for a column without a heading that names it."""
    native_name, name = autonym(lang), language_name(lang)
    both = (native_name,) if native_name == name else (f"{native_name} ", Phrase((name,), lang=words_language()))
    return Paragraph(both, classes=("tongue",))


def language_choice(columns: tuple[Column, ...]) -> list[dict[str, str]]:
    """Return the languages among which a reader chooses, each with its own name, as the template shows them."""
    return [{"lang": column.lang, "name": autonym(column.lang)} for column in columns]
