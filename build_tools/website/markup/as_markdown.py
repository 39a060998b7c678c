"""Write a tree as Markdown that a person reads with ease, on a code host too."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import zip_longest

from build_tools.text.escaping import code_span, plain, visible
from build_tools.text.markdown import escape_lightly, link_target
from build_tools.website.markup.body_nodes import (
    Anchor,
    Block,
    Bullets,
    Content,
    Definitions,
    Division,
    EditorBlocks,
    EditorWords,
    Heading,
    Inline,
    LineBreak,
    Link,
    PageMark,
    Paragraph,
    Phrase,
    Slot,
    Table,
    Verbatim,
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
            case EditorBlocks(markdown):
                yield markdown.strip("\n")
            case Division(inner, summary=summary):
                name = (summary,) if isinstance(summary, str) else summary
                yield f"**{inline_markdown(name, page, begins_line=False)}**" if summary else ""
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
                words = _CLOSING.sub(r"\\#", inline_markdown(content, page, begins_line=False))
                yield f"{'#' * level} {words} {{#{identifier}}}"


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
        begins_line: Whether it is at the beginning of a line, where more characters are markup.
    """
    written = ""
    joined = _joined(content)
    for item, following in zip_longest(joined, joined[1:], fillvalue=""):
        at_start = begins_line and not written
        match item:
            case str():
                before_link = isinstance(following, Link)
                written += escape_lightly(item, begins_line=at_start, before_link=before_link)
            case Phrase(inner, tag=tag) if tag in _SIGNS:
                written += _emphasised(tag, inline_markdown(inner, page, begins_line=False), written, following)
            case _:
                written += _element(item, page)
    return written


def _element(item: Inline, page: str) -> str:
    match item:
        case Link(inner, to, label=label, title=shown):
            title = f' "{escape_lightly(shown or label, in_quotes=True)}"' if shown or label else ""
            return f"[{inline_markdown(inner, page, begins_line=False)}]({_target(to, page)}{title})"
        case Phrase((str(text),), tag="code"):
            is_plain = "|" not in text and plain(text) == visible(text) == text  # a bar would end a cell of a table
            return code_span(text) if is_plain else f"<code>{escape_lightly(text)}</code>"
        case LineBreak():
            return "<br>"
        case Anchor(identifier) | PageMark(identifier):
            return _mark(identifier)
        case EditorWords(markdown):
            return markdown
        case _:  # a drawing
            return ""


def _joined(content: Content) -> list[Inline]:
    """Return content without the elements that Markdown does not show, the text before, in and after them as one.

    Two halves of what is markup are so escaped as one.
    """
    joined: list[Inline] = []
    for item in content:
        is_unseen = isinstance(item, Phrase) and item.tag != "code" and item.tag not in _SIGNS
        for part in _joined(item.content) if isinstance(item, Phrase) and is_unseen else (item,):
            if isinstance(part, str) and joined and isinstance(joined[-1], str):
                joined[-1] += part
            else:
                joined.append(part)
    return joined


def _emphasised(tag: str, words: str, before: str, following: Inline) -> str:
    """Return emphasised words between signs; in an element where not every engine reads signs as such.

    Between a letter and punctuation, CommonMark (section 6.2) takes a sign for a character. What begins or ends with
    white space, or has signs of its own, is not emphasised.
    """
    if _WITHOUT_SIGNS.search(words) or _ENDS_WITH_SIGN.search(before):
        return words
    after = following if isinstance(following, str) else ""
    outside = before[-1:].isalnum(), after[:1].isalnum()
    inside = words[:1].isalnum(), words[-1:].isalnum()
    if all(is_letter or not next_to_letter for is_letter, next_to_letter in zip(inside, outside, strict=True)):
        return _SIGNS[tag] + words + _SIGNS[tag]
    return f"<{tag}>{words}</{tag}>"


def _mark(identifier: str, lang: str | None = None) -> str:
    """Return the mark of an address, which code hosts do not show."""
    language = f' lang="{lang}"' if lang else ""
    return f'<a id="{identifier}"{language}></a>' if identifier else ""


def _target(to: str, page: str) -> str:
    if to.startswith("#") or "://" in to:
        return link_target(to)
    path, sharp, fragment = to.partition("#")
    return link_target(relative(path, page) + sharp + fragment)
