"""Recognise headings: short lines that stand apart, above a paragraph, a list or another heading."""

from __future__ import annotations

import re
from collections.abc import Sequence

from build_tools.segmentation.proto_blocks import ProtoBlock
from build_tools.segmentation.roles import line_classifiers
from build_tools.segmentation.roles.genres.chapter_lines import is_chapter_line, is_chapter_number
from build_tools.segmentation.roles.layout import HEADING_WIDTH, MOST_LINES, Layout, reads_like_heading
from build_tools.segmentation.roles.numbering import Marker

_WORDS = 8  # the most a numbered heading that ends with a full stop has
_COLONS = (":", "：")
_CHAIN = 3  # the most headings in a row: a part, a chapter, its title
_BELOW = frozenset(
    [
        "heading",
        "list-item",
        "caption",
        "dateline",
        "byline",
        "verse",
        "speech",
        "dialogue",
        "quote",
        "speaker",
        "salutation",
        "epigraph",
        "table",
        "contents",
        "illustration",
        "endnote",
    ]
)
_NOT_HEADED = frozenset({"duplicate", "boilerplate"})
_NUMBER = re.compile(r"(?:(?:N[or]\.?|N\.?[ºo]|№|#)\s?\d{1,4}|\d{1,4}(?=\.))[.:]?", re.IGNORECASE)
_ROMAN_NUMBER = re.compile(r"[IVXLC]{1,8}\.?|\d{4}\.")
_ABOVE_NUMBER = frozenset({"heading", "salutation", "dateline"})
_WIDE_GAP = 2  # blank lines that set a question apart as a heading


def assign_headings(layout: Layout, items: Sequence[Marker | None]) -> None:
    """Assign the role of heading, from the last block to the first, so that the role below is known.

    Args:
        layout: The blocks with the roles they have so far.
        items: The list marker of each block, or None.
    """
    chain = 0
    below: int | None = None
    entries = {block.text for block, role in zip(layout.blocks, layout.roles, strict=True) if role == "contents"}
    for index in reversed(range(len(layout.blocks))):
        role = layout.roles[index]
        if role in {None, "list-item"} and layout.is_underlined(index):
            layout.roles[index] = "heading"
            chain = 0
        elif (
            _is_chapter(layout, index, below)
            or _is_entry(layout, index, entries)
            or (chain < _CHAIN and _is_heading(layout, index, items) and _can_head(layout, index, below))
        ):
            layout.roles[index] = "heading"
            chain += 1
        else:
            chain = 0
        if layout.roles[index] not in _NOT_HEADED:
            below = index


def _is_entry(layout: Layout, index: int, entries: set[str]) -> bool:
    """Return whether a line that stands apart is, word for word, an entry of the list of contents."""
    if layout.text(index) not in entries or layout.roles[index] not in {None, "list-item"}:
        return False
    return bool(layout.blocks[index].gap) and layout.ends_apart(index)


def _is_chapter(layout: Layout, index: int, below: int | None) -> bool:
    """Return whether a block is the number of a chapter or letter, or the name below such a number."""
    if below is None or layout.blocks[index].width > HEADING_WIDTH or layout.roles[index] not in {None, "list-item"}:
        return False
    text = layout.text(index)
    if is_chapter_line(text):
        named = layout.begins_apart(index) and (layout.ends_apart(index) or not layout.is_spaced)
        if named or is_chapter_number(text):
            return not layout.completes_previous(index)
    apart = (layout.blocks[index].gap or not index) and layout.blocks[below].gap
    if _ROMAN_NUMBER.fullmatch(text):
        return bool(apart)
    if _NUMBER.fullmatch(text):
        return bool(apart) and layout.roles[below] in _ABOVE_NUMBER
    if not apart or layout.roles[index] or layout.roles[below] or not index or len(text.split()) > _WORDS:
        return False
    return is_chapter_number(layout.text(index - 1))


def _is_heading(layout: Layout, index: int, items: Sequence[Marker | None]) -> bool:
    block = layout.blocks[index]
    if block.width > HEADING_WIDTH or len(block.line_ranges) > MOST_LINES:
        return False
    if layout.roles[index] == "list-item":
        neighbours = items[max(index - 1, 0) : index + 2]
        return _is_numbered_heading(block, items[index], neighbours)
    capitals = line_classifiers.is_capitals(block.text) and not block.text.endswith((",", ";", ":"))
    if capitals and _names_speakers(layout, index):
        return False
    if (
        layout.roles[index]
        or block.text[0] + block.text[-1] in {"()", "[]"}
        or (_asks(block.text) and not capitals and not _is_set_apart(layout, index))
    ):
        return False
    return reads_like_heading(block.text) or capitals


def _names_speakers(layout: Layout, index: int) -> bool:
    """Return whether a line above speeches says who speaks: "PARTICIPANTS: MARSH, OKELL"."""
    return ": " in layout.text(index) and layout.roles[index + 1 : index + 2] == ["speech"]


def _asks(text: str) -> bool:
    """Return whether a text is a question or an exclamation, as what is said is."""
    return text.rstrip("\"'”’»)]_*")[-1:] in {"?", "!", "？", "！"}


def _is_set_apart(layout: Layout, index: int) -> bool:
    """Return whether a wider gap is before a block than behind it."""
    if layout.is_last(index):
        return False
    return layout.blocks[index].gap >= _WIDE_GAP and layout.blocks[index].gap > layout.blocks[index + 1].gap


def _is_numbered_heading(block: ProtoBlock, item: Marker | None, neighbours: Sequence[Marker | None]) -> bool:
    """Return whether a list item is a heading: without a sibling next to it, and without the end of a sentence."""
    if (
        not item
        or item.is_bullet
        or sum(marker is not None and marker.style == item.style for marker in neighbours) > 1
    ):
        return False
    words = block.text[item.length :].split()
    return not line_classifiers.is_closed(block.text) or (block.text.endswith(".") and len(words) <= _WORDS)


def _can_head(layout: Layout, index: int, below: int | None) -> bool:
    """Return whether a block stands apart, above a paragraph, a list or another heading."""
    if (
        below is None
        or not layout.begins_apart(index)
        or not layout.ends_apart(index)
        or layout.completes_previous(index)
    ):
        return False
    if _is_between_labels(layout, index, below):
        return False
    if layout.roles[below]:
        return layout.roles[below] in _BELOW
    return line_classifiers.ends_sentence(layout.text(below)) or layout.blocks[below].width > HEADING_WIDTH


def _is_between_labels(layout: Layout, index: int, below: int) -> bool:
    """Return whether a line answers a label above another: "For Nordia:", who signed for it, "For Vesland:"."""
    labels = (layout.text(index - 1), layout.text(below)) if index and not layout.roles[index] else ("",)
    return all(label.endswith(_COLONS) for label in labels)
