"""Find the HTML in an editor's Markdown whose elements do not lie in one another.

What a list item or a table cell opens and another block closes ends more on the page than it began: with it, prose
could leave the place in which the page shows it.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from build_tools.text.prose.inert_text import find_raw_html, is_block_element
from build_tools.text.prose.tags import Tag, find_tags

_BLOCK_BREAK = re.compile(r"\n[ \t]*(?:\n|[-*+>#:|=]|\d+\.|!!!)")
_CELL_BREAK = re.compile(r"\|")
_TABLE = re.compile(r"^[ \t>]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t:|-]*)$", re.MULTILINE)
_SHORT_GAPS = ("", " ", "  ", "   ")
_VOID = frozenset(["br", "wbr"])

_NO_END = "has no end in its block"
_NO_BEGINNING = "ends what was not begun in its block"


class NestingFault(NamedTuple):
    """A tag that is not well nested.

    Attributes:
        start: Its first character, in Unicode code points.
        name: The name of its element.
        is_end: Whether it ends the element.
        problem: What is wrong with it.
    """

    start: int
    name: str
    is_end: bool
    problem: str


def find_nesting_faults(text: str) -> Iterator[NestingFault]:
    """Yield each tag that lies wrong, in time proportional to the length of the text.

    Args:
        text: Markdown whose code is hidden.
    """
    breaks = _find_breaks(text)
    raw = iter([*find_raw_html(text), (len(text) + 1, len(text) + 1)])
    raw_start, raw_end = next(raw)
    opened: list[Tag] = []
    last_end = 0
    for tag in find_tags(text):
        while raw_end <= tag.start:
            raw_start, raw_end = next(raw)
        follows_tag = last_end > 0 and text[last_end : tag.start] in _SHORT_GAPS
        last_end = tag.end
        if tag.name in _VOID or not tag.name:
            continue
        heads_line = follows_tag or _is_first_of_line(text, tag.start)
        if is_block_element(tag.name) and (tag.start < raw_start or not (heads_line or tag.is_end)):
            yield _fault(tag, _NO_BEGINNING if tag.is_end else "is not at the head of a line")
        elif not tag.is_end:
            if tag.name == "button" and any(item.name == "button" for item in opened[-8:]):
                yield _fault(tag, "is inside another button")
            opened.append(tag)
        else:
            yield from _close(opened, tag, breaks)
    yield from (_fault(tag, _NO_END) for tag in opened)


def _close(opened: list[Tag], tag: Tag, breaks: Sequence[int]) -> Iterator[NestingFault]:
    """Close the element that a tag ends, if it is the innermost."""
    if not opened or opened[-1].name != tag.name:
        yield _fault(tag, _NO_BEGINNING)
        return
    beginning = opened.pop()
    following = bisect_left(breaks, beginning.end)
    crosses = following < len(breaks) and breaks[following] < tag.start
    if crosses and not is_block_element(tag.name):
        yield _fault(beginning, _NO_END)


def _is_first_of_line(text: str, position: int) -> bool:
    return not text[text.rfind("\n", 0, position) + 1 : position].strip()


def _fault(tag: Tag, problem: str) -> NestingFault:
    return NestingFault(tag.start, tag.name, tag.is_end, problem)


def _find_breaks(text: str) -> Sequence[int]:
    """Return where a block or a table cell of a text may end, in order."""
    breaks = [match.start() for match in _BLOCK_BREAK.finditer(text)]
    if _TABLE.search(text):
        breaks += [match.start() for match in _CELL_BREAK.finditer(text)]
    return sorted(breaks)
