"""Infer the parts of books that are no running text: lists of contents, epigraphs, pictures, the rows of tables."""

from __future__ import annotations

import re
from collections.abc import Iterator

from build_tools.segmentation.roles import line_classifiers
from build_tools.segmentation.roles.cue_words import all_phrases, any_phrase
from build_tools.segmentation.roles.genres.chapter_lines import is_chapter_number
from build_tools.segmentation.roles.layout import HEADING_WIDTH, Layout
from build_tools.segmentation.roles.speakers import is_attribution

_ILLUSTRATION = re.compile(rf"\[\s?(?:{any_phrase('illustration labels')})\b[^\]\n]*\]?", re.IGNORECASE)
_CONTENTS = frozenset(all_phrases("contents headings"))
_WIDEST_ENTRY = 110  # columns
_MOST_WORDS = 10  # of an entry that ends with a full stop
_BREAK = 2  # blank lines that end a list of contents
_LEAST_ROWS = 2
_QUOTES = "\"“«„‘'「『_"
_WIDEST_EPIGRAPH = 400


def is_illustration(text: str) -> bool:
    """Return whether a text stands for a picture: "[Illustration: The mill.]"."""
    return text.startswith("[") and bool(_ILLUSTRATION.match(text))


def assign_contents(layout: Layout) -> None:
    """Assign the roles of lists of contents and of the heading above them."""
    for index, block in enumerate(layout.blocks):
        if not layout.roles[index] and block.width <= _WIDEST_ENTRY and line_classifiers.has_leaders(block.text):
            layout.roles[index] = "contents"
        if block.width > _WIDEST_ENTRY or block.text.strip(" .:：_").lower() not in _CONTENTS or layout.is_last(index):
            continue
        entries = list(_entries(layout, index))
        if entries:
            layout.roles[index] = "heading"
            for entry in entries:
                layout.roles[entry] = "contents"


def _entries(layout: Layout, heading: int) -> Iterator[int]:
    """Yield the entries of a list of contents: short lines, up to a wider gap or to the first of them in the text."""
    seen: set[str] = set()
    begun: list[str] = []
    leaders = False
    first_gap_below = layout.blocks[heading + 2].gap if heading + 2 < len(layout.blocks) else 0
    first_gap = layout.blocks[heading + 1].gap
    for index in range(heading + 1, len(layout.blocks)):
        block = layout.blocks[index]
        below = index > heading + 1
        if block.width > _WIDEST_ENTRY or block.text in seen or (below and block.gap > max(first_gap, _BREAK)):
            return
        if is_chapter_number(block.text) and any(entry.startswith(block.text.strip(". ").lower()) for entry in begun):
            return
        begun.append(block.text.lower())
        if below and block.gap >= _BREAK > first_gap and not line_classifiers.has_leaders(block.text):
            return
        if line_classifiers.is_ornament(block.text) or layout.roles[index] not in {None, "list-item", "contents"}:
            return
        if block.text[-1] in "?!。" or (block.text[-1] == "." and len(block.text.split()) > _MOST_WORDS):
            return
        led = line_classifiers.has_leaders(block.text)
        if leaders and not led and block.gap > first_gap_below:
            return
        leaders = leaders or led
        seen.add(block.text)
        yield index


def assign_rows(layout: Layout) -> None:
    """Assign the role of the rows of a table: lines that follow one another, with cells that wide spaces keep apart."""
    rows: list[int] = []
    for index in range(len(layout.blocks) + 1):
        is_row = index < len(layout.blocks) and layout.cells(index) > 1 and layout.roles[index] in {None, "list-item"}
        if is_row and rows and not layout.blocks[index].gap:
            rows.append(index)
            continue
        if len(rows) >= _LEAST_ROWS:
            for row in rows:
                layout.roles[row] = "table"
        rows = [index] if is_row else []


def assign_epigraphs(layout: Layout) -> None:
    """Assign the role of what is quoted below a title or a heading, above the name of its author."""
    for index in range(1, len(layout.blocks) - 1):
        if layout.roles[index] not in {None, "verse"} or layout.roles[index - 1] not in {
            "title",
            "byline",
            "heading",
            "subtitle",
        }:
            continue
        block, following = layout.blocks[index], layout.text(index + 1)
        quoted = block.text[0] in _QUOTES or block.indent >= layout.blocks[index - 1].indent + 4
        named = layout.roles[index + 1] in {None, "signature", "dialogue"} and _is_source(following)
        if quoted and named and block.width <= _WIDEST_EPIGRAPH:
            layout.roles[index], layout.roles[index + 1] = "epigraph", "signature"


def _is_source(text: str) -> bool:
    dashed = text.startswith(("--", "—", "―", "–"))
    return is_attribution(text) or (dashed and len(text) <= HEADING_WIDTH and text[-1] not in "?!")
