"""What a text says of itself before it begins: "Title: …", "Author: …", as libraries write it, and front matter."""

from __future__ import annotations

import re
from collections.abc import Iterator

from build_tools.corpus.front_matter import Listing, Node, Scalar, parse_front_matter
from build_tools.editing.guesses.statements import Statement, state
from build_tools.model import FRONT_MATTER
from build_tools.segmentation import Cut
from build_tools.text.word_files import read_sections

_ROLES = ("translator", "editor", "illustrator")
_FIELDS = {
    label: section
    for section, labels in read_sections("build_tools.editing.guesses.data", "labels.txt").items()
    for label in labels
}
_LINE = re.compile(r"^[^\S\n]*([^\W\d_][^:：\n]{0,30}?)[^\S\n]?[:：][^\S\n]*(\S[^\n]*?)[^\S\n]*\r?$", re.MULTILINE)
_FEWEST_LINES = 2
_PARAGRAPH_END = re.compile(r"\n[^\S\n]*\n|$(?![\s\S])")
_ENDED = re.compile(r"\s*\[[^\]]*\]$")  # "[EBook #17645]"
_QUOTES = "\"'“”"


def read_labelled_head(text: str, cut: Cut) -> tuple[Statement, ...]:
    """Return what the front matter of a text, the frame before it and the labelled lines at its head say of it.

    Args:
        text: The text.
        cut: The text, cut by rule.
    """
    return (*_of_front_matter(text, cut), *_of_labels(text, cut))


def _of_front_matter(text: str, cut: Cut) -> Iterator[Statement]:
    end = max((span.end for span in cut.set_aside if span.reason == FRONT_MATTER), default=0)
    parsed, _ = parse_front_matter(text[:end].removeprefix("\ufeff").lstrip(), "") if end else (None, [])
    for name, node in parsed.fields.nodes.items() if parsed else ():
        for words in _words(node):
            yield from _stated(name, words, f'the front matter ("{name}")')


def _words(node: Node) -> Iterator[str]:
    if isinstance(node, Scalar):
        yield node.text
    elif isinstance(node, Listing):
        for item in node.items:
            yield from _words(item)
    elif "name" in node.nodes:
        yield from _words(node.nodes["name"])


def _of_labels(text: str, cut: Cut) -> Iterator[Statement]:
    first = min((block.start for block in cut.blocks), default=0)
    frames = [span for span in cut.set_aside if span.end <= first and span.reason != FRONT_MATTER]
    for start, end in (*((span.start, span.end) for span in frames), _head_of_labels(text, first)):
        for line in _LINE.finditer(text, start, end):
            label = " ".join(line[1].split())
            yield from _stated(label, line[2], f'the line "{label}:"')


def _head_of_labels(text: str, first: int) -> tuple[int, int]:
    """Return the first paragraph of a text if each of its lines has a label; else an empty range."""
    match = _PARAGRAPH_END.search(text, first)
    end = match.start() if match else len(text)
    lines = text[first:end].strip().splitlines()
    labelled = sum(bool(_LINE.match(line)) for line in lines)
    begins = bool(lines) and _is_known(lines[0])
    all_labelled = labelled == len(lines) and len(lines) >= _FEWEST_LINES
    return (first, end) if begins and all_labelled else (first, first)


def _is_known(line: str) -> bool:
    match = _LINE.match(line)
    return match is not None and " ".join(match[1].split()).lower() in _FIELDS


def _stated(label: str, words: str, origin: str) -> tuple[Statement, ...]:
    field = _FIELDS.get(label.lower().replace("-", " "), "")
    value = _ENDED.sub("", words).strip().strip(_QUOTES)
    return (
        state("creators" if field in _ROLES else field, value, origin, field if field in _ROLES else "")
        if field
        else ()
    )
