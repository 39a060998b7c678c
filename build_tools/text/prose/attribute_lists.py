"""Find the attribute lists in an editor's Markdown, `{: #id .class key="value" }`, and what each sets."""

from __future__ import annotations

import re
from collections.abc import Iterator

from build_tools.text.prose.tags import Attribute

_TOKEN = re.compile(r"[ \t]*+(?P<token>[^ \t={}\n]++(?:=(?:\"[^\"\n]*+\"|'[^'\n]*+'|[^ \t={}\n]++))?+)")
_AT_END = re.compile(r"[ \t]*(?:\n|\||$)")


def find_listed_attributes(text: str, original: str) -> Iterator[Attribute]:
    """Yield each attribute that an attribute list of a text sets, in order; `.x` sets a class, `#x` an id.

    Words in braces in the middle of a sentence are no attribute list, unless one of them has the form `key=value`.

    Args:
        text: Markdown whose code is hidden.
        original: The same with its code, of the same length.
    """
    position = 0
    while (start := text.find("{", position)) >= 0:
        if original[start - 1 : start] == "\\":
            position = start + 1
            continue
        attributes, position = read_attributes(text, start + 1)
        is_list = text.startswith("{:", start) or _follows_markup(original, start) or _ends_line(text, position)
        yield from (item for item in attributes if is_list or "=" in text[item.start : item.start + len(item.name) + 1])


def read_attributes(text: str, start: int) -> tuple[tuple[Attribute, ...], int]:
    """Read the attributes that stand in braces.

    Args:
        text: The Markdown.
        start: The first character behind the opening brace.

    Returns:
        The attributes, and the position behind the last one.
    """
    attributes: list[Attribute] = []
    position = start + text.startswith(":", start)
    while token := _TOKEN.match(text, position):
        attributes.append(_read_token(token["token"], token.start("token")))
        position = token.end()
    return tuple(attributes), position


def _read_token(token: str, start: int) -> Attribute:
    name, equals, value = token.partition("=")
    if not equals and token.startswith((".", "#")):
        return Attribute(start, "class" if token.startswith(".") else "id", token[1:])
    return Attribute(start, name.lower(), value.strip("\"'"))


def _follows_markup(text: str, position: int) -> bool:
    before = text[position - 1 : position] if position else ""
    return bool(before) and not before.isalnum() and not before.isspace()


def _ends_line(text: str, position: int) -> bool:
    closing = text.find("}", position, position + 100)
    return closing >= 0 and _AT_END.match(text, closing + 1) is not None
