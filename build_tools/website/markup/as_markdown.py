"""Write a tree as Markdown that a person reads with ease, on a code host too."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from build_tools.text.escaping import code_span, visible
from build_tools.text.markdown import escape_lightly, link_target
from build_tools.website.markup.nodes import (
    Anchor,
    Block,
    Bullets,
    Content,
    Definitions,
    Division,
    Drawing,
    Heading,
    LineBreak,
    Link,
    Paragraph,
    Prose,
    Slot,
    Span,
    Table,
    Verbatim,
    Written,
)
from build_tools.website.naming.text_names import relative

_SIGNS = {"em": "*", "i": "*", "strong": "**", "b": "**"}


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
            case Division(inner, summary=summary):
                yield f"**{escape_lightly(summary)}**" if summary else ""
                yield from _blocks(inner, page)
            case Slot(name, inner):
                yield f"<!-- {name} -->"
                yield from _blocks(inner, page)
                yield f"<!-- end {name} -->" if inner else ""
            case Bullets() | Definitions() | Table():
                yield _listing(block, page)
            case Verbatim(text):
                fence = max(["``", *re.findall("`+", text)], key=len) + "`"
                yield f"{fence}text\n{visible(text)}\n{fence}"
            case Paragraph(content=content, id=identifier, lang=lang):
                yield _mark(identifier, lang) + inline_markdown(content, page, begins_line=not identifier)
            case Heading(level, identifier, content):
                yield f"{'#' * level} {inline_markdown(content, page)} {{#{identifier}}}"


def _listing(block: Bullets | Definitions | Table, page: str) -> str:
    match block:
        case Bullets(items):
            return "\n".join(f"- {inline_markdown(item, page)}" for item in items)
        case Definitions(pairs):
            return "\n\n".join(
                f"{inline_markdown(term, page)}\n:   {inline_markdown(definition, page)}" for term, definition in pairs
            )
        case Table(head, rows):
            return "\n".join(_table(head, rows, page))


def _table(head: tuple[Content, ...], rows: tuple[tuple[Content, ...], ...], page: str) -> Iterator[str]:
    for cells in (head, tuple(("---",) for _ in head), *rows):
        yield f"| {' | '.join(inline_markdown(cell, page, begins_line=False) for cell in cells)} |"


def inline_markdown(content: Content, page: str, *, begins_line: bool = True) -> str:
    """Return inline content as Markdown.

    Args:
        content: The content.
        page: The path, below docs/, of the page that has it.
        begins_line: Whether it stands at the beginning of a line, where more characters are markup.
    """
    parts: list[str] = []
    for number, item in enumerate(content):
        at_start = begins_line and not any(parts)
        match item:
            case str():
                parts.append(escape_lightly(item, begins_line=at_start))
            case Link(inner, to, label=label):
                title = f' "{escape_lightly(label, in_quotes=True)}"' if label else ""
                words = inline_markdown(inner, page, begins_line=False)
                parts.append(f"[{words}]({_target(to, page)}{title})")
            case Span((str(text),), tag="code"):
                parts.append(code_span(text) if "|" not in text else f"<code>{escape_lightly(text)}</code>")
            case Span(inner, tag=tag) if tag in _SIGNS:
                words = inline_markdown(inner, page, begins_line=False)
                start, end = _emphasis(tag, words, "".join(parts), content[number + 1 :])
                parts.append(f"{start}{words}{end}")
            case Span(inner):
                parts.append(inline_markdown(inner, page, begins_line=at_start))
            case Drawing():
                pass
            case LineBreak():
                parts.append("<br>")
            case Anchor(identifier):
                parts.append(_mark(identifier))
            case Written(markdown):
                parts.append(markdown)
    return "".join(parts)


def _emphasis(tag: str, words: str, before: str, after: Content) -> tuple[str, str]:
    """Return what stands before and after emphasised words: signs where every engine reads them, else an element.

    Between a letter and punctuation, CommonMark (section 6.2) takes a sign for a character.
    """
    follows = after[0] if after else ""
    while isinstance(follows, Link | Span):
        follows = follows.content[0] if follows.content else ""
    next_to_letters = before[-1:].isalnum(), isinstance(follows, str) and follows[:1].isalnum()
    within = words[:1].isalnum(), words[-1:].isalnum()
    is_plain = bool(words.strip()) and words == words.strip() and "*" not in words
    if is_plain and all(inner or not outer for inner, outer in zip(within, next_to_letters, strict=True)):
        return _SIGNS[tag], _SIGNS[tag]
    return f"<{tag}>", f"</{tag}>"


def _mark(identifier: str, lang: str | None = None) -> str:
    """Return the mark of an address, which code hosts do not show."""
    language = f' lang="{lang}"' if lang else ""
    return f'<a id="{identifier}"{language}></a>' if identifier else ""


def _target(to: str, page: str) -> str:
    if to.startswith("#") or "://" in to:
        return link_target(to)
    path, sharp, fragment = to.partition("#")
    return link_target(relative(path, page) + sharp + fragment)
