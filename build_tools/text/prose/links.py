"""Find links in an editor's Markdown: `[words](address)`, with the attribute list that may follow."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from build_tools.text.prose.code_spans import mask_spans

_ATTRIBUTES = re.compile(r"\{[^{}\n]*\}")


class ProseLink(NamedTuple):
    """Where a link stands, in Unicode code points: its "[", its "]", and its end (exclusive)."""

    start: int
    words_end: int
    end: int


def find_links(content: str) -> Iterator[ProseLink]:
    """Yield the links of a Markdown text, in order. They do not overlap, and their words hold no link or bracket.

    Args:
        content: The Markdown.
    """
    position = 0
    while (words_end := content.find("](", position)) >= 0:
        start = content.rfind("[", position, words_end)
        position = words_end + len("](")
        if start < 0 or content.find("]", start, words_end) >= 0:
            continue
        address_end = content.find(")", position)
        if address_end < 0:
            return
        attributes = _ATTRIBUTES.match(content, address_end + 1)
        position = attributes.end() if attributes else address_end + 1
        yield ProseLink(start, words_end, position)


def drop_addresses(content: str) -> str:
    """Return a Markdown text with the words of each link in its place."""
    parts, kept_from = [], 0
    for link in find_links(content):
        parts += [content[kept_from : link.start], content[link.start + 1 : link.words_end]]
        kept_from = link.end
    return "".join([*parts, content[kept_from:]])


def mask_addresses(content: str, mask: str = " ") -> str:
    """Return a Markdown text with the address and the attribute list of each link masked.

    Args:
        content: The Markdown.
        mask: The character that replaces each of their characters but line ends.
    """
    return mask_spans(content, ((link.words_end, link.end) for link in find_links(content)), mask)
