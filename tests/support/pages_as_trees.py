"""Built pages as a browser's parser sees them: their words, and what in them could run or ask somebody else."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit
from xml.etree.ElementTree import Element

import html5lib

RUNNING = {
    "iframe",
    "object",
    "embed",
    "applet",
    "frame",
    "frameset",
    "style",
    "base",
    "img",
    "image",
    "audio",
    "video",
}
"""Elements that no page of texts and entries has, since each can run or fetch something."""

ATTRIBUTES = re.compile(
    r"(aria|data)-[a-z-]+|as|autocapitalize|autocomplete|autocorrect|charset|checked|class|content|crossorigin|cx|cy|d"
    r"|datetime|defer|dir|download|enterkeyhint|for|hidden|href|hreflang|http-equiv|id|lang|markdown|media|method|name"
    r"|open|placeholder|preserveAspectRatio|property|r|rel|role|rows|rx|scope|spellcheck|src|style|tabindex|target"
    r"|title|type|value|viewBox|width|height|x|x1|x2|y|y1|y2"
)
"""Every attribute that our pages have; none runs anything."""

ADDRESSES = ("href", "src", "action", "formaction", "data", "poster", "cite")
UNTOUCHED = ("script", "style", "template")


def parse_page(path: Path) -> Element:
    """Return the tree of a page."""
    tree: Element = html5lib.parse(path.read_text(encoding="utf-8"), namespaceHTMLElements=False)
    return tree


def is_comment(element: Element) -> bool:
    """Return whether an element of a tree stands for a comment: then its tag is a function."""
    tag: object = element.tag
    return not isinstance(tag, str)


def squeeze(text: str) -> str:
    """Return a text without white space, to which the controls U+000B to U+000D and U+001C to U+001F belong."""
    return re.sub(r"\s+", "", text)


def words_of(element: Element, without: frozenset[str] = frozenset()) -> str:
    """Return the text inside an element, without scripts and without elements of some classes."""
    if is_comment(element) or element.tag in UNTOUCHED or without & {*element.get("class", "").split()}:
        return ""
    inner = (words_of(child, without) + (child.tail or "") for child in element)
    return (element.text or "") + "".join(inner)


def dangers(tree: Element, marker: str, foreign: str) -> Iterator[str]:
    """Yield what in a page could act on its own.

    Args:
        tree: The page.
        marker: A word that no script of ours has.
        foreign: A host that no page may ask for anything.
    """
    for element in tree.iter():
        if is_comment(element):
            continue
        tag = element.tag.rpartition("}")[2]
        if tag in RUNNING or not re.fullmatch(r"[a-z][a-z0-9]*", tag):
            yield f"<{tag}>"
        if tag == "script":
            yield from _dangers_of_script(element, marker)
        for name, value in element.attrib.items():
            if name.startswith("on") or not ATTRIBUTES.fullmatch(name):
                yield f"<{tag} {name}>"
            if name in ADDRESSES:
                parts = urlsplit(value.strip())
                if parts.scheme not in {"", "http", "https", "mailto"} or foreign in parts.netloc:
                    yield f"<{tag} {name}={value[:80]}>"
        if element.get("http-equiv") and "e.example" in element.get("content", ""):
            yield f"<{tag} http-equiv>"


def _dangers_of_script(script: Element, marker: str) -> Iterator[str]:
    text = script.text or ""
    if script.get("type", "").startswith("application/"):
        json.loads(text)
        if "<" in text:
            yield "data in a script with <"
    elif marker in text or (not text and urlsplit(script.get("src", "")).netloc):
        yield f"a script: {text[:80]}"
