"""Infer who speaks in plays, debates and stories: speeches, the names above them, lines of dialogue."""

from __future__ import annotations

from collections import Counter

from build_tools.segmentation.roles.genres.casts import is_stage_division
from build_tools.segmentation.roles.layout import Layout
from build_tools.segmentation.roles.line_classifiers import begins_capital, ends_sentence, is_capitals
from build_tools.segmentation.roles.speakers import Dialogue, Speakers, is_attribution, name_alone

_LONGEST_LABEL = 60  # code points
_LEAST_NAMES = 2  # that come again
_LEAST_LINES = 4
_MOSTLY = 0.8  # of the names stand right above what is said
_SPOKEN = frozenset({None, "verse", "list-item"})
_OPENING_QUOTES = ("«", "“", "„", "»")
_CLOSING_QUOTES = ("»", "”", "“", "«")


def assign_speeches(layout: Layout, cast: frozenset[int]) -> None:
    """Assign the roles of what is said and of the names of those who say it.

    Args:
        layout: The blocks of the text.
        cast: The indexes of the blocks that list who acts in a play.
    """
    texts = [block.text for block in layout.blocks]
    speakers, dialogue = Speakers(texts), Dialogue(texts)
    for index, text in enumerate(texts):
        if layout.roles[index] not in {None, "list-item"} or index in cast:
            continue
        if dialogue.opens(text):
            layout.roles[index] = "dialogue"
        elif speakers.speaks(text):
            layout.roles[index] = "speech"
    _assign_first_words(layout)
    _assign_short_answers(layout)
    _assign_labels(layout)
    _assign_names(layout)


def _assign_labels(layout: Layout) -> None:
    """Assign the role of a name with a colon that stands above what is said, where it comes again."""
    lines = Counter(block.text for block in layout.blocks if _is_label(block.text))
    for index, block in enumerate(layout.blocks[:-1]):
        if layout.roles[index] is None and lines[block.text] > 1 and layout.roles[index + 1] in _SPOKEN:
            layout.roles[index] = "speaker"


def _is_label(text: str) -> bool:
    return text[-1] in ":：" and len(text) <= _LONGEST_LABEL and begins_capital(text)


def _assign_first_words(layout: Layout) -> None:
    """Count a quotation that a line of dialogue answers before it is closed among the dialogue."""
    for index in range(len(layout.blocks) - 1):
        text = layout.text(index)
        answered = layout.roles[index] is None and layout.roles[index + 1] == "dialogue"
        if answered and text.startswith(_OPENING_QUOTES) and not text[1:].rstrip(".").endswith(_CLOSING_QUOTES):
            layout.roles[index] = "dialogue"


def _assign_short_answers(layout: Layout) -> None:
    """Count what may be a name behind a dash among the dialogue that it stands in."""
    for index in range(1, len(layout.blocks)):
        text = layout.text(index)
        if layout.roles[index] is None and layout.roles[index - 1] == "dialogue" and is_attribution(text):
            layout.roles[index] = None if is_capitals(text) else "dialogue"


def _assign_names(layout: Layout) -> None:
    """Assign the role of the names that plays set above what is said, in italics or in capitals."""
    names = {
        index: name
        for index, block in enumerate(layout.blocks)
        if layout.roles[index] is None and (name := name_alone(block.text)) and not is_stage_division(block.text)
    }
    if not names:
        return
    stage = next((i for i, block in enumerate(layout.blocks) if is_stage_division(block.text)), len(layout.blocks))
    for in_italics in (True, False):
        alike = {index for index in names if layout.text(index).startswith("_") == in_italics}
        above = {index for index in alike if _stands_above(layout, index, names)}
        count = Counter(names[index] for index in above)
        again = {name for name, times in count.items() if times > 1}
        lines = sum(count[name] for name in again)
        on_stage = any(index > stage for index in alike)
        least_names, least_lines = (1, _LEAST_NAMES) if on_stage else (_LEAST_NAMES, _LEAST_LINES)
        if len(again) < least_names or lines < max(least_lines, _MOSTLY * sum(names[i] in again for i in alike)):
            continue
        for index in above:
            if names[index] in again or index > stage or (in_italics and layout.roles[index + 1] == "verse"):
                layout.roles[index] = "speaker"
    _assign_single_verses(layout)


def _assign_single_verses(layout: Layout) -> None:
    """Count a single short line below a speaker among the verse that the others speak."""
    below = [index + 1 for index, role in enumerate(layout.roles[:-1]) if role == "speaker"]
    in_verse = sum(layout.roles[index] == "verse" for index in below)
    for index in below if in_verse * 3 >= len(below) else ():
        block = layout.blocks[index]
        if layout.roles[index] is None and len(block.line_ranges) == 1 and block.width <= _LONGEST_LABEL:
            layout.roles[index] = None if block.text[0] in "([_" else "verse"


def _stands_above(layout: Layout, index: int, names: dict[int, str]) -> bool:
    """Return whether what is said follows a name at once, nearer than what comes before it."""
    if layout.is_last(index) or index + 1 in names or layout.roles[index + 1] not in _SPOKEN:
        return False
    below = layout.blocks[index + 1]
    if layout.roles[index + 1] != "verse" and below.gap and not ends_sentence(below.text):
        return False
    return layout.blocks[index + 1].gap <= layout.blocks[index].gap or index == 0
