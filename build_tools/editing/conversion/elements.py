"""The elements of a web page, or of the small XML files in which documents keep their properties."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from html.parser import HTMLParser


@dataclass(frozen=True, slots=True)
class Element:
    """An element: its name in small letters, its attributes, and the text directly in it."""

    name: str
    attributes: Mapping[str, str]
    text: str


_EMPTY = frozenset({"meta", "link", "base", "br", "hr", "img", "input"})


class _Reader(HTMLParser):
    def __init__(self, wanted: frozenset[str]) -> None:
        super().__init__(convert_charrefs=True)
        self._wanted = wanted
        self._open: list[tuple[str, dict[str, str], list[str]]] = []
        self.elements: list[Element] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in self._wanted:
            return
        attributes = {name: value or "" for name, value in attrs}
        if tag in _EMPTY:
            self.elements.append(Element(tag, attributes, ""))
        else:
            self._open.append((tag, attributes, []))
            if tag == "html":  # it closes when the page is over
                self.elements.append(Element(tag, attributes, ""))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in self._wanted:
            self.elements.append(Element(tag, {name: value or "" for name, value in attrs}, ""))

    def handle_data(self, data: str) -> None:
        if self._open:
            self._open[-1][2].append(data)

    def handle_endtag(self, tag: str) -> None:
        while self._open and tag in {name for name, _, _ in self._open}:
            name, attributes, text = self._open.pop()
            if name != "html":
                self.elements.append(Element(name, attributes, "".join(text)))
            if name == tag:
                return


def read_elements(text: str, *names: str) -> tuple[Element, ...]:
    """Return the elements with one of these names, in the order in which they end; `html` where it begins."""
    reader = _Reader(frozenset(names))
    reader.feed(text)
    reader.close()
    return tuple(reader.elements)
