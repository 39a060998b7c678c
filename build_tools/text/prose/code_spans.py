"""Find code in an editor's Markdown: fenced blocks and inline code spans, by the rules of Python-Markdown.

A fenced block is closed by the same fence; without it, it is no block. An inline span is closed by a run of as many
backticks as opened it and stays within its block: a paragraph, a heading or a list item. Raw HTML is not recognised.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from markdown.extensions.attr_list import get_attrs_and_remainder

_FENCE = re.compile(r"^(?P<fence>`{3,}|~{3,})(?P<info>[^\n]*)$", re.MULTILINE)
_LANGUAGE = re.compile(r"[ \t]*(?:\.?[\w#.+-]+[ \t]*|\.[ \t]*)?(?:hl_lines=(?:\"[^\"]*\"|'[^']*')[ \t]*)?")
_ATTRIBUTES = re.compile(r"[ \t]*\{(?P<listed>.*)\}")
_BACKTICKS = re.compile("`+")
_LINE = re.compile(r"[^\n]*\n?")
_ITEM = re.compile(r"[ \t]*(?:[-*+]|\d+\.)[ \t]")

CodeSpan = tuple[int, int]
"""Start and end (exclusive) of code with its fences or backticks, in Unicode code points."""


class _Run(NamedTuple):
    """A run of backticks: all of them, from `start` to `end`, and where those that can open a span begin."""

    start: int
    end: int
    opening: int


def find_code(content: str) -> tuple[CodeSpan, ...]:
    """Return the span of each fenced block and each inline code span of a Markdown text, in order.

    Args:
        content: The Markdown.

    Returns:
        Start and end (exclusive), with fences and backticks. The spans do not overlap.
    """
    spans: list[CodeSpan] = []
    prose_from = 0
    for start, end in (*find_fenced_blocks(content), (len(content), len(content))):
        spans += _inline_spans(content, prose_from, start)
        if start < end:
            spans.append((start, end))
        prose_from = end
    return tuple(spans)


def find_fenced_blocks(content: str) -> tuple[CodeSpan, ...]:
    """Return the span of each fenced block of a Markdown text, in order: from its first fence to the end of its last.

    Args:
        content: The Markdown.

    Returns:
        Start and end (exclusive), without the line end behind the last fence.
    """
    fences = list(_FENCE.finditer(content))
    closing: defaultdict[str, list[re.Match[str]]] = defaultdict(list)
    for fence in reversed(fences):
        if not fence["info"].strip(" \t\r"):
            closing[fence["fence"]].append(fence)
    spans: list[CodeSpan] = []
    position = 0
    for fence in fences:
        if fence.start() < position or not _opens_block(fence["info"].rstrip("\r")):
            continue
        candidates = closing[fence["fence"]]
        while candidates and candidates[-1].start() <= fence.start():
            candidates.pop()
        if candidates:
            position = candidates[-1].end()
            spans.append((fence.start(), position))
    return tuple(spans)


def _opens_block(info: str) -> bool:
    """Return whether a fence with these words behind it opens a block: a language, an attribute list or nothing."""
    attributes = _ATTRIBUTES.fullmatch(info)
    if attributes:
        _, unread = get_attrs_and_remainder(attributes["listed"])
        return not unread
    return _LANGUAGE.fullmatch(info) is not None


def mask_code(content: str) -> str:
    """Return a Markdown text with every character of its code, but line ends, replaced by a space."""
    parts, prose_from = [], 0
    for start, end in find_code(content):
        parts += [content[prose_from:start], mask_characters(content[start:end])]
        prose_from = end
    return "".join([*parts, content[prose_from:]])


def mask_characters(text: str) -> str:
    """Return a text of the same length and lines with a space for every other character."""
    return re.sub(r"[^\n]", " ", text)


def _inline_spans(content: str, start: int, end: int) -> Iterator[CodeSpan]:
    if content.find("`", start, end) < 0:
        return
    for block_start, block_end in pairwise([*_block_starts(content, start, end), end]):
        yield from _spans_of_block(list(_runs(content, block_start, block_end)))


def _block_starts(content: str, start: int, end: int) -> Iterator[int]:
    """Yield where each block of text, which inline code cannot leave, begins."""
    yield start
    in_list, follows_blank, follows_heading = False, True, False
    for match in _LINE.finditer(content, start, end):
        line = match[0]
        is_blank, is_heading = not line.strip(" \t\r\n"), line.startswith("#")
        is_item = _ITEM.match(line) is not None
        if follows_blank:
            in_list = is_item or (in_list and line.startswith((" ", "\t")))
        if is_blank or is_heading or follows_heading or (in_list and is_item):
            yield match.start()
        follows_blank, follows_heading = is_blank, is_heading


def _runs(content: str, start: int, end: int) -> Iterator[_Run]:
    for match in _BACKTICKS.finditer(content, start, end):
        backslash = match.start()
        while backslash > start and content[backslash - 1] == "\\":
            backslash -= 1
        is_escaped = (match.start() - backslash) % 2
        yield _Run(match.start(), match.end(), match.start() + is_escaped)


def _spans_of_block(runs: Sequence[_Run]) -> Iterator[CodeSpan]:
    """Yield the inline code spans that the runs of backticks of one block open and close."""
    position = 0
    for run, closing in zip(runs, _closing_runs(runs), strict=True):
        if closing and run.start >= position:
            position = closing.end
            yield run.opening, closing.end


def _closing_runs(runs: Sequence[_Run]) -> list[_Run | None]:
    """Return for each run the one that closes a span opened by it.

    It is the next one of the same length or, if there is none and all that follow are shorter, the longest of them.
    """
    next_of_length: dict[int, _Run] = {}
    longest = 0
    closing: list[_Run | None] = []
    for run in reversed(runs):
        length = run.end - run.opening
        closing.append(next_of_length.get(length) or (next_of_length.get(longest) if longest < length else None))
        next_of_length[run.end - run.start] = run
        longest = max(longest, run.end - run.start)
    return closing[::-1]
