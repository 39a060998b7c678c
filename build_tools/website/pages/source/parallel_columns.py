"""A text in several languages, laid out so that a style sheet can set them side by side, row by row.

The order in the page is that of the seed, one column after the other; each cell says in which row it
stands, so a reader without our style sheet reads on as in the seed. The boxes that choose languages
work without a script.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from build_tools.segmentation.alignment import Column
from build_tools.text import html, markdown
from build_tools.website.naming.vocabulary import autonym, direction, language_name

_HEAD_ROW = 1
_LEAD_ROW = 2


@dataclass(frozen=True, slots=True)
class Piece:
    """What is rendered of a block or for it; `ours` is a heading that names its language."""

    block: str
    content: str
    ours: bool = False


def lay_side_by_side(pieces: Iterable[Piece], columns: tuple[Column, ...]) -> Iterator[str]:
    """The pieces in their order, those of the columns in columns and rows."""
    places = {
        block: (number, row)
        for number, column in enumerate(columns)
        for row, blocks in enumerate(column.rows, _LEAD_ROW)
        for block in blocks
    }
    for beside, group in groupby(pieces, key=lambda piece: piece.block in places):
        if not beside:
            yield from (piece.content for piece in group)
            continue
        placed = [(*places[piece.block], piece) for piece in group]
        rows = max(len(column.rows) for column in columns) + 1
        made = (
            _column(columns[number], number, [(row, piece) for _, row, piece in cells])
            for number, cells in groupby(placed, key=lambda item: item[0])
        )
        grid = markdown.block("div", made, "columns", style=f"--rows: {rows}")
        yield markdown.block("div", [_choice(columns), grid], "parallel")


def _column(column: Column, number: int, pieces: list[tuple[int, Piece]]) -> str:
    named = next((piece.content for _, piece in pieces if piece.ours), "")
    cells = [_cell(_HEAD_ROW, [named or _tongue(column.lang)])]
    rest = [(row, piece) for row, piece in pieces if not piece.ours]
    for row, group in groupby(rest, key=lambda item: item[0]):
        cells.append(_cell(row, [piece.content for _, piece in group]))
    return markdown.block(
        "section",
        cells,
        "column",
        lang=column.lang,
        dir=direction(column.lang),
        aria_label=language_name(column.lang),
        style=f"--col: {number + 1}",
    )


def _cell(row: int, contents: Iterable[str]) -> str:
    return markdown.block("div", contents, "cell", style=f"--row: {row}")


def _tongue(lang: str) -> str:
    """The name of a language above its column, where no heading names it."""
    name = html.element("span", markdown.escape(language_name(lang)), lang="en")
    own = markdown.escape(autonym(lang))
    return markdown.paragraph(own if autonym(lang) == language_name(lang) else f"{own} {name}", "", "tongue")


def _choice(columns: tuple[Column, ...]) -> str:
    """Boxes for the languages, and one that sets them below each other."""
    boxes = [_box(html.element("span", markdown.escape(autonym(one.lang)), lang=one.lang), one.lang) for one in columns]
    below = html.element(
        "label",
        html.element("input", None, type_="checkbox", autocomplete="off", data_view="stacked") + "one after the other",
        "below",
    )
    legend = html.element("legend", "Side by side")
    return html.raw_block("fieldset", [legend, *boxes, below], "languages")


def _box(name: str, lang: str) -> str:
    box = html.element("input", None, type_="checkbox", checked="", autocomplete="off", value=lang)
    return html.element("label", box + name, "chip")
