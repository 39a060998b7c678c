"""Edits of front matter at the places of its values, so that all else in the file keeps its bytes."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from build_tools.corpus.front_matter import Fields, FrontMatter, Listing, Node, Scalar
from build_tools.corpus.front_matter.nodes import Span, is_missing
from build_tools.editing.scaffolds.yaml_scalars import scalar


class Edit(NamedTuple):
    """Characters of a text to replace: start and end, exclusive, in Unicode code points, and what replaces them."""

    start: int
    end: int
    words: str


def apply_edits(text: str, edits: Collection[Edit]) -> str:
    """Return a text with its edits made.

    Raises:
        ValueError: If two of them overlap, which is a mistake in the program.
    """
    parts, kept_from = [], 0
    for start, end, words in sorted(set(edits)):
        if start < kept_from:
            raise ValueError(f"two edits overlap at {start}: {words!r}")
        parts += [text[kept_from:start], words]
        kept_from = end
    return "".join([*parts, text[kept_from:]])


def replace_scalar(text: str, value: Scalar, words: str) -> Edit:
    """Return the edit that puts other words in the place of a value, in its quotation marks where it has some."""
    start, end = value.span
    written = text[start:end]
    if written[:1] in {'"', "'"} and value.text == written[1:-1] and "\\" not in words and written[0] not in words:
        return Edit(start, end, f"{written[0]}{words}{written[0]}")
    return Edit(start, end, scalar(words))


def remove_items(text: str, listing: Listing, removed: Collection[int]) -> Iterator[Edit]:
    """Yield the edits that take items out of a list, of which one stays at least.

    Args:
        text: The file.
        listing: The list.
        removed: The numbers of the items, from 0.
    """
    spans = [(item.span[0], _content_end(text, item)) for item in listing.items]
    if text[listing.span[0]] == "[":
        yield from _cut_from_row(spans, removed)
    else:
        yield from (Edit(*_lines(text, spans[number]), "") for number in removed)


def remove_pair(text: str, fields: Fields, name: str) -> Edit:
    """Return the edit that takes a field out of a map, of which another stays."""
    names = list(fields.nodes)
    spans = [(fields.key_spans[key][0], _pair_end(text, fields, key)) for key in names]
    number = names.index(name)
    start = spans[number][0]
    line_start = text.rfind("\n", 0, start) + 1
    if text[fields.span[0]] == "{" or text[line_start:start].strip():  # the first field behind the hyphen of an item
        return next(_cut_from_row(spans, {number}))
    return Edit(*_lines(text, spans[number]), "")


def add_item(parsed: FrontMatter, name: str, item: str) -> Edit:
    """Return the edit that adds a text to a list of the file, or begins the list at the end of the fields."""
    node = parsed.fields.nodes.get(name)
    if isinstance(node, Listing) and node.items:
        return extend_list(parsed.text, node, [scalar(item)])
    return set_field(parsed, name, f"[{scalar(item)}]")


def extend_list(text: str, listing: Listing, values: Sequence[str]) -> Edit:
    """Return the edit that adds values, written in YAML on one line each, to a list that is not empty."""
    last = listing.items[-1]
    end = _content_end(text, last)
    if text[listing.span[0]] == "[":
        return Edit(end, end, "".join(f", {value}" for value in values))
    _, after = _lines(text, (last.span[0], end))
    head = text[text.rfind("\n", 0, last.span[0]) + 1 : last.span[0]]
    return Edit(after, after, "".join(f"{head}{value}{_line_end(text)}" for value in values))


def extend_map(text: str, fields: Fields, lines: Sequence[str]) -> Edit:
    """Return the edit that adds fields, each written on a line, to a map that is not empty."""
    first, last = next(iter(fields.nodes)), list(fields.nodes)[-1]
    end = _pair_end(text, fields, last)
    if text[fields.span[0]] == "{":
        return Edit(end, end, "".join(f", {line}" for line in lines))
    _, after = _lines(text, (fields.key_spans[last][0], end))
    start = fields.key_spans[first][0]
    head = " " * (start - text.rfind("\n", 0, start) - 1)
    return Edit(after, after, "".join(f"{head}{line}{_line_end(text)}" for line in lines))


def set_field(parsed: FrontMatter, name: str, value: str) -> Edit:
    """Return the edit that gives a field of the file a value in YAML, on one line, whatever it had."""
    if name in parsed.fields.nodes:
        start, end = content_span(parsed.text, parsed.fields, name)
        return Edit(start, end, f"{name}: {value}")
    return append_field(parsed, f"{name}: {value}")


def append_field(parsed: FrontMatter, lines: str) -> Edit:
    """Return the edit that writes lines of YAML below the last field of a file."""
    head = parsed.text[: len(parsed.text) - len(parsed.body)].rstrip()
    end = head.rfind("\n") + 1
    return Edit(end, end, f"{lines}{_line_end(parsed.text)}")


def content_span(text: str, fields: Fields, name: str) -> Span:
    """Return the span of a field, from its key to the end of its value."""
    return fields.key_spans[name][0], _pair_end(text, fields, name)


def _pair_end(text: str, fields: Fields, name: str) -> int:
    colon = text.index(":", fields.key_spans[name][1]) + 1
    value = fields.nodes[name]
    return colon if is_missing(value) and value.span[0] == value.span[1] else max(colon, _content_end(text, value))


def _content_end(text: str, node: Node) -> int:
    """Return where a value ends, without the white space and the comments behind one of several lines."""
    start, end = node.span
    if text[start : start + 1] in {"[", "{"} or (
        isinstance(node, Scalar) and text[start : start + 1] not in {"|", ">"}
    ):
        return end
    if isinstance(node, Listing) and node.items:
        return _content_end(text, node.items[-1])
    if isinstance(node, Fields) and node.nodes:
        return _pair_end(text, node, list(node.nodes)[-1])
    return start + len(text[start:end].rstrip())


def _lines(text: str, span: Span) -> Span:
    """Return the span of the whole lines that something stands on."""
    end = text.find("\n", span[1])
    return text.rfind("\n", 0, span[0]) + 1, len(text) if end < 0 else end + 1


def _cut_from_row(spans: Sequence[Span], removed: Collection[int]) -> Iterator[Edit]:
    """Yield the edits that take parts out of a row with commas: each run with the comma behind it, or before it."""
    for is_removed, run in groupby(range(len(spans)), key=lambda number: number in removed):
        if is_removed:
            numbers = list(run)
            first, last = numbers[0], numbers[-1]
            if last + 1 < len(spans):
                yield Edit(spans[first][0], spans[last + 1][0], "")
            else:
                yield Edit(spans[first - 1][1], spans[last][1], "")


def _line_end(text: str) -> str:
    return "\r\n" if "\r\n" in text else "\n"
