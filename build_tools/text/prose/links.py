"""Find links in an editor's Markdown: `[words](address)`, with the attribute list that may follow, and definitions."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from build_tools.text.prose.code_spans import mask_spans

_BRACKET = re.compile(r"\\.|[\[\]]", re.DOTALL)
_DESTINATION = re.compile(r"\(\s*+(?:<(?P<angled>[^<>]*+)>|(?P<plain>(?:[^()]|\([^()]*+\))*))")
_TITLE = re.compile(r"\s+[\"'(]")
_DEFINITION = re.compile(r"\[(?P<label>[^\[\]]*+)\]:[ \t]*+(?:\n[ \t>]*+)?<?(?P<address>\S++)")
_LABEL = re.compile(r"\s?\[(?P<label>[^\[\]]*+)\]")
_ATTRIBUTES = re.compile(r"\{[^{}\n]*\}")


class ProseLink(NamedTuple):
    """Where a link is, in Unicode code points: its "[", its "]", and its end (exclusive)."""

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


class Address(NamedTuple):
    """Where an address is, in Unicode code points, ends exclusive.

    Attributes:
        at: Where the words of its link begin, or the definition that gives it.
        words_end: The end of these words; that of the label in a definition.
        start: Where it begins.
        end: Where it ends.
        is_image: Whether a picture is shown from there.
        is_definition: Whether a definition gives it to links elsewhere.
    """

    at: int
    words_end: int
    start: int
    end: int
    is_image: bool = False
    is_definition: bool = False


def find_addresses(content: str) -> Iterator[Address]:
    """Yield the address of each link, picture and definition of a Markdown text, those of definitions last.

    Args:
        content: The Markdown, with its code hidden.
    """
    image_labels: set[str] = set()
    for start, end, is_image in _pairs_of_brackets(content):
        if destination := _DESTINATION.match(content, end + 1):
            group = "angled" if destination["angled"] else "plain"
            written = _TITLE.split(destination[group] or "", maxsplit=1)[0] if group == "plain" else destination[group]
            first = max(destination.start(group), end + 1) + len(written) - len(written.lstrip())
            yield Address(start, end, first, first + len(written.strip()), is_image)
        elif is_image:
            label = _LABEL.match(content, end + 1)
            image_labels.add(_folded(label["label"] if label and label["label"] else content[start:end]))
    for definition in _DEFINITION.finditer(content):
        start, end = definition.span("address")
        end -= len(definition["address"]) - len(definition["address"].rstrip(">"))
        is_image = _folded(definition["label"]) in image_labels
        yield Address(definition.start(), definition.end("label"), start, end, is_image, is_definition=True)


def _pairs_of_brackets(text: str) -> Iterator[tuple[int, int, bool]]:
    """Yield what is between each closing bracket and the one that opens it, and whether they show a picture."""
    openings: list[int] = []
    for match in _BRACKET.finditer(text):
        if match[0] == "[":
            openings.append(match.start())
        elif match[0] == "]":
            opening = openings.pop() if openings else match.start()
            yield opening + 1, match.start(), opening > 0 and text[opening - 1] == "!"


def _folded(label: str) -> str:
    return " ".join(label.lower().split())


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
