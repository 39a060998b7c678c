"""What in an SVG file is more than a drawing: scripts, events, pages inside it, addresses elsewhere."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from build_tools.corpus.docs_files.style_sheets import loaded_by_style_sheet
from build_tools.text.prose.allow_list import DRAWING_ELEMENTS
from build_tools.text.prose.code_spans import mask_spans
from build_tools.text.prose.tags import Tag, find_tags

_HEADS = re.compile(
    r"\A\s*<\?xml(?:\s+(?:version|standalone)=[\"'][\w.]+[\"']|\s+encoding=[\"']utf-8[\"'])*\s*\?>"
    r"|<!DOCTYPE\s+svg(?:\s+PUBLIC\s+\"[^\"<>]*\"\s+\"[^\"<>]*\")?\s*>"
    r"|<!--(?:(?!--).)*-->",
    re.IGNORECASE | re.DOTALL,
)
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_STYLE = re.compile(r"<style\b[^<>]*>(?P<sheet>.*?)(?=</style\b|\Z)", re.IGNORECASE | re.DOTALL)


def active_parts_of_drawing(text: str) -> Iterator[tuple[int, str]]:
    """Yield each part of an SVG file that is more than a drawing.

    Args:
        text: The file.

    Yields:
        Where it begins, in Unicode code points, and the part itself.
    """
    plain = mask_spans(text, (match.span() for match in _HEADS.finditer(text)))
    for tag in find_tags(plain):
        if tag.name not in DRAWING_ELEMENTS:
            yield tag.start, plain[tag.start : tag.end]
        else:
            yield from _active_attributes(tag)
    for style in _STYLE.finditer(plain):
        # A comment in it ends no word: "ur<!-- -->l" is read as "url".
        sheet = _COMMENT.sub("", text[style.start("sheet") : style.end("sheet")])
        yield from ((style.start("sheet") + offset, part) for offset, part in _loaded(sheet))


def _active_attributes(tag: Tag) -> Iterator[tuple[int, str]]:
    for name_start, name, value in tag.attributes:
        is_address = name.rpartition(":")[2] in {"href", "src"}
        if name.startswith("on") or name == "xml:base" or (is_address and not value.startswith("#")):
            yield name_start, f"{name}={value}"
        elif not name.startswith("xmlns"):
            yield from ((name_start, part) for _, part in _loaded(value))


def _loaded(sheet: str) -> Iterator[tuple[int, str]]:
    """Yield what a style sheet in XML loads, where a reference such as `&#117;` stands for a character."""
    yield from loaded_by_style_sheet(html.unescape(sheet))
