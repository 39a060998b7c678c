"""Escape texts for Markdown and its front matter, and make ids. `text/prose` reads what editors write in Markdown."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from urllib.parse import quote

from build_tools.text.escaping import character_reference, visible
from build_tools.text.folding import fold

_WIDE_SPACES = "\u00a0\u2000-\u200a\u202f\u3000"
_ESCAPABLE = "\\`*_{}[]()>#+-.!"
"""What a backslash escapes in Python-Markdown as in CommonMark; everything else is escaped by a reference."""

_DONE = "\x00"
"""Comes before what is escaped already; a text has no NUL once it is made visible."""

_LINE_START = re.compile(
    r"\A(?:[#+\-=:!?/>%;&@]"  # headings, lists, rules, quotations, definitions, and blocks of extensions
    r"|(?:[0-9]+|[A-Za-z]|[ivxlcdm]+|[IVXLCDM]+)[.)](?=\s|\Z)"  # numbered lists
    r"|\s)"
)
_QUOTE = re.compile(r"\A'|\"|'(?=\s*\\?\))")
_LAST = re.compile(r"(?s:.)\Z")
_MARKUP = re.compile(
    rf"{_DONE}(?:\\.|&#[0-9]+;)"
    r"|[\\`*{}\[\]<|~^]"
    r"|\$(?![0-9])"  # mathematics, but not a price
    r"|(?<![^\W_])_|_(?![^\W_])"  # within a word it is none
    r"|&(?=#|[A-Za-z0-9]+;)"
    r"|(?<==)=|=(?==)|(?<=\+)\+|\+(?=\+)"
    r"|:(?=(?![0-9]{2}:)[\w+-]+:|//)|(?<=[Ww]{3})\.|(?<=\S)@(?=\S)"  # emoji, but no times; bare addresses
    rf"|[^\S {_WIDE_SPACES}]|(?<= ) |(?<!\S)[{_WIDE_SPACES}]|[{_WIDE_SPACES}](?!\S)",
)


def escape_lightly(text: str, *, begins_line: bool = False, before_link: bool = False, in_quotes: bool = False) -> str:
    """Return a text as Markdown in which a character is escaped only where it would otherwise be markup.

    It renders as exactly these characters in GitHub Flavored Markdown and in Python-Markdown with its own extensions
    and those of PyMdown but for mathematics, which takes escaped brackets for its own.

    Args:
        text: The text.
        begins_line: Whether it is at the beginning of a line.
        before_link: Whether a link follows, which an exclamation mark would make a picture.
        in_quotes: Whether it is between double quotes, as the title of a link.
    """
    shown = visible(text)
    if begins_line:
        shown = _LINE_START.sub(_escaped_last, shown)
    shown = _MARKUP.sub(_escaped, shown)
    if before_link and shown.endswith("!"):
        shown = shown[:-1] + r"\!"
    if in_quotes:
        shown = _QUOTE.sub(character_reference, shown)
    return shown


def _escaped(match: re.Match[str]) -> str:
    if match[0].startswith(_DONE):
        return match[0][1:]
    return f"\\{match[0]}" if match[0] in _ESCAPABLE else character_reference(match)


def _escaped_last(match: re.Match[str]) -> str:
    """Return the start of a line with its last character escaped, marked as done."""
    return _LAST.sub(lambda last: f"{_DONE}{_escaped(last)}", match[0])


@lru_cache(maxsize=16_384)  # a server asks for the metadata of every page after each edit
def metadata(text: str) -> str:
    """Return a text on one line, safe where templates print it unescaped: in double quotes or an element."""
    flat = " ".join(visible(text).split()).replace("<", "\u2039").replace(">", "\u203a")
    return html.escape(flat, quote=False).replace('"', "&quot;")


def render_front_matter(fields: Mapping[str, str | Sequence[str]]) -> str:
    """Return the front matter of a page in YAML, its values as JSON, which YAML reads unchanged.

    Args:
        fields: Texts or lists of texts by name, escaped as in `escape_fields`.
    """
    lines = [f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in escape_fields(fields).items()]
    return "\n".join(["---", *lines, "---"])


def add_field(page: str, name: str, value: str) -> str:
    """Return a page with another field, a text, before those of its front matter."""
    field = f"{name}: {json.dumps(metadata(value), ensure_ascii=False)}"
    return page.replace("---\n", f"---\n{field}\n", 1) if page.startswith("---\n") else f"---\n{field}\n---\n{page}"


def escape_fields(fields: Mapping[str, str | Sequence[str]]) -> dict[str, str | list[str]]:
    """Return the fields of a page as a theme reads them, safe where it prints them unescaped.

    Args:
        fields: Texts or lists of texts by name; `head` holds HTML elements and is left as it is.
    """
    escaped: dict[str, str | list[str]] = {}
    for key, value in fields.items():
        if isinstance(value, str):
            escaped[key] = value if key == "head" else metadata(value)
        else:
            escaped[key] = [metadata(item) for item in value]
    return escaped


def link_target(target: str) -> str:
    """Return an address as a link of Markdown or the attribute of an element holds it."""
    return quote(visible(target), safe="/:?=#%.-~,;@+$&").replace("&", "&#38;")


def slug(text: str) -> str:
    """Return an id for a heading: its ASCII letters and digits, joined by hyphens; empty if it has none."""
    return "-".join(re.findall(r"[a-z0-9]+", fold(text).encode("ascii", "ignore").decode()))
