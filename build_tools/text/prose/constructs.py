"""Find whatever in an editor's Markdown is more than words: HTML, attributes, links, pictures, orders to a program.

All of it is found, allowed or not, as Python-Markdown reads it; what is in doubt counts as found. It takes time in
proportion to the length of the text.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, NamedTuple

from build_tools.text.prose.attribute_lists import find_listed_attributes, read_attributes
from build_tools.text.prose.code_spans import find_fenced_blocks
from build_tools.text.prose.inert_text import find_raw_html, mask_inert_code
from build_tools.text.prose.links import find_addresses
from build_tools.text.prose.nesting import find_nesting_faults
from build_tools.text.prose.tags import Attribute, Tag, find_tags

Kind = Literal["html", "nesting", "attribute", "link", "image", "directive"]

# Python-Markdown deletes these two characters, with which it marks what it has read.
_DELETED = re.compile("[\x02\x03]")
_AUTOLINK = re.compile(r"<(?:(?P<address>[A-Za-z][A-Za-z0-9+.-]*+://[^<>]*+)|(?P<mail>[^<>\s!]*@[^@<>\s]++))>")
_ADMONITION = re.compile(r"(?:^[ \t>:*+\-.\d]*|</\w+>)!!! ?(?P<classes>[\w-]+(?: +[\w-]+)*)", re.MULTILINE)
_AUTODOC = re.compile(r":::[^\n]*")
_OPTIONS = re.compile(r"\n(?:[ \t]*\n)*(?P<options>[ \t]+[^\s][^\n]*)")
_SNIPPET = re.compile(r"^[ \t]*;*-+8<-+[^\n]*", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Construct:
    """Something in a text that is more than words.

    Attributes:
        line: Its line, counted from 1.
        kind: What it is; `nesting` for a tag that is not well nested.
        value: The tag, the attribute, the address or the order to a program as it is written, on one line.
        name: The name of an element or an attribute in small letters; empty for the other kinds and for a broken tag.
        element: The element that has an attribute; empty for one in an attribute list, which any element may get.
        content: The value of an attribute; `/` for a tag that ends an element; for `nesting`, what is wrong.
    """

    line: int
    kind: Kind
    value: str
    name: str = ""
    element: str = ""
    content: str = ""


class _Place(NamedTuple):
    start: int
    kind: Kind
    value: str
    name: str = ""
    element: str = ""
    content: str = ""


def find_constructs(text: str) -> Iterator[Construct]:
    """Yield every construct of an editor's text, allowed or not, in order.

    Args:
        text: Markdown without front matter.
    """
    # A lone carriage return ends a line for Python-Markdown, but not for those who count the lines of the file.
    lines = _DELETED.sub("", text).replace("\r\n", "\n")
    original = lines.replace("\r", "\n")
    masked = mask_inert_code(original)
    line_ends = [match.start() for match in re.finditer("\n", lines)]
    places = [
        *_find_html(masked),
        *_find_faults(masked),
        *_find_attributes(masked, original),
        *(
            _Place(address.at, "image" if address.is_image else "link", masked[address.start : address.end])
            for address in find_addresses(masked)
        ),
        *_find_directives(masked, original),
    ]
    for place in sorted(places):
        start, kind, value, *rest = place
        yield Construct(bisect_right(line_ends, start - 1) + 1, kind, " ".join(value.split()), *rest)


def _find_html(text: str) -> Iterator[_Place]:
    raw = iter([*find_raw_html(text), (len(text) + 1, len(text) + 1)])
    raw_start, raw_end = next(raw)
    for tag in find_tags(text):
        while raw_end <= tag.start:
            raw_start, raw_end = next(raw)
        link = _AUTOLINK.match(text, tag.start) if tag.start < raw_start else None
        if link:
            yield _Place(tag.start, "link", link["address"] or f"mailto:{link['mail'].removeprefix('mailto:')}")
        else:
            yield from _tag_places(text, tag)


def _tag_places(text: str, tag: Tag) -> Iterator[_Place]:
    yield _Place(tag.start, "html", text[tag.start : tag.end], tag.name, content="/" * tag.is_end)
    for item in tag.attributes:
        written = f'{item.name}="{item.value}"' if item.value else item.name
        yield _Place(item.start, "attribute", written, item.name, tag.name, item.value)


def _find_faults(text: str) -> Iterator[_Place]:
    for fault in find_nesting_faults(text):
        tag = f"</{fault.name}>" if fault.is_end else f"<{fault.name}>"
        yield _Place(fault.start, "nesting", tag, fault.name, content=fault.problem)


def _find_attributes(text: str, original: str) -> Iterator[_Place]:
    listed = list(find_listed_attributes(text, original))
    for start, end in find_fenced_blocks(original):
        brace = original.find("{", start, original.find("\n", start, end))
        if brace >= 0:
            listed += read_attributes(original, brace + 1)[0]
    listed += [
        Attribute(match.start("classes"), "class", match["classes"].lower()) for match in _ADMONITION.finditer(text)
    ]
    for item in listed:
        written = f'{item.name}="{item.value}"' if item.value else item.name
        yield _Place(item.start, "attribute", written, item.name, content=item.value)


def _find_directives(text: str, original: str) -> Iterator[_Place]:
    for match in _AUTODOC.finditer(text):
        yield _Place(match.start(), "directive", match[0])
        if options := _OPTIONS.match(text, match.end()):
            yield _Place(options.start("options"), "directive", options["options"])
    for match in _SNIPPET.finditer(original):
        yield _Place(match.start(), "directive", match[0])
