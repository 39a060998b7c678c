"""Infer the parts of letters: dateline, salutation, closing, signature, postscript; none of them is a heading.

A salutation shows that a text holds letters; closings and signatures are then known by their place as well.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from build_tools.segmentation.roles import line_classifiers
from build_tools.segmentation.roles.cue_words import all_phrases, any_phrase
from build_tools.segmentation.roles.genres.chapter_lines import is_chapter_line
from build_tools.segmentation.roles.genres.letter_lines import (
    has_digit,
    is_closing_line,
    is_name,
    is_name_below_closing,
)
from build_tools.segmentation.roles.layout import Layout
from build_tools.segmentation.roles.speakers import is_attribution
from build_tools.text.scripts import is_cjk, is_hangul

_WIDEST = 90  # columns of a salutation or a closing
_WIDEST_NAME = 60
_MOST_NAME_WORDS = 7
_MOST_LINES = 2
_LEAST_WORDS = 2  # of a closing that only its place shows
_LONGEST_EAST_ASIAN = 10  # code points of a name
_MOST_ADDRESS_WORDS = 7
_BREAK = 2  # blank lines that end a letter in a volume of them

_BEFORE_SALUTATION = '"“«_'
_SALUTATION = re.compile(rf"[{_BEFORE_SALUTATION}]?{any_phrase('salutations')}(?![^\W_])", re.IGNORECASE)
_SALUTATION_LETTERS = frozenset(phrase[0].lower() for phrase in all_phrases("salutations"))
_SALUTATION_EAST = re.compile(
    rf".{{2,30}}(?:{any_phrase('salutation endings')})[,.:：，]?|(?:尊|敬|亲|親).{{1,30}}[:：]"
)
_SALUTATION_ENDS = (",", "，", "!", "！", ":", "：", "--", "—", "–", ",-", ".")
_DASHES = ("--", "—", "–")
_POSTSCRIPT = re.compile(rf"{any_phrase('postscripts')}(?![^\W_])")
_POSTSCRIPT_LETTERS = frozenset(phrase[0] for phrase in all_phrases("postscripts"))
_SIGNED = re.compile(rf".{{1,24}}\s?(?:{any_phrase('signature endings')})[.]?")
_INITIALS = re.compile(r"(?:[^\W\d_]\.\s?)+[^\W\d_]{2}")
_ONLY_INITIALS = re.compile(r"_?(?:[^\W\d_]\.\s?){2,5}_?")
_SHORT_DATE = re.compile(r"\d{1,2}(?:st|nd|rd|th|d)?\b")
_SPOKEN = frozenset({"speech", "dialogue"})
_NUMBERED = frozenset({"paragraph", "verse", None})


def assign_letter_parts(layout: Layout) -> None:
    """Assign the roles of the parts of letters."""
    _assign_postscripts(layout)
    salutations = [index for index in _free(layout) if _is_salutation(layout, index)]
    for index in salutations:
        layout.roles[index] = "salutation"
    holds_letters = bool(salutations)
    for index in _free(layout):
        if _is_signature(layout, index, holds_letters=holds_letters) or _is_signed_by_place(
            layout, index, holds_letters=holds_letters
        ):
            layout.roles[index] = "signature"
            _assign_closings(layout, index - 1)
    if holds_letters:
        _assign_datelines(layout)


def _free(layout: Layout) -> Iterator[int]:
    return (index for index, role in enumerate(layout.roles) if role is None)


def _is_short(layout: Layout, index: int, widest: int = _WIDEST) -> bool:
    block = layout.blocks[index]
    return block.width <= widest and len(block.line_ranges) <= _MOST_LINES


def _assign_postscripts(layout: Layout) -> None:
    for index in _free(layout):
        if layout.text(index)[0] in _POSTSCRIPT_LETTERS and _POSTSCRIPT.match(layout.text(index)) and index:
            layout.roles[index] = "postscript"


def _is_salutation(layout: Layout, index: int) -> bool:
    text = layout.text(index)
    if not _is_short(layout, index) or layout.is_last(index) or layout.roles[index + 1] not in _NUMBERED | _SPOKEN:
        return False
    if not (layout.begins_apart(index) and layout.blocks[index + 1].width > layout.blocks[index].width // 2):
        return False
    dashed = text.endswith(_DASHES)
    if dashed and line_classifiers.is_capitals(text):
        return True
    if not text.isascii() and _SALUTATION_EAST.fullmatch(text) and (index == 0 or layout.blocks[index].gap):
        return index == 0 or not line_classifiers.ends_sentence(text[:-1])
    if _addresses_below_date(layout, index):
        return True
    if not text.endswith(_SALUTATION_ENDS) or text.lstrip(_BEFORE_SALUTATION)[:1].lower() not in _SALUTATION_LETTERS:
        return False
    return bool(_SALUTATION.match(text)) and (dashed or not _has_sentences(text))


def _addresses_below_date(layout: Layout, index: int) -> bool:
    """Return whether a few words below a date at the head of a text or letter address someone."""
    text = layout.text(index)
    if (
        not index
        or not line_classifiers.is_dateline(layout.text(index - 1))
        or layout.blocks[index - 1].width > _WIDEST_NAME
    ):
        return False
    words = text.split()
    few = 1 < len(words) <= _MOST_ADDRESS_WORDS and not any(map(has_digit, words))
    return few and text[-1] in ",!，！" and line_classifiers.begins_capital(text)


def _has_sentences(text: str) -> bool:
    return bool(re.search(r"[^\W\d_]{3}[.?!]\s", text)) or text.endswith(".")


def _is_signature(layout: Layout, index: int, *, holds_letters: bool) -> bool:
    text = layout.text(index)
    if index == 0 or not _is_short(layout, index, _WIDEST_NAME):
        return False
    if is_attribution(text):
        return layout.roles[index - 1] in {None, "verse", "quote"}
    before = layout.text(index - 1)
    if _is_signed(text):
        return holds_letters or _is_closing(layout, index - 1)
    if not is_name(text) or is_chapter_line(text) or _is_closing_above_name(layout, index):
        return False
    if _is_closing(layout, index - 1) or (
        before.endswith(",") and holds_letters and layout.blocks[index - 1].width > _WIDEST
    ):
        return True
    prose = layout.roles[index - 1] in {None, "verse", "postscript"}
    if not prose or not line_classifiers.ends_sentence(before):
        return False
    in_capitals = line_classifiers.is_capitals(text) and len(text.split()) > 1 and _stands_above_gap(layout, index)
    return _ends_piece(layout, index) if holds_letters or _INITIALS.match(text) else in_capitals


def _is_signed(text: str) -> bool:
    """Return whether a line says in an East Asian language that someone signs."""
    if text.isascii() or not (is_hangul(text) or is_cjk(text)):
        return False
    return _SIGNED.fullmatch(text) is not None and not has_digit(text)


def _is_signed_by_place(layout: Layout, index: int, *, holds_letters: bool) -> bool:
    """Return whether a line below a closing, or below what may be one, names who wrote a letter that ends there."""
    text = layout.text(index)
    if index == 0 or not _is_short(layout, index, _WIDEST_NAME):
        return False
    if _ONLY_INITIALS.fullmatch(text) and line_classifiers.is_capitals(text):
        named = layout.roles[index - 1] is None and line_classifiers.ends_sentence(layout.text(index - 1))
    elif _is_closing(layout, index - 1):
        named = is_name_below_closing(text) or _is_east_asian_name(text)
    else:
        named = holds_letters and _takes_leave(layout, index - 1) and is_name(text)
    return named and not is_chapter_line(text) and _ends_letter(layout, index)


def _is_east_asian_name(text: str) -> bool:
    words = text.split()
    return is_cjk(text) and len(text) <= _LONGEST_EAST_ASIAN and all(map(str.isalpha, words)) and not has_digit(text)


def _is_closing_above_name(layout: Layout, index: int) -> bool:
    """Return whether a line is the last word of a closing ("Ihr"), with the name below it."""
    return _is_closing(layout, index) and not layout.is_last(index) and is_name(layout.text(index + 1))


def _ends_piece(layout: Layout, index: int) -> bool:
    """Return whether a letter or poem ends with a block: a wider gap, a picture, a note or the end of the text."""
    if layout.is_last(index):
        return True
    if layout.roles[index + 1] in {"footnote", "illustration", "postscript", "boilerplate"}:
        return True
    return _stands_above_gap(layout, index)


def _ends_letter(layout: Layout, index: int) -> bool:
    """Return whether a letter ends with a block: as a piece does, or above its date or the next letter's number."""
    if _ends_piece(layout, index) or is_chapter_line(layout.text(index + 1)):
        return True
    return line_classifiers.is_dateline(layout.text(index + 1)) and layout.roles[index + 2 : index + 3] != [
        "salutation"
    ]


def _stands_above_gap(layout: Layout, index: int) -> bool:
    """Return whether a wider gap is behind a block than before it: it belongs to what is above."""
    if layout.is_last(index):
        return False
    return layout.blocks[index + 1].gap >= _BREAK and layout.blocks[index + 1].gap > layout.blocks[index].gap


def _is_closing(layout: Layout, index: int) -> bool:
    if index == 0 or layout.roles[index] not in {None, "closing"} or not _is_short(layout, index):
        return False
    return is_closing_line(layout.text(index))


def _assign_closings(layout: Layout, index: int) -> None:
    """Assign the role of the closing above a signature, a date between them or not."""
    while layout.roles[index] is None and line_classifiers.is_dateline(layout.text(index)):
        layout.roles[index] = "dateline"
        index -= 1
    if _takes_leave(layout, index):
        layout.roles[index] = "closing"
        index -= 1
    while _is_closing(layout, index):
        layout.roles[index] = "closing"
        index -= 1


def _takes_leave(layout: Layout, index: int) -> bool:
    """Return whether a short line without an end may be a closing by its place, below a complete paragraph."""
    if index < _MOST_LINES or layout.roles[index] is not None or not _is_short(layout, index, _WIDEST_NAME):
        return False
    text = layout.text(index)
    unclosed = text[-1] not in "?!:" and (text.endswith(",") or not line_classifiers.is_closed(text))
    words = len(text.split()) >= _LEAST_WORDS and not line_classifiers.is_capitals(text)
    return (
        unclosed
        and words
        and layout.roles[index - 1] in _NUMBERED
        and line_classifiers.is_closed(layout.text(index - 1))
    )


def _assign_datelines(layout: Layout) -> None:
    for index in _free(layout):
        text = layout.text(index)
        if not _is_short(layout, index, _WIDEST_NAME):
            continue
        near = layout.roles[max(index - 3, 0) : index] + layout.roles[index + 1 : index + 3]
        if {"salutation", "closing", "signature"} & set(near):
            below_number = index > 0 and is_chapter_line(layout.text(index - 1))
            headed = below_number or layout.roles[index + 1 : index + 2] == ["salutation"]
            if line_classifiers.is_dateline(text) or (
                headed and line_classifiers.has_month(text) and _SHORT_DATE.search(text)
            ):
                layout.roles[index] = "dateline"
