"""Recognise front and back matter: title, subtitle, bylines and datelines.

They come before the first long paragraph; a byline or a date may also close the text, after the last one.
The figures below are rules of thumb; tests/golden/segmentation shows what they do.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from build_tools.segmentation.roles import line_classifiers
from build_tools.segmentation.roles.authors import is_author_above, is_author_below, is_byline_word
from build_tools.segmentation.roles.genres.casts import is_cast_heading, is_stage_division
from build_tools.segmentation.roles.genres.chapter_lines import is_chapter_line
from build_tools.segmentation.roles.layout import MOST_LINES, Layout, reads_like_heading
from build_tools.segmentation.roles.stated_title import ZONE, find_stated_title
from build_tools.text.scripts import is_cjk

_SENTENCES = re.compile(r"[^\W\d_]{3}[.!?] [^\W\d_].*[?!]$")  # a question or exclamation with a sentence before it
_LONG = 200  # columns; anything this long is a paragraph
_ZONE = 12  # the most blocks that front or back matter has
_TITLE_WIDTH = 150
_SUBTITLE_WIDTH = 200
_SUBTITLE_WORDS = 5  # fewer words make a heading
_SUBTITLE_WORDS_ABOVE_PARTS = 3
_WORD_WIDTH = 4  # columns taken for a word in a script without spaces
_CENTRED = 8  # columns
_WITH_TITLE = ("dateline", "byline", "caption", "duplicate", "navigation")


def assign_front_roles(layout: Layout, title: str = "") -> None:
    """Assign roles to the front and back matter of a text.

    Args:
        layout: The blocks of the text.
        title: The title that its page gives: the block with these words is the title, or none is. Without it the first
            line that looks like a title is one.
    """
    front, back = _zones(layout)
    if len(layout.blocks) > 1:
        is_ruled = "title" in layout.roles
        if title and not is_ruled:
            _assign_stated_title(layout, title)
        _assign_dates_and_authors(layout, [*front, *back])
        if "title" in layout.roles and not is_ruled:
            _assign_around_title(layout, front, layout.roles.index("title"))
        elif not title and not is_ruled:
            _assign_title(layout, front)


def assign_marked_title(layout: Layout, title: str = "") -> None:
    """Make a heading that begins a text its title, if neither the text nor its page has a title yet."""
    if title:
        return
    first = next((i for i, role in enumerate(layout.roles) if role not in {"boilerplate", "navigation"}), None)
    if first is not None and layout.roles[first] == "heading" and "title" not in layout.roles:
        layout.roles[first] = "title"


def _zones(layout: Layout) -> tuple[range, range]:
    """Return the indexes of the blocks that may be front matter, and of those that may be back matter."""
    count = len(layout.blocks)
    long = [index for index, block in enumerate(layout.blocks) if not layout.roles[index] and block.width >= _LONG]
    first, last = (long[0], long[-1] + 1) if long else (count, count)
    return range(min(first, _ZONE)), range(max(last, count - _ZONE), count)


def _assign_dates_and_authors(layout: Layout, indexes: Sequence[int]) -> None:
    for index in indexes:
        if not layout.roles[index]:
            if line_classifiers.is_dateline(layout.text(index)):
                layout.roles[index] = "dateline"
            elif line_classifiers.is_byline(layout.text(index), after_title=False):
                layout.roles[index] = "byline"


def _assign_stated_title(layout: Layout, title: str) -> None:
    texts = [block.text for block in layout.blocks[:ZONE]]
    stated = find_stated_title(texts, layout.roles, title)
    if stated is not None:
        layout.roles[stated] = "title"


def _assign_around_title(layout: Layout, front: range, title: int) -> None:
    for index in front[:title]:
        if not layout.roles[index] and is_author_above(layout, index):
            layout.roles[index] = "byline"
        elif not layout.roles[index] and _is_title(layout, index):
            layout.roles[index] = "heading"  # the name of a series, or a mark such as SECRET
    _assign_below_title(layout, front[title + 1 :])


def _assign_title(layout: Layout, front: range) -> None:
    """Make the first line that can be a title the title, one short paragraph before it at most."""
    skipped = False
    for index in front:
        if layout.roles[index] == "list-item":
            return
        if layout.roles[index]:
            continue
        if is_author_above(layout, index):
            layout.roles[index] = "byline"
            continue
        if _is_title(layout, index):
            layout.roles[index] = "title"
            _assign_below_title(layout, front[index + 1 :])
            return
        if skipped or not line_classifiers.is_closed(layout.text(index)):
            return
        skipped = True


def _is_title(layout: Layout, index: int) -> bool:
    block = layout.blocks[index]
    return (
        block.width <= _TITLE_WIDTH
        and len(block.line_ranges) <= MOST_LINES
        and (reads_like_heading(block.text) or layout.is_underlined(index))
        and not _SENTENCES.search(block.text)
        and not is_stage_division(block.text)
        and (layout.ends_apart(index) or _is_set_off(layout, index))
    )


def _is_set_off(layout: Layout, index: int) -> bool:
    """Return whether capitals, place or the next line make a line a title though the next follows at once."""
    if layout.is_last(index):
        return False
    block, following = layout.blocks[index : index + 2]
    capitals = line_classifiers.is_capitals(block.text) and not line_classifiers.is_capitals(following.text)
    centred = min(block.indent, following.indent) >= _CENTRED
    byline = line_classifiers.is_byline(following.text, after_title=True) or is_author_below(layout, index + 1)
    return layout.roles[index + 1] in _WITH_TITLE or capitals or centred or byline


def _assign_below_title(layout: Layout, front: range) -> None:
    """Assign the roles below the title: a subtitle next to it or to the date, a byline that only its place shows."""
    before: str | None = "title"
    for index in front:
        role = layout.roles[index]
        if not role and (
            line_classifiers.is_byline(layout.text(index), after_title=True)
            or (before in {"title", "subtitle"} and is_author_below(layout, index))
            or is_byline_word(layout, index)
            or (index and is_byline_word(layout, index - 1))
        ):
            role = "byline"
        elif not role and before in {"title", "dateline"} and _is_subtitle(layout, index):
            role = "subtitle"
        layout.roles[index] = role
        if role not in _WITH_TITLE[2:]:
            before = role


def _stands_above_parts(layout: Layout, index: int) -> bool:
    """Return whether a line below the title has nothing below it but a cast, or the first chapter or act."""
    text = layout.text(index)
    if layout.is_last(index) or line_classifiers.is_capitals(text) or not reads_like_heading(text):
        return False
    if is_chapter_line(text) or is_cast_heading(text) or layout.blocks[index].width > _TITLE_WIDTH:
        return False
    following = layout.text(index + 1)
    several = text.count(" ") + 1 >= _SUBTITLE_WORDS_ABOVE_PARTS or is_cjk(text)
    return is_cast_heading(following) or (several and is_chapter_line(following))


def _is_subtitle(layout: Layout, index: int) -> bool:
    block = layout.blocks[index]
    spaces = block.text.count(" ")
    words = spaces + 1 if spaces else block.width // _WORD_WIDTH
    set_off = not layout.is_last(index) and layout.roles[index + 1] in _WITH_TITLE
    if _stands_above_parts(layout, index):
        return True
    return (
        block.width <= _SUBTITLE_WIDTH
        and words >= _SUBTITLE_WORDS
        and reads_like_heading(block.text)
        and not line_classifiers.is_capitals(block.text)
        and (layout.ends_apart(index) or set_off)
    )
