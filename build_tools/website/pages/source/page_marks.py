"""The marks of printed pages in a text: readers cite an old edition by them, beside our paragraph numbers."""

from __future__ import annotations

from bisect import bisect_right

from build_tools.model import Block, Document
from build_tools.text.markdown import slug
from build_tools.website.markup.body_nodes import PageMark

PlacedMark = tuple[int, PageMark]
"""A mark and its place in the text of a block, in code points."""


def mark_pages(document: Document) -> dict[str, tuple[PlacedMark, ...]]:
    """Return the marks of each block in which pages begin, by its id; within a word, a mark stands behind it."""
    marks: dict[str, tuple[PlacedMark, ...]] = {}
    used: set[str] = set()
    blocks = [block for block in document.blocks if block.spans] if document.pages else []
    ends = [block.end for block in blocks]
    for page in document.pages:
        index = bisect_right(ends, page.at)
        if index == len(blocks):
            break
        block = blocks[index]
        identifier = name = f"page-{slug(page.label)}"
        number = 1
        while identifier in used:
            number += 1
            identifier = f"{name}-{number}"
        used.add(identifier)
        place = (_place(block, page.at), PageMark(identifier, page.label))
        marks[block.id] = (*marks.get(block.id, ()), place)
    return marks


def _place(block: Block, at: int) -> int:
    """Return the place in a block of an offset in the seed, or of the first word that begins behind it."""
    place = next((span.at + max(0, at - span.start) for span in block.spans if at < span.end), len(block.text))
    if 0 < place < len(block.text) and not block.text[place - 1].isspace():
        space = block.text.find(" ", place)
        return len(block.text) if space < 0 else space + 1
    return place
