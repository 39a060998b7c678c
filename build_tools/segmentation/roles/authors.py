"""Recognise the author's name beside a title where no "By" stands before it: by its place and its form."""

from __future__ import annotations

from build_tools.segmentation.roles import line_classifiers
from build_tools.segmentation.roles.cue_words import all_phrases, all_words
from build_tools.segmentation.roles.genres.chapter_lines import is_chapter_line
from build_tools.segmentation.roles.layout import HEADING_WIDTH, Layout
from build_tools.text.scripts import is_cjk, is_hangul

_FEWEST_NAMES, _MOST_NAMES = 2, 5
_MOST_NAME_WORDS = 4
_LONG = 200  # columns
_WIDEST = 40  # columns
_EAST_ASIAN_LENGTH = (2, 4)  # code points
_PROSE = frozenset({None, "verse", "speech", "dialogue", "quote", "epigraph"})
_BYLINE_WORDS = frozenset(
    phrase.strip(" :：／/").lower() for phrase in all_phrases("bylines") | all_phrases("bylines after a title")
)
_SURNAMES = all_words("surnames")


def is_author_above(layout: Layout, index: int) -> bool:
    """Return whether a line is the author's name, with the title in capitals below it."""
    if layout.is_last(index) or layout.roles[index + 1] not in {None, "title"}:
        return False
    text, title = layout.text(index), layout.text(index + 1)
    words = text.split()
    is_name = 1 < len(words) <= _MOST_NAME_WORDS and all(map(line_classifiers.begins_capital, words))
    return is_name and line_classifiers.is_capitals(title) and not line_classifiers.is_capitals(text)


def is_byline_word(layout: Layout, index: int) -> bool:
    """Return whether a line is "BY" alone, with the name below it."""
    if layout.is_last(index) or layout.text(index).strip(" :.").lower() not in _BYLINE_WORDS:
        return False
    return layout.roles[index + 1] in {None, "byline"} and layout.blocks[index + 1].width <= _WIDEST


def is_author_below(layout: Layout, index: int) -> bool:
    """Return whether a line below a title is a name: above a date or prose, where no heading is like it."""
    if layout.is_last(index) or layout.blocks[index].width > _WIDEST or len(layout.blocks[index].line_ranges) > 1:
        return False
    text, following = layout.text(index), layout.blocks[index + 1]
    above_date = layout.roles[index + 1] == "dateline"
    if above_date and _is_name(text.partition(",")[0]):
        return True
    if not (_is_name(text) or _is_east_asian_name(text)) or is_chapter_line(text):
        return False
    if above_date:
        return True
    if not layout.blocks[index].gap:
        return len(following.line_ranges) > 1 and following.width >= _LONG
    return layout.roles[index + 1] in _PROSE and not _has_headings_like_names(layout, index + 1)


def _is_name(text: str) -> bool:
    words = text.split()
    return (
        _FEWEST_NAMES <= len(words) <= _MOST_NAMES
        and all(word[0].isupper() or word.islower() for word in words)
        and words[0][0].isupper()
        and words[-1][0].isupper()
        and not line_classifiers.is_capitals(text)
        and text.replace(" ", "").replace("-", "").replace(".", "").isalpha()
        and not text.endswith(".")
    )


def _is_east_asian_name(text: str) -> bool:
    fewest, most = _EAST_ASIAN_LENGTH
    plain = text.replace(" ", "")
    return fewest <= len(plain) <= most and (is_cjk(plain) or is_hangul(plain)) and plain[0] in _SURNAMES


def _has_headings_like_names(layout: Layout, first: int) -> bool:
    """Return whether a later line that stands apart as a heading does could be a name as well, or a name be one."""
    for index in range(first, len(layout.blocks)):
        block = layout.blocks[index]
        apart = layout.roles[index] is None and block.gap and block.width <= HEADING_WIDTH
        if apart and not line_classifiers.is_closed(block.text) and _is_heading_like_name(block.text):
            return True
    return False


def _is_heading_like_name(text: str) -> bool:
    words = text.split()
    if is_cjk(text) or is_hangul(text):
        return len(text) <= HEADING_WIDTH // 10
    long = [word for word in words if len(word) > 3]  # noqa: PLR2004
    return len(words) > 1 and bool(long) and all(word[0].isupper() for word in long)
