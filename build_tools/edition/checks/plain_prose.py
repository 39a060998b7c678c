"""Hold what editors write to words: no HTML, attribute, address or directive beyond what the allow-list has.

Prose is data. A page that runs a script for a reader, or a program for whoever builds the site, is not prose.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from pathlib import PurePosixPath
from posixpath import normpath

from build_tools.corpus.written_pages import is_api_page
from build_tools.edition.checks.material import Check, Material
from build_tools.edition.outside_citations import Passage, fields_of_entry, fields_of_register
from build_tools.model.findings import Finding
from build_tools.text.prose.allow_list import EDITORS, LISTED_ATTRIBUTES, SCHEMES, allows_value, is_link, is_local
from build_tools.text.prose.constructs import Construct, find_constructs

_PACKAGE = __name__.partition(".")[0]
_OWN_DIRECTIVE = re.compile(rf"::: {_PACKAGE}(\.\w+)*")
_LONGEST_VALUE = 80

_INSTEAD = {
    "a": "Write [words](address).",
    "blockquote": "Begin the line with >.",
    "hr": "Write --- on a line of its own.",
    "img": "Write ![what it shows](../assets/picture.png), with a picture below docs/assets.",
    "li": "Begin the line with a hyphen.",
    "table": "Write a table in Markdown, with | between its cells.",
    "script": "Delete it: only scripts of the theme may run on a page.",
    "style": "Delete it: style sheets belong to the theme.",
}
_INSTEAD |= {f"h{level}": f"Begin the line with {'#' * level} and a space." for level in range(1, 7)}


def check_prose(material: Material) -> Iterator[Finding]:
    """Report whatever in hand-written Markdown is more than words and not allowed."""
    for path, line, text in _written(material):
        for construct in _constructs(text):
            yield from _check_construct(construct, path, line + construct.line - 1)


@lru_cache(maxsize=8192)  # a server checks all of it after every edit, of which one text has changed
def _constructs(text: str) -> tuple[Construct, ...]:
    return tuple(_without_ends_of_reported(find_constructs(text)))


def _without_ends_of_reported(constructs: Iterable[Construct]) -> Iterator[Construct]:
    """Yield the constructs without the ends of elements whose beginnings are reported."""
    reported: set[str] = set()
    for construct in constructs:
        if construct.kind == "html" and construct.name not in EDITORS.elements:
            if construct.content and construct.name in reported:
                continue
            reported.add(construct.name)
        yield construct


def _written(material: Material) -> Iterator[Passage]:
    yield from material.bodies
    for entry in material.entries:
        yield from fields_of_entry(entry)
    for item in material.registers.items:
        yield from fields_of_register(item)


def _check_construct(construct: Construct, path: str, line: int) -> Iterator[Finding]:
    checks = {
        "html": _check_html,
        "nesting": _check_nesting,
        "attribute": _check_attribute,
        "link": _check_link,
        "image": _check_image,
        "directive": _check_directive,
    }
    return checks[construct.kind](construct, path, line)


def _check_html(construct: Construct, path: str, line: int) -> Iterator[Finding]:
    if construct.name in EDITORS.elements:
        return
    written = _quoted(construct.value)
    if construct.value.startswith("<!--"):
        message, hint = f'"{written}" begins a comment, which nobody sees', "Delete it, or write it for readers."
    elif not construct.name:
        message = f'"{written}" is HTML that not every program reads alike'
        hint = 'Write &lt; for the sign "<", or a plain element such as <span class="name">.'
    else:
        message = f'"{written}" is HTML that is not allowed in prose'
        hint = _INSTEAD.get(construct.name, "Write **bold**, *italics* or [words](address); for the sign itself, &lt;.")
    yield Finding(path, line, "prose-html", message, hint)


def _check_nesting(construct: Construct, path: str, line: int) -> Iterator[Finding]:
    """Report an element that would take in, or end, what is around it."""
    if construct.name in EDITORS.elements:
        name, message = construct.name, f'"{construct.value}" {construct.content}'
        hint = f"Write <{name}> and </{name}> around words of a single paragraph, item or cell."
        if construct.value.startswith("</"):
            hint = f"Delete it, or write <{name}> before it in the same paragraph, item or cell."
        elif "head of a line" in construct.content:
            hint = f"Begin a line with <{name}>, without spaces before it and outside lists, and end it with </{name}>."
        yield Finding(path, line, "prose-html", message, hint)


def _check_attribute(construct: Construct, path: str, line: int) -> Iterator[Finding]:
    name, element = construct.name, construct.element
    if element and element not in EDITORS.elements:
        return  # the element is reported
    allowed = EDITORS.allows(element, name) if element else name in LISTED_ATTRIBUTES
    if not allowed:
        message = f'the attribute "{_quoted(name)}" is not allowed in prose'
        hint = f"Delete it; for plain braces, write \\{{. Attributes: {', '.join(LISTED_ATTRIBUTES)}."
        yield Finding(path, line, "prose-attribute", message, hint)
    elif not allows_value(name, construct.content):
        message = f'"{_quoted(construct.content)}" cannot be the value of the attribute {name}'
        hint = "Write small letters, digits and hyphens; names that the theme uses itself are taken."
        yield Finding(path, line, "prose-attribute", message, hint)


def _check_link(construct: Construct, path: str, line: int) -> Iterator[Finding]:
    if not is_link(construct.value):
        message = f'"{_quoted(construct.value)}" is not an address that a link may have'
        hint = f"Write a page of the edition, such as ../glossary/id.md, or an address with {', '.join(SCHEMES)}."
        yield Finding(path, line, "prose-address", message, hint)


def _check_image(construct: Construct, path: str, line: int) -> Iterator[Finding]:
    folder = PurePosixPath(path.removeprefix("docs/")).parent
    target = normpath(str(folder / construct.value.partition("#")[0]))
    if not is_local(construct.value) or not target.startswith("assets/"):
        message = f'"{_quoted(construct.value)}" is not a picture below docs/assets'
        up = "../" * len(folder.parts)
        yield Finding(path, line, "prose-image", message, f"Put the picture there and write {up}assets/picture.png.")


def _check_directive(construct: Construct, path: str, line: int) -> Iterator[Finding]:
    if is_api_page(path.removeprefix("docs/")) and _OWN_DIRECTIVE.fullmatch(construct.value):
        return
    message = f'"{_quoted(construct.value)}" is an instruction to a program, not prose'
    hint = "Delete it and write out what it should show. To show the sign itself, put it in `backticks`."
    yield Finding(path, line, "prose-directive", message, hint)


def _quoted(value: str) -> str:
    """Return a value as findings quote it: short, and without the quotation marks that end it."""
    short = value if len(value) <= _LONGEST_VALUE else f"{value[:_LONGEST_VALUE]}…"
    return short.replace('"', "'")


CHECKS = (Check(("prose-address", "prose-attribute", "prose-directive", "prose-html", "prose-image"), check_prose),)
