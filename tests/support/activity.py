"""What a browser would run, load or obey in a piece of HTML, judged independently of the program's own lists."""

from __future__ import annotations

import re
from collections.abc import Iterator

import html5lib

WORDS = frozenset(
    [
        *("abbr", "b", "bdi", "bdo", "blockquote", "br", "cite", "code", "dd", "del", "dfn", "div", "dl", "dt", "em"),
        *("h1", "h2", "h3", "h4", "h5", "h6", "hr", "i", "ins", "kbd", "li", "mark", "ol", "p", "pre", "q", "rp", "rt"),
        *("ruby", "s", "small", "span", "strong", "sub", "sup", "table", "tbody", "td", "th", "thead", "tr", "u", "ul"),
        "wbr",
    ]
)
"""The elements that hold words and do nothing."""

LABELS = frozenset(["alt", "class", "dir", "id", "lang", "markdown", "start", "title", "type"])
"""The attributes that label an element and do nothing."""


def active_parts(html: str) -> Iterator[str]:
    """Yield whatever in the HTML of a text is not words, links to the web, or pictures of the site."""
    fragment = html5lib.parseFragment(html, treebuilder="etree", namespaceHTMLElements=False)
    for element in fragment.iter():
        if not isinstance(element.tag, str):
            yield "a comment"
            continue
        if element.tag not in WORDS | {"DOCUMENT_FRAGMENT", "a", "img", "button"}:
            yield f"<{element.tag}>"
        for name, value in element.attrib.items():
            if not _is_inert(element.tag, str(name), value or ""):
                yield f"{name}={value}"


def active_on_page(html: str) -> Iterator[str]:
    """Yield whatever on a whole page runs on an event, leads to a script, or is loaded from another host."""
    for element in html5lib.parse(html, treebuilder="etree", namespaceHTMLElements=False).iter():
        if element.tag in {"base", "embed", "frame", "iframe", "object"}:
            yield f"<{element.tag}>"
        if element.tag == "script" and "run()" in (element.text or ""):
            yield "a script of the text"
        for name, value in element.attrib.items():
            if str(name).startswith("on"):
                yield f"{name}={value}"
            if name == "href" and scheme(value or "") not in {None, "http", "https", "mailto"}:
                yield f"{name}={value}"
            if name in {"src", "srcset", "poster", "data"} and scheme(value or "") is not None:
                yield f"{name}={value}"


def _is_inert(element: str, name: str, value: str) -> bool:
    if (element, name) == ("a", "href"):
        return scheme(value) in {None, "http", "https", "mailto"}
    if (element, name) == ("img", "src"):
        return scheme(value) is None
    if name == "style":
        return re.fullmatch(r"text-align: (left|right|center);", value) is not None
    if name == "id":
        return not value.startswith("__") and value != "content" and not re.fullmatch(r"p\d+", value)
    if name == "class":
        return "md-" not in value
    if element == "button":
        return (name, value) == ("type", "button") or name == "data-search-open"
    return name in LABELS or name == "data-search-page"


def scheme(address: str) -> str | None:
    """Return the scheme of an address as the URL standard reads it; "//" for an address of another host."""
    read = re.sub(r"[\t\n\r]", "", address.strip("".join(map(chr, range(33)))))
    if re.match(r"[/\\]{2}", read):
        return "//"
    match = re.match(r"([A-Za-z][A-Za-z0-9+.-]*):", read)
    return match[1].lower() if match else None
