"""Markdown's syntax: the only room that knows it.

A parameter called `text` is plain text and is escaped here; one called `content` is Markdown already
made here or written by an editor. Escaping turns every ASCII punctuation character and every white
space but a single inner blank into a character reference: whatever extensions are on, nothing that
is left can begin or end a piece of markup.
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
from build_tools.text.sentences import sentence_spans

_SPECIAL = re.compile(r"[!-/:-@\[-`{-~]|[^\S ]|(?<!\S) | (?!\S)")
_ATX = re.compile(r"(#{1,6})[ \t]*(.*?)[ \t]*#*[ \t]*$")
_OWN_ATTRIBUTES = re.compile(r"[ \t]*\{:?[ ]*([^{}]*?)[ ]*\}$")
_UNDERLINE = re.compile(r"(=+|-+)[ \t]*$")
FENCE = re.compile(r" {0,3}(`{3,}|~{3,})")
"""The line that opens or closes a block of code; its first group is the fence itself."""
RUN_IN = re.compile(r"\*\*[^*]+\*\*")
"""A heading in bold at the head of its paragraph."""
ATTRIBUTE_LIST = re.compile(r"\s*\{:[^}]*\}\s*$")
"""An attribute list of a block, the last line of it or the line below."""

Mark = tuple[int, int, str, tuple[str, ...]]
"""A link over a stretch of text: start, end, target, classes."""


def escape(text: str) -> str:
    """The text as Markdown that renders as exactly these characters, whatever stands beside it."""
    return _SPECIAL.sub(character_reference, visible(text))


def metadata(text: str) -> str:
    """The text as templates print it unescaped: in one line, safe in an attribute and in a title element."""
    flat = " ".join(visible(text).split()).replace("<", "\u2039").replace(">", "\u203a")
    return html.escape(flat, quote=True)


def render_front_matter(fields: Mapping[str, str | Sequence[str]]) -> str:
    """A YAML head whose values are JSON strings or lists of them, which YAML reads unchanged.

    The field `head` holds elements that are safe already, and is kept as it is.
    """
    lines = []
    for key, value in fields.items():
        if key == "head":
            lines.append(f"{key}: {json.dumps(value, ensure_ascii=False)}")
            continue
        safe = metadata(value) if isinstance(value, str) else [metadata(item) for item in value]
        lines.append(f"{key}: {json.dumps(safe, ensure_ascii=False)}")
    return "\n".join(["---", *lines, "---"])


def attributes(identifier: str = "", *classes: str, **named: str | None) -> str:
    """An attribute list, `{ #id .class key="value" }`; empty where there is nothing to say."""
    parts = [f"#{identifier}"] if identifier else []
    parts += [f".{name}" for name in classes if name]
    parts += [f'{attribute_name(key)}="{html_attribute(value)}"' for key, value in named.items() if value is not None]
    return f"{{ {' '.join(parts)} }}" if parts else ""


def link(text: str, target: str, *classes: str, **named: str | None) -> str:
    """A link with plain text to a Markdown file, an anchor or an address."""
    return link_around(escape(text), target, *classes, **named)


def link_around(content: str, target: str, *classes: str, **named: str | None) -> str:
    """A link around Markdown."""
    return f"[{content}]({_target(target)}){attributes('', *classes, **named)}"


def _target(target: str) -> str:
    return quote(visible(target), safe="/:?=#%.-~,;@+$&").replace("&", "&#38;")


def external_link(text: str, address: str) -> str:
    """A link to a web address; the address as plain text where it is no http(s) address."""
    return link(text, address) if re.match(r"https?://\w", address) else escape(address)


def link_spans(text: str, marks: Iterable[Mark]) -> str:
    """Plain text with links over stretches of it; marks are sorted and do not overlap."""
    parts, at = [], 0
    for start, end, target, classes in marks:
        parts += [escape(text[at:start]), link(text[start:end], target, *classes)]
        at = end
    return "".join([*parts, escape(text[at:])])


def emphasis(content: str, *classes: str) -> str:
    """Emphasised content."""
    return f"*{content}*{attributes('', *classes)}"


def heading(content: str, level: int, identifier: str, *classes: str, **named: str | None) -> str:
    """A heading with an explicit id, levels 1 to 6."""
    return f"{'#' * level} {content} {attributes(identifier, *classes, **named)}"


def paragraph(content: str, identifier: str = "", *classes: str, **named: str | None) -> str:
    """A paragraph, with its attributes on the line below."""
    listed = attributes(identifier, *classes, **named)
    return f"{content}\n{{:{listed[1:]}" if listed else content


def bullets(items: Iterable[str]) -> str:
    """A list of one-line items."""
    return "\n".join(f"- {item}" for item in items)


def definitions(pairs: Iterable[tuple[str, str]]) -> str:
    """A definition list of one-line terms and definitions."""
    return "\n\n".join(f"{term}\n:   {definition}" for term, definition in pairs)


def table(head: Sequence[str], rows: Iterable[Sequence[str]], *classes: str) -> str:
    """A table in raw HTML, which the theme does not wrap: cells hold escaped text and elements, no Markdown.

    The first column heads its row, the others are numbers.
    """
    lines = [_row("".join(element("th", cell, scope="col") for cell in head))]
    for first, *others in rows:
        lines.append(_row(element("th", first, scope="row") + "".join(element("td", cell) for cell in others)))
    return raw_block("table", ["<thead>", lines[0], "</thead>", "<tbody>", *lines[1:], "</tbody>"], *classes)


def _row(cells: str) -> str:
    return element("tr", cells)


def block(tag: str, contents: Iterable[str], *classes: str, **named: str | None) -> str:
    """A block element around Markdown blocks; `summary` among the names makes the first line of a details element.

    `summary_label` says the same to those who hear it, where the line itself is made of signs.
    """
    summary, label = named.pop("summary", None), named.pop("summary_label", None)
    start = f'<{tag}{html_attributes(classes, named)} markdown="1">'
    if summary is not None:
        start += element("summary", escape(summary), aria_label=label)
    return blocks([start, *contents, f"</{tag}>"])


def blocks(parts: Iterable[str]) -> str:
    """Blocks below each other; empty ones are left out."""
    return "\n\n".join(part.strip("\n") for part in parts if part.strip())


def slug(text: str) -> str:
    """An ASCII id for a heading: letters and digits joined by hyphens; empty where there are none."""
    return "-".join(re.findall(r"[a-z0-9]+", fold(text).encode("ascii", "ignore").decode()))


def hand_written(content: str, deeper: int = 0) -> str:
    """An editor's Markdown with each heading given an explicit id, prefixed `n-`, and set `deeper` levels down."""
    lines, used, fence = content.split("\n"), set[str](), ""
    for number, line in enumerate(lines):
        if (mark := FENCE.match(line)) and (not fence or mark[1].startswith(fence)):
            fence = "" if fence else mark[1]
        if fence:
            continue
        below = lines[number + 1] if number + 1 < len(lines) else ""
        if atx := _ATX.match(line):
            lines[number] = _own_heading(atx[2], min(len(atx[1]) + deeper, 6), used)
        elif _is_underlined(line, below, lines[number - 1] if number else ""):
            level = 1 if below.startswith("=") else 2
            lines[number : number + 2] = [_own_heading(line.strip(), min(level + deeper, 6), used), ""]
    return "\n".join(lines).strip("\n")


def _is_underlined(line: str, below: str, above: str) -> bool:
    plain = line.strip() and not line.startswith(("    ", "<", "- ", "|"))
    return bool(plain and not above.strip() and _UNDERLINE.match(below))


def _own_heading(content: str, level: int, used: set[str]) -> str:
    own = _OWN_ATTRIBUTES.search(content)
    listed = own[1].split() if own else []
    words = content[: own.start()] if own else content
    given = next((part[1:] for part in listed if part.startswith("#")), "")
    stem = "n-" + (given.removeprefix("n-") or slug(re.sub(r"\]\([^)]*\)", "]", words)) or "section")
    identifier, count = stem, 1
    while identifier in used:
        count += 1
        identifier = f"{stem}-{count}"
    used.add(identifier)
    rest = [part for part in listed if not part.startswith("#")]
    return f"{'#' * level} {words} {{ {' '.join([f'#{identifier}', *rest])} }}"


def split_at_heading(content: str) -> tuple[str, str]:
    """What stands before the first heading, and the rest, of what `hand_written` returns."""
    found = re.search(r"^#{1,6} .*\{ #n-", content, re.MULTILINE)
    at = found.start() if found else len(content)
    return content[:at], content[at:]


def first_sentence(content: str) -> str:
    """Return the first sentence of an editor's Markdown, never cut inside a link or brackets.

    A heading in bold at the head of the paragraph belongs to it; an attribute list below the paragraph does not.
    """
    paragraph = " ".join(ATTRIBUTE_LIST.sub("", content.strip().split("\n\n", 1)[0]).split())
    for _, end in sentence_spans(paragraph):
        sentence = paragraph[:end]
        if all(
            sentence.count(left) == sentence.count(right) for left, right in ("[]", "()", "<>")
        ) and not RUN_IN.fullmatch(sentence):
            return sentence
    return paragraph
