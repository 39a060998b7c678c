"""Find the HTML tags in an editor's Markdown, wherever Python-Markdown or a browser might see any.

Only a tag in its plainest form is taken apart, which every reader of HTML reads alike. Whatever else begins like a
tag, a comment or a processing instruction is given as broken, since readers differ in what they make of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

_MARK = re.compile(r"<(?:[a-zA-Z!?]|/[a-zA-Z])")
_ATTRIBUTE = r"\s++[a-zA-Z_:][\w:.-]*+(?:=(?:\"[^\"<>]*+\"|'[^'<>]*+'|[^\s\"'=<>`]++))?"
_TAG = re.compile(rf"<(?P<name>[a-zA-Z][\w:-]*+)(?P<attributes>(?:{_ATTRIBUTE})*)\s*+/?>", re.ASCII)
_END = re.compile(r"</(?P<name>[a-zA-Z][\w:-]*+)\s*+>", re.ASCII)
_EACH_ATTRIBUTE = re.compile(
    r"\s(?P<name>[a-zA-Z_:][\w:.-]*+)(?:=(?:\"(?P<double>[^\"]*)\"|'(?P<single>[^']*)'|(?P<bare>[^\s\"']+)))?",
    re.ASCII,
)
_BEGINNING = re.compile(r"</?[^\s<>\"'`/]{1,40}")


class Attribute(NamedTuple):
    """An attribute of a tag: where it is in the text, its name in small letters, its value as written."""

    start: int
    name: str
    value: str


class Tag(NamedTuple):
    """A tag in a text.

    Attributes:
        start: Its first character, in Unicode code points.
        end: The first character behind it; behind the first words of a broken one.
        name: Its name in small letters; empty if it is broken or no tag but a comment, say.
        is_end: Whether it ends an element.
        attributes: The attributes, in order.
    """

    start: int
    end: int
    name: str
    is_end: bool = False
    attributes: tuple[Attribute, ...] = ()


def find_tags(text: str) -> Iterator[Tag]:
    """Yield each tag of a text, and whatever begins like one, in order.

    Args:
        text: HTML, or Markdown with HTML in it.
    """
    position = 0
    while mark := _MARK.search(text, position):
        tag = _read_tag(text, mark.start())
        yield tag
        position = tag.end


def _read_tag(text: str, start: int) -> Tag:
    if end := _END.match(text, start):
        return Tag(start, end.end(), end["name"].lower(), is_end=True)
    if tag := _TAG.match(text, start):
        attributes = tuple(
            Attribute(each.start() + 1, each["name"].lower(), each["double"] or each["single"] or each["bare"] or "")
            for each in _EACH_ATTRIBUTE.finditer(text, tag.start("attributes"), tag.end("attributes"))
        )
        return Tag(start, tag.end(), tag["name"].lower(), attributes=attributes)
    beginning = _BEGINNING.match(text, start)
    return Tag(start, beginning.end() if beginning else start + 2, "")
