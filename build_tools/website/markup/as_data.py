"""Write inline content as data that templates show: a list of runs, each plain text or an element around plain text."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator

from build_tools.website.localisation import ENGLISH, EnglishWords
from build_tools.website.markup.body_nodes import (
    Anchor,
    Content,
    Drawing,
    EditorWords,
    LineBreak,
    Link,
    PageMark,
    Phrase,
)
from build_tools.website.naming.vocabulary import direction_on_page

Run = str | dict[str, str]
"""Plain text, or an element: `text`, `class`, `tag`, `lang`, `dir`, `label`, `title`, where it leads, as in `place`.

A link in a span has the classes of the span as `outer`.
"""


def runs(content: Content) -> list[Run]:
    """Return inline content as a list of runs; elements within others are known by their classes alone.

    Raises:
        TypeError: If it holds what only a body may hold: an anchor, an editor's Markdown, a drawing, a line break.
    """
    return list(_runs(content, {}))


def place(to: str) -> dict[str, str]:
    """Return where a link leads as the macro `href` of the templates reads it.

    Args:
        to: The target, as that of a `Link`.

    Returns:
        `href` for an outside address; else the path of a page without its ending as `to`, that of the index of a folder
        as `folder`, or that of any other file as `file`; and the fragment as `at`.
    """
    if "://" in to:
        return {"href": to}
    path, _, fragment = to.partition("#")
    stem, ending = posixpath.splitext(path)
    found = {"at": fragment} if fragment else {}
    if not path:
        return found
    if ending != ".md":
        return {"file": path, **found}
    if posixpath.basename(stem) == "index":
        return {"folder": posixpath.dirname(stem) or ".", **found}
    return {"to": stem, **found}


def _runs(content: Content, around: dict[str, str]) -> Iterator[Run]:
    for item in content:
        match item:
            case EnglishWords() if "lang" not in around:
                yield {"text": str(item), **_within(around, (), ENGLISH)}
            case str():
                yield {"text": item, **around} if around else item
            case Link(inner, to, classes, label, lang, title):
                outer = {"outer": around["class"]} if "class" in around else {}
                named = {name: words for name, words in (("label", label), ("title", title)) if words}
                fields = {name: value for name, value in around.items() if name != "class"}
                yield from _runs(inner, _within(fields, classes, lang) | outer | place(to) | named)
            case Phrase(inner, classes, tag, lang):
                element = {} if tag == "span" else {"tag": tag}
                yield from _runs(inner, _within(around, classes, lang) | element)
            case Drawing() | LineBreak() | Anchor() | PageMark() | EditorWords():
                message = f"a template cannot show {item}"
                raise TypeError(message)


def _within(around: dict[str, str], classes: tuple[str, ...], lang: str | None) -> dict[str, str]:
    """Return the fields of an element's content, given those of what is around the element."""
    fields = dict(around)
    if names := " ".join(name for name in (around.get("class", ""), *classes) if name):
        fields["class"] = names
    if lang:
        fields["lang"] = lang
        if towards := direction_on_page(lang):
            fields["dir"] = towards
    return fields
