"""Hide what can never become markup in an editor's Markdown: code, as far as it is code beyond doubt."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from markdown.util import BLOCK_LEVEL_ELEMENTS

from build_tools.text.prose.code_spans import CodeSpan, find_code, find_fenced_blocks, mask_spans
from build_tools.text.prose.tags import find_tags

_BLOCK_ELEMENTS = frozenset(BLOCK_LEVEL_ELEMENTS)
_DEEPEST_INDENT = 3  # spaces before a tag that still heads its line
_LINE = re.compile(r"[^\n]*\n?")
_INDENTED = re.compile(r"(?: {4}| {0,3}\t)")
_CONTAINER = re.compile(r" {0,3}(?:[-*+:<>|]|\d+\.|!!!|\?\?\?|\[)")
"""The beginning of a block that may go on in indented lines, which are then no code."""


def mask_inert_code(text: str) -> str:
    """Return a Markdown text with the characters of its code, but line ends, replaced by spaces.

    Code inside raw HTML is left as it is, and so is a code span of several lines: there Python-Markdown may see markup.

    Args:
        text: The Markdown, without carriage returns.
    """
    fences = find_fenced_blocks(text)
    unfenced = mask_spans(text, fences)
    inline = [(start, end) for start, end in find_code(unfenced) if "\n" not in text[start:end]]
    code = [*inline, *_indented_lines(unfenced)]
    return mask_spans(unfenced, _outside(code, tuple(find_raw_html(unfenced))))


def _outside(spans: Iterable[CodeSpan], raw: tuple[CodeSpan, ...]) -> Iterator[CodeSpan]:
    """Yield the spans that touch none of the stretches of raw HTML, sorted and without those that begin in another."""
    position, last_end = 0, 0
    for start, end in sorted(spans):
        while position < len(raw) and raw[position][1] <= start:
            position += 1
        if start >= last_end and (position == len(raw) or raw[position][0] >= end):
            last_end = end
            yield start, end


def find_raw_html(text: str) -> Iterator[CodeSpan]:
    """Yield the stretches of raw HTML: from a block element at the head of a line to the end of the line it ends on.

    As in Python-Markdown, an element without an end goes on to the end of the text.

    Args:
        text: The Markdown, with its fenced blocks hidden.

    Yields:
        Start and end (exclusive), in Unicode code points.
    """
    open_elements: list[str] = []
    depths: Counter[str] = Counter()
    start, tail_end = 0, 0
    for tag in find_tags(text):
        if not tag.is_end:
            heads_block = is_block_element(tag.name) and (tag.start < tail_end or _heads_line(text, tag.start))
            if open_elements or heads_block:
                start = start if open_elements else tag.start
                open_elements.append(tag.name)
                depths[tag.name] += 1
        elif depths[tag.name]:
            _close(open_elements, depths, tag.name)
            if not open_elements:
                tail_end = _line_end(text, tag.end)
                yield start, tail_end
    if open_elements:
        yield start, len(text)


def is_block_element(name: str) -> bool:
    """Return whether Python-Markdown takes an element, named in small letters, for a block of its own."""
    return name in _BLOCK_ELEMENTS


def _close(open_elements: list[str], depths: Counter[str], name: str) -> None:
    """Close an element and all that were opened inside it."""
    closed = ""
    while closed != name:
        closed = open_elements.pop()
        depths[closed] -= 1


def _heads_line(text: str, position: int) -> bool:
    before = text[max(0, position - _DEEPEST_INDENT - 1) : position]
    return (position <= _DEEPEST_INDENT or "\n" in before) and not before.rpartition("\n")[2].strip()


def _line_end(text: str, position: int) -> int:
    end = text.find("\n", position)
    return end if end >= 0 else len(text)


def _indented_lines(text: str) -> Iterator[CodeSpan]:
    """Yield the indented lines that are a block of code, whatever is above them."""
    is_code, follows_blank, in_container = False, True, False
    for match in _LINE.finditer(text):
        line = match[0]
        if not line.strip():
            follows_blank = True
            continue
        is_indented = _INDENTED.match(line) is not None
        is_code = is_indented and not in_container and (is_code or follows_blank)
        if is_code:
            yield match.span()
        elif not is_indented:
            in_container = _CONTAINER.match(line) is not None or (in_container and not follows_blank)
        follows_blank = False
