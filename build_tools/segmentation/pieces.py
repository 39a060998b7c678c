"""Put together the lines that an extractor left in pieces: of a justified line, each word with a wide space behind it.

Such a piece ends with the space that follows it; the last piece of a line does not. Where lines that end with a space
are few, or follow each other never, the space says nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from build_tools.segmentation.lines import Line, width

_LEAST_PAIRS = 3  # pieces that follow a piece at once
_LONGEST_PIECE = 45  # columns, by the mean of all pieces
_MOST = 0.9  # of the lines of a text; where nearly all end with a space, it is the text's habit


def join_pieces(text: str, lines: Sequence[Line]) -> list[Line]:
    """Return the lines of a text, those in pieces whole again."""
    if " \n" not in text and " \r" not in text:
        return list(lines)
    pieces = [
        not line.cjk and text[line.end : line.end + 1] == " " and text[line.end + 1 : line.end + 2] in {"\n", "\r"}
        for line in lines
    ]
    pairs = sum(
        first and second and not line.gap for (first, second), line in zip(pairwise(pieces), lines[1:], strict=True)
    )
    widths = [line.width for line, piece in zip(lines, pieces, strict=True) if piece]
    if pairs < _LEAST_PAIRS or len(widths) > _MOST * len(lines) or sum(widths) > _LONGEST_PIECE * len(widths):
        return list(lines)
    whole: list[Line] = []
    goes_on = False
    for line, piece in zip(lines, pieces, strict=True):
        if goes_on and not line.gap:
            whole[-1] = _join(text, whole[-1], line)
        else:
            whole.append(line)
        goes_on = piece
    return whole


def _join(text: str, first: Line, second: Line) -> Line:
    content = " ".join(text[first.start : second.end].split())
    return Line(first.start, second.end, content, first.indent, width(content), first.gap, first.cjk, first.carries_on)
