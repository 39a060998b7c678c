"""Infer which blocks are notes: footnotes by their label and a call of the same number, endnotes below a heading."""

from __future__ import annotations

import re

from build_tools.segmentation.roles.cue_words import all_phrases, any_phrase
from build_tools.segmentation.roles.layout import Layout

_LABELLED = re.compile(
    rf"\[(?:{any_phrase('footnote labels')})\b[^\]\n]{{0,12}}?[:.]|\[\^[\w-]{{1,20}}\]:?\s", re.IGNORECASE
)
_BRACKETED = re.compile(r"\[(\d{1,4}|[a-z]|\*{1,3})\]:?\s*(?=\S)")
_RAISED = re.compile(r"([¹²³⁰⁴-⁹]{1,4})\s?[).]?\s*(?=\S)")
_SIGNS = re.compile(r"(\*{1,4}|[†‡§¶]{1,2})\)?\s*(?=[^\W_]|[\"“«‘'„(])")
_BARE = re.compile(r"(\d{1,3})\s(?=[A-ZÀ-ÞА-ЯЁ\"“«„])")
_CLOSED = re.compile(r"(\d{1,3})\)\s(?=\S)")  # its call has the bracket as well: "word.1)"
_NUMBERED = re.compile(r"[\[(]?(\d{1,4})[\].):]?\s")
_CALLS = re.compile(
    r"\[(?P<bracket>\d{1,4}|[a-z]|\*{1,3})\]"
    r"|(?P<raised>[¹²³⁰⁴-⁹]{1,4})"
    r"|(?<=[^\s*([])(?P<sign>\*{1,4}|[†‡§]{1,2})(?![\w*])"
    r"|(?:(?<=[^\W\d_][.,;:!?”\"’»])|(?<=[^\W\d_]))(?P<closed>\d{1,3}(?=\)))"
    r"|(?<=[^\W\d_][.,;:!?”\"’»)])(?P<bare>\d{1,3})(?![\w.,%:]\w|\w)"
    r"|(?<=[^\W\d_]{3})(?P<glued>\d{1,3})(?![\w%-])"
)
_MAY_CALL = re.compile(r"[\[¹²³⁰⁴-⁹\d*†‡§](?:(?<=[\[¹²³⁰⁴-⁹])|(?<=[^\s\d].))")  # few places of a text
_FIRST_SIGNS = frozenset("[¹²³⁰⁴⁵⁶⁷⁸⁹*†‡§¶")
_HEADINGS = frozenset(all_phrases("notes headings"))
_LONGEST_HEADING = 30  # code points
_WITHOUT_CALLS = frozenset({"boilerplate", "navigation", "footnote", "endnote"})
_REACH = 60  # blocks between a call and its footnote
_DIGITS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")

Call = tuple[int, int, str]
"""Where a call of a note stands in a text, and its label."""


def find_calls(text: str) -> list[Call]:
    """Return what may be calls of notes in a text: "[1]", "¹", "*", a number behind a word."""
    calls: list[Call] = []
    for place in _MAY_CALL.finditer(text):
        match = _CALLS.match(text, place.start()) if not calls or place.start() >= calls[-1][1] else None
        if match:
            calls.append((match.start(), match.end(), _plain(match[match.lastgroup or 0])))
    return calls


def find_label(text: str) -> Call | None:
    """Return the label with which a note begins, "1" of "[Footnote 1: …" or of "1. …"; None where it has none."""
    if labelled := _LABELLED.match(text):
        words = list(re.finditer(r"\w+|\*+", labelled[0]))
        return (*words[-1].span(), _plain(words[-1][0])) if words else None
    for pattern in (_BRACKETED, _RAISED, _SIGNS, _BARE, _NUMBERED):
        if match := pattern.match(text):
            return (*match.span(1), _plain(match[1]))
    return None


def note_label(text: str) -> str:
    """Return the label with which a note begins; "" where it has none."""
    label = find_label(text)
    return label[2] if label else ""


def is_notes_heading(text: str) -> bool:
    """Return whether a line heads the notes at the end of a text."""
    return len(text) <= _LONGEST_HEADING and text.strip(" .:：_").lower() in _HEADINGS


def assign_notes(layout: Layout) -> None:
    """Assign the roles of notes, and of the heading above endnotes."""
    _assign_endnotes(layout)
    calls = _Calls(layout)
    within = False  # a note in brackets that goes on
    for index in range(len(layout.blocks)):
        text = layout.text(index)
        if within and not layout.roles[index]:
            layout.roles[index] = "footnote"
            within = "]" not in text
            continue
        if layout.roles[index] in {None, "list-item"} and _is_footnote(layout, index, calls):
            layout.roles[index] = "footnote"
            _assign_note_above(layout, index)
            within = text.startswith("[") and text.count("[") > text.count("]")
            calls.answer(index, note_label(text))


def _assign_note_above(layout: Layout, index: int) -> None:
    """Make the block above a footnote one too where it bears the number before: its call was not readable."""
    label, above = note_label(layout.text(index)), note_label(layout.text(index - 1))
    follows = label.isdecimal() and above.isdecimal() and int(label) == int(above) + 1
    if follows and layout.roles[index - 1] in {None, "list-item"}:
        layout.roles[index - 1] = "footnote"


class _Calls:
    """The calls of notes in a text, read as far as a note may answer them: most texts have none."""

    def __init__(self, layout: Layout) -> None:
        self._layout = layout
        self._read = 0
        self._last: dict[str, int] = {}

    def are_near(self, index: int, label: str) -> bool:
        """Return whether a block, or one a few before it, calls the note with a label."""
        self._read_before(index)
        return index - self._last.get(label, -_REACH - 1) <= _REACH

    def answer(self, index: int, label: str) -> None:
        """Note that a block is the note with a label."""
        self._read_before(index)
        self._last.pop(label, None)

    def _read_before(self, index: int) -> None:
        for before in range(max(self._read, index - _REACH), index):
            if self._layout.roles[before] not in _WITHOUT_CALLS:
                text = self._layout.text(before)
                for _, end, label in find_calls(text):
                    self._last[label] = self._last[label + text[end : end + 1]] = before
        self._read = max(self._read, index)


def _is_footnote(layout: Layout, index: int, calls: _Calls) -> bool:
    text = layout.text(index)
    if text[0] not in _FIRST_SIGNS and not text[0].isdecimal():
        return False
    if _LABELLED.match(text):
        return True
    if index == 0 or not (layout.begins_apart(index) or layout.roles[index - 1] == "footnote"):
        return False
    if not text[0].isdecimal() and text[0] != "[" and _is_in_list(layout, index):
        return False
    for pattern in (_BRACKETED, _RAISED, _SIGNS, _BARE, _CLOSED):
        match = pattern.match(text)
        if match and calls.are_near(index, _plain(match[1]) + (")" if pattern is _CLOSED else "")):
            return layout.roles[index] is None or pattern is not _BARE
    return False


def _is_in_list(layout: Layout, index: int) -> bool:
    """Return whether the item before or after begins with the same sign, as the items of a list do."""
    if layout.roles[index] != "list-item":
        return False
    sign = layout.text(index)[0]
    return any(
        layout.roles[near] == "list-item" and layout.text(near)[0] == sign
        for near in (index - 1, index + 1)
        if 0 <= near < len(layout.blocks)
    )


def _assign_endnotes(layout: Layout) -> None:
    """Make the numbered blocks below a heading such as "Notes" endnotes, if the text calls the first of them."""
    for index, block in enumerate(layout.blocks):
        if not is_notes_heading(block.text) or layout.is_last(index) or not note_label(layout.text(index + 1)):
            continue
        numbers = 0
        for later in range(index + 1, len(layout.blocks)):
            if layout.roles[later] not in {None, "list-item", "footnote"}:
                continue
            label = note_label(layout.text(later))
            if not label and layout.blocks[later].width < block.width * 3 and layout.blocks[later].gap:
                break
            layout.roles[later] = "endnote"
            numbers += bool(label)
        if numbers:
            layout.roles[index] = "heading"


def _plain(label: str) -> str:
    return label.translate(_DIGITS)
