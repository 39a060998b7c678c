"""Write a tree as Markdown that a person reads with ease, on a code host too."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from build_tools.text.markdown import escape_lightly, link_target
from build_tools.website.markup.nodes import (
    Anchor,
    Block,
    Bullets,
    Content,
    Definitions,
    Division,
    Heading,
    Inline,
    Link,
    Paragraph,
    Prose,
    Slot,
    Span,
    Written,
)
from build_tools.website.naming.text_names import relative

_SIGNS = {"em": "*", "i": "*", "strong": "**", "b": "**"}

_WITHOUT_SIGNS = re.compile(r"\A\s|\s\Z|\A\Z|(?<!\\)\*")
_ENDS_WITH_SIGN = re.compile(r"(?<!\\)\*\Z")
"""Where a sign of emphasis would be read as none, or as one of another emphasis."""

_CLOSING = re.compile(r"(?<!\\)#(?=#*\Z)")
"""What a heading ends with and would not show."""


def write_markdown(blocks: Iterable[Block], page: str) -> str:
    """Return blocks as Markdown.

    Args:
        blocks: The blocks.
        page: The path, below docs/, of the page that has them: links are relative to it.
    """
    return "\n\n".join(part for part in _blocks(blocks, page) if part)


def _blocks(blocks: Iterable[Block], page: str) -> Iterator[str]:
    for block in blocks:
        match block:
            case Prose(markdown):
                yield markdown.strip("\n")
            case Paragraph(content=content, id=identifier, lang=lang):
                yield _mark(identifier, lang) + inline_markdown(content, page, begins_line=not identifier)
            case Heading(level, identifier, content):
                words = _CLOSING.sub(r"\\#", inline_markdown(content, page, begins_line=False))
                yield f"{'#' * level} {words} {{#{identifier}}}"
            case Bullets(items):
                yield "\n".join(f"- {inline_markdown(item, page)}" for item in items)
            case Definitions(pairs):
                yield "\n\n".join(
                    f"{inline_markdown(term, page)}\n:   {inline_markdown(definition, page)}"
                    for term, definition in pairs
                )
            case Division(inner):
                yield from _blocks(inner, page)
            case Slot(name):
                yield f"<!-- {name} -->"


def inline_markdown(content: Content, page: str, *, begins_line: bool = True) -> str:
    """Return inline content as Markdown.

    Args:
        content: The content.
        page: The path, below docs/, of the page that has it.
        begins_line: Whether it stands at the beginning of a line, where more characters are markup.
    """
    parts: list[str] = []
    joined = _joined(content)
    for item, following in zip(joined, (*joined[1:], ""), strict=True):
        at_start = begins_line and not any(parts)
        match item:
            case str():
                parts.append(escape_lightly(item, begins_line=at_start, before_link=isinstance(following, Link)))
            case Link(inner, to, label=label):
                title = f' "{escape_lightly(label, in_quotes=True)}"' if label else ""
                words = inline_markdown(inner, page, begins_line=False)
                parts.append(f"[{words}]({_target(to, page)}{title})")
            case Span(inner, tag=tag):
                words = inline_markdown(inner, page, begins_line=at_start)
                is_shown = not _WITHOUT_SIGNS.search(words) and not (parts and _ENDS_WITH_SIGN.search(parts[-1]))
                parts.append(f"{_SIGNS[tag]}{words}{_SIGNS[tag]}" if is_shown else words)
            case Anchor(identifier):
                parts.append(_mark(identifier))
            case Written(markdown):
                parts.append(markdown)
    return "".join(parts)


def _joined(content: Content) -> list[Inline]:
    """Return content without the elements that Markdown does not show, the text before, in and after them as one.

    Two halves of what is markup are so escaped as one.
    """
    joined: list[Inline] = []
    for item in content:
        for part in _joined(item.content) if isinstance(item, Span) and item.tag not in _SIGNS else (item,):
            if isinstance(part, str) and joined and isinstance(joined[-1], str):
                joined[-1] += part
            else:
                joined.append(part)
    return joined


def _mark(identifier: str, lang: str | None = None) -> str:
    """Return the mark of an address, which code hosts do not show."""
    language = f' lang="{lang}"' if lang else ""
    return f'<a id="{identifier}"{language}></a>' if identifier else ""


def _target(to: str, page: str) -> str:
    if to.startswith("#") or "://" in to:
        return link_target(to)
    path, sharp, fragment = to.partition("#")
    return link_target(relative(path, page) + sharp + fragment)
