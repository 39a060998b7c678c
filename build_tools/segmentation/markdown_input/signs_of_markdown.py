"""Tell whether a text is written in Markdown, and find the fields before it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from build_tools.segmentation.lines import Line

ATX = re.compile(r"(?P<hashes>#{1,6})(?P<space>\s+)?(?=[^\s#])")
_FIELD = re.compile(r"[\w-]+\s*:(?:\s|$)|- |#|\s")
_LINK_IN_SENTENCE = re.compile(r"[^\W_]\s\[[^\[\]\n]+\]\([^()\s]+\)|\[[^\[\]\n]+\]\([^()\s]+\)[ ,.;:]+[^\W_]")
_STRONG = re.compile(r"(?<!\w)\*\*[^\s*][^*\n]*\*\*(?!\w)")
_FENCE = re.compile(r"(?:```|~~~)\s*\w*$")
_MOST_FIELDS = 200  # lines
_LEAST_HEADINGS = 2
_LEAST_MARKS = 2


def count_front_matter(text: str, lines: Sequence[Line]) -> int:
    """Return how many lines at the head of a text are front matter: fields between two lines of three hyphens."""
    if not lines or lines[0].text != "---" or text[: lines[0].start].strip("\ufeff \t\r\n"):
        return 0
    for index, line in enumerate(lines[1:_MOST_FIELDS], 1):
        if line.text in {"---", "..."} and not line.indent:
            return index + 1 if index > 1 else 0
        if not (line.indent or _FIELD.match(line.text)):
            return 0
    return 0


def is_heading_line(line: Line) -> bool:
    """Return whether a line is a heading by its hashes; one hash needs a space behind it."""
    match = ATX.match(line.text) if line.text[0] == "#" else None
    return match is not None and line.indent < 4 and (bool(match["space"]) or len(match["hashes"]) > 1)  # noqa: PLR2004


def is_markdown(lines: Sequence[Line]) -> bool:
    """Return whether the lines of a text, without its front matter, are Markdown."""
    headings = [index for index, line in enumerate(lines) if is_heading_line(line)]
    if len(headings) >= _LEAST_HEADINGS or headings[:1] == [0]:
        return True
    links = sum("](" in line.text and bool(_LINK_IN_SENTENCE.search(line.text)) for line in lines)
    if links >= _LEAST_MARKS or not headings:
        return links >= _LEAST_MARKS
    return links > 0 or any(_STRONG.search(line.text) or _FENCE.match(line.text) for line in lines)
