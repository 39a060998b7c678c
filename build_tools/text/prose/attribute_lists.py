"""Find the attribute lists in an editor's Markdown, `{: #id .class key="value" }`, and what each sets."""

from __future__ import annotations

import re
from collections.abc import Iterator

from build_tools.text.prose.tags import Attribute

_BRACES = re.compile(r"\{+")
_TOKEN = re.compile(r"[ \t]*+(?P<token>[^ \t={}\n]++(?:=(?:\"[^\"\n]*+\"|'[^'\n]*+'|[^ \t={}\n]++))?)")
_AT_END = re.compile(r"[ \t]*#*[ \t]*(?:\n|\||$|[*_\[!<&\\`])")
"""What can follow the attribute list of a block: its end, the signs that close a heading, or more markup."""


def find_listed_attributes(text: str, original: str) -> Iterator[Attribute]:
    """Yield each attribute that an attribute list of a text sets, in order; `.x` sets a class, `#x` an id.

    Words in braces in the middle of a sentence are no attribute list, unless one of them has the form `key=value`.

    Args:
        text: Markdown whose code is hidden.
        original: The same with its code, of the same length.
    """
    position = 0
    while braces := _BRACES.search(text, position):
        start, position = braces.span()
        if original[start - 1 : start] == "\\" and position == start + 1:
            continue
        attributes, position = read_attributes(text, position)
        is_list = (
            text.startswith(":", braces.end()) or _follows_markup(original, start) or _ends_words(original, position)
        )
        yield from (item for item in attributes if is_list or "=" in text[item.start : item.start + len(item.name) + 1])


def read_attributes(text: str, start: int) -> tuple[tuple[Attribute, ...], int]:
    """Read the attributes in braces.

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
    """Return whether what comes before the braces can be the end of an element."""
    before = text[position - 1 : position] if position else ""
    return bool(before) and not before.isalnum() and not before.isspace()


def _ends_words(text: str, position: int) -> bool:
    """Return whether braces end the words of a block, or all that come before its first element."""
    closing = text.find("}", position, position + 100)
    return closing >= 0 and _AT_END.match(text, closing + 1) is not None
