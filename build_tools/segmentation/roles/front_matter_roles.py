"""Front and back matter: title, subtitle, bylines and lines of dates.

They stand before the first long paragraph; a byline or a date may also close the text, after the last one.
"""

from __future__ import annotations

from collections.abc import Sequence

from build_tools.segmentation.roles import line_classifiers
from build_tools.segmentation.roles.layout import MOST_LINES, Layout, may_head

_LONG = 200  # columns that make a paragraph beyond doubt
_ZONE = 12  # no front or back matter has more blocks
_TITLE_WIDTH = 150
_SUBTITLE_WIDTH = 200
_SUBTITLE_WORDS = 5  # what is shorter is a heading
_WORD_WIDTH = 4  # columns a word of a script without blanks is taken to fill
_CENTRED = 8  # columns
_WITH_TITLE = ("dateline", "byline", "caption", "duplicate", "navigation")


def name_front(layout: Layout) -> None:
    """Give the front and back matter of a text its roles."""
    front, back = _zones(layout)
    if len(layout.drafts) > 1:
        _name_dates_and_authors(layout, [*front, *back])
        if "title" not in layout.roles:
            _name_title(layout, front)


def _zones(layout: Layout) -> tuple[range, range]:
    """The indexes of the front matter and of the back matter."""
    count = len(layout.drafts)
    long = [at for at, draft in enumerate(layout.drafts) if not layout.roles[at] and draft.width >= _LONG]
    first, last = (long[0], long[-1] + 1) if long else (count, count)
    return range(min(first, _ZONE)), range(max(last, count - _ZONE), count)


def _name_dates_and_authors(layout: Layout, places: Sequence[int]) -> None:
    for index in places:
        if not layout.roles[index]:
            if line_classifiers.is_dateline(layout.text(index)):
                layout.roles[index] = "dateline"
            elif line_classifiers.is_byline(layout.text(index), after_title=False):
                layout.roles[index] = "byline"


def _name_title(layout: Layout, front: range) -> None:
    """Name the first line that can be a title, behind one short paragraph at most, and what belongs to it."""
    skipped = False
    for index in front:
        if layout.roles[index] == "list-item":
            return
        if layout.roles[index]:
            continue
        if _is_title(layout, index):
            layout.roles[index] = "title"
            _name_below_title(layout, front[index + 1 :])
            return
        if skipped or not line_classifiers.is_closed(layout.text(index)):
            return
        skipped = True


def _is_title(layout: Layout, index: int) -> bool:
    draft = layout.drafts[index]
    return (
        draft.width <= _TITLE_WIDTH
        and len(draft.stretches) <= MOST_LINES
        and (may_head(draft.text) or layout.is_underlined(index))
        and (layout.ends_apart(index) or _is_set_off(layout, index))
    )


def _is_set_off(layout: Layout, index: int) -> bool:
    """Whether a line is a title though the next follows at once: by its capitals, by its place, by what follows."""
    if layout.is_last(index):
        return False
    draft, following = layout.drafts[index : index + 2]
    capitals = line_classifiers.is_capitals(draft.text) and not line_classifiers.is_capitals(following.text)
    centred = min(draft.indent, following.indent) >= _CENTRED
    byline = line_classifiers.is_byline(following.text, after_title=True)
    return layout.roles[index + 1] in _WITH_TITLE or capitals or centred or byline


def _name_below_title(layout: Layout, front: range) -> None:
    """Name what follows the title: a subtitle at once or below the date, a byline that only its place gives away."""
    before: str | None = "title"
    for index in front:
        role = layout.roles[index]
        if not role and line_classifiers.is_byline(layout.text(index), after_title=True):
            role = "byline"
        elif not role and before in {"title", "dateline"} and _is_subtitle(layout, index):
            role = "subtitle"
        layout.roles[index] = role
        if role not in _WITH_TITLE[2:]:
            before = role


def _is_subtitle(layout: Layout, index: int) -> bool:
    draft = layout.drafts[index]
    blanks = draft.text.count(" ")
    words = blanks + 1 if blanks else draft.width // _WORD_WIDTH
    set_off = not layout.is_last(index) and layout.roles[index + 1] in _WITH_TITLE
    return (
        draft.width <= _SUBTITLE_WIDTH
        and words >= _SUBTITLE_WORDS
        and may_head(draft.text)
        and not line_classifiers.is_capitals(draft.text)
        and (layout.ends_apart(index) or set_off)
    )
