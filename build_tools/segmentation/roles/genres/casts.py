"""Recognise plays: the list of those who act in one, and the lines that divide it into acts and scenes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from build_tools.segmentation.roles.cue_words import all_phrases, any_word
from build_tools.segmentation.roles.genres.chapter_lines import is_chapter_line
from build_tools.segmentation.roles.layout import Layout

_HEADINGS = all_phrases("cast headings")
_DIVISION = re.compile(rf"(?<![^\W_]){any_word('stage divisions')}(?![^\W_])", re.IGNORECASE)
_WITHIN = 24  # code points; the words of a division stand at its beginning
_EAST_ASIAN_DIVISION = re.compile(r"第\s?[\d一二三四五六七八九十]+\s?[幕场場]|제\s?\d+\s?[막장]")
_LONGEST_HEADING = 40  # code points
_WIDEST_ENTRY = 110  # columns
_MOST_ENTRIES = 60
_NAME = re.compile(
    r"[-–—*•]?\s?([^\W\d_][^,;:()，。；：（）—–]{0,40}?)(?:(?<=\w{5})\.(?:\s|$)|[,;:()，。；：（）—–]|\.?$)"
)
_ARTICLES = re.compile(r"(?:an?|the|un|une|une?|el|la|le|les|ein|eine|der|die|das)\s|l['’]", re.IGNORECASE)


def is_cast_heading(text: str) -> bool:
    """Return whether a line heads the list of those who act in a play."""
    return len(text) <= _LONGEST_HEADING and text.strip(" .:：_").lower() in _HEADINGS


def is_stage_division(text: str) -> bool:
    """Return whether a line begins an act or a scene."""
    if len(text) > _WIDEST_ENTRY:
        return False
    if text[0] in "第제":
        return _EAST_ASIAN_DIVISION.match(text) is not None
    return _DIVISION.search(text, 0, _WITHIN) is not None and is_chapter_line(text)


def cast_names(texts: Iterable[str]) -> frozenset[str]:
    """Return, in capitals, the names in the list of those who act in a play, with and without an article."""
    return frozenset(_names(list(texts)))


def _names(texts: list[str]) -> Iterator[str]:
    heading = next((index for index, text in enumerate(texts) if is_cast_heading(text)), None)
    if heading is None:
        return
    for text in texts[heading + 1 : heading + 1 + _MOST_ENTRIES]:
        if len(text) > _WIDEST_ENTRY or is_chapter_line(text) or is_stage_division(text):
            return
        if name := _NAME.match(text):
            whole = name[1].strip().upper()
            yield whole
            yield _ARTICLES.sub("", whole, count=1)


def assign_cast(layout: Layout) -> frozenset[int]:
    """Assign the roles of the list of those who act in a play, and of the heading above it.

    Returns:
        The indexes of the blocks of the list.
    """
    heading = next((index for index, block in enumerate(layout.blocks) if is_cast_heading(block.text)), None)
    if heading is None or layout.is_last(heading):
        return frozenset()
    entries = list(_entries(layout, heading))
    if entries:
        layout.roles[heading] = "heading"
    for index in entries:
        layout.roles[index] = "list-item"
    return frozenset(entries)


def _entries(layout: Layout, heading: int) -> Iterator[int]:
    """Yield the entries: short lines up to a wider gap, an act or a scene."""
    gap = layout.blocks[heading + 2].gap if heading + 2 < len(layout.blocks) else 0
    for index in range(heading + 1, min(heading + 1 + _MOST_ENTRIES, len(layout.blocks))):
        block = layout.blocks[index]
        wider = index > heading + 1 and block.gap > gap
        if wider or block.width > _WIDEST_ENTRY or is_chapter_line(block.text) or is_stage_division(block.text):
            return
        if layout.roles[index] not in {None, "list-item"} or block.text[0] in "([（":
            return
        yield index
