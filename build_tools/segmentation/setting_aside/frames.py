"""Find the frame in which a text was handed on: what stands before and behind the marks of a distributor.

"*** START OF THE …" and "*** END OF THE …", as libraries of electronic texts write them, part the text from their own
notices. A mark alone at the wrong end of a file parts nothing.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from build_tools.segmentation.lines import Line
from build_tools.segmentation.roles.cue_words import any_phrase

_BEGINS = re.compile(rf"\*{{2,}}\s?{any_phrase('frames begin with')}\b", re.IGNORECASE)
_ENDS = re.compile(rf"\*{{2,}}\s?{any_phrase('frames end with')}\b", re.IGNORECASE)
_BEGINS_BEHIND = re.compile(any_phrase("frames begin behind"), re.IGNORECASE)
_ENDS_UNMARKED = re.compile(any_phrase("frames end without a mark"), re.IGNORECASE)
_CREDITS = re.compile(rf"\[?{any_phrase('frame credits')}(?![^\W_])", re.IGNORECASE)
_MOST_CREDIT_LINES = 8
_CLOSED = re.compile(r"\*{2,}\s*$")
_MOST_LINES = 4  # of a mark
_MOST_OF_FRAME = 2 / 3  # of a text that stands before the text's end


def find_frames(lines: Sequence[Line]) -> dict[int, str]:
    """Return the reason to set a line aside, by its index, for the lines of the frame."""
    begins = next((index for index, line in enumerate(lines) if line.text[0] == "*" and _is_beginning(line.text)), None)
    after = 0 if begins is None else _end_of_mark(lines, begins) + 1
    ends = next((index for index in range(after, len(lines)) if _is_end(lines[index])), None)
    if begins is not None:
        after = _end_of_credits(lines, after, len(lines) if ends is None else ends)
    if begins is None and (ends is None or ends < len(lines) * (1 - _MOST_OF_FRAME)):
        return {}
    if ends is None and after > len(lines) * _MOST_OF_FRAME:
        return {}
    aside = [*range(after), *range(len(lines) if ends is None else ends, len(lines))]
    return dict.fromkeys(aside, "boilerplate") if len(aside) < len(lines) else {}


def _is_beginning(text: str) -> bool:
    return bool(_BEGINS.match(text) or _BEGINS_BEHIND.match(text))


def _is_end(line: Line) -> bool:
    """Return whether a line ends the text: by its asterisks, or by the distributor's name where it stands apart."""
    if line.text[0] == "*":
        return _ENDS.match(line.text) is not None
    return line.gap > 0 and line.text[0] in "Ee" and _ENDS_UNMARKED.match(line.text) is not None


def _end_of_credits(lines: Sequence[Line], first: int, last: int) -> int:
    """Return the index behind the lines that say who prepared the file, which stand apart below the mark."""
    behind = first
    while behind < last and _CREDITS.match(lines[behind].text):
        block = range(behind + 1, min(behind + 1 + _MOST_CREDIT_LINES, last))
        following = next((index for index in block if lines[index].gap), behind)
        if following == behind:
            break
        behind = following
    return behind


def _end_of_mark(lines: Sequence[Line], index: int) -> int:
    """Return the index of the last line of a mark, which may be wrapped."""
    for end in range(index, min(index + _MOST_LINES, len(lines))):
        if _CLOSED.search(lines[end].text):
            return end
    return index
