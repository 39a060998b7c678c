"""Write Markdown. `text/prose` reads what editors write in it.

A parameter called `text` is plain text and is escaped here; one called `content` is Markdown, from a
function of this module or from an editor. Escaping turns every ASCII punctuation character and all
white space but a single inner space into character references, so that no text can begin or end
markup, whichever extensions are on.
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterable, Mapping, Sequence
from urllib.parse import quote

from build_tools.text.escaping import character_reference, visible
from build_tools.text.folding import fold
from build_tools.text.html import attribute_name, element, html_attribute, html_attributes, raw_block

_SPECIAL = re.compile(r"[!-/:-@\[-`{-~]|[^\S ]|(?<!\S) | (?!\S)")

_WIDE_SPACES = "\u00a0\u2000-\u200a\u202f\u3000"
_ESCAPABLE = "\\`*_{}[]()>#+-.!"
"""What a backslash escapes in Python-Markdown as in CommonMark; everything else is escaped by a reference."""

_DONE = "\x00"
"""Stands before what is escaped already; a text has no NUL once it is made visible."""

_LINE_START = re.compile(
    r"\A(?:[#+\-=:!?/>%;&@]"  # headings, lists, rules, quotations, definitions, and blocks of extensions
    r"|(?:[0-9]+|[A-Za-z]|[ivxlcdm]+|[IVXLCDM]+)[.)](?=\s|\Z)"  # numbered lists
    r"|\s)"
)
_QUOTE = re.compile(r"\A'|\"")
_LAST = re.compile(r"(?s:.)\Z")
_MARKUP = re.compile(
    rf"{_DONE}(?:\\.|&#[0-9]+;)"
    r"|[\\`*{}\[\]<|~^$]"
    r"|(?<![^\W_])_|_(?![^\W_])"  # within a word it is none
    r"|&(?=#|[A-Za-z0-9]+;)"
    r"|(?<==)=|=(?==)|(?<=\+)\+|\+(?=\+)"
    r"|:(?=(?![0-9]{2}:)[\w+-]+:|//)|(?<=[Ww]{3})\.|(?<=\S)@(?=\S)"  # emoji, but no times; bare addresses
    rf"|[^\S {_WIDE_SPACES}]|(?<= ) |(?<!\S)[{_WIDE_SPACES}]|[{_WIDE_SPACES}](?!\S)",
)

Mark = tuple[int, int, str, tuple[str, ...]]
"""A link over a span of a text: start and end (exclusive) in code points, target, classes."""


def escape(text: str) -> str:
    """Return a text as Markdown that renders as exactly these characters, whatever is next to it."""
    return _SPECIAL.sub(character_reference, visible(text))


def escape_lightly(text: str, *, begins_line: bool = False, before_link: bool = False, in_quotes: bool = False) -> str:
    """Return a text as Markdown in which a character is escaped only where it would otherwise be markup.

    It renders as exactly these characters in GitHub Flavored Markdown and in Python-Markdown with its own extensions
    and those of PyMdown but for mathematics, which takes escaped brackets for its own.

    Args:
        text: The text.
        begins_line: Whether it stands at the beginning of a line.
        before_link: Whether a link follows, which an exclamation mark would make a picture.
        in_quotes: Whether it stands between double quotes, as the title of a link.
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


def attributes(identifier: str = "", *classes: str, **named: str | None) -> str:
    """Return an attribute list, `{ #id .class key="value" }`, or the empty text if it would be empty.

    Args:
        identifier: The id, or empty.
        classes: The classes; empty ones are left out.
        named: The others; one that is None is left out.
    """
    parts = [f"#{identifier}"] if identifier else []
    parts += [f".{name}" for name in classes if name]
    parts += [f'{attribute_name(key)}="{html_attribute(value)}"' for key, value in named.items() if value is not None]
    return f"{{ {' '.join(parts)} }}" if parts else ""


def link(text: str, target: str, *classes: str, **named: str | None) -> str:
    """Return a link with plain text to a Markdown file, an anchor or an address."""
    return link_around(escape(text), target, *classes, **named)


def link_around(content: str, target: str, *classes: str, **named: str | None) -> str:
    """Return a link around Markdown."""
    return f"[{content}]({link_target(target)}){attributes('', *classes, **named)}"


def link_target(target: str) -> str:
    """Return an address as a link of Markdown or the attribute of an element holds it."""
    return quote(visible(target), safe="/:?=#%.-~,;@+$&").replace("&", "&#38;")


def external_link(text: str, address: str) -> str:
    """Return a link to a web address, or only the address, as text, if it is not http(s)."""
    return link(text, address) if re.match(r"https?://\w", address) else escape(address)


def link_spans(text: str, marks: Iterable[Mark]) -> str:
    """Return a plain text with links over spans of it; `marks` are sorted and do not overlap."""
    parts, linked_to = [], 0
    for start, end, target, classes in marks:
        parts += [escape(text[linked_to:start]), link(text[start:end], target, *classes)]
        linked_to = end
    return "".join([*parts, escape(text[linked_to:])])


def emphasis(content: str, *classes: str) -> str:
    """Return emphasised content."""
    return f"*{content}*{attributes('', *classes)}"


def heading(content: str, level: int, identifier: str, *classes: str, **named: str | None) -> str:
    """Return a heading with an explicit id, of level 1 to 6."""
    return f"{'#' * level} {content} {attributes(identifier, *classes, **named)}"


def paragraph(content: str, identifier: str = "", *classes: str, **named: str | None) -> str:
    """Return a paragraph, with its attributes on the line below."""
    listed = attributes(identifier, *classes, **named)
    return f"{content}\n{{:{listed[1:]}" if listed else content


def bullets(items: Iterable[str]) -> str:
    """Return a bulleted list of one-line items."""
    return "\n".join(f"- {item}" for item in items)


def definitions(pairs: Iterable[tuple[str, str]]) -> str:
    """Return a definition list of one-line (term, definition) pairs."""
    return "\n\n".join(f"{term}\n:   {definition}" for term, definition in pairs)


def table(head: Sequence[str], rows: Iterable[Sequence[str]], *classes: str) -> str:
    """Return a table in raw HTML, which the theme does not wrap.

    Args:
        head: The cells of the first row.
        rows: The cells of the others: the first heads its row, the others are numbers. Cells hold HTML, no Markdown.
        classes: The classes of the table.
    """
    lines = [_row("".join(element("th", cell, scope="col") for cell in head))]
    for row_head, *cells in rows:
        lines.append(_row(element("th", row_head, scope="row") + "".join(element("td", cell) for cell in cells)))
    return raw_block("table", ["<thead>", lines[0], "</thead>", "<tbody>", *lines[1:], "</tbody>"], *classes)


def _row(cells: str) -> str:
    return element("tr", cells)


def block(tag: str, contents: Iterable[str], *classes: str, **named: str | None) -> str:
    """Return a block element around Markdown blocks.

    Args:
        tag: Its name.
        contents: The blocks.
        classes: Its classes.
        named: Its other attributes. `summary` is the first line of a details element, `summary_label` the text
            that screen readers read for it.
    """
    summary, label = named.pop("summary", None), named.pop("summary_label", None)
    start = f'<{tag}{html_attributes(classes, named)} markdown="1">'
    if summary is not None:
        start += element("summary", escape(summary), aria_label=label)
    return blocks([start, *contents, f"</{tag}>"])


def blocks(parts: Iterable[str]) -> str:
    """Join blocks by blank lines; empty ones are left out."""
    return "\n\n".join(part.strip("\n") for part in parts if part.strip())


def slug(text: str) -> str:
    """Return an id for a heading: its ASCII letters and digits, joined by hyphens; empty if it has none."""
    return "-".join(re.findall(r"[a-z0-9]+", fold(text).encode("ascii", "ignore").decode()))
