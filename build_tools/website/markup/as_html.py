"""Write a tree as the HTML of a page: the same text, links and ids as an engine makes of its Markdown."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from build_tools.text.html import html_attribute, html_text
from build_tools.text.markdown import link_target
from build_tools.website.localisation import ENGLISH, EnglishWords, translate
from build_tools.website.markup.body_nodes import (
    Anchor,
    Block,
    Bullets,
    Content,
    Definitions,
    Division,
    Drawing,
    EditorBlocks,
    EditorWords,
    Heading,
    LineBreak,
    Link,
    PageMark,
    Paragraph,
    Phrase,
    Slot,
    Table,
    Verbatim,
)
from build_tools.website.naming.vocabulary import direction_on_page

_PROSE = "\x00"
"""Stands for what an editor wrote; a text has no NUL once it is made visible."""

_SLOT = re.compile("<!-- [^<>]+ -->\n")
_PAGE_MARK = '<span class="page-mark" id="{id}" data-page="{label}" role="doc-pagebreak"{named}></span>'
_NUMBER = '<a class="n" href="#{id}" data-n="{number}"{named}></a>'

Address = Callable[[str], str]
"""Returns the address of a file below docs/, with its fragment, as a page links to it."""


@dataclass(frozen=True, slots=True)
class ConvertedHtml:
    """HTML in parts.

    Attributes:
        parts: The HTML before, between and after what editors wrote; one more than `prose`.
        prose: What editors wrote, in order.
    """

    parts: tuple[str, ...]
    prose: tuple[EditorBlocks | EditorWords, ...]


def write_html(blocks: Iterable[Block], address: Address) -> ConvertedHtml:
    """Write blocks as HTML, all but what editors wrote.

    Args:
        blocks: The blocks.
        address: Returns the address of a file, relative to the page.
    """
    prose: list[EditorBlocks | EditorWords] = []
    html = "".join(_blocks(blocks, address, prose))
    return ConvertedHtml(tuple(html.split(_PROSE)), tuple(prose))


def without_slots(html: str) -> str:
    """Return what `write_html` wrote without the comments that keep the places of slots."""
    return _SLOT.sub("", html)


def _blocks(blocks: Iterable[Block], address: Address, prose: list[EditorBlocks | EditorWords]) -> Iterator[str]:
    def inline(content: Content) -> str:
        return _inline(content, address, prose)

    for block in blocks:
        match block:
            case EditorBlocks():
                prose.append(block)
                yield f"{_PROSE}\n"
            case Division(inner, classes, tag, attributes, lang, summary):
                yield _tag(tag, classes, lang, **dict(attributes)) + "\n"
                yield f"<summary>{inline(_as_content(summary))}</summary>\n" if summary else ""
                yield from _blocks(inner, address, prose)
                yield f"</{tag}>\n"
            case Slot(name):
                yield f"<!-- {name} -->\n"
            case Bullets() | Definitions() | Table():
                yield _listing(block, inline)
            case Verbatim(text):
                yield f"<pre><code>{html_text(text)}\n</code></pre>\n"
            case Paragraph(content, identifier, classes, lang, number, role):
                link = _number(identifier, number) if number else ""
                yield f"{_tag('p', classes, lang, id=identifier, data_role=role)}{link}{inline(content)}</p>\n"
            case Heading(level, identifier, content, classes, lang):
                yield f"{_tag(f'h{level}', classes, lang, id=identifier)}{inline(content)}</h{level}>\n"


def _as_content(words: str | Content) -> Content:
    return (words,) if isinstance(words, str) else words


def _number(identifier: str, number: str) -> str:
    return _NUMBER.format(id=identifier, number=number, named=_named(translate("Paragraph {number}", number=number)))


def _named(label: str) -> str:
    """Return the attributes of an element without words that has a label of the interface, in the label's language."""
    language = f' lang="{ENGLISH}"' if isinstance(label, EnglishWords) else ""
    return f' aria-label="{html_attribute(label)}"{language}'


def _listing(block: Bullets | Definitions | Table, inline: Callable[[Content], str]) -> str:
    match block:
        case Bullets(items):
            listed = "".join(f"<li>{inline(item)}</li>\n" for item in items)
            return f"<ul>\n{listed}</ul>\n" if listed else ""
        case Definitions(pairs):
            listed = "".join(f"<dt>{inline(term)}</dt>\n<dd>{inline(words)}</dd>\n" for term, words in pairs)
            return f"<dl>\n{listed}</dl>\n"
        case Table(head, rows, has_row_heads, classes):
            names = "\n".join(f'<th scope="col">{inline(cell)}</th>' for cell in head)
            listed = "".join(_row([inline(cell) for cell in row], has_head=has_row_heads) for row in rows)
            start = _tag("table", classes, None)
            return f"{start}\n<thead>\n<tr>\n{names}\n</tr>\n</thead>\n<tbody>\n{listed}</tbody>\n</table>\n"


def _row(cells: Sequence[str], *, has_head: bool) -> str:
    heads = [f'<th scope="row">{cell}</th>' for cell in cells[:has_head]]
    return "\n".join(["<tr>", *heads, *(f"<td>{cell}</td>" for cell in cells[has_head:]), "</tr>", ""])


def _inline(content: Content, address: Address, prose: list[EditorBlocks | EditorWords]) -> str:
    parts: list[str] = []
    for item in content:
        match item:
            case str():
                parts.append(_words(item))
            case Link(inner, to, classes, label, lang, title):
                href = link_target(to if to.startswith("#") or "://" in to else address(to))
                start = _tag("a", classes, lang, href_=href, title=title, aria_label=label)
                parts.append(f"{start}{_inline(inner, address, prose)}</a>")
            case Phrase(inner, classes, tag, lang, is_hidden):
                start = _tag(tag, classes, lang, aria_hidden="true" if is_hidden else "")
                parts.append(f"{start}{_inline(inner, address, prose)}</{tag}>")
            case Drawing(box, shapes, classes, height):
                drawn = "".join(f"{_tag(shape, (), None, **dict(drawing))[:-1]}/>" for shape, drawing in shapes)
                room = {"preserveAspectRatio": "none", "height": str(height)} if height else {}
                start = _tag("svg", classes, None, aria_hidden="true", viewBox=box, **room)
                parts.append(f"{start}{drawn}</svg>")
            case LineBreak():
                parts.append("<br>")
            case Anchor(identifier):
                parts.append(f'<span id="{identifier}"></span>')
            case PageMark(identifier, label):
                named = _named(translate("Page {label}", label=label))
                parts.append(_PAGE_MARK.format(id=identifier, label=html_attribute(label), named=named))
            case EditorWords():
                prose.append(item)
                parts.append(_PROSE)
    return "".join(parts)


def _words(words: str) -> str:
    """Return plain words, marked as English where they are that on a site of another language."""
    written = html_text(words)
    return f"{_tag('span', (), ENGLISH)}{written}</span>" if isinstance(words, EnglishWords) else written


def _tag(tag: str, classes: tuple[str, ...], lang: str | None, **attributes: str) -> str:
    """Return a start tag; empty attributes are left out, and that of a keyword that ends in "_" is escaped already."""
    written = [f' class="{" ".join(filter(None, classes))}"'] if any(classes) else []
    written += [
        f' {key.rstrip("_").replace("_", "-")}="{value if key.endswith("_") else html_attribute(value)}"'
        for key, value in attributes.items()
        if value
    ]
    if lang:
        towards = direction_on_page(lang)
        written.append(f' lang="{lang}"' + (f' dir="{towards}"' if towards else ""))
    return f"<{tag}{''.join(written)}>"
