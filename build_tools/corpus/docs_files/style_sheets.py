"""What a style sheet loads from elsewhere, or runs."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator

from build_tools.text.prose.allow_list import is_local
from build_tools.text.prose.code_spans import mask_spans

_PIECE = re.compile(
    r"(?P<comment>/\*.*?(?:\*/|\Z))|\"(?:[^\"\\\n]|\\.)*\"?|'(?:[^'\\\n]|\\.)*'?|\burl\((?!\s*[\"'])[^)]*+",
    re.DOTALL | re.IGNORECASE,
)
"""A comment, or what can hold the signs of one without being one: a string, an address."""

_ESCAPE = re.compile(r"\\(?:([0-9a-fA-F]{1,6})\s?|(.))", re.DOTALL)
_ORDER = re.compile(r"@import[^;\n]*|expression\s*\([^;\n]*|-moz-binding[^;\n]*|\bbehavior\s*:[^;\n]*", re.IGNORECASE)
_URL = re.compile(r"\b(?:url|src)\(\s*[\"']?(?P<address>[^\"')]*)", re.IGNORECASE)
_HOST = re.compile(r"[\"']\s*(?:[a-z][a-z0-9+.-]{0,20}:)?//[^\"'\n]*", re.IGNORECASE)


def loaded_by_style_sheet(sheet: str) -> Iterator[tuple[int, str]]:
    """Yield each part of a style sheet that loads what is not a file of the site, or runs something.

    Args:
        sheet: CSS.

    Yields:
        Where it begins, in Unicode code points and as near as escapes before it allow, and the part itself.
    """
    comments = (match.span() for match in _PIECE.finditer(sheet) if match["comment"])
    # An escape can hide where an address begins, and so what is a comment.
    plain = sheet if "\\" in sheet else mask_spans(sheet, comments)
    read = _ESCAPE.sub(_character, plain)
    addresses = (match for match in _URL.finditer(read) if not is_local(match["address"]))
    position = 0
    for start, end in sorted(match.span() for match in (*_ORDER.finditer(read), *_HOST.finditer(read), *addresses)):
        if start >= position:
            yield start, read[start:end]
            position = end


def _character(match: re.Match[str]) -> str:
    if match[1]:
        code = int(match[1], 16)
        return chr(code) if 0 < code <= sys.maxunicode else " "
    return str(match[2])
